// The ubus object luci.wps, compiled from src/service, src/router, src/core and src/contract:
// edit those, where the doc comments are, and run `npm run build`.

'use strict';

import * as fs from 'fs';
import * as ubus from 'ubus';
import * as uci from 'uci';
import * as uloop from 'uloop';

// src/service/untranslated.ts
function _(text) {
	return text;
}

// src/router/time.ts
function now() {
	const monotonic = clock(true) ?? [0, 0];

	return { monotonic: monotonic[0] * 1000 + int(monotonic[1] / 1000000), epoch: time() };
}

// src/router/bus.ts
const OK = 0;
const METHOD_NOT_FOUND = 3;
const NOT_FOUND = 4;
const TIMED_OUT = 7;
const NOT_SUPPORTED = 8;

// One connection for good: one that is collected takes its pending requests along.
const connection = ubus.connect(null, 1) ?? die('ubus');

const WAITS = !exists(ubus, 'guard');

let latest = null;

// Kept: a listener that is collected hears nothing.
const listeners = [];

function pending() {
	return latest;
}

function guarded(run) {
	try {
		run();
	} catch (e) {
		warn(`luci.wps: ${e.message}\n${e.stacktrace[0]?.context ?? ''}\n`);
	}
}

function askNow(call, deadline) {
	if (now().monotonic >= deadline) return { code: TIMED_OUT, data: null };

	const data = connection.call(call.object, call.method, call.args ?? {});

	return { code: connection.error(true) ?? OK, data };
}

function ask(calls, deadline, done) {
	if (WAITS) return guarded(() => done(map(calls, call => askNow(call, deadline))));

	const replies = [];
	// One more than there are calls: nothing is done before all are sent.
	let missing = length(calls) + 1;
	let timer = null;

	const arrived = () => {
		missing--;
		if (missing > 0) return;
		timer?.cancel?.();
		guarded(() => done(replies));
	};
	const take = (i, code, data) => {
		if (replies[i]) return;
		replies[i] = { code, data: data ?? null };
		arrived();
	};

	const requests = map(calls, (call, i) => {
		const request = connection.defer(call.object, call.method, call.args ?? {}, (code, data) =>
			take(i, code, data)
		);
		// Nothing was sent, mostly because there is no such object: nobody calls back then.
		if (request === null) take(i, connection.error(true) ?? NOT_FOUND, null);
		else latest = request;
		return request;
	});

	if (missing > 1)
		timer = uloop.timer(max(1, deadline - now().monotonic), () =>
			map(requests, (request, i) => {
				request?.abort?.();
				take(i, TIMED_OUT, null);
			})
		);
	arrived();
}

function send(call) {
	ask([call], now().monotonic + 5000, () => null);
}

function announce(event, message) {
	connection.event(event, message);
}

function watchObjects(prefix, changed) {
	const listener = connection.listener('ubus.object.*', (event, message) => {
		if (index(message.path, prefix) === 0)
			guarded(() => changed(substr(message.path, length(prefix)), event === 'ubus.object.add'));
	});
	push(listeners, listener);
}

// src/core/wireless/options.ts
const IFACE = {
	mode: ['text', 'text'],
	disabled: ['yes', 'yes'],
	ssid: ['text', 'text'],
	encryption: ['text', 'text'],
	key: ['text', 'text'],
	wpa_psk_file: ['text', 'text'],
	hidden: ['yes', 'yes'],
	ignore_broadcast_ssid: [null, 'yes'],
	ieee80211w: ['number', 'number'],
	ieee80211r: ['yes', 'yes'],
	multi_ap: ['number', 'number'],
	ppsk: ['yes', 'yes'],
	macfilter: ['text', 'text'],
	auth_server: ['list', 'list'],
	auth_server_addr: [null, 'list'],
	maxassoc: ['number', 'number'],
	max_num_sta: [null, 'number'],
	wps_pushbutton: ['yes', 'yes'],
	wps_label: ['yes', 'yes'],
	wps_independent: ['number', 'number'],
	wps_pin: ['text', 'text'],
	ap_pin: [null, 'text'],
	ext_registrar: ['yes', 'yes'],
	wps_device_name: ['text', 'text'],
	multi_ap_backhaul_ssid: ['text', 'text'],
	multi_ap_backhaul_key: ['text', 'text'],
	uuid: ['text', 'text'],
	hostapd_bss_options: ['list', 'list']
};

const DEVICE = {
	disabled: ['yes', 'yes'],
	type: ['text', 'text'],
	band: ['text', 'text'],
	hwmode: ['text', 'text'],
	channel: ['text', 'text']
};

const YES = ['1', 'true'];
const NO = ['0', 'false'];

function yes(value) {
	return index(YES, value) >= 0 ? true : index(NO, value) >= 0 ? false : null;
}

function numberOf(value, software) {
	const text = type(value) === 'string' ? value : '';
	const digits = software.netifd === 'c' ? text : trim(text);
	if (match(digits, /0[xX][0-9a-fA-F]+/)?.[0] === digits) return hex(digits);
	if (match(digits, /-?[0-9]+/)?.[0] !== digits) return null;

	return int(digits, match(digits, /0[0-7]+/)?.[0] === digits ? 8 : 10);
}

function listOf(value) {
	if (type(value) === 'array') return value;

	return filter(split(`${value ?? ''}`, /[ \t]+/), word => word !== '');
}

function taken(value, kinds, software) {
	const kind = kinds[software.scripts !== 'ucode' ? 0 : 1];
	if ((value ?? null) === null || kind === null) return null;
	if (kind === 'list') return listOf(value);
	if (kind === 'yes') return yes(value);
	if (kind === 'number') return numberOf(value, software);

	return type(value) === 'string' ? value : null;
}

function given(section, table, software) {
	const options = {};
	for (let option in keys(table)) options[option] = taken(section[option], table[option], software);
	if (!software.uuid) options.uuid = null;

	return options;
}

// src/core/wireless/bsses.ts
const UPLINKS = ['sta', 'mesh', 'adhoc'];

const DECIDING = [
	'ssid',
	'encryption',
	'key',
	'hidden',
	'ignore_broadcast_ssid',
	'macfilter',
	'auth_server',
	'auth_server_addr',
	'ppsk',
	'multi_ap',
	'ieee80211w',
	'wps_pushbutton',
	'wps_label',
	'wps_independent',
	'uuid',
	'wpa_psk_file',
	'hostapd_bss_options'
];

const DRIVER = 'mac80211';

function plain(value) {
	return value === false || value === null ? '' : sprintf('%J', value);
}

function isUnread(option, running) {
	return type(running) === 'double' || (type(running) === 'array' && index(IFACE[option], 'list') < 0);
}

function runs(option, configured, running) {
	if (configured === running) return true;
	if (configured === null && isUnread(option, running)) return true;

	return plain(configured) === plain(running);
}

function isApplied(draft, running) {
	const options = draft.iface.options;

	return length(filter(DECIDING, option => !runs(option, options[option], running?.[option] ?? null))) === 0;
}

function radioNow(draft, netifd, handlers) {
	const known = netifd !== null || index(handlers, draft.type) >= 0;

	return {
		...draft.radio,
		managed: draft.type === DRIVER && known,
		up: netifd?.up ?? null,
		stopped: netifd?.autostart === false,
		failed: netifd?.retry_setup_failed === true
	};
}

function uplinksOf(interfaces) {
	const uplinks = filter(interfaces, entry => index(UPLINKS, entry.config?.mode) >= 0);

	return filter(
		map(uplinks, entry => entry.ifname ?? null),
		ifname => ifname !== null
	);
}

function bssesNow(configuration, status, staged, handlers) {
	const bsses = [];
	const seen = {};

	for (let draft_radio in configuration) {
		const netifd = status?.[draft_radio.radio.name] ?? null;
		const interfaces = netifd?.interfaces ?? [];
		const radio = radioNow(draft_radio, netifd, handlers);
		const uplinks = uplinksOf(interfaces);

		for (let draft in draft_radio.drafts) {
			const name = draft.name;
			const running = filter(interfaces, entry => entry.section === name)[0] ?? null;
			const ifname = running?.ifname ?? null;
			// A multi-link network has one interface for all its radios (wireless.uc, mlo_vif_create).
			if (seen[ifname ?? '']) continue;
			seen[ifname ?? ''] = ifname !== null;

			push(bsses, {
				...draft.bss,
				radio,
				ifname,
				applied: running === null ? null : isApplied(draft, running.config ?? null),
				unsaved: staged[draft.bss.section] === true || staged[radio.name] === true,
				uplinks
			});
		}
	}

	return bsses;
}

// src/core/encryption.ts
const SHELL_CIPHERS = [
	['*tkip+aes', ['CCMP', 'TKIP']],
	['*tkip+ccmp', ['CCMP', 'TKIP']],
	['*aes+tkip', ['CCMP', 'TKIP']],
	['*ccmp+tkip', ['CCMP', 'TKIP']],
	['*ccmp256', ['CCMP-256']],
	['*aes', ['CCMP']],
	['*ccmp', ['CCMP']],
	['*tkip', ['TKIP']],
	['*gcmp256', ['GCMP-256']],
	['*gcmp', ['GCMP']],
	['wpa3-192*', ['GCMP-256']],
	['*', ['CCMP']]
];

const WPA = [
	['wpa2*', 2],
	['wpa3*', 2],
	['*psk2*', 2],
	['psk3*', 2],
	['sae*', 2],
	['owe*', 2],
	['wpa*mixed*', 3],
	['*psk*mixed*', 3],
	['wpa*', 1],
	['*psk*', 1],
	['*', 0]
];

const SHELL_AUTH = [
	['owe*', 'owe'],
	['wpa3*', 'eap'],
	['psk3-mixed*', 'psk-sae'],
	['sae-mixed*', 'psk-sae'],
	['psk3*', 'sae'],
	['sae*', 'sae'],
	['*psk*', 'psk'],
	['*wpa*', 'eap'],
	['*8021x*', 'eap'],
	['*wep*', 'wep'],
	['*', 'none']
];

const UCODE_AUTH = {
	none: 'none',
	owe: 'owe',
	'wpa3-192': 'eap',
	'wpa3-mixed': 'eap',
	wpa3: 'eap',
	psk: 'psk',
	psk2: 'psk',
	'psk-mixed': 'psk',
	sae: 'sae',
	psk3: 'sae',
	'psk3-mixed': 'psk-sae',
	'sae-mixed': 'psk-sae',
	'sae-compat': 'psk-sae-compat',
	wpa: 'eap',
	wpa2: 'eap',
	'wpa-mixed': 'eap',
	// What the scripts themselves call it goes as well.
	'psk-sae': 'psk-sae',
	'psk-sae-compat': 'psk-sae-compat',
	eap: 'eap',
	eap2: 'eap',
	eap192: 'eap',
	'eap-eap2': 'eap'
};

const UCODE_CIPHERS = {
	'tkip+aes': ['CCMP', 'TKIP'],
	'tkip+ccmp': ['CCMP', 'TKIP'],
	'aes+tkip': ['CCMP', 'TKIP'],
	'ccmp+tkip': ['CCMP', 'TKIP'],
	ccmp256: ['CCMP-256'],
	aes: ['CCMP'],
	ccmp: ['CCMP'],
	tkip: ['TKIP'],
	gcmp256: ['GCMP-256'],
	gcmp: ['GCMP']
};

const AKMS = {
	none: [],
	owe: ['OWE'],
	wep: [],
	psk: ['WPA-PSK'],
	'psk-sae': ['WPA-PSK', 'SAE'],
	// SAE stands in an element of its own there (rsn_override_key_mgmt).
	'psk-sae-compat': ['WPA-PSK', 'SAE'],
	sae: ['SAE'],
	eap: ['WPA-EAP'],
	dpp: ['DPP'],
	unknown: []
};

function firstFit(patterns, text) {
	return filter(patterns, entry => wildcard(text, entry[0]))[0][1];
}

function authOf(encryption, software) {
	if (encryption === 'dpp' && software.dpp) return 'dpp';
	if (software.scripts !== 'ucode') return firstFit(SHELL_AUTH, encryption);

	return UCODE_AUTH[split(encryption, '+')[0]] ?? 'unknown';
}

function ciphersOf(encryption, software) {
	if (software.scripts !== 'ucode') return firstFit(SHELL_CIPHERS, encryption);

	const place = index(encryption, '+');
	const names = place < 0 ? '' : substr(encryption, place + 1);
	return UCODE_CIPHERS[names] ?? (index(encryption, 'wpa3-192') === 0 ? ['GCMP-256'] : ['CCMP']);
}

function securityOf(encryption, software) {
	const text = encryption ?? 'none';
	const auth = authOf(text, software);
	const wpa = auth === 'dpp' ? 2 : firstFit(WPA, text);

	return {
		auth,
		wpa,
		ciphers: wpa === 0 ? [] : ciphersOf(text, software),
		akms: wpa === 0 ? [] : AKMS[auth]
	};
}

const STRONG = ['CCMP', 'GCMP', 'CCMP-256', 'GCMP-256'];

function protectionFrom(security) {
	const akms = security.akms;

	// 802.1X without WPA (encryption 8021x)
	if (security.auth === 'eap' || index(akms, 'DPP') >= 0 || index(akms, 'WPA-EAP') >= 0) return 'enterprise';
	if (security.auth === 'wep') return 'wep';
	if (security.wpa === 0 || index(akms, 'OWE') >= 0) return 'open_network';
	// Scripts of ucode pass the name on, and nobody writes keys or lines for WPS (ap.uc, iface_auth_type).
	if (length(akms) === 0) return 'unknown_encryption';
	if (index(akms, 'WPA-PSK') < 0) return 'wpa3_only';

	const strong = length(filter(security.ciphers, cipher => index(STRONG, cipher) >= 0)) > 0;
	return security.wpa !== 1 && strong ? 'ok' : 'tkip_only';
}

function protectionOf(encryption, software) {
	return protectionFrom(securityOf(type(encryption) === 'string' ? encryption : null, software));
}

// src/contract/bss.ts
const PINS = ['wps_pin', 'ap_pin'];

const EXPOSING = [...PINS, 'wps_label', 'ext_registrar'];

// src/core/wireless/raw.ts
const RAW = 'hostapd_bss_options';

function rawLinesOf(entries, software) {
	if (software.scripts === 'ucode') return entries;

	return filter(split(join(' ', entries), /[ \t]+/), word => word !== '');
}

function lineValue(lines, name) {
	const begin = `${name}=`;
	const found = filter(lines, line => index(line, begin) === 0);

	return length(found) > 0 ? substr(found[length(found) - 1], length(begin)) : null;
}

// src/core/wireless/iface.ts
function readIface(section, software) {
	const options = given(section, IFACE, software);

	return { section, options, lines: rawLinesOf(options.hostapd_bss_options ?? [], software), software };
}

function isKey(key) {
	const size = length(key);

	return size === 64 ? match(key, /[0-9A-Fa-f]+/)?.[0] === key : size >= 8 && size < 64;
}

// src/core/wireless/told.ts
function unless(iface, name, value, option) {
	const line = lineValue(iface.lines, name);

	return line === null ? { value, option } : { value: line, option: RAW };
}

function nameOf(iface, alias, name) {
	return iface.software.scripts !== 'ucode' || (iface.section[alias] ?? null) !== null ? alias : name;
}

function atoi(value) {
	const number = match(value, / *-?[0-9]+/)?.[0] ?? '';

	return number !== '' && index(value, number) === 0 ? int(trim(number)) : 0;
}

function wordsOfLine(line) {
	return filter(split(line, ' '), word => word !== '');
}

function isUnreadable(iface) {
	return iface.software.scripts === 'ucode' && type(iface.section.encryption) === 'array';
}

const UNREADABLE = { auth: 'unknown', wpa: 2, ciphers: [], akms: [] };

function toldSecurity(iface) {
	const security = isUnreadable(iface) ? UNREADABLE : securityOf(iface.options.encryption, iface.software);
	const wpa = lineValue(iface.lines, 'wpa');
	const akms = lineValue(iface.lines, 'wpa_key_mgmt');
	const ciphers = lineValue(iface.lines, 'rsn_pairwise') ?? lineValue(iface.lines, 'wpa_pairwise');

	return {
		auth: security.auth,
		wpa: wpa === null ? security.wpa : atoi(wpa),
		akms: akms === null ? security.akms : wordsOfLine(akms),
		ciphers: ciphers === null ? security.ciphers : wordsOfLine(ciphers)
	};
}

function toldHidden(iface) {
	const name = nameOf(iface, 'hidden', 'ignore_broadcast_ssid');

	return unless(iface, 'ignore_broadcast_ssid', iface.options[name] === true ? '1' : '0', name);
}

const PERSONAL_AUTH = ['psk', 'psk-sae', 'psk-sae-compat', 'sae'];

function isPersonal(security) {
	return index(PERSONAL_AUTH, security.auth) >= 0;
}

function hasServerKeys(iface, security) {
	const able = iface.software.scripts === 'old' ? security.auth === 'psk' : isPersonal(security);

	return able && iface.options.ppsk === true;
}

function toldAdmission(iface, security) {
	const name = nameOf(iface, 'auth_server', 'auth_server_addr');
	const filters = iface.options.macfilter;
	let said = { value: '0', option: 'macfilter' };

	if (hasServerKeys(iface, security)) said = { value: '2', option: 'ppsk' };
	// hostapd.sh hostapd_set_bss_options, ap.uc iface_ppsk: on any network but those of 802.1X
	if (length(iface.options[name] ?? []) > 0 && index(['eap', 'dpp', 'unknown'], security.auth) < 0)
		said = { value: '2', option: name };
	if (filters === 'allow') said = { value: '1', option: 'macfilter' };
	if (filters === 'deny') said = { value: '0', option: 'macfilter' };

	return unless(iface, 'macaddr_acl', said.value, said.option);
}

function toldFrames(iface) {
	return unless(iface, 'ieee80211w', `${iface.options.ieee80211w ?? 0}`, 'ieee80211w');
}

function asksWps(iface) {
	return iface.options.wps_pushbutton === true || iface.options.wps_label === true;
}

function toldWps(iface) {
	return unless(iface, 'wps_state', asksWps(iface) ? '2' : '0', 'wps_pushbutton');
}

function toldIndependent(iface) {
	const value = iface.options.wps_independent;
	// What is no number becomes one that is none in the ucode scripts, and 0 in hostapd.
	const unread =
		iface.software.scripts === 'ucode' && (iface.section.wps_independent ?? null) !== null ? '0' : '1';

	return atoi(unless(iface, 'wps_independent', `${value ?? unread}`, 'wps_independent').value) !== 0;
}

function toldCapacity(iface) {
	const name = nameOf(iface, 'maxassoc', 'max_num_sta');
	const number = atoi(unless(iface, 'max_num_sta', `${iface.options[name] ?? 0}`, name).value);

	return number > 0 ? number : null;
}

function toldUuid(iface) {
	return lineValue(iface.lines, 'uuid') ?? iface.options.uuid;
}

function toldSsid(iface) {
	return lineValue(iface.lines, 'ssid') ?? iface.options.ssid ?? '';
}

// src/core/wireless/faults.ts
function pinOf(iface) {
	return filter(EXPOSING, option => index([null, '', false], iface.options[option]) < 0)[0] ?? null;
}

function hasBadKey(iface, stations) {
	const key = iface.options.key;
	if (key !== null && isKey(key)) return false;

	const others = stations || iface.options.wpa_psk_file !== null;
	return !others || (key !== null && (length(key) === 64 || iface.software.scripts !== 'ucode'));
}

const KEYED = ['ok', 'wpa3_only', 'tkip_only'];

function faultsOf(iface, security, stations) {
	const options = iface.options;
	const protection = protectionFrom(security);
	const named = protectionFrom(toldSecurity({ ...iface, lines: [] }));
	const admission = toldAdmission(iface, security);
	const frames = toldFrames(iface);
	const hidden = toldHidden(iface);
	const wps = toldWps(iface);
	const pin = pinOf(iface);
	const faults = {};

	// Nothing that could be mended here would bring WPS (hostapd.sh, ap.uc iface_wps).
	if (options.multi_ap === 1) return { multi_ap_backhaul: 'multi_ap' };
	if (protection !== 'ok') faults[protection] = protection === named ? 'encryption' : RAW;
	if (hasServerKeys(iface, security)) faults.ppsk = 'ppsk';
	else {
		if (index(KEYED, protection) >= 0 && hasBadKey(iface, stations)) faults.bad_key = 'key';
		if (atoi(admission.value) === 2) faults.mac_authentication = admission.option;
	}
	if (atoi(hidden.value) !== 0) faults.hidden_ssid = hidden.option;
	if (atoi(wps.value) !== 2) faults.wps_disabled = wps.option;
	if (atoi(admission.value) === 1) faults.mac_allow_list = admission.option;
	if (pin !== null) faults.pin_exposed = pin;
	if (options.ieee80211r === true && security.wpa >= 2) faults.fast_roaming = 'ieee80211r';
	// Many devices get the credential and never come. In sae-compat WPA3 has an element of its own.
	const wpa2 = index(security.akms, 'SAE') < 0 || security.auth === 'psk-sae-compat';
	if (protection === 'ok' && wpa2 && atoi(frames.value) === 2) faults.pmf_required = frames.option;

	return faults;
}

// src/core/wireless/radio.ts
const BANDS = { b: '2g', g: '2g', a: '5g' };

function writtenChannel(device) {
	const text = `${device.channel ?? ''}`;

	return match(text, /[0-9]+/)?.[0] === text ? int(text) : 0;
}

function modeOf(device, software) {
	const hwmode = `${device.hwmode ?? ''}`;
	const name = index(hwmode, '11') === 0 ? substr(hwmode, 2) : hwmode;
	if (index(['a', 'b', 'g', 'ad'], name) >= 0) return name;

	return software.scripts !== 'ucode' && writtenChannel(device) > 14 ? 'a' : 'g';
}

function bandOf(device, software) {
	const band = device.band ?? null;
	if (index(['2g', '5g', '6g'], band) >= 0) return band;
	if (band === '60g' || (band !== null && software.scripts === 'ucode')) return null;

	return BANDS[modeOf(device, software)] ?? null;
}

// src/core/wireless/limits.ts
const IFACE_LIMITS = {
	access_network_type: [0, 15],
	iw_access_network_type: [0, 15],
	anqp_domain_id: [0, 65535],
	assoc_sa_query_max_timeout: [1, 4294967295],
	ieee80211w_max_timeout: [1, 4294967295],
	assoc_sa_query_retry_timeout: [1, 4294967295],
	ieee80211w_retry_timeout: [1, 4294967295],
	dtim_period: [1, 255],
	dynamic_vlan: ['0', '1', '2'],
	eapol_version: ['1', '2'],
	ieee80211w: ['0', '1', '2'],
	macfilter: ['allow', 'deny'],
	ocv: [0, 15],
	reassociation_deadline: [1000, 65535],
	sae_pwe: ['0', '1', '2'],
	time_advertisement: ['0', '2'],
	transition_disable: ['on', 'off', '0', '1', 'sae', 'sae-pk', 'wpa3', 'owe']
};

const LISTS = ['transition_disable'];

const DEVICE_LIMITS = {
	band: ['2g', '5g', '6g', '60g'],
	beacon_int: [15, 65535],
	cell_density: [0, 3],
	chanbw: ['5', '10', '20'],
	he_bss_color: [1, 128],
	htmode: [
		...['NOHT', 'HT20', 'HT40-', 'HT40+', 'HT40', 'VHT20', 'VHT40', 'VHT80', 'VHT160'],
		...['HE20', 'HE40', 'HE80', 'HE160', 'EHT20', 'EHT40', 'EHT80', 'EHT160', 'EHT320']
	],
	log_level: [0, 4],
	mbssid: [0, 2],
	require_mode: ['n', 'ac', 'ax'],
	rx_stbc: [0, 4],
	vht160: [0, 2],
	vht_link_adapt: [0, 3],
	vht_max_a_mpdu_len_exp: [0, 7],
	vht_max_mpdu: ['3895', '7991', '11454']
};

function isWithin(option, value, limit, software) {
	if (index(LISTS, option) >= 0) return length(filter(listOf(value), word => index(limit, word) < 0)) === 0;

	const number = numberOf(value, software);
	if (type(limit[0]) === 'string') return index(limit, number === null ? value : `${number}`) >= 0;

	const range = limit;
	return number === null || ((range[0] === 0 || number >= range[0]) && number <= range[1]);
}

function firstOutside(section, limits, software) {
	if (software.scripts !== 'ucode') return null;

	const isSet = option => (section[option] ?? null) !== null;
	const outside = option => !isWithin(option, section[option], limits[option], software);
	return filter(keys(limits), option => isSet(option) && outside(option))[0] ?? null;
}

function outsideOfIface(section, software) {
	return firstOutside(section, IFACE_LIMITS, software);
}

function outsideOfDevice(section, software) {
	return firstOutside(section, DEVICE_LIMITS, software);
}

// src/core/wireless/refusals.ts
const NAME = 32;
const DEVICES = 2007;

function hasServer(iface) {
	const servers = iface.options.auth_server ?? iface.options.auth_server_addr ?? [];

	const own = lineValue(iface.lines, 'eap_server') ?? iface.section.eap_server ?? '0';

	return length(servers) > 0 || (iface.section.server ?? null) !== null || own === '1';
}

function isUuid(uuid) {
	return uuid === null || match(uuid, /[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/) !== null;
}

function isLine(line) {
	return line === '' || index(line, '#') === 0 || match(line, /[a-z][a-z0-9_]*=.*/)?.[0] === line;
}

function isRefusedKey(iface, security) {
	const key = iface.options.key;
	if (hasServerKeys(iface, security)) return false;
	if (key === null) return iface.software.scripts === 'old' && iface.options.wpa_psk_file === null;

	return !isKey(key) && (length(key) === 64 || iface.software.scripts !== 'ucode');
}

function hasNoRoamingKey(iface, security) {
	const options = iface.options;
	const roams = options.ieee80211r === true && security.wpa >= 2 && security.auth !== 'psk';
	const key = security.auth === 'owe' ? null : options.key;

	return (
		iface.software.scripts === 'shell' &&
		roams &&
		key === null &&
		(iface.section.auth_secret ?? null) === null
	);
}

function hasBadBackhaulKey(iface) {
	const key = iface.options.multi_ap_backhaul_key;

	return (
		iface.options.multi_ap > 0 && !!iface.options.multi_ap_backhaul_ssid && key !== null && length(key) < 8
	);
}

function refusedByHostapd(iface, security) {
	const options = iface.options;
	const protection = protectionFrom(security);
	const shell = iface.software.scripts !== 'ucode';
	const ssid = length(options.ssid ?? '');

	// The ucode scripts write the name in another way (ssid2), in which it may be empty.
	if (ssid > NAME || (shell && ssid === 0)) return 'ssid';
	if (index([null, 0, 1, 2, 3], options.multi_ap) < 0) return 'multi_ap';
	if ((options.maxassoc ?? options.max_num_sta ?? 0) > DEVICES) return 'maxassoc';
	// Usual builds know no WEP (CONFIG_WEP in hostapd's Makefile).
	if (protection === 'wep') return 'encryption';
	if (protection === 'unknown_encryption' && (isUnreadable(iface) || options.wpa_psk_file === null))
		return 'encryption';
	// hostapd asks for macaddr_acl=2 there, which the filter overrides (hostapd_config_check_bss).
	if (hasServerKeys(iface, security) && atoi(toldAdmission(iface, security).value) !== 2) return 'macfilter';
	if (security.auth === 'eap' && !hasServer(iface)) return 'auth_server';
	if (isPersonal(security) && isRefusedKey(iface, security)) return 'key';
	if (hasNoRoamingKey(iface, security)) return 'ieee80211r';
	if (shell && asksWps(iface) && hasBadBackhaulKey(iface)) return 'multi_ap_backhaul_key';
	if (asksWps(iface) && !isUuid(toldUuid(iface))) return 'uuid';
	if (asksWps(iface) && length(options.wps_device_name ?? '') > NAME) return 'wps_device_name';

	return length(filter(iface.lines, line => !isLine(line))) > 0 ? RAW : null;
}

const CHECKED = ['ap', 'sta', 'adhoc', 'mesh'];

function refusedOf(iface, security) {
	const checked = index(CHECKED, iface.options.mode) >= 0;
	const outside = checked ? outsideOfIface(iface.section, iface.software) : null;

	return outside ?? (iface.options.mode === 'ap' ? refusedByHostapd(iface, security) : null);
}

function refusedOfRadio(device, software) {
	const country = device.country ?? null;
	if (country !== null && match(country, /[A-Z0-9][A-Z0-9].*/)?.[0] !== country) return 'country';

	return outsideOfDevice(device, software);
}

// src/core/wireless/sections.ts
function sectionsOfType(sections, wanted) {
	const found = filter(values(sections), section => section['.type'] === wanted);

	return sort(found, (a, b) => a['.index'] - b['.index']);
}

function netifdName(section, place, software) {
	return section['.anonymous'] && software.netifd === 'c'
		? `@${section['.type']}[${place}]`
		: section['.name'];
}

// src/core/wireless/stations.ts
const DISABLED = ['yes', 'yes'];

function isOf(station, section, software) {
	const iface = station.iface ?? null;
	// uci_lookup_option_string sees no lists: such a station is one of every network (netifd config.c).
	if (software.netifd === 'c') return iface === null || type(iface) === 'array' || iface === section;

	return iface === null || index(listOf(iface), section) >= 0;
}

function hasStations(iface, stations, software) {
	if (software.netifd === 'c' && iface['.anonymous']) return false;

	const own = filter(
		stations,
		station => taken(station.disabled, DISABLED, software) !== true && isOf(station, iface['.name'], software)
	);
	return length(own) > 0;
}

// src/core/wireless/configuration.ts
function keyNumbers(ifaces) {
	const known = {};

	return map(ifaces, (iface, place) => {
		const key = iface.options.key;
		return key === null ? place : (known[`key ${key}`] ??= place);
	});
}

function radiosOf(iface) {
	const device = iface.section.device ?? null;
	if (iface.software.netifd === 'ucode') return listOf(device);
	if (type(device) === 'array') return iface.software.scripts === 'old' ? [] : device;

	return device === null ? [] : [device];
}

function refusalOf(device, ifaces, software) {
	const own = refusedOfRadio(device, software);
	if (own !== null) return { section: device['.name'], option: own };

	for (let iface in ifaces) {
		const option = iface.options.disabled === true ? null : refusedOf(iface, toldSecurity(iface));
		if (option !== null) return { section: iface.section['.name'], option };
	}

	return null;
}

function radioOf(device, refusal, software) {
	const options = given(device, DEVICE, software);
	const channel = writtenChannel(options);

	return {
		name: device['.name'],
		band: bandOf(options, software),
		channel: channel > 0 ? channel : null,
		disabled: options.disabled === true,
		managed: true,
		up: null,
		stopped: false,
		failed: false,
		refusal
	};
}

function bssOf(iface, radio, key_number, stations) {
	const security = toldSecurity(iface);
	const options = iface.options;
	const faults = faultsOf(iface, security, stations);

	if (radio.band === '6g') faults.band_6ghz = 'band';
	return {
		section: iface.section['.name'],
		radio,
		ifname: null,
		ssid: toldSsid(iface),
		disabled: options.disabled === true,
		encryption: options.encryption ?? 'none',
		protection: protectionFrom(security),
		sae: index(security.akms, 'SAE') >= 0,
		key_number,
		faults,
		capacity: toldCapacity(iface),
		wps: atoi(toldWps(iface).value) === 2,
		independent: toldIndependent(iface),
		uuid: toldUuid(iface),
		raw: iface.lines,
		applied: null,
		psk_file: options.wpa_psk_file,
		stations,
		unsaved: false,
		uplinks: []
	};
}

function readConfiguration(sections, software) {
	const stations = sectionsOfType(sections, 'wifi-station');
	const ifaces = map(sectionsOfType(sections, 'wifi-iface'), section => readIface(section, software));
	const numbers = keyNumbers(ifaces);

	return map(sectionsOfType(sections, 'wifi-device'), device => {
		const own = filter(ifaces, iface => index(radiosOf(iface), device['.name']) >= 0);
		const radio = radioOf(device, refusalOf(device, own, software), software);
		// No script has a default for the mode: without one it is no access point.
		const points = filter(own, iface => iface.options.mode === 'ap');

		return {
			radio,
			type: type(device.type) === 'string' ? device.type : null,
			drafts: map(points, iface => {
				const place = index(ifaces, iface);
				const keyed = hasStations(iface.section, stations, software);
				const name = netifdName(iface.section, place, software);
				return { bss: bssOf(iface, radio, numbers[place], keyed), iface, name };
			})
		};
	});
}

// src/core/wireless/software.ts
function softwareOf(programs) {
	const text = programs.ap_uc ?? programs.hostapd_sh ?? '';

	return {
		netifd: programs.netifd_ucode ? 'ucode' : 'c',
		// hostapd.sh knows files of SAE passwords since 24.10.
		scripts: programs.ap_uc !== null ? 'ucode' : index(text, 'sae_password_file') >= 0 ? 'shell' : 'old',
		uuid: index(text, 'uuid') >= 0,
		dpp: index(text, 'dpp') >= 0
	};
}

// src/router/freshness.ts
/*
 * What was made of files need not be made again while they are the same: while each has the inode, the size and the time of
 * its last change that it had then. Three things could make that untrue, and each is seen to here:
 * - Times count whole seconds. A file that had just been written when it was read may be written once more in the same second,
 *   to the same size: what was made of a file so young is used once and not kept.
 * - A clock that is set back gives the same second twice: nothing is kept over that.
 * - Whoever likes can set a file's time of writing (`touch`, `cp -p`), but not the time of its last change.
 * Of a folder the same tells whether a file came or went, but not whether one in it was written.
 */
const YOUNG = 5;

const UNSEEN = 2000;

let ahead = 0;
let times_set = 0;

function stampOf(paths) {
	const at = now();
	const lead = at.epoch * 1000 - at.monotonic;
	if (lead - ahead > UNSEEN || ahead - lead > UNSEEN) {
		ahead = lead;
		times_set++;
	}

	let text = `${times_set}`;
	let settled = true;
	for (let path in paths) {
		const found = fs.stat(path);
		text += found === null ? '/' : `/${found.inode} ${found.size} ${found.ctime}`;
		if (found !== null && found.ctime >= at.epoch - YOUNG) settled = false;
	}

	return { text, settled };
}

function madeOf(before, stamp, make) {
	if (before?.text === stamp.text) return before;

	return { text: stamp.settled ? stamp.text : '', value: make() };
}

// src/router/wireless.ts
const CONFIG = '/etc/config/wireless';

function committed() {
	const cursor = uci.cursor() ?? die('uci');
	cursor.load(CONFIG);

	return cursor;
}

function wirelessSections() {
	return committed().get_all('wireless') ?? {};
}

const LOGINS = '/var/run/rpcd';

const STAGED = /[-+|~@^]?wireless\.([A-Za-z0-9_]+).*/;

function stagedSections() {
	const sections = {};
	const logins = filter(fs.lsdir(LOGINS) ?? [], name => index(name, 'uci-') === 0);

	for (let folder in ['/tmp/.uci', ...map(logins, name => `${LOGINS}/${name}`)]) {
		const text = fs.readfile(`${folder}/wireless`);
		if (text === null) continue;
		for (let line in split(text, '\n')) {
			const found = match(line, STAGED);
			if (found?.[0] === line) sections[found[1]] = true;
		}
	}

	return sections;
}

function wirelessHandlers() {
	const handlers = [];

	for (let name in fs.lsdir('/lib/netifd/wireless') ?? []) {
		if (substr(name, -3) === '.sh') push(handlers, substr(name, 0, length(name) - 3));
	}

	return handlers;
}

const AP_UC = '/usr/share/ucode/wifi/ap.uc';
const HOSTAPD_SH = '/lib/netifd/hostapd.sh';
const WIRELESS_UC = '/lib/netifd/wireless.uc';

const PROGRAMS = [AP_UC, HOSTAPD_SH, WIRELESS_UC];
const WIRELESS = [CONFIG, ...PROGRAMS];

function programStamp() {
	return stampOf(PROGRAMS);
}

function wirelessStamp() {
	return stampOf(WIRELESS);
}

function wirelessPrograms() {
	return {
		netifd_ucode: fs.access(WIRELESS_UC) === true,
		ap_uc: fs.readfile(AP_UC),
		hostapd_sh: fs.readfile(HOSTAPD_SH)
	};
}

function sectionNamed(name) {
	const found = match(name, /@wifi-iface\[-?[0-9]+\]/);

	return found?.[0] === name ? (committed().get_all('wireless', name)?.['.name'] ?? name) : name;
}

function bssidOf(ifname) {
	return trim(fs.readfile(`/sys/class/net/${ifname}/address`) ?? '') || null;
}

// src/service/bsses.ts
let programs = null;
let file = null;

function software() {
	programs = madeOf(programs, programStamp(), () => softwareOf(wirelessPrograms()));

	return programs.value;
}

function configuration() {
	file = madeOf(file, wirelessStamp(), () => readConfiguration(wirelessSections(), software()));

	return file.value;
}

let bsses_found = null;

function readBsses(status) {
	const committed = configuration();
	const staged = stagedSections();
	const handlers = wirelessHandlers();
	const told = sprintf('%J', [status, staged, handlers]);

	if (bsses_found?.configuration !== committed || bsses_found?.told !== told)
		bsses_found = { configuration: committed, told, bsses: bssesNow(committed, status, staged, handlers) };

	return bsses_found.bsses;
}

// src/contract/problem.ts
const NO_WPS = { fix: 'package', refusal: 'wps_not_supported' };
const UNSUITABLE = { fix: 'wireless', refusal: 'unsuitable_network' };
const NOT_YET = { fix: 'wait', refusal: 'not_on_air' };
const WARNING = { fix: 'wireless', refusal: null };

const PROBLEMS = {
	no_daemon: NO_WPS,
	daemon_without_wps: NO_WPS,
	daemon_restart_needed: { ...NO_WPS, fix: null },
	not_managed: { ...NOT_YET, fix: null },
	radio_disabled: { ...NOT_YET, fix: 'wireless' },
	radio_stopped: { ...NOT_YET, fix: 'wireless' },
	radio_failed: { ...NOT_YET, fix: 'wireless' },
	multi_ap_backhaul: { ...UNSUITABLE, fix: null },
	unknown_encryption: UNSUITABLE,
	open_network: UNSUITABLE,
	wep: UNSUITABLE,
	tkip_only: UNSUITABLE,
	enterprise: UNSUITABLE,
	wpa3_only: UNSUITABLE,
	bad_key: UNSUITABLE,
	ppsk: UNSUITABLE,
	mac_authentication: UNSUITABLE,
	hidden_ssid: UNSUITABLE,
	band_6ghz: { ...UNSUITABLE, fix: null },
	wps_disabled: { fix: 'enable', refusal: 'wps_disabled' },
	unsaved_changes: { fix: 'wireless', refusal: 'busy' },
	radio_down: NOT_YET,
	radar_check: NOT_YET,
	not_on_air: NOT_YET,
	silent: { ...NOT_YET, fix: 'enable' },
	window_open: { fix: 'wait', refusal: 'already_open' },
	overlap: { fix: 'wait', refusal: 'overlap' },
	full: { fix: 'wireless', refusal: 'unsuitable_network' },
	mac_allow_list: WARNING,
	not_persistent: { ...WARNING, fix: 'enable' },
	bands_apart: { ...WARNING, fix: 'enable' },
	routers_apart: { ...WARNING, fix: 'enable' },
	shared_flag: WARNING,
	pin_exposed: { ...WARNING, fix: 'enable' },
	fast_roaming: WARNING,
	pmf_required: WARNING,
	other_routers: { ...WARNING, fix: null }
};

// src/core/suitability.ts
const CODES = keys(PROBLEMS);

function blames(bss, option) {
	return length(filter(values(bss.faults), named => named === option)) > 0;
}

function isFit(bss) {
	const unfit = filter(keys(bss.faults), code => PROBLEMS[code].refusal === 'unsuitable_network');

	return length(unfit) === 0 && bss.radio.managed;
}

const MET = ['fast_roaming', 'pmf_required'];

function configuredFaults(bss) {
	const causes = {};
	for (let code in keys(bss.faults)) if (bss.wps || index(MET, code) < 0) causes[code] = bss.faults[code];

	return causes;
}

function causesOf(at) {
	const bss = at.bss;
	const radio = bss.radio;
	const daemon = at.daemon;
	const refusal = radio.refusal;
	// Switched on in the configuration, on a radio that may come up: there is use in waiting for it.
	const wanted = !bss.disabled && !radio.disabled;
	const run = wanted && (radio.managed || at.answers);
	// The section at fault has words of its own for it, in most cases.
	const told = refusal !== null && refusal.section === bss.section && blames(bss, refusal.option);
	const failed = run && !at.answers && (radio.failed || refusal !== null);
	const awaited = run && !radio.stopped && !failed && at.radar_left === 0;

	return {
		...configuredFaults(bss),
		no_daemon: !at.daemon_installed,
		daemon_without_wps: at.daemon_installed && daemon.installed_has_wps === false,
		daemon_restart_needed:
			daemon.installed_has_wps !== null && daemon.running_has_wps === !daemon.installed_has_wps,
		not_managed: wanted && !run && 'type',
		radio_disabled: !wanted && 'disabled',
		radio_stopped: run && radio.stopped,
		radio_failed: failed && !told && !radio.stopped && (refusal?.option ?? true),
		unsaved_changes: bss.unsaved || bss.applied === false,
		radio_down: awaited && radio.up !== true,
		radar_check: wanted && at.radar_left > 0 && at.radar_left,
		not_on_air: awaited && radio.up === true && !at.answers,
		silent: awaited && at.answers && at.beacons === false,
		full: at.full && 'maxassoc',
		window_open: at.open !== null && (at.open.remaining ?? true),
		overlap: at.overlap_left > 0 && at.overlap_left,
		not_persistent: bss.wps && isFit(bss) && !at.persistent && RAW,
		shared_flag: bss.wps && (at.grouped ? 'wps_independent' : at.flagged > 1 && 'wps_pushbutton'),
		routers_apart: bss.wps && at.apart && 'uuid',
		other_routers: bss.wps && at.elsewhere
	};
}

function mendOf(code, cause, at) {
	if (code === 'silent' && at.uplink_away) return 'wait';
	// What a raw line says is the owner's: no switch of ours takes it away.
	if (code === 'wps_disabled' && cause === RAW) return 'wireless';

	return PROBLEMS[code].fix;
}

function problemsOf(situation) {
	const causes = causesOf(situation);
	const problems = [];

	for (let code in CODES) {
		const cause = causes[code] ?? false;
		if (cause === false) continue;

		const kind = PROBLEMS[code];
		push(problems, {
			code,
			severity: kind.refusal === null ? 'warning' : 'error',
			option: type(cause) === 'string' ? `${cause}` : null,
			fix: mendOf(code, cause, situation),
			seconds: type(cause) === 'int' ? int(cause) : null,
			sections: [situation.bss.section]
		});
	}

	return problems;
}

function obstacle(problems) {
	return filter(problems, problem => problem.severity === 'error')[0] ?? null;
}

// src/core/target.ts
const ANYWHERE = { network: null, section: null, ifname: null };

function isMeant(target, network) {
	if (target.network !== null) return network[0].ssid === target.network;
	if (target.section !== null) return length(filter(network, bss => bss.section === target.section)) > 0;
	if (target.ifname !== null) return length(filter(network, bss => bss.ifname === target.ifname)) > 0;

	return true;
}

function errorOf(problem) {
	return (problem === null ? null : PROBLEMS[problem.code].refusal) ?? 'wps_disabled';
}

function chooseOne(target, whole) {
	if (target.ifname !== null) {
		const place = filter(whole.places, one => one.bss.ifname === target.ifname)[0];
		return place.ready
			? { error: null, whole, opening: [place.bss] }
			: { error: errorOf(obstacle(place.problems)) };
	}

	return whole.ready ? { error: null, whole, opening: whole.opening } : { error: errorOf(whole.obstacle) };
}

function chooseNone(wholes) {
	const enabled = filter(wholes, whole => whole.enabled);
	const only = length(enabled) > 0 ? enabled : wholes;

	return { error: length(only) === 1 ? errorOf(only[0].obstacle) : 'wps_disabled' };
}

function choose(wholes, target) {
	const named = target.network !== null || target.section !== null || target.ifname !== null;
	const meant = filter(wholes, whole =>
		isMeant(
			target,
			map(whole.places, place => place.bss)
		)
	);
	if (named && length(meant) === 0) return { error: 'unknown_target' };
	if (length(meant) === 1 && (named || meant[0].ready)) return chooseOne(target, meant[0]);

	const ready = filter(meant, whole => whole.ready);
	if (length(ready) === 1) return chooseOne(target, ready[0]);
	if (length(ready) > 1) return { error: 'ambiguous_target' };

	return named ? { error: errorOf(meant[0].obstacle) } : chooseNone(meant);
}

// src/core/button.ts
function pressed(wholes, chosen) {
	if (chosen !== null) return { ...ANYWHERE, network: chosen };

	const first = filter(wholes, whole => whole.enabled)[0] ?? null;
	return first === null ? null : { ...ANYWHERE, section: first.places[0].bss.section };
}

// src/router/button.ts
const SCRIPT = '/etc/rc.button/wps';

const PLACE = '/etc/rc.wps/';

let there = null;

function hasButton() {
	there ??= index(fs.readfile(SCRIPT) ?? '', PLACE) >= 0;
	return there;
}

// src/router/own-settings.ts
const SETTINGS_FILE = '/etc/config/wps';

let known = null;

function settingsCursor() {
	const cursor = uci.cursor() ?? die('uci');
	cursor.load(SETTINGS_FILE);

	return cursor;
}

function sectionsNow() {
	const sections = {};

	settingsCursor().foreach('wps', null, entry => {
		const options = {};
		const lists = {};
		for (let name in keys(entry))
			if (substr(name, 0, 1) === '.') continue;
			else if (type(entry[name]) === 'array') lists[name] = entry[name];
			else options[name] = `${entry[name]}`;
		sections[entry['.type']] ??= [];
		push(sections[entry['.type']], { name: entry['.name'], options, lists });
	});

	return sections;
}

function settingsOf(kind) {
	known = madeOf(known, stampOf([SETTINGS_FILE]), sectionsNow);

	return known.value[kind] ?? [];
}

function writeSection(name, kind, options) {
	if (fs.access(SETTINGS_FILE) !== true && fs.writefile(SETTINGS_FILE, '') === null) return false;

	const cursor = settingsCursor();
	cursor.set('wps', name, kind);
	for (let option in keys(options)) {
		const value = options[option];
		if (value !== null) cursor.set('wps', name, option, value);
		else if ((cursor.get('wps', name, option) ?? null) !== null) cursor.delete('wps', name, option);
	}

	// Nothing else is loaded, and ucode of 22.03 refuses a name.
	return cursor.commit() === true;
}

function removeSections(names) {
	if (length(names) === 0) return true;

	const cursor = settingsCursor();
	for (let name in names) if ((cursor.get('wps', name) ?? null) !== null) cursor.delete('wps', name);

	return cursor.commit() === true;
}

// src/router/journal.ts
let log = null;
try {
	log = require('log');
} catch {
	log = null;
}

function note(text) {
	const line = replace(text, /[[:cntrl:]]/g, '?');

	if (log) log.syslog(log.LOG_NOTICE, `luci.wps: ${line}`);
	else system(['logger', '-p', 'daemon.notice', '-t', 'luci.wps', line], 500);
}

function linesCall(count) {
	return { object: 'log', method: 'read', args: { lines: count, stream: false } };
}

function readLines(reply) {
	return reply?.data?.log ?? [];
}

function tell(message) {
	announce('luci.wps', message);
}

// src/core/network.ts
const PERSONAL = ['ok', 'wpa3_only', 'tkip_only'];

function familyOf(bss) {
	return index(PERSONAL, bss.protection) >= 0 ? 'personal' : bss.protection;
}

function networksOf(bsses) {
	const networks = [];
	const places = {};

	for (let bss in bsses) {
		const name = `${bss.key_number} ${familyOf(bss)} ${bss.ssid}`;
		const place = places[name] ?? -1;
		if (place >= 0) push(networks[place], bss);
		else {
			places[name] = length(networks);
			push(networks, [bss]);
		}
	}

	return networks;
}

function isGroup(bsses) {
	return length(filter(bsses, bss => bss.independent)) === 0;
}

function areOne(bsses) {
	if (length(bsses) < 2 || isGroup(bsses)) return true;

	const uuid = bsses[0].uuid;
	return uuid !== null && length(filter(bsses, bss => bss.uuid !== uuid)) === 0;
}

function openingOf(ready) {
	if (areOne(ready)) return ready;

	return slice([...filter(ready, bss => bss.radio.band === '2g'), ...ready], 0, 1);
}

function askedOf(members) {
	const group = filter(members, member => !member.independent);
	return [...slice(group, 0, 1), ...filter(members, member => member.independent)];
}

function sectionsOf(bsses) {
	const sections = [];
	for (let bss in bsses) if (index(sections, bss.section) < 0) push(sections, bss.section);

	return sections;
}

// src/contract/limits.ts
const WALK_TIME = 120;

const JOIN_GRACE = 30;

const HISTORY_LIMIT = 50;

const OVERLAP_TIME = 120;

// src/core/window.ts
const STALE = (WALK_TIME + 5) * 1000;

const RAN_OUT = (WALK_TIME - 2) * 1000;

function namesOf(parts) {
	return map(parts, part => part.ifname);
}

function openWindow(opening, at) {
	return {
		session: {
			id: opening.id,
			network: opening.network,
			ifnames: namesOf(opening.parts),
			ifname: null,
			section: null,
			method: opening.method,
			origin: opening.origin,
			by: opening.by,
			state: 'waiting',
			open: true,
			started: opening.origin === 'external' ? null : at.epoch,
			ended: null,
			duration: WALK_TIME,
			remaining: null,
			attempts_failed: 0,
			reason: null,
			peer: null
		},
		parts: opening.parts,
		homes: opening.homes,
		exclusive: opening.exclusive,
		since: at.monotonic,
		logged: null,
		cancelling: null,
		until: null
	};
}

function listening(window) {
	return window.session.open ? filter(window.parts, part => part.ending === null) : [];
}

function isAmbiguous(window, part) {
	return window.session.method === 'pin' || !part.independent;
}

function needsLog(window) {
	const unclear = filter(listening(window), part => isAmbiguous(window, part) && part.last.result !== 'None');
	return length(unclear) > 0;
}

function isFollowed(window) {
	return window.session.open || window.until !== null;
}

function cancelWindow(window, reason) {
	// wps_registrar_wps_cancel tells the device nothing.
	const trying = window.session.state === 'connecting' ? 'still_trying' : null;
	return { ...window, cancelling: ['cancelled', reason ?? trying] };
}

function enter(window, phase) {
	return { ...window, session: { ...window.session, ...phase } };
}

function close(window, ending, at) {
	return enter(window, { state: ending[0], reason: ending[1], open: false, ended: at.epoch, peer: null });
}

function deviceOf(mac, client) {
	return {
		mac,
		name: null,
		ip: null,
		signal: client?.signal ?? null,
		authorized: client !== null && client.authorized && !client.wps
	};
}

function located(window, place) {
	const session = window.session;
	const ifname = place?.ifname ?? null;
	if (session.ifname === ifname) return window;

	return { ...window, session: { ...session, ifname, section: place?.section ?? null } };
}

function succeed(window, part, mac, at) {
	const waiting = { ...located(window, part), until: at.monotonic + JOIN_GRACE * 1000 };

	return enter(waiting, {
		state: 'success',
		reason: null,
		open: false,
		ended: at.epoch,
		peer: deviceOf(mac, null)
	});
}

function associating(seen) {
	const clients = seen?.kind === 'answer' ? seen.clients : null;

	return filter(keys(clients ?? {}), mac => clients?.[mac]?.wps === true)[0] ?? null;
}

function stayOpen(window, round) {
	const parts = listening(window);
	const asked = filter(parts, part => {
		const seen = round[part.ifname] ?? null;
		return seen?.kind === 'answer' && seen.clients !== null;
	});
	const busy = filter(asked, part => associating(round[part.ifname] ?? null) !== null)[0] ?? null;
	const waiting = { state: 'waiting', reason: null, open: true, ended: null, peer: null };

	if (busy !== null) {
		const seen = round[busy.ifname] ?? null;
		const mac = associating(seen) ?? '';
		const client = seen?.kind === 'answer' ? (seen.clients?.[mac] ?? null) : null;
		const known = window.session.peer?.mac === mac && window.session.peer?.signal === client?.signal;

		if (known && window.session.ifname === busy.ifname) return window;
		return enter(located(window, busy), { ...waiting, state: 'connecting', peer: deviceOf(mac, client) });
	}
	if (window.session.state === 'waiting' || length(asked) < length(parts)) return window;

	return enter(located(window, null), waiting);
}

function pinEnding(window, last, failed, age) {
	// The device notices a wrong PIN first: hostapd has no reason to give.
	if (failed) return ['failed', last.reason ?? 'authentication_failure'];
	if (window.cancelling !== null) return window.cancelling;

	return age >= WALK_TIME * 1000 ? ['timeout', null] : null;
}

function ranOut(window, age) {
	if (window.cancelling !== null) return window.cancelling;
	if (age >= RAN_OUT) return ['timeout', null];

	return window.session.started === null ? ['timeout', 'start_not_seen'] : ['cancelled', 'elsewhere'];
}

function closedWithoutProof(window, part) {
	if (!part.independent) return ['lost', 'sibling'];
	// A failure from before the window is not this one's.
	if (window.session.attempts_failed > 0) return ['failed', part.last.reason ?? 'unknown'];

	return ['lost', 'daemon_restarted'];
}

function stillActive(window, age) {
	if (age <= STALE) return null;
	if (window.cancelling !== null) return window.cancelling;

	return window.session.started === null ? ['lost', 'stale'] : ['timeout', 'elsewhere'];
}

function endingOf(window, part, pbc, failed, age) {
	if (window.session.method === 'pin') return pinEnding(window, part.last, failed, age);

	switch (pbc) {
		case 'Active':
			return stillActive(window, age);
		case 'Overlap':
			return ['overlap', 'several_devices'];
		case 'Timed-out':
			return ranOut(window, age);
		default:
			return closedWithoutProof(window, part);
	}
}

function isTold(now, told) {
	const start = now.result === 'Success' ? `WPS-REG-SUCCESS ${now.peer} ` : 'WPS-FAIL ';
	return now.result !== 'None' && length(filter(told, line => index(line, start) === 0)) > 0;
}

function admitted(told) {
	const line = filter(told, one => index(one, 'WPS-REG-SUCCESS ') === 0)[0] ?? null;

	return line === null ? null : (split(line, ' ')[1] ?? null);
}

function ended(part, ending) {
	return { part: ending === null ? part : { ...part, ending }, mac: null, failed: false };
}

function turnOf(window, part, seen, at) {
	const age = at.monotonic - window.since;

	if (seen.kind === 'gone') {
		// It may have let somebody in just before it went.
		const mac = admitted(seen.told);
		return { ...ended(part, mac === null ? ['lost', 'access_point_gone'] : null), mac };
	}
	if (seen.kind === 'no_wps') return ended(part, ['lost', 'daemon_restarted']);
	// Nobody asked how the window is.
	if (seen.kind === 'answer' && seen.registrar === null) return ended(part, null);

	const now = seen.kind === 'answer' ? seen.registrar : null;
	if (seen.kind === 'silent' || now === null || now.pbc === 'Unknown' || now.result === 'Unknown') {
		// hostapd has said that it cancels; that is enough.
		if (window.cancelling !== null) return ended(part, window.cancelling);
		return ended(part, age > STALE ? ['lost', 'no_answer'] : null);
	}

	const last = part.last;
	const changed = now.result !== last.result || now.peer !== last.peer || now.reason !== last.reason;
	const news = changed || isTold(now, seen.told);
	const failed = news && now.result === 'Failed';
	const told = changed ? { ...part, last: now } : part;

	// Only a new process has forgotten.
	if (news && now.result === 'None') return ended(told, ['lost', 'daemon_restarted']);
	// The same device once more gives the same answer: then only the window closing tells, where no other access point can close it.
	const closed = now.pbc === 'Disabled' && window.session.method === 'pbc' && part.independent;
	if (now.result === 'Success' && now.peer !== null && (news || closed))
		return { part: told, mac: now.peer, failed: false };

	const counted = failed ? { ...window, session: { ...window.session, attempts_failed: 1 } } : window;
	return { ...ended(told, endingOf(counted, told, now.pbc, failed, age)), failed };
}

const WEIGHT = ['overlap', 'failed', 'timeout', 'cancelled', 'lost'];

function heaviest(parts) {
	for (let state in WEIGHT) for (let part in parts) if (part.ending?.[0] === state) return part.ending;

	return ['lost', 'no_answer'];
}

function endsAll(window, ending) {
	return ending?.[0] === 'overlap' || (ending?.[0] === 'failed' && window.session.method === 'pin');
}

function withTurn(parts, before, after) {
	return before === after ? parts : map(parts, part => (part === before ? after : part));
}

function followOpen(window, round, at) {
	let parts = window.parts;
	let attempts = window.session.attempts_failed;
	let logged = window.logged;
	let winner = null;

	for (let part in listening(window)) {
		const seen = round[part.ifname] ?? null;
		if (seen === null) continue;

		const turn = turnOf(window, part, seen, at);
		parts = withTurn(parts, part, turn.part);
		if (turn.failed) attempts++;
		// The log tells the same once more: it counts from here on.
		if (turn.part.last !== part.last && isAmbiguous(window, part)) logged = null;
		if (turn.mac !== null) winner ??= turn;
	}

	if (parts === window.parts && attempts === window.session.attempts_failed && winner === null)
		return stayOpen(window, round);

	const open = filter(parts, part => part.ending === null);
	const total = filter(parts, part => endsAll(window, part.ending))[0] ?? null;
	const after = { ...window, parts, logged, session: { ...window.session, attempts_failed: attempts } };

	if (winner !== null) return succeed(after, winner.part, winner.mac ?? '', at);
	if (total !== null) return close(after, heaviest([total]), at);
	if (length(open) > 0) {
		after.session.ifnames = namesOf(open);
		return stayOpen(after, round);
	}

	// A device that joins once more leaves the same answer: that all have closed without anybody else being able to is the proof.
	const again =
		filter(parts, part => part.ending?.[1] === 'sibling' && part.last.result === 'Success')[0] ?? null;
	if (window.exclusive && again !== null) return succeed(after, again, again.last.peer ?? '', at);

	return close(after, heaviest(parts), at);
}

function settle(window, until, round, at) {
	const session = window.session;
	if (session.state !== 'success') return window;

	const peer = session.peer;
	const settled = { ...window, until: null };
	// A look at the whole router does not ask for the clients: whoever follows the window will, soon.
	let asked = true;

	for (let home in window.homes) {
		const seen = round[home.ifname] ?? null;
		if (seen === null || (seen.kind === 'answer' && seen.clients === null)) asked = false;
		if (seen?.kind !== 'answer') continue;

		const device = deviceOf(peer.mac, seen.clients?.[peer.mac] ?? null);
		if (device.authorized)
			return enter(located(settled, home), {
				state: 'joined',
				open: false,
				ended: session.ended,
				reason: null,
				peer: { ...peer, authorized: true, signal: device.signal }
			});
	}
	if (at.monotonic >= until + (asked ? 0 : STALE - WALK_TIME * 1000))
		return enter(settled, {
			state: 'success',
			open: false,
			ended: session.ended,
			reason: 'not_connected',
			peer
		});

	return window;
}

function observe(window, round, at) {
	if (window.session.open) return followOpen(window, round, at);

	return window.until === null ? window : settle(window, window.until, round, at);
}

function leftOpen(before, after) {
	if (after.session.open || !before.session.open) return [];

	return filter(after.parts, part => part.ending === null && part.ifname !== after.session.ifname);
}

function named(window, name, ip) {
	const session = window.session;
	const peer = session.peer;
	if (peer === null || (peer.name === name && peer.ip === ip)) return window;

	return enter(window, { ...session, peer: { ...peer, name, ip } });
}

function toSession(window, at) {
	const session = window.session;
	const left = session.open ? max(0, WALK_TIME - int((at.monotonic - window.since) / 1000)) : 0;

	return { ...session, remaining: session.started === null ? null : left };
}

// src/router/hostapd.ts
const PBC_STATES = ['Disabled', 'Active', 'Timed-out', 'Overlap'];
const RESULTS = ['None', 'Success', 'Failed'];

const BLANK = { pbc: 'Disabled', result: 'None', reason: null, peer: null };

function hostapdCall(ifname, method) {
	return { object: `hostapd.${ifname}`, method };
}

// ucode compiles a regular expression each time it comes to it (vm.c, uc_vm_insn_load_regexp).
const MAC = /([0-9a-f]{2}:){5}[0-9a-f]{2}/;

function isMac(text) {
	return match(text, MAC)?.[0] === text;
}

function readRegistrar(data) {
	const result = data.last_wps_result;
	const known = data.reason === 'Authentication Failure';
	const peer = data.peer_address;

	return {
		pbc: index(PBC_STATES, data.pbc_status) < 0 ? 'Unknown' : data.pbc_status,
		result: index(RESULTS, result) < 0 ? 'Unknown' : result,
		reason: known ? 'authentication_failure' : data.reason ? 'unknown' : null,
		peer: type(peer) === 'string' && isMac(peer) ? peer : null
	};
}

function clientsOf(data) {
	const clients = {};

	for (let mac in keys(data?.clients ?? {})) {
		const entry = data.clients[mac];
		clients[lc(mac)] = {
			authorized: entry.authorized === true,
			wps: entry.wps === true,
			signal: type(entry.signal) === 'int' ? entry.signal : null
		};
	}

	return clients;
}

function readObservation(status, clients, told) {
	if (status.code === METHOD_NOT_FOUND) return { kind: 'no_wps' };
	if (status.code === NOT_FOUND) return { kind: 'gone', told };
	if (status.code !== OK || type(status.data) !== 'object') return { kind: 'silent' };

	return {
		kind: 'answer',
		registrar: readRegistrar(status.data),
		clients: clients?.code === OK ? clientsOf(clients.data) : null,
		told
	};
}

function readClients(reply) {
	if (reply.code === NOT_FOUND) return { kind: 'gone', told: [] };
	if (reply.code !== OK) return { kind: 'silent' };

	return { kind: 'answer', registrar: null, clients: clientsOf(reply.data), told: [] };
}

const HOSTAPD_LINE = /hostapd(\[[0-9]+\])?: ([A-Za-z0-9._-]+): (.*)/;

function hostapdLine(line) {
	const found = match(line.msg, HOSTAPD_LINE);
	return found?.[0] === line.msg ? { ifname: found[2], text: found[3] } : null;
}

function cameWith(lines) {
	const came = [];
	for (let line in lines) {
		const words = split(hostapdLine(line)?.text ?? '', ' ');
		if (words[0] !== 'AP-STA-CONNECTED' || length(words) < 3 || !isMac(words[1])) continue;
		if (index(words[2], 'keyid=') === 0)
			push(came, { mac: words[1], id: substr(words[2], length('keyid=')) });
	}

	return came;
}

function heardOn(ifnames, after, lines) {
	// It may have begun anew as well.
	if (length(lines) === 0 || lines[0].id > after + 1 || lines[length(lines) - 1].id < after) return null;

	for (let line in lines) {
		const told = hostapdLine(line);
		if (line.id <= after || told === null || index(ifnames, told.ifname) < 0) continue;
		if (index(told.text, 'CTRL-EVENT-EAP-STARTED ') === 0) return true;
	}

	return false;
}

function toldSince(ifname, after, lines) {
	const told = [];

	for (let line in lines) {
		const found = hostapdLine(line);
		if (found?.ifname !== ifname || line.id <= (after ?? line.id)) continue;
		if (index(found.text, 'WPS-') === 0) push(told, found.text);
	}

	return told;
}

// src/contract/error.ts
const NO_ANSWER = _('The Wi-Fi software did not answer.');
const WPS_IS_OFF = _('WPS is off on this network.');

const ERRORS = {
	invalid_argument: { status: 2, message: _('The arguments are not valid.') },
	ambiguous_target: { status: 2, message: _('Several networks are ready: name one.') },
	pin_invalid: { status: 2, message: _('This is not a valid WPS PIN: check its digits.') },
	wps_not_supported: { status: 3, message: _('The running Wi-Fi software has no WPS.') },
	unknown_target: { status: 4, message: _('There is no such network or access point.') },
	unknown_device: { status: 4, message: _('No such device has joined by WPS.') },
	not_on_air: { status: 4, message: _('The network is configured, but not on the air.') },
	already_open: { status: 6, message: _('WPS is active already.') },
	busy: { status: 6, message: _('Another change is still under way.') },
	timeout: { status: 7, message: NO_ANSWER },
	wps_disabled: { status: 8, message: WPS_IS_OFF },
	overlap: {
		status: 8,
		message: _('Several devices asked to join within two minutes: stop WPS on the others and wait.')
	},
	unsuitable_network: { status: 8, message: _('WPS cannot work with the settings of this network.') },
	devices_would_go: { status: 8, message: _('Devices with keys of their own would lose them.') },
	button_absent: { status: 8, message: _('This version of OpenWrt leaves no place for the WPS button.') },
	not_saved: { status: 9, message: _('The settings could not be written.') },
	pin_unavailable: { status: 8, message: _('Joining by PIN needs the package hostapd-utils.') }
};

// src/service/request.ts
const ANSWER_WITHIN = 900;

function defineMethod(args, run) {
	return {
		args,
		call: req => {
			let answered = false;
			const send = (data, code) => {
				if (!answered) req.reply(data, code);
				answered = true;
			};

			// All calls of a script share `args` and `info`: read them before anything else can run (rpcd ucode.c).
			const deadline = now().monotonic + ANSWER_WITHIN;
			const request = {
				args: { ...req.args },
				who: req.info?.acl?.user ?? 'unknown',
				deadline,
				answer: data => send(data, 0),
				fail: (code, detail) => {
					const error = { code, message: ERRORS[code].message };
					if (type(detail) === 'string') error.argument = `${detail}`;
					if (type(detail) === 'int') error.devices = int(detail ?? 0);
					send({ error }, ERRORS[code].status);
				},
				isPending: () => !answered && now().monotonic < deadline
			};
			guarded(() => run(request));

			return answered ? null : pending();
		}
	};
}

function defineCommand(args, run) {
	return defineMethod(args, request => {
		const session = request.args.ubus_rpc_session ?? null;
		// rpcd has one thread: it can't wait for an object of its own.
		if (session === null || WAITS) return run(request);

		const args = { ubus_rpc_session: session, keys: ['username'] };
		ask([{ object: 'session', method: 'get', args }], request.deadline, replies =>
			run({ ...request, who: replies[0].data?.values?.username ?? request.who })
		);
	});
}

function textOf(request, name) {
	return request.args[name] ?? null;
}

function emptyArgument(request) {
	for (let name in keys(request.args))
		if (request.args[name] === '' && name !== 'ubus_rpc_session') return name;

	return null;
}

function callerOf(request) {
	const origin = textOf(request, 'origin') ?? 'luci.wps';
	const by = textOf(request, 'by');
	const named = by === null || match(by, /[A-Za-z0-9_.-]{1,32}/)?.[0] === by;
	const culprit = origin !== 'house' && origin !== 'luci.wps' ? 'origin' : named ? null : 'by';

	if (culprit !== null) {
		request.fail('invalid_argument', culprit);
		return null;
	}
	return origin === 'house' ? { origin, by: by ?? origin } : { origin: 'luci.wps', by: request.who };
}

function targetOf(request) {
	const section = textOf(request, 'section');
	const target = {
		network: textOf(request, 'network'),
		section: section === null ? null : sectionNamed(section),
		ifname: textOf(request, 'ifname')
	};
	const given = filter(keys(target), name => target[name] !== null);
	const culprit = emptyArgument(request) ?? (length(given) > 1 ? given[1] : null);
	if (culprit === null) return target;

	request.fail('invalid_argument', culprit);
	return null;
}

// src/core/network-state.ts
function bssesOf(places) {
	return map(places, place => place.bss);
}

function isAble(place) {
	const against = filter(
		place.problems,
		problem => PROBLEMS[problem.code].refusal === 'unsuitable_network' && problem.code !== 'full'
	);
	return length(against) === 0;
}

function merge(problems) {
	const merged = {};

	for (let problem in problems) {
		const known = merged[problem.code] ?? null;
		if (known === null) merged[problem.code] = { ...problem, sections: [...problem.sections] };
		else {
			for (let section in problem.sections)
				if (index(known.sections, section) < 0) push(known.sections, section);
			if (known.seconds !== null) known.seconds = min(known.seconds, problem.seconds ?? known.seconds);
		}
	}

	const ordered = [];
	for (let code in keys(PROBLEMS)) {
		const problem = merged[code] ?? null;
		if (problem !== null) push(ordered, problem);
	}

	return ordered;
}

function apart(enabled) {
	if (areOne(enabled)) return [];

	const kind = PROBLEMS.bands_apart;
	return [
		{
			code: 'bands_apart',
			severity: 'warning',
			option: 'wps_independent',
			fix: kind.fix,
			seconds: null,
			sections: sectionsOf(enabled)
		}
	];
}

function nearness(place) {
	const problem = obstacle(place.problems);
	return problem === null ? length(PROBLEMS) : index(keys(PROBLEMS), problem.code);
}

function wholeOf(places) {
	const enabled = filter(places, place => place.bss.wps && !place.bss.disabled);
	const ready = filter(places, place => place.ready);
	const problems = apart(bssesOf(enabled));
	let nearest = places[0];

	for (let place in places) {
		for (let problem in place.problems) push(problems, problem);
		if (nearness(place) > nearness(nearest)) nearest = place;
	}

	return {
		places,
		enabled: length(enabled) > 0,
		ready: length(ready) > 0,
		opening: openingOf(bssesOf(ready)),
		problems: merge(problems),
		obstacle: length(ready) > 0 ? null : obstacle(nearest.problems)
	};
}

// src/contract/wpad.ts
const USUAL = 'wpad-mbedtls';

// src/core/remedy.ts
function remedyFor(daemon) {
	if (daemon.installed_has_wps === null) return null;
	if (daemon.installed_has_wps)
		return daemon.running_has_wps === false ? ['service wpad restart', 'wifi'] : null;

	const old = daemon.package;
	const full = old === null ? USUAL : replace(old, /-(basic|mini)/, '');
	// A build of somebody's own, by the name of a full one.
	if (full === old) return null;

	const remove = old === null ? '' : ` && opkg remove ${old}`;
	const replaced = old === null ? '' : ` '!${old}' && apk del ${old}`;
	const commands = {
		opkg: `mkdir -p /tmp/wpad && cd /tmp && opkg update && opkg --cache /tmp/wpad download hostapd-common ${full}${remove} && opkg --cache /tmp/wpad install ${full} && reboot`,
		apk: `apk update && apk --cache-predownload add ${full}${replaced} && reboot`
	};
	return daemon.package_manager === null ? null : [commands[daemon.package_manager]];
}

// src/router/beacon.ts
function hasCarrier(ifname) {
	const path = `/sys/class/net/${ifname}/carrier`;
	const carrier = fs.readfile(path, 1);
	if (carrier === null) return fs.access(path) === true ? false : null;

	return carrier === '1' ? true : carrier === '0' ? false : null;
}

// src/router/house.ts
const TOLD = '/var/run/luci-wps-house.json';

function readHouse() {
	const text = fs.readfile(TOLD);
	if (text === null) return null;

	try {
		const house = json(text);
		return type(house?.routers) === 'array' && type(house.connected) === 'bool' ? house : null;
	} catch {
		return null;
	}
}

function houseUuid() {
	return settingsOf('house')[0]?.options?.uuid ?? null;
}

function openHouse(network, session) {
	send({ object: 'luci.wps.house', method: 'start', args: { network, session } });
}

// src/router/hostapd-cli.ts
const HOSTAPD_CLI = '/usr/sbin/hostapd_cli';

function hasHostapdCli() {
	return fs.access(HOSTAPD_CLI, 'x') === true;
}

function addPin(ifname, pin, device, deadline) {
	const argv = [HOSTAPD_CLI, '-i', ifname, 'wps_pin', 'any', pin, `${WALK_TIME}`];
	if (device !== null) push(argv, device);

	return system(argv, max(1, deadline - now().monotonic)) === 0;
}

function cancelPin(ifname) {
	system([HOSTAPD_CLI, '-i', ifname, 'wps_cancel'], 50);
}

// src/router/packages.ts
const HOSTAPD = '/usr/sbin/hostapd';

const VERSION_PATIENCE = 500;
const AGAIN = 10000;

let asked = '';
let has_wps = false;

let pause = 0;

function installedHasWps() {
	const found = fs.stat(HOSTAPD);
	if (found === null) return false;

	const version = `${found.inode} ${found.size} ${found.mtime}`;
	if (version === asked) return has_wps;
	if (now().monotonic < pause) return null;

	const code = system([HOSTAPD, '-vwps'], VERSION_PATIENCE);
	// Killed, or not to be run: that says nothing of what it can do.
	if (code < 0 || code > 125) {
		pause = now().monotonic + AGAIN;
		return null;
	}
	asked = version;
	has_wps = code === 0;

	return has_wps;
}

function packageManager() {
	if (fs.access('/lib/apk/db/installed')) return 'apk';
	return fs.access('/usr/lib/opkg/status') ? 'opkg' : null;
}

function findPackage() {
	const wpad = /\/((wpad|hostapd)(-(basic|mesh|mini))?(-(mbedtls|openssl|wolfssl))?)\.(list|control)/;

	for (let path in fs.glob('/lib/apk/packages/[hw]*.list', '/usr/lib/opkg/info/[hw]*.control')) {
		const found = match(path, wpad);
		if (found) return found[1];
	}

	return null;
}

let found_package = null;

function installedPackage() {
	found_package = madeOf(found_package, stampOf(['/lib/apk/packages', '/usr/lib/opkg/info']), findPackage);

	return found_package.value;
}

function daemonInstalled() {
	return fs.access(HOSTAPD) === true;
}

function readPackages() {
	return {
		package: installedPackage(),
		installed_has_wps: installedHasWps(),
		pin_available: hasHostapdCli(),
		package_manager: packageManager()
	};
}

// src/core/radar.ts
const FIRST = 52;
const LAST = 144;
const WEATHER_FIRST = 120;
const WEATHER_LAST = 128;

function radarTime(channel) {
	const number = channel ?? FIRST;
	if (number < FIRST || number > LAST) return 0;

	return number >= WEATHER_FIRST && number <= WEATHER_LAST ? 600000 : 60000;
}

// src/service/channels.ts
const channels = {};

const radar_checks = {};

function noteRadar(radio, seen, at) {
	if (seen.kind === 'answer' || radio.band !== '5g' || radio.up !== true) delete radar_checks[radio.name];
	else if (seen.kind === 'gone') radar_checks[radio.name] ??= at + radarTime(radio.channel);
}

function isRadarChecked() {
	return length(radar_checks) > 0;
}

function radarLeft(radio, at) {
	return max(0, int(((radar_checks[radio.name] ?? 0) - at) / 1000));
}

const FRESH = 10000;
let asked_at = 0;
let turn = 0;

function channelQuestion(running) {
	const unknown = filter(running, bss => !exists(channels, bss.radio.name));
	const at = now().monotonic;
	const choice = length(unknown) > 0 ? unknown : at - asked_at < FRESH ? [] : running;
	if (length(choice) === 0) return [];

	asked_at = at;
	turn++;
	return [choice[turn % length(choice)]];
}

function forgetChannels() {
	for (let radio in keys(channels)) delete channels[radio];
}

function learnChannel(radio, reply) {
	if (type(reply?.data?.channel) === 'int') channels[radio] = reply.data.channel;
}

function channelOf(radio) {
	return channels[radio.name] ?? radio.channel;
}

// src/core/credential.ts
const CREDENTIAL = 0x100e;
const NETWORK_INDEX = 0x1026;
const SSID = 0x1045;
const AUTHENTICATION_TYPE = 0x1003;
const ENCRYPTION_TYPE = 0x100f;
const NETWORK_KEY = 0x1027;
const MAC_ADDRESS = 0x1020;

const WPA2_PSK = 0x0020;
const AES = 0x0008;

function word(value) {
	return chr(int(value / 256), value % 256);
}

function attribute(kind, value) {
	return word(kind) + word(length(value)) + value;
}

function credentialBytes(ssid, key) {
	return attribute(
		CREDENTIAL,
		attribute(NETWORK_INDEX, chr(1)) +
			attribute(SSID, ssid) +
			attribute(AUTHENTICATION_TYPE, word(WPA2_PSK)) +
			attribute(ENCRYPTION_TYPE, word(AES)) +
			attribute(NETWORK_KEY, key) +
			// for whatever device
			attribute(MAC_ADDRESS, chr(255, 255, 255, 255, 255, 255))
	);
}

// src/core/handover.ts
function handoverPath(section, kind) {
	return `/etc/hostapd-wps-${section}.${kind}`;
}

const OURS = /\/etc\/hostapd-wps-[A-Za-z0-9_]+\.(cred|psk)/;

function isOurs(path, kind) {
	const found = path === null ? null : match(path, OURS);

	return found !== null && found[0] === path && found[1] === kind;
}

const SKIP = 'skip_cred_build=1';
const EXTRA = 'extra_cred=';

const UUID = 'uuid=77707300-';

function nextCredentialPath(path, section) {
	const usual = handoverPath(section, 'cred');
	return path === usual ? handoverPath(`${section}_`, 'cred') : usual;
}

function credentialLines(path) {
	return [SKIP, EXTRA + path];
}

function credentialPath(raw) {
	for (let line in raw) {
		const path = substr(line, length(EXTRA));
		if (index(line, EXTRA) === 0 && isOurs(path, 'cred')) return path;
	}

	return null;
}

function uuidLine(uuid) {
	return `uuid=${uuid}`;
}

function uuidOf(digits) {
	return `77707300-${substr(digits, 0, 4)}-4${substr(digits, 4, 3)}-8${substr(digits, 7, 3)}-${substr(digits, 10, 12)}`;
}

function uuidLines(raw) {
	return filter(raw, line => index(line, UUID) === 0);
}

function foreignLines(raw) {
	const own = credentialPath(raw);

	return filter(raw, line => {
		if (index(line, UUID) === 0) return false;
		return own === null || (line !== SKIP && line !== EXTRA + own);
	});
}

// src/router/statefile.ts
const PATH = '/var/run/luci-wps.json';

const FLASH = 3000;

function replaceFile(path, text, user, flash) {
	const fresh = `${path}.new`;
	const file = fs.open(fresh, 'w', 0o600);
	if (!file) return false;

	const whole = fs.chmod(fresh, 0o600) && file.write(text) === length(text);
	// A router without this user runs hostapd as root.
	if (user !== null) fs.chown(fresh, user, user);
	const closed = file.close();
	if (flash && closed && whole) system(['fsync', fresh], FLASH);
	if (closed && whole && fs.rename(fresh, path)) return true;

	fs.unlink(fresh);
	return false;
}

function loadState() {
	try {
		return json(fs.readfile(PATH) ?? '');
	} catch {
		return null;
	}
}

function saveState(state) {
	return replaceFile(PATH, sprintf('%J\n', state), null, false);
}

// src/router/handover.ts
function fileExists(path) {
	return fs.access(path) === true;
}

function fileHolds(path, content) {
	const found = fs.readfile(path);
	if (found === null && fileExists(path)) return null;

	return found === content;
}

function readHandover(path) {
	return fs.readfile(path);
}

function removeHandover(path) {
	fs.unlink(path);
}

function isShort(path) {
	return (fs.stat(path)?.size ?? 0) < 90;
}

function writeHandover(path, content) {
	return replaceFile(path, content, 'network', true);
}

function allHandovers() {
	return fs.glob(
		'/etc/hostapd-wps-*.psk',
		'/etc/hostapd-wps-*.psk.new',
		'/etc/hostapd-wps-*.cred',
		'/etc/hostapd-wps-*.cred.new'
	);
}

// src/router/wireless-options.ts
function readOptions(section, names) {
	const cursor = committed();
	const options = {};
	for (let name in names) options[name] = cursor.get('wireless', section, name) ?? null;

	return options;
}

function writeOptions(changes) {
	const cursor = committed();

	for (let section in keys(changes)) {
		const options = changes[section];
		for (let name in keys(options)) {
			const value = options[name];
			if (value !== null) cursor.set('wireless', section, name, value);
			else if (cursor.get('wireless', section, name) !== null) cursor.delete('wireless', section, name);
		}
	}

	return cursor.commit() === true;
}

// src/core/light.ts
const PATTERNS = {
	progress: { on: 200, off: 100, times: 1, pause: 0 },
	error: { on: 100, off: 100, times: 1, pause: 0 },
	overlap: { on: 100, off: 100, times: 5, pause: 500 },
	success: { on: 100, off: 0, times: 1, pause: 0 }
};

const LASTING = {
	progress: null,
	error: 60,
	overlap: OVERLAP_TIME,
	success: 300
};

const SIGNS = {
	waiting: 'progress',
	connecting: 'progress',
	success: 'success',
	joined: 'success',
	timeout: 'error',
	overlap: 'overlap',
	cancelled: null,
	failed: 'error',
	lost: 'error'
};

function signOf(session) {
	return session.reason === 'not_connected' ? 'error' : SIGNS[session.state];
}

function patternText(pattern, brightness) {
	const steps = [];
	for (let i = 0; i < pattern.times; i++) {
		const dark = pattern.off + (i === pattern.times - 1 ? pattern.pause : 0);
		push(steps, `${brightness} ${pattern.on} ${brightness} 0 0 ${dark} 0 0`);
	}

	return join(' ', steps);
}

// src/service/memory.ts
const memory = {
	windows: [],
	overlaps: {},
	presses: [],
	closing: {},
	stuck: {},
	tasks: [],
	light: { shown: null },
	keys: {},
	passing: [],
	counter: 0
};

let changed = false;

let revision = 0;

function touch() {
	changed = true;
	revision++;
}

function memoryRevision() {
	return revision;
}

function freshId(epoch) {
	memory.counter++;
	touch();
	return `${epoch}-${memory.counter}`;
}

function keep() {
	if (changed) changed = !saveState(memory);
}

function isWhole(window) {
	return (
		type(window?.parts) === 'array' &&
		type(window?.homes) === 'array' &&
		exists(window?.session ?? {}, 'state')
	);
}

function isTask(task) {
	return (
		type(task?.changes) === 'object' &&
		type(task?.former) === 'object' &&
		type(task?.job?.sections) === 'array'
	);
}

function isShown(shown) {
	return (
		type(shown?.led) === 'string' &&
		type(shown?.former?.settings) === 'object' &&
		exists(LASTING, shown?.sign)
	);
}

function recall() {
	const state = loadState();
	for (let part in keys(memory)) if (type(state?.[part]) === type(memory[part])) memory[part] = state[part];
	memory.windows = filter(memory.windows, isWhole);
	memory.tasks = filter(memory.tasks, isTask);
	if (!isShown(memory.light.shown)) memory.light = { shown: null };
}

function runningTask() {
	return filter(memory.tasks, task => task.job.state === 'running')[0] ?? null;
}

function isQuiet() {
	if (length(memory.overlaps) + length(memory.presses) + length(memory.closing) + length(memory.stuck) > 0)
		return false;
	for (let window in memory.windows) if (isFollowed(window)) return false;

	return runningTask() === null;
}

// src/core/keyfile.ts
const ANY = '00:00:00:00:00:00';

const PIECE = 127;

const ID_LENGTH = 31;

const TAGS = ['keyid', 'wps', 'vlanid'];

// ucode compiles a regular expression each time it comes to it (vm.c, uc_vm_insn_load_regexp).
const ADDRESS = /([0-9a-f]{2}:){5}[0-9a-f]{2}/;
const HEX_KEY = /[0-9A-Fa-f]{64}/;
const NUMBER = /[+-]?0*[1-9]/;

const REFUSED_LINE = { text: '', refused: true, key: null };
const EMPTY_LINE = { text: '', refused: false, key: null };

function withoutLeading(text, character) {
	let start = 0;
	while (substr(text, start, 1) === character) start++;

	return substr(text, start);
}

function cut(text, character) {
	const place = index(text, character);
	return place < 0 ? [text, ''] : [substr(text, 0, place), substr(text, place + 1)];
}

function isNumber(text) {
	const digits = trim(text);
	const found = match(digits, NUMBER)?.[0] ?? null;
	return found !== null && index(digits, found) === 0;
}

function addressOf(word) {
	const address = lc(substr(word, 0, length(ANY)));
	return match(address, ADDRESS)?.[0] === address ? address : null;
}

function isHexKey(secret) {
	return match(secret, HEX_KEY)?.[0] === secret;
}

function isSecret(text) {
	return length(text) === 64 ? isHexKey(text) : length(text) >= 8 && length(text) < 64;
}

function readPiece(piece) {
	let rest = cut(cut(piece, '\n')[0], chr(0))[0];
	if (rest === '' || substr(rest, 0, 1) === '#') return EMPTY_LINE;

	let word = '';
	let id = null;
	let wps = false;
	while (true) {
		const parts = cut(withoutLeading(rest, ' '), ' ');
		word = parts[0];
		rest = parts[1];

		const tag = cut(withoutLeading(word, '='), '=');
		if (index(word, '=') < 0 || tag[0] === '') break;
		if (index(TAGS, tag[0]) < 0) return REFUSED_LINE;
		if (tag[0] === 'keyid') id = tag[1];
		if (tag[0] === 'wps') wps = isNumber(tag[1]);
	}

	const mac = addressOf(word);
	if (mac === null || !isSecret(rest) || length(id ?? '') > ID_LENGTH) return REFUSED_LINE;
	return { text: '', refused: false, key: { id: id === '' ? null : id, wps, mac, secret: rest } };
}

function readUsual(text) {
	if (substr(text, 0, 6) !== 'keyid=' || length(text) >= PIECE) return null;

	const words = split(text, ' ');
	const wps = length(words) === 4 && words[1] === 'wps=1';
	if (!wps && length(words) !== 3) return null;

	const mac = words[wps ? 2 : 1];
	const secret = words[wps ? 3 : 2];
	const id = substr(words[0], 6);
	if (id === '' || length(id) > ID_LENGTH || addressOf(mac) !== mac || !isHexKey(secret)) return null;
	return { text, refused: false, key: { id, wps, mac, secret } };
}

function readLine(text) {
	const usual = readUsual(text);
	if (usual !== null) return usual;

	const whole = `${text}\n`;
	let line = { ...EMPTY_LINE, text };

	for (let start = 0; start < length(whole); start += PIECE) {
		const piece = readPiece(substr(whole, start, PIECE));
		if (piece.refused) return { ...REFUSED_LINE, text };
		if (piece.key !== null) line = { ...piece, text };
	}

	return line;
}

function keyLinesOf(text) {
	const lines = map(split(text, '\n'), readLine);
	// Behind the last newline there is none.
	if (lines[length(lines) - 1]?.text === '') pop(lines);

	return lines;
}

function linesText(lines) {
	return join(
		'',
		map(lines, line => `${line.text}\n`)
	);
}

function keyLine(key) {
	const id = key.id === null ? '' : `keyid=${key.id} `;

	return { text: `${id}${key.wps ? 'wps=1 ' : ''}${key.mac} ${key.secret}`, refused: false, key };
}

function asComments(line) {
	const comments = [];
	for (let start = 0; start < length(line.text); start += PIECE - 2)
		push(comments, { ...EMPTY_LINE, text: `#${substr(line.text, start, PIECE - 2)}` });

	return comments;
}

// src/core/ownkeys.ts
function keyName(digits) {
	return `wps-${digits}`;
}

function isOwnName(id) {
	return id !== null && length(id) === 12 && substr(id, 0, 4) === 'wps-';
}

function ownOf(line) {
	const key = line.key;
	if (key === null || !isOwnName(key.id) || length(key.secret) !== 64) return null;

	return !key.wps || key.mac === ANY ? key : null;
}

function freshOf(lines) {
	return pop(filter(map(lines, ownOf), key => key?.wps === true)) ?? null;
}

function isFresh(key, fresh) {
	return key !== null && key.wps && key.id === fresh?.id;
}

function asPassed(line, fresh) {
	const key = ownOf(line);
	return key === null || !key.wps || key.id === fresh?.id ? line : keyLine({ ...key, wps: false });
}

function ordered(lines, next) {
	const present = freshOf(lines);
	const fresh = present ?? { ...next, wps: true, mac: ANY };
	const kept = [];

	for (let line in lines) {
		if (line.refused) for (let comment in asComments(line)) push(kept, comment);
		else if (!isFresh(ownOf(line), present)) push(kept, asPassed(line, present));
	}

	return linesText([...kept, keyLine(fresh)]);
}

function prepared(text, next) {
	return ordered(keyLinesOf(text ?? ''), next);
}

function isShared(text) {
	const lines = keyLinesOf(text);
	if (length(filter(lines, line => ownOf(line) !== null)) > 0) return false;

	return length(filter(lines, line => line.key?.wps === true && line.key?.mac === ANY)) > 0;
}

function freshName(text) {
	return freshOf(keyLinesOf(text))?.id ?? null;
}

function owned(text) {
	const found = [];
	for (let line in keyLinesOf(text)) {
		const key = ownOf(line);
		if (key !== null && key.id !== null && !key.wps)
			push(found, { id: key.id, mac: key.mac === ANY ? null : key.mac });
	}

	return found;
}

function bound(text, id, mac, next) {
	const lines = keyLinesOf(text);
	const keys = filter(map(lines, ownOf), key => key?.id === id);
	const key = keys[0] ?? null;
	if (key === null || mac === ANY) return null;
	if (length(filter(keys, one => one?.mac !== ANY && one?.mac !== mac)) > 0) return null;
	if (length(keys) === 1 && key.mac === mac) return ordered(lines, next);

	const others = filter(lines, line => ownOf(line)?.mac !== mac && ownOf(line)?.id !== id);
	return ordered([...others, keyLine({ ...key, mac, wps: false })], next);
}

function withdrawn(text, mac, next) {
	return ordered(
		filter(keyLinesOf(text), line => ownOf(line)?.mac !== mac || mac === ANY),
		next
	);
}

function setAside(text, next) {
	return ordered([...keyLinesOf(text), keyLine({ ...next, wps: true, mac: ANY })], next);
}

function stripped(text) {
	return linesText(filter(keyLinesOf(text), line => ownOf(line) === null));
}

// src/router/random.ts
function randomHex(count) {
	const file = fs.open('/dev/urandom', 'r');
	const bytes = file?.read?.(count) ?? '';
	file?.close?.();
	if (length(bytes) !== count) die('no random numbers');

	let digits = '';
	for (let i = 0; i < count; i++) digits += sprintf('%02x', ord(bytes, i));

	return digits;
}

// src/service/ownkeys.ts
const WATCH = 3600000;
const WATCH_PACE = 10000;

const LOG_LINES = 200;
const REPLY_WITHIN = 900;
const LOG_WITHIN = 300;

let logWatcher = null;

const REREAD = { object: 'hostapd', method: 'reload' };

function freshKey() {
	return { id: keyName(randomHex(4)), secret: randomHex(32) };
}

function custodyOf(path) {
	memory.keys[path] ??= {
		armed: null,
		sure: false,
		heard: false,
		logged: null,
		unread: 0,
		peers: {},
		owed: null,
		watched: 0
	};
	return memory.keys[path];
}

function ownFileOf(network) {
	return filter(network, bss => isOurs(bss.psk_file, 'psk'))[0]?.psk_file ?? null;
}

function fileOfSection(section) {
	const path = section === null ? null : (readOptions(section, ['wpa_psk_file']).wpa_psk_file ?? null);
	if (type(path) !== 'string' || !isOurs(`${path}`, 'psk')) return null;

	return isShared(readHandover(`${path}`) ?? '') ? null : `${path}`;
}

function replaceKeys(path, text) {
	if (readHandover(path) === text) return true;

	// Said first: whoever comes after us has hostapd read once too often rather than never.
	custodyOf(path).unread++;
	touch();
	keep();
	return writeHandover(path, text);
}

function unreadFiles() {
	return filter(keys(memory.keys), path => memory.keys[path].unread > 0);
}

function reread(deadline, done) {
	const unread = unreadFiles();
	if (length(unread) === 0) return done(true);

	const writes = map(unread, path => memory.keys[path].unread);
	ask([REREAD], deadline, replies => {
		// A hostapd that is not there reads when it comes.
		const read = index([OK, NOT_FOUND], replies[0].code) >= 0;
		map(unread, (path, i) => {
			const custody = memory.keys[path] ?? null;
			if (read && custody !== null) custody.unread -= writes[i];
		});
		touch();
		keep();
		if (!read) logWatcher?.set?.(WATCH_PACE);
		done(read);
	});
}

function canReread(deadline, done) {
	ask([REREAD], deadline, replies => done(replies[0].code !== METHOD_NOT_FOUND));
}

function keysAreRead(path) {
	if (!exists(memory.keys, path)) return;

	memory.keys[path].unread = 0;
	touch();
	keep();
}

function rereadSoon() {
	reread(now().monotonic + REPLY_WITHIN, () => null);
}

function prepareKeys(path) {
	const text = readHandover(path);
	const next = prepared(text, freshKey());
	if (next === text) return false;
	if (!replaceKeys(path, next)) return null;

	const custody = custodyOf(path);
	const armed = freshName(next);
	// A key that has just been made is known to nobody.
	if (armed !== freshName(text ?? '')) {
		custody.armed = armed;
		custody.sure = true;
		custody.heard = false;
	}
	touch();
	keep();
	return true;
}

function give(path, id, mac) {
	const custody = custodyOf(path);
	const text = readHandover(path) ?? '';
	const next = bound(text, id, mac, freshKey());
	custody.owed = next === null ? null : { id, mac };

	if (next === null) {
		note(`a key for ${mac} is nobody's or another device's: set aside`);
		custody.sure = false;
	} else if (!replaceKeys(path, next)) {
		note(`the key of ${mac} could not be written: it will be tried again`);
		custody.sure = false;
	} else {
		custody.owed = null;
		if (freshName(next) !== freshName(text)) {
			custody.armed = freshName(next);
			custody.sure = true;
			custody.heard = false;
		}
	}
	touch();
	keep();
	return next !== null && custody.owed === null;
}

let tellFound = () => {};

function onFound(finder) {
	tellFound = finder;
}

function payDebts(path) {
	const owed = custodyOf(path).owed;
	if (owed === null) return true;
	if (give(path, owed.id, owed.mac)) tellFound(path, owed.id, owed.mac);

	return custodyOf(path).owed === null;
}

function strayIn(path) {
	const text = readHandover(path) ?? '';
	const stray = map(
		filter(owned(text), key => key.mac === null),
		key => key.id
	);
	const fresh = freshName(text);

	return fresh === null ? stray : [...stray, fresh];
}

function learn(lines) {
	const came = cameWith(lines);
	if (length(came) === 0) return;

	for (let path in keys(memory.keys)) {
		const stray = strayIn(path);
		for (let one in came) {
			if (index(stray, one.id) < 0 || !give(path, one.id, one.mac)) continue;
			note(`${one.mac} came with a key that nobody was known to have: it is its own now`);
			tellFound(path, one.id, one.mac);
		}
	}
	rereadSoon();
}

function watchLog() {
	const at = now().monotonic;
	const doubtful = filter(keys(memory.keys), path => memory.keys[path].watched > at);
	rereadSoon();
	if (length(doubtful) === 0) return;

	ask([linesCall(LOG_LINES)], at + REPLY_WITHIN, replies => {
		for (let path in doubtful) payDebts(path);
		learn(readLines(replies[0]));
		logWatcher?.set?.(WATCH_PACE);
	});
}

logWatcher = uloop.timer(-1, () => guarded(watchLog));

function doubt(path) {
	custodyOf(path).sure = false;
	custodyOf(path).watched = now().monotonic + WATCH;
	touch();
	keep();
	logWatcher?.set?.(WATCH_PACE);
}

function heardByLog(session, after, reply) {
	if (reply.code === NOT_FOUND) return false;

	return after === null ? null : heardOn(session.ifnames, after, readLines(reply));
}

function concludeKeys(path, session) {
	const custody = custodyOf(path);
	const after = custody.logged;
	const refused = session.state === 'failed' && session.reason === 'authentication_failure';
	const quiet =
		index(['timeout', 'cancelled', 'overlap'], session.state) >= 0 && session.attempts_failed === 0;

	// Who does not know the PIN is told so before anything is handed over (M4 to M6, wps_registrar.c).
	if (refused) custody.sure = true;
	else if (!quiet || custody.heard) return doubt(path);
	else
		ask([linesCall(LOG_LINES)], now().monotonic + REPLY_WITHIN, replies => {
			// Another window may be open by now.
			if (heardByLog(session, after, replies[0]) !== false || custody.armed === null) doubt(path);
			else if (length(filter(memory.windows, one => one.session.open)) === 0) custody.sure = true;
			touch();
			keep();
		});
	touch();
	keep();
}

function followKeys(session, before) {
	if (before !== null && before.state === session.state) return;

	const window = filter(memory.windows, one => one.session.id === session.id)[0] ?? null;
	const path = fileOfSection(session.section ?? window?.parts?.[0]?.section ?? null);
	if (path === null) return;

	const custody = custodyOf(path);
	if (session.open) {
		custody.heard = session.state === 'connecting' || (before !== null && custody.heard);
		touch();
		keep();
	} else if (session.state === 'success') {
		const id = custody.armed ?? freshName(readHandover(path) ?? '');
		if (session.ifname !== null) custody.peers[session.ifname] = session.peer.mac;
		if (id !== null) give(path, id, session.peer.mac);
		if (custody.owed !== null) doubt(path);
		rereadSoon();
	} else if (session.state !== 'joined') concludeKeys(path, session);
}

function keyNameOf(path, mac) {
	return filter(owned(readHandover(path) ?? ''), key => key.mac === mac)[0]?.id ?? null;
}

function giveToMissed(path, peers) {
	const custody = custodyOf(path);
	const missed = filter(
		keys(peers),
		ifname => peers[ifname] !== '' && custody.peers[ifname] !== peers[ifname]
	);
	const id = custody.armed;
	if (length(missed) === 0) return true;
	if (id === null || length(filter(missed, ifname => !exists(custody.peers, ifname))) > 0) return false;

	const mac = peers[missed[0]];
	if (give(path, id, mac)) tellFound(path, id, mac);
	return true;
}

function secureKeys(network, peers, deadline, done) {
	const path = ownFileOf(network);
	if (path === null || isShared(readHandover(path) ?? '')) return done(null);

	ask([linesCall(LOG_LINES)], min(deadline, now().monotonic + LOG_WITHIN), replies => {
		// Who came with a key since somebody looked last.
		const lines = readLines(replies[0]);
		const custody = custodyOf(path);
		const armed = custody.armed;
		learn(lines);
		// What the log has told is known.
		const seenAll = custody.armed !== armed || giveToMissed(path, peers);
		if (!payDebts(path)) return done('not_saved');

		const text = readHandover(path) ?? '';
		const known = custody.sure && seenAll && custody.armed !== null && custody.armed === freshName(text);
		const next = known ? prepared(text, freshKey()) : setAside(text, freshKey());
		if (!replaceKeys(path, next)) return done('not_saved');
		if (!known) note('a key of its own was perhaps handed over before: the next device gets another one');

		custody.armed = freshName(next);
		custody.heard = false;
		custody.logged = pop(lines)?.id ?? null;
		custody.sure = false;
		for (let ifname in keys(peers)) custody.peers[ifname] = peers[ifname];
		touch();
		keep();
		reread(deadline, read => done(read ? null : 'timeout'));
	});
}

function spareKeys(network) {
	const custody = memory.keys[ownFileOf(network) ?? ''] ?? null;
	if (custody === null || length(filter(memory.windows, window => window.session.open)) > 0) return;

	custody.sure = true;
	touch();
	keep();
}

function withdraw(path, mac) {
	return replaceKeys(path, withdrawn(readHandover(path) ?? '', mac, freshKey()));
}

function keyHolders(path) {
	return length(filter(owned(readHandover(path) ?? ''), key => key.mac !== null));
}

function forgetKeys(path) {
	const left = stripped(readHandover(path) ?? '');
	if (left === '' || !writeHandover(path, left)) removeHandover(path);
	delete memory.keys[path];
	touch();
	keep();
}

function isSpent(path) {
	const text = readHandover(path) ?? '';
	return keyHolders(path) === 0 && (stripped(text) === '' || isShared(text));
}

function resumeKeys(bsses) {
	for (let bss in bsses) {
		const path = ownFileOf([bss]);
		if (path !== null && !exists(memory.keys, path) && !isShared(readHandover(path) ?? '')) doubt(path);
	}
	for (let path in keys(memory.keys)) payDebts(path);
	rereadSoon();
	logWatcher?.set?.(WATCH_PACE);
}

// src/service/handovers.ts
function credentialFor(section) {
	const network = readOptions(section, ['encryption', 'ssid', 'key']);
	if (protectionOf(network.encryption, software()) !== 'ok') return '';
	if (network.key === null || network.ssid === null) return null;

	return credentialBytes(`${network.ssid}`, `${network.key}`);
}

function sharedLine(section) {
	return `wps=1 00:00:00:00:00:00 ${readOptions(section, ['key']).key ?? ''}\n`;
}

function isOfVersion1(bss) {
	const path = bss.psk_file ?? '';
	return isOurs(path, 'psk') && isShort(path) && fileHolds(path, sharedLine(bss.section)) === true;
}

function keyOf(bss) {
	const path = credentialPath(bss.raw);
	if (path !== null) return fileHolds(path, credentialFor(bss.section) ?? '') === false ? 'lost' : 'shared';
	if (!isOurs(bss.psk_file, 'psk')) return 'lost';

	return isOfVersion1(bss) ? 'shared' : 'own';
}

let kinds_found = {};
let in_order = null;

function keyFound(bss) {
	return (kinds_found[bss.section] ??= keyOf(bss));
}

function keysOf(network) {
	const kinds = map(
		filter(network, bss => bss.wps),
		keyFound
	);
	if (length(kinds) === 0 || index(kinds, 'lost') >= 0) return 'lost';

	return index(kinds, 'own') >= 0 ? 'own' : 'shared';
}

function storeCredential(path, section) {
	const content = credentialFor(section);
	if (content === null) return false;

	return fileHolds(path, content) === true || writeHandover(path, content);
}

function storeKeyFile(path) {
	return prepareKeys(path) !== null;
}

function renamed(bss, path) {
	return { hostapd_bss_options: [...foreignLines(bss.raw), ...uuidLines(bss.raw), ...credentialLines(path)] };
}

function stampOfFiles(bsses) {
	const files = ['/etc'];
	for (let bss in bsses)
		for (let path in [credentialPath(bss.raw), isOurs(bss.psk_file, 'psk') ? bss.psk_file : null])
			if (path !== null && index(files, path) < 0) push(files, path);

	return stampOf(files);
}

function removeFiles(needed) {
	const former = runningTask()?.former ?? {};
	for (let section in keys(former)) {
		const lines = former[section].hostapd_bss_options ?? [];
		needed[`${former[section].wpa_psk_file ?? ''}`] = true;
		needed[credentialPath(type(lines) === 'array' ? lines : []) ?? ''] = true;
	}

	for (let path in allHandovers())
		if (!needed[path] && (!isOurs(path, 'psk') || isSpent(path))) removeHandover(path);
}

function tendNow(bsses) {
	const needed = {};
	const changes = {};
	let fresh = false;
	let wrong = 0;

	for (let bss in bsses) {
		const path = credentialPath(bss.raw);
		const content = path === null ? null : credentialFor(bss.section);
		if (path !== null) needed[path] = true;
		if (path !== null && content !== null && fileHolds(path, content) === false) {
			wrong++;
			const next = bss.applied === true && fileExists(path) ? nextCredentialPath(path, bss.section) : path;
			needed[next] = true;
			if (writeHandover(next, content) && next !== path) changes[bss.section] = renamed(bss, next);
		}

		const list = isOurs(bss.psk_file, 'psk') ? bss.psk_file : null;
		if (list === null || needed[list]) continue;
		needed[list] = true;
		if (!fileExists(list)) {
			wrong++;
			fresh = storeKeyFile(list) || fresh;
		}
	}

	removeFiles(needed);
	if (length(changes) > 0 && writeOptions(changes)) send({ object: 'network', method: 'reload' });
	if (fresh) send({ object: 'hostapd', method: 'reload' });

	// What a job may have to put back is left until it is over.
	return wrong === 0 && runningTask() === null;
}

function tendFiles(bsses) {
	const stamp = stampOfFiles(bsses);
	// The same list: the configuration and what reads it are as they were.
	if (in_order?.bsses === bsses && in_order.text === stamp.text) return true;

	kinds_found = {};
	in_order = tendNow(bsses) && stamp.settled ? { bsses, text: stamp.text } : null;

	return false;
}

// src/router/hosts.ts
const LEASES = '/tmp/dhcp.leases';
const NEIGHBOURS = '/proc/net/arp';

const BLANKS = /[ \t]+/;

const NOBODY = { name: null, ip: null };

function tableOf(path) {
	return map(split(fs.readfile(path) ?? '', '\n'), line => split(trim(line), BLANKS));
}

function addressOfNeighbour(fields) {
	return { name: null, ip: fields[0] };
}

function identityOfLease(fields) {
	return { name: fields[3] && fields[3] !== '*' ? fields[3] : null, ip: fields[2] ?? null };
}

function identities() {
	const known = {};
	for (let fields in tableOf(NEIGHBOURS))
		if (length(fields) > 3) known[lc(fields[3])] = addressOfNeighbour(fields);
	for (let fields in tableOf(LEASES)) if (length(fields) > 2) known[lc(fields[1])] = identityOfLease(fields);

	return known;
}

function identify(mac) {
	return identities()[mac] ?? NOBODY;
}

// src/service/windows.ts
const PACE = 1000;
const PATIENCE = 900;

const LINES = 50;

let follower = null;

const NAMED_WITHIN = 120;

function isNameless(window, at) {
	const peer = window.session.peer;
	return peer !== null && peer.ip === null && at.epoch - (window.session.ended ?? at.epoch) <= NAMED_WITHIN;
}

function withIdentity(window, at) {
	const peer = window.session.peer;
	if (peer === null || !isNameless(window, at)) return window;

	const found = identify(peer.mac);
	return named(window, found.name, found.ip);
}

const followers = [];

function onSession(listener) {
	push(followers, listener);
}

function publish(kind, window, before) {
	const session = toSession(window, now());
	const peer = session.peer;
	const reason = session.reason === null ? '' : ` (${session.reason})`;
	const device = peer === null ? '' : `, device ${peer.name ?? peer.mac}`;
	const by = before !== null || session.by === null ? '' : `, by ${session.by}`;
	const place = session.ifname ?? join(', ', session.ifnames);

	note(`WPS on "${session.network}" (${place}): ${kind}${reason}${device}${by}`);
	tell({ type: kind, session });
}

function inform(window, before) {
	const session = toSession(window, now());
	map(followers, listener => guarded(() => listener(session, before)));
}

function pressedUntil(bss) {
	let until = 0;
	for (let press in memory.presses) {
		const spared = index(press.spared, bss.ifname) >= 0 || (!press.independent && !bss.independent);
		if (!spared) until = max(until, press.until);
	}

	return until;
}

function overlapLeft(bss, at) {
	const until = max(memory.overlaps[bss.ifname ?? ''] ?? 0, pressedUntil(bss));
	return max(0, int((until - at.monotonic + 999) / 1000));
}

function noteOverlap(ifname, seen, at) {
	if (seen.kind !== 'answer' || seen.registrar === null) return;

	const until = memory.overlaps[ifname] ?? null;
	if (seen.registrar.pbc === 'Overlap') {
		if (until !== null) return;
		memory.overlaps[ifname] = at.monotonic + OVERLAP_TIME * 1000;
	} else if (until !== null && (seen.registrar.pbc === 'Active' || until <= at.monotonic))
		delete memory.overlaps[ifname];
	else return;
	touch();
}

function notePress(after, at) {
	const part = filter(after.parts, one => one.ifname === after.session.ifname)[0] ?? null;
	if (part === null || after.session.method === 'pin') return;

	const until = at.monotonic + OVERLAP_TIME * 1000;
	memory.presses = [
		{ spared: [part.ifname], independent: part.independent, until },
		...filter(memory.presses, press => press.until > at.monotonic)
	];
}

function closeRest(parts) {
	for (let part in parts) memory.closing[part.ifname] = true;
	for (let part in askedOf(parts)) send(hostapdCall(part.ifname, 'wps_cancel'));
}

function goOnClosing(ifname, seen) {
	if (!exists(memory.closing, ifname)) return;
	if (seen.kind === 'answer' && seen.registrar?.pbc === 'Active') send(hostapdCall(ifname, 'wps_cancel'));
	else if (seen.kind !== 'silent') {
		delete memory.closing[ifname];
		touch();
	}
}

function moved(before, after, at) {
	const session = after.session;
	const was = before.session.state;

	if (session.state === 'lost') for (let part in after.parts) memory.stuck[part.ifname] = true;
	if (session.state === 'success' && was !== 'success') notePress(after, at);
	closeRest(leftOpen(before, after));
	// hostapd lets a PIN be tried twice (wps_registrar_unlock_pin).
	if (session.state === 'failed' && session.method === 'pin')
		for (let part in askedOf(after.parts)) send(hostapdCall(part.ifname, 'wps_cancel'));
	if (session.state !== 'waiting') publish(session.state, after, was);
	inform(after, before.session);
}

function isNews(before, after) {
	return before.reason !== after.reason || before.peer?.name !== after.peer?.name;
}

function takeIn(round, at) {
	for (let ifname in keys(round)) {
		const seen = round[ifname] ?? null;
		if (seen === null) continue;
		noteOverlap(ifname, seen, at);
		goOnClosing(ifname, seen);
		if (
			seen.kind === 'answer' &&
			seen.registrar !== null &&
			seen.registrar.pbc !== 'Active' &&
			exists(memory.stuck, ifname)
		) {
			delete memory.stuck[ifname];
			touch();
		}
	}

	const moves = [];
	memory.windows = map(memory.windows, window => {
		const after = isFollowed(window) ? withIdentity(observe(window, round, at), at) : window;
		if (after === window) return window;

		touch();
		push(moves, [window, after]);
		return after;
	});
	map(moves, move => {
		if (move[1].session.state !== move[0].session.state) moved(move[0], move[1], at);
		else if (isNews(move[0].session, move[1].session)) inform(move[1], move[0].session);
	});
}

function isOpenAt(target, window) {
	if (target.network !== null) return window.session.network === target.network;
	if (target.section !== null)
		return length(filter(window.parts, part => part.section === target.section)) > 0;
	if (target.ifname !== null) return index(window.session.ifnames, target.ifname) >= 0;

	return true;
}

function openOn(target) {
	return pop(filter(memory.windows, window => window.session.open && isOpenAt(target, window)));
}

function settleDown() {
	const at = now();
	const wanted = filter(memory.windows, window => isFollowed(window) || isNameless(window, at));

	keep();
	if (length(wanted) + length(memory.closing) > 0 && follower?.remaining?.() === -1) follower.set(PACE);
}

function refresh(ifnames, deadline, done) {
	const calls = map(ifnames, ifname => hostapdCall(ifname, 'wps_status'));

	ask(calls, deadline, replies => {
		const round = {};
		map(ifnames, (ifname, i) => {
			round[ifname] = readObservation(replies[i], null, []);
		});
		const at = now();
		takeIn(round, at);
		settleDown();
		done(at, round);
	});
}

function toldOf(ifname, lines) {
	for (let window in memory.windows)
		if (length(filter(listening(window), part => part.ifname === ifname)) > 0)
			return toldSince(ifname, window.logged, lines);

	return [];
}

function accessPointGone(ifname) {
	const end = lines => {
		takeIn({ [ifname]: { kind: 'gone', told: toldOf(ifname, lines) } }, now());
		settleDown();
	};

	if (exists(memory.overlaps, ifname)) memory.overlaps[ifname] = 0;
	for (let press in memory.presses) push(press.spared, ifname);
	touch();
	const isLogged = window =>
		window.logged !== null && length(filter(listening(window), part => part.ifname === ifname)) > 0;
	if (length(filter(memory.windows, isLogged)) === 0) end([]);
	else ask([linesCall(LINES)], now().monotonic + PATIENCE, replies => end(readLines(replies[0])));
}

function questionsOf(window) {
	if (window.session.open) return map(listening(window), part => ({ ifname: part.ifname, open: true }));

	return map(window.homes, home => ({ ifname: home.ifname, open: false }));
}

function readTo(window, newest) {
	return needsLog(window) ? { ...window, logged: max(window.logged ?? 0, newest) } : window;
}

function lookForNames(at) {
	const news = [];
	memory.windows = map(memory.windows, window => {
		const after = withIdentity(window, at);
		if (after !== window) push(news, [window, after]);
		return after;
	});
	if (length(news) > 0) touch();
	for (let change in news)
		if (isNews(change[0].session, change[1].session)) inform(change[1], change[0].session);
}

const SAME_FOR = 5000;

let followed = { told: '', revision: -1, until: 0 };

function isWaitingOnly(at) {
	for (let window in memory.windows) {
		const idle = window.session.state === 'waiting' && window.cancelling === null;
		if ((isFollowed(window) && !idle) || isNameless(window, at)) return false;
	}

	return length(memory.closing) === 0;
}

function follow() {
	const questions = {};
	const calls = [];
	const logged = length(filter(memory.windows, needsLog)) > 0;

	for (let window in memory.windows)
		if (isFollowed(window))
			for (let question in questionsOf(window))
				questions[question.ifname] = questions[question.ifname] || question.open;
	for (let ifname in keys(memory.closing)) questions[ifname] = true;
	for (let ifname in keys(questions)) {
		push(calls, hostapdCall(ifname, 'get_clients'));
		if (questions[ifname]) push(calls, hostapdCall(ifname, 'wps_status'));
	}
	if (logged) push(calls, linesCall(LINES));

	ask(calls, now().monotonic + PATIENCE, replies => {
		const at = now();
		const told = sprintf('%J', replies);
		const early = told === followed.told && at.monotonic < followed.until;
		if (early && memoryRevision() === followed.revision && isWaitingOnly(at)) return settleDown();

		const lines = logged ? readLines(replies[length(calls) - 1]) : [];
		const newest = slice(lines, -1)[0]?.id ?? null;
		const round = {};
		let i = 0;
		for (let ifname in keys(questions)) {
			const clients = replies[i++];
			round[ifname] = questions[ifname]
				? readObservation(replies[i++], clients, toldOf(ifname, lines))
				: readClients(clients);
		}
		lookForNames(at);
		takeIn(round, at);
		if (newest !== null) memory.windows = map(memory.windows, window => readTo(window, newest));
		followed = { told, revision: memoryRevision(), until: at.monotonic + SAME_FOR };
		settleDown();
	});
}

follower = uloop.timer(-1, () => guarded(follow));

function learnLog(id) {
	ask([linesCall(1)], now().monotonic + PATIENCE, replies => {
		const logged = pop(readLines(replies[0]))?.id ?? null;
		if (logged === null) return;

		memory.windows = map(memory.windows, window =>
			window.session.id === id ? { ...window, logged } : window
		);
		touch();
		keep();
	});
}

function opened(opening) {
	const at = now();
	const window = openWindow({ ...opening, id: freshId(at.epoch) }, at);

	// The oldest that nobody waits for make room.
	memory.windows = filter([window, ...memory.windows], (one, i) => i < HISTORY_LIMIT || isFollowed(one));
	touch();
	publish('started', window, null);
	inform(window, null);
	settleDown();
	learnLog(window.session.id);
	return toSession(window, at);
}

function homesOf(network) {
	const homes = [];
	for (let bss in network) if (bss.ifname !== null) push(homes, { ifname: bss.ifname, section: bss.section });

	return homes;
}

function partOf(bss, seen) {
	return {
		ifname: bss.ifname ?? '',
		section: bss.section,
		independent: bss.independent,
		last: (seen?.kind === 'answer' ? seen.registrar : null) ?? BLANK,
		ending: null
	};
}

function isExclusive(network, all) {
	const strangers = filter(all, bss => bss.wps && !bss.independent && index(network, bss) < 0);
	return length(strangers) === 0;
}

function recognise(network, all, round) {
	const found = filter(network, bss => {
		const seen = round[bss.ifname ?? ''] ?? null;
		if (seen?.kind !== 'answer' || seen.registrar?.pbc !== 'Active') return false;

		if (memory.stuck[bss.ifname ?? ''] || memory.closing[bss.ifname ?? '']) return false;
		return openOn({ network: null, section: null, ifname: bss.ifname }) === null;
	});
	if (length(found) === 0) return;

	const parts = map(found, bss => partOf(bss, round[bss.ifname ?? ''] ?? null));
	const known = openOn({ network: null, section: network[0].section, ifname: null });
	// More access points of a window that was found before.
	if (known !== null && known.session.origin === 'external') {
		const session = known.session;
		const ifnames = [...session.ifnames, ...map(parts, part => part.ifname)];
		memory.windows = map(memory.windows, window =>
			window === known
				? { ...known, parts: [...known.parts, ...parts], session: { ...session, ifnames } }
				: window
		);
		touch();
		return;
	}

	opened({
		network: network[0].ssid,
		method: 'pbc',
		origin: 'external',
		by: null,
		parts,
		homes: homesOf(network),
		exclusive: isExclusive(network, all)
	});
}

function refusedForOverlap(ifname, at) {
	memory.overlaps[ifname] = at.monotonic + OVERLAP_TIME * 1000;
	touch();
	keep();
}

function cancelling(closed, who, reason) {
	const session = closed.session;

	note(`WPS on "${session.network}" (${join(', ', session.ifnames)}): cancel, by ${who}`);
	memory.windows = map(memory.windows, window =>
		window.session.id === session.id ? cancelWindow(window, reason) : window
	);
	touch();
}

function sessionOf(id, at) {
	for (let window in memory.windows) if (window.session.id === id) return toSession(window, at);

	return null;
}

function newestOn(sections, at) {
	for (let window in memory.windows)
		if (length(filter(window.parts, part => index(sections, part.section) >= 0)) > 0)
			return toSession(window, at);

	return null;
}

function openSession(at) {
	for (let window in memory.windows) if (window.session.open) return toSession(window, at);

	return null;
}

function sessionsAt(at, limit) {
	return map(slice(memory.windows, 0, limit), window => toSession(window, at));
}

// src/service/survey.ts
function limited(running) {
	return filter(running, bss => bss.capacity !== null);
}

let sorted = null;

function networksFound(bsses) {
	if (sorted?.bsses !== bsses) sorted = { bsses, networks: networksOf(bsses) };

	return sorted.networks;
}

let heard = null;

function lookCloser(bsses, deadline, done) {
	const tended = tendFiles(bsses);
	const running = filter(bsses, bss => bss.ifname !== null);
	const counted = limited(running);
	const asked = channelQuestion(running);
	const calls = [
		...map(running, bss => hostapdCall(bss.ifname ?? '', 'wps_status')),
		...map(counted, bss => hostapdCall(bss.ifname ?? '', 'get_clients')),
		...map(asked, bss => hostapdCall(bss.ifname ?? '', 'get_status'))
	];

	ask(calls, deadline, replies => {
		const networks = networksFound(bsses);
		const survey = { networks, bsses, round: {}, carriers: {}, at: now() };
		let silent = false;

		map(asked, bss => learnChannel(bss.radio.name, pop(replies)));
		const still = tended && isQuiet() && !isRadarChecked();
		const told = still ? sprintf('%J', replies) : '';
		if (still && told === heard?.told && bsses === heard?.bsses) {
			survey.round = heard.round;
			return done(survey);
		}

		map(running, (bss, i) => {
			const place = index(counted, bss);
			const clients = place < 0 ? null : replies[length(running) + place];
			const seen = readObservation(replies[i], clients, []);
			survey.round[bss.ifname ?? ''] = seen;
			silent ||= seen.kind === 'silent';
			noteRadar(bss.radio, seen, survey.at.monotonic);
		});
		takeIn(survey.round, survey.at);
		for (let network in networks) recognise(network, bsses, survey.round);
		settleDown();
		heard = still && !silent ? { bsses, told, round: survey.round } : null;

		done(silent ? null : survey);
	});
}

function lookAround(deadline, done) {
	ask([{ object: 'network.wireless', method: 'status' }], deadline, replies => {
		const reply = replies[0];
		if (reply.code === OK || reply.code === NOT_FOUND) lookCloser(readBsses(reply.data), deadline, done);
		else done(null);
	});
}

const SETTLED = 3000;

const look = uloop.timer(-1, () => guarded(() => lookAround(now().monotonic + SETTLED, () => null)));

function lookSoon() {
	look?.set?.(SETTLED);
}

function lookFor(request, done) {
	lookAround(request.deadline, survey => {
		if (survey === null) request.fail('timeout');
		else done(survey);
	});
}

function seenOf(survey, bss) {
	return survey.round[bss.ifname ?? ''] ?? null;
}

function isAnswering(survey, bss) {
	return seenOf(survey, bss)?.kind === 'answer';
}

function isThere(survey, bss) {
	return index(['answer', 'no_wps'], seenOf(survey, bss)?.kind) >= 0;
}

function isUplinkAway(bss) {
	return length(bss.uplinks) > 0 && length(filter(bss.uplinks, ifname => hasCarrier(ifname) === true)) === 0;
}

function carrierOf(survey, ifname) {
	if (!exists(survey.carriers, ifname)) survey.carriers[ifname] = hasCarrier(ifname);

	return survey.carriers[ifname];
}

function isOnAir(survey, bss) {
	return isThere(survey, bss) && carrierOf(survey, bss.ifname ?? '') !== false;
}

function runningHasWps(survey) {
	const kinds = map(values(survey.round), seen => seen?.kind);
	if (index(kinds, 'answer') >= 0) return true;

	return index(kinds, 'no_wps') >= 0 ? false : null;
}

function daemonOf(survey) {
	const packages = { ...readPackages(), running_has_wps: runningHasWps(survey) };

	return { ...packages, remedy: remedyFor(packages) };
}

function isFull(survey, bss) {
	const seen = seenOf(survey, bss);
	const clients = seen?.kind === 'answer' ? seen.clients : null;

	return bss.capacity !== null && clients !== null && length(clients) >= bss.capacity;
}

function flaggedOf(survey) {
	return filter(survey.networks, network => length(filter(network, bss => bss.wps && !bss.disabled)) > 0);
}

function isInHouse(house, ssid) {
	const there = filter(house?.routers ?? [], router => router.there);
	return length(filter(there, router => length(filter(router.networks, one => one.ssid === ssid)) > 0)) > 0;
}

function aroundOf(survey, bss, handed, house) {
	const there = isThere(survey, bss);

	return {
		answers: there,
		beacons: there ? carrierOf(survey, bss.ifname ?? '') : null,
		uplink_away: isUplinkAway(bss),
		full: bss.capacity !== null && isFull(survey, bss),
		overlap_left: overlapLeft(bss, survey.at),
		radar_left: radarLeft(bss.radio, survey.at.monotonic),
		persistent: handed !== 'lost',
		elsewhere: handed === 'own' && house !== null,
		apart: handed !== 'own' && (house?.uuid ?? null) !== null && lc(bss.uuid ?? '') !== house?.uuid
	};
}

let judged = null;

function judge(survey, daemon) {
	const open = openSession(survey.at);
	const all = {
		daemon,
		daemon_installed: daemonInstalled(),
		open: open === null ? null : { remaining: open.remaining }
	};
	const busy = runningTask() !== null;
	const house = readHouse();
	const around = map(survey.networks, network => {
		const handed = keysOf(network);
		const around = isInHouse(house, network[0].ssid) ? house : null;
		return map(network, bss => aroundOf(survey, bss, handed, around));
	});
	const text = sprintf('%J', [all, busy, around]);

	if (judged?.networks !== survey.networks || judged?.text !== text) {
		const flagged = length(flaggedOf(survey));
		const wholes = map(survey.networks, (network, i) => {
			const exclusive = isExclusive(network, survey.bsses);

			return wholeOf(
				map(network, (bss, j) => {
					const grouped = !bss.independent && !exclusive;
					const problems = problemsOf({ ...all, ...around[i][j], bss, flagged, grouped });
					const place = { bss, problems, ready: obstacle(problems) === null && !busy };
					return place;
				})
			);
		});
		judged = { networks: survey.networks, text, wholes };
	}

	return judged.wholes;
}

// src/service/cancel.ts
function closeWindow(request, window, reason) {
	const parts = listening(window);
	const asked = askedOf(parts);

	ask(
		map(asked, part => hostapdCall(part.ifname, 'wps_cancel')),
		request.deadline,
		replies => {
			const codes = map(replies, reply => reply.code);

			if (index(codes, OK) >= 0) cancelling(window, request.who, reason);
			const unheard = filter(
				codes,
				code => index([OK, METHOD_NOT_FOUND, NOT_FOUND, NOT_SUPPORTED], code) < 0
			);
			if (length(unheard) > 0) return request.fail('timeout');

			// hostapd tells in its status how the window really ended: a device may have been faster.
			refresh(
				map(parts, part => part.ifname),
				request.deadline,
				at => request.answer({ session: sessionOf(window.session.id, at) })
			);
		}
	);
}

function isKnown(survey, target) {
	return length(filter(survey.networks, network => isMeant(target, network))) > 0;
}

const cancelMethod = defineCommand({ network: '', section: '', ifname: '', origin: '', by: '' }, request => {
	const target = targetOf(request);
	const caller = target === null ? null : callerOf(request);
	if (target === null || caller === null) return;

	lookFor(request, survey => {
		const window = openOn(target);
		const named = target.network !== null || target.section !== null || target.ifname !== null;

		if (window !== null)
			closeWindow({ ...request, who: caller.by }, window, caller.origin === 'house' ? 'house' : null);
		else if (named && !isKnown(survey, target)) request.fail('unknown_target');
		else request.answer({ session: null });
	});
});

// src/router/led.ts
const LEDS = '/sys/class/leds';

const BLINKING = 'timer';

const PLAYING = 'pattern';

const NOTHING = 'none';

const SETTINGS = ['delay_on', 'delay_off', 'device_name', 'interval', 'link', 'tx', 'rx', 'invert'];

function attributeOf(led, attribute) {
	const text = fs.readfile(`${LEDS}/${led}/${attribute}`);
	return text === null ? null : trim(text);
}

function set(led, attribute, value) {
	fs.writefile(`${LEDS}/${led}/${attribute}`, value);
}

function triggersOf(led) {
	return split(attributeOf(led, 'trigger') ?? '', ' ');
}

function triggerOf(led) {
	const chosen = filter(triggersOf(led), trigger => substr(trigger, 0, 1) === '[')[0] ?? '';
	return substr(chosen, 1, max(0, length(chosen) - 2));
}

function knows(led, trigger) {
	return index(triggersOf(led), trigger) >= 0 || triggerOf(led) === trigger;
}

function configured() {
	const cursor = uci.cursor() ?? die('uci');
	const found = [];

	cursor.load('/etc/config/system');
	cursor.foreach('system', 'led', section => {
		if (type(section.sysfs) === 'string') push(found, section.sysfs);
	});
	return found;
}

function findLight(named) {
	const taken = configured();
	const own = filter(
		map(fs.glob(`${LEDS}/*:wps`, `${LEDS}/*:qss`), path => substr(path, length(LEDS) + 1)),
		led => index(taken, led) < 0
	);
	const led = named ?? own[0] ?? null;

	return led !== null && knows(led, BLINKING) ? led : null;
}

function readLight(led) {
	const brightness = attributeOf(led, 'brightness');
	if (brightness === null) return null;

	const settings = {};
	for (let name in SETTINGS) {
		const value = attributeOf(led, name);
		if (value !== null) settings[name] = value;
	}

	return { trigger: triggerOf(led), brightness, settings };
}

function canPlay(led) {
	return knows(led, PLAYING);
}

function brightest(led) {
	return max(1, int(attributeOf(led, 'max_brightness') ?? ''));
}

function light(led, on) {
	set(led, 'trigger', NOTHING);
	set(led, 'brightness', on ? `${brightest(led)}` : '0');
}

function blink(led, on, off) {
	set(led, 'trigger', BLINKING);
	set(led, 'delay_on', `${on}`);
	set(led, 'delay_off', `${off}`);
}

function play(led, textFor) {
	set(led, 'trigger', PLAYING);
	set(led, 'pattern', textFor(brightest(led)));
}

function giveBack(led, former) {
	if (index([NOTHING, BLINKING, PLAYING], triggerOf(led)) < 0) return;

	// This ends what drives it as well (led-class.c, brightness_store); a trigger that has nothing to show would leave it lit.
	set(led, 'brightness', '0');
	set(led, 'trigger', former.trigger);
	for (let name in SETTINGS) if (exists(former.settings, name)) set(led, name, former.settings[name]);
	if (former.trigger === NOTHING) set(led, 'brightness', former.brightness);
}

// src/service/light.ts
let timer = null;

let found = null;

let pausing = false;

function lightName() {
	return memory.light.shown?.led ?? found;
}

function lookForLight() {
	found = findLight(settingsOf('light')[0]?.options?.led ?? null);
}

function begin(led, sign) {
	const pattern = PATTERNS[sign];
	pausing = false;

	if (pattern.off === 0) light(led, true);
	else if (pattern.pause > 0 && canPlay(led)) play(led, brightness => patternText(pattern, brightness));
	else blink(led, pattern.on, pattern.off);

	// In the middle of the last darkness.
	return pattern.pause > 0 && !canPlay(led)
		? pattern.times * (pattern.on + pattern.off) - int(pattern.off / 2)
		: null;
}

function come(step) {
	const until = memory.light.shown?.until ?? null;
	const left = until === null ? null : max(1, until - now().monotonic);

	if (step !== null || left !== null) timer?.set?.(min(step ?? left ?? 1, left ?? step ?? 1));
}

function release() {
	const shown = memory.light.shown;
	if (shown === null) return;

	giveBack(shown.led, shown.former);
	memory.light = { shown: null };
	touch();
	keep();
}

function show(sign) {
	const lasting = LASTING[sign];
	const until = lasting === null ? null : now().monotonic + lasting * 1000;
	const shown = memory.light.shown;
	// A pattern without an end goes on as it is.
	if (shown !== null && shown.sign === sign && until === null) return;
	if (shown === null) lookForLight();

	const led = shown?.led ?? found;
	const former = shown?.former ?? (led === null ? null : readLight(led));
	if (led === null || former === null) return;

	memory.light = { shown: { led, former, sign, until } };
	touch();
	keep();
	come(begin(led, sign));
}

function isOpen() {
	return length(filter(memory.windows, window => window.session.open)) > 0;
}

function followLight(session, before) {
	if (before !== null && before.state === session.state && before.reason === session.reason) return;

	const sign = isOpen() ? 'progress' : signOf(session);

	if (sign === null) release();
	else show(sign);
}

function showError() {
	if (!isOpen()) show('error');
}

function tick() {
	const shown = memory.light.shown;
	if (shown === null) return;
	if (shown.until !== null && shown.until <= now().monotonic) return release();

	const pattern = PATTERNS[shown.sign];
	if (pattern.pause === 0 || canPlay(shown.led)) come(null);
	else if (pausing) come(begin(shown.led, shown.sign));
	else {
		pausing = true;
		light(shown.led, false);
		come(pattern.pause + int(pattern.off / 2));
	}
}

timer = uloop.timer(-1, () => guarded(tick));

function resumeLight() {
	lookForLight();
	const shown = memory.light.shown;
	if (shown === null) return;

	if (shown.until === null && !isOpen()) release();
	else come(begin(shown.led, shown.sign));
}

// src/core/pin.ts
function readPin(text) {
	const digits = filter(split(text, ''), character => index('0123456789', character) >= 0);
	const pin = join('', digits);
	if (length(pin) === 4) return pin;
	if (length(pin) !== 8) return null;

	let sum = 0;
	for (let i = 0; i < 8; i++) sum += int(digits[i]) * (i % 2 === 0 ? 3 : 1);
	return sum % 10 === 0 ? pin : null;
}

// src/service/start.ts
let current = null;

function tellRefusal(request, ifname, code) {
	if (code === METHOD_NOT_FOUND) return request.fail('wps_not_supported');
	if (code === NOT_FOUND) return request.fail('not_on_air');
	if (code !== NOT_SUPPORTED) return request.fail('timeout');

	refresh([ifname], request.deadline, (at, round) => {
		const seen = round[ifname] ?? null;
		const overlap = seen?.kind === 'answer' && seen.registrar?.pbc === 'Overlap';

		if (overlap) refusedForOverlap(ifname, at);
		request.fail(overlap ? 'overlap' : 'wps_disabled');
	});
}

function openedAlong(survey, network, opening) {
	const grouped = length(filter(opening, bss => !bss.independent)) > 0;

	return filter(
		network,
		bss => index(opening, bss) >= 0 || (grouped && !bss.independent && bss.wps && isAnswering(survey, bss))
	);
}

function givePin(asked, guest, deadline) {
	const given = [];

	for (let bss in asked) {
		push(given, bss);
		if (addPin(bss.ifname ?? '', guest.pin ?? '', guest.mac, deadline)) continue;
		// What was sent may still be obeyed, when hostapd wakes: the cancel goes the same way, behind it.
		for (let one in given) cancelPin(one.ifname ?? '');
		return false;
	}

	return true;
}

function conclude(request, survey, network, opening, replies, guest, origin) {
	const asked = askedOf(opening);
	const takeBack = () => {
		for (let bss in asked) send(hostapdCall(bss.ifname ?? '', 'wps_cancel'));
	};
	// One that has just gone does not keep the others.
	const there = filter(asked, (_bss, i) => replies[i].code !== NOT_FOUND);
	const refused = filter(asked, (_bss, i) => index([OK, NOT_FOUND], replies[i].code) < 0)[0] ?? null;

	if (refused !== null || length(there) === 0) {
		const culprit = refused ?? asked[0];
		const code = replies[index(asked, culprit)].code;
		// A daemon that was only slow would open the window when nobody expects it any more.
		if (length(filter(replies, reply => index([OK, TIMED_OUT], reply.code) >= 0)) > 0) takeBack();
		else spareKeys(network);
		return tellRefusal(request, culprit.ifname ?? '', code);
	}
	if (guest.pin !== null && !givePin(there, guest, request.deadline)) return request.fail('timeout');

	const kept = filter(opening, bss => !bss.independent || index(there, bss) >= 0);
	request.answer({
		session: opened({
			network: network[0].ssid,
			method: guest.pin === null ? 'pbc' : 'pin',
			origin,
			by: request.who,
			parts: map(openedAlong(survey, network, kept), bss => partOf(bss, seenOf(survey, bss))),
			homes: homesOf(network),
			exclusive: isExclusive(network, survey.bsses)
		})
	});
}

function letIn(survey, network) {
	const peers = {};
	for (let bss in network) {
		const seen = seenOf(survey, bss);
		const registrar = seen?.kind === 'answer' ? seen.registrar : null;
		if (registrar !== null)
			peers[bss.ifname ?? ''] = (registrar.result === 'Success' && registrar.peer) || '';
	}

	return peers;
}

function open(request, target, guest, origin) {
	lookFor(request, survey => {
		const choice = choose(judge(survey, daemonOf(survey)), target);
		if (choice.error !== null) return request.fail(choice.error);

		const network = map(choice.whole.places, place => place.bss);
		const opening = choice.opening;
		// hostapd_cli ends well when hostapd refuses; taking an earlier PIN back tells.
		const method = guest.pin === null ? 'wps_start' : 'wps_cancel';
		const calls = map(askedOf(opening), bss => hostapdCall(bss.ifname ?? '', method));

		secureKeys(network, letIn(survey, network), request.deadline, error => {
			if (error !== null) return request.fail(error);
			ask(calls, request.deadline, replies =>
				conclude(request, survey, network, opening, replies, guest, origin)
			);
		});
	});
}

function openFor(request, target, guest, origin) {
	if (current?.isPending?.() || runningTask() !== null) return request.fail('busy');

	current = request;
	open(request, target, guest, origin);
}

function objectionTo(typed, guest, house) {
	if (guest.mac !== null && (typed === null || !isMac(guest.mac))) return ['invalid_argument', 'mac'];
	if (typed === null) return null;
	// A PIN is for one router.
	if (house) return ['invalid_argument', 'house'];
	if (guest.pin === null) return ['pin_invalid'];

	return hasHostapdCli() ? null : ['pin_unavailable'];
}

function withHouse(request) {
	return {
		...request,
		answer: data => {
			openHouse(data.session.network, data.session.id);
			request.answer(data);
		}
	};
}

const startMethod = defineCommand(
	{ network: '', section: '', ifname: '', pin: '', mac: '', house: true, origin: '', by: '' },
	request => {
		const target = targetOf(request);
		const caller = target === null ? null : callerOf(request);
		if (target === null || caller === null) return;

		const typed = textOf(request, 'pin');
		const mac = textOf(request, 'mac');
		const house = request.args.house === true;
		const guest = { pin: readPin(typed ?? ''), mac: mac === null ? null : lc(mac) };
		const objection = objectionTo(typed, guest, house);
		if (objection !== null) return request.fail(objection[0], objection[1]);

		const opener = { ...request, who: caller.by };
		openFor(house ? withHouse(opener) : opener, target, guest, caller.origin);
	}
);

// src/service/button.ts
const ACTIONS = ['network', 'off', 'stock'];

function buttonNow() {
	const options = settingsOf('button')[0]?.options ?? {};
	const action = filter(ACTIONS, one => one === options.action)[0] ?? 'network';

	return { present: hasButton(), action, network: action === 'network' ? (options.network ?? null) : null };
}

function wordsOf(button) {
	if (button.action !== 'network') return button.action;
	return button.network === null ? 'opens the first network with WPS' : `opens "${button.network}"`;
}

const buttonMethod = defineCommand({ action: '', network: '' }, request => {
	const network = textOf(request, 'network');
	const action = textOf(request, 'action') ?? (network === null ? null : 'network');
	const chosen = filter(ACTIONS, one => one === action)[0] ?? null;
	const empty = emptyArgument(request);

	if (empty !== null) return request.fail('invalid_argument', empty);
	if (action === null) return request.answer({ button: buttonNow() });
	if (chosen === null) return request.fail('invalid_argument', 'action');
	if (network !== null && chosen !== 'network') return request.fail('invalid_argument', 'network');
	if (!hasButton()) return request.fail('button_absent');

	lookFor(request, survey => {
		const known = filter(survey.networks, bsses => bsses[0].ssid === network);
		if (network !== null && length(known) === 0) return request.fail('unknown_target');
		if (!writeSection('button', 'button', { action: chosen, network })) return request.fail('not_saved');

		const button = buttonNow();
		note(`the WPS button: ${wordsOf(button)}, by ${request.who}`);
		tell({ type: 'button', button });
		request.answer({ button });
	});
});

const pressMethod = defineCommand({}, request => {
	const button = buttonNow();
	if (button.action !== 'network') return request.answer({ session: null });

	const fail = (code, detail) => {
		note(`the WPS button: nothing to open (${code})`);
		showError();
		request.fail(code, detail);
	};
	const opener = { ...request, who: 'button', fail };

	lookFor({ ...request, fail }, survey => {
		const window = openOn(ANYWHERE);
		if (window !== null) return closeWindow({ ...request, who: 'button' }, window, null);

		const target = pressed(judge(survey, daemonOf(survey)), button.network);
		if (target === null) fail('wps_disabled');
		else openFor(opener, target, { pin: null, mac: null }, 'button');
	});
});

// src/service/check-pin.ts
const checkPinMethod = defineMethod({ pin: '' }, request => {
	const culprit = emptyArgument(request);
	if (culprit !== null) return request.fail('invalid_argument', culprit);

	const pin = readPin(request.args.pin ?? '');
	request.answer(pin === null ? { valid: false, code: 'pin_invalid' } : { valid: true, pin });
});

// src/core/device.ts
const NAME_LENGTH = 32;

const HOSTNAME_LENGTH = 63;

const CONTROLS = /[[:cntrl:]]/;

const KINDS = ['own', 'shared', 'lost'];

function hasControls(text) {
	return match(text, CONTROLS) !== null;
}

function charactersOf(text) {
	let count = 0;
	for (let i = 0; i < length(text); i++) {
		const byte = ord(text, i) ?? 0;
		if (byte < 128 || byte >= 192) count++;
	}

	return count;
}

function isDeviceName(text) {
	return text !== '' && charactersOf(text) <= NAME_LENGTH && !hasControls(text);
}

function cleanName(text) {
	return substr(replace(text ?? '', /[[:cntrl:]]/g, ''), 0, HOSTNAME_LENGTH) || null;
}

function entryOf(options) {
	const key = filter(KINDS, kind => kind === options.key)[0] ?? null;
	const joined = int(options.joined ?? '');
	if (!options.mac || !options.network || key === null || !(joined > 0)) return null;

	return {
		mac: lc(options.mac),
		network: options.network,
		section: options.section ?? null,
		joined,
		key,
		id: options.id ?? null,
		own_name: options.name ?? null,
		hostname: options.hostname ?? null
	};
}

function optionsOf(entry) {
	return {
		mac: entry.mac,
		network: entry.network,
		section: entry.section,
		joined: `${entry.joined}`,
		key: entry.key,
		id: entry.id,
		name: entry.own_name,
		hostname: entry.hostname
	};
}

function placeOfEntry(entry) {
	return `device_${replace(entry.mac, /:/g, '')}_${entry.section ?? ''}`;
}

function isSame(one, other) {
	return one.mac === other.mac && one.network === other.network;
}

function byAge(entries) {
	return sort([...entries], (a, b) => b.joined - a.joined);
}

function asDevice(entry, presence, identity) {
	return {
		mac: entry.mac,
		name: entry.own_name ?? identity?.name ?? entry.hostname,
		own_name: entry.own_name,
		network: entry.network,
		section: presence?.section ?? entry.section,
		joined: entry.joined,
		key: entry.key,
		kept: entry.key !== 'lost',
		online: presence !== null,
		ifname: presence?.ifname ?? null,
		band: presence?.band ?? null,
		signal: presence?.client?.signal ?? null,
		ip: identity?.ip ?? null
	};
}

// src/service/devices.ts
const KEPT_OUT = 60000;

const PREVIOUS_AUTHENTICATION_INVALID = 2;

function keptEntries() {
	const kept = [];
	for (let section in settingsOf('device')) {
		const entry = entryOf(section.options);
		if (entry !== null) push(kept, { place: section.name, entry });
	}

	return kept;
}

function allEntries() {
	return byAge([...memory.passing, ...map(keptEntries(), kept => kept.entry)]);
}

function store(entry) {
	const places = map(
		filter(keptEntries(), one => isSame(one.entry, entry)),
		one => one.place
	);
	return writeSection(places[0] ?? placeOfEntry(entry), 'device', optionsOf(entry));
}

function forgetPassing(entry) {
	memory.passing = filter(memory.passing, one => !isSame(one, entry));
	touch();
	keep();
}

function keepEntry(entry) {
	const former = filter(allEntries(), one => isSame(one, entry))[0] ?? null;
	const whole = {
		...entry,
		own_name: former?.own_name ?? null,
		hostname: entry.hostname ?? former?.hostname ?? null
	};

	forgetPassing(entry);
	if (entry.key !== 'lost' && store(whole)) return;

	// Without room in flash it is remembered as long as we are.
	memory.passing = [whole, ...memory.passing];
	touch();
	keep();
}

function networkWith(bsses, section) {
	for (let network in networksOf(bsses))
		if (length(filter(network, bss => bss.section === section)) > 0) return network;

	return [];
}

function followDevices(session, before) {
	const peer = session.peer;
	if (peer === null || session.open) return;

	const hostname = cleanName(peer.name);
	if (session.state === 'success' && before?.state !== 'success') {
		const network = networkWith(readBsses(null), session.section);
		const path = ownFileOf(network);
		const id = path === null ? null : keyNameOf(path, peer.mac);
		keepEntry({
			mac: peer.mac,
			network: session.network,
			section: session.section,
			joined: session.ended,
			key: id === null ? keysOf(network) : 'own',
			id,
			own_name: null,
			hostname
		});
	} else if (hostname !== null && hostname !== cleanName(before?.peer?.name ?? null)) {
		const entry =
			filter(allEntries(), one => isSame(one, { mac: peer.mac, network: session.network }))[0] ?? null;
		if (entry !== null && entry.hostname !== hostname) keepEntry({ ...entry, hostname });
	}
}

function keepFound(path, id, mac) {
	const network = filter(networksOf(readBsses(null)), bsses => ownFileOf(bsses) === path)[0] ?? null;
	if (network === null) return;

	const keyless =
		filter(allEntries(), one => isSame(one, { mac, network: network[0].ssid }) && one.id === null)[0] ?? null;
	keepEntry({
		mac,
		network: network[0].ssid,
		section: keyless?.section ?? network[0].section,
		joined: keyless?.joined ?? now().epoch,
		key: 'own',
		id,
		own_name: null,
		hostname: null
	});
}

function dropKept(kept) {
	return removeSections(map(kept, one => one.place));
}

function dropKeys(path) {
	const text = readHandover(path) ?? '';
	const ids = {};
	for (let key in owned(text)) ids[key.id] = true;

	const going = filter(keptEntries(), kept => kept.entry.id !== null && ids[kept.entry.id] === true);
	dropKept(going);
	memory.passing = filter(memory.passing, entry => entry.id === null || ids[entry.id] !== true);
	forgetKeys(path);
	return length(going);
}

function idsOf(kept) {
	const ids = {};
	for (let one in kept) if (one.entry.id !== null) ids[one.entry.id] = true;

	return ids;
}

function reconcileNetwork(network) {
	const path = ownFileOf(network);
	const text = path === null ? null : readHandover(path);
	if (path === null || text === null) return;

	const known = filter(
		keptEntries(),
		kept => kept.entry.network === network[0].ssid && kept.entry.key === 'own'
	);
	const ids = idsOf(known);
	const held = {};
	for (let key in owned(text)) {
		held[key.id] = true;
		if (key.mac !== null && !ids[key.id]) keepFound(path, key.id, key.mac);
	}
	dropKept(filter(known, kept => !held[kept.entry.id ?? '']));
}

function reconcile(bsses) {
	map(networksOf(bsses), reconcileNetwork);
}

function presentOn(running, replies) {
	const present = {};
	map(running, (bss, i) => {
		const seen = readClients(replies[i]);
		const clients = seen.kind === 'answer' ? (seen.clients ?? {}) : {};
		for (let mac in keys(clients)) {
			const client = clients[mac];
			if (client === null || !client.authorized || client.wps) continue;
			present[mac] = { ifname: bss.ifname ?? '', section: bss.section, band: bss.radio.band, client };
		}
	});

	return present;
}

function isAmong(running, ifname, network) {
	return length(filter(running, bss => bss.ifname === ifname && bss.ssid === network)) > 0;
}

function lookAtDevices(request, done) {
	const deadline = request.deadline;
	ask([{ object: 'network.wireless', method: 'status' }], deadline, statuses => {
		if (index([OK, NOT_FOUND], statuses[0].code) < 0) return request.fail('timeout');

		const running = filter(readBsses(statuses[0].data), bss => bss.ifname !== null);
		const calls = map(running, bss => hostapdCall(bss.ifname ?? '', 'get_clients'));

		ask(calls, deadline, replies => {
			if (length(filter(replies, reply => readClients(reply).kind === 'silent')) > 0)
				return request.fail('timeout');

			const present = presentOn(running, replies);
			const known = identities();
			done(running, entry => {
				const presence = present[entry.mac] ?? null;
				const here = presence !== null && isAmong(running, presence.ifname, entry.network);
				return asDevice(entry, here ? presence : null, known[entry.mac] ?? null);
			});
		});
	});
}

const devicesMethod = defineMethod({}, request =>
	lookAtDevices(request, (_running, show) => request.answer({ devices: map(allEntries(), show) }))
);

function meantBy(request) {
	const typed = textOf(request, 'mac');
	const mac = typed === null ? null : lc(typed);
	const network = textOf(request, 'network');
	if (mac === null || !isMac(mac)) request.fail('invalid_argument', 'mac');
	else if (network === '') request.fail('invalid_argument', 'network');
	else {
		const meant = filter(
			allEntries(),
			one => one.mac === mac && (network === null || one.network === network)
		);
		if (length(meant) > 0) return meant;
		request.fail('unknown_device');
	}

	return null;
}

function dropEntry(entry) {
	forgetPassing(entry);
	return dropKept(filter(keptEntries(), kept => isSame(kept.entry, entry)));
}

function keepOut(running, entry) {
	const args = {
		addr: entry.mac,
		reason: PREVIOUS_AUTHENTICATION_INVALID,
		deauth: true,
		ban_time: KEPT_OUT
	};
	const places = filter(running, bss => bss.ssid === entry.network);

	return map(places, bss => ({ ...hostapdCall(bss.ifname ?? '', 'del_client'), args }));
}

function tellRemoval(request, device, for_good) {
	const how = for_good ? 'for good' : 'for a minute: it knows the password';
	note(
		`${device.name ?? device.mac} (${device.mac}) is taken out of "${device.network}" ${how}, by ${request.who}`
	);
	tell({ type: 'removed', device });
	request.answer({ device, for_good });
}

function removeOwn(request, entry, path, device) {
	if (!withdraw(path, entry.mac)) return request.fail('not_saved');

	// hostapd may take more than a second over it on a slow router: what is written it reads in the end, whoever waits.
	reread(request.deadline, read => {
		dropEntry(entry);
		tellRemoval(
			request,
			read ? { ...device, online: false, ifname: null, band: null, signal: null } : device,
			true
		);
	});
}

const removeMethod = defineCommand({ mac: '', network: '' }, request => {
	const meant = meantBy(request);
	if (meant === null) return;
	if (length(meant) > 1) return request.fail('ambiguous_target');

	const entry = meant[0];
	lookAtDevices(request, (running, show) => {
		const path = ownFileOf(filter(readBsses(null), bss => bss.ssid === entry.network));
		if (path !== null && keyNameOf(path, entry.mac) !== null)
			return removeOwn(request, entry, path, show(entry));

		ask(keepOut(running, entry), request.deadline, replies => {
			if (length(filter(replies, reply => reply.code !== OK)) > 0) return request.fail('timeout');
			if (!dropEntry(entry)) return request.fail('not_saved');
			tellRemoval(request, show(entry), false);
		});
	});
});

function storeName(entry) {
	const passing = filter(memory.passing, one => isSame(one, entry));
	if (length(passing) === 0) return store(entry);

	memory.passing = map(memory.passing, one => (isSame(one, entry) ? entry : one));
	touch();
	keep();
	return true;
}

const renameMethod = defineCommand({ mac: '', name: '', network: '' }, request => {
	const name = textOf(request, 'name');
	if (name === null || (name !== '' && !isDeviceName(name))) return request.fail('invalid_argument', 'name');

	const meant = meantBy(request);
	if (meant === null) return;

	const renamed = map(meant, entry => ({ ...entry, own_name: name || null }));
	lookAtDevices(request, (_running, show) => {
		if (length(filter(renamed, entry => !storeName(entry))) > 0) return request.fail('not_saved');

		const device = show(renamed[0]);
		note(`${device.mac} is called "${device.name ?? device.mac}", by ${request.who}`);
		tell({ type: 'renamed', device });
		request.answer({ device });
	});
});

// src/service/history.ts
const historyMethod = defineMethod({ limit: 0 }, request => {
	const limit = request.args.limit ?? HISTORY_LIMIT;

	if (limit < 0) request.fail('invalid_argument', 'limit');
	else request.answer({ entries: sessionsAt(now(), min(limit, HISTORY_LIMIT)) });
});

// src/service/house.ts
function houseNow() {
	const told = readHouse();
	if (told === null) return null;

	return {
		connected: told.connected,
		name: told.name,
		routers: map(told.routers, router => ({
			name: router.name,
			there: router.there,
			networks: map(router.networks, network => ({
				ssid: network.ssid,
				ready: network.ready,
				open: network.open
			}))
		}))
	};
}

const houseMethod = defineMethod({}, request => request.answer({ house: readHouse() }));

// src/core/switching.ts
function unionFor(able, others, uuid, fresh) {
	if (uuid !== null) return { kind: 'uuid', uuid };
	if (length(able) < 2) return { kind: 'single' };
	if (length(filter(others, bss => bss.wps && !bss.independent)) === 0) return { kind: 'group' };

	return { kind: 'uuid', uuid: able[0].uuid ?? fresh() };
}

function listOrNone(lines) {
	return length(lines) > 0 ? lines : null;
}

function withoutOwnKeys(change, bss) {
	if (isOurs(bss.psk_file, 'psk')) change.wpa_psk_file = null;
}

function canHaveOwnKeys(bss) {
	return !bss.stations && (bss.psk_file === null || isOurs(bss.psk_file, 'psk'));
}

function ownPath(able) {
	const there = filter(able, bss => isOurs(bss.psk_file, 'psk'))[0]?.psk_file ?? null;
	return there ?? handoverPath(able[0].section, 'psk');
}

function abandoned(former, changes) {
	const paths = {};
	for (let section in keys(former)) {
		const path = former[section].wpa_psk_file ?? null;
		if (type(path) === 'string' && isOurs(`${path}`, 'psk')) paths[`${path}`] = true;
	}
	for (let section in keys(changes)) delete paths[`${changes[section].wpa_psk_file ?? ''}`];

	return keys(paths);
}

function enabling(able, kind, union) {
	const changes = {};

	for (let bss in able) {
		const change = { wps_pushbutton: '1' };
		const lines = foreignLines(bss.raw);

		for (let option in EXPOSING) change[option] = null;
		change.wps_independent = union.kind === 'group' ? '0' : null;
		if (union.kind === 'uuid') push(lines, uuidLine(union.uuid));
		if (kind === 'own') change.wpa_psk_file = ownPath(able);
		else {
			withoutOwnKeys(change, bss);
			const path = credentialPath(bss.raw) ?? handoverPath(bss.section, 'cred');
			for (let line in credentialLines(path)) push(lines, line);
		}
		change.hostapd_bss_options = listOrNone(lines);
		changes[bss.section] = change;
	}

	return changes;
}

function disabling(network) {
	const changes = {};

	for (let bss in network) {
		const change = { wps_pushbutton: null, wps_label: null, wps_independent: null };

		withoutOwnKeys(change, bss);
		change.hostapd_bss_options = listOrNone(foreignLines(bss.raw));
		changes[bss.section] = change;
	}

	return changes;
}

function restorable(change) {
	return filter(keys(change), option => index(PINS, option) < 0);
}

// src/service/jobs.ts
const COME_BACK = 30000;
const SETTLE = 3000;
const LOOK_EVERY = 1000;

let watcher = null;

function eventOf(job) {
	if (job.state === 'reverted') return 'reverted';
	if (job.state === 'failed') return 'job_failed';

	return job.kind === 'enable' ? 'enabled' : 'disabled';
}

function finish(task, state, code) {
	const job = { ...task.job, state, code, ended: now().epoch };
	task.job = job;
	touch();
	keep();

	const why = code === null ? '' : ` (${code})`;
	note(`${job.kind} WPS on "${job.network}": ${state}${why}`);
	tell({ type: eventOf(job), job });
}

const RELOAD = { object: 'network', method: 'reload' };

function placeOf(bss) {
	return `${bss.radio.name} ${bss.section}`;
}

function isTakenUp(survey, bss) {
	return bss.radio.up === true && bss.applied === true && isThere(survey, bss);
}

function isBack(survey, bss, over) {
	return isTakenUp(survey, bss) && (isOnAir(survey, bss) || (over && isUplinkAway(bss)));
}

function wake(survey) {
	for (let bss in survey.bsses) {
		const ifname = bss.ifname ?? '';
		if (isAnswering(survey, bss) && hasCarrier(ifname) === false && !isUplinkAway(bss))
			send(hostapdCall(ifname, 'update_beacon'));
	}
}

function revert(task, code) {
	const restored = writeOptions(task.former);
	tendFiles(readBsses(null));
	send(RELOAD);
	if (!restored) return finish(task, 'failed', code);

	task.reverting = code;
	task.until = now().monotonic + COME_BACK;
	touch();
	keep();
	watcher?.set?.(LOOK_EVERY);
}

function complete(task) {
	for (let path in abandoned(task.former, task.changes)) {
		const count = dropKeys(path);
		if (count > 0) note(`${count} devices on "${task.job.network}" have no key of their own any more`);
	}
	for (let section in keys(task.changes)) keysAreRead(`${task.changes[section].wpa_psk_file ?? ''}`);
	finish(task, 'done', null);
}

function concludeJob(task) {
	if (task.reverting !== null) finish(task, 'reverted', task.reverting);
	else complete(task);
}

function watch() {
	const task = runningTask();
	if (task === null) return;

	lookAround(now().monotonic + LOOK_EVERY, survey => {
		const left = task.until - now().monotonic;
		const awaited = filter(survey?.bsses ?? [], bss => index(task.watched, placeOf(bss)) >= 0);
		const missing = survey === null ? null : length(filter(awaited, bss => !isBack(survey, bss, left <= 0)));

		if (survey !== null) wake(survey);
		if (missing === 0 && left <= COME_BACK - SETTLE) concludeJob(task);
		else if (left > 0) watcher?.set?.(LOOK_EVERY);
		else if (
			// What was before is put back, though it is not there: that is all that can be done.
			task.reverting !== null
		)
			concludeJob(task);
		else revert(task, 'not_back');
	});
}

watcher = uloop.timer(-1, () => guarded(watch));

function storeFiles(section, change) {
	const lines = type(change.hostapd_bss_options) === 'array' ? change.hostapd_bss_options : [];
	const credential = credentialPath(lines);
	const list = type(change.wpa_psk_file) === 'string' ? `${change.wpa_psk_file}` : null;

	return (
		(credential === null || storeCredential(credential, section)) && (list === null || storeKeyFile(list))
	);
}

function apply(task) {
	const unstored = filter(keys(task.changes), section => !storeFiles(section, task.changes[section]));
	const stored = length(unstored) === 0;

	if (!stored || !writeOptions(task.changes)) {
		tendFiles(readBsses(null));
		finish(task, 'failed', stored ? 'configuration' : 'key_file');
	} else {
		send(RELOAD);
		if (length(task.watched) === 0) complete(task);
		else watcher?.set?.(LOOK_EVERY);
	}
}

function ableOf(survey, network) {
	const whole = judge(survey, daemonOf(survey))[index(survey.networks, network)];
	return bssesOf(filter(whole.places, isAble));
}

function objection(survey, network, kind, handed) {
	if (runningTask() !== null || length(filter(network, bss => bss.unsaved)) > 0) return 'busy';
	// Where the wifi-scripts are shell, all networks of the radio restart.
	if (openOn(ANYWHERE) !== null) return 'already_open';
	if (kind === 'disable') return null;

	// A build without WPS refuses the option, and with it the whole radio: now, or after its next restart.
	const daemon = daemonOf(survey);
	if (daemon.installed_has_wps === false || daemon.running_has_wps === false) return 'wps_not_supported';
	if (daemon.installed_has_wps === null && daemon.running_has_wps !== true) return 'timeout';

	const able = ableOf(survey, network);
	if (length(able) === 0) return 'unsuitable_network';

	return handed === 'own' && length(filter(able, bss => !canHaveOwnKeys(bss))) > 0
		? 'unsuitable_network'
		: null;
}

function formerOf(changes) {
	const former = {};
	for (let section in keys(changes)) former[section] = readOptions(section, restorable(changes[section]));

	return former;
}

function goingWith(changes) {
	let count = 0;
	for (let path in abandoned(formerOf(changes), changes)) count += keyHolders(path);

	return count;
}

function isComing(bss) {
	const radio = bss.radio;
	return (
		radio.managed && radio.up === false && !radio.stopped && !radio.failed && !radio.disabled && !bss.disabled
	);
}

function watchedOf(survey, network) {
	const radios = map(network, bss => bss.radio.name);
	const running = filter(survey.bsses, bss => {
		const there = isThere(survey, bss) && (isOnAir(survey, bss) || !isUplinkAway(bss));
		return index(radios, bss.radio.name) >= 0 && (there || isComing(bss));
	});

	return map(running, placeOf);
}

function startJob(survey, network, kind, changes) {
	const at = now();
	const task = {
		job: {
			id: freshId(at.epoch),
			network: network[0].ssid,
			sections: sectionsOf(network),
			kind,
			state: 'running',
			code: null,
			started: at.epoch,
			ended: null
		},
		changes,
		former: formerOf(changes),
		reverting: null,
		watched: watchedOf(survey, network),
		until: at.monotonic + COME_BACK
	};
	const isOther = one => length(filter(one.job.sections, name => index(task.job.sections, name) >= 0)) === 0;

	memory.tasks = [task, ...filter(memory.tasks, isOther)];
	touch();
	keep();
	apply(task);
	return task.job;
}

function switchWps(request, kind, handed, changesFor) {
	const target = targetOf(request);
	if (target === null) return;
	if (target.network === null && target.section === null) return request.fail('invalid_argument', 'network');

	lookFor(request, survey => {
		const meant = filter(survey.networks, network => isMeant(target, network));
		if (length(meant) > 1) return request.fail('ambiguous_target');
		if (length(meant) === 0) return request.fail('unknown_target');

		const network = meant[0];
		const error = objection(survey, network, kind, handed);
		if (error !== null) return request.fail(error);

		const changes = changesFor(network, survey);
		const going = goingWith(changes);
		if (going > 0 && request.args.force !== true) return request.fail('devices_would_go', going);

		note(`${kind} WPS on "${network[0].ssid}", by ${request.who}`);
		request.answer({ job: startJob(survey, network, kind, changes) });
	});
}

const enableMethod = defineCommand({ network: '', section: '', keys: '', force: true }, request => {
	const kind = textOf(request, 'keys') ?? 'shared';
	if (index(['shared', 'own'], kind) < 0) return request.fail('invalid_argument', 'keys');

	const enable = () =>
		switchWps(request, 'enable', kind, (network, survey) => {
			const others = filter(survey.bsses, bss => index(network, bss) < 0);
			const able = ableOf(survey, network);
			const union = unionFor(able, others, houseUuid(), () => uuidOf(randomHex(11)));
			return enabling(able, kind, union);
		});

	if (kind !== 'own') return enable();
	canReread(request.deadline, can => (can ? enable() : request.fail('unsuitable_network')));
});

const disableMethod = defineCommand({ network: '', section: '', force: true }, request =>
	switchWps(request, 'disable', null, disabling)
);

function jobOf(sections) {
	for (let task in memory.tasks)
		if (length(filter(task.job.sections, name => index(sections, name) >= 0)) > 0) return task.job;

	return null;
}

function resumeJobs() {
	const task = runningTask();
	if (task === null) return;

	task.until = now().monotonic + COME_BACK;
	if (task.reverting !== null) revert(task, task.reverting);
	else apply(task);
}

// src/router/guard.ts
function readGuard() {
	const section = settingsOf('guard')[0] ?? null;

	return section === null
		? null
		: { when: int(section.options.when ?? '0'), sections: section.lists.section ?? [] };
}

// src/service/status.ts
function accessPointOf(survey, place) {
	const bss = place.bss;
	const ifname = bss.ifname;

	return {
		ifname,
		section: bss.section,
		radio: bss.radio.name,
		bssid: ifname === null ? null : bssidOf(ifname),
		band: bss.radio.band,
		channel: channelOf(bss.radio),
		enabled: bss.wps,
		ready: place.ready,
		on_air: isOnAir(survey, bss),
		problems: place.problems
	};
}

function bandsOf(whole) {
	const bands = [];
	for (let bss in whole.opening) {
		const band = bss.radio.band;
		if (band !== null && index(bands, band) < 0) push(bands, band);
	}

	return bands;
}

function networkOf(survey, whole) {
	const bsses = map(whole.places, place => place.bss);
	const sections = sectionsOf(bsses);

	return {
		ssid: bsses[0].ssid,
		sections,
		bands: bandsOf(whole),
		enabled: whole.enabled,
		ready: whole.ready,
		keys: keysOf(bsses),
		problems: whole.problems,
		session: newestOn(sections, survey.at),
		job: jobOf(sections),
		access_points: map(whole.places, place => accessPointOf(survey, place))
	};
}

function describeAnew(survey) {
	const daemon = daemonOf(survey);

	return {
		supported: daemon.running_has_wps === true,
		daemon,
		networks: map(judge(survey, daemon), whole => networkOf(survey, whole)),
		button: buttonNow(),
		light: lightName(),
		guard: readGuard(),
		house: houseNow(),
		now: survey.at.epoch
	};
}

function surroundings(survey) {
	const places = map(survey.bsses, bss => [
		channelOf(bss.radio),
		isUplinkAway(bss),
		...(bss.ifname === null ? [] : [bssidOf(bss.ifname), carrierOf(survey, bss.ifname)])
	]);

	return [places, readPackages(), buttonNow(), lightName(), readGuard(), houseNow(), memoryRevision()];
}

let described = null;

function describe(survey) {
	const text = sprintf('%J', surroundings(survey));
	if (described?.round !== survey.round || described?.text !== text)
		described = { round: survey.round, text, status: describeAnew(survey) };

	return { ...described.status, now: survey.at.epoch };
}

const statusMethod = defineMethod({}, request =>
	lookFor(request, survey => request.answer(describe(survey)))
);

// src/service/plugin.ts
onSession(followKeys);
onSession(followDevices);
onSession(followLight);
onFound(keepFound);
recall();
resumeJobs();
lookSoon();
settleDown();
resumeLight();
resumeKeys(readBsses(null));
reconcile(readBsses(null));

watchObjects('hostapd.', (ifname, there) => {
	forgetChannels();
	if (!there) accessPointGone(ifname);
	lookSoon();
});

const plugin = {
	'luci.wps': {
		status: statusMethod,
		start: startMethod,
		cancel: cancelMethod,
		enable: enableMethod,
		disable: disableMethod,
		button: buttonMethod,
		press: pressMethod,
		devices: devicesMethod,
		remove: removeMethod,
		rename: renameMethod,
		history: historyMethod,
		house: houseMethod,
		check_pin: checkPinMethod
	}
};

return plugin;

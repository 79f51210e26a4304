// The ubus object luci.wps, compiled from src/service, src/router, src/core and src/contract:
// edit those, where the doc comments are, and run `npm run build`.
// Licensed to the public under the Apache License 2.0.

'use strict';

import * as fs from 'fs';
import * as ubus from 'ubus';
import * as uci from 'uci';
import * as uloop from 'uloop';

// src/service/untranslated.ts
function _(text) {
	return text;
}

// src/router/wireless.ts
const STAGED = ['/tmp/.uci/wireless', '/var/run/rpcd/uci-*/wireless'];

function committed() {
	const cursor = uci.cursor() ?? die('uci');
	cursor.load('/etc/config/wireless');

	return cursor;
}

function isOn(value) {
	return value === true || index(['1', 'on', 'true', 'yes', 'enabled'], value) >= 0;
}

function listOf(value) {
	return type(value) === 'array' ? value : split(trim(value ?? ''), /[ \t]+/);
}

function bandOf(device) {
	if (index(['2g', '5g', '6g'], device.band) >= 0) return device.band;
	if (match(device.hwmode ?? '', /^11[bg]/s)) return '2g';

	return device.hwmode === '11a' ? '5g' : null;
}

function readRadio(device, netifd) {
	const channel = int(device.channel ?? '');

	return {
		name: device['.name'],
		band: bandOf(device),
		channel: channel > 0 ? channel : null,
		disabled: isOn(device.disabled),
		up: netifd === null ? null : netifd.up === true
	};
}

function stagedSections() {
	const sections = {};

	for (let path in fs.glob(...STAGED)) {
		for (let line in split(fs.readfile(path) ?? '', '\n')) {
			const found = match(line, /^[^a-z]?wireless\.([A-Za-z0-9_]+)/s);
			if (found) sections[found[1]] = true;
		}
	}

	return sections;
}

function pinOption(iface) {
	for (let option in ['wps_pin', 'ap_pin']) if (iface[option]) return option;
	for (let option in ['wps_label', 'ext_registrar']) if (isOn(iface[option])) return option;

	return null;
}

function hasStations(stations, section) {
	return (
		length(filter(stations, station => !station.iface || index(listOf(station.iface), section) >= 0)) > 0
	);
}

const DECIDING = [
	'ssid',
	'encryption',
	'key',
	'hidden',
	'macfilter',
	'multi_ap',
	'wps_pushbutton',
	'wps_label',
	'wpa_psk_file'
];

function plain(value) {
	return isOn(value) ? '1' : index([null, false, 0, '0'], value) >= 0 ? '' : `${value}`;
}

function isApplied(iface, running) {
	return length(filter(DECIDING, option => plain(iface[option]) !== plain(running[option]))) === 0;
}

function runningOf(netifd, section) {
	for (let entry in netifd?.interfaces ?? []) if (entry.section === section) return entry;
	return null;
}

function ofType(config, wanted) {
	const found = filter(values(config), section => section['.type'] === wanted);
	return sort(found, (a, b) => a['.index'] - b['.index']);
}

function readNetworks(status) {
	const config = committed().get_all('wireless') ?? {};
	const stations = ofType(config, 'wifi-station');
	const staged = stagedSections();
	const networks = [];
	const seen = {};

	for (let device in ofType(config, 'wifi-device')) {
		const name = device['.name'];
		const netifd = status?.[name] ?? null;

		for (let iface in ofType(config, 'wifi-iface')) {
			const section = iface['.name'];
			if ((iface.mode ?? 'ap') !== 'ap' || index(listOf(iface.device), name) < 0) continue;

			// A multi-link network has one interface for all its radios (facts 1.1).
			const running = runningOf(netifd, section);
			const ifname = running?.ifname ?? null;
			if (ifname !== null && seen[ifname]) continue;
			if (ifname !== null) seen[ifname] = true;

			push(networks, {
				section,
				radio: readRadio(device, netifd),
				ifname,
				ssid: iface.ssid ?? '',
				disabled: isOn(iface.disabled),
				encryption: iface.encryption ?? 'none',
				hidden: isOn(iface.hidden),
				macfilter: iface.macfilter ?? '',
				ppsk: isOn(iface.ppsk),
				multi_ap: `${iface.multi_ap ?? ''}`,
				fast_roaming: isOn(iface.ieee80211r),
				independent: iface.wps_independent === null || isOn(iface.wps_independent),
				wps: isOn(iface.wps_pushbutton) || isOn(iface.wps_label),
				applied: running === null ? null : isApplied(iface, running.config ?? {}),
				pin_option: pinOption(iface),
				psk_file: iface.wpa_psk_file ?? null,
				stations: hasStations(stations, section),
				unsaved: staged[section] === true || staged[name] === true
			});
		}
	}

	return networks;
}

function bssidOf(ifname) {
	const text = match(ifname, /^[A-Za-z0-9._-]+$/s) ? fs.readfile(`/sys/class/net/${ifname}/address`) : null;

	return text === null ? null : trim(text);
}

function passphraseOf(section) {
	return committed().get('wireless', section, 'key') ?? null;
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
const connection = ubus.connect(null, 2);

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

function ask(calls, deadline, done) {
	const replies = map(calls, () => ({ code: TIMED_OUT, data: null }));
	const requests = [];
	let unanswered = length(calls);
	let sent = false;
	let timer = null;

	const finish = () => {
		unanswered = -1;
		timer?.cancel();
		guarded(() => done(replies));
	};

	map(calls, (call, i) => {
		let told = false;
		const tell = (code, data) => {
			if (told || unanswered <= 0) return;
			told = true;
			replies[i] = { code, data: data ?? null };
			unanswered--;
			if (sent && unanswered === 0) finish();
		};
		const request = connection?.defer(call.object, call.method, call.args, tell) ?? null;
		// Nothing was sent, mostly because there is no such object: nobody calls back then.
		if (request === null) tell(connection?.error(true) ?? NOT_FOUND, null);
		else latest = request;
		push(requests, request);
	});
	sent = true;

	if (unanswered <= 0) {
		finish();
		return;
	}

	timer = uloop.timer(max(1, deadline - now().monotonic), () => {
		if (unanswered <= 0) return;
		map(requests, request => request?.abort());
		finish();
	});
}

function announce(event, message) {
	connection?.event(event, message);
}

function watchObjects(prefix, changed) {
	const listener = connection?.listener('ubus.object.*', (event, message) => {
		if (index(message.path, prefix) === 0)
			guarded(() => changed(substr(message.path, length(prefix)), event === 'ubus.object.add'));
	});
	push(listeners, listener ?? null);
}

// src/contract/problem.ts
const PROBLEMS = {
	no_daemon: { fix: 'package', refusal: 'wps_not_supported' },
	daemon_without_wps: { fix: 'package', refusal: 'wps_not_supported' },
	daemon_restart_needed: { fix: null, refusal: 'wps_not_supported' },
	radio_disabled: { fix: 'wireless', refusal: 'not_on_air' },
	open_network: { fix: 'wireless', refusal: 'unsuitable_network' },
	wep: { fix: 'wireless', refusal: 'unsuitable_network' },
	tkip_only: { fix: 'wireless', refusal: 'unsuitable_network' },
	enterprise: { fix: 'wireless', refusal: 'unsuitable_network' },
	wpa3_only: { fix: 'wireless', refusal: 'unsuitable_network' },
	ppsk: { fix: 'wireless', refusal: 'unsuitable_network' },
	hidden_ssid: { fix: 'wireless', refusal: 'unsuitable_network' },
	band_6ghz: { fix: null, refusal: 'unsuitable_network' },
	multi_ap_backhaul: { fix: null, refusal: 'unsuitable_network' },
	wps_disabled: { fix: 'enable', refusal: 'wps_disabled' },
	unsaved_changes: { fix: 'wireless', refusal: 'busy' },
	radio_down: { fix: 'wait', refusal: 'not_on_air' },
	radar_check: { fix: 'wait', refusal: 'not_on_air' },
	not_on_air: { fix: 'wait', refusal: 'not_on_air' },
	window_open: { fix: 'wait', refusal: 'already_open' },
	overlap: { fix: 'wait', refusal: 'overlap' },
	mac_allow_list: { fix: 'wireless', refusal: null },
	not_persistent: { fix: 'enable', refusal: null },
	shared_flag: { fix: 'wireless', refusal: null },
	pin_exposed: { fix: 'enable', refusal: null },
	fast_roaming: { fix: 'wireless', refusal: null }
};

// src/core/encryption.ts
function protectionOf(encryption) {
	const parts = split(encryption, '+');
	const name = parts[0];
	const ciphers = slice(parts, 1);

	if (name === '' || name === 'none' || name === 'owe' || name === 'open') return 'open_network';
	if (match(name, /^wep/s)) return 'wep';
	if (match(name, /^(wpa|dpp|8021x|eap)/s)) return 'enterprise';
	if (index(['sae', 'sae-ext', 'psk3'], name) >= 0) return 'wpa3_only';
	if (name === 'psk') return 'tkip_only';

	const strong = filter(ciphers, cipher => cipher !== 'tkip');
	return length(ciphers) > 0 && length(strong) === 0 ? 'tkip_only' : 'ok';
}

// src/core/keyfile.ts
function keyFilePath(section) {
	return `/etc/hostapd-wps-${section}.psk`;
}

function isKeyFile(path) {
	return match(path ?? '', /^\/etc\/hostapd-wps-[A-Za-z0-9_]+\.psk$/s) !== null;
}

function keyFileText(key) {
	return `wps=1 00:00:00:00:00:00 ${key}\n`;
}

function canPersist(network) {
	return (
		protectionOf(network.encryption) === 'ok' &&
		!network.stations &&
		(network.psk_file === null || isKeyFile(network.psk_file))
	);
}

// src/core/suitability.ts
function because(applies, option) {
	return applies ? { option, seconds: null } : null;
}

function waiting(applies, seconds) {
	return applies ? { option: null, seconds } : null;
}

function protectionRule(code) {
	return { code, find: at => because(protectionOf(at.network.encryption) === code, 'encryption') };
}

function isWanted(network) {
	return !network.disabled && !network.radio.disabled;
}

const RULES = [
	{ code: 'no_daemon', find: at => because(!at.daemon_installed, null) },
	{
		code: 'daemon_without_wps',
		find: at => because(at.daemon_installed && !at.daemon.installed_has_wps, null)
	},
	{
		code: 'daemon_restart_needed',
		find: at => because(at.daemon.installed_has_wps && at.daemon.running_has_wps === false, null)
	},
	{ code: 'radio_disabled', find: at => because(!isWanted(at.network), 'disabled') },
	protectionRule('open_network'),
	protectionRule('wep'),
	protectionRule('tkip_only'),
	protectionRule('enterprise'),
	protectionRule('wpa3_only'),
	{
		code: 'ppsk',
		find: at =>
			because(at.network.ppsk || at.network.macfilter === 'radius', at.network.ppsk ? 'ppsk' : 'macfilter')
	},
	{ code: 'hidden_ssid', find: at => because(at.network.hidden, 'hidden') },
	{ code: 'band_6ghz', find: at => because(at.network.radio.band === '6g', 'band') },
	{ code: 'multi_ap_backhaul', find: at => because(at.network.multi_ap === '1', 'multi_ap') },
	{ code: 'wps_disabled', find: at => because(!at.network.wps, 'wps_pushbutton') },
	{
		code: 'unsaved_changes',
		find: at => because(at.network.unsaved || at.network.applied === false, null)
	},
	{
		code: 'radio_down',
		find: at => waiting(isWanted(at.network) && at.network.radio.up !== true && !at.radar_check, null)
	},
	{ code: 'radar_check', find: at => waiting(isWanted(at.network) && at.radar_check, at.radar_left) },
	{
		code: 'not_on_air',
		find: at =>
			waiting(isWanted(at.network) && at.network.radio.up === true && !at.on_air && !at.radar_check, null)
	},
	{ code: 'window_open', find: at => waiting(at.window_open, at.window_left) },
	{ code: 'overlap', find: at => waiting(at.overlap_left > 0, at.overlap_left) },
	{ code: 'mac_allow_list', find: at => because(at.network.macfilter === 'allow', 'macfilter') },
	{
		code: 'not_persistent',
		find: at =>
			because(
				at.network.wps && !at.persistent && protectionOf(at.network.encryption) === 'ok',
				at.network.stations ? 'wifi-station' : 'wpa_psk_file'
			),
		mendable: at => canPersist(at.network)
	},
	{ code: 'shared_flag', find: at => because(at.network.wps && at.flagged > 1, 'wps_pushbutton') },
	{ code: 'pin_exposed', find: at => because(at.network.pin_option !== null, at.network.pin_option) },
	{ code: 'fast_roaming', find: at => because(at.network.wps && at.network.fast_roaming, 'ieee80211r') }
];

function problemsOf(situation) {
	const problems = [];

	for (let rule in RULES) {
		const found = rule.find(situation);
		if (found === null) continue;

		const kind = PROBLEMS[rule.code];
		push(problems, {
			code: rule.code,
			severity: kind.refusal === null ? 'warning' : 'error',
			option: found.option,
			fix: rule.mendable && !rule.mendable(situation) ? null : kind.fix,
			seconds: found.seconds
		});
	}

	return problems;
}

function obstacle(problems) {
	for (let problem in problems) if (problem.severity === 'error') return problem;
	return null;
}

// src/core/target.ts
function only(found) {
	if (length(found) === 1) return { access_point: found[0], error: null };
	return { access_point: null, error: length(found) === 0 ? 'unknown_target' : 'ambiguous_target' };
}

function matches(target, ap) {
	return (
		(target.ifname === null || target.ifname === ap.ifname) &&
		(target.section === null || target.section === ap.section)
	);
}

function chooseTarget(access_points, target) {
	const named = filter(access_points, ap => matches(target, ap));
	if (target.ifname !== null || target.section !== null) return only(named);

	const ready = filter(named, ap => ap.ready);
	return only(length(ready) > 0 ? ready : named);
}

function refusal(ap) {
	const problem = obstacle(ap.problems);
	return problem === null ? null : PROBLEMS[problem.code].refusal;
}

// src/router/hostapd.ts
const REASONS = {
	'Authentication Failure': 'authentication_failure',
	'TKIP Only Prohibited': 'tkip_prohibited',
	'WEP Prohibited': 'wep_prohibited'
};

const PBC_STATES = ['Disabled', 'Active', 'Timed-out', 'Overlap'];
const RESULTS = ['None', 'Success', 'Failed'];

const BLANK = { pbc: 'Disabled', result: 'None', reason: null, peer: null };

function hostapdCall(ifname, method) {
	return { object: `hostapd.${ifname}`, method, args: {} };
}

function readRegistrar(data) {
	const result = data.last_wps_result;
	const peer = data.peer_address;

	return {
		pbc: index(PBC_STATES, data.pbc_status) < 0 ? 'Unknown' : data.pbc_status,
		result: index(RESULTS, result) < 0 ? 'Unknown' : result,
		reason: data.reason ? (REASONS[data.reason] ?? 'unknown') : null,
		peer: type(peer) === 'string' && match(peer, /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/s) ? peer : null
	};
}

function readClients(data) {
	const clients = {};

	for (let mac in keys(data?.clients ?? {})) {
		const entry = data.clients[mac];
		const client = {
			authorized: entry.authorized === true,
			wps: entry.wps === true,
			signal: type(entry.signal) === 'int' ? entry.signal : null
		};
		clients[lc(mac)] = client;
	}

	return clients;
}

function readObservation(status, clients) {
	if (status.code === METHOD_NOT_FOUND) return { kind: 'no_wps' };
	if (status.code === NOT_FOUND) return { kind: 'gone' };
	if (status.code !== OK || type(status.data) !== 'object') return { kind: 'silent' };

	return {
		kind: 'answer',
		registrar: readRegistrar(status.data),
		clients: clients?.code === OK ? readClients(clients.data) : null
	};
}

// src/contract/error.ts
const ERRORS = {
	invalid_argument: { status: 2, message: _('The arguments are not valid.') },
	ambiguous_target: { status: 2, message: _('Several networks fit: name one by its interface or section.') },
	pin_invalid: { status: 2, message: _('This is not a valid WPS PIN: check its digits.') },
	wps_not_supported: { status: 3, message: _('The running access point software has no WPS.') },
	unknown_target: { status: 4, message: _('There is no such access point.') },
	not_on_air: { status: 4, message: _('The network is configured, but not on the air.') },
	already_open: { status: 6, message: _('A WPS window is open already.') },
	busy: { status: 6, message: _('Another change is still under way.') },
	timeout: { status: 7, message: _('The access point software did not answer.') },
	wps_disabled: { status: 8, message: _('WPS is off on this network.') },
	overlap: {
		status: 8,
		message: _('Several devices asked within two minutes: stop WPS on the others and wait.')
	},
	unsuitable_network: { status: 8, message: _('WPS can not work with the settings of this network.') },
	pin_unavailable: { status: 8, message: _('Joining by PIN needs the package hostapd-utils.') }
};

// src/service/request.ts
const ANSWER_WITHIN = 900;

function failure(code) {
	return { error: { code, message: ERRORS[code].message } };
}

function loginName(session, deadline, done) {
	const args = { ubus_rpc_session: session, keys: ['username'] };
	ask([{ object: 'session', method: 'get', args }], deadline, replies =>
		done(replies[0].data?.values?.username ?? null)
	);
}

function defineMethod(args, run) {
	return {
		args,
		call: req => {
			let answered = false;
			const send = (data, code) => {
				if (answered) return;
				answered = true;
				req.reply(data, code);
			};

			// rpcd shares `args` and `info` between all calls of a script: read them before anything else can run (facts/luci.md 3b).
			const request = {
				args: { ...req.args },
				who: req.info?.acl?.user ?? 'unknown',
				deadline: now().monotonic + ANSWER_WITHIN,
				answer: data => send(data, 0),
				fail: code => send(failure(code), ERRORS[code].status)
			};
			guarded(() => run(request));

			return answered ? null : pending();
		}
	};
}

function defineCommand(args, run) {
	return defineMethod(args, request => {
		const session = request.args.ubus_rpc_session ?? null;
		if (session === null) {
			run(request);
			return;
		}

		loginName(session, request.deadline, name => run({ ...request, who: name ?? request.who }));
	});
}

function textArgument(value) {
	return value === '' ? null : (value ?? null);
}

// src/contract/wpad.ts
const WITH_WPS = [
	'wpad-mbedtls',
	'wpad-openssl',
	'wpad-wolfssl',
	'wpad',
	'wpad-mesh-mbedtls',
	'wpad-mesh-openssl',
	'wpad-mesh-wolfssl',
	'hostapd-mbedtls',
	'hostapd-openssl',
	'hostapd-wolfssl',
	'hostapd'
];

const WITHOUT_WPS = [
	'wpad-basic-mbedtls',
	'wpad-basic-openssl',
	'wpad-basic-wolfssl',
	'wpad-basic',
	'wpad-mini',
	'hostapd-basic-mbedtls',
	'hostapd-basic-openssl',
	'hostapd-basic-wolfssl',
	'hostapd-basic',
	'hostapd-mini'
];

// src/core/remedy.ts
function fullVariant(name) {
	return name === null ? WITH_WPS[0] : replace(name, /-(basic|mini)/, '');
}

function remedyFor(daemon) {
	if (daemon.installed_has_wps)
		return daemon.running_has_wps === false ? ['service wpad restart', 'wifi'] : null;

	const old = daemon.package;
	const full = fullVariant(old);
	// A build of somebody's own, by the name of a full one.
	if (full === old) return null;

	if (daemon.package_manager === 'opkg') {
		const remove = old === null ? '' : ` && opkg remove ${old}`;
		return [
			`mkdir -p /tmp/wpad && cd /tmp && opkg update && opkg --cache /tmp/wpad download hostapd-common ${full}${remove} && opkg --cache /tmp/wpad install ${full} && reboot`
		];
	}

	if (daemon.package_manager === 'apk')
		return [
			old === null
				? `apk update && apk --cache-predownload add ${full} && reboot`
				: `apk update && apk --cache-predownload add ${full} '!${old}' && apk del ${old} && reboot`
		];

	return null;
}

// src/contract/limits.ts
const WALK_TIME = 120;

const JOIN_GRACE = 30;

const HISTORY_LIMIT = 50;

const OVERLAP_TIME = 120;

// src/router/hostapd-cli.ts
const HOSTAPD_CLI = '/usr/sbin/hostapd_cli';

function hasHostapdCli() {
	return fs.access(HOSTAPD_CLI, 'x') === true;
}

function addPin(ifname, pin, device) {
	const argv = [HOSTAPD_CLI, '-i', ifname, 'wps_pin', 'any', pin, `${WALK_TIME}`];
	if (device !== null) push(argv, device);

	return system(argv, 900) === 0;
}

// src/router/packages.ts
const HOSTAPD = '/usr/sbin/hostapd';

let asked = '';
let has_wps = false;

function installedHasWps() {
	const found = fs.stat(HOSTAPD);
	const version = found === null ? '' : `${found.inode} ${found.size} ${found.mtime}`;

	if (version !== asked) {
		asked = version;
		has_wps = found !== null && system([HOSTAPD, '-vwps'], 500) === 0;
	}

	return has_wps;
}

function packageManager() {
	if (fs.access('/lib/apk/db/installed')) return 'apk';
	return fs.access('/usr/lib/opkg/status') ? 'opkg' : null;
}

function installedPackage() {
	for (let name in [...WITH_WPS, ...WITHOUT_WPS])
		if (fs.access(`/lib/apk/packages/${name}.list`) || fs.access(`/usr/lib/opkg/info/${name}.control`))
			return name;

	return null;
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

// src/router/statefile.ts
const PATH = '/var/run/luci-wps.json';

let written = '';

function replaceFile(path, text, user) {
	const fresh = `${path}.new`;
	const file = fs.open(fresh, 'w', 0o600);
	if (!file) return false;

	const whole = fs.chmod(fresh, 0o600) && file.write(text) === length(text);
	// A router without this user runs hostapd as root.
	if (user !== null) fs.chown(fresh, user, user);
	if (file.close() && whole && fs.rename(fresh, path)) return true;

	fs.unlink(fresh);
	return false;
}

function loadState() {
	try {
		written = fs.readfile(PATH) ?? '';
		return written === '' ? null : json(written);
	} catch {
		return null;
	}
}

function saveState(state) {
	const text = sprintf('%J\n', state);
	if (text !== written && replaceFile(PATH, text, null)) written = text;
}

// src/router/keyfile.ts
function fileHolds(path, text) {
	return fs.readfile(path) === text;
}

function writeKeyFile(path, text) {
	return replaceFile(path, text, 'network');
}

function removeKeyFile(path) {
	fs.unlink(path);
	fs.unlink(`${path}.new`);
}

function keyFiles() {
	return fs.glob('/etc/hostapd-wps-*.psk', '/etc/hostapd-wps-*.psk.new');
}

// src/service/keyfiles.ts
function textFor(section, encryption) {
	if (protectionOf(encryption) !== 'ok') return '';

	const key = passphraseOf(section);
	return key === null ? null : keyFileText(key);
}

function isPersistent(network) {
	const text = isKeyFile(network.psk_file) ? textFor(network.section, network.encryption) : null;

	return !!text && fileHolds(network.psk_file ?? '', text);
}

function storeKey(path, section, encryption) {
	const text = textFor(section, encryption);
	if (text !== null && fileHolds(path, text)) return false;

	return text !== null && writeKeyFile(path, text) ? true : null;
}

function tendKeyFiles(networks) {
	const needed = {};
	let changed = false;

	for (let network in networks) {
		const path = network.psk_file ?? '';
		if (!isKeyFile(path) || needed[path]) continue;
		needed[path] = true;
		if (storeKey(path, network.section, network.encryption)) changed = true;
	}

	for (let path in keyFiles()) if (!needed[path]) removeKeyFile(path);
	if (changed) ask([{ object: 'hostapd', method: 'reload', args: {} }], now().monotonic + 5000, () => null);
}

// src/service/memory.ts
const memory = { windows: [], overlaps: {}, stuck: {}, tasks: {}, counter: 0 };

function freshId(epoch) {
	memory.counter++;
	return `${epoch}-${memory.counter}`;
}

function keep() {
	saveState(memory);
}

function recall() {
	const state = loadState();
	const own = memory;

	for (let part in keys(own)) if (type(state?.[part]) === type(own[part])) own[part] = state[part];
	memory.windows = filter(memory.windows, window => window?.last?.pbc !== null);
}

function runningTask() {
	for (let task in values(memory.tasks)) if (task?.job?.state === 'running') return task;
	return null;
}

// src/core/window.ts
const STALE = (WALK_TIME + 5) * 1000;

const RAN_OUT = (WALK_TIME - 2) * 1000;

function openWindow(opening, before, at) {
	return {
		...opening,
		started: opening.origin === 'luci.wps' ? at.epoch : null,
		since: at.monotonic,
		last: before,
		attempts_failed: 0,
		state: 'waiting',
		cancelling: false,
		peer: null
	};
}

function isOpen(window) {
	return window.state === 'waiting' || window.state === 'connecting';
}

function isFollowed(window) {
	return isOpen(window) || (window.state === 'success' && window.until !== null);
}

function cancelWindow(window) {
	return { ...window, cancelling: true };
}

function close(window, state, reason, at) {
	return { ...window, state, reason, ended: at.epoch, peer: null };
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

function succeed(window, mac, at) {
	return {
		...window,
		state: 'success',
		reason: null,
		ended: at.epoch,
		until: at.monotonic + JOIN_GRACE * 1000,
		peer: deviceOf(mac, null)
	};
}

function associating(clients) {
	for (let mac in keys(clients ?? {})) {
		const client = clients?.[mac] ?? null;
		if (client?.wps) return deviceOf(mac, client);
	}
	return null;
}

function stayOpen(window, clients) {
	if (clients === null) return window;

	const peer = associating(clients);
	return peer ? { ...window, state: 'connecting', peer } : { ...window, state: 'waiting', peer: null };
}

function followPin(window, clients, failed, at) {
	if (failed) return close(window, 'failed', window.last.reason ?? 'unknown', at);
	if (window.cancelling) return close(window, 'cancelled', null, at);
	if (at.monotonic - window.since >= WALK_TIME * 1000) return close(window, 'timeout', null, at);

	return stayOpen(window, clients);
}

function ranOut(window, at) {
	if (window.cancelling) return close(window, 'cancelled', null, at);
	if (at.monotonic - window.since >= RAN_OUT) return close(window, 'timeout', null, at);
	if (window.started === null) return close(window, 'timeout', 'start_not_seen', at);

	return close(window, 'cancelled', 'elsewhere', at);
}

function closedWithoutProof(window, at) {
	const last = window.last;

	if (last.result === 'Success' && last.peer !== null && window.independent)
		return succeed(window, last.peer, at);
	if (!window.independent) return close(window, 'lost', 'sibling', at);
	// A failure from before the window is not this one's.
	if (window.attempts_failed > 0) return close(window, 'failed', last.reason ?? 'unknown', at);

	return close(window, 'lost', 'daemon_restarted', at);
}

function stillActive(window, clients, at) {
	if (at.monotonic - window.since <= STALE) return stayOpen(window, clients);
	if (window.cancelling) return close(window, 'cancelled', null, at);

	return window.started === null
		? close(window, 'lost', 'stale', at)
		: close(window, 'timeout', 'elsewhere', at);
}

function followOpen(window, seen, at) {
	if (seen.kind === 'gone') return close(window, 'lost', 'access_point_gone', at);
	if (seen.kind === 'no_wps') return close(window, 'lost', 'daemon_restarted', at);
	if (seen.kind === 'silent' || seen.registrar.pbc === 'Unknown' || seen.registrar.result === 'Unknown')
		return at.monotonic - window.since > STALE ? close(window, 'lost', 'no_answer', at) : window;

	const registrar = seen.registrar;
	const clients = seen.clients;
	const last = window.last;
	const news =
		registrar.result !== last.result || registrar.peer !== last.peer || registrar.reason !== last.reason;
	const failed = news && registrar.result === 'Failed';
	const told = { ...window, last: registrar, attempts_failed: window.attempts_failed + (failed ? 1 : 0) };

	// Only a new process has forgotten (facts 1.2).
	if (news && registrar.result === 'None') return close(told, 'lost', 'daemon_restarted', at);
	if (news && registrar.result === 'Success' && registrar.peer !== null)
		return succeed(told, registrar.peer, at);
	if (told.method === 'pin') return followPin(told, clients, failed, at);

	switch (registrar.pbc) {
		case 'Active':
			return stillActive(told, clients, at);
		case 'Overlap':
			return close(told, 'overlap', 'several_devices', at);
		case 'Timed-out':
			return ranOut(told, at);
		default:
			return closedWithoutProof(told, at);
	}
}

function settle(window, until, seen, at) {
	// A look at the whole router does not ask for the clients: whoever follows the window will, soon.
	const asked = seen.kind !== 'answer' || seen.clients !== null;
	const client = seen.kind === 'answer' ? (seen.clients?.[window.peer.mac] ?? null) : null;
	const device = deviceOf(window.peer.mac, client);

	if (device.authorized)
		return {
			...window,
			state: 'joined',
			reason: null,
			peer: { ...window.peer, authorized: true, signal: device.signal }
		};
	if (at.monotonic >= until + (asked ? 0 : STALE - WALK_TIME * 1000))
		return { ...window, until: null, reason: 'not_connected' };

	return window;
}

function observe(window, seen, at) {
	if (isOpen(window)) return followOpen(window, seen, at);
	if (window.state === 'success' && window.until !== null) return settle(window, window.until, seen, at);

	return window;
}

function toSession(window, at) {
	const open = isOpen(window);
	const left = WALK_TIME - int((at.monotonic - window.since) / 1000);

	return {
		id: window.id,
		ifname: window.ifname,
		section: window.section,
		ssid: window.ssid,
		method: window.method,
		origin: window.origin,
		state: window.state,
		open,
		started: window.started,
		ended: open ? null : window.ended,
		duration: WALK_TIME,
		remaining: window.started === null ? null : open ? max(0, left) : 0,
		attempts_failed: window.attempts_failed,
		reason: open ? null : window.reason,
		peer: window.peer
	};
}

// src/router/hosts.ts
const LEASES = '/tmp/dhcp.leases';
const NEIGHBOURS = '/proc/net/arp';

function linesOf(path) {
	return map(split(fs.readfile(path) ?? '', '\n'), line => split(trim(line), /[ \t]+/));
}

function lineOf(path, column, mac) {
	const found = filter(linesOf(path), fields => length(fields) > column && lc(fields[column]) === mac);
	return pop(found);
}

function identify(mac) {
	const lease = lineOf(LEASES, 1, mac);
	if (lease !== null) return { name: lease[3] && lease[3] !== '*' ? lease[3] : null, ip: lease[2] ?? null };

	const neighbour = lineOf(NEIGHBOURS, 3, mac);
	return { name: null, ip: neighbour === null ? null : neighbour[0] };
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

function tell(message) {
	announce('luci.wps', message);
}

// src/service/windows.ts
const PACE = 1000;
const PATIENCE = 900;

let follower = null;
let following = false;

function withIdentity(window) {
	const peer = window.peer;
	if (peer === null || peer.ip !== null) return window;

	const found = identify(peer.mac);
	return found.ip === null && found.name === null ? window : { ...window, peer: { ...peer, ...found } };
}

function publish(kind, window, who) {
	const session = toSession(window, now());
	const device = session.peer === null ? '' : `, device ${session.peer.name ?? session.peer.mac}`;
	const reason = session.reason === null ? '' : ` (${session.reason})`;

	note(
		`WPS on "${session.ssid}" (${session.ifname}): ${kind}${reason}${device}${who === null ? '' : `, by ${who}`}`
	);
	tell({ type: kind, session });
}

let changed = false;

function replaceWindow(before, after) {
	changed ||= `${after}` !== `${before}`;
	memory.windows = map(memory.windows, window => (window.id === before.id ? after : window));
	if (after.state !== before.state && after.state !== 'waiting') publish(after.state, after, null);
}

function trimHistory() {
	while (length(memory.windows) > HISTORY_LIMIT) {
		const surplus = filter(memory.windows, window => !isFollowed(window))[0] ?? null;
		if (surplus === null) return;
		memory.windows = filter(memory.windows, window => window.id !== surplus.id);
	}
}

function begin(network, way, origin, before, at, who) {
	const window = openWindow(
		{
			id: freshId(at.epoch),
			ifname: network.ifname ?? '',
			section: network.section,
			ssid: network.ssid,
			method: way,
			origin,
			independent: network.independent
		},
		before,
		at
	);

	push(memory.windows, window);
	trimHistory();
	publish('started', window, who);
	return window;
}

function noteOverlap(ifname, seen, at) {
	if (seen.kind !== 'answer') return;

	const until = memory.overlaps[ifname] ?? null;
	if (seen.registrar.pbc === 'Overlap') memory.overlaps[ifname] = until ?? at.monotonic + OVERLAP_TIME * 1000;
	else if (until !== null && (seen.registrar.pbc === 'Active' || until <= at.monotonic))
		delete memory.overlaps[ifname];
}

function takeIn(ifname, seen, at) {
	noteOverlap(ifname, seen, at);
	const active = seen.kind !== 'answer' || seen.registrar.pbc === 'Active';
	if (!active) delete memory.stuck[ifname];

	for (let window in memory.windows) {
		if (window.ifname !== ifname || !isFollowed(window)) continue;

		const after = observe(window, seen, at);
		if (after.state === 'lost' && active) memory.stuck[ifname] = true;
		replaceWindow(window, withIdentity(after));
	}
}

function accessPointChanged(ifname, there) {
	const take = seen => {
		takeIn(ifname, seen, now());
		keep();
	};

	if (!there) take({ kind: 'gone' });
	else if (memory.stuck[ifname])
		ask([hostapdCall(ifname, 'wps_status')], now().monotonic + PATIENCE, replies =>
			take(readObservation(replies[0], null))
		);
}

function openOn(ifname) {
	for (let window in memory.windows)
		if (isOpen(window) && (ifname === null || window.ifname === ifname)) return window;
	return null;
}

function openMatching(target) {
	for (let window in memory.windows) if (isOpen(window) && matches(target, window)) return window;
	return null;
}

function recognise(network, seen, at) {
	const ifname = network.ifname;
	if (ifname === null || seen.kind !== 'answer' || seen.registrar.pbc !== 'Active') return;
	if (memory.stuck[ifname] || openOn(ifname) !== null) return;

	begin(network, 'pbc', 'external', seen.registrar, at, null);
}

function followedInterfaces() {
	const found = {};
	for (let window in memory.windows) if (isFollowed(window)) found[window.ifname] = true;
	return keys(found);
}

function follow() {
	const ifnames = followedInterfaces();
	const calls = [];
	for (let ifname in ifnames)
		push(calls, hostapdCall(ifname, 'wps_status'), hostapdCall(ifname, 'get_clients'));

	following = length(calls) > 0;
	if (!following) return;

	ask(calls, now().monotonic + PATIENCE, replies => {
		const at = now();
		map(ifnames, (ifname, i) =>
			guarded(() => takeIn(ifname, readObservation(replies[2 * i], replies[2 * i + 1]), at))
		);
		if (changed) keep();
		changed = false;
		follower?.set(PACE);
	});
}

follower = uloop.timer(-1, () => guarded(follow));

function settleDown() {
	keep();
	if (following || length(followedInterfaces()) === 0) return;

	following = true;
	follower?.set(PACE);
}

function opened(network, way, before, at, who) {
	const window = begin(network, way, 'luci.wps', before, at, who);
	settleDown();
	return toSession(window, at);
}

function refusedForOverlap(ifname, at) {
	memory.overlaps[ifname] = at.monotonic + OVERLAP_TIME * 1000;
	keep();
}

function cancelling(window, who) {
	note(`WPS on "${window.ssid}" (${window.ifname}): cancel, by ${who}`);
	replaceWindow(window, cancelWindow(window));
}

function sessionOf(id, at) {
	for (let window in memory.windows) if (window.id === id) return toSession(window, at);
	return null;
}

function latestSession(section, ifname, at) {
	const own = filter(
		memory.windows,
		window => window.section === section && (ifname === null || window.ifname === ifname)
	);
	const last = pop(own);

	return last === null ? null : toSession(last, at);
}

function recentSessions(limit, at) {
	const sessions = [];
	for (let window in memory.windows) unshift(sessions, toSession(window, at));
	return slice(sessions, 0, limit);
}

function overlapLeft(ifname, at) {
	const end = ifname === null ? 0 : (memory.overlaps[ifname] ?? 0);
	return max(0, int((end - at.monotonic + 999) / 1000));
}

function refreshIdentities() {
	memory.windows = map(memory.windows, window =>
		window.state === 'success' || window.state === 'joined' ? withIdentity(window) : window
	);
}

function windowLeft(at) {
	const window = openOn(null);
	return window === null ? null : toSession(window, at).remaining;
}

// src/service/survey.ts
const channels = {};

const radar_checks = {};

function radarTime(channel) {
	if (channel === null) return 60000;
	return channel >= 120 && channel <= 128 ? 600000 : channel >= 52 && channel <= 144 ? 60000 : 0;
}

function noteRadar(network, seen, at) {
	const radio = network.radio;

	if (seen?.kind === 'answer' || radio.band !== '5g' || radio.up !== true) delete radar_checks[radio.name];
	else if (seen?.kind === 'gone') radar_checks[radio.name] ??= at + radarTime(radio.channel);
}

function onAir(survey, network) {
	return network.ifname === null ? null : (survey.seen[network.ifname] ?? null);
}

function channelQuestion(networks) {
	const running = filter(networks, network => network.ifname !== null);
	const unknown = filter(running, network => !exists(channels, network.radio.name));
	const choice = length(unknown) > 0 ? unknown : running;

	return choice[now().epoch % max(1, length(choice))] ?? null;
}

function learnChannel(network, reply) {
	if (network === null || reply?.code !== OK) return;

	if (type(reply.data.channel) === 'int') channels[network.radio.name] = reply.data.channel;
	if (reply.data.dfs?.cac_active)
		radar_checks[network.radio.name] = now().monotonic + reply.data.dfs.cac_seconds_left * 1000;
}

function lookCloser(networks, deadline, done) {
	tendKeyFiles(networks);

	const running = filter(networks, network => network.ifname !== null);
	const asked = channelQuestion(networks);
	const calls = map(running, network => hostapdCall(network.ifname ?? '', 'wps_status'));
	if (asked !== null) push(calls, hostapdCall(asked.ifname ?? '', 'get_status'));

	ask(calls, deadline, replies => {
		const survey = { networks, seen: {}, at: now() };
		let silent = false;
		if (asked !== null) learnChannel(asked, pop(replies));

		map(running, (network, i) => {
			const ifname = network.ifname ?? '';
			const seen = readObservation(replies[i], null);
			survey.seen[ifname] = seen;
			noteRadar(network, seen, survey.at.monotonic);
			silent ||= seen.kind === 'silent';
			takeIn(ifname, seen, survey.at);
			recognise(network, seen, survey.at);
		});
		refreshIdentities();
		settleDown();

		done(silent ? null : survey);
	});
}

function lookAround(deadline, done) {
	ask([{ object: 'network.wireless', method: 'status', args: {} }], deadline, replies => {
		if (replies[0].code === OK || replies[0].code === NOT_FOUND)
			lookCloser(readNetworks(replies[0].data), deadline, done);
		else done(null);
	});
}

function runningHasWps(survey) {
	const kinds = map(values(survey.seen), seen => seen.kind);
	if (index(kinds, 'answer') >= 0) return true;

	return index(kinds, 'no_wps') >= 0 ? false : null;
}

function daemonOf(survey) {
	const daemon = { ...readPackages(), running_has_wps: runningHasWps(survey) };

	return { ...daemon, remedy: remedyFor(daemon) };
}

function accessPointOf(survey, network, daemon) {
	const kind = onAir(survey, network)?.kind;
	const on_air = kind === 'answer' || kind === 'no_wps';
	const persistent = isPersistent(network);
	const radar_left = max(0, int(((radar_checks[network.radio.name] ?? 0) - survey.at.monotonic) / 1000));
	const problems = problemsOf({
		network,
		daemon,
		daemon_installed: daemonInstalled(),
		on_air,
		window_open: openOn(null) !== null,
		window_left: windowLeft(survey.at),
		overlap_left: overlapLeft(network.ifname, survey.at),
		radar_check: radar_left > 0,
		radar_left,
		persistent,
		flagged: length(filter(survey.networks, other => other.wps && !other.disabled))
	});

	return {
		ifname: network.ifname,
		section: network.section,
		radio: network.radio.name,
		ssid: network.ssid,
		bssid: network.ifname === null ? null : bssidOf(network.ifname),
		band: network.radio.band,
		channel: channels[network.radio.name] ?? network.radio.channel,
		enabled: network.wps,
		persistent,
		ready: obstacle(problems) === null && runningTask() === null,
		problems,
		session: latestSession(network.section, network.ifname, survey.at),
		job: memory.tasks[network.section]?.job ?? null
	};
}

function describe(survey) {
	const daemon = daemonOf(survey);

	return {
		supported: daemon.running_has_wps === true,
		daemon,
		access_points: map(survey.networks, network => accessPointOf(survey, network, daemon)),
		now: survey.at.epoch
	};
}

// src/service/cancel.ts
function isKnown(survey, target) {
	return (
		(target.ifname === null && target.section === null) ||
		length(filter(survey.networks, network => matches(target, network))) > 0
	);
}

function answerAsItIs(request, window) {
	ask([hostapdCall(window.ifname, 'wps_status')], request.deadline, replies => {
		const at = now();
		takeIn(window.ifname, readObservation(replies[0], null), at);
		settleDown();
		request.answer({ session: sessionOf(window.id, at) });
	});
}

function closeWindow(request, window) {
	ask([hostapdCall(window.ifname, 'wps_cancel')], request.deadline, replies => {
		const code = replies[0].code;

		if (code === OK) cancelling(window, request.who);
		if (index([OK, METHOD_NOT_FOUND, NOT_FOUND, NOT_SUPPORTED], code) >= 0) answerAsItIs(request, window);
		else request.fail('timeout');
	});
}

const cancelMethod = defineCommand({ ifname: '', section: '' }, request => {
	const target = { ifname: textArgument(request.args.ifname), section: textArgument(request.args.section) };

	lookAround(request.deadline, survey => {
		if (survey === null) {
			request.fail('timeout');
			return;
		}

		const window = openMatching(target);
		if (window !== null) closeWindow(request, window);
		else if (isKnown(survey, target)) request.answer({ session: null });
		else request.fail('unknown_target');
	});
});

// src/core/pin.ts
function cleanPin(text) {
	return replace(text, /[^0-9]/gs, '');
}

function isValidPin(digits) {
	if (match(digits, /^[0-9]{4}$/s)) return true;
	if (!match(digits, /^[0-9]{8}$/s)) return false;

	let sum = 0;
	for (let i = 0; i < 8; i++) sum += int(substr(digits, i, 1)) * (i % 2 === 0 ? 3 : 1);
	return sum % 10 === 0;
}

// src/service/check-pin.ts
const checkPinMethod = defineMethod({ pin: '' }, request => {
	const pin = cleanPin(request.args.pin ?? '');

	request.answer(isValidPin(pin) ? { valid: true, pin } : { valid: false, code: 'pin_invalid' });
});

// src/service/history.ts
const historyMethod = defineMethod({ limit: 0 }, request => {
	const limit = request.args.limit ?? HISTORY_LIMIT;

	if (limit < 0) request.fail('invalid_argument');
	else request.answer({ entries: recentSessions(min(limit, HISTORY_LIMIT), now()) });
});

// src/core/switching.ts
const PINS = ['wps_pin', 'ap_pin'];

const EXPOSING = ['wps_label', 'ext_registrar'];

function enabling(network, persist) {
	const change = { wps_pushbutton: '1' };

	for (let option in [...PINS, ...EXPOSING]) change[option] = null;
	if (persist && canPersist(network)) change.wpa_psk_file = keyFilePath(network.section);
	else if (isKeyFile(network.psk_file)) change.wpa_psk_file = null;

	return change;
}

function disabling(network) {
	const change = { wps_pushbutton: null, wps_label: null };
	if (isKeyFile(network.psk_file)) change.wpa_psk_file = null;

	return change;
}

function restorable(change) {
	return filter(keys(change), option => index(PINS, option) < 0);
}

// src/router/settings.ts
function readOptions(section, names) {
	const cursor = committed();
	const options = {};
	for (let name in names) options[name] = cursor.get('wireless', section, name) ?? null;

	return options;
}

function writeOptions(section, options) {
	const cursor = committed();

	for (let name in keys(options)) {
		const value = options[name];
		if (value !== null) cursor.set('wireless', section, name, value);
		else if (cursor.get('wireless', section, name) !== null) cursor.delete('wireless', section, name);
	}

	return cursor.commit('wireless') === true;
}

// src/service/jobs.ts
const COME_BACK = 30000;
const SETTLE = 3000;
const LOOK_EVERY = 1000;

let watcher = null;

function finish(task, state, code) {
	task.job.state = state;
	task.job.code = code;
	task.job.ended = now().epoch;
	keep();

	note(`${task.job.kind} WPS for ${task.job.section}: ${state}${code === null ? '' : ` (${code})`}`);
	tell({ type: `${task.job.kind}d`, job: task.job });
}

function reload() {
	ask([{ object: 'network', method: 'reload', args: {} }], now().monotonic + 5000, () => null);
}

function revert(task, code) {
	const restored = writeOptions(task.job.section, task.former);
	tendKeyFiles(readNetworks(null));
	reload();
	finish(task, restored ? 'reverted' : 'failed', code);
}

function isBack(survey, section) {
	const own = filter(survey.networks, network => network.section === section && !network.radio.disabled);
	const back = filter(own, network => {
		const ifname = network.ifname;
		return (
			ifname !== null &&
			network.radio.up === true &&
			network.applied === true &&
			survey.seen[ifname]?.kind === 'answer'
		);
	});

	return length(own) > 0 && length(back) === length(own);
}

function watch() {
	const task = runningTask();
	if (task === null) return;

	lookAround(now().monotonic + LOOK_EVERY, survey => {
		const left = task.until - now().monotonic;

		if (survey !== null && left <= COME_BACK - SETTLE && isBack(survey, task.job.section))
			finish(task, 'done', null);
		else if (left <= 0) revert(task, 'not_back');
		else watcher?.set(LOOK_EVERY);
	});
}

watcher = uloop.timer(-1, () => guarded(watch));

function apply(task) {
	const section = task.job.section;
	const path = task.change.wpa_psk_file;
	const stored =
		!path || storeKey(path, section, readOptions(section, ['encryption']).encryption ?? '') !== null;

	if (!stored || !writeOptions(section, task.change)) {
		tendKeyFiles(readNetworks(null));
		finish(task, 'failed', stored ? 'configuration' : 'key_file');
	} else {
		reload();
		if (!task.watched) finish(task, 'done', null);
		else watcher?.set(LOOK_EVERY);
	}
}

function objection(survey, network, kind) {
	if (runningTask() !== null || network.unsaved) return 'busy';
	// Where the wifi-scripts are shell, all networks of the radio restart.
	if (openOn(null) !== null) return 'already_open';
	if (kind === 'disable') return null;

	const status = describe(survey);
	// A build without WPS refuses the option, and with it the whole radio (facts §3): now, or after its next restart.
	if (!status.daemon.installed_has_wps || status.daemon.running_has_wps === false) return 'wps_not_supported';

	const own = filter(status.access_points, ap => ap.section === network.section);
	const unsuitable = filter(
		own[0].problems,
		problem => PROBLEMS[problem.code].refusal === 'unsuitable_network'
	);
	return length(unsuitable) > 0 ? 'unsuitable_network' : null;
}

function startJob(survey, network, kind, change) {
	const at = now();
	const task = {
		job: {
			id: freshId(at.epoch),
			section: network.section,
			kind,
			state: 'running',
			code: null,
			started: at.epoch,
			ended: null
		},
		change,
		former: readOptions(network.section, restorable(change)),
		watched: network.ifname !== null && survey.seen[network.ifname]?.kind === 'answer',
		until: at.monotonic + COME_BACK
	};

	memory.tasks[network.section] = task;
	keep();
	apply(task);
	return task.job;
}

function switchWps(request, kind, changeFor) {
	const section = textArgument(request.args.section);
	if (section === null) {
		request.fail('invalid_argument');
		return;
	}

	lookAround(request.deadline, survey => {
		if (survey === null) {
			request.fail('timeout');
			return;
		}

		const network = filter(survey.networks, candidate => candidate.section === section)[0] ?? null;
		const error = network === null ? 'unknown_target' : objection(survey, network, kind);
		if (network === null || error !== null) {
			request.fail(error ?? 'unknown_target');
			return;
		}

		note(`${kind} WPS for ${section}, by ${request.who}`);
		request.answer({ job: startJob(survey, network, kind, changeFor(network)) });
	});
}

const enableMethod = defineCommand({ section: '', persist: true }, request =>
	switchWps(request, 'enable', network => enabling(network, request.args.persist !== false))
);

const disableMethod = defineCommand({ section: '' }, request => switchWps(request, 'disable', disabling));

function resumeJobs() {
	const task = runningTask();
	if (task === null) return;

	task.until = now().monotonic + COME_BACK;
	apply(task);
}

// src/service/start.ts
let busy_until = 0;

function meaningOf(code) {
	switch (code) {
		case METHOD_NOT_FOUND:
			return 'wps_not_supported';
		case NOT_FOUND:
			return 'not_on_air';
		default:
			return 'timeout';
	}
}

function spotOf(survey, ifname) {
	const seen = survey.seen[ifname];

	return {
		network: filter(survey.networks, network => network.ifname === ifname)[0],
		ifname,
		before: seen?.kind === 'answer' ? seen.registrar : BLANK
	};
}

function tellOverlapFromOff(request, ifname, done) {
	ask([hostapdCall(ifname, 'wps_status')], request.deadline, replies => {
		const seen = readObservation(replies[0], null);
		const overlap = seen.kind === 'answer' && seen.registrar.pbc === 'Overlap';

		if (overlap) refusedForOverlap(ifname, now());
		done(overlap ? 'overlap' : 'wps_disabled', null);
	});
}

function pushButton(request, spot, done) {
	ask([hostapdCall(spot.ifname, 'wps_start')], request.deadline, replies => {
		const code = replies[0].code;

		if (code === OK) {
			done(null, opened(spot.network, 'pbc', spot.before, now(), request.who));
		} else if (code === NOT_SUPPORTED) {
			tellOverlapFromOff(request, spot.ifname, done);
		} else {
			// A daemon that was only slow would open the window when nobody expects it any more.
			if (code === TIMED_OUT)
				ask([hostapdCall(spot.ifname, 'wps_cancel')], now().monotonic + 30000, () => null);
			done(meaningOf(code), null);
		}
	});
}

function enterPin(request, spot, key, done) {
	if (addPin(spot.ifname, key.pin, key.mac))
		done(null, opened(spot.network, 'pin', spot.before, now(), request.who));
	else done('timeout', null);
}

function startOn(request, key, done) {
	lookAround(request.deadline, survey => {
		if (survey === null) {
			done('timeout', null);
			return;
		}

		const choice = chooseTarget(describe(survey).access_points, {
			ifname: textArgument(request.args.ifname),
			section: textArgument(request.args.section)
		});
		const ap = choice.access_point;
		const error = ap === null ? choice.error : refusal(ap);

		if (ap === null || error !== null) {
			done(error, null);
			return;
		}

		const spot = spotOf(survey, ap.ifname ?? '');
		if (key === null) pushButton(request, spot, done);
		else enterPin(request, spot, key, done);
	});
}

function objectionTo(pin, mac) {
	if (mac !== null && (pin === null || !match(mac, /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/s)))
		return 'invalid_argument';
	if (pin === null) return null;
	if (!isValidPin(cleanPin(pin))) return 'pin_invalid';

	return hasHostapdCli() ? null : 'pin_unavailable';
}

const startMethod = defineCommand({ ifname: '', section: '', pin: '', mac: '' }, request => {
	const pin = request.args.pin ?? null;
	const mac = request.args.mac ? lc(request.args.mac) : null;
	const busy = now().monotonic < busy_until || runningTask() !== null;
	const objection = busy ? 'busy' : objectionTo(pin, mac);
	if (objection !== null) {
		request.fail(objection);
		return;
	}

	busy_until = request.deadline;
	startOn(request, pin === null ? null : { pin: cleanPin(pin), mac }, (error, session) => {
		busy_until = 0;
		if (session !== null) request.answer({ session });
		else request.fail(error ?? 'timeout');
	});
});

// src/service/status.ts
const statusMethod = defineMethod({}, request =>
	lookAround(request.deadline, survey => {
		if (survey === null) request.fail('timeout');
		else request.answer(describe(survey));
	})
);

// src/service/plugin.ts
recall();
resumeJobs();
tendKeyFiles(readNetworks(null));
settleDown();

watchObjects('hostapd.', (ifname, there) => {
	accessPointChanged(ifname, there);
	tendKeyFiles(readNetworks(null));
});

const plugin = {
	'luci.wps': {
		status: statusMethod,
		start: startMethod,
		cancel: cancelMethod,
		enable: enableMethod,
		disable: disableMethod,
		history: historyMethod,
		check_pin: checkPinMethod
	}
};

return plugin;

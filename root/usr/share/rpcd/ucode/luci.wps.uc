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

// src/contract/bss.ts
const PINS = ['wps_pin', 'ap_pin'];

const EXPOSING = [...PINS, 'wps_label', 'ext_registrar'];

// src/router/wireless.ts
function committed() {
	const cursor = uci.cursor() ?? die('uci');
	cursor.load('/etc/config/wireless');

	return cursor;
}

function isOn(value) {
	return index([true, '1', 'on', 'true', 'yes', 'enabled'], value) >= 0;
}

function listOf(value) {
	return type(value) === 'array' ? value : split(trim(value ?? ''), /[ \t]+/);
}

function bandOf(device) {
	if (index(['2g', '5g', '6g'], device.band) >= 0) return device.band;
	if (index(['11b', '11g'], substr(device.hwmode ?? '', 0, 3)) >= 0) return '2g';

	return device.hwmode === '11a' ? '5g' : null;
}

function stagedSections() {
	const sections = {};

	for (let path in fs.glob('/tmp/.uci/wireless', '/var/run/rpcd/uci-*/wireless')) {
		for (let line in split(fs.readfile(path) ?? '', '\n')) {
			const found = match(line, /[-+|~@^]?wireless\.([A-Za-z0-9_]+).*/);
			if (found?.[0] === line) sections[found[1]] = true;
		}
	}

	return sections;
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

const OFF = [null, false, 0, '', '0', 'off', 'false', 'no', 'disabled'];

function plain(value) {
	return isOn(value) ? '1' : index(OFF, value) >= 0 ? '' : `${value}`;
}

function exposing(iface) {
	return filter(EXPOSING, option => plain(iface[option]) !== '')[0] ?? null;
}

function isApplied(iface, running) {
	return length(filter(DECIDING, option => plain(iface[option]) !== plain(running[option]))) === 0;
}

function ofType(config, wanted) {
	const found = filter(values(config), section => section['.type'] === wanted);
	return sort(found, (a, b) => a['.index'] - b['.index']);
}

function readBsses(status) {
	const config = committed().get_all('wireless') ?? {};
	const stations = ofType(config, 'wifi-station');
	const staged = stagedSections();
	const networks = [];
	const seen = {};

	for (let device in ofType(config, 'wifi-device')) {
		const name = device['.name'];
		const netifd = status?.[name] ?? null;
		const channel = int(device.channel ?? '');
		const radio = {
			name,
			band: bandOf(device),
			channel: channel > 0 ? channel : null,
			disabled: isOn(device.disabled),
			up: netifd?.up ?? null
		};

		for (let iface in ofType(config, 'wifi-iface')) {
			const section = iface['.name'];
			if ((iface.mode ?? 'ap') !== 'ap' || index(listOf(iface.device), name) < 0) continue;

			// A multi-link network has one interface for all its radios (facts 1.1).
			const running = filter(netifd?.interfaces ?? [], entry => entry.section === section)[0] ?? null;
			const ifname = running?.ifname ?? null;
			if (seen[ifname ?? '']) continue;
			seen[ifname ?? ''] = ifname !== null;
			const own = filter(stations, one => !one.iface || index(listOf(one.iface), section) >= 0);

			push(networks, {
				section,
				radio,
				ifname,
				ssid: iface.ssid ?? '',
				disabled: isOn(iface.disabled),
				encryption: iface.encryption ?? 'none',
				hidden: isOn(iface.hidden),
				macfilter: iface.macfilter ?? '',
				ppsk: isOn(iface.ppsk),
				multi_ap: `${iface.multi_ap ?? ''}`,
				fast_roaming: isOn(iface.ieee80211r),
				independent: isOn(iface.wps_independent ?? '1'),
				wps: isOn(iface.wps_pushbutton) || isOn(iface.wps_label),
				applied: running === null ? null : isApplied(iface, running.config ?? {}),
				pin_option: exposing(iface),
				psk_file: iface.wpa_psk_file ?? null,
				stations: length(own) > 0,
				unsaved: staged[section] === true || staged[name] === true
			});
		}
	}

	return networks;
}

function bssidOf(ifname) {
	return trim(fs.readfile(`/sys/class/net/${ifname}/address`) ?? '') || null;
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

// src/contract/problem.ts
const NO_WPS = { fix: 'package', refusal: 'wps_not_supported' };
const UNSUITABLE = { fix: 'wireless', refusal: 'unsuitable_network' };
const NOT_YET = { fix: 'wait', refusal: 'not_on_air' };
const WARNING = { fix: 'wireless', refusal: null };

const PROBLEMS = {
	no_daemon: NO_WPS,
	daemon_without_wps: NO_WPS,
	daemon_restart_needed: { ...NO_WPS, fix: null },
	radio_disabled: { ...NOT_YET, fix: 'wireless' },
	open_network: UNSUITABLE,
	wep: UNSUITABLE,
	tkip_only: UNSUITABLE,
	enterprise: UNSUITABLE,
	wpa3_only: UNSUITABLE,
	ppsk: UNSUITABLE,
	hidden_ssid: UNSUITABLE,
	band_6ghz: { ...UNSUITABLE, fix: null },
	multi_ap_backhaul: { ...UNSUITABLE, fix: null },
	wps_disabled: { fix: 'enable', refusal: 'wps_disabled' },
	unsaved_changes: { fix: 'wireless', refusal: 'busy' },
	radio_down: NOT_YET,
	radar_check: NOT_YET,
	not_on_air: NOT_YET,
	window_open: { fix: 'wait', refusal: 'already_open' },
	overlap: { fix: 'wait', refusal: 'overlap' },
	mac_allow_list: WARNING,
	not_persistent: { ...WARNING, fix: 'enable' },
	shared_flag: WARNING,
	pin_exposed: { ...WARNING, fix: 'enable' },
	fast_roaming: WARNING
};

// src/core/encryption.ts
function protectionOf(encryption) {
	const parts = split(encryption, '+');
	const name = parts[0];
	const ciphers = slice(parts, 1);

	if (name === '' || name === 'none' || name === 'owe' || name === 'open') return 'open_network';
	if (substr(name, 0, 3) === 'wep') return 'wep';
	if (index(['wpa', 'dpp', '802', 'eap'], substr(name, 0, 3)) >= 0) return 'enterprise';
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
	return path !== null && match(path, /\/etc\/hostapd-wps-[A-Za-z0-9_]+\.psk/)?.[0] === path;
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
function causesOf(at) {
	const network = at.network;
	const daemon = at.daemon;
	const protection = protectionOf(network.encryption);
	// Switched on in the configuration: there is use in waiting for it.
	const wanted = !network.disabled && !network.radio.disabled;
	const awaited = wanted && at.radar_left === 0;
	const causes = {
		no_daemon: !at.daemon_installed,
		daemon_without_wps: at.daemon_installed && !daemon.installed_has_wps,
		daemon_restart_needed: daemon.running_has_wps === !daemon.installed_has_wps,
		radio_disabled: !wanted && 'disabled',
		ppsk: network.ppsk ? 'ppsk' : network.macfilter === 'radius' && 'macfilter',
		hidden_ssid: network.hidden && 'hidden',
		band_6ghz: network.radio.band === '6g' && 'band',
		multi_ap_backhaul: network.multi_ap === '1' && 'multi_ap',
		wps_disabled: !network.wps && 'wps_pushbutton',
		unsaved_changes: network.unsaved || network.applied === false,
		radio_down: awaited && network.radio.up !== true,
		radar_check: wanted && at.radar_left > 0 && at.radar_left,
		not_on_air: awaited && network.radio.up === true && !at.on_air,
		window_open: at.open !== null && (at.open.remaining ?? true),
		overlap: at.overlap_left > 0 && at.overlap_left,
		mac_allow_list: network.macfilter === 'allow' && 'macfilter',
		pin_exposed: network.pin_option
	};

	if (protection !== 'ok') causes[protection] = 'encryption';
	if (network.wps) {
		if (!at.persistent && protection === 'ok')
			causes.not_persistent = network.stations ? 'wifi-station' : 'wpa_psk_file';
		causes.shared_flag = at.flagged > 1 && 'wps_pushbutton';
		causes.fast_roaming = network.fast_roaming && 'ieee80211r';
	}

	return causes;
}

function problemsOf(situation) {
	const causes = causesOf(situation);
	const problems = [];

	for (let code in keys(PROBLEMS)) {
		const cause = causes[code] ?? false;
		if (cause === false) continue;

		const kind = PROBLEMS[code];
		const mendable = code !== 'not_persistent' || canPersist(situation.network);
		push(problems, {
			code,
			severity: kind.refusal === null ? 'warning' : 'error',
			option: type(cause) === 'string' ? `${cause}` : null,
			fix: mendable ? kind.fix : null,
			seconds: type(cause) === 'int' ? int(cause) : null
		});
	}

	return problems;
}

function obstacle(problems) {
	return filter(problems, problem => problem.severity === 'error')[0] ?? null;
}

// src/core/target.ts
const ANYWHERE = { ifname: null, section: null };

function matches(target, ap) {
	return (
		(target.ifname === null || target.ifname === ap.ifname) &&
		(target.section === null || target.section === ap.section)
	);
}

function candidates(access_points, target) {
	const named = filter(access_points, ap => matches(target, ap));
	const ready = filter(named, ap => ap.ready);

	return target.ifname === null && target.section === null && length(ready) > 0 ? ready : named;
}

function refusal(meant) {
	if (length(meant) !== 1) return length(meant) === 0 ? 'unknown_target' : 'ambiguous_target';

	const problem = obstacle(meant[0].problems);
	return problem === null ? null : PROBLEMS[problem.code].refusal;
}

// src/router/hostapd.ts
const PBC_STATES = ['Disabled', 'Active', 'Timed-out', 'Overlap'];
const RESULTS = ['None', 'Success', 'Failed'];

const BLANK = { pbc: 'Disabled', result: 'None', reason: null, peer: null };

function hostapdCall(ifname, method) {
	return { object: `hostapd.${ifname}`, method };
}

function isMac(text) {
	return match(text, /([0-9a-f]{2}:){5}[0-9a-f]{2}/)?.[0] === text;
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

function readClients(data) {
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
	if (status.code === NOT_FOUND) return { kind: 'gone' };
	if (status.code !== OK || type(status.data) !== 'object') return { kind: 'silent' };

	return {
		kind: 'answer',
		registrar: readRegistrar(status.data),
		clients: clients?.code === OK ? readClients(clients.data) : null,
		told
	};
}

function toldSince(ifname, after, lines) {
	const told = [];

	for (let line in lines) {
		const found = match(line.msg, /hostapd(\[[0-9]+\])?: ([A-Za-z0-9._-]+): (WPS-.*)/);
		if (found?.[0] === line.msg && found[2] === ifname && line.id > (after ?? line.id)) push(told, found[3]);
	}

	return told;
}

// src/contract/error.ts
const INVALID_PIN = _('This is not a valid WPS PIN: check its digits.');
const NO_ANSWER = _('The access point software did not answer.');
const WPS_IS_OFF = _('WPS is off on this network.');
const SEVERAL_DEVICES = _(
	'Several devices asked to join within two minutes: stop WPS on the others and wait.'
);

const ERRORS = {
	invalid_argument: { status: 2, message: _('The arguments are not valid.') },
	ambiguous_target: { status: 2, message: _('Several networks match: name one by interface or section.') },
	pin_invalid: { status: 2, message: INVALID_PIN },
	wps_not_supported: { status: 3, message: _('The running access point software has no WPS.') },
	unknown_target: { status: 4, message: _('There is no such access point.') },
	not_on_air: { status: 4, message: _('The network is configured, but not on the air.') },
	already_open: { status: 6, message: _('WPS is active already.') },
	busy: { status: 6, message: _('Another change is still under way.') },
	timeout: { status: 7, message: NO_ANSWER },
	wps_disabled: { status: 8, message: WPS_IS_OFF },
	overlap: { status: 8, message: SEVERAL_DEVICES },
	unsuitable_network: { status: 8, message: _('WPS cannot work with the settings of this network.') },
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

			// All calls of a script share `args` and `info`: read them before anything else can run (facts/luci.md 3b).
			const deadline = now().monotonic + ANSWER_WITHIN;
			const request = {
				args: { ...req.args },
				who: req.info?.acl?.user ?? 'unknown',
				deadline,
				answer: data => send(data, 0),
				fail: code => send({ error: { code, message: ERRORS[code].message } }, ERRORS[code].status),
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
		// rpcd can't wait for itself (facts/luci.md 3b).
		if (session === null || WAITS) return run(request);

		const args = { ubus_rpc_session: session, keys: ['username'] };
		ask([{ object: 'session', method: 'get', args }], request.deadline, replies =>
			run({ ...request, who: replies[0].data?.values?.username ?? request.who })
		);
	});
}

function targetOf(request) {
	return { ifname: request.args.ifname || null, section: request.args.section || null };
}

// src/contract/wpad.ts
const USUAL = 'wpad-mbedtls';

// src/core/remedy.ts
function remedyFor(daemon) {
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

function addPin(ifname, pin, device, deadline) {
	const argv = [HOSTAPD_CLI, '-i', ifname, 'wps_pin', 'any', pin, `${WALK_TIME}`];
	if (device !== null) push(argv, device);

	return system(argv, max(1, deadline - now().monotonic)) === 0;
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
	const wpad = /\/((wpad|hostapd)(-(basic|mesh|mini))?(-(mbedtls|openssl|wolfssl))?)\.(list|control)/;

	for (let path in fs.glob('/lib/apk/packages/[hw]*.list', '/usr/lib/opkg/info/[hw]*.control')) {
		const found = match(path, wpad);
		if (found) return found[1];
	}

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
		return json(written);
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

function removeKeyFiles(needed) {
	for (let path in fs.glob('/etc/hostapd-wps-*.psk', '/etc/hostapd-wps-*.psk.new'))
		if (!needed[path]) fs.unlink(path);
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

	return cursor.commit() === true;
}

// src/service/keyfiles.ts
function textFor(section) {
	const network = readOptions(section, ['encryption', 'key']);
	if (protectionOf(network.encryption ?? '') !== 'ok') return '';

	return network.key === null ? null : keyFileText(network.key);
}

function isPersistent(network) {
	const text = isKeyFile(network.psk_file) ? textFor(network.section) : null;

	return !!text && fileHolds(network.psk_file ?? '', text);
}

function storeKey(path, section) {
	const text = textFor(section);
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
		if (storeKey(path, network.section)) changed = true;
	}

	removeKeyFiles(needed);
	if (changed) send({ object: 'hostapd', method: 'reload' });
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
	for (let part in keys(memory)) if (type(state?.[part]) === type(memory[part])) memory[part] = state[part];
	memory.windows = filter(
		memory.windows,
		window => exists(window?.last ?? {}, 'pbc') && exists(window?.session ?? {}, 'state')
	);
}

function runningTask() {
	return filter(values(memory.tasks), task => task?.job?.state === 'running')[0] ?? null;
}

// src/core/window.ts
const STALE = (WALK_TIME + 5) * 1000;

const RAN_OUT = (WALK_TIME - 2) * 1000;

const CANCELLED = ['cancelled', null];

function openWindow(id, network, method, origin, before, logged, at) {
	return {
		session: {
			id,
			ifname: network.ifname ?? '',
			section: network.section,
			ssid: network.ssid,
			method,
			origin,
			state: 'waiting',
			open: true,
			started: origin === 'luci.wps' ? at.epoch : null,
			ended: null,
			duration: WALK_TIME,
			remaining: null,
			attempts_failed: 0,
			reason: null,
			peer: null
		},
		independent: network.independent,
		since: at.monotonic,
		last: before,
		logged,
		cancelling: false,
		until: null
	};
}

function needsLog(window) {
	return window.session.open && window.logged !== null && window.last.result !== 'None';
}

function isFollowed(window) {
	return window.session.open || window.until !== null;
}

function cancelWindow(window) {
	return { ...window, cancelling: true };
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

function succeed(window, mac, at) {
	const waiting = { ...window, until: at.monotonic + JOIN_GRACE * 1000 };

	return enter(waiting, {
		state: 'success',
		reason: null,
		open: false,
		ended: at.epoch,
		peer: deviceOf(mac, null)
	});
}

function stayOpen(window, clients) {
	if (clients === null) return window;

	const mac = filter(keys(clients), one => clients[one]?.wps === true)[0] ?? null;
	const waiting = { state: 'waiting', reason: null, open: true, ended: null, peer: null };
	if (mac !== null)
		return enter(window, { ...waiting, state: 'connecting', peer: deviceOf(mac, clients[mac]) });

	return window.session.state === 'waiting' ? window : enter(window, waiting);
}

function pinEnding(window, failed, age) {
	// The device notices a wrong PIN first: hostapd has no reason to give (facts 1.2).
	if (failed) return ['failed', window.last.reason ?? 'authentication_failure'];
	if (window.cancelling) return CANCELLED;

	return age >= WALK_TIME * 1000 ? ['timeout', null] : null;
}

function ranOut(window, age) {
	if (window.cancelling) return CANCELLED;
	if (age >= RAN_OUT) return ['timeout', null];

	return window.session.started === null ? ['timeout', 'start_not_seen'] : ['cancelled', 'elsewhere'];
}

function closedWithoutProof(window) {
	if (!window.independent) return ['lost', 'sibling'];
	// A failure from before the window is not this one's.
	if (window.session.attempts_failed > 0) return ['failed', window.last.reason ?? 'unknown'];

	return ['lost', 'daemon_restarted'];
}

function stillActive(window, age) {
	if (age <= STALE) return null;
	if (window.cancelling) return CANCELLED;

	return window.session.started === null ? ['lost', 'stale'] : ['timeout', 'elsewhere'];
}

function endingOf(window, pbc, failed, age) {
	if (window.session.method === 'pin') return pinEnding(window, failed, age);

	switch (pbc) {
		case 'Active':
			return stillActive(window, age);
		case 'Overlap':
			return ['overlap', 'several_devices'];
		case 'Timed-out':
			return ranOut(window, age);
		default:
			return closedWithoutProof(window);
	}
}

function isTold(now, told) {
	const start = now.result === 'Success' ? `WPS-REG-SUCCESS ${now.peer} ` : 'WPS-FAIL ';
	return now.result !== 'None' && length(filter(told, line => index(line, start) === 0)) > 0;
}

function followOpen(window, seen, at) {
	const age = at.monotonic - window.since;

	if (seen.kind === 'gone') return close(window, ['lost', 'access_point_gone'], at);
	if (seen.kind === 'no_wps') return close(window, ['lost', 'daemon_restarted'], at);
	if (seen.kind === 'silent' || seen.registrar.pbc === 'Unknown' || seen.registrar.result === 'Unknown') {
		// hostapd has said that it cancels; that is enough.
		if (window.cancelling) return close(window, CANCELLED, at);
		return age > STALE ? close(window, ['lost', 'no_answer'], at) : window;
	}

	const now = seen.registrar;
	const last = window.last;
	const changed = now.result !== last.result || now.peer !== last.peer || now.reason !== last.reason;
	const news = changed || isTold(now, seen.told);
	const failed = news && now.result === 'Failed';
	const told = news ? { ...window, last: now } : window;
	if (failed) told.session = { ...told.session, attempts_failed: told.session.attempts_failed + 1 };

	// Only a new process has forgotten (facts 1.2).
	if (news && now.result === 'None') return close(told, ['lost', 'daemon_restarted'], at);
	// The same device once more gives the same answer: then only the window closing tells, where no other network can close it.
	const closed = now.pbc === 'Disabled' && window.session.method === 'pbc' && window.independent;
	if (now.result === 'Success' && now.peer !== null && (news || closed)) return succeed(told, now.peer, at);

	const ending = endingOf(told, now.pbc, failed, age);
	return ending === null ? stayOpen(told, seen.clients) : close(told, ending, at);
}

function settle(window, until, seen, at) {
	const session = window.session;
	if (session.state !== 'success') return window;

	const peer = session.peer;
	// A look at the whole router does not ask for the clients: whoever follows the window will, soon.
	const asked = seen.kind !== 'answer' || seen.clients !== null;
	const client = seen.kind === 'answer' ? (seen.clients?.[peer.mac] ?? null) : null;
	const device = deviceOf(peer.mac, client);
	const settled = { ...window, until: null };

	if (device.authorized)
		return enter(settled, {
			...session,
			state: 'joined',
			reason: null,
			peer: { ...peer, authorized: true, signal: device.signal }
		});
	if (at.monotonic >= until + (asked ? 0 : STALE - WALK_TIME * 1000))
		return enter(settled, { ...session, reason: 'not_connected' });

	return window;
}

function observe(window, seen, at) {
	if (window.session.open) return followOpen(window, seen, at);

	return window.until === null ? window : settle(window, window.until, seen, at);
}

function named(window, name, ip) {
	const session = window.session;
	return session.peer === null ? window : enter(window, { ...session, peer: { ...session.peer, name, ip } });
}

function toSession(window, at) {
	const session = window.session;
	const left = session.open ? max(0, WALK_TIME - int((at.monotonic - window.since) / 1000)) : 0;

	return { ...session, remaining: session.started === null ? null : left };
}

// src/router/hosts.ts
const LEASES = '/tmp/dhcp.leases';
const NEIGHBOURS = '/proc/net/arp';

function lineOf(path, column, mac) {
	const lines = map(split(fs.readfile(path) ?? '', '\n'), line => split(trim(line), /[ \t]+/));
	return pop(filter(lines, fields => lc(fields[column] ?? '') === mac));
}

function identify(mac) {
	const lease = lineOf(LEASES, 1, mac);
	if (lease !== null) return { name: lease[3] && lease[3] !== '*' ? lease[3] : null, ip: lease[2] ?? null };

	const neighbour = lineOf(NEIGHBOURS, 3, mac);
	return { name: null, ip: neighbour?.[0] ?? null };
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

// src/service/windows.ts
const PACE = 1000;
const PATIENCE = 900;

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

function publish(kind, window, who) {
	const session = toSession(window, now());
	const peer = session.peer;
	const reason = session.reason === null ? '' : ` (${session.reason})`;
	const device = peer === null ? '' : `, device ${peer.name ?? peer.mac}`;
	const by = who === null ? '' : `, by ${who}`;

	note(`WPS on "${session.ssid}" (${session.ifname}): ${kind}${reason}${device}${by}`);
	tell({ type: kind, session });
}

function overlapLeft(ifname, at) {
	return max(0, int(((memory.overlaps[ifname] ?? 0) - at.monotonic + 999) / 1000));
}

function noteOverlap(ifname, seen, at) {
	if (seen.kind !== 'answer') return;

	if (seen.registrar.pbc === 'Overlap') memory.overlaps[ifname] ??= at.monotonic + OVERLAP_TIME * 1000;
	else if (seen.registrar.pbc === 'Active' || overlapLeft(ifname, at) === 0) delete memory.overlaps[ifname];
}

function takeIn(ifname, seen, at) {
	noteOverlap(ifname, seen, at);
	const active = seen.kind !== 'answer' || seen.registrar.pbc === 'Active';
	if (!active) delete memory.stuck[ifname];

	memory.windows = map(memory.windows, window => {
		if (window.session.ifname !== ifname) return window;

		const after = withIdentity(observe(window, seen, at), at);
		const state = after.session.state;
		if (state !== window.session.state) {
			if (state === 'lost' && active) memory.stuck[ifname] = true;
			// hostapd lets a PIN be tried twice (wps_registrar_unlock_pin).
			if (state === 'failed' && after.session.method === 'pin') send(hostapdCall(ifname, 'wps_cancel'));
			if (state !== 'waiting') publish(state, after, null);
		}
		return after;
	});
}

function openOn(target) {
	return pop(filter(memory.windows, window => window.session.open && matches(target, window.session)));
}

function settleDown() {
	const at = now();
	const wanted = filter(memory.windows, window => isFollowed(window) || isNameless(window, at));

	keep();
	if (length(wanted) > 0 && follower?.remaining?.() === -1) follower.set(PACE);
}

function refresh(ifname, deadline, done) {
	ask([hostapdCall(ifname, 'wps_status')], deadline, replies => {
		const seen = readObservation(replies[0], null, []);
		const at = now();
		takeIn(ifname, seen, at);
		settleDown();
		done(at, seen);
	});
}

function accessPointChanged(ifname, there) {
	if (!there) {
		if (exists(memory.overlaps, ifname)) memory.overlaps[ifname] = 0;
		takeIn(ifname, { kind: 'gone' }, now());
		settleDown();
	} else if (memory.stuck[ifname]) refresh(ifname, now().monotonic + PATIENCE, () => null);
}

function follow() {
	const followed = filter(memory.windows, isFollowed);
	const calls = [];
	for (let window in followed)
		for (let method in ['wps_status', 'get_clients']) push(calls, hostapdCall(window.session.ifname, method));
	if (length(filter(followed, needsLog)) > 0) push(calls, linesCall(50));

	ask(calls, now().monotonic + PATIENCE, replies => {
		const at = now();
		const lines = readLines(replies[2 * length(followed)]);
		memory.windows = map(memory.windows, window => withIdentity(window, at));
		map(followed, (window, i) =>
			guarded(() => {
				const ifname = window.session.ifname;
				const told = toldSince(ifname, window.logged, lines);
				takeIn(ifname, readObservation(replies[2 * i], replies[2 * i + 1], told), at);
			})
		);
		settleDown();
	});
}

follower = uloop.timer(-1, () => guarded(follow));

function opened(network, method, origin, before, logged, who) {
	const at = now();
	const window = openWindow(freshId(at.epoch), network, method, origin, before, logged, at);

	// The oldest that nobody waits for make room.
	memory.windows = filter([window, ...memory.windows], (one, i) => i < HISTORY_LIMIT || isFollowed(one));
	publish('started', window, who);
	settleDown();
	return toSession(window, at);
}

function recognise(network, seen) {
	const ifname = network.ifname ?? '';
	if (seen.kind !== 'answer' || seen.registrar.pbc !== 'Active') return;

	if (!memory.stuck[ifname] && openOn({ ifname, section: null }) === null)
		opened(network, 'pbc', 'external', seen.registrar, null, null);
}

function refusedForOverlap(ifname, at) {
	memory.overlaps[ifname] = at.monotonic + OVERLAP_TIME * 1000;
	keep();
}

function cancelling(closed, who) {
	const session = closed.session;

	note(`WPS on "${session.ssid}" (${session.ifname}): cancel, by ${who}`);
	memory.windows = map(memory.windows, window =>
		window.session.id === session.id ? cancelWindow(window) : window
	);
}

function sessionsAt(at) {
	return map(memory.windows, window => toSession(window, at));
}

// src/service/survey.ts
const channels = {};

const radar_checks = {};

function radarTime(channel) {
	const number = channel ?? 52;
	return number < 52 || number > 144 ? 0 : number >= 120 && number <= 128 ? 600000 : 60000;
}

function noteRadar(radio, seen, at) {
	if (seen.kind === 'answer' || radio.band !== '5g' || radio.up !== true) delete radar_checks[radio.name];
	else if (seen.kind === 'gone') radar_checks[radio.name] ??= at + radarTime(radio.channel);
}

function channelQuestion(running) {
	const unknown = filter(running, network => !exists(channels, network.radio.name));
	const choice = length(unknown) > 0 ? unknown : running;
	const turn = now().epoch % max(1, length(choice));

	return slice(choice, turn, turn + 1);
}

function learnChannel(radio, reply) {
	if (type(reply.data?.channel) === 'int') channels[radio] = reply.data.channel;
}

function lookCloser(networks, deadline, done) {
	tendKeyFiles(networks);

	const running = filter(networks, network => network.ifname !== null);
	const asked = channelQuestion(running);
	const calls = [
		...map(running, network => hostapdCall(network.ifname ?? '', 'wps_status')),
		...map(asked, network => hostapdCall(network.ifname ?? '', 'get_status'))
	];

	ask(calls, deadline, replies => {
		const survey = { networks, seen: {}, at: now() };
		let silent = false;
		map(asked, network => learnChannel(network.radio.name, replies[length(running)]));

		map(running, (network, i) => {
			const ifname = network.ifname ?? '';
			const seen = readObservation(replies[i], null, []);
			survey.seen[ifname] = seen;
			silent ||= seen.kind === 'silent';
			noteRadar(network.radio, seen, survey.at.monotonic);
			takeIn(ifname, seen, survey.at);
			recognise(network, seen);
		});
		settleDown();

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

function lookFor(request, done) {
	lookAround(request.deadline, survey => {
		if (survey === null) request.fail('timeout');
		else done(survey);
	});
}

function isAnswering(survey, network) {
	return survey.seen[network.ifname ?? '']?.kind === 'answer';
}

function runningHasWps(survey) {
	const kinds = map(values(survey.seen), seen => seen.kind);
	if (index(kinds, 'answer') >= 0) return true;

	return index(kinds, 'no_wps') >= 0 ? false : null;
}

function accessPointOf(survey, network, daemon) {
	const ifname = network.ifname;
	const radio = network.radio;
	const all = sessionsAt(survey.at);
	const persistent = isPersistent(network);
	const problems = problemsOf({
		network,
		daemon,
		daemon_installed: daemonInstalled(),
		on_air: index(['answer', 'no_wps'], survey.seen[ifname ?? '']?.kind) >= 0,
		open: filter(all, session => session.open)[0] ?? null,
		overlap_left: overlapLeft(ifname ?? '', survey.at),
		radar_left: max(0, int(((radar_checks[radio.name] ?? 0) - survey.at.monotonic) / 1000)),
		persistent,
		flagged: length(filter(survey.networks, other => other.wps && !other.disabled))
	});

	return {
		ifname,
		section: network.section,
		radio: radio.name,
		ssid: network.ssid,
		bssid: ifname === null ? null : bssidOf(ifname),
		band: radio.band,
		channel: channels[radio.name] ?? radio.channel,
		enabled: network.wps,
		persistent,
		ready: obstacle(problems) === null && runningTask() === null,
		problems,
		session: filter(all, session => matches({ ifname, section: network.section }, session))[0] ?? null,
		job: memory.tasks[network.section]?.job ?? null
	};
}

function describe(survey) {
	const packages = { ...readPackages(), running_has_wps: runningHasWps(survey) };
	const daemon = { ...packages, remedy: remedyFor(packages) };

	return {
		supported: daemon.running_has_wps === true,
		daemon,
		access_points: map(survey.networks, network => accessPointOf(survey, network, daemon)),
		now: survey.at.epoch
	};
}

// src/service/cancel.ts
function closeWindow(request, window) {
	const ifname = window.session.ifname;

	ask([hostapdCall(ifname, 'wps_cancel')], request.deadline, replies => {
		const code = replies[0].code;

		if (code === OK) cancelling(window, request.who);
		if (index([OK, METHOD_NOT_FOUND, NOT_FOUND, NOT_SUPPORTED], code) < 0) return request.fail('timeout');

		// hostapd tells in its status how the window really ended: a device may have been faster.
		refresh(ifname, request.deadline, at =>
			request.answer({
				session: filter(sessionsAt(at), session => session.id === window.session.id)[0] ?? null
			})
		);
	});
}

const cancelMethod = defineCommand({ ifname: '', section: '' }, request => {
	const target = targetOf(request);

	lookFor(request, survey => {
		const window = openOn(target);
		const named = target.ifname !== null || target.section !== null;

		if (window !== null) closeWindow(request, window);
		else if (named && length(filter(survey.networks, network => matches(target, network))) === 0)
			request.fail('unknown_target');
		else request.answer({ session: null });
	});
});

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

// src/service/check-pin.ts
const checkPinMethod = defineMethod({ pin: '' }, request => {
	const pin = readPin(request.args.pin ?? '');

	request.answer(pin === null ? { valid: false, code: 'pin_invalid' } : { valid: true, pin });
});

// src/service/history.ts
const historyMethod = defineMethod({ limit: 0 }, request => {
	const limit = request.args.limit ?? HISTORY_LIMIT;

	if (limit < 0) request.fail('invalid_argument');
	else request.answer({ entries: slice(sessionsAt(now()), 0, min(limit, HISTORY_LIMIT)) });
});

// src/core/switching.ts
function enabling(network, persist) {
	const change = { wps_pushbutton: '1' };

	for (let option in EXPOSING) change[option] = null;
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

// src/service/jobs.ts
const COME_BACK = 30000;
const SETTLE = 3000;
const LOOK_EVERY = 1000;

let watcher = null;

function finish(task, state, code) {
	const job = { ...task.job, state, code, ended: now().epoch };
	task.job = job;
	keep();

	note(`${job.kind} WPS for ${job.section}: ${state}${code === null ? '' : ` (${code})`}`);
	tell({ type: `${job.kind}d`, job });
}

const RELOAD = { object: 'network', method: 'reload' };

function revert(task, code) {
	const restored = writeOptions(task.job.section, task.former);
	tendKeyFiles(readBsses(null));
	send(RELOAD);
	finish(task, restored ? 'reverted' : 'failed', code);
}

function isBack(survey, section) {
	const own = filter(survey.networks, network => network.section === section && !network.radio.disabled);
	const back = filter(
		own,
		network => network.radio.up === true && network.applied === true && isAnswering(survey, network)
	);

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
		else watcher?.set?.(LOOK_EVERY);
	});
}

watcher = uloop.timer(-1, () => guarded(watch));

function apply(task) {
	const section = task.job.section;
	const path = task.change.wpa_psk_file;
	const stored = !path || storeKey(path, section) !== null;

	if (!stored || !writeOptions(section, task.change)) {
		tendKeyFiles(readBsses(null));
		finish(task, 'failed', stored ? 'configuration' : 'key_file');
	} else {
		send(RELOAD);
		if (!task.watched) finish(task, 'done', null);
		else watcher?.set?.(LOOK_EVERY);
	}
}

function objection(survey, network, kind) {
	if (runningTask() !== null || network.unsaved) return 'busy';
	// Where the wifi-scripts are shell, all networks of the radio restart.
	if (openOn(ANYWHERE) !== null) return 'already_open';
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
		watched: isAnswering(survey, network),
		until: at.monotonic + COME_BACK
	};

	memory.tasks[network.section] = task;
	keep();
	apply(task);
	return task.job;
}

function switchWps(request, kind, changeFor) {
	const section = targetOf(request).section;
	if (section === null) return request.fail('invalid_argument');

	lookFor(request, survey => {
		const network = filter(survey.networks, one => one.section === section)[0] ?? null;
		const error = network === null ? 'unknown_target' : objection(survey, network, kind);
		if (error !== null) return request.fail(error);

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
let current = null;

function tellRefusal(request, ifname, code) {
	if (code === METHOD_NOT_FOUND) return request.fail('wps_not_supported');
	if (code === NOT_FOUND) return request.fail('not_on_air');
	if (code !== NOT_SUPPORTED) return request.fail('timeout');

	refresh(ifname, request.deadline, (at, seen) => {
		const overlap = seen.kind === 'answer' && seen.registrar.pbc === 'Overlap';

		if (overlap) refusedForOverlap(ifname, at);
		request.fail(overlap ? 'overlap' : 'wps_disabled');
	});
}

function open(request, pin, mac) {
	lookFor(request, survey => {
		const meant = candidates(describe(survey).access_points, targetOf(request));
		const error = refusal(meant);
		if (error !== null) return request.fail(error);

		const network = filter(survey.networks, one => one.ifname === meant[0].ifname)[0];
		const ifname = network.ifname ?? '';
		const seen = survey.seen[ifname];
		const before = seen?.kind === 'answer' ? seen.registrar : BLANK;
		const cancel = hostapdCall(ifname, 'wps_cancel');
		// hostapd_cli ends well when hostapd refuses (facts §5); taking an earlier PIN back tells.
		const calls = pin === null ? [hostapdCall(ifname, 'wps_start')] : [cancel, linesCall(1)];

		ask(calls, request.deadline, replies => {
			const code = replies[0].code;
			const logged = pop(readLines(replies[1]))?.id ?? null;

			// A daemon that was only slow would open the window when nobody expects it any more.
			if (code === TIMED_OUT) send(cancel);
			if (code !== OK) tellRefusal(request, ifname, code);
			else if (pin !== null && !addPin(ifname, pin, mac, request.deadline)) request.fail('timeout');
			else {
				const method = pin === null ? 'pbc' : 'pin';
				request.answer({ session: opened(network, method, 'luci.wps', before, logged, request.who) });
			}
		});
	});
}

function objectionTo(typed, pin, mac) {
	if (mac !== null && (typed === null || !isMac(mac))) return 'invalid_argument';
	if (typed === null) return null;
	if (pin === null) return 'pin_invalid';

	return hasHostapdCli() ? null : 'pin_unavailable';
}

const startMethod = defineCommand({ ifname: '', section: '', pin: '', mac: '' }, request => {
	const typed = request.args.pin ?? null;
	const pin = readPin(typed ?? '');
	const mac = request.args.mac ? lc(request.args.mac) : null;
	const busy = current?.isPending?.() || runningTask() !== null;
	const objection = busy ? 'busy' : objectionTo(typed, pin, mac);

	if (objection === null) {
		current = request;
		open(request, pin, mac);
	} else request.fail(objection);
});

// src/service/status.ts
const statusMethod = defineMethod({}, request =>
	lookFor(request, survey => request.answer(describe(survey)))
);

// src/service/plugin.ts
recall();
resumeJobs();
tendKeyFiles(readBsses(null));
settleDown();

watchObjects('hostapd.', (ifname, there) => {
	accessPointChanged(ifname, there);
	tendKeyFiles(readBsses(null));
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

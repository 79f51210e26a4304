// The ubus object luci.wps, compiled from src/service, src/router, src/core and src/contract:
// edit those, where the doc comments are, and run `npm run build`.

'use strict';

import * as fs from 'fs';
import * as ubus from 'ubus';
import * as uloop from 'uloop';

// src/router/handover-traces.ts
function hasHandovers() {
	return (
		length(fs.glob('/etc/hostapd-wps-*')) > 0 ||
		index(fs.readfile('/etc/config/wireless') ?? '', '/etc/hostapd-wps-') >= 0
	);
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
		type(shown?.sign) === 'string'
	);
}

function recall() {
	const state = loadState();
	for (let part in keys(memory)) if (type(state?.[part]) === type(memory[part])) memory[part] = state[part];
	memory.windows = filter(memory.windows, isWhole);
	memory.tasks = filter(memory.tasks, isTask);
	if (!isShown(memory.light.shown)) memory.light = { shown: null };
}

function isBlank() {
	for (let part in keys(memory))
		if (index(['counter', 'light'], part) < 0 && length(memory[part]) > 0) return false;

	return memory.light.shown === null;
}

function runningTask() {
	return filter(memory.tasks, task => task.job.state === 'running')[0] ?? null;
}

function jobOf(sections) {
	for (let task in memory.tasks)
		if (length(filter(task.job.sections, name => index(sections, name) >= 0)) > 0) return task.job;

	return null;
}

// src/service/parts/resident.ts
const resident = {};

// src/service/parts/look.ts
// in a file of its own, loaded when it is needed
let lookPart;

function loadLook() {
	if (lookPart) return lookPart;

	lookPart = require('luci.wps.look')(resident);
	for (let name in keys(lookPart)) resident[name] = lookPart[name];
	return lookPart;
}

function refusal(...args) {
	return loadLook().refusal(...args);
}

function resume(...args) {
	return loadLook().resume(...args);
}

function tellHistory(...args) {
	return loadLook().tellHistory(...args);
}

function tellHouse(...args) {
	return loadLook().tellHouse(...args);
}

function tellStatus(...args) {
	return loadLook().tellStatus(...args);
}

// src/service/parts/jobs.ts
// in a file of its own, loaded when it is needed
let jobsPart;

function loadJobs() {
	loadLook();
	jobsPart ??= require('luci.wps.jobs')(resident);
	return jobsPart;
}

function disable(...args) {
	return loadJobs().disable(...args);
}

function enable(...args) {
	return loadJobs().enable(...args);
}

function resumeJobs(...args) {
	return loadJobs().resumeJobs(...args);
}

// src/service/parts/devices.ts
// in a file of its own, loaded when it is needed
let devicesPart;

function loadDevices() {
	loadLook();
	devicesPart ??= require('luci.wps.devices')(resident);
	return devicesPart;
}

function dropKeys(...args) {
	return loadDevices().dropKeys(...args);
}

function followDevices(...args) {
	return loadDevices().followDevices(...args);
}

function keepFound(...args) {
	return loadDevices().keepFound(...args);
}

function reconcile(...args) {
	return loadDevices().reconcile(...args);
}

function remove(...args) {
	return loadDevices().remove(...args);
}

function rename(...args) {
	return loadDevices().rename(...args);
}

function tellDevices(...args) {
	return loadDevices().tellDevices(...args);
}

// src/service/parts/opening.ts
// in a file of its own, loaded when it is needed
let openingPart;

function loadOpening() {
	loadLook();
	openingPart ??= require('luci.wps.opening')(resident);
	return openingPart;
}

function cancel(...args) {
	return loadOpening().cancel(...args);
}

function checkPin(...args) {
	return loadOpening().checkPin(...args);
}

function press(...args) {
	return loadOpening().press(...args);
}

function setButton(...args) {
	return loadOpening().setButton(...args);
}

function start(...args) {
	return loadOpening().start(...args);
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
const UNKNOWN_ERROR = 9;

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
		return true;
	} catch (e) {
		warn(`luci.wps: ${e.message}\n${e.stacktrace[0]?.context ?? ''}\n`);
		return false;
	}
}

function askNow(call, deadline) {
	if (now().monotonic >= deadline) return { code: TIMED_OUT, data: null };

	const data = connection.call(call.object, call.method, call.args ?? {});

	return { code: connection.error(true) ?? OK, data };
}

function ask(calls, deadline, done) {
	if (WAITS) {
		guarded(() => done(map(calls, call => askNow(call, deadline))));
		return;
	}

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

function listen(event, happened) {
	push(
		listeners,
		connection.listener(event, (_name, message) => guarded(() => happened(message)))
	);
}

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
					const refused = refusal(code, detail ?? null);
					send(refused.body, refused.status);
				},
				isPending: () => !answered && now().monotonic < deadline
			};
			// Nobody waits for an answer that does not come: of a part that is not there, while the package is replaced.
			if (!guarded(() => run(request))) send({}, UNKNOWN_ERROR);

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

// src/contract/bss.ts
const PINS = ['wps_pin', 'ap_pin'];

const EXPOSING = [...PINS, 'wps_label', 'ext_registrar'];

// src/contract/limits.ts
const WALK_TIME = 120;

const JOIN_GRACE = 30;

const HISTORY_LIMIT = 50;

const OVERLAP_TIME = 120;

// src/core/handover.ts
function handoverPath(section, kind) {
	return `/etc/hostapd-wps-${section}.${kind}`;
}

const OURS = /\/etc\/hostapd-wps-[A-Za-z0-9_]+\.(cred|psk)/;

function isOurs(path, kind) {
	const found = path === null ? null : match(path, OURS);

	return found !== null && found[0] === path && found[1] === kind;
}

function ownFileOf(network) {
	return filter(network, bss => isOurs(bss.psk_file, 'psk'))[0]?.psk_file ?? null;
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

// src/router/case-led.ts
const LEDS = '/sys/class/leds';

function caseLights() {
	return map(fs.glob(`${LEDS}/*:wps`, `${LEDS}/*:qss`), path => substr(path, length(LEDS) + 1));
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

// src/service/parts/keys.ts
// in a file of its own, loaded when it is needed
let keysPart;

function loadKeys() {
	loadLook();
	keysPart ??= require('luci.wps.keys')(resident);
	return keysPart;
}

function canReread(...args) {
	return loadKeys().canReread(...args);
}

function followKeys(...args) {
	return loadKeys().followKeys(...args);
}

function forgetKeys(...args) {
	return loadKeys().forgetKeys(...args);
}

function isSpent(...args) {
	return loadKeys().isSpent(...args);
}

function keyHolders(...args) {
	return loadKeys().keyHolders(...args);
}

function keyNameOf(...args) {
	return loadKeys().keyNameOf(...args);
}

function keysAreRead(...args) {
	return loadKeys().keysAreRead(...args);
}

function owned(...args) {
	return loadKeys().owned(...args);
}

function prepareKeys(...args) {
	return loadKeys().prepareKeys(...args);
}

function reread(...args) {
	return loadKeys().reread(...args);
}

function resumeKeys(...args) {
	return loadKeys().resumeKeys(...args);
}

function secureKeys(...args) {
	return loadKeys().secureKeys(...args);
}

function spareKeys(...args) {
	return loadKeys().spareKeys(...args);
}

function withdraw(...args) {
	return loadKeys().withdraw(...args);
}

// src/service/parts/light.ts
// in a file of its own, loaded when it is needed
let lightPart;

function loadLight() {
	loadLook();
	lightPart ??= require('luci.wps.light')(resident);
	return lightPart;
}

function findLight(...args) {
	return loadLight().findLight(...args);
}

function followLight(...args) {
	return loadLight().followLight(...args);
}

function resumeLight(...args) {
	return loadLight().resumeLight(...args);
}

function showError(...args) {
	return loadLight().showError(...args);
}

// src/service/parts/given.ts
// what the parts take from here
resident.EXPOSING = EXPOSING;
resident.PINS = PINS;
resident.HISTORY_LIMIT = HISTORY_LIMIT;
resident.JOIN_GRACE = JOIN_GRACE;
resident.OVERLAP_TIME = OVERLAP_TIME;
resident.WALK_TIME = WALK_TIME;
resident.credentialLines = credentialLines;
resident.credentialPath = credentialPath;
resident.foreignLines = foreignLines;
resident.handoverPath = handoverPath;
resident.isOurs = isOurs;
resident.nextCredentialPath = nextCredentialPath;
resident.ownFileOf = ownFileOf;
resident.uuidLine = uuidLine;
resident.uuidLines = uuidLines;
resident.uuidOf = uuidOf;
resident.METHOD_NOT_FOUND = METHOD_NOT_FOUND;
resident.NOT_FOUND = NOT_FOUND;
resident.NOT_SUPPORTED = NOT_SUPPORTED;
resident.OK = OK;
resident.TIMED_OUT = TIMED_OUT;
resident.announce = announce;
resident.ask = ask;
resident.guarded = guarded;
resident.listen = listen;
resident.send = send;
resident.watchObjects = watchObjects;
resident.LEDS = LEDS;
resident.caseLights = caseLights;
resident.addPin = addPin;
resident.cancelPin = cancelPin;
resident.hasHostapdCli = hasHostapdCli;
resident.randomHex = randomHex;
resident.replaceFile = replaceFile;
resident.now = now;
resident.freshId = freshId;
resident.jobOf = jobOf;
resident.keep = keep;
resident.memory = memory;
resident.memoryRevision = memoryRevision;
resident.runningTask = runningTask;
resident.touch = touch;
resident.dropKeys = dropKeys;
resident.followDevices = followDevices;
resident.keepFound = keepFound;
resident.reconcile = reconcile;
resident.resumeJobs = resumeJobs;
resident.canReread = canReread;
resident.followKeys = followKeys;
resident.forgetKeys = forgetKeys;
resident.isSpent = isSpent;
resident.keyHolders = keyHolders;
resident.keyNameOf = keyNameOf;
resident.keysAreRead = keysAreRead;
resident.owned = owned;
resident.prepareKeys = prepareKeys;
resident.reread = reread;
resident.resumeKeys = resumeKeys;
resident.secureKeys = secureKeys;
resident.spareKeys = spareKeys;
resident.withdraw = withdraw;
resident.findLight = findLight;
resident.followLight = followLight;
resident.resumeLight = resumeLight;
resident.showError = showError;

// src/service/plugin.ts
/*
 * What stays in rpcd's memory for good: the methods and their arguments. All that they do is in parts, which are loaded when
 * somebody calls, or when there is something to take up from before.
 */
const plugin = {
	'luci.wps': {
		status: defineMethod({}, request => tellStatus(request)),
		start: defineCommand(
			{ network: '', section: '', ifname: '', pin: '', mac: '', house: true, origin: '', by: '' },
			request => start(request)
		),
		cancel: defineCommand({ network: '', section: '', ifname: '', origin: '', by: '' }, request =>
			cancel(request)
		),
		enable: defineCommand({ network: '', section: '', keys: '', force: true }, request => enable(request)),
		disable: defineCommand({ network: '', section: '', force: true }, request => disable(request)),
		button: defineCommand({ action: '', network: '' }, request => setButton(request)),
		press: defineCommand({}, request => press(request)),
		devices: defineMethod({}, request => tellDevices(request)),
		remove: defineCommand({ mac: '', network: '' }, request => remove(request)),
		rename: defineCommand({ mac: '', name: '', network: '' }, request => rename(request)),
		history: defineMethod({ limit: 0 }, request => tellHistory(request)),
		house: defineMethod({}, request => tellHouse(request)),
		check_pin: defineMethod({ pin: '' }, request => checkPin(request))
	}
};

recall();
if (!isBlank() || hasHandovers()) resume();

return plugin;

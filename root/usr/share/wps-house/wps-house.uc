// The bridge to the other routers of the house, compiled from src/house:
// edit that, where the doc comments are, and run `npm run build`.

'use strict';

import * as fs from 'fs';
import * as ubus from 'ubus';
import * as uci from 'uci';
import * as uloop from 'uloop';

// src/router/time.ts
function now() {
	const monotonic = clock(true) ?? [0, 0];

	return { monotonic: monotonic[0] * 1000 + int(monotonic[1] / 1000000), epoch: time() };
}

// src/router/bus.ts
const OK = 0;
const NOT_FOUND = 4;
const TIMED_OUT = 7;

// One connection for good: one that is collected takes its pending requests along.
const connection = ubus.connect(null, 1) ?? die('ubus');

const WAITS = !exists(ubus, 'guard');

let latest = null;

// Kept: a listener that is collected hears nothing.
const listeners = [];

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

// Kept: an object that is collected is gone from the bus.
const objects = [];

function serve(name, methods) {
	const object = connection.publish(name, methods);
	push(objects, object);

	return object !== null;
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

// src/house/alarm.ts
function newAlarm(ring) {
	return { timer: null, ring };
}

function stopAlarm(alarm) {
	alarm.timer?.cancel?.();
	alarm.timer = null;
}

function setAlarm(alarm, milliseconds) {
	stopAlarm(alarm);
	alarm.timer = uloop.timer(milliseconds, () => {
		stopAlarm(alarm);
		guarded(alarm.ring);
	});
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

// src/house/limits.ts
const FRESH = 15;

const CLOCK_TOLERANCE = 30;

const SHORTEST_TURN = 20000;
const LONGEST_TURN = 40000;
const GAP = 1000;

const TURNS = 12;

const ROUTERS = 128;
const NETWORKS = 16;
const DEVICES = 20;
const IDS = 8;

const ORDERS = 3;
const ORDER_PAUSE = 60000;

const PRESSES = 10;
const PRESS_PAUSE = 10000;

// src/house/text.ts
function isWhole(text, form, limit) {
	return type(text) === 'string' && length(text) <= limit && match(text, form)?.[0] === text;
}

function sizeOf(first) {
	if (first < 128) return 1;
	if (first >= 194 && first < 224) return 2;
	if (first >= 224 && first < 240) return 3;
	return first >= 240 && first < 245 ? 4 : 0;
}

function isCharacter(text, at, size) {
	for (let i = 1; i < size; i++) {
		const next = ord(text, at + i) ?? 0;
		if (next < 128 || next > 191) return false;
	}

	// Written longer than need be, half of a pair, or beyond the last one (RFC 3629, 4).
	const first = ord(text, at) ?? 0;
	const second = size > 2 ? (ord(text, at + 1) ?? 0) : 0;
	if ((first === 224 && second < 160) || (first === 237 && second > 159)) return false;
	if ((first === 240 && second < 144) || (first === 244 && second > 143)) return false;

	return true;
}

function printable(text, limit) {
	let shown = '';
	for (let at = 0; at < length(text); at++) {
		const first = ord(text, at) ?? 0;
		const size = sizeOf(first);
		const good = size > 0 && first >= 32 && first !== 127 && isCharacter(text, at, size);
		if (length(shown) + (good ? size : 1) > limit) return shown;
		shown += good ? substr(text, at, size) : '?';
		if (good) at += size - 1;
	}

	return shown;
}

function isPlain(text, limit) {
	if (type(text) !== 'string' || text === '' || length(text) > limit) return false;
	for (let i = 0; i < length(text); i++) {
		const code = ord(text, i) ?? 0;
		if (code < 32 || code === 127) return false;
	}

	return true;
}

function textOrNull(value, limit) {
	return type(value) === 'string' && value !== '' ? printable(value, limit) : null;
}

function numberOrNull(value, least, most) {
	return type(value) === 'int' && value >= least && value <= most ? value : null;
}

// src/house/topics.ts
const VERSION = 1;

function isName(text) {
	return isWhole(text, /[A-Za-z0-9_-]+/, 32);
}

function rootOf(prefix) {
	return `${prefix}/${VERSION}`;
}

function stateTopic(root, router) {
	return `${root}/router/${router}/state`;
}

function eventTopic(root, router) {
	return `${root}/router/${router}/event`;
}

function commandTopic(root, router) {
	return `${root}/router/${router}/command`;
}

function replyTopic(root, router) {
	return `${root}/router/${router}/reply`;
}

function houseTopic(root, what) {
	return `${root}/house/${what}`;
}

function discoveryTopic(discovery, device) {
	return `${discovery}/device/${device}/config`;
}

function subscriptions(prefix, me) {
	const root = rootOf(prefix);

	return [
		`${prefix}/+/router/+/state`,
		commandTopic(root, me),
		houseTopic(root, 'command'),
		houseTopic(root, 'uuid')
	];
}

function kindOf(topic, prefix, me) {
	const root = rootOf(prefix);
	if (topic === commandTopic(root, me)) return { kind: 'command' };
	if (topic === houseTopic(root, 'command')) return { kind: 'house_command' };
	if (topic === houseTopic(root, 'uuid')) return { kind: 'uuid' };

	const levels = index(topic, `${prefix}/`) === 0 ? split(substr(topic, length(prefix) + 1), '/') : [];
	const state =
		length(levels) === 4 &&
		isWhole(levels[0], /[0-9]+/, 4) &&
		levels[1] === 'router' &&
		isName(levels[2]) &&
		levels[3] === 'state';

	return state ? { kind: 'state', router: levels[2], version: int(levels[0]) } : { kind: 'other' };
}

// src/house/document.ts
const OUTCOMES = ['open', 'joined', 'overlap', 'cancelled', 'closed', 'refused', 'timeout', 'failed'];

const CAUSES = ['joined', 'overlap', 'cancelled'];

function keyOf(ssid) {
	return `n${hexenc(ssid)}`;
}

function isKey(text) {
	return isWhole(text, /n[0-9a-f]+/, 65) && length(text) % 2 === 1;
}

function isId(text) {
	return isWhole(text, /[A-Za-z0-9_.:-]+/, 64);
}

function listOf(value, most, passes) {
	if (type(value) !== 'array') return null;
	const list = value;

	return length(list) <= most && length(filter(list, passes)) === length(list) ? [...list] : null;
}

function repeats(names) {
	for (let i = 0; i < length(names); i++) if (index(names, names[i]) < i) return true;

	return false;
}

function causeOf(outcome) {
	return index(CAUSES, outcome) < 0 ? null : outcome;
}

function readWindow(value) {
	if (type(value) !== 'object') return null;
	const ids = listOf(value.ids, IDS, isId);
	const age = numberOrNull(value.age, 0, 86400);
	const order = listOf(value.order, TURNS, isName);
	if (ids === null || length(ids) === 0 || age === null || order === null) return null;
	// Nobody's turn comes more often than the others'.
	if (repeats(order)) return null;
	if (!isName(value.by) || index(OUTCOMES, value.outcome) < 0) return null;

	return {
		ids,
		by: value.by,
		age,
		order,
		outcome: value.outcome,
		cause: index(CAUSES, value.cause) < 0 ? causeOf(value.outcome) : value.cause,
		router: isName(value.router) ? value.router : null,
		device: textOrNull(value.device, 64),
		code: textOrNull(value.code, 32)
	};
}

function readNetwork(value) {
	const ssid = type(value) === 'object' ? textOrNull(value.ssid, 64) : null;
	if (ssid === null) return null;

	return {
		ssid,
		ready: value.ready === true,
		problem: textOrNull(value.problem, 32),
		open: value.open === true,
		window: readWindow(value.window)
	};
}

function parse(text) {
	try {
		return json(text);
	} catch {
		return null;
	}
}

function readDocument(payload) {
	const value = parse(payload);
	const seq = type(value) === 'object' ? numberOrNull(value.seq, 0, 1000000000000) : null;
	if (seq === null || !isId(value.run) || type(value.there) !== 'bool') return null;

	const networks = {};
	const told = type(value.networks) === 'object' ? value.networks : {};
	for (let key in slice(keys(told), 0, NETWORKS)) {
		const network = isKey(key) ? readNetwork(told[key]) : null;
		if (network !== null) networks[key] = network;
	}

	return { run: value.run, seq, there: value.there, networks };
}

// src/house/discovery.ts
/*
 * Devices for Home Assistant 2024.12 and later: one message a device, with all its entities in it
 * (home-assistant.io, MQTT, "Device discovery payload"; homeassistant/components/mqtt/schemas.py, DEVICE_DISCOVERY_SCHEMA).
 */
const HAPPENINGS = ['started', 'success', 'joined', 'overlap', 'failed', 'cancelled', 'timeout', 'lost'];

const STATES = ['open', 'idle', 'not_ready'];

const AVAILABLE = "{{ 'online' if value_json.there else 'offline' }}";

const SHOWN = 8;

function houseId(settings) {
	return `wps_house_${replace(settings.prefix, '/', '_')}`;
}

function routerId(settings) {
	return `wps_${replace(settings.prefix, '/', '_')}_${settings.name}`;
}

function pressTemplate(key) {
	return `{"id": "ha-{{ now().timestamp() }}", "command": "start", "key": "${key}", "at": {{ now().timestamp() | int }}}`;
}

function entitiesOf(id, key, ssid, topics) {
	return {
		[`${key}_start`]: {
			platform: 'button',
			unique_id: `${id}_${key}_start`,
			name: `Start WPS on ${ssid}`,
			icon: 'mdi:wifi-plus',
			command_topic: topics.command,
			command_template: pressTemplate(key)
		},
		[`${key}_state`]: {
			platform: 'sensor',
			unique_id: `${id}_${key}_state`,
			name: `WPS on ${ssid}`,
			icon: 'mdi:wifi-lock-open',
			device_class: 'enum',
			options: STATES,
			state_topic: topics.state,
			value_template: `{{ ((value_json.networks | default({})).get('${key}') or {}).get('state', 'not_ready') }}`
		},
		[`${key}_event`]: {
			platform: 'event',
			unique_id: `${id}_${key}_event`,
			name: `Joined ${ssid}`,
			icon: 'mdi:devices',
			event_types: HAPPENINGS,
			state_topic: topics.event,
			// what is empty is no event (mqtt/event.py)
			value_template: `{{ value if value_json.key == '${key}' else '' }}`
		}
	};
}

function origin() {
	return { name: 'luci-app-wps', support_url: 'https://github.com/luci-app-wps/luci-app-wps' };
}

function allEntities(model, id, topics) {
	const components = {};
	for (let key in slice(keys(model.locals), 0, SHOWN)) {
		const entities = entitiesOf(id, key, printable(model.locals[key].ssid, 64), topics);
		for (let name in keys(entities)) components[name] = entities[name];
	}

	return components;
}

function withGone(components, before) {
	const former = before === null ? null : parse(before);
	const known = type(former?.components) === 'object' ? former.components : {};

	for (let name in slice(keys(known), 0, 4 * SHOWN * 3)) {
		const platform = known[name]?.platform;
		if (!exists(components, name) && index(['button', 'sensor', 'event'], platform) >= 0)
			components[name] = { platform };
	}

	return components;
}

function routerDevice(model, settings) {
	const root = rootOf(settings.prefix);
	const id = routerId(settings);
	const topics = {
		command: commandTopic(root, settings.name),
		state: stateTopic(root, settings.name),
		event: eventTopic(root, settings.name)
	};

	return {
		device: id,
		text: before =>
			sprintf('%J', {
				device: {
					identifiers: [id],
					name: `WPS ${settings.name}`,
					manufacturer: 'OpenWrt',
					model: 'luci-app-wps',
					sw_version: `${VERSION}`,
					via_device: houseId(settings)
				},
				origin: origin(),
				availability_topic: topics.state,
				availability_template: AVAILABLE,
				qos: 1,
				components: withGone(allEntities(model, id, topics), before)
			})
	};
}

function houseDevice(model, settings) {
	const root = rootOf(settings.prefix);
	const id = houseId(settings);
	const topics = {
		command: houseTopic(root, 'command'),
		state: houseTopic(root, 'state'),
		event: houseTopic(root, 'event')
	};
	const known = filter(keys(model.neighbours), name => model.neighbours[name].version === VERSION);
	const routers = sort([settings.name, ...known]);

	return {
		device: id,
		text: before =>
			sprintf('%J', {
				device: {
					identifiers: [id],
					name: 'WPS, whole house',
					manufacturer: 'OpenWrt',
					model: 'luci-app-wps'
				},
				origin: origin(),
				availability: map(slice(routers, 0, 16), name => ({
					topic: stateTopic(root, name),
					value_template: AVAILABLE
				})),
				availability_mode: 'any',
				qos: 1,
				components: withGone(allEntities(model, id, topics), before)
			})
	};
}

// src/router/statefile.ts
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

// src/house/keeping.ts
const PICTURE = '/var/run/luci-wps-house.json';

const CONFIG = '/etc/config/wps';

const SAID = '/var/run/luci-wps-house-said';

let kept = '';

function keepPicture(house) {
	const text = sprintf('%J\n', house);
	if (text !== kept && replaceFile(PICTURE, text, null, false)) kept = text;
}

function keepSaid(text, at) {
	replaceFile(SAID, `${at}\n${text}\n`, null, false);
}

function lastSaid() {
	const lines = split(fs.readfile(SAID) ?? '', '\n');

	return length(lines) > 1 ? { at: int(lines[0]), text: lines[1] } : null;
}

function committed() {
	const cursor = uci.cursor() ?? die('uci');
	cursor.load(CONFIG);

	return cursor;
}

function readSection() {
	const section = committed().get_all('wps', 'house') ?? null;

	return section !== null && section['.type'] === 'house' ? section : null;
}

function keepUuid(uuid) {
	const cursor = committed();
	cursor.set('wps', 'house', 'uuid', uuid);

	return cursor.commit() === true;
}

function firstLine(path) {
	const text = fs.readfile(path);

	return text === null ? null : split(text, '\n')[0];
}

// src/house/place.ts
/*
 * The bridge's folder, in RAM and root's alone: options with the password, pipes, and who its children are.
 */
const FOLDER = '/var/run/wps-house';

function homeOf(role) {
	return `${FOLDER}/${role}`;
}

function fileIn(role, name) {
	return `${FOLDER}/${role}/${name}`;
}

function makePlace(roles) {
	for (let path in [FOLDER, ...map(roles, role => homeOf(role))]) {
		fs.mkdir(path, 0o700);
		fs.chmod(path, 0o700);
	}
}

function put(role, name, text) {
	return replaceFile(fileIn(role, name), text, null, false);
}

function makePipe(role) {
	const path = fileIn(role, 'pipe');
	fs.unlink(path);

	return system(['mkfifo', '-m', '600', path], 2000) === 0;
}

// src/house/clients.ts
/*
 * mosquitto's clients as children (package mosquitto-client-ssl).
 */
const SUBSCRIBER = '/usr/bin/mosquitto_sub';
const PUBLISHER = '/usr/bin/mosquitto_pub';

const ROLES = ['sub', 'pub', 'post'];

const clients = {};

function isInstalled() {
	return fs.access(SUBSCRIBER, 'x') === true && fs.access(PUBLISHER, 'x') === true;
}

function nameOf(pid) {
	const name = fs.readfile(`/proc/${pid}/comm`);
	return name === null ? null : trim(name);
}

function isOurs(pid) {
	return index(['mosquitto_sub', 'mosquitto_pub'], nameOf(pid)) >= 0;
}

function endOrphans() {
	for (let role in ROLES) {
		const pid = int(fs.readfile(fileIn(role, 'pid')) ?? '');
		if (pid > 1 && isOurs(pid)) system(['kill', '-9', `${pid}`], 1000);
		fs.unlink(fileIn(role, 'pid'));
	}
}

function startClient(role, options, ended) {
	const program = role === 'sub' ? SUBSCRIBER : PUBLISHER;
	if (!put(role, role === 'sub' ? 'mosquitto_sub' : 'mosquitto_pub', options)) return false;

	const client = { process: null, pid: 0 };
	const process = uloop.process(program, [], { XDG_CONFIG_HOME: homeOf(role), PATH: '/usr/bin:/bin' }, code =>
		guarded(() => {
			if (clients[role] === client) {
				clients[role] = null;
				fs.unlink(fileIn(role, 'pid'));
			}
			ended(code);
		})
	);
	if (process === null) return false;

	client.process = process;
	client.pid = process.pid();
	clients[role] = client;
	put(role, 'pid', `${client.pid}\n`);

	return true;
}

function endClient(role) {
	const client = clients[role] ?? null;
	if (client === null) return;
	clients[role] = null;
	fs.unlink(fileIn(role, 'pid'));
	system(['kill', '-9', `${client.pid}`], 1000);
}

function connectionsOf(roles) {
	const sockets = [];
	for (let role in roles) {
		const folder = `/proc/${clients[role]?.pid ?? 0}/fd`;
		for (let entry in sort(fs.lsdir(folder) ?? [])) {
			const target = fs.readlink(`${folder}/${entry}`) ?? '';
			if (index(target, 'socket:') === 0) push(sockets, target);
		}
	}

	return join(' ', sockets);
}

// src/house/lines.ts
const MESSAGE_LIMIT = 16384;

const LINE_LIMIT = 2 * MESSAGE_LIMIT + 512;

function feed(reader, piece) {
	const lines = split(piece, '\n');
	const complete = [];

	for (let i = 0; i < length(lines); i++) {
		const last = i === length(lines) - 1;
		if (!reader.skipping) reader.rest += lines[i];
		if (length(reader.rest) > LINE_LIMIT) {
			reader.skipping = true;
			reader.rest = '';
		}
		if (last) continue;
		if (!reader.skipping) push(complete, reader.rest);
		reader.rest = '';
		reader.skipping = false;
	}

	return complete;
}

function readLine(line) {
	const flag = substr(line, 0, 2);
	const rest = substr(line, 2);
	const end = index(rest, ' ');
	if ((flag !== '0 ' && flag !== '1 ') || end < 0) return null;

	const payload = end === 0 ? '' : hexdec(substr(rest, 0, end));
	return payload === null ? null : { retained: flag === '1 ', topic: substr(rest, end + 1), payload };
}

// src/house/options.ts
function connectionOptions(settings, role) {
	const lines = [
		`-h ${settings.broker}`,
		`-p ${settings.port}`,
		'-V mqttv311',
		`-k ${settings.keepalive}`,
		'-q 1',
		'--nodelay',
		`-I wps-${settings.name}-${role}-`
	];
	if (settings.username !== null) push(lines, `-u ${settings.username}`);
	if (settings.password !== null) push(lines, `-P ${settings.password}`);
	if (settings.tls) push(lines, `--cafile ${settings.cafile ?? '/etc/ssl/certs/ca-certificates.crt'}`);
	if (settings.tls && settings.certfile !== null) {
		push(lines, `--cert ${settings.certfile}`);
		push(lines, `--key ${settings.keyfile}`);
	}

	return lines;
}

function asText(lines) {
	return `${join('\n', lines)}\n`;
}

function subscriberOptions(settings, topics, will) {
	const lines = connectionOptions(settings, 'sub');

	for (let topic in [...subscriptions(settings.prefix, settings.name), ...topics]) push(lines, `-t ${topic}`);
	push(lines, '-F %r %x %t');
	push(lines, `--will-topic ${stateTopic(rootOf(settings.prefix), settings.name)}`);
	push(lines, `--will-payload ${will}`);
	push(lines, '--will-qos 1');
	push(lines, '--will-retain');

	return asText(lines);
}

function publisherOptions(settings) {
	return asText([
		...connectionOptions(settings, 'pub'),
		`-t ${stateTopic(rootOf(settings.prefix), settings.name)}`,
		'-r',
		'-l'
	]);
}

function postOptions(settings, topic, retained, file) {
	const lines = [...connectionOptions(settings, 'post'), `-t ${topic}`, `-f ${file}`];
	if (retained) push(lines, '-r');

	return asText(lines);
}

// src/house/pause.ts
const LONGEST = 60000;
const LONGEST_OPEN = 4000;

function pauseAfter(failures, open) {
	let pause = 1000;
	for (let i = 1; i < failures && pause < LONGEST; i++) pause *= 2;

	return min(pause, open ? LONGEST_OPEN : LONGEST);
}

// src/house/pipes.ts
/*
 * How the children are fed and heard. uloop.process() knows no redirection, and popen() would go through a shell and through
 * stdio, which loses track of lines (a callback for each message is not guaranteed). So the bridge puts named pipes in place
 * of its own standard input and output, whose numbers, 0 and 1, its children inherit: open() gives the lowest that is free.
 * Works with ucode from 22.03 on (fs.pipe() came in 2023, fs.dup2() and a set-up function for uloop.process() in 2025).
 */
let input = null;
let output = null;
let writing = null;
let reading = null;

function openPipe(role, number, former) {
	if (!makePipe(role)) return null;
	const path = fileIn(role, 'pipe');
	const feeding = role === 'pub';

	// Opening one end waits for the other: this one is both, for the moment.
	const both = fs.open(path, 'r+e');
	former?.close?.();
	const inherited = fs.open(path, feeding ? 'r' : 'w');
	const kept = fs.open(path, feeding ? 'we' : 're');
	both?.close?.();
	if (inherited === null || kept === null) return null;
	if (inherited.fileno() !== number) die(`pipe ${role} is ${inherited.fileno()}, not ${number}`);

	return { inherited, kept };
}

function closePipes() {
	writing?.close?.();
	reading?.close?.();
	writing = null;
	reading = null;
}

function openPipes() {
	closePipes();
	const feeding = openPipe('pub', 0, input ?? fs.stdin);
	input = feeding?.inherited ?? input;
	const hearing = openPipe('sub', 1, output ?? fs.stdout);
	output = hearing?.inherited ?? output;

	writing = feeding?.kept ?? null;
	reading = hearing?.kept ?? null;
	return writing === null ? null : reading;
}

function write(line) {
	writing?.write?.(`${line}\n`);
	writing?.flush?.();
}

function readAll() {
	return reading?.read?.('all') ?? '';
}

// src/house/posts.ts
/*
 * What is said seldom and on topics of its own: one message, one child, one after the other.
 */
const WAITING = 24;

let waiting = [];
let busy = false;
let losses = 0;

function sayNext(settings) {
	const post = busy ? null : shift(waiting);
	if (post === null) return;

	const file = fileIn('post', 'payload');
	const options = postOptions(settings, post.topic, post.retained, file);
	const mine = losses;
	busy =
		put('post', 'payload', post.payload) &&
		startClient('post', options, () => {
			if (mine !== losses) return;
			busy = false;
			sayNext(settings);
		});
}

function say(settings, topic, payload, retained) {
	if (retained) waiting = filter(waiting, post => post.topic !== topic);
	if (length(waiting) >= WAITING) return;
	push(waiting, { topic, payload, retained });
	sayNext(settings);
}

function dropPosts() {
	waiting = [];
	busy = false;
	losses++;
	endClient('post');
}

// src/house/link.ts
/*
 * The way to the broker and back. Neither of mosquitto's clients tells when it is connected, or is no more. What this router
 * says of itself comes back to it, since it listens to that topic, too: only that proves both ways.
 */
const FIRST_ECHO = 10000;
const ECHO = 5000;

const BEGINNING = 2000;

const LOOK = 1000;

let settings;
let ends;
let reader = { rest: '', skipping: false };
let handle = null;

const starter = newAlarm(() => null);
const patience = newAlarm(() => null);
const looker = newAlarm(() => null);

let round = 0;
let running = false;
let connected = false;
let problem = null;
let failures = 0;
let seq = 0;
let missing = null;
let dirty = false;
let connections = '';
let looked = 0;
let began = 0;

function isConnected() {
	return connected;
}

function problemOfLink() {
	return problem;
}

function lose(why) {
	round++;
	running = false;
	connected = false;
	problem = why;
	missing = null;
	failures++;

	stopAlarm(patience);
	stopAlarm(looker);
	handle?.delete?.();
	handle = null;
	dropPosts();
	for (let role in ROLES) endClient(role);
	closePipes();
	setAlarm(starter, pauseAfter(failures, ends.isOpen()));
	ends.changed();
}

function publish() {
	dirty = true;
	if (!running || missing !== null) return;

	dirty = false;
	seq++;
	missing = seq;
	write(ends.document(seq));
	setAlarm(patience, connected ? ECHO : FIRST_ECHO);
}

function echoed(number) {
	if (number !== missing) return;
	missing = null;
	stopAlarm(patience);
	connections = connectionsOf(['sub', 'pub']);

	if (!connected) {
		connected = true;
		problem = null;
		failures = 0;
		setAlarm(looker, settings.keepalive * 1000);
		ends.changed();
	}
	if (dirty) publish();
}

function look(at) {
	if (!connected) return;
	looked = at;
	if (connectionsOf(['sub', 'pub']) !== connections) publish();
	setAlarm(looker, settings.keepalive * 1000);
	// What holds itself in a circle, as callbacks do, a program of its own keeps for ever (ucode main.c, -g).
	gc();
}

function pass(message) {
	// Kept messages come when one begins to listen: the client has been away, and is back.
	const at = ends.now();
	if (message.retained && connected && at - began > BEGINNING) {
		ends.begins();
		publish();
	}
	if (message.retained) began = at;
	else if (at - looked > LOOK) look(at);
	ends.heard(message);
}

function collect() {
	for (let line in feed(reader, readAll())) {
		const message = readLine(line);
		if (message !== null) guarded(() => pass(message));
	}
}

function childEnded(mine, code) {
	if (mine !== round) return;
	lose(code === 4 || code === 5 ? 'refused' : 'unreachable');
}

function start() {
	round++;
	const mine = round;
	if (!isInstalled()) return lose('package');

	const pipe = openPipes();
	reader = { rest: '', skipping: false };
	handle = pipe === null ? null : uloop.handle(pipe, () => guarded(collect), uloop.ULOOP_READ);
	const ended = code => childEnded(mine, code);
	const will = ends.will();
	const begun =
		handle !== null &&
		startClient('sub', subscriberOptions(settings, ends.topics(), will), ended) &&
		startClient('pub', publisherOptions(settings), ended);
	if (!begun) return lose('unreachable');

	running = true;
	began = ends.now();
	ends.begins();
	publish();
}

function disconnect() {
	round++;
	handle?.delete?.();
	handle = null;
	for (let role in ROLES) endClient(role);
	closePipes();
}

function connect(to, what) {
	settings = to;
	ends = what;
	makePlace(ROLES);
	endOrphans();
	starter.ring = start;
	// Nothing comes back although the broker took us: it does not let us say how we are.
	patience.ring = () => lose(connected ? 'unreachable' : 'refused');
	looker.ring = () => look(ends.now());
	setAlarm(starter, 1);
}

// src/contract/limits.ts
const WALK_TIME = 120;

const OVERLAP_TIME = 120;

// src/house/limiter.ts
function newBucket(most, pause, at) {
	return { left: most, most, pause, since: at };
}

function take(bucket, at) {
	const back = int((at - bucket.since) / bucket.pause);
	if (back > 0) {
		bucket.left = min(bucket.most, bucket.left + back);
		bucket.since += back * bucket.pause;
	}
	if (bucket.left < 1) return false;
	// A full one does not save up.
	if (bucket.left === bucket.most) bucket.since = at;
	bucket.left--;

	return true;
}

const KEPT = 100;

function isNew(known, name) {
	if (index(known, name) >= 0) return false;
	push(known, name);
	while (length(known) > KEPT) shift(known);

	return true;
}

// src/house/turns.ts
/*
 * Some devices take two windows on one band for two networks that ask at once, whatever their UUID (iwd does, src/wsc.c), and
 * join none. For them routers listen one after the other.
 */
const WINDOW = WALK_TIME * 1000;

function turnOf(order) {
	return max(SHORTEST_TURN, min(LONGEST_TURN, int(WINDOW / length(order))));
}

function turnsLast(order) {
	return max(WINDOW, length(order) * turnOf(order));
}

function turnAt(order, elapsed) {
	const each = turnOf(order);
	const turn = int(elapsed / each);
	const passed = elapsed % each;
	// The first one has just been opened by hand.
	const gap = turn === 0 ? 0 : GAP;
	const open = passed >= gap;

	return { name: order[turn % length(order)], open, left: open ? each - passed : gap - passed };
}

// src/house/windows.ts
const LAST = (WALK_TIME + 5) * 1000;

const SOON = 600000;
const TRIED = 20000;

const AGAIN = 2000;

function runningOn(local) {
	return local.window !== null && !local.window.over ? local.window : null;
}

function localFor(model, ssid) {
	return filter(values(model.locals), local => local.ssid === ssid)[0] ?? null;
}

function share(some, others) {
	return length(filter(some, id => index(others, id) >= 0)) > 0;
}

function isAmong(some, others) {
	return length(filter(some, id => index(others, id) < 0)) === 0;
}

function happening(type, local, device, router, house) {
	const window = local.window;

	return {
		type,
		key: local.key,
		network: local.ssid,
		device,
		by: house ? (window?.by ?? null) : null,
		code: house ? (window?.code ?? null) : null,
		router,
		house
	};
}

function end(model, local, window, at) {
	for (let id in window.ids) {
		isNew(model.past, id);
		if (window.cause !== null) isNew(model.over, id);
	}
	window.over = true;
	if (window.cause === 'joined') local.fruitless = null;
	else if (window.cause !== 'overlap' && at - window.began >= TRIED) local.fruitless = at;
}

function orderFor(model, local, at) {
	const again = local.fruitless !== null && at - local.fruitless < SOON;
	if (model.turns === 'never' || (model.turns === 'auto' && !again)) return [];

	const others = filter(
		keys(model.neighbours),
		name => model.neighbours[name].there && model.neighbours[name].networks[local.key]?.ready === true
	);
	const order = local.ready ? [model.name, ...sort(others)] : sort(others);

	return length(order) > 1 ? slice(order, 0, TURNS) : [];
}

function isMyTurn(model, window, at) {
	if (length(window.order) === 0) return true;
	const turn = turnAt(window.order, at - window.began);

	return turn.open && turn.name === model.name;
}

function openHere(model, local, by, at) {
	const window = runningOn(local);
	if (window === null || local.open || local.asked === 'open' || !isMyTurn(model, window, at)) return [];
	local.asked = 'open';

	return [{ kind: 'open', key: local.key, ssid: local.ssid, by }];
}

function closeHere(local, by) {
	if (local.asked === 'close' || (!local.open && local.asked !== 'open')) return [];
	local.asked = 'close';
	local.closing = by;

	return [{ kind: 'close', key: local.key, ssid: local.ssid, by }];
}

function begin(local, ids, by, began, order) {
	local.window = {
		ids,
		by,
		began,
		order,
		outcome: 'open',
		router: null,
		device: null,
		code: null,
		over: false,
		cause: null
	};
}

function press(model, local, id, at) {
	const running = runningOn(local);
	if (running !== null) {
		if (local.open) running.outcome = 'open';
		return [];
	}
	begin(local, [id], model.name, at, orderFor(model, local, at));

	const deeds = [{ kind: 'say', what: happening('started', local, null, false, true) }];
	for (let deed in openHere(model, local, model.name, at)) push(deeds, deed);

	return deeds;
}

function notClosed(local) {
	if (local.asked === 'close') local.asked = null;
}

function cancelHouse(model, local, at) {
	const running = runningOn(local);
	if (running === null) return [];
	running.outcome = 'cancelled';
	running.cause = 'cancelled';
	running.router = model.name;
	end(model, local, running, at);

	return [
		{ kind: 'say', what: happening('cancelled', local, null, false, true) },
		...closeHere(local, model.name)
	];
}

function recover(model, before, at) {
	for (let key in keys(before)) {
		const local = model.locals[key] ?? null;
		const told = before[key].window;
		if (local === null || told === null || told.cause !== null || !local.open || local.window !== null)
			continue;

		begin(local, told.ids, told.by, at - told.age * 1000, told.order);
	}
}

function refused(local, code) {
	const running = runningOn(local);
	local.asked = null;
	// Somebody was faster, on this router or through another tool: that window is the house's.
	if (code === 'already_open') local.open = true;
	else if (
		// Where it has opened whatever the answer was, that came too late.
		running !== null &&
		!local.open
	) {
		running.outcome = 'refused';
		running.code = code;
	}
}

function merge(window, told, at) {
	const began = at - told.age * 1000;
	const later = began - window.began;
	// The later one counts; of two at once the first by name, so that all routers settle on the same.
	const first = sort([window.ids[0], told.ids[0]])[0];
	if (later > FRESH * 1000 || (later > -FRESH * 1000 && first !== window.ids[0])) {
		window.by = told.by;
		window.order = told.order;
		window.began = began;
	}
	const ids = [...window.ids];
	for (let id in told.ids) if (index(ids, id) < 0) push(ids, id);
	window.ids = slice(sort(ids), 0, IDS);
}

function hearEnding(model, local, name, told, at) {
	const running = runningOn(local);
	const ours = running !== null && share(running.ids, told.ids);

	const cause = told.cause ?? 'cancelled';
	const news = length(filter(told.ids, id => isNew(model.over, id))) > 0;
	if (news && cause === 'joined' && told.router !== model.name && told.age < 2 * OVERLAP_TIME)
		local.elsewhere = at;
	if (running === null || !ours) return [];

	running.cause = cause;
	running.outcome = 'closed';
	running.router = told.router ?? name;
	running.device = told.device;
	end(model, local, running, at);
	const device = told.device === null ? '' : ` (${told.device})`;

	return [
		{ kind: 'note', text: `"${local.ssid}" was ended by router ${running.router}: ${cause}${device}` },
		...closeHere(local, name)
	];
}

function hearWindow(model, local, name, told, live, at) {
	// Of two presses at once a router may know both names, and the one that ended them only its own: one is over, both are.
	if (told.cause !== null || share(model.over, told.ids)) return hearEnding(model, local, name, told, at);
	if (!live) return [];

	const running = runningOn(local);
	// What has failed here is tried again for another press, not for another message; nor does one that is slow to forget press.
	if (isAmong(told.ids, [...model.past, ...(running?.ids ?? [])])) return [];
	if (running === null && told.age > FRESH) return [];
	if (!take(model.presses, at))
		return [{ kind: 'note', text: `too many starts: that of router ${name} is not obeyed` }];

	if (running !== null) merge(running, told, at);
	else begin(local, told.ids, told.by, at - told.age * 1000, told.order);
	return openHere(model, local, name, at);
}

function hearNetworks(model, name, networks, live, at) {
	const deeds = [];
	for (let key in keys(networks)) {
		const local = model.locals[key] ?? null;
		const told = networks[key].window;
		if (local === null || told === null) continue;
		for (let deed in hearWindow(model, local, name, told, live, at)) push(deeds, deed);
	}

	return deeds;
}

function isStale(local, at) {
	return local.elsewhere !== null && at - local.elsewhere < OVERLAP_TIME * 1000;
}

function conclude(model, local, type, session, at) {
	const running = runningOn(local);
	if (running === null) return false;
	const ending = type === 'success' ? 'joined' : type;
	const cause = causeOf(ending);

	if (cause !== null && (cause !== 'overlap' || !isStale(local, at))) {
		running.outcome = ending;
		running.cause = cause;
		running.router = model.name;
		running.device = session.peer?.name ?? null;
		end(model, local, running, at);
		return true;
	}
	running.outcome = type === 'timeout' ? 'timeout' : 'failed';
	running.code = type === 'timeout' ? null : (session.reason ?? type);
	// All have opened at once, so all of it is over; where they take turns others still listen.
	if (type === 'timeout' && length(running.order) === 0) end(model, local, running, at);

	return true;
}

function happened(model, type, session, at) {
	const local = localFor(model, session.network);
	if (local === null || session.method !== 'pbc') return [];

	local.busy = type === 'connecting';
	local.open = type === 'started' || type === 'connecting';
	if (type !== 'connecting') {
		local.asked = null;
		local.closing = null;
	}
	if (type === 'connecting') return [];
	// We have closed it ourselves: the house knows.
	const known = type === 'cancelled' && session.reason === 'house';
	if (known || type === 'started') {
		const running = runningOn(local);
		if (!known && running !== null) running.outcome = 'open';
		return [{ kind: 'say', what: happening(type, local, null, true, false) }];
	}

	const device = session.peer?.name ?? null;
	const window = local.window;
	const mine = window !== null && window.outcome === 'joined';
	// It was told when it got the keys; now it is in, and has a name perhaps.
	if (type === 'joined' && mine) window.device = device ?? window.device;
	const house = conclude(model, local, type, session, at) || (type === 'joined' && mine);
	// Who joins is told once, when it is in.
	const told = house && (type !== 'timeout' || window?.by === model.name);
	if (told && type === 'overlap' && window?.outcome === 'failed')
		return [
			{ kind: 'say', what: happening(type, local, null, true, false) },
			{ kind: 'say', what: happening('failed', local, null, false, true) }
		];

	return [{ kind: 'say', what: happening(type, local, device, true, told) }];
}

function tick(model, at) {
	const deeds = [];
	for (let local in values(model.locals)) {
		if (local.closing !== null && local.open && local.asked === null)
			for (let deed in closeHere(local, local.closing)) push(deeds, deed);

		const running = runningOn(local);
		if (running === null) continue;

		const turns = length(running.order) > 0;
		let due = [];
		if (at - running.began >= (turns ? turnsLast(running.order) : LAST)) {
			if (running.outcome === 'open') running.outcome = 'timeout';
			end(model, local, running, at);
			if (turns) due = closeHere(local, model.name);
		} else if (turns && isMyTurn(model, running, at)) due = openHere(model, local, running.by, at);
		else if (turns && !local.busy) due = closeHere(local, model.name);
		for (let deed in due) push(deeds, deed);
	}

	return deeds;
}

function untilTick(model, at) {
	let soonest = null;
	for (let local in values(model.locals)) {
		if (local.closing !== null && local.open) soonest = min(soonest ?? AGAIN, AGAIN);
		const running = runningOn(local);
		if (running === null) continue;

		const elapsed = at - running.began;
		const turns = length(running.order) > 0;
		let wait = (turns ? turnsLast(running.order) : LAST) - elapsed;
		if (turns) wait = min(wait, turnAt(running.order, elapsed).left);
		soonest = min(soonest ?? wait, wait);
	}

	return soonest === null ? null : max(soonest, 0);
}

// src/house/neighbours.ts
function meet(model, name, version) {
	if (length(model.neighbours) >= ROUTERS) return null;
	const neighbour = {
		name,
		version,
		there: false,
		run: '',
		former: null,
		seq: -1,
		live: false,
		networks: {}
	};
	model.neighbours[name] = neighbour;

	return neighbour;
}

function hearStranger(model, name, version) {
	const known = model.neighbours[name] ?? null;
	// An update leaves what the version before had said in the broker.
	if (known !== null && known.version === VERSION && known.there) return;

	const neighbour = known ?? meet(model, name, version);
	if (neighbour === null) return;
	neighbour.version = version;
	neighbour.there = true;
	neighbour.networks = {};
}

function forgetStranger(model, name, version) {
	if (model.neighbours[name]?.version === version) delete model.neighbours[name];
}

function isOld(neighbour, document) {
	if (document.run === neighbour.former) return true;
	// The last will is as old as the connection that it is of.
	return document.run === neighbour.run && document.there && document.seq <= neighbour.seq;
}

function hearDocument(model, name, document, live, at) {
	if (document === null) {
		delete model.neighbours[name];
		return [];
	}
	const neighbour = model.neighbours[name] ?? meet(model, name, VERSION);
	if (neighbour === null || isOld(neighbour, document)) return [];

	if (document.run !== neighbour.run) {
		neighbour.former = neighbour.run === '' ? null : neighbour.run;
		neighbour.run = document.run;
		neighbour.seq = -1;
	}
	neighbour.version = VERSION;
	neighbour.there = document.there;
	if (document.there) {
		neighbour.seq = document.seq;
		neighbour.live = live || neighbour.live;
		neighbour.networks = document.networks;
		return hearNetworks(model, name, document.networks, live, at);
	}
	// Its networks stay known, so that it is named with them; whether they listen is not.
	for (let key in keys(neighbour.networks))
		neighbour.networks[key] = { ...neighbour.networks[key], ready: false, open: false, window: null };

	return [];
}

function forgetPresence(model) {
	for (let name in keys(model.neighbours)) {
		const neighbour = model.neighbours[name];
		neighbour.there = false;
		neighbour.live = false;
		neighbour.seq = -1;
	}
}

function leaderOf(model) {
	const there = filter(
		keys(model.neighbours),
		name => model.neighbours[name].there && model.neighbours[name].version === VERSION
	);

	return sort([model.name, ...there])[0];
}

// src/house/uuid.ts
/*
 * The UUID that all access points of the house give themselves, so that a device which hears two of them takes them for one
 * (hostap wps_supplicant.c, wpas_wps_scan_pbc_overlap). It goes into hostapd's configuration: nothing else passes here.
 */
const CHANGES = 3;

function isUuid(text) {
	return isWhole(text, /77707300-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/, 36);
}

function uuidFrom(digits) {
	return `77707300-${substr(digits, 0, 4)}-4${substr(digits, 4, 3)}-8${substr(digits, 7, 3)}-${substr(digits, 10, 12)}`;
}

function hearUuid(naming, payload) {
	if (!isUuid(payload)) return false;
	naming.heard = true;
	if (payload === naming.own || naming.changes >= CHANGES) return false;
	naming.own = payload;
	naming.changes++;

	return true;
}

// src/house/whole.ts
function wholeHouse(model) {
	const networks = {};
	for (let key in keys(model.locals)) {
		const local = model.locals[key];
		const open = local.open ? [model.name] : [];
		let ready = local.ready;

		for (let name in sort(keys(model.neighbours))) {
			const neighbour = model.neighbours[name];
			const told = neighbour.there ? (neighbour.networks[key] ?? null) : null;
			if (told === null) continue;
			if (told.open) push(open, name);
			ready = ready || told.ready;
		}

		const window = local.window;
		const over = window !== null && window.over && length(open) === 0;
		networks[key] = {
			ssid: printable(local.ssid, 64),
			state: length(open) > 0 ? 'open' : ready ? 'idle' : 'not_ready',
			open,
			outcome: over ? window.cause : null,
			router: over ? window.router : null,
			device: over ? window.device : null
		};
	}

	return { networks };
}

// src/house/duties.ts
/*
 * What one router says for itself to Home Assistant, and the first of the house for all.
 */
let told = '';

function discover(state, discovery) {
	if (state.settings.discovery === null) return;
	const topic = discoveryTopic(state.settings.discovery, discovery.device);
	const kept = state.discovered[topic] ?? null;
	const text = discovery.text(kept);

	if (text === kept) return;
	state.discovered[topic] = text;
	say(state.settings, topic, text, true);
}

function nameHouse(state) {
	const naming = state.naming;
	if (naming.heard) return;

	const fresh = naming.own === null;
	naming.own ??= uuidFrom(randomHex(12));
	naming.heard = true;
	if (fresh && !keepUuid(naming.own)) note('house: the UUID could not be kept in /etc/config/wps');
	say(state.settings, houseTopic(rootOf(state.settings.prefix), 'uuid'), naming.own, true);
}

function houseDuties(state) {
	if (!isConnected() || !state.settled) {
		told = '';
		return;
	}
	if (length(state.model.locals) > 0) discover(state, routerDevice(state.model, state.settings));
	if (leaderOf(state.model) !== state.model.name) {
		told = '';
		return;
	}

	nameHouse(state);
	if (length(state.model.locals) > 0) discover(state, houseDevice(state.model, state.settings));
	const text = sprintf('%J', wholeHouse(state.model));
	if (text === told) return;
	told = text;
	say(state.settings, houseTopic(rootOf(state.settings.prefix), 'state'), text, true);
}

// src/house/local.ts
/*
 * luci.wps on this router.
 */
const PATIENCE = 4000;

function call(method, args, done) {
	ask([{ object: 'luci.wps', method, args }], now().monotonic + PATIENCE, replies => done(replies[0]));
}

function open(ssid, by, done) {
	call('start', { network: ssid, origin: 'house', by }, reply =>
		done(reply.code === OK ? null : (reply.data?.error?.code ?? 'refused'))
	);
}

function close(ssid, by, done) {
	call('cancel', { network: ssid, origin: 'house', by }, reply => done(reply.code === OK));
}

function cancel(ssid, done) {
	call('cancel', { network: ssid }, reply =>
		done(reply.code === OK ? null : (reply.data?.error?.code ?? 'refused'))
	);
}

function readNetworks(done) {
	call('status', {}, reply => done(reply.code === OK ? (reply.data?.networks ?? []) : null));
}

function readDevices(done) {
	call('devices', {}, reply => done(reply.code === OK ? (reply.data?.devices ?? []) : null));
}

// src/house/picture.ts
const LATE = 5000;

function untilLate(model, at) {
	let soonest = null;
	for (let local in values(model.locals)) {
		const running = runningOn(local);
		const wait = running === null ? 0 : running.began + LATE + 1 - at;
		if (wait > 0) soonest = min(soonest ?? wait, wait);
	}

	return soonest;
}

function problemOf(neighbour, told, local, at) {
	if (!neighbour.there) return null;
	if (told.window !== null && told.window.outcome === 'refused') return told.window.code ?? 'refused';
	if (!told.ready) return told.problem;

	const running = local === null ? null : runningOn(local);
	if (running === null || told.open || length(running.order) > 0) return null;
	const heard =
		told.window !== null && length(filter(told.window.ids, id => index(running.ids, id) >= 0)) > 0;

	return !heard && at - running.began > LATE ? 'late' : null;
}

function networksOf(model, neighbour, at) {
	return map(keys(neighbour.networks), key => {
		const told = neighbour.networks[key];
		const local = model.locals[key] ?? null;

		return {
			// as this router writes it, where it is the same
			ssid: local === null ? told.ssid : local.ssid,
			ready: told.ready,
			open: told.open,
			problem: problemOf(neighbour, told, local, at)
		};
	});
}

function routerOf(model, neighbour, at) {
	const other = neighbour.version - VERSION;

	return {
		name: neighbour.name,
		there: neighbour.there,
		problem: other === 0 ? null : other < 0 ? 'older' : 'newer',
		networks: networksOf(model, neighbour, at)
	};
}

function pictureOf(model, connected, problem, uuid, at) {
	const names = sort(keys(model.neighbours));

	return {
		connected,
		name: model.name,
		problem,
		uuid,
		routers: map(names, name => routerOf(model, model.neighbours[name], at))
	};
}

// src/house/telling.ts
function tellWindow(window, at) {
	if (window === null) return null;

	return {
		ids: window.ids,
		by: window.by,
		age: int((at - window.began) / 1000),
		order: window.order,
		outcome: window.outcome,
		cause: window.cause,
		router: window.router,
		device: window.device === null ? null : printable(window.device, 64),
		code: window.code
	};
}

function tellDevices(devices, macs) {
	return map(slice(devices, 0, DEVICES), device => {
		const told = {
			name: device.name === null ? null : printable(device.name, 64),
			network: printable(device.network, 64),
			joined: device.joined,
			online: device.online
		};
		if (macs) told.mac = device.mac;
		return told;
	});
}

function tell(model, devices, at) {
	const networks = {};
	for (let key in keys(model.locals)) {
		const local = model.locals[key];
		networks[key] = {
			ssid: printable(local.ssid, 64),
			ready: local.ready,
			problem: local.problem,
			open: local.open,
			state: local.open ? 'open' : local.ready ? 'idle' : 'not_ready',
			window: tellWindow(local.window, at)
		};
	}

	return { version: VERSION, name: model.name, run: model.run, seq: 0, there: true, networks, devices };
}

function gist(telling) {
	const networks = {};
	for (let key in keys(telling.networks)) {
		const network = telling.networks[key];
		networks[key] = { ...network, window: network.window === null ? null : { ...network.window, age: 0 } };
	}

	return sprintf('%J', { ...telling, seq: 0, networks });
}

function farewell(model) {
	return sprintf('%J', { version: VERSION, name: model.name, run: model.run, seq: 0, there: false });
}

// src/house/deeds.ts
/*
 * What follows from what was heard: calls to luci.wps, messages, the picture for the tab.
 */
const PAINT = 50;

const ticker = newAlarm(() => null);
const painter = newAlarm(() => null);
let said = '';

function picture(state) {
	const problem = state.rivalled ? 'name_taken' : problemOfLink();

	return pictureOf(state.model, isConnected(), problem, state.naming.own, now().monotonic);
}

function sayHappening(state, what) {
	const root = rootOf(state.settings.prefix);
	const message = sprintf('%J', {
		event_type: what.type,
		key: what.key,
		network: what.network,
		router: state.model.name,
		device: what.device,
		by: what.by,
		code: what.code
	});

	const who = what.device === null ? '' : `: ${what.device}`;
	if (what.house) note(`house: ${what.type} on "${what.network}"${who}`);
	if (!isConnected()) return;
	if (what.router) say(state.settings, eventTopic(root, state.model.name), message, false);
	if (what.house) say(state.settings, houseTopic(root, 'event'), message, false);
}

function settle(state) {
	const at = now().monotonic;
	const telling = tell(state.model, state.devices, at);
	const fresh = gist(telling);
	if (fresh !== said) {
		said = fresh;
		keepSaid(sprintf('%J', telling), at);
		publish();
	}
	houseDuties(state);
	if (painter.timer === null) setAlarm(painter, PAINT);

	const wait = untilTick(state.model, at);
	if (wait === null) stopAlarm(ticker);
	else setAlarm(ticker, max(1, min(wait, untilLate(state.model, at) ?? wait)));
}

function act(state, deeds) {
	for (let one in deeds) {
		const deed = one;
		if (deed.kind === 'note') {
			if (take(state.notes, now().monotonic)) note(`house: ${deed.text}`);
		}
		if (deed.kind === 'say') sayHappening(state, deed.what);
		if (deed.kind === 'open')
			open(deed.ssid, deed.by, code => {
				const network = state.model.locals[deed.key] ?? null;
				if (network === null || code === null) return;
				refused(network, code);
				if (!network.open) note(`house: "${deed.ssid}" does not open here: ${code}`);
				settle(state);
			});
		if (deed.kind === 'close')
			close(deed.ssid, deed.by, closed => {
				const network = state.model.locals[deed.key] ?? null;
				if (network !== null && !closed) notClosed(network);
				settle(state);
			});
	}
	settle(state);
}

function sessionChanged(state, type, session) {
	const seen = {
		network: session?.network ?? '',
		method: session?.method ?? '',
		reason: session?.reason ?? null,
		peer: session?.peer ?? null
	};

	act(state, happened(state.model, type, seen, now().monotonic));
}

function beginDeeds(state) {
	ticker.ring = () => act(state, tick(state.model, now().monotonic));
	painter.ring = () => keepPicture(picture(state));
}

// src/house/locals.ts
function newLocal(key, ssid) {
	return {
		key,
		ssid,
		ready: false,
		problem: null,
		open: false,
		busy: false,
		asked: null,
		closing: null,
		window: null,
		elsewhere: null,
		fruitless: null
	};
}

function learn(model, networks) {
	const locals = {};
	for (let network in slice(networks, 0, NETWORKS)) {
		const key = keyOf(network.ssid);
		if (exists(locals, key)) continue;

		const local = model.locals[key] ?? newLocal(key, network.ssid);
		local.ready = network.ready;
		local.problem = network.problems[0]?.code ?? null;
		// Events tell when it changes; this is for what was open before we listened.
		const session = network.session;
		if (local.asked === null) local.open = session !== null && session.open && session.method === 'pbc';
		locals[key] = local;
	}
	model.locals = locals;
}

// src/house/command.ts
function readCommand(model, payload, retained, epoch) {
	const value = parse(payload);
	const id = type(value) === 'object' && isId(value.id) ? value.id : null;
	if (id === null) return { id: null, refusal: 'malformed' };
	if (retained) return { id: null, refusal: 'retained' };
	if ((value.command !== 'start' && value.command !== 'cancel') || type(value.at) !== 'int')
		return { id, refusal: 'malformed' };
	// The second copy of a message is not answered either.
	if (!isNew(model.commands, id)) return { id: null, refusal: 'repeated' };

	const age = epoch - value.at;
	if (age > CLOCK_TOLERANCE) return { id, refusal: 'too_old' };
	if (age < -CLOCK_TOLERANCE) return { id, refusal: 'clock' };

	const named = type(value.network) === 'string' ? localFor(model, value.network) : null;
	const local = named ?? (type(value.key) === 'string' ? (model.locals[value.key] ?? null) : null);
	if (local === null) return { id, refusal: 'unknown_network' };

	return { id, refusal: null, command: value.command, local };
}

// src/house/orders.ts
/*
 * Commands from the topics: of Home Assistant, or of whoever may write there.
 */
const GRACE = 1500;

function reply(state, id, code) {
	if (!take(state.replies, now().monotonic)) return;
	if (code !== null) note(`house: command ${id} is not obeyed: ${code}`);
	const message = code === null ? { id, ok: true } : { id, ok: false, error: { code }, now: now().epoch };

	say(
		state.settings,
		replyTopic(rootOf(state.settings.prefix), state.model.name),
		sprintf('%J', message),
		false
	);
}

function mayOpen(state) {
	return take(state.model.orders, now().monotonic);
}

function obey(state, id, command, network) {
	const done = code => reply(state, id, code);

	if (command === 'cancel' && take(state.cancels, now().monotonic)) cancel(network.ssid, done);
	else if (command === 'start' && mayOpen(state)) open(network.ssid, state.model.name, done);
	else done('busy');
}

function obeyForHouse(state, id, command, network) {
	if (command === 'cancel') act(state, cancelHouse(state.model, network, now().monotonic));
	else if (
		// A press that runs is pressed again: that opens nothing.
		runningOn(network) !== null ||
		mayOpen(state)
	)
		act(state, press(state.model, network, id, now().monotonic));
	else return reply(state, id, 'busy');
	reply(state, id, null);
}

function takeOrder(state, payload, retained, house) {
	const command = readCommand(state.model, payload, retained, now().epoch);
	const id = command.id;
	const first = leaderOf(state.model) === state.model.name;

	if (command.refusal !== null) {
		if (id !== null && (!house || first)) reply(state, id, command.refusal);
		return;
	}
	if (id === null) return;
	const network = command.local;
	if (!house) return obey(state, id, command.command, network);
	if (first) return obeyForHouse(state, id, command.command, network);

	// Should the first one be deaf, another one is not.
	uloop.timer(GRACE, () =>
		guarded(() => {
			const known = [...state.model.past, ...state.model.over, ...(network.window?.ids ?? [])];
			const heard = index(known, id) >= 0;
			if (command.command === 'cancel' ? runningOn(network) !== null : !heard)
				obeyForHouse(state, id, command.command, network);
		})
	);
}

// src/house/settings.ts
const LINE = 255;

const isPath = value => isPlain(value, LINE) && substr(value, 0, 1) === '/';
const isTopic = value => isWhole(value, /[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*/, 100);

const ON = ['1', 'on', 'true', 'yes', 'enabled'];
const OFF = ['0', 'off', 'false', 'no', 'disabled'];
const isFlag = value => index(ON, value) >= 0 || index(OFF, value) >= 0;

const CHECKS = {
	broker: value => isWhole(value, /[A-Za-z0-9:][A-Za-z0-9.:_-]*/, 253),
	port: value => isWhole(value, /[1-9][0-9]*/, 5) && int(value) < 65536,
	tls: isFlag,
	cafile: isPath,
	certfile: isPath,
	keyfile: isPath,
	username: value => isPlain(value, LINE),
	password_file: isPath,
	prefix: isTopic,
	discovery: isTopic,
	name: isName,
	macs: isFlag,
	keepalive: value => isWhole(value, /[1-9][0-9]*/, 4) && int(value) >= 5,
	turns: value => index(['auto', 'always', 'never'], value) >= 0
};

function nameFrom(hostname) {
	let name = '';
	for (let i = 0; i < min(length(hostname), 32); i++) {
		const letter = substr(hostname, i, 1);
		name += isName(letter) ? letter : '-';
	}

	return name === '' ? 'router' : name;
}

function readSettings(section, hostname, password) {
	const given = {};
	for (let option in keys(CHECKS)) {
		const value = section[option] ?? '';
		if (value !== '' && !CHECKS[option](value)) return { settings: null, culprit: option };
		given[option] = value === '' ? null : value;
	}

	const tls = index(ON, given.tls) >= 0;
	if (given.broker === null) return { settings: null, culprit: 'broker' };
	if ((given.certfile === null) !== (given.keyfile === null)) return { settings: null, culprit: 'certfile' };
	if (given.password_file !== null && given.username === null) return { settings: null, culprit: 'username' };
	if (given.password_file !== null && !isPlain(password, LINE))
		return { settings: null, culprit: 'password_file' };

	const settings = {
		broker: given.broker,
		port: int(given.port ?? (tls ? '8883' : '1883')),
		tls,
		cafile: given.cafile,
		certfile: given.certfile,
		keyfile: given.keyfile,
		username: given.username,
		password: given.password_file === null ? null : password,
		prefix: given.prefix ?? 'wps',
		name: given.name ?? nameFrom(hostname),
		discovery: given.discovery,
		macs: index(ON, given.macs) >= 0,
		keepalive: int(given.keepalive ?? '30'),
		turns: given.turns === 'always' || given.turns === 'never' ? given.turns : 'auto'
	};

	return { settings, culprit: null };
}

// src/house/state.ts
function newState(settings, uuid) {
	const at = now().monotonic;

	return {
		settings,
		model: {
			name: settings.name,
			turns: settings.turns,
			run: randomHex(6),
			locals: {},
			neighbours: {},
			over: [],
			past: [],
			orders: newBucket(ORDERS, ORDER_PAUSE, at),
			presses: newBucket(PRESSES, PRESS_PAUSE, at),
			commands: []
		},
		naming: { own: uuid, heard: false, changes: 0 },
		devices: [],
		discovered: {},
		rivals: newBucket(3, 60000, at),
		rivalled: false,
		cancels: newBucket(10, 2000, at),
		replies: newBucket(5, 2000, at),
		notes: newBucket(10, 2000, at),
		settled: false
	};
}

// src/house/program.ts
const SETTLING = 2500;

const BUILDING = 2000;

const ABSENCE = 5000;

const SWITCHED = ['enabled', 'disabled', 'reverted'];
const MOVED = ['joined', 'removed', 'renamed'];

const builder = newAlarm(() => null);

function learnNetworks(state) {
	readNetworks(networks => {
		if (networks !== null) learn(state.model, networks);
		else setAlarm(builder, ABSENCE);
		settle(state);
	});
}

function learnDevices(state) {
	readDevices(devices => {
		state.devices = tellDevices(devices ?? [], state.settings.macs);
		settle(state);
	});
}

function hearOurselves(state, message) {
	const model = state.model;
	const document = readDocument(message.payload);
	if (document !== null && document.run === model.run && document.there) return echoed(document.seq);

	if (!message.retained && document !== null && document.there && !state.rivalled) {
		state.rivalled = true;
		note(`house: another router calls itself ${model.name} as well`);
	}
	// Whatever the broker has now is not what we are.
	if (take(state.rivals, now().monotonic)) publish();
	settle(state);
}

function hearRouter(state, name, version, message) {
	const model = state.model;
	const at = now().monotonic;

	if (name === model.name && version === VERSION) hearOurselves(state, message);
	else if (version !== VERSION) {
		if (message.payload === '') forgetStranger(model, name, version);
		else hearStranger(model, name, version);
		settle(state);
	} else {
		const document = message.payload === '' ? null : readDocument(message.payload);
		if (document !== null || message.payload === '')
			act(state, hearDocument(model, name, document, !message.retained, at));
	}
}

function hearMessage(state, message) {
	const what = kindOf(message.topic, state.settings.prefix, state.model.name);

	if (what.kind === 'state') hearRouter(state, what.router, what.version, message);
	else if (what.kind === 'command') takeOrder(state, message.payload, message.retained, false);
	else if (what.kind === 'house_command') takeOrder(state, message.payload, message.retained, true);
	else if (what.kind === 'uuid') {
		if (hearUuid(state.naming, message.payload)) keepUuid(message.payload);
		settle(state);
	} else if (message.payload !== '') state.discovered[message.topic] = message.payload;
	else delete state.discovered[message.topic];
}

function bridge(settings, uuid) {
	const state = newState(settings, isUuid(uuid) ? uuid : null);
	const model = state.model;
	beginDeeds(state);

	const settler = newAlarm(() => {
		state.settled = true;
		settle(state);
	});
	builder.ring = () => learnNetworks(state);
	const refresh = () => setAlarm(builder, BUILDING);

	listen('luci.wps', event => {
		if (event.session) sessionChanged(state, event.type, event.session);
		if (index(SWITCHED, event.type) >= 0) refresh();
		if (index(MOVED, event.type) >= 0) learnDevices(state);
	});
	watchObjects('hostapd.', refresh);
	watchObjects('luci.wps', (name, there) => {
		if (name === '' && there) refresh();
	});
	serve('luci.wps.house', {
		status: { args: {}, call: () => ({ house: picture(state) }) },
		start: {
			args: { network: '', session: '' },
			call: request => {
				const network = localFor(model, request.args.network ?? '');
				if (network === null) return { id: null };
				network.open = true;
				act(state, press(model, network, `${model.name}.${request.args.session}`, now().monotonic));
				return { id: network.window?.ids?.[0] ?? null };
			}
		}
	});

	const discovery = settings.discovery;
	const devices = discovery === null ? [] : [routerDevice(model, settings), houseDevice(model, settings)];
	const ends = {
		topics: () => map(devices, one => discoveryTopic(discovery ?? '', one.device)),
		will: () => farewell(model),
		document: seq => sprintf('%J', { ...tell(model, state.devices, now().monotonic), seq }),
		isOpen: () => length(filter(values(model.locals), one => one.open)) > 0,
		heard: message => hearMessage(state, message),
		begins: () => {
			forgetPresence(model);
			state.discovered = {};
			state.naming.heard = false;
			state.settled = false;
			setAlarm(settler, SETTLING);
		},
		changed: () => {
			if (!isConnected()) forgetPresence(model);
			settle(state);
		},
		now: () => now().monotonic
	};
	keepPicture(picture(state));
	readNetworks(networks => {
		const before = lastSaid();
		const document = before === null ? null : readDocument(before.text);

		if (networks === null) setAlarm(builder, ABSENCE);
		else learn(model, networks);
		if (before !== null && document !== null) recover(model, document.networks, before.at);
		connect(settings, ends);
		settle(state);
	});
	learnDevices(state);
}

function main() {
	const section = readSection() ?? {};
	const file = section.password_file ?? null;
	const password = type(file) === 'string' ? firstLine(file) : null;
	const hostname = firstLine('/proc/sys/kernel/hostname') ?? '';
	const reading = readSettings(section, hostname, password);

	if (reading.settings !== null) return bridge(reading.settings, section.uuid ?? null);
	note(`house: option ${reading.culprit} of config house in /etc/config/wps can't be used`);
	keepPicture({
		connected: false,
		name: hostname,
		problem: 'settings',
		uuid: section.uuid ?? null,
		routers: []
	});
}

uloop.init();
guarded(main);
const ended = uloop.run();
disconnect();

return ended;

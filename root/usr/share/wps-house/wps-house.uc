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

const MARKS = 65521;

// src/house/rate-limit.ts
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

// src/house/bridge-state.ts
function newState(settings, uuid) {
	const at = now().monotonic;

	return {
		settings,
		model: {
			name: settings.name,
			turns: settings.turns,
			run: randomHex(6),
			networks: {},
			neighbours: {},
			endedIds: [],
			pastIds: [],
			commandStarts: newBucket(ORDERS, ORDER_PAUSE, at),
			neighbourStarts: newBucket(PRESSES, PRESS_PAUSE, at),
			commandIds: []
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

function parseJson(text) {
	try {
		return json(text);
	} catch {
		return null;
	}
}

// src/house/topics.ts
const VERSION = 1;

function isName(text) {
	return isWhole(text, /[A-Za-z0-9_-]+/, 32);
}

function keyOf(ssid) {
	return `n${hexenc(ssid)}`;
}

function isKey(text) {
	return isWhole(text, /n[0-9a-f]+/, 65) && length(text) % 2 === 1;
}

function isId(text) {
	return isWhole(text, /[A-Za-z0-9_.:-]+/, 64);
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

// src/house/client-options.ts
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

// src/house/runtime-folder.ts
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

function makeFolders(roles) {
	for (let path in [FOLDER, ...map(roles, role => homeOf(role))]) {
		fs.mkdir(path, 0o700);
		fs.chmod(path, 0o700);
	}
}

function putFile(role, name, text) {
	return replaceFile(fileIn(role, name), text, null, false);
}

function makePipe(role) {
	const path = fileIn(role, 'pipe');
	fs.unlink(path);

	return system(['mkfifo', '-m', '600', path], 2000) === 0;
}

// src/house/client-pipes.ts
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

// src/house/mosquitto-clients.ts
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
	if (!putFile(role, role === 'sub' ? 'mosquitto_sub' : 'mosquitto_pub', options)) return false;

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
	putFile(role, 'pid', `${client.pid}\n`);

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

// src/house/connection-watch.ts
/*
 * Whether the children still have the connections on which the last message came back; if not, the broker may have forgotten
 * it. Looked at as often as they tell the broker that they live, and when anybody says something.
 */
const CONNECTED = ['sub', 'pub'];

const LOOK = 1000;

const looker = newAlarm(() => null);

let changed = null;
let period = 0;
let known = '';
let looked = 0;

function rememberConnections() {
	known = connectionsOf(CONNECTED);
}

function look(at) {
	if (changed === null) return;
	looked = at;
	if (connectionsOf(CONNECTED) !== known) changed();
	setAlarm(looker, period);
	// What holds itself in a circle, as callbacks do, a program of its own keeps for ever (ucode main.c, -g).
	gc();
}

function lookAgain(at) {
	if (at - looked > LOOK) look(at);
}

function watchConnections(every, onOther) {
	period = every;
	changed = onOther;
	looker.ring = () => look(now().monotonic);
	setAlarm(looker, period);
}

function stopWatching() {
	changed = null;
	stopAlarm(looker);
}

// src/house/message-lines.ts
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

// src/house/report-echo.ts
/*
 * What this router says of itself comes back to it, since it listens to that topic, too: only that proves both ways to the
 * broker.
 */
const FIRST_ECHO = 10000;
const ECHO = 5000;

const patience = newAlarm(() => null);

let writer = null;
let seq = 0;
let missing = null;
let dirty = false;
let proven = false;

function sayReport() {
	dirty = true;
	if (writer === null || missing !== null) return;

	dirty = false;
	seq++;
	missing = seq;
	writer(seq);
	setAlarm(patience, proven ? ECHO : FIRST_ECHO);
}

function isEcho(number) {
	if (number !== missing) return false;
	missing = null;
	proven = true;
	stopAlarm(patience);

	return true;
}

function sayRest() {
	if (dirty) sayReport();
}

function beginEchoes(say, lost) {
	writer = say;
	proven = false;
	patience.ring = lost;
}

function endEchoes() {
	writer = null;
	missing = null;
	stopAlarm(patience);
}

// src/house/retry-pause.ts
const LONGEST = 60000;
const LONGEST_OPEN = 4000;

function pauseAfter(failures, open) {
	let pause = 1000;
	for (let i = 1; i < failures && pause < LONGEST; i++) pause *= 2;

	return min(pause, open ? LONGEST_OPEN : LONGEST);
}

// src/house/single-messages.ts
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
		putFile('post', 'payload', post.payload) &&
		startClient('post', options, () => {
			if (mine !== losses) return;
			busy = false;
			sayNext(settings);
		});
}

function publishSingle(settings, topic, payload, retained) {
	if (retained) waiting = filter(waiting, post => post.topic !== topic);
	if (length(waiting) >= WAITING) return;
	push(waiting, { topic, payload, retained });
	sayNext(settings);
}

function dropSingles() {
	waiting = [];
	busy = false;
	losses++;
	endClient('post');
}

// src/house/broker-link.ts
/*
 * The way to the broker and back. Neither of mosquitto's clients tells when it is connected, or is no more: see report-echo.ts.
 */
const BEGINNING = 2000;

let settings;
let ends;
let reader = { rest: '', skipping: false };
let handle = null;

const starter = newAlarm(() => null);

let round = 0;
let connected = false;
let problem = null;
let failures = 0;
let began = 0;

function isConnected() {
	return connected;
}

function problemOfLink() {
	return problem;
}

function lose(why) {
	round++;
	connected = false;
	problem = why;
	failures++;

	endEchoes();
	stopWatching();
	handle?.delete?.();
	handle = null;
	dropSingles();
	for (let role in ROLES) endClient(role);
	closePipes();
	setAlarm(starter, pauseAfter(failures, ends.isOpen()));
	ends.changed();
}

function echoed(number) {
	if (!isEcho(number)) return;
	rememberConnections();

	if (!connected) {
		connected = true;
		problem = null;
		failures = 0;
		watchConnections(settings.keepalive * 1000, sayReport);
		ends.changed();
	}
	sayRest();
}

function pass(message) {
	// Kept messages come when one begins to listen: the client has been away, and is back.
	const at = ends.now();
	if (message.retained && connected && at - began > BEGINNING) {
		ends.begins();
		sayReport();
	}
	if (message.retained) began = at;
	else lookAgain(at);
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

	began = ends.now();
	ends.begins();
	beginEchoes(
		seq => write(ends.report(seq)),
		// Nothing comes back although the broker took us: it does not let us say how we are.
		() => lose(connected ? 'unreachable' : 'refused')
	);
	sayReport();
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
	makeFolders(ROLES);
	endOrphans();
	starter.ring = start;
	setAlarm(starter, 1);
}

// src/house/configuration.ts
const CONFIG = '/etc/config/wps';

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
	for (let key in slice(keys(model.networks), 0, SHOWN)) {
		const entities = entitiesOf(id, key, printable(model.networks[key].ssid, 64), topics);
		for (let name in keys(entities)) components[name] = entities[name];
	}

	return components;
}

function withGone(components, before) {
	const former = before === null ? null : parseJson(before);
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

// src/house/arrivals.ts
/*
 * The router that a device came to gives it the keys, and the device goes with them to the one that it hears best: with SSID and
 * key the same it does not care who gave them. Only the others can tell that it is in. They know it by a mark, since addresses
 * are told to nobody.
 */
const EXPECTED = 35000;
const PACE = 1000;

function markOf(mac) {
	let mark = 0;
	for (let i = 0; i < length(mac); i++) mark = (mark * 31 + (ord(mac, i) ?? 0)) % MARKS;

	return mark;
}

function expectDevice(window, mark, at) {
	if (mark === null) window.expected = null;
	else if (window.expected === null && !window.arrived)
		window.expected = { mark, next: at, until: at + EXPECTED };
}

function isLookDue(window, at) {
	const expected = window.expected;
	if (expected === null || at < expected.next || at >= expected.until) return false;
	expected.next = at + PACE;

	return true;
}

function untilLook(window, at) {
	const expected = window.expected;

	return expected === null || at >= expected.until ? null : max(expected.next - at, 0);
}

function findDevice(window, macs) {
	const mark = window.expected?.mark ?? null;
	if (mark === null || length(filter(macs, mac => markOf(mac) === mark)) === 0) return false;
	window.expected = null;
	window.arrived = true;

	return true;
}

function hearArrival(window, name, told) {
	const session = told.arrived ? (window.leaving?.session ?? null) : null;
	if (session === null) return [];
	window.leaving = null;

	return [{ kind: 'arrived', session, router: name }];
}

// src/house/house-state.ts
function houseState(model) {
	const networks = {};
	for (let key in keys(model.networks)) {
		const own = model.networks[key];
		const open = own.open ? [model.name] : [];
		let ready = own.ready;

		for (let name in sort(keys(model.neighbours))) {
			const neighbour = model.neighbours[name];
			const told = neighbour.there ? (neighbour.networks[key] ?? null) : null;
			if (told === null) continue;
			if (told.open) push(open, name);
			ready = ready || told.ready;
		}

		const window = own.window;
		const over = window !== null && window.over && length(open) === 0;
		networks[key] = {
			ssid: printable(own.ssid, 64),
			state: length(open) > 0 ? 'open' : ready ? 'idle' : 'not_ready',
			open,
			outcome: over ? window.cause : null,
			router: over ? window.router : null,
			device: over ? window.device : null
		};
	}

	return { networks };
}

// src/house/leader.ts
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

// src/house/house-topics.ts
/*
 * What the first router says for all, and each for itself to Home Assistant.
 */
let lastState = '';

function discover(state, discovery) {
	if (state.settings.discovery === null) return;
	const topic = discoveryTopic(state.settings.discovery, discovery.device);
	const kept = state.discovered[topic] ?? null;
	const text = discovery.text(kept);

	if (text === kept) return;
	state.discovered[topic] = text;
	publishSingle(state.settings, topic, text, true);
}

function nameHouse(state) {
	const naming = state.naming;
	if (naming.heard) return;

	const fresh = naming.own === null;
	naming.own ??= uuidFrom(randomHex(12));
	naming.heard = true;
	if (fresh && !keepUuid(naming.own)) note('house: the UUID could not be kept in /etc/config/wps');
	publishSingle(state.settings, houseTopic(rootOf(state.settings.prefix), 'uuid'), naming.own, true);
}

function publishForHouse(state) {
	if (!isConnected() || !state.settled) {
		lastState = '';
		return;
	}
	if (length(state.model.networks) > 0) discover(state, routerDevice(state.model, state.settings));
	if (leaderOf(state.model) !== state.model.name) {
		lastState = '';
		return;
	}

	nameHouse(state);
	if (length(state.model.networks) > 0) discover(state, houseDevice(state.model, state.settings));
	const text = sprintf('%J', houseState(state.model));
	if (text === lastState) return;
	lastState = text;
	publishSingle(state.settings, houseTopic(rootOf(state.settings.prefix), 'state'), text, true);
}

// src/house/known-names.ts
const KEPT = 100;

function isNew(known, name) {
	if (index(known, name) >= 0) return false;
	push(known, name);
	while (length(known) > KEPT) shift(known);

	return true;
}

// src/contract/limits.ts
const WALK_TIME = 120;

const OVERLAP_TIME = 120;

// src/house/taking-turns.ts
/*
 * Some devices take two windows on one band for two networks that ask at once, whatever their UUID (iwd does, src/wsc.c), and
 * join none. For them routers listen one after the other.
 */
const SOON = 600000;
const TRIED = 20000;

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

function noteTry(own, window, at) {
	if (window.cause === 'joined') own.lastFruitless = null;
	else if (window.cause !== 'overlap' && at - window.began >= TRIED) own.lastFruitless = at;
}

function orderFor(model, own, at) {
	const again = own.lastFruitless !== null && at - own.lastFruitless < SOON;
	if (model.turns === 'never' || (model.turns === 'auto' && !again)) return [];

	const others = filter(
		keys(model.neighbours),
		name => model.neighbours[name].there && model.neighbours[name].networks[own.key]?.ready === true
	);
	const order = own.ready ? [model.name, ...sort(others)] : sort(others);

	return length(order) > 1 ? slice(order, 0, TURNS) : [];
}

function isMyTurn(model, window, at) {
	if (length(window.order) === 0) return true;
	const turn = turnAt(window.order, at - window.began);

	return turn.open && turn.name === model.name;
}

// src/house/house-window.ts
const TRIES = 3;
const ASK_AGAIN = 2000;

function runningWindow(own) {
	return own.window !== null && !own.window.over ? own.window : null;
}

function networkNamed(model, ssid) {
	return filter(values(model.networks), own => own.ssid === ssid)[0] ?? null;
}

function begin(own, ids, by, began, order) {
	own.window = {
		ids,
		by,
		began,
		order,
		outcome: 'open',
		router: null,
		device: null,
		code: null,
		tries: 0,
		again: null,
		over: false,
		cause: null,
		leaving: null,
		expected: null,
		arrived: false
	};
}

function end(model, own, window, at) {
	for (let id in window.ids) {
		isNew(model.pastIds, id);
		if (window.cause !== null) isNew(model.endedIds, id);
	}
	window.over = true;
	noteTry(own, window, at);
}

function openHere(model, own, by, at) {
	const window = runningWindow(own);
	if (window === null || own.open || own.asked === 'open' || !isMyTurn(model, window, at)) return [];
	own.asked = 'open';
	window.tries++;
	window.again = null;

	return [{ kind: 'open', key: own.key, ssid: own.ssid, by }];
}

function closeHere(own, by) {
	if (own.asked === 'close' || (!own.open && own.asked !== 'open')) return [];
	own.asked = 'close';
	own.closingFor = by;

	return [{ kind: 'close', key: own.key, ssid: own.ssid, by }];
}

function notClosed(own) {
	if (own.asked === 'close') own.asked = null;
}

function refused(own, code, at) {
	const running = runningWindow(own);
	own.asked = null;
	// Somebody was faster, on this router or through another tool: that window is the house's.
	if (code === 'already_open') own.open = true;
	else if (
		// Where it has opened whatever the answer was, that came too late.
		running !== null &&
		!own.open
	) {
		running.outcome = 'refused';
		running.code = code;
		if (code === 'timeout' && running.tries < TRIES) running.again = at + ASK_AGAIN;
	}
}

// src/house/luci-wps.ts
/*
 * luci.wps on this router.
 */
const PATIENCE = 4000;

function call(method, args, done) {
	ask([{ object: 'luci.wps', method, args }], now().monotonic + PATIENCE, replies => done(replies[0]));
}

function refusalOf(reply) {
	return reply.code === OK ? null : (reply.data?.error?.code ?? 'timeout');
}

function open(ssid, by, done) {
	call('start', { network: ssid, origin: 'house', by }, reply => done(refusalOf(reply)));
}

function close(ssid, by, done) {
	call('cancel', { network: ssid, origin: 'house', by }, reply => done(reply.code === OK));
}

function cancel(ssid, done) {
	call('cancel', { network: ssid }, reply => done(refusalOf(reply)));
}

function readNetworks(done) {
	call('status', {}, reply => done(reply.code === OK ? (reply.data?.networks ?? []) : null));
}

function readDevices(done) {
	call('devices', {}, reply => done(reply.code === OK ? (reply.data?.devices ?? []) : null));
}

// src/house/report.ts
const OUTCOMES = ['open', 'joined', 'overlap', 'cancelled', 'closed', 'refused', 'timeout', 'failed'];

const CAUSES = ['joined', 'overlap', 'cancelled'];

function causeOf(outcome) {
	return index(CAUSES, outcome) < 0 ? null : outcome;
}

// src/house/window-events.ts
function windowEvent(type, own, device, router, house) {
	const window = own.window;

	return {
		type,
		key: own.key,
		network: own.ssid,
		device,
		by: house ? (window?.by ?? null) : null,
		code: house ? (window?.code ?? null) : null,
		router,
		house
	};
}

// src/house/own-sessions.ts
function isStale(own, at) {
	return own.joinedElsewhere !== null && at - own.joinedElsewhere < OVERLAP_TIME * 1000;
}

function conclude(model, own, type, session, at) {
	const running = runningWindow(own);
	if (running === null) return false;
	const ending = type === 'success' ? 'joined' : type;
	const cause = causeOf(ending);

	if (cause !== null && (cause !== 'overlap' || !isStale(own, at))) {
		const mac = session.peer?.mac ?? null;
		if (type === 'success' && mac !== null) running.leaving = { session: session.id, mark: markOf(mac) };
		running.outcome = ending;
		running.cause = cause;
		running.router = model.name;
		running.device = session.peer?.name ?? null;
		end(model, own, running, at);
		return true;
	}
	running.outcome = type === 'timeout' ? 'timeout' : 'failed';
	running.code = type === 'timeout' ? null : (session.reason ?? type);
	// All have opened at once, so all of it is over; where they take turns others still listen.
	if (type === 'timeout' && length(running.order) === 0) end(model, own, running, at);

	return true;
}

function hearSession(model, type, session, at) {
	const own = networkNamed(model, session.network);
	if (own === null || session.method !== 'pbc') return [];

	own.busy = type === 'connecting';
	own.open = type === 'started' || type === 'connecting';
	if (type !== 'connecting') {
		own.asked = null;
		own.closingFor = null;
	}
	if (type === 'connecting') return [];
	// We have closed it ourselves: the house knows.
	const known = type === 'cancelled' && session.reason === 'house';
	if (known || type === 'started') {
		const running = runningWindow(own);
		if (!known && running !== null) {
			running.outcome = 'open';
			running.code = null;
		}
		return [{ kind: 'say', what: windowEvent(type, own, null, true, false) }];
	}

	const device = session.peer?.name ?? null;
	const window = own.window;
	const mine = window !== null && window.outcome === 'joined';
	// It was told when it got the keys; now it is in, and has a name perhaps.
	if (type === 'joined' && mine) {
		window.device = device ?? window.device;
		window.leaving = null;
	}
	const house = conclude(model, own, type, session, at) || (type === 'joined' && mine);
	// Who joins is told once, when it is in.
	const told = house && (type !== 'timeout' || window?.by === model.name);
	if (told && type === 'overlap' && window?.outcome === 'failed')
		return [
			{ kind: 'say', what: windowEvent(type, own, null, true, false) },
			{ kind: 'say', what: windowEvent('failed', own, null, false, true) }
		];

	return [{ kind: 'say', what: windowEvent(type, own, device, true, told) }];
}

// src/house/report-writing.ts
function reportWindow(window, at) {
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
		code: window.code,
		mark: window.leaving?.mark ?? null,
		arrived: window.arrived
	};
}

function reportDevices(devices, macs) {
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

function writeReport(model, devices, at) {
	const networks = {};
	for (let key in keys(model.networks)) {
		const own = model.networks[key];
		networks[key] = {
			ssid: printable(own.ssid, 64),
			ready: own.ready,
			problem: own.problem,
			open: own.open,
			state: own.open ? 'open' : own.ready ? 'idle' : 'not_ready',
			window: reportWindow(own.window, at)
		};
	}

	return { version: VERSION, name: model.name, run: model.run, seq: 0, there: true, networks, devices };
}

function withoutAges(report) {
	const networks = {};
	for (let key in keys(report.networks)) {
		const network = report.networks[key];
		networks[key] = { ...network, window: network.window === null ? null : { ...network.window, age: 0 } };
	}

	return sprintf('%J', { ...report, seq: 0, networks });
}

function lastWill(model) {
	return sprintf('%J', { version: VERSION, name: model.name, run: model.run, seq: 0, there: false });
}

// src/house/state-files.ts
const PICTURE = '/var/run/luci-wps-house.json';

const SAID = '/var/run/luci-wps-house-said';

let kept = '';

function keepPicture(house) {
	const text = sprintf('%J\n', house);
	if (text !== kept && replaceFile(PICTURE, text, null, false)) kept = text;
}

function keepReport(text, at) {
	replaceFile(SAID, `${at}\n${text}\n`, null, false);
}

function lastReport() {
	const lines = split(fs.readfile(SAID) ?? '', '\n');

	return length(lines) > 1 ? { at: int(lines[0]), text: lines[1] } : null;
}

// src/house/stations.ts
/*
 * Devices at this router's access points, asked of hostapd itself.
 */
const STATIONS_WITHIN = 2000;

function readStations(ifnames, done) {
	const calls = map(ifnames, ifname => ({ object: `hostapd.${ifname}`, method: 'get_clients' }));

	ask(calls, now().monotonic + STATIONS_WITHIN, replies => {
		const macs = [];
		for (let reply in replies) {
			const clients = reply.code === OK ? (reply.data?.clients ?? {}) : {};
			// Who is here for WPS only has no key yet.
			for (let mac in keys(clients))
				if (clients[mac]?.authorized === true && clients[mac]?.wps !== true) push(macs, mac);
		}
		done(macs);
	});
}

function tellArrival(session, router) {
	announce('luci.wps.arrived', { session, router });
}

// src/house/tab-picture.ts
const LATE = 5000;

function untilLate(model, at) {
	let soonest = null;
	for (let own in values(model.networks)) {
		const running = runningWindow(own);
		const wait = running === null ? 0 : running.began + LATE + 1 - at;
		if (wait > 0) soonest = min(soonest ?? wait, wait);
	}

	return soonest;
}

function problemOf(neighbour, told, own, at) {
	if (!neighbour.there) return null;
	if (told.window !== null && told.window.outcome === 'refused') return told.window.code ?? 'refused';
	if (!told.ready) return told.problem;

	const running = own === null ? null : runningWindow(own);
	if (running === null || told.open || length(running.order) > 0) return null;
	const heard =
		told.window !== null && length(filter(told.window.ids, id => index(running.ids, id) >= 0)) > 0;

	return !heard && at - running.began > LATE ? 'late' : null;
}

function networksOf(model, neighbour, at) {
	return map(keys(neighbour.networks), key => {
		const told = neighbour.networks[key];
		const own = model.networks[key] ?? null;

		return {
			// as this router writes it, where it is the same
			ssid: own === null ? told.ssid : own.ssid,
			ready: told.ready,
			open: told.open,
			problem: problemOf(neighbour, told, own, at)
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

// src/house/window-deadlines.ts
const LAST = (WALK_TIME + 5) * 1000;

function checkDeadlines(model, at) {
	const effects = [];
	for (let own in values(model.networks)) {
		if (own.closingFor !== null && own.open && own.asked === null)
			for (let effect in closeHere(own, own.closingFor)) push(effects, effect);

		if (own.window !== null && isLookDue(own.window, at)) push(effects, { kind: 'look', key: own.key });

		const running = runningWindow(own);
		if (running === null) continue;

		const turns = length(running.order) > 0;
		let due = [];
		if (at - running.began >= (turns ? turnsLast(running.order) : LAST)) {
			if (running.outcome === 'open') running.outcome = 'timeout';
			end(model, own, running, at);
			if (turns) due = closeHere(own, model.name);
		} else if (turns && isMyTurn(model, running, at)) due = openHere(model, own, running.by, at);
		else if (turns && !own.busy) due = closeHere(own, model.name);
		else if (running.again !== null && at >= running.again) due = openHere(model, own, running.by, at);
		for (let effect in due) push(effects, effect);
	}

	return effects;
}

function untilDeadline(model, at) {
	let soonest = null;
	for (let own in values(model.networks)) {
		if (own.closingFor !== null && own.open) soonest = min(soonest ?? ASK_AGAIN, ASK_AGAIN);
		const look = own.window === null ? null : untilLook(own.window, at);
		if (look !== null) soonest = min(soonest ?? look, look);

		const running = runningWindow(own);
		if (running === null) continue;

		const elapsed = at - running.began;
		const turns = length(running.order) > 0;
		let wait = (turns ? turnsLast(running.order) : LAST) - elapsed;
		if (turns) wait = min(wait, turnAt(running.order, elapsed).left);
		if (running.again !== null) wait = min(wait, running.again - at);
		soonest = min(soonest ?? wait, wait);
	}

	return soonest === null ? null : max(soonest, 0);
}

// src/house/effects.ts
/*
 * What follows from what was heard: calls to luci.wps, messages, the picture for the tab.
 */
const PAINT = 50;

const deadlines = newAlarm(() => null);
const painter = newAlarm(() => null);
let lastSaid = '';

function picture(state) {
	const problem = state.rivalled ? 'name_taken' : problemOfLink();

	return pictureOf(state.model, isConnected(), problem, state.naming.own, now().monotonic);
}

function publishEvent(state, what) {
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
	if (what.router) publishSingle(state.settings, eventTopic(root, state.model.name), message, false);
	if (what.house) publishSingle(state.settings, houseTopic(root, 'event'), message, false);
}

function publishChanges(state) {
	const at = now().monotonic;
	const report = writeReport(state.model, state.devices, at);
	const fresh = withoutAges(report);
	if (fresh !== lastSaid) {
		lastSaid = fresh;
		keepReport(sprintf('%J', report), at);
		sayReport();
	}
	publishForHouse(state);
	if (painter.timer === null) setAlarm(painter, PAINT);

	const wait = untilDeadline(state.model, at);
	if (wait === null) stopAlarm(deadlines);
	else setAlarm(deadlines, max(1, min(wait, untilLate(state.model, at) ?? wait)));
}

function perform(state, effects) {
	for (let one in effects) {
		const effect = one;
		if (effect.kind === 'note') {
			if (take(state.notes, now().monotonic)) note(`house: ${effect.text}`);
		}
		if (effect.kind === 'say') publishEvent(state, effect.what);
		if (effect.kind === 'open')
			open(effect.ssid, effect.by, code => {
				const network = state.model.networks[effect.key] ?? null;
				if (network === null || code === null) return;
				refused(network, code, now().monotonic);
				if (!network.open) note(`house: "${effect.ssid}" does not open here: ${code}`);
				publishChanges(state);
			});
		if (effect.kind === 'look')
			readStations(state.model.networks[effect.key]?.ifnames ?? [], macs => {
				const window = state.model.networks[effect.key]?.window ?? null;
				if (window !== null && findDevice(window, macs)) publishChanges(state);
			});
		if (effect.kind === 'arrived') tellArrival(effect.session, effect.router);
		if (effect.kind === 'close')
			close(effect.ssid, effect.by, closed => {
				const network = state.model.networks[effect.key] ?? null;
				if (network !== null && !closed) notClosed(network);
				publishChanges(state);
			});
	}
	publishChanges(state);
}

function sessionChanged(state, type, session) {
	const seen = {
		id: session?.id ?? '',
		network: session?.network ?? '',
		method: session?.method ?? '',
		reason: session?.reason ?? null,
		peer: session?.peer ?? null
	};

	perform(state, hearSession(state.model, type, seen, now().monotonic));
}

function startTimers(state) {
	deadlines.ring = () => perform(state, checkDeadlines(state.model, now().monotonic));
	painter.ring = () => keepPicture(picture(state));
}

// src/house/command-reading.ts
function readCommand(model, payload, retained, epoch) {
	const value = parseJson(payload);
	const id = type(value) === 'object' && isId(value.id) ? value.id : null;
	if (id === null) return { id: null, refusal: 'malformed' };
	if (retained) return { id: null, refusal: 'retained' };
	if ((value.command !== 'start' && value.command !== 'cancel') || type(value.at) !== 'int')
		return { id, refusal: 'malformed' };
	// The second copy of a message is not answered either.
	if (!isNew(model.commandIds, id)) return { id: null, refusal: 'repeated' };

	const age = epoch - value.at;
	if (age > CLOCK_TOLERANCE) return { id, refusal: 'too_old' };
	if (age < -CLOCK_TOLERANCE) return { id, refusal: 'clock' };

	const named = type(value.network) === 'string' ? networkNamed(model, value.network) : null;
	const own = named ?? (type(value.key) === 'string' ? (model.networks[value.key] ?? null) : null);
	if (own === null) return { id, refusal: 'unknown_network' };

	return { id, refusal: null, command: value.command, own };
}

// src/house/press.ts
function press(model, own, id, at) {
	const running = runningWindow(own);
	if (running !== null) {
		if (own.open) running.outcome = 'open';
		return [];
	}
	begin(own, [id], model.name, at, orderFor(model, own, at));

	const effects = [{ kind: 'say', what: windowEvent('started', own, null, false, true) }];
	for (let effect in openHere(model, own, model.name, at)) push(effects, effect);

	return effects;
}

function cancelHouse(model, own, at) {
	const running = runningWindow(own);
	if (running === null) return [];
	running.outcome = 'cancelled';
	running.cause = 'cancelled';
	running.router = model.name;
	end(model, own, running, at);

	return [
		{ kind: 'say', what: windowEvent('cancelled', own, null, false, true) },
		...closeHere(own, model.name)
	];
}

// src/house/command-obeying.ts
/*
 * Commands from the topics: of Home Assistant, or of whoever may write there.
 */
const GRACE = 1500;

function reply(state, id, code) {
	if (!take(state.replies, now().monotonic)) return;
	if (code !== null) note(`house: command ${id} is not obeyed: ${code}`);
	const message = code === null ? { id, ok: true } : { id, ok: false, error: { code }, now: now().epoch };

	publishSingle(
		state.settings,
		replyTopic(rootOf(state.settings.prefix), state.model.name),
		sprintf('%J', message),
		false
	);
}

function mayOpen(state) {
	return take(state.model.commandStarts, now().monotonic);
}

function obey(state, id, command, network) {
	const done = code => reply(state, id, code);

	if (command === 'cancel' && take(state.cancels, now().monotonic)) cancel(network.ssid, done);
	else if (command === 'start' && mayOpen(state)) open(network.ssid, state.model.name, done);
	else done('busy');
}

function obeyForHouse(state, id, command, network) {
	if (command === 'cancel') perform(state, cancelHouse(state.model, network, now().monotonic));
	else if (
		// A press that runs is pressed again: that opens nothing.
		runningWindow(network) !== null ||
		mayOpen(state)
	)
		perform(state, press(state.model, network, id, now().monotonic));
	else return reply(state, id, 'busy');
	reply(state, id, null);
}

function takeCommand(state, payload, retained, house) {
	const command = readCommand(state.model, payload, retained, now().epoch);
	const id = command.id;
	const first = leaderOf(state.model) === state.model.name;

	if (command.refusal !== null) {
		if (id !== null && (!house || first)) reply(state, id, command.refusal);
		return;
	}
	if (id === null) return;
	const network = command.own;
	if (!house) return obey(state, id, command.command, network);
	if (first) return obeyForHouse(state, id, command.command, network);

	// Should the first one be deaf, another one is not.
	uloop.timer(GRACE, () =>
		guarded(() => {
			const known = [...state.model.pastIds, ...state.model.endedIds, ...(network.window?.ids ?? [])];
			const heard = index(known, id) >= 0;
			if (command.command === 'cancel' ? runningWindow(network) !== null : !heard)
				obeyForHouse(state, id, command.command, network);
		})
	);
}

// src/house/presses-at-once.ts
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

// src/house/neighbour-windows.ts
function overlap(some, others) {
	return length(filter(some, id => index(others, id) >= 0)) > 0;
}

function isAmong(some, others) {
	return length(filter(some, id => index(others, id) < 0)) === 0;
}

function hearEnding(model, own, name, told, at) {
	const window = own.window;
	const cause = told.cause ?? 'cancelled';
	const news = length(filter(told.ids, id => isNew(model.endedIds, id))) > 0;
	if (news && cause === 'joined' && told.router !== model.name && told.age < 2 * OVERLAP_TIME)
		own.joinedElsewhere = at;
	if (window === null || !overlap(window.ids, told.ids)) return [];

	if (told.router === name) expectDevice(window, told.mark, at);
	if (window.over) return hearArrival(window, name, told);

	window.cause = cause;
	window.outcome = 'closed';
	window.router = told.router ?? name;
	window.device = told.device;
	end(model, own, window, at);
	const device = told.device === null ? '' : ` (${told.device})`;

	return [
		{ kind: 'note', text: `"${own.ssid}" was ended by router ${window.router}: ${cause}${device}` },
		...closeHere(own, name)
	];
}

function hearWindow(model, own, name, told, live, at) {
	// Of two presses at once a router may know both names, and the one that ended them only its own: one is over, both are.
	if (told.cause !== null || overlap(model.endedIds, told.ids)) return hearEnding(model, own, name, told, at);
	if (!live) return [];

	const running = runningWindow(own);
	// What has failed here is tried again for another press, not for another message; nor does one that is slow to forget press.
	if (isAmong(told.ids, [...model.pastIds, ...(running?.ids ?? [])])) return [];
	if (running === null && told.age > FRESH) return [];
	if (!take(model.neighbourStarts, at))
		return [{ kind: 'note', text: `too many starts: that of router ${name} is not obeyed` }];

	if (running !== null) merge(running, told, at);
	else begin(own, told.ids, told.by, at - told.age * 1000, told.order);
	return openHere(model, own, name, at);
}

function hearNetworks(model, name, networks, live, at) {
	const effects = [];
	for (let key in keys(networks)) {
		const own = model.networks[key] ?? null;
		const told = networks[key].window;
		if (own === null || told === null) continue;
		for (let effect in hearWindow(model, own, name, told, live, at)) push(effects, effect);
	}

	return effects;
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

function isOld(neighbour, report) {
	if (report.run === neighbour.former) return true;
	// The last will is as old as the connection that it is of.
	return report.run === neighbour.run && report.there && report.seq <= neighbour.seq;
}

function hearReport(model, name, report, live, at) {
	if (report === null) {
		delete model.neighbours[name];
		return [];
	}
	const neighbour = model.neighbours[name] ?? meet(model, name, VERSION);
	if (neighbour === null || isOld(neighbour, report)) return [];

	if (report.run !== neighbour.run) {
		neighbour.former = neighbour.run === '' ? null : neighbour.run;
		neighbour.run = report.run;
		neighbour.seq = -1;
	}
	neighbour.version = VERSION;
	neighbour.there = report.there;
	if (report.there) {
		neighbour.seq = report.seq;
		neighbour.live = live || neighbour.live;
		neighbour.networks = report.networks;
		return hearNetworks(model, name, report.networks, live, at);
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

// src/house/report-reading.ts
function listOf(value, most, passes) {
	if (type(value) !== 'array') return null;
	const list = value;

	return length(list) <= most && length(filter(list, passes)) === length(list) ? [...list] : null;
}

function repeats(names) {
	for (let i = 0; i < length(names); i++) if (index(names, names[i]) < i) return true;

	return false;
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
		code: textOrNull(value.code, 32),
		mark: numberOrNull(value.mark, 0, MARKS - 1),
		arrived: value.arrived === true
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

function readReport(payload) {
	const value = parseJson(payload);
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

// src/house/incoming-messages.ts
/*
 * What comes from the broker, by its topic.
 */
function hearOurselves(state, message) {
	const model = state.model;
	const report = readReport(message.payload);
	if (report !== null && report.run === model.run && report.there) return echoed(report.seq);

	if (!message.retained && report !== null && report.there && !state.rivalled) {
		state.rivalled = true;
		note(`house: another router calls itself ${model.name} as well`);
	}
	// Whatever the broker has now is not what we are.
	if (take(state.rivals, now().monotonic)) sayReport();
	publishChanges(state);
}

function hearRouter(state, name, version, message) {
	const model = state.model;
	const at = now().monotonic;

	if (name === model.name && version === VERSION) hearOurselves(state, message);
	else if (version !== VERSION) {
		if (message.payload === '') forgetStranger(model, name, version);
		else hearStranger(model, name, version);
		publishChanges(state);
	} else {
		const report = message.payload === '' ? null : readReport(message.payload);
		if (report !== null || message.payload === '')
			perform(state, hearReport(model, name, report, !message.retained, at));
	}
}

function hearMessage(state, message) {
	const what = kindOf(message.topic, state.settings.prefix, state.model.name);

	if (what.kind === 'state') hearRouter(state, what.router, what.version, message);
	else if (what.kind === 'command') takeCommand(state, message.payload, message.retained, false);
	else if (what.kind === 'house_command') takeCommand(state, message.payload, message.retained, true);
	else if (what.kind === 'uuid') {
		if (hearUuid(state.naming, message.payload)) keepUuid(message.payload);
		publishChanges(state);
	} else if (message.payload !== '') state.discovered[message.topic] = message.payload;
	else delete state.discovered[message.topic];
}

// src/house/own-networks.ts
function newNetwork(key, ssid) {
	return {
		key,
		ssid,
		ready: false,
		problem: null,
		ifnames: [],
		open: false,
		busy: false,
		asked: null,
		closingFor: null,
		window: null,
		joinedElsewhere: null,
		lastFruitless: null
	};
}

function learnNetworks(model, status) {
	const networks = {};
	for (let network in slice(status, 0, NETWORKS)) {
		const key = keyOf(network.ssid);
		if (exists(networks, key)) continue;

		const own = model.networks[key] ?? newNetwork(key, network.ssid);
		own.ready = network.ready;
		own.problem = network.problems[0]?.code ?? null;
		const onAir = filter(network.access_points ?? [], one => one.ifname !== null);
		own.ifnames = map(onAir, one => one.ifname ?? '');
		// Events tell when it changes; this is for what was open before we listened.
		const session = network.session;
		if (own.asked === null) own.open = session !== null && session.open && session.method === 'pbc';
		networks[key] = own;
	}
	model.networks = networks;
}

// src/house/recovery.ts
function recover(model, before, at) {
	for (let key in keys(before)) {
		const own = model.networks[key] ?? null;
		const told = before[key].window;
		if (own === null || told === null || told.cause !== null || !own.open || own.window !== null) continue;

		begin(own, told.ids, told.by, at - told.age * 1000, told.order);
	}
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

// src/house/program.ts
const SETTLING = 2500;

const BUILDING = 2000;

const ABSENCE = 5000;

const SWITCHED = ['enabled', 'disabled', 'reverted'];
const MOVED = ['joined', 'removed', 'renamed'];

const builder = newAlarm(() => null);

function askNetworks(state) {
	readNetworks(networks => {
		if (networks !== null) learnNetworks(state.model, networks);
		else setAlarm(builder, ABSENCE);
		publishChanges(state);
	});
}

function askDevices(state) {
	readDevices(devices => {
		state.devices = reportDevices(devices ?? [], state.settings.macs);
		publishChanges(state);
	});
}

function bridge(settings, uuid) {
	const state = newState(settings, isUuid(uuid) ? uuid : null);
	const model = state.model;
	startTimers(state);

	const settler = newAlarm(() => {
		state.settled = true;
		publishChanges(state);
	});
	builder.ring = () => askNetworks(state);
	const refresh = () => setAlarm(builder, BUILDING);

	listen('luci.wps', event => {
		if (event.session) sessionChanged(state, event.type, event.session);
		if (index(SWITCHED, event.type) >= 0) refresh();
		if (index(MOVED, event.type) >= 0) askDevices(state);
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
				const network = networkNamed(model, request.args.network ?? '');
				if (network === null) return { id: null };
				network.open = true;
				perform(state, press(model, network, `${model.name}.${request.args.session}`, now().monotonic));
				return { id: network.window?.ids?.[0] ?? null };
			}
		}
	});

	const discovery = settings.discovery;
	const devices = discovery === null ? [] : [routerDevice(model, settings), houseDevice(model, settings)];
	const ends = {
		topics: () => map(devices, one => discoveryTopic(discovery ?? '', one.device)),
		will: () => lastWill(model),
		report: seq => sprintf('%J', { ...writeReport(model, state.devices, now().monotonic), seq }),
		isOpen: () => length(filter(values(model.networks), one => one.open)) > 0,
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
			publishChanges(state);
		},
		now: () => now().monotonic
	};
	keepPicture(picture(state));
	readNetworks(networks => {
		const before = lastReport();
		const report = before === null ? null : readReport(before.text);

		if (networks === null) setAlarm(builder, ABSENCE);
		else learnNetworks(model, networks);
		if (before !== null && report !== null) recover(model, report.networks, before.at);
		connect(settings, ends);
		publishChanges(state);
	});
	askDevices(state);
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

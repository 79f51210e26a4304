import * as uloop from 'uloop';
import type { HouseProblem } from '../contract/house';
import { guarded } from '../router/bus';
import { newAlarm, setAlarm, stopAlarm } from './alarm';
import { connectionsOf, endClient, endOrphans, isInstalled, ROLES, startClient } from './clients';
import { feed, readLine, type Message, type Reader } from './lines';
import { publisherOptions, subscriberOptions } from './options';
import { pauseAfter } from './pause';
import { closePipes, openPipes, readAll, write } from './pipes';
import { makePlace } from './place';
import { dropPosts } from './posts';
import type { Settings } from './settings';

/*
 * The way to the broker and back. Neither of mosquitto's clients tells when it is connected, or is no more. What this router
 * says of itself comes back to it, since it listens to that topic, too: only that proves both ways.
 */

/** How long what we said may take to come back, milliseconds: when it is the first, and later. */
const FIRST_ECHO = 10000;
const ECHO = 5000;

/** What the broker has kept comes at once when we begin to listen, milliseconds. So long after the last of it, it is another beginning. */
const BEGINNING = 2000;

/** How often we look at most whether the connections are still the same, milliseconds. */
const LOOK = 1000;

/** What the bridge does with it. */
export interface Ends {
	/** Topics to listen to besides. */
	topics(): string[];
	/** What the broker says when it loses us. */
	will(): string;
	/** What we say of ourselves, with this number. */
	document(seq: number): string;
	/** A window is open: the broker is wanted soon. */
	isOpen(): boolean;
	heard(message: Message): void;
	/** The broker begins anew to say what it has kept. */
	begins(): void;
	/** Connected, or not any more. */
	changed(): void;
	now(): number;
}

let settings: Settings;
let ends: Ends;
let reader: Reader = { rest: '', skipping: false };
let handle: uloop.Handle | null = null;

const starter = newAlarm(() => null);
const patience = newAlarm(() => null);
const looker = newAlarm(() => null);

/** The children of another start have no say. */
let round = 0;
let running = false;
let connected = false;
let problem: HouseProblem | null = null;
let failures = 0;
let seq = 0;
/** The number that has not come back yet. */
let missing: number | null = null;
/** There is more to say. */
let dirty = false;
let connections = '';
/** When we last looked at that, milliseconds since boot. */
let looked = 0;
/** When we began to listen, or last heard what the broker had kept, milliseconds since boot. */
let began = 0;

export function isConnected(): boolean {
	return connected;
}

export function problemOfLink(): HouseProblem | null {
	return problem;
}

/** All is over until the next try. */
function lose(why: HouseProblem): void {
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
	for (const role of ROLES) endClient(role);
	closePipes();
	setAlarm(starter, pauseAfter(failures, ends.isOpen()));
	ends.changed();
}

/** Says how this router is; what changes until that has come back is said afterwards, all at once. */
export function publish(): void {
	dirty = true;
	if (!running || missing !== null) return;

	dirty = false;
	seq++;
	missing = seq;
	write(ends.document(seq));
	setAlarm(patience, connected ? ECHO : FIRST_ECHO);
}

/** What we said has come back. */
export function echoed(number: number): void {
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

/**
 * Whether the children still have the connections on which the last message came back; if not, the broker may have forgotten
 * it. As often as they tell the broker that they live, and when anybody says something.
 */
function look(at: number): void {
	if (!connected) return;
	looked = at;
	if (connectionsOf(['sub', 'pub']) !== connections) publish();
	setAlarm(looker, settings.keepalive * 1000);
	// What holds itself in a circle, as callbacks do, a program of its own keeps for ever (ucode main.c, -g).
	gc();
}

/** A message in its turn. */
function pass(message: Message): void {
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

function collect(): void {
	for (const line of feed(reader, readAll())) {
		const message = readLine(line);
		if (message !== null) guarded(() => pass(message));
	}
}

/** A child has ended by itself: what it is called when it was refused (mosquitto's exit codes, CONNACK of MQTT 3.1.1). */
function childEnded(mine: number, code: number): void {
	if (mine !== round) return;
	lose(code === 4 || code === 5 ? 'refused' : 'unreachable');
}

function start(): void {
	round++;
	const mine = round;
	if (!isInstalled()) return lose('package');

	const pipe = openPipes();
	reader = { rest: '', skipping: false };
	handle = pipe === null ? null : uloop.handle(pipe, () => guarded(collect), uloop.ULOOP_READ);
	const ended = (code: number) => childEnded(mine, code);
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

/** The end of the program: ucode frees what listens after what it listens to, and stumbles over that (lib/uloop.c, uc_uloop_cb_free). */
export function disconnect(): void {
	round++;
	handle?.delete?.();
	handle = null;
	for (const role of ROLES) endClient(role);
	closePipes();
}

/** Connects, and stays so. */
export function connect(to: Settings, what: Ends): void {
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

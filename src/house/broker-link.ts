import * as uloop from 'uloop';
import type { HouseProblem } from '../contract/house';
import { guarded } from '../router/bus';
import { newAlarm, setAlarm } from './alarm';
import { publisherOptions, subscriberOptions } from './client-options';
import { closePipes, openPipes, readAll, write } from './client-pipes';
import { lookAgain, rememberConnections, stopWatching, watchConnections } from './connection-watch';
import { feed, type Message, type Reader, readLine } from './message-lines';
import { endClient, endOrphans, isInstalled, ROLES, startClient } from './mosquitto-clients';
import { beginEchoes, endEchoes, isEcho, sayReport, sayRest } from './report-echo';
import { pauseAfter } from './retry-pause';
import { makeFolders } from './runtime-folder';
import type { Settings } from './settings';
import { dropSingles } from './single-messages';

/*
 * The way to the broker and back. Neither of mosquitto's clients tells when it is connected, or is no more: see report-echo.ts.
 */

/** What the broker has kept comes at once when we begin to listen, milliseconds. So long after the last of it, it is another beginning. */
const BEGINNING = 2000;

/** What the bridge does with it. */
export interface Ends {
	/** Topics to listen to besides. */
	topics(): string[];
	/** What the broker says when it loses us. */
	will(): string;
	/** What we say of ourselves, with this number. */
	report(seq: number): string;
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

/** The children of another start have no say. */
let round = 0;
let connected = false;
let problem: HouseProblem | null = null;
let failures = 0;
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
	connected = false;
	problem = why;
	failures++;

	endEchoes();
	stopWatching();
	handle?.delete?.();
	handle = null;
	dropSingles();
	for (const role of ROLES) endClient(role);
	closePipes();
	setAlarm(starter, pauseAfter(failures, ends.isOpen()));
	ends.changed();
}

/** What we said has come back. */
export function echoed(number: number): void {
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

/** A message in its turn. */
function pass(message: Message): void {
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

	began = ends.now();
	ends.begins();
	beginEchoes(
		seq => write(ends.report(seq)),
		// Nothing comes back although the broker took us: it does not let us say how we are.
		() => lose(connected ? 'unreachable' : 'refused')
	);
	sayReport();
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
	makeFolders(ROLES);
	endOrphans();
	starter.ring = start;
	setAlarm(starter, 1);
}

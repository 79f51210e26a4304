import * as uloop from 'uloop';
import { HISTORY_LIMIT, OVERLAP_TIME } from '../contract/limits';
import type { Bss } from '../contract/bss';
import type { Moment, Observation, Registrar } from '../contract/observation';
import type { Method, Session } from '../contract/session';
import { matches, type Target } from '../core/target';
import { cancelWindow, isFollowed, named, needsLog, observe, openWindow, toSession, type Window } from '../core/window';
import { ask, guarded, send, type Call } from '../router/bus';
import { hostapdCall, readObservation, toldSince } from '../router/hostapd';
import { identify } from '../router/hosts';
import { linesCall, note, readLines, tell } from '../router/journal';
import { now } from '../router/time';
import { freshId, keep, memory } from './memory';

/** How often hostapd is asked while a window is followed, and how long it may take, milliseconds. */
const PACE = 1000;
const PATIENCE = 900;

let follower: uloop.Timer | null = null;

/** How long after it came in a device is looked up: the address follows the key by a few seconds. */
const NAMED_WITHIN = 120;

/** Its device has no address yet, but may still get one. */
function isNameless(window: Window, at: Moment): boolean {
	const peer = window.session.peer;
	return peer !== null && peer.ip === null && at.epoch - (window.session.ended ?? at.epoch) <= NAMED_WITHIN;
}

/** What the router knows of the device, for as long as it knows nothing better. */
function withIdentity(window: Window, at: Moment): Window {
	const peer = window.session.peer;
	if (peer === null || !isNameless(window, at)) return window;

	const found = identify(peer.mac);
	return named(window, found.name, found.ip);
}

function publish(kind: string, window: Window, who: string | null): void {
	const session = toSession(window, now());
	const peer = session.peer;
	const reason = session.reason === null ? '' : ` (${session.reason})`;
	const device = peer === null ? '' : `, device ${peer.name ?? peer.mac}`;
	const by = who === null ? '' : `, by ${who}`;

	note(`WPS on "${session.ssid}" (${session.ifname}): ${kind}${reason}${device}${by}`);
	tell({ type: kind, session });
}

/** Seconds for which hostapd refuses a start on this interface; 0 when it does not. */
export function overlapLeft(ifname: string, at: Moment): number {
	return max(0, int(((memory.overlaps[ifname] ?? 0) - at.monotonic + 999) / 1000));
}

/** The devices that asked stay remembered when the window is cancelled: only time, or a start that worked, ends it (facts 1.3). */
function noteOverlap(ifname: string, seen: Observation, at: Moment): void {
	if (seen.kind !== 'answer') return;

	if (seen.registrar.pbc === 'Overlap') memory.overlaps[ifname] ??= at.monotonic + OVERLAP_TIME * 1000;
	else if (seen.registrar.pbc === 'Active' || overlapLeft(ifname, at) === 0) delete memory.overlaps[ifname];
}

/** Takes one answer of hostapd into account for all that is known of this interface. */
export function takeIn(ifname: string, seen: Observation, at: Moment): void {
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

/** The window that is open now where a caller says; of several the one that opened first. */
export function openOn(target: Target): Window | null {
	return pop(filter(memory.windows, window => window.session.open && matches(target, window.session)));
}

/** Writes down what has changed, and follows what is open, and whom it has let in until he has an address. */
export function settleDown(): void {
	const at = now();
	const wanted = filter(memory.windows, window => isFollowed(window) || isNameless(window, at));

	keep();
	if (length(wanted) > 0 && follower?.remaining?.() === -1) follower.set(PACE);
}

/** Asks hostapd how things are on this interface now. */
export function refresh(ifname: string, deadline: number, done: (at: Moment, seen: Observation) => void): void {
	ask([hostapdCall(ifname, 'wps_status')], deadline, replies => {
		const seen = readObservation(replies[0], null, []);
		const at = now();
		takeIn(ifname, seen, at);
		settleDown();
		done(at, seen);
	});
}

/**
 * An access point went off the air: its window is gone, even if it is back before anybody asks. When it
 * is back, only hostapd can say whether it knows that.
 */
export function accessPointChanged(ifname: string, there: boolean): void {
	if (!there) {
		/** What hostapd goes on saying when it is back is of before. */
		if (exists(memory.overlaps, ifname)) memory.overlaps[ifname] = 0;
		takeIn(ifname, { kind: 'gone' }, now());
		settleDown();
	} else if (memory.stuck[ifname]) refresh(ifname, now().monotonic + PATIENCE, () => null);
}

/** Asks about each followed window, and comes back while there is one. */
function follow(): void {
	const followed = filter(memory.windows, isFollowed);
	const calls: Call[] = [];
	for (const window of followed)
		for (const method of ['wps_status', 'get_clients']) push(calls, hostapdCall(window.session.ifname, method));
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

/** A window that this handler has just opened, or has found. */
export function opened(
	network: Bss,
	method: Method,
	origin: Session['origin'],
	before: Registrar,
	logged: number | null,
	who: string | null
): Session {
	const at = now();
	const window = openWindow(freshId(at.epoch), network, method, origin, before, logged, at);

	// The oldest that nobody waits for make room.
	memory.windows = filter([window, ...memory.windows], (one, i) => i < HISTORY_LIMIT || isFollowed(one));
	publish('started', window, who);
	settleDown();
	return toSession(window, at);
}

/** Notices a window that somebody else opened: the router's button, another tool. */
export function recognise(network: Bss, seen: Observation): void {
	const ifname = network.ifname ?? '';
	if (seen.kind !== 'answer' || seen.registrar.pbc !== 'Active') return;

	if (!memory.stuck[ifname] && openOn({ ifname, section: null }) === null)
		opened(network, 'pbc', 'external', seen.registrar, null, null);
}

/** hostapd refused a start because several devices asked: it will do so for a while. */
export function refusedForOverlap(ifname: string, at: Moment): void {
	memory.overlaps[ifname] = at.monotonic + OVERLAP_TIME * 1000;
	keep();
}

/** This window is being closed by us. */
export function cancelling(closed: Window, who: string): void {
	const session = closed.session;

	note(`WPS on "${session.ssid}" (${session.ifname}): cancel, by ${who}`);
	memory.windows = map(memory.windows, window => (window.session.id === session.id ? cancelWindow(window) : window));
}

/** All sessions as they are now, newest first. */
export function sessionsAt(at: Moment): Session[] {
	return map(memory.windows, window => toSession(window, at));
}

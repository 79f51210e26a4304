import * as uloop from 'uloop';
import { HISTORY_LIMIT, OVERLAP_TIME } from '../contract/limits';
import type { Network } from '../contract/network';
import type { Moment, Observation, Registrar } from '../contract/observation';
import type { Method, Session } from '../contract/session';
import { matches, type Target } from '../core/target';
import {
	cancelWindow,
	isFollowed,
	isOpen,
	observe,
	openWindow,
	toSession,
	type OpenWindow,
	type Window
} from '../core/window';
import { ask, guarded, type Call } from '../router/bus';
import { hostapdCall, readObservation } from '../router/hostapd';
import { identify } from '../router/hosts';
import { note, tell } from '../router/journal';
import { now } from '../router/time';
import { freshId, keep, memory } from './memory';

/** How often hostapd is asked while a window is followed, and how long it may take, milliseconds. */
const PACE = 1000;
const PATIENCE = 900;

let follower: uloop.Timer | null = null;
let following = false;

/** What the router knows of the device, for as long as it knows nothing better. */
function withIdentity(window: Window): Window {
	const peer = window.peer;
	if (peer === null || peer.ip !== null) return window;

	const found = identify(peer.mac);
	return found.ip === null && found.name === null ? window : ({ ...window, peer: { ...peer, ...found } } as Window);
}

function publish(kind: string, window: Window, who: string | null): void {
	const session = toSession(window, now());
	const device = session.peer === null ? '' : `, device ${session.peer.name ?? session.peer.mac}`;
	const reason = session.reason === null ? '' : ` (${session.reason})`;

	note(`WPS on "${session.ssid}" (${session.ifname}): ${kind}${reason}${device}${who === null ? '' : `, by ${who}`}`);
	tell({ type: kind, session });
}

/** Some window is not what was written down last: writing costs more than all else that is done each second. */
let changed = false;

/** Puts the new picture of a window in the place of the old one and tells what has changed. */
function replaceWindow(before: Window, after: Window): void {
	changed ||= `${after}` !== `${before}`;
	memory.windows = map(memory.windows, window => (window.id === before.id ? after : window));
	if (after.state !== before.state && after.state !== 'waiting') publish(after.state, after, null);
}

/** The oldest that nobody waits for make room. */
function trimHistory(): void {
	while (length(memory.windows) > HISTORY_LIMIT) {
		const surplus = filter(memory.windows, window => !isFollowed(window))[0] ?? null;
		if (surplus === null) return;
		memory.windows = filter(memory.windows, window => window.id !== surplus.id);
	}
}

function begin(
	network: Network,
	way: Method,
	origin: Session['origin'],
	before: Registrar,
	at: Moment,
	who: string | null
): OpenWindow {
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

/** The devices that asked stay remembered when the window is cancelled: only time, or a start that worked, ends it (facts 1.3). */
function noteOverlap(ifname: string, seen: Observation, at: Moment): void {
	if (seen.kind !== 'answer') return;

	const until = memory.overlaps[ifname] ?? null;
	if (seen.registrar.pbc === 'Overlap') memory.overlaps[ifname] = until ?? at.monotonic + OVERLAP_TIME * 1000;
	else if (until !== null && (seen.registrar.pbc === 'Active' || until <= at.monotonic))
		delete memory.overlaps[ifname];
}

/** Takes one answer of hostapd into account for all that is known of this interface. */
export function takeIn(ifname: string, seen: Observation, at: Moment): void {
	noteOverlap(ifname, seen, at);
	const active = seen.kind !== 'answer' || seen.registrar.pbc === 'Active';
	if (!active) delete memory.stuck[ifname];

	for (const window of memory.windows) {
		if (window.ifname !== ifname || !isFollowed(window)) continue;

		const after = observe(window, seen, at);
		if (after.state === 'lost' && active) memory.stuck[ifname] = true;
		replaceWindow(window, withIdentity(after));
	}
}

/**
 * An access point went off the air: its window is gone, even if it is back before anybody asks. When it
 * is back, only hostapd can say whether it knows that.
 */
export function accessPointChanged(ifname: string, there: boolean): void {
	const take = (seen: Observation) => {
		takeIn(ifname, seen, now());
		keep();
	};

	if (!there) take({ kind: 'gone' });
	else if (memory.stuck[ifname])
		ask([hostapdCall(ifname, 'wps_status')], now().monotonic + PATIENCE, replies =>
			take(readObservation(replies[0], null))
		);
}

/** The window that is open now, on this interface or on any. */
export function openOn(ifname: string | null): OpenWindow | null {
	for (const window of memory.windows)
		if (isOpen(window) && (ifname === null || window.ifname === ifname)) return window;
	return null;
}

/** The open window of what a caller named; without a name, wherever it is. */
export function openMatching(target: Target): OpenWindow | null {
	for (const window of memory.windows) if (isOpen(window) && matches(target, window)) return window;
	return null;
}

/** Notices a window that somebody else opened: the router's button, another tool. */
export function recognise(network: Network, seen: Observation, at: Moment): void {
	const ifname = network.ifname;
	if (ifname === null || seen.kind !== 'answer' || seen.registrar.pbc !== 'Active') return;
	if (memory.stuck[ifname] || openOn(ifname) !== null) return;

	begin(network, 'pbc', 'external', seen.registrar, at, null);
}

function followedInterfaces(): string[] {
	const found: { [ifname: string]: boolean } = {};
	for (const window of memory.windows) if (isFollowed(window)) found[window.ifname] = true;
	return keys(found);
}

/** Asks about each followed window once, and comes back while there is one. */
function follow(): void {
	const ifnames = followedInterfaces();
	const calls: Call[] = [];
	for (const ifname of ifnames) push(calls, hostapdCall(ifname, 'wps_status'), hostapdCall(ifname, 'get_clients'));

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

/** Writes down what a request has changed, and follows what it has opened. */
export function settleDown(): void {
	keep();
	if (following || length(followedInterfaces()) === 0) return;

	following = true;
	follower?.set(PACE);
}

/** A window that this handler has just opened. */
export function opened(network: Network, way: Method, before: Registrar, at: Moment, who: string): Session {
	const window = begin(network, way, 'luci.wps', before, at, who);
	settleDown();
	return toSession(window, at);
}

/** hostapd refused a start because several devices asked: it will do so for a while. */
export function refusedForOverlap(ifname: string, at: Moment): void {
	memory.overlaps[ifname] = at.monotonic + OVERLAP_TIME * 1000;
	keep();
}

/** This window is being closed by us. */
export function cancelling(window: OpenWindow, who: string): void {
	note(`WPS on "${window.ssid}" (${window.ifname}): cancel, by ${who}`);
	replaceWindow(window, cancelWindow(window));
}

/** The session with this id as it is now. */
export function sessionOf(id: string, at: Moment): Session | null {
	for (const window of memory.windows) if (window.id === id) return toSession(window, at);
	return null;
}

/** The newest session of an access point: open, or the last one since boot. */
export function latestSession(section: string, ifname: string | null, at: Moment): Session | null {
	const own = filter(
		memory.windows,
		window => window.section === section && (ifname === null || window.ifname === ifname)
	);
	const last = pop(own);

	return last === null ? null : toSession(last, at);
}

/** Newest first. */
export function recentSessions(limit: number, at: Moment): Session[] {
	const sessions: Session[] = [];
	for (const window of memory.windows) unshift(sessions, toSession(window, at));
	return slice(sessions, 0, limit);
}

/** Seconds for which hostapd refuses a start on this interface; 0 when it does not. */
export function overlapLeft(ifname: string | null, at: Moment): number {
	const end = ifname === null ? 0 : (memory.overlaps[ifname] ?? 0);
	return max(0, int((end - at.monotonic + 999) / 1000));
}

/** Names and addresses that the router has learned since. */
export function refreshIdentities(): void {
	memory.windows = map(memory.windows, window =>
		window.state === 'success' || window.state === 'joined' ? withIdentity(window) : window
	);
}

/** Seconds until the open window ends by itself; null when that is not known. */
export function windowLeft(at: Moment): number | null {
	const window = openOn(null);
	return window === null ? null : toSession(window, at).remaining;
}

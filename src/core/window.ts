import { JOIN_GRACE, WALK_TIME } from '../contract/limits';
import type { Client, Clients, Moment, Observation, Registrar } from '../contract/observation';
import type { Method, Peer, Reason, Session } from '../contract/session';

/** A window still Active this long after it opened was restarted by somebody else, or hostapd forgot to end it (facts 1.2). */
const STALE = (WALK_TIME + 5) * 1000;

/** hostapd's timer and ours do not tick together: ended later than this, the walk time ran out (facts §12.4). */
const RAN_OUT = (WALK_TIME - 2) * 1000;

interface Identity {
	id: string;
	ifname: string;
	section: string;
	ssid: string;
	method: Method;
	origin: 'luci.wps' | 'external';
	/** wps_independent: no other network of the daemon can close this window. */
	independent: boolean;
	/** Seconds since the epoch; null when the start was not seen. */
	started: number | null;
	/** Milliseconds since boot at which it opened, or was first seen. */
	since: number;
	/** The last answer taken into account: hostapd never clears old results, so only a change counts (facts 1.2). */
	last: Registrar;
	attempts_failed: number;
}

interface Waiting {
	state: 'waiting';
	cancelling: boolean;
	peer: null;
}

interface Connecting {
	state: 'connecting';
	cancelling: boolean;
	peer: Peer;
}

interface Settling {
	state: 'success';
	ended: number;
	peer: Peer;
	/** Milliseconds since boot until which the device may come back; null once that is decided. */
	until: number | null;
	reason: Reason | null;
}

interface Joined {
	state: 'joined';
	ended: number;
	peer: Peer;
	reason: null;
}

interface Closed {
	state: 'timeout' | 'overlap' | 'cancelled' | 'failed' | 'lost';
	ended: number;
	peer: null;
	reason: Reason | null;
}

type Phase = Waiting | Connecting | Settling | Joined | Closed;

/** A WPS window and what became of it. */
export type Window = Identity & Phase;
export type OpenWindow = Identity & (Waiting | Connecting);

/** What is known of a window when it begins. */
export interface Opening {
	id: string;
	ifname: string;
	section: string;
	ssid: string;
	method: Method;
	origin: 'luci.wps' | 'external';
	independent: boolean;
}

/**
 * A window that has just opened (`luci.wps`) or was found open (`external`).
 * @param before  what wps_status said just before the start, or when it was found
 */
export function openWindow(opening: Opening, before: Registrar, at: Moment): OpenWindow {
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

/** Waiting or connecting: a device can still come in. */
export function isOpen(window: Window): window is OpenWindow {
	return window.state === 'waiting' || window.state === 'connecting';
}

/** Open, or over but with the device still expected back: worth asking hostapd about. */
export function isFollowed(window: Window): boolean {
	return isOpen(window) || (window.state === 'success' && window.until !== null);
}

/** The same window, closed by us: hostapd will say `Timed-out`, as if the walk time were over (facts 1.3). */
export function cancelWindow(window: OpenWindow): OpenWindow {
	return { ...window, cancelling: true };
}

function close(window: OpenWindow, state: Closed['state'], reason: Reason | null, at: Moment): Window {
	return { ...window, state, reason, ended: at.epoch, peer: null };
}

function deviceOf(mac: string, client: Client | null): Peer {
	return {
		mac,
		name: null,
		ip: null,
		signal: client?.signal ?? null,
		authorized: client !== null && client.authorized && !client.wps
	};
}

function succeed(window: OpenWindow, mac: string, at: Moment): Window {
	return {
		...window,
		state: 'success',
		reason: null,
		ended: at.epoch,
		until: at.monotonic + JOIN_GRACE * 1000,
		peer: deviceOf(mac, null)
	};
}

/** The device in the middle of its WPS association, if any. */
function associating(clients: Clients | null): Peer | null {
	for (const mac of keys(clients ?? {})) {
		const client = clients?.[mac] ?? null;
		if (client?.wps) return deviceOf(mac, client);
	}
	return null;
}

/** Still open: somebody associates, or nobody does. Without a list of clients nothing changes. */
function stayOpen(window: OpenWindow, clients: Clients | null): OpenWindow {
	if (clients === null) return window;

	const peer = associating(clients);
	return peer ? { ...window, state: 'connecting', peer } : { ...window, state: 'waiting', peer: null };
}

/** A PIN leaves no trace in pbc_status: only a new result or the clock ends it (facts 2.1). */
function followPin(window: OpenWindow, clients: Clients | null, failed: boolean, at: Moment): Window {
	if (failed) return close(window, 'failed', window.last.reason ?? 'unknown', at);
	if (window.cancelling) return close(window, 'cancelled', null, at);
	if (at.monotonic - window.since >= WALK_TIME * 1000) return close(window, 'timeout', null, at);

	return stayOpen(window, clients);
}

/** Timed-out: the walk time is over, or somebody cancelled; hostapd says the same of both. */
function ranOut(window: OpenWindow, at: Moment): Window {
	if (window.cancelling) return close(window, 'cancelled', null, at);
	if (at.monotonic - window.since >= RAN_OUT) return close(window, 'timeout', null, at);
	if (window.started === null) return close(window, 'timeout', 'start_not_seen', at);

	return close(window, 'cancelled', 'elsewhere', at);
}

/** Disabled, and no new success: whoever closed it, it was not a device on this network. */
function closedWithoutProof(window: OpenWindow, at: Moment): Window {
	const last = window.last;

	if (last.result === 'Success' && last.peer !== null && window.independent) return succeed(window, last.peer, at);
	if (!window.independent) return close(window, 'lost', 'sibling', at);
	// A failure from before the window is not this one's.
	if (window.attempts_failed > 0) return close(window, 'failed', last.reason ?? 'unknown', at);

	return close(window, 'lost', 'daemon_restarted', at);
}

/** Still Active: within its time that is as it should be. */
function stillActive(window: OpenWindow, clients: Clients | null, at: Moment): Window {
	if (at.monotonic - window.since <= STALE) return stayOpen(window, clients);
	if (window.cancelling) return close(window, 'cancelled', null, at);

	return window.started === null ? close(window, 'lost', 'stale', at) : close(window, 'timeout', 'elsewhere', at);
}

function followOpen(window: OpenWindow, seen: Observation, at: Moment): Window {
	if (seen.kind === 'gone') return close(window, 'lost', 'access_point_gone', at);
	if (seen.kind === 'no_wps') return close(window, 'lost', 'daemon_restarted', at);
	if (seen.kind === 'silent' || seen.registrar.pbc === 'Unknown' || seen.registrar.result === 'Unknown')
		return at.monotonic - window.since > STALE ? close(window, 'lost', 'no_answer', at) : window;

	const registrar = seen.registrar;
	const clients = seen.clients;
	const last = window.last;
	const news = registrar.result !== last.result || registrar.peer !== last.peer || registrar.reason !== last.reason;
	const failed = news && registrar.result === 'Failed';
	const told = { ...window, last: registrar, attempts_failed: window.attempts_failed + (failed ? 1 : 0) };

	// Only a new process has forgotten (facts 1.2).
	if (news && registrar.result === 'None') return close(told, 'lost', 'daemon_restarted', at);
	if (news && registrar.result === 'Success' && registrar.peer !== null) return succeed(told, registrar.peer, at);
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

/** The keys are handed over: does the device come back with them? */
function settle(window: Identity & Settling, until: number, seen: Observation, at: Moment): Window {
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

/**
 * The state machine: a window, what hostapd says now, and the time decide what the window is.
 * Rules and sources: facts 2.1 and §12. A success is never taken from an answer that was
 * there before the window opened.
 */
export function observe(window: Window, seen: Observation, at: Moment): Window {
	if (isOpen(window)) return followOpen(window, seen, at);
	if (window.state === 'success' && window.until !== null) return settle(window, window.until, seen, at);

	return window;
}

/** The window as the contract shows it. */
export function toSession(window: Window, at: Moment): Session {
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

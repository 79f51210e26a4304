import { JOIN_GRACE, WALK_TIME } from '../contract/limits';
import type { Bss } from '../contract/bss';
import type { Client, Clients, Moment, Observation, PbcStatus, Registrar } from '../contract/observation';
import type { Method, Peer, Phase, Reason, Session } from '../contract/session';

/** A window still Active this long after it opened was restarted by somebody else, or hostapd forgot to end it (facts 1.2). */
const STALE = (WALK_TIME + 5) * 1000;

/** hostapd's timer and ours do not tick together: ended later than this, the walk time ran out (facts §12.4). */
const RAN_OUT = (WALK_TIME - 2) * 1000;

/** A WPS window and what became of it. */
export interface Window {
	/** As the contract shows it, but for the time that remains. */
	session: Session;
	/** wps_independent: no other network of the daemon can close this window. */
	independent: boolean;
	/** Milliseconds since boot at which it opened, or was first seen. */
	since: number;
	/** The last answer taken into account: hostapd never clears old results, so only a change counts (facts 1.2). */
	last: Registrar;
	/** The last line of the system log before it opened; null: not known. */
	logged: number | null;
	/** We have told hostapd to close it. */
	cancelling: boolean;
	/** Milliseconds since boot until which the device that got the keys may come back; null: nobody is waited for. */
	until: number | null;
}

/** How a window ends without a device, and why. */
type Ending = [state: Extract<Phase, { peer: null; open: false }>['state'], reason: Reason | null];

const CANCELLED: Ending = ['cancelled', null];

/**
 * A window that has just opened (`luci.wps`) or was found open (`external`).
 * @param before  what wps_status said just before the start, or when it was found
 * @param logged  the last line of the system log before the start, where it was read
 */
export function openWindow(
	id: string,
	network: Bss,
	method: Method,
	origin: Session['origin'],
	before: Registrar,
	logged: number | null,
	at: Moment
): Window {
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

/** The same result of the same device once more would look like the last one: only the log can tell. */
export function needsLog(window: Window): boolean {
	return window.session.open && window.logged !== null && window.last.result !== 'None';
}

/** Open, or over but with the device still expected back: worth asking hostapd about. */
export function isFollowed(window: Window): boolean {
	return window.session.open || window.until !== null;
}

/** The same window, closed by us: hostapd will say `Timed-out`, as if the walk time were over (facts 1.3). */
export function cancelWindow(window: Window): Window {
	return { ...window, cancelling: true };
}

/** The same window in another phase. */
function enter(window: Window, phase: Phase): Window {
	return { ...window, session: { ...window.session, ...phase } };
}

function close(window: Window, ending: Ending, at: Moment): Window {
	return enter(window, { state: ending[0], reason: ending[1], open: false, ended: at.epoch, peer: null });
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

function succeed(window: Window, mac: string, at: Moment): Window {
	const waiting = { ...window, until: at.monotonic + JOIN_GRACE * 1000 };

	return enter(waiting, { state: 'success', reason: null, open: false, ended: at.epoch, peer: deviceOf(mac, null) });
}

/** Still open: a device is in the middle of its WPS association, or none is. Without a list of clients nothing changes. */
function stayOpen(window: Window, clients: Clients | null): Window {
	if (clients === null) return window;

	const mac = filter(keys(clients), one => clients[one]?.wps === true)[0] ?? null;
	const waiting: Phase = { state: 'waiting', reason: null, open: true, ended: null, peer: null };
	if (mac !== null) return enter(window, { ...waiting, state: 'connecting', peer: deviceOf(mac, clients[mac]) });

	return window.session.state === 'waiting' ? window : enter(window, waiting);
}

/** A PIN leaves no trace in pbc_status: only a new result or the clock ends it (facts 2.1). */
function pinEnding(window: Window, failed: boolean, age: number): Ending | null {
	// The device notices a wrong PIN first: hostapd has no reason to give (facts 1.2).
	if (failed) return ['failed', window.last.reason ?? 'authentication_failure'];
	if (window.cancelling) return CANCELLED;

	return age >= WALK_TIME * 1000 ? ['timeout', null] : null;
}

/** Timed-out: the walk time is over, or somebody cancelled; hostapd says the same of both. */
function ranOut(window: Window, age: number): Ending {
	if (window.cancelling) return CANCELLED;
	if (age >= RAN_OUT) return ['timeout', null];

	return window.session.started === null ? ['timeout', 'start_not_seen'] : ['cancelled', 'elsewhere'];
}

/** Disabled, and no success: whoever closed it, it was not a device on this network. */
function closedWithoutProof(window: Window): Ending {
	if (!window.independent) return ['lost', 'sibling'];
	// A failure from before the window is not this one's.
	if (window.session.attempts_failed > 0) return ['failed', window.last.reason ?? 'unknown'];

	return ['lost', 'daemon_restarted'];
}

/** Still Active: within its time that is as it should be. */
function stillActive(window: Window, age: number): Ending | null {
	if (age <= STALE) return null;
	if (window.cancelling) return CANCELLED;

	return window.session.started === null ? ['lost', 'stale'] : ['timeout', 'elsewhere'];
}

/** How a window with this answer ends; null: not yet. */
function endingOf(window: Window, pbc: PbcStatus, failed: boolean, age: number): Ending | null {
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

/** hostapd's line about this result is in the log (wps_hostapd.c, hostapd_wps_reg_success_cb and hostapd_wps_event_fail). */
function isTold(now: Registrar, told: string[]): boolean {
	const start = now.result === 'Success' ? `WPS-REG-SUCCESS ${now.peer} ` : 'WPS-FAIL ';
	return now.result !== 'None' && length(filter(told, line => index(line, start) === 0)) > 0;
}

function followOpen(window: Window, seen: Observation, at: Moment): Window {
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

/** The keys are handed over: does the device come back with them? */
function settle(window: Window, until: number, seen: Observation, at: Moment): Window {
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

/**
 * The state machine: a window, what hostapd says now, and the time decide what the window is.
 * Rules and sources: facts 2.1 and §12. A success is never taken from an answer that was
 * there before the window opened.
 */
export function observe(window: Window, seen: Observation, at: Moment): Window {
	if (window.session.open) return followOpen(window, seen, at);

	return window.until === null ? window : settle(window, window.until, seen, at);
}

/** The same window, with what the router knows of its device. */
export function named(window: Window, name: string | null, ip: string | null): Window {
	const session = window.session;
	return session.peer === null ? window : enter(window, { ...session, peer: { ...session.peer, name, ip } });
}

/** The window as the contract shows it. */
export function toSession(window: Window, at: Moment): Session {
	const session = window.session;
	const left = session.open ? max(0, WALK_TIME - int((at.monotonic - window.since) / 1000)) : 0;

	return { ...session, remaining: session.started === null ? null : left };
}

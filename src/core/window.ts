import { JOIN_GRACE, WALK_TIME } from '../contract/limits';
import type { Client, Moment, Observation, PbcStatus, Registrar } from '../contract/observation';
import type { Method, Origin, Peer, Phase, Reason, Session } from '../contract/session';

/** A window still Active this long after it opened was restarted by somebody else, or hostapd forgot to end it. */
const STALE = (WALK_TIME + 5) * 1000;

/** hostapd's timer and ours do not tick together: ended later than this, the walk time ran out. */
const RAN_OUT = (WALK_TIME - 2) * 1000;

/** How a window ends without a device, and why. */
type Ending = [state: Extract<Phase, { peer: null; open: false }>['state'], reason: Reason | null];

/** One access point of the network on which a window is open. */
export interface Part {
	ifname: string;
	section: string;
	/** wps_independent: no other access point of the daemon can close it. */
	independent: boolean;
	/** The last answer taken into account: hostapd never clears old results, so only a change counts (wps_hostapd.c, struct wps_stat). */
	last: Registrar;
	/** How it ended here, while other access points may go on; null: it listens. */
	ending: Ending | null;
}

/** A WPS window, on one or several access points of a network, and what became of it. */
export interface Window {
	/** As the contract shows it, but for the time that remains. */
	session: Session;
	parts: Part[];
	/** Interfaces of the network on which the device may come back: it may pair on one band and return on another. */
	homes: { ifname: string; section: string }[];
	/** No other network of the daemon can close it. */
	exclusive: boolean;
	/** Milliseconds since boot at which it opened, or was first seen. */
	since: number;
	/** The last line of the system log before it opened; null: not known. */
	logged: number | null;
	/** How it ends once hostapd says that it is over, since we have told it to close it; null: we have not. */
	cancelling: Ending | null;
	/** Milliseconds since boot until which the device that got the keys may come back; null: nobody is waited for. */
	until: number | null;
}

/** What was seen of the access points that were asked, by interface. */
export type Round = { [ifname: string]: Observation | null };

/** What a window starts from. */
export interface Opening {
	id: string;
	network: string;
	method: Method;
	origin: Origin;
	by: string | null;
	/** Where it listens; `last` is what wps_status said just before, or when it was found. */
	parts: Part[];
	homes: Window['homes'];
	exclusive: boolean;
}

function namesOf(parts: Part[]): string[] {
	return map(parts, part => part.ifname);
}

/** A window that has just opened, or was found open (`external`: its start is not known). */
export function openWindow(opening: Opening, at: Moment): Window {
	return {
		session: {
			id: opening.id,
			network: opening.network,
			ifnames: namesOf(opening.parts),
			ifname: null,
			section: null,
			method: opening.method,
			origin: opening.origin,
			by: opening.by,
			state: 'waiting',
			open: true,
			started: opening.origin === 'external' ? null : at.epoch,
			ended: null,
			duration: WALK_TIME,
			remaining: null,
			attempts_failed: 0,
			reason: null,
			peer: null
		},
		parts: opening.parts,
		homes: opening.homes,
		exclusive: opening.exclusive,
		since: at.monotonic,
		logged: null,
		cancelling: null,
		until: null
	};
}

/** The access points that still listen. */
export function listening(window: Window): Part[] {
	return window.session.open ? filter(window.parts, part => part.ending === null) : [];
}

/**
 * The same result of the same device once more only the log can tell: a failure leaves the window open, and that this access
 * point has closed proves nothing where a PIN or a sibling closes it.
 */
function isAmbiguous(window: Window, part: Part): boolean {
	return window.session.method === 'pin' || !part.independent || part.last.result === 'Failed';
}

/** Worth reading the log for. */
export function needsLog(window: Window): boolean {
	const unclear = filter(listening(window), part => isAmbiguous(window, part) && part.last.result !== 'None');
	return length(unclear) > 0;
}

/** Open, or over but with the device still expected back: worth asking hostapd about. */
export function isFollowed(window: Window): boolean {
	return window.session.open || window.until !== null;
}

/**
 * Milliseconds since boot until which nothing becomes of it as long as hostapd answers as it did; 0: something may. While it
 * waits for the first device, only an answer or the end of its walk time moves it on (see `turnOf`, `endingOf`).
 */
export function steadyUntil(window: Window): number {
	const waits = window.session.state === 'waiting' && window.cancelling === null;

	return waits ? window.since + WALK_TIME * 1000 : 0;
}

/**
 * The same window, closed by us: hostapd will say `Timed-out`, as if the walk time were over.
 * @param reason  `house`: another router has taken the device; null: somebody wanted it
 */
export function cancelWindow(window: Window, reason: 'house' | null): Window {
	// wps_registrar_wps_cancel tells the device nothing.
	const trying = window.session.state === 'connecting' ? 'still_trying' : null;
	return { ...window, cancelling: ['cancelled', reason ?? trying] };
}

/** The same window in another phase. */
function enter(window: Window, phase: Phase): Window {
	return { ...window, session: { ...window.session, ...phase } };
}

/** Over, without a device. The access points that listened to the end stay named. */
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

/** The same window with its device at this access point. */
function located(window: Window, place: { ifname: string; section: string } | null): Window {
	const session = window.session;
	const ifname = place?.ifname ?? null;
	if (session.ifname === ifname) return window;

	return { ...window, session: { ...session, ifname, section: place?.section ?? null } };
}

function succeed(window: Window, part: Part, mac: string, at: Moment): Window {
	const waiting = { ...located(window, part), until: at.monotonic + JOIN_GRACE * 1000 };

	return enter(waiting, { state: 'success', reason: null, open: false, ended: at.epoch, peer: deviceOf(mac, null) });
}

/** The device that is in the middle of its WPS association here, or null. */
function associating(seen: Observation | null): string | null {
	const clients = seen?.kind === 'answer' ? seen.clients : null;

	return filter(keys(clients ?? {}), mac => clients?.[mac]?.wps === true)[0] ?? null;
}

/** Still open: a device is in the middle of its WPS association, or none is. Without a list of clients nothing changes. */
function stayOpen(window: Window, round: Round): Window {
	const parts = listening(window);
	const asked = filter(parts, part => {
		const seen = round[part.ifname] ?? null;
		return seen?.kind === 'answer' && seen.clients !== null;
	});
	const busy = filter(asked, part => associating(round[part.ifname] ?? null) !== null)[0] ?? null;
	const waiting: Phase = { state: 'waiting', reason: null, open: true, ended: null, peer: null };

	if (busy !== null) {
		const seen = round[busy.ifname] ?? null;
		const mac = associating(seen) ?? '';
		const client = seen?.kind === 'answer' ? (seen.clients?.[mac] ?? null) : null;
		const known = window.session.peer?.mac === mac && window.session.peer?.signal === client?.signal;

		if (known && window.session.ifname === busy.ifname) return window;
		return enter(located(window, busy), { ...waiting, state: 'connecting', peer: deviceOf(mac, client) });
	}
	if (window.session.state === 'waiting' || length(asked) < length(parts)) return window;

	return enter(located(window, null), waiting);
}

/** A PIN leaves no trace in pbc_status: only a new result or the clock ends it (wps_hostapd.c). */
function pinEnding(window: Window, last: Registrar, failed: boolean, age: number): Ending | null {
	// The device notices a wrong PIN first: hostapd has no reason to give.
	if (failed) return ['failed', last.reason ?? 'authentication_failure'];
	if (window.cancelling !== null) return window.cancelling;

	return age >= WALK_TIME * 1000 ? ['timeout', null] : null;
}

/** Timed-out: the walk time is over, or somebody cancelled; hostapd says the same of both. */
function ranOut(window: Window, age: number): Ending {
	if (window.cancelling !== null) return window.cancelling;
	if (age >= RAN_OUT) return ['timeout', null];

	return window.session.started === null ? ['timeout', 'start_not_seen'] : ['cancelled', 'elsewhere'];
}

/** Disabled, and no success: whoever closed it, it was not a device on this access point. */
function closedWithoutProof(window: Window, part: Part): Ending {
	if (!part.independent) return ['lost', 'sibling'];
	// A failure from before the window is not this one's.
	if (window.session.attempts_failed > 0) return ['failed', part.last.reason ?? 'unknown'];

	return ['lost', 'daemon_restarted'];
}

/** Still Active: within its time that is as it should be. */
function stillActive(window: Window, age: number): Ending | null {
	if (age <= STALE) return null;
	if (window.cancelling !== null) return window.cancelling;

	return window.session.started === null ? ['lost', 'stale'] : ['timeout', 'elsewhere'];
}

/** How a window with this answer ends on this access point; null: not yet. */
function endingOf(window: Window, part: Part, pbc: PbcStatus, failed: boolean, age: number): Ending | null {
	if (window.session.method === 'pin') return pinEnding(window, part.last, failed, age);

	switch (pbc) {
		case 'Active':
			return stillActive(window, age);
		case 'Overlap':
			return ['overlap', 'several_devices'];
		case 'Timed-out':
			return ranOut(window, age);
		default:
			return closedWithoutProof(window, part);
	}
}

/** hostapd's line about this result is in the log (wps_hostapd.c, hostapd_wps_reg_success_cb and hostapd_wps_event_fail). */
function isTold(now: Registrar, told: string[]): boolean {
	const start = now.result === 'Success' ? `WPS-REG-SUCCESS ${now.peer} ` : 'WPS-FAIL ';
	return now.result !== 'None' && length(filter(told, line => index(line, start) === 0)) > 0;
}

/** The device that hostapd wrote of as let in; null: none. */
function admitted(told: string[]): string | null {
	const line = filter(told, one => index(one, 'WPS-REG-SUCCESS ') === 0)[0] ?? null;

	return line === null ? null : (split(line, ' ')[1] ?? null);
}

/** What one access point comes to: as it is now, whom it has let in, and whether it refused somebody. */
interface Turn {
	part: Part;
	mac: string | null;
	failed: boolean;
}

function ended(part: Part, ending: Ending | null): Turn {
	return { part: ending === null ? part : { ...part, ending }, mac: null, failed: false };
}

function turnOf(window: Window, part: Part, seen: Observation, at: Moment): Turn {
	const age = at.monotonic - window.since;

	if (seen.kind === 'gone') {
		// It may have let somebody in just before it went.
		const mac = admitted(seen.told);
		return { ...ended(part, mac === null ? ['lost', 'access_point_gone'] : null), mac };
	}
	if (seen.kind === 'no_wps') return ended(part, ['lost', 'daemon_restarted']);
	// Nobody asked how the window is.
	if (seen.kind === 'answer' && seen.registrar === null) return ended(part, null);

	const now = seen.kind === 'answer' ? seen.registrar : null;
	if (seen.kind === 'silent' || now === null || now.pbc === 'Unknown' || now.result === 'Unknown') {
		// hostapd has said that it cancels; that is enough.
		if (window.cancelling !== null) return ended(part, window.cancelling);
		return ended(part, age > STALE ? ['lost', 'no_answer'] : null);
	}

	const last = part.last;
	const changed = now.result !== last.result || now.peer !== last.peer || now.reason !== last.reason;
	const news = changed || isTold(now, seen.told);
	const failed = news && now.result === 'Failed';
	const told = changed ? { ...part, last: now } : part;

	// Only a new process has forgotten.
	if (news && now.result === 'None') return ended(told, ['lost', 'daemon_restarted']);
	// The same device once more gives the same answer: then only the window closing tells, where no other access point can close it.
	const closed = now.pbc === 'Disabled' && window.session.method === 'pbc' && part.independent;
	if (now.result === 'Success' && now.peer !== null && (news || closed))
		return { part: told, mac: now.peer, failed: false };

	const counted = failed ? { ...window, session: { ...window.session, attempts_failed: 1 } } : window;
	return { ...ended(told, endingOf(counted, told, now.pbc, failed, age)), failed };
}

/** Which ending a network has whose access points ended differently: what a person can act upon goes first. */
const WEIGHT: Ending[0][] = ['overlap', 'failed', 'timeout', 'cancelled', 'lost'];

function heaviest(parts: Part[]): Ending {
	for (const state of WEIGHT) for (const part of parts) if (part.ending?.[0] === state) return part.ending;

	return ['lost', 'no_answer'];
}

/** Whether this ends the window on every access point: two devices asked somewhere, or the PIN is wrong. */
function endsAll(window: Window, ending: Ending | null): boolean {
	return ending?.[0] === 'overlap' || (ending?.[0] === 'failed' && window.session.method === 'pin');
}

/** The same parts, one of them in its new state. */
function withTurn(parts: Part[], before: Part, after: Part): Part[] {
	return before === after ? parts : map(parts, part => (part === before ? after : part));
}

function followOpen(window: Window, round: Round, at: Moment): Window {
	let parts = window.parts;
	let attempts = window.session.attempts_failed;
	let logged = window.logged;
	let winner: Turn | null = null;

	for (const part of listening(window)) {
		const seen = round[part.ifname] ?? null;
		if (seen === null) continue;

		const turn = turnOf(window, part, seen, at);
		parts = withTurn(parts, part, turn.part);
		if (turn.failed) attempts++;
		// The log tells the same once more: it counts from here on.
		if (turn.part.last !== part.last && isAmbiguous(window, turn.part)) logged = null;
		if (turn.mac !== null) winner ??= turn;
	}

	if (parts === window.parts && attempts === window.session.attempts_failed && winner === null)
		return stayOpen(window, round);

	const open = filter(parts, part => part.ending === null);
	const total = filter(parts, part => endsAll(window, part.ending))[0] ?? null;
	const after = { ...window, parts, logged, session: { ...window.session, attempts_failed: attempts } };

	if (winner !== null) return succeed(after, winner.part, winner.mac ?? '', at);
	if (total !== null) return close(after, heaviest([total]), at);
	if (length(open) > 0) {
		after.session.ifnames = namesOf(open);
		return stayOpen(after, round);
	}

	// A device that joins once more leaves the same answer: that all have closed without anybody else being able to is the proof.
	const again = filter(parts, part => part.ending?.[1] === 'sibling' && part.last.result === 'Success')[0] ?? null;
	if (window.exclusive && again !== null) return succeed(after, again, again.last.peer ?? '', at);

	return close(after, heaviest(parts), at);
}

/** The keys are handed over: does the device come back with them, on whichever band? */
function settle(window: Window, until: number, round: Round, at: Moment): Window {
	const session = window.session;
	if (session.state !== 'success') return window;

	const peer = session.peer;
	const settled = { ...window, until: null };
	// A look at the whole router does not ask for the clients: whoever follows the window will, soon.
	let asked = true;

	for (const home of window.homes) {
		const seen = round[home.ifname] ?? null;
		if (seen === null || (seen.kind === 'answer' && seen.clients === null)) asked = false;
		if (seen?.kind !== 'answer') continue;

		const device = deviceOf(peer.mac, seen.clients?.[peer.mac] ?? null);
		if (device.authorized)
			return enter(located(settled, home), {
				state: 'joined',
				open: false,
				ended: session.ended,
				reason: null,
				peer: { ...peer, authorized: true, signal: device.signal }
			});
	}
	if (at.monotonic >= until + (asked ? 0 : STALE - WALK_TIME * 1000))
		return enter(settled, { state: 'success', open: false, ended: session.ended, reason: 'not_connected', peer });

	return window;
}

/** The same window: its device has come with the keys to another router of the house. */
export function arriveElsewhere(window: Window): Window {
	const session = window.session;
	if (session.state !== 'success') return window;

	const peer = { ...session.peer, authorized: true };
	return enter(
		{ ...window, until: null },
		{ state: 'joined', open: false, ended: session.ended, reason: null, peer }
	);
}

/**
 * The state machine: a window, what hostapd says now of the access points that were asked, and the time decide what the
 * window is; the same object when nothing is new. A success is never taken from an answer that was there before the
 * window opened. The first device in ends it on all access points; the others are for the caller to close.
 */
export function observe(window: Window, round: Round, at: Moment): Window {
	if (window.session.open) return followOpen(window, round, at);

	return window.until === null ? window : settle(window, window.until, round, at);
}

/**
 * The access points on which hostapd may still listen though the session is over. After an overlap it does, refuses whoever
 * comes, and so is in the way of a device that another router would take (wps_registrar.c, force_pbc_overlap).
 */
export function leftOpen(before: Window, after: Window): Part[] {
	if (after.session.open || !before.session.open) return [];

	return filter(
		after.parts,
		part => (part.ending === null || part.ending[0] === 'overlap') && part.ifname !== after.session.ifname
	);
}

/** The same window, with what the router knows of its device. */
export function named(window: Window, name: string | null, ip: string | null): Window {
	const session = window.session;
	const peer = session.peer;
	if (peer === null || (peer.name === name && peer.ip === ip)) return window;

	return enter(window, { ...session, peer: { ...peer, name, ip } });
}

/** The window as the contract shows it. */
export function toSession(window: Window, at: Moment): Session {
	const session = window.session;
	const left = session.open ? max(0, WALK_TIME - int((at.monotonic - window.since) / 1000)) : 0;

	return { ...session, remaining: session.started === null ? null : left };
}

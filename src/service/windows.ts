import * as uloop from 'uloop';
import type { Bss } from '../contract/bss';
import { HISTORY_LIMIT, OVERLAP_TIME, WALK_TIME } from '../contract/limits';
import type { Moment, Observation } from '../contract/observation';
import type { Session } from '../contract/session';
import { askedOf } from '../core/network';
import { ANYWHERE, type Target } from '../core/target';
import {
	arriveElsewhere,
	cancelWindow,
	isFollowed,
	leftOpen,
	listening,
	named,
	needsLog,
	observe,
	openWindow,
	steadyUntil,
	toSession,
	type Opening,
	type Part,
	type Round,
	type Window
} from '../core/window';
import { ask, guarded, send, type Call } from '../router/bus';
import { BLANK, hostapdCall, readClients, readObservation, toldSince } from '../router/hostapd';
import { identify } from '../router/hosts';
import { linesCall, note, readLines, tell, type LogLine } from '../router/journal';
import { now } from '../router/time';
import { freshId, keep, memory, memoryRevision, runningTask, touch } from './memory';

/** How often hostapd is asked while a window is followed, and how long it may take, milliseconds. */
const PACE = 1000;
const PATIENCE = 900;

/** How many lines of the log a second may bring that matter. */
const LINES = 50;

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

/**
 * Called with every session that has come to another state or reason, or whose device has got a name, and what it was before
 * (null: there was none), once `memory` knows it.
 */
export type Listener = (session: Session, before: Session | null) => void;

const followers: Listener[] = [];

/** Whoever has to do something when a session moves on: the light, the keys of devices. */
export function onSession(listener: Listener): void {
	push(followers, listener);
}

function publish(kind: string, window: Window, before: Session['state'] | null): void {
	const session = toSession(window, now());
	const peer = session.peer;
	const reason = session.reason === null ? '' : ` (${session.reason})`;
	const device = peer === null ? '' : `, device ${peer.name ?? peer.mac}`;
	const by = before !== null || session.by === null ? '' : `, by ${session.by}`;
	const place = session.ifname ?? join(', ', session.ifnames);

	note(`WPS on "${session.network}" (${place}): ${kind}${reason}${device}${by}`);
	tell({ type: kind, session });
}

function inform(window: Window, before: Session | null): void {
	const session = toSession(window, now());
	map(followers, listener => guarded(() => listener(session, before)));
}

/** How long hostapd still refuses a start here because of presses heard, milliseconds since boot; 0: it does not. */
function pressedUntil(bss: Bss): number {
	let until = 0;
	for (const press of memory.presses) {
		const spared = index(press.spared, bss.ifname) >= 0 || (!press.independent && !bss.independent);
		if (!spared) until = max(until, press.until);
	}

	return until;
}

/** Seconds for which hostapd refuses a start on this access point, or its next device; 0 when it does not. */
export function overlapLeft(bss: Bss, at: Moment): number {
	const until = max(memory.overlaps[bss.ifname ?? ''] ?? 0, pressedUntil(bss));
	return max(0, int((until - at.monotonic + 999) / 1000));
}

/** The devices that asked stay remembered when the window is cancelled: only time, or a start that worked, ends it (wps_registrar.c). */
function noteOverlap(ifname: string, seen: Observation, at: Moment): void {
	if (seen.kind !== 'answer' || seen.registrar === null) return;

	const until = memory.overlaps[ifname] ?? null;
	if (seen.registrar.pbc === 'Overlap') {
		if (until !== null) return;
		memory.overlaps[ifname] = at.monotonic + OVERLAP_TIME * 1000;
	} else if (until !== null && (seen.registrar.pbc === 'Active' || until <= at.monotonic))
		delete memory.overlaps[ifname];
	else return;
	touch();
}

/** The first press is over, but other registrars than this one's go on remembering the device that pressed. */
function notePress(after: Window, at: Moment): void {
	const part = filter(after.parts, one => one.ifname === after.session.ifname)[0] ?? null;
	if (part === null || after.session.method === 'pin') return;

	const until = at.monotonic + OVERLAP_TIME * 1000;
	memory.presses = [{ spared: [part.ifname], independent: part.independent, until }, ...memory.presses];
}

/** Forgets the presses that hostapd has forgotten. */
function forgetPresses(at: Moment): void {
	const fresh = filter(memory.presses, press => press.until > at.monotonic);
	if (length(fresh) === length(memory.presses)) return;

	memory.presses = fresh;
	touch();
}

/** Closes what hostapd still holds open of a session that is over, and sees to it that it does. Of a group one call closes all. */
function closeRest(parts: Part[]): void {
	for (const part of parts) memory.closing[part.ifname] = true;
	for (const part of askedOf(parts)) send(hostapdCall(part.ifname, 'wps_cancel'));
}

/** Said once more where hostapd has not heard it; it is over when the window is. */
function goOnClosing(ifname: string, seen: Observation): void {
	if (!exists(memory.closing, ifname)) return;
	if (seen.kind === 'answer' && seen.registrar?.pbc === 'Active') send(hostapdCall(ifname, 'wps_cancel'));
	else if (seen.kind !== 'silent') {
		delete memory.closing[ifname];
		touch();
	}
}

/** What a change of a session's state brings with it. */
function moved(before: Window, after: Window, at: Moment): void {
	const session = after.session;
	const was = before.session.state;

	if (session.state === 'lost') for (const part of after.parts) memory.stuck[part.ifname] = true;
	if (session.state === 'success' && was !== 'success') notePress(after, at);
	closeRest(leftOpen(before, after));
	// hostapd lets a PIN be tried twice (wps_registrar_unlock_pin).
	if (session.state === 'failed' && session.method === 'pin')
		for (const part of askedOf(after.parts)) send(hostapdCall(part.ifname, 'wps_cancel'));
	touch();
	if (session.state !== 'waiting') publish(session.state, after, was);
	inform(after, before.session);
}

/** Worth telling who listens, though the state is the same. */
function isNews(before: Session, after: Session): boolean {
	return before.reason !== after.reason || before.peer?.name !== after.peer?.name;
}

/** Each window comes to what it is now; who listens is told once all are known. */
function moveOn(step: (window: Window) => Window, at: Moment): void {
	const moves: [before: Window, after: Window][] = [];
	memory.windows = map(memory.windows, window => {
		const after = step(window);
		if (after === window) return window;

		touch();
		push(moves, [window, after]);
		return after;
	});
	map(moves, move => {
		if (move[1].session.state !== move[0].session.state) moved(move[0], move[1], at);
		else if (isNews(move[0].session, move[1].session)) inform(move[1], move[0].session);
	});
}

/** Takes answers of hostapd into account for all that is known of these interfaces. */
export function takeIn(round: Round, at: Moment): void {
	for (const ifname of keys(round)) {
		const seen = round[ifname] ?? null;
		if (seen === null) continue;
		noteOverlap(ifname, seen, at);
		goOnClosing(ifname, seen);
		if (
			seen.kind === 'answer' &&
			seen.registrar !== null &&
			seen.registrar.pbc !== 'Active' &&
			exists(memory.stuck, ifname)
		) {
			delete memory.stuck[ifname];
			touch();
		}
	}

	forgetPresses(at);

	moveOn(window => (isFollowed(window) ? withIdentity(observe(window, round, at), at) : window), at);
}

/** Another router of the house has the device of this session. */
export function arrivedElsewhere(id: string): void {
	moveOn(window => (window.session.id === id ? arriveElsewhere(window) : window), now());
}

/** Whether an open window is on what a caller names. */
function isOpenAt(target: Target, window: Window): boolean {
	if (target.network !== null) return window.session.network === target.network;
	if (target.section !== null) return length(filter(window.parts, part => part.section === target.section)) > 0;
	if (target.ifname !== null) return index(window.session.ifnames, target.ifname) >= 0;

	return true;
}

/** The window that is open now where a caller says; of several the one that opened first. */
export function openOn(target: Target): Window | null {
	return pop(filter(memory.windows, window => window.session.open && isOpenAt(target, window)));
}

/** The window that is open on this router, or null. */
export function openAnywhere(): Window | null {
	return openOn(ANYWHERE);
}

function comeBack(): void {
	if (follower?.remaining?.() === -1) follower.set(PACE);
}

/** Writes down what has changed, and follows what is open, and whom it has let in until he has an address. */
export function settleDown(): void {
	const at = now();
	const wanted = filter(memory.windows, window => isFollowed(window) || isNameless(window, at));

	keep();
	if (length(wanted) + length(memory.closing) > 0) comeBack();
}

/** Asks hostapd how things are on these interfaces now. */
export function refresh(ifnames: string[], deadline: number, done: (at: Moment, round: Round) => void): void {
	const calls = map(ifnames, ifname => hostapdCall(ifname, 'wps_status'));

	ask(calls, deadline, replies => {
		const round: Round = {};
		map(ifnames, (ifname, i) => {
			round[ifname] = readObservation(replies[i], null, []);
		});
		const at = now();
		takeIn(round, at);
		settleDown();
		done(at, round);
	});
}

/** What hostapd wrote since the windows opened that listen here. */
function toldOf(ifname: string, lines: LogLine[]): string[] {
	for (const window of memory.windows)
		if (length(filter(listening(window), part => part.ifname === ifname)) > 0)
			return toldSince(ifname, window.logged, lines);

	return [];
}

/**
 * An access point went off the air: its window is gone, even if it is back before anybody asks. Whom it let in just
 * before, the log knows. What hostapd goes on saying when it is back is of before.
 */
export function accessPointGone(ifname: string): void {
	const end = (lines: LogLine[]) => {
		takeIn({ [ifname]: { kind: 'gone', told: toldOf(ifname, lines) } }, now());
		settleDown();
	};

	if (exists(memory.overlaps, ifname)) memory.overlaps[ifname] = 0;
	for (const press of memory.presses) push(press.spared, ifname);
	touch();
	const isLogged = (window: Window) =>
		window.logged !== null && length(filter(listening(window), part => part.ifname === ifname)) > 0;
	if (length(filter(memory.windows, isLogged)) === 0) end([]);
	else ask([linesCall(LINES)], now().monotonic + PATIENCE, replies => end(readLines(replies[0])));
}

/** What is asked of hostapd about a followed window: of an open one how it stands, of one that is over who is there. */
function questionsOf(window: Window): { ifname: string; open: boolean }[] {
	if (window.session.open) return map(listening(window), part => ({ ifname: part.ifname, open: true }));

	return map(window.homes, home => ({ ifname: home.ifname, open: false }));
}

/** What a tick asks. */
interface Course {
	/** Of `memory`: as long as that is the same, so is the rest. */
	revision: number;
	/** Interfaces, and whether it asks how their windows are. */
	questions: { [ifname: string]: boolean };
	calls: Call[];
	/** The last call asks for the log. */
	logged: boolean;
}

let course: Course | null = null;

function courseNow(): Course {
	const revision = memoryRevision();
	if (course?.revision === revision) return course!;

	const questions: Course['questions'] = {};
	const calls: Call[] = [];
	const logged = length(filter(memory.windows, needsLog)) > 0;

	for (const window of memory.windows)
		if (isFollowed(window))
			for (const question of questionsOf(window))
				questions[question.ifname] = questions[question.ifname] || question.open;
	for (const ifname of keys(memory.closing)) questions[ifname] = true;
	for (const ifname of keys(questions)) {
		push(calls, hostapdCall(ifname, 'get_clients'));
		if (questions[ifname]) push(calls, hostapdCall(ifname, 'wps_status'));
	}
	if (logged) push(calls, linesCall(LINES));

	course = { revision, questions, calls, logged };
	return course;
}

/** What has been read of the log counts once. */
function readTo(window: Window, newest: number): Window {
	return needsLog(window) ? { ...window, logged: max(window.logged ?? 0, newest) } : window;
}

/** DHCP may know a device by now that came in before. */
function lookForNames(at: Moment): void {
	const news: [before: Window, after: Window][] = [];
	memory.windows = map(memory.windows, window => {
		const after = withIdentity(window, at);
		if (after !== window) push(news, [window, after]);
		return after;
	});
	if (length(news) > 0) touch();
	for (const change of news) if (isNews(change[0].session, change[1].session)) inform(change[1], change[0].session);
}

/**
 * The answers that were taken in last, to which questions, and the time, milliseconds since boot, before which the same
 * answers come to nothing new, if `memory` is the same as when these were asked.
 */
let settled: { told: string; course: Course | null; until: number } = { told: '', course: null, until: 0 };

/** Until when all that is followed stays as it is as long as hostapd answers as it did; 0: it may not. */
function allSteadyUntil(at: Moment): number {
	let until = at.monotonic + WALK_TIME * 1000;
	for (const window of memory.windows) {
		if (isFollowed(window)) until = min(until, steadyUntil(window));
		if (isNameless(window, at)) return 0;
	}

	return length(memory.closing) > 0 ? 0 : until;
}

/** Asks about each followed window, and comes back while there is one. */
function follow(): void {
	const asked = courseNow();

	ask(asked.calls, now().monotonic + PATIENCE, replies => {
		const at = now();
		const told = sprintf('%J', replies);
		const same = asked === settled.course && asked.revision === memoryRevision() && told === settled.told;
		if (same && at.monotonic < settled.until) {
			keep();
			return comeBack();
		}

		const lines = asked.logged ? readLines(replies[length(asked.calls) - 1]) : [];
		const newest = slice(lines, -1)[0]?.id ?? null;
		const round: Round = {};
		let i = 0;
		for (const ifname of keys(asked.questions)) {
			const clients = replies[i++];
			round[ifname] = asked.questions[ifname]
				? readObservation(replies[i++], clients, toldOf(ifname, lines))
				: readClients(clients);
		}
		lookForNames(at);
		takeIn(round, at);
		if (newest !== null) memory.windows = map(memory.windows, window => readTo(window, newest));
		settled = { told, course: asked, until: allSteadyUntil(at) };
		settleDown();
	});
}

follower = uloop.timer(-1, () => guarded(follow));

/** Learns where the log stands, without which a device that joins once more leaves no trace; not knowing stops nothing. */
function learnLog(id: string): void {
	ask([linesCall(1)], now().monotonic + PATIENCE, replies => {
		const logged = pop(readLines(replies[0]))?.id ?? null;
		if (logged === null) return;

		memory.windows = map(memory.windows, window => (window.session.id === id ? { ...window, logged } : window));
		touch();
		keep();
	});
}

/** A window that this handler has just opened, or has found. */
export function opened(opening: Omit<Opening, 'id'>): Session {
	const at = now();
	const window = openWindow({ ...opening, id: freshId(at.epoch) }, at);

	// The oldest that nobody waits for make room.
	memory.windows = filter([window, ...memory.windows], (one, i) => i < HISTORY_LIMIT || isFollowed(one));
	touch();
	publish('started', window, null);
	inform(window, null);
	settleDown();
	learnLog(window.session.id);
	return toSession(window, at);
}

/** How a device may come back: on whichever access point of the network. */
export function homesOf(network: Bss[]): Window['homes'] {
	const homes: Window['homes'] = [];
	for (const bss of network) if (bss.ifname !== null) push(homes, { ifname: bss.ifname, section: bss.section });

	return homes;
}

/** An access point on which a window is or will be open. */
export function partOf(bss: Bss, seen: Observation | null): Part {
	return {
		ifname: bss.ifname ?? '',
		section: bss.section,
		independent: bss.independent,
		last: (seen?.kind === 'answer' ? seen.registrar : null) ?? BLANK,
		ending: null
	};
}

/** Only this network's access points are in its group. */
export function isExclusive(network: Bss[], all: Bss[]): boolean {
	const strangers = filter(all, bss => bss.wps && !bss.independent && index(network, bss) < 0);
	return length(strangers) === 0;
}

/** Notices a window that somebody else opened on this network: the router's button, another tool. */
export function recognise(network: Bss[], all: Bss[], round: Round): void {
	const found = filter(network, bss => {
		const seen = round[bss.ifname ?? ''] ?? null;
		if (seen?.kind !== 'answer' || seen.registrar?.pbc !== 'Active') return false;

		if (memory.stuck[bss.ifname ?? ''] || memory.closing[bss.ifname ?? '']) return false;
		return openOn({ network: null, section: null, ifname: bss.ifname }) === null;
	});
	if (length(found) === 0) return;

	const parts = map(found, bss => partOf(bss, round[bss.ifname ?? ''] ?? null));
	const known = openOn({ network: null, section: network[0].section, ifname: null });
	// More access points of a window that was found before.
	if (known !== null && known.session.origin === 'external') {
		const session = known.session;
		const ifnames = [...session.ifnames, ...map(parts, part => part.ifname)];
		memory.windows = map(memory.windows, window =>
			window === known
				? { ...known, parts: [...known.parts, ...parts], session: { ...session, ifnames } }
				: window
		);
		touch();
		return;
	}

	opened({
		network: network[0].ssid,
		method: 'pbc',
		origin: 'external',
		by: null,
		parts,
		homes: homesOf(network),
		exclusive: isExclusive(network, all)
	});
}

/** hostapd refused a start because several devices asked: it will do so for a while. */
export function refusedForOverlap(ifname: string, at: Moment): void {
	memory.overlaps[ifname] = at.monotonic + OVERLAP_TIME * 1000;
	touch();
	keep();
}

/** This window is being closed by us; `reason` as in `cancelWindow`. */
export function cancelling(closed: Window, who: string, reason: 'house' | null): void {
	const session = closed.session;

	note(`WPS on "${session.network}" (${join(', ', session.ifnames)}): cancel, by ${who}`);
	memory.windows = map(memory.windows, window =>
		window.session.id === session.id ? cancelWindow(window, reason) : window
	);
	touch();
}

/** One session as it is now, or null. */
export function sessionOf(id: string, at: Moment): Session | null {
	for (const window of memory.windows) if (window.session.id === id) return toSession(window, at);

	return null;
}

/** The newest session of a network. */
export function newestOn(sections: string[], at: Moment): Session | null {
	for (const window of memory.windows)
		if (length(filter(window.parts, part => index(sections, part.section) >= 0)) > 0) return toSession(window, at);

	return null;
}

/** The session that is open on this router, or null. */
export function openSession(at: Moment): Session | null {
	for (const window of memory.windows) if (window.session.open) return toSession(window, at);

	return null;
}

/** The newest sessions as they are now, newest first. */
export function sessionsAt(at: Moment, limit: number): Session[] {
	return map(slice(memory.windows, 0, limit), window => toSession(window, at));
}

/** Of which state of `memory` it is known whether it is quiet. */
let quiet = { revision: -1, is: false };

/** Nothing is under way that an answer of hostapd, or time alone, could bring on. */
export function isQuiet(): boolean {
	const revision = memoryRevision();
	if (quiet.revision !== revision) {
		const busy =
			length(memory.overlaps) +
			length(memory.presses) +
			length(memory.closing) +
			length(memory.stuck) +
			length(filter(memory.windows, isFollowed));
		quiet = { revision, is: busy === 0 && runningTask() === null };
	}

	return quiet.is;
}

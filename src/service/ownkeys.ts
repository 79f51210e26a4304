import * as uloop from 'uloop';
import type { Bss } from '../contract/bss';
import type { ErrorCode } from '../contract/error';
import type { Session } from '../contract/session';
import { isOurs, ownFileOf } from '../core/handover';
import {
	bound,
	freshName,
	isShared,
	keyName,
	owned,
	prepared,
	setAside,
	stripped,
	withdrawn,
	type Fresh
} from '../core/ownkeys';
import { ask, guarded, METHOD_NOT_FOUND, NOT_FOUND, OK, type Reply } from '../router/bus';
import type { LogLine } from '../router/journal';
import { randomHex } from '../router/random';
import { now } from '../router/time';
import { keep, memory, touch, type Custody } from './memory';
import { keepFound } from './parts/devices';
import {
	cameWith,
	failedEarly,
	heardOn,
	linesCall,
	note,
	readHandover,
	readLines,
	readOptions,
	removeHandover,
	writeHandover
} from './parts/look';

/**
 * How often the log is looked into for whoever comes with a key of nobody, for how long after a doubt, and how often for as long
 * as there are such keys, milliseconds.
 */
const WATCH_PACE = 10000;
const WATCH = 3600000;
const LATE_PACE = 60000;

/** How many lines of the log are asked for, and how long logd and hostapd may take, milliseconds. */
const LOG_LINES = 200;
const REPLY_WITHIN = 900;
const LOG_WITHIN = 300;

let logWatcher: uloop.Timer | null = null;

/** The keys of devices are read again where they differ; nobody else is disconnected (OpenWrt hostapd.uc, bss_reload_psk). */
const REREAD = { object: 'hostapd', method: 'reload' };

function freshKey(): Fresh {
	return { id: keyName(randomHex(4)), secret: randomHex(32) };
}

function custodyOf(path: string): Custody {
	memory.keys[path] ??= {
		armed: null,
		sure: false,
		heard: false,
		logged: null,
		unread: 0,
		peers: {},
		owed: null,
		watched: 0
	};
	return memory.keys[path];
}

/** The file of own keys of the section where a session's device is. */
function fileOfSection(section: string | null): string | null {
	const path = section === null ? null : (readOptions(section, ['wpa_psk_file']).wpa_psk_file ?? null);
	if (type(path) !== 'string' || !isOurs(`${path}`, 'psk')) return null;

	return isShared(readHandover(`${path}`) ?? '') ? null : `${path}`;
}

/** How often files were written by this run of the handler, and which time was the last of each. */
let writes = 0;
const written: { [path: string]: number } = {};

/** Writes the file, if it is another one; hostapd has to read it then. */
function replaceKeys(path: string, text: string): boolean {
	if (readHandover(path) === text) return true;

	// Said first: whoever comes after us has hostapd read once too often rather than never.
	custodyOf(path).unread++;
	writes++;
	written[path] = writes;
	touch();
	keep();
	return writeHandover(path, text);
}

function unreadFiles(): string[] {
	return filter(keys<string>(memory.keys), path => memory.keys[path].unread > 0);
}

/** Has hostapd read what it has not read yet. @param done  false: it did not say that it did */
export function reread(deadline: number, done: (read: boolean) => void): void {
	const unread = unreadFiles();
	if (length(unread) === 0) return done(true);

	const before = writes;
	ask([REREAD], deadline, replies => {
		// A hostapd that is not there reads when it comes.
		const read = index([OK, NOT_FOUND], replies[0].code) >= 0;
		for (const path of unread) {
			const custody = memory.keys[path] ?? null;
			// Others may have asked at the same time; and what was written since we did is not read.
			if (read && custody !== null && (written[path] ?? 0) <= before) custody.unread = 0;
		}
		touch();
		keep();
		if (!read) logWatcher?.set?.(WATCH_PACE);
		done(read);
	});
}

/** Whether hostapd can be told to read keys again: from OpenWrt 23.05 on (hostapd.uc). One that does not answer can. */
export function canReread(deadline: number, done: (can: boolean) => void): void {
	ask([REREAD], deadline, replies => done(replies[0].code !== METHOD_NOT_FOUND));
}

/** hostapd has been set up with what this file holds. */
export function keysAreRead(path: string): void {
	if (!exists(memory.keys, path)) return;

	memory.keys[path].unread = 0;
	touch();
	keep();
}

function rereadSoon(): void {
	reread(now().monotonic + REPLY_WITHIN, () => null);
}

/** Sees to it that there is a file with a fresh key in it; null: it could not be written, else whether it is another one now. */
export function prepareKeys(path: string): boolean | null {
	const text = readHandover(path);
	const next = prepared(text, freshKey());
	if (next === text) return false;
	if (!replaceKeys(path, next)) return null;

	const custody = custodyOf(path);
	const armed = freshName(next);
	// A key that has just been made is known to nobody.
	if (armed !== freshName(text ?? '')) {
		custody.armed = armed;
		custody.sure = true;
		custody.heard = false;
	}
	touch();
	keep();
	return true;
}

/**
 * The key of this name is this device's from now on. False: there is no such key, or it is another one's; or it could not be
 * written, and will be tried again. What is owed is written down first: whoever comes after us pays it.
 */
function give(path: string, id: string, mac: string): boolean {
	const custody = custodyOf(path);
	const text = readHandover(path) ?? '';
	const next = bound(text, id, mac, freshKey());
	custody.owed = next === null ? null : { id, mac };

	if (next === null) {
		note(`a key for ${mac} is nobody's or another device's: set aside`);
		custody.sure = false;
	} else if (!replaceKeys(path, next)) {
		note(`the key of ${mac} could not be written: it will be tried again`);
		custody.sure = false;
	} else {
		custody.owed = null;
		if (freshName(next) !== freshName(text)) {
			custody.armed = freshName(next);
			custody.sure = true;
			custody.heard = false;
		}
	}
	touch();
	keep();
	return next !== null && custody.owed === null;
}

/** What was not written before. False: it still can't be. */
function payDebts(path: string): boolean {
	const owed = custodyOf(path).owed;
	if (owed === null) return true;
	if (give(path, owed.id, owed.mac)) keepFound(path, owed.id, owed.mac);

	return custodyOf(path).owed === null;
}

/** Keys of this file that some device may have, nobody knows which. */
function strayIn(path: string): string[] {
	const text = readHandover(path) ?? '';
	const stray = map(
		filter(owned(text), key => key.mac === null),
		key => key.id
	);
	const fresh = freshName(text);

	return fresh === null ? stray : [...stray, fresh];
}

/** hostapd's log tells who has come with a key of nobody: it is that device's. */
function learn(lines: LogLine[]): void {
	const came = cameWith(lines);
	if (length(came) === 0) return;

	for (const path of keys<string>(memory.keys)) {
		const stray = strayIn(path);
		for (const one of came) {
			if (index(stray, one.id) < 0 || !give(path, one.id, one.mac)) continue;
			note(`${one.mac} came with a key that nobody was known to have: it is its own now`);
			keepFound(path, one.id, one.mac);
		}
	}
	rereadSoon();
}

/** Whether there are keys that somebody may have, and nobody knows who. */
function hasStray(path: string): boolean {
	return length(filter(owned(readHandover(path) ?? ''), key => key.mac === null)) > 0;
}

/** Looks into the log as long as there is a doubt, and goes on until hostapd has read what was written. */
function watchLog(): void {
	const at = now().monotonic;
	const fresh = filter(keys<string>(memory.keys), path => memory.keys[path].watched > at);
	const doubtful = length(fresh) > 0 ? fresh : filter(keys<string>(memory.keys), hasStray);
	rereadSoon();
	if (length(doubtful) === 0) return;

	ask([linesCall(LOG_LINES)], at + REPLY_WITHIN, replies => {
		for (const path of doubtful) payDebts(path);
		learn(readLines(replies[0]));
		logWatcher?.set?.(length(fresh) > 0 ? WATCH_PACE : LATE_PACE);
	});
}

logWatcher = uloop.timer(-1, () => guarded(watchLog));

/** Nobody knows whether a device has got the fresh key: whoever comes with it soon is looked out for. */
function doubt(path: string): void {
	custodyOf(path).watched = now().monotonic + WATCH;
	touch();
	keep();
	logWatcher?.set?.(WATCH_PACE);
}

/** Whether the log says that nobody can have got the fresh key since the line `after`. Where there is no log nothing speaks against it. */
function isSpared(session: Session, after: number | null, reply: Reply): boolean {
	const wrong = session.state === 'failed';
	if (reply.code === NOT_FOUND) return !wrong;
	if (after === null) return false;

	const lines = readLines(reply);
	// Who does not know the PIN is told so before anything is handed over.
	return wrong ? failedEarly(session.ifnames, after, lines) : heardOn(session.ifnames, after, lines) === false;
}

/** A window without a device, or with one that did not know the PIN, leaves its key for the next one, if the log does not speak against it. */
function concludeKeys(path: string, session: Session): void {
	const custody = custodyOf(path);
	const after = custody.logged;
	const wrong = session.state === 'failed' && session.reason === 'authentication_failure';
	const empty = index(['timeout', 'cancelled', 'overlap'], session.state) >= 0 && session.attempts_failed === 0;
	if (!wrong && (!empty || custody.heard)) return doubt(path);

	ask([linesCall(LOG_LINES)], now().monotonic + REPLY_WITHIN, replies => {
		if (!isSpared(session, after, replies[0]) || custody.armed === null) return doubt(path);
		// Another window may be open by now.
		if (length(filter(memory.windows, one => one.session.open)) === 0) custody.sure = true;
		touch();
		keep();
	});
	touch();
	keep();
}

/** What becomes of a session decides whose the fresh key is. */
export function followKeys(session: Session, before: Session | null): void {
	if (before !== null && before.state === session.state) return;

	const window = filter(memory.windows, one => one.session.id === session.id)[0] ?? null;
	const path = fileOfSection(session.section ?? window?.parts?.[0]?.section ?? null);
	if (path === null) return;

	const custody = custodyOf(path);
	if (session.open) {
		custody.heard = session.state === 'connecting' || (before !== null && custody.heard);
		touch();
		keep();
	} else if (session.state === 'success') {
		const id = custody.armed ?? freshName(readHandover(path) ?? '');
		if (session.ifname !== null) custody.peers[session.ifname] = session.peer.mac;
		if (id !== null) give(path, id, session.peer.mac);
		if (custody.owed !== null) doubt(path);
		rereadSoon();
	} else if (session.state !== 'joined') concludeKeys(path, session);
}

/** The name of the own key that a device has by the file; null: none. */
export function keyNameOf(path: string, mac: string): string | null {
	return filter(owned(readHandover(path) ?? ''), key => key.mac === mac)[0]?.id ?? null;
}

/**
 * Who was let in since somebody looked last, by a window that something else opened: hostapd handed him the fresh key. False:
 * somebody was, and perhaps before that key was there.
 */
function giveToMissed(path: string, peers: Custody['peers']): boolean {
	const custody = custodyOf(path);
	const missed = filter(
		keys<string>(peers),
		ifname => peers[ifname] !== '' && custody.peers[ifname] !== peers[ifname]
	);
	const id = custody.armed;
	if (length(missed) === 0) return true;
	if (id === null || length(filter(missed, ifname => !exists(custody.peers, ifname))) > 0) return false;

	const mac = peers[missed[0]];
	if (give(path, id, mac)) keepFound(path, id, mac);
	return true;
}

/** The window did not open after all: nobody can have got the key. */
export function spareKeys(network: Bss[]): void {
	const custody = memory.keys[ownFileOf(network) ?? ''] ?? null;
	if (custody === null || length(filter(memory.windows, window => window.session.open)) > 0) return;

	custody.sure = true;
	touch();
	keep();
}

/**
 * Before a window opens where devices get keys of their own: the next one to come gets a key that nobody else can have.
 * Where that is not known of the fresh key, it is set aside.
 * @param peers  whom hostapd says it has let in last, by interface; empty: nobody
 */
export function secureKeys(
	network: Bss[],
	peers: Custody['peers'],
	deadline: number,
	done: (error: ErrorCode | null) => void
): void {
	const path = ownFileOf(network);
	if (path === null || isShared(readHandover(path) ?? '')) return done(null);

	ask([linesCall(LOG_LINES)], min(deadline, now().monotonic + LOG_WITHIN), replies => {
		// Who came with a key since somebody looked last.
		const lines = readLines(replies[0]);
		const custody = custodyOf(path);
		const armed = custody.armed;
		learn(lines);
		// What the log has told is known.
		const seenAll = custody.armed !== armed || giveToMissed(path, peers);
		if (!payDebts(path)) return done('not_saved');

		const text = readHandover(path) ?? '';
		const known = custody.sure && seenAll && custody.armed !== null && custody.armed === freshName(text);
		const next = known ? prepared(text, freshKey()) : setAside(text, freshKey());
		if (!replaceKeys(path, next)) return done('not_saved');
		if (!known) {
			note('a key of its own was perhaps handed over before: the next device gets another one');
			logWatcher?.set?.(WATCH_PACE);
		}

		custody.armed = freshName(next);
		custody.heard = false;
		custody.logged = pop(lines)?.id ?? null;
		custody.sure = false;
		for (const ifname of keys<string>(peers)) custody.peers[ifname] = peers[ifname];
		touch();
		keep();
		reread(deadline, read => {
			if (!read) spareKeys(network);
			done(read ? null : 'timeout');
		});
	});
}

/** Takes the key of a device away. False: it could not be written, and nothing has changed. */
export function withdraw(path: string, mac: string): boolean {
	return replaceKeys(path, withdrawn(readHandover(path) ?? '', mac, freshKey()));
}

/** How many devices have a key of their own in this file. */
export function keyHolders(path: string): number {
	return length(filter(owned(readHandover(path) ?? ''), key => key.mac !== null));
}

/** The keys of devices in this file are void; what somebody else wrote into it stays. */
export function forgetKeys(path: string): void {
	const left = stripped(readHandover(path) ?? '');
	if (left === '' || !writeHandover(path, left)) removeHandover(path);
	delete memory.keys[path];
	touch();
	keep();
}

/** Whether nobody would miss this file. */
export function isSpent(path: string): boolean {
	const text = readHandover(path) ?? '';
	return keyHolders(path) === 0 && (stripped(text) === '' || isShared(text));
}

/**
 * Takes up what the last run of the handler left, and what hostapd may not have read. After a boot nobody knows whether the
 * power went in the very second in which a key was handed over.
 */
export function resumeKeys(bsses: Bss[]): void {
	for (const bss of bsses) {
		const path = ownFileOf([bss]);
		if (path !== null && !exists(memory.keys, path) && !isShared(readHandover(path) ?? '')) doubt(path);
	}
	for (const path of keys<string>(memory.keys)) payDebts(path);
	rereadSoon();
	logWatcher?.set?.(WATCH_PACE);
}

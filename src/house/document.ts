import { IDS, NETWORKS, TURNS } from './limits';
import { isName } from './topics';
import { isWhole, numberOrNull, textOrNull } from './text';

/**
 * What became of the house's window on one router. `closed`: another router ended it; `refused`: it did not open here;
 * `timeout`, `failed`: it ended here alone.
 */
export type Outcome = 'open' | 'joined' | 'overlap' | 'cancelled' | 'closed' | 'refused' | 'timeout' | 'failed';

/** What ends the window on every router. A device can come in once; two that ask at once are refused everywhere. */
export type Cause = 'joined' | 'overlap' | 'cancelled';

/** What one router says of the house's window on one of its networks. */
export interface ToldWindow {
	/** One press has one name, two at once have two. */
	ids: string[];
	/** The router at which somebody pressed. */
	by: string;
	/** Seconds since, when this was said: no clock needs to be right. */
	age: number;
	/** Who listens after whom; empty: all at once. */
	order: string[];
	outcome: Outcome;
	/** What ended it in the whole house. */
	cause: Cause | null;
	/** Where it ended, and what came in there. */
	router: string | null;
	device: string | null;
	/** Why it did not open. */
	code: string | null;
}

/** What one router says of one of its networks. */
export interface ToldNetwork {
	ssid: string;
	ready: boolean;
	problem: string | null;
	open: boolean;
	window: ToldWindow | null;
}

/** What one router says of itself: its whole state, each time (docs/house.md). */
export interface Document {
	/** Another one each time that the bridge starts. */
	run: string;
	/** Counts what was said in this run. */
	seq: number;
	/** False: the broker has lost it (its last will), or it has been stopped. */
	there: boolean;
	networks: { [key: string]: ToldNetwork };
}

const OUTCOMES = ['open', 'joined', 'overlap', 'cancelled', 'closed', 'refused', 'timeout', 'failed'];

const CAUSES = ['joined', 'overlap', 'cancelled'];

/** A network's name in topics and templates, where an SSID may not stand: its bytes. */
export function keyOf(ssid: string): string {
	return `n${hexenc(ssid)}`;
}

/** Whether it is one of an SSID, which has 32 bytes at most. */
function isKey(text: string): boolean {
	return isWhole(text, /n[0-9a-f]+/, 65) && length(text) % 2 === 1;
}

/** The names of presses, of commands. */
export function isId(text: unknown): boolean {
	return isWhole(text, /[A-Za-z0-9_.:-]+/, 64);
}

/** A list of which every one passes, or null. */
function listOf(value: unknown, most: number, passes: (one: unknown) => boolean): string[] | null {
	if (type(value) !== 'array') return null;
	const list = value as string[];

	return length(list) <= most && length(filter(list, passes)) === length(list) ? [...list] : null;
}

/** Whether somebody is in it twice. */
function repeats(names: string[]): boolean {
	for (let i = 0; i < length(names); i++) if (index(names, names[i]) < i) return true;

	return false;
}

/** What ends it at one router ends it at all. */
export function causeOf(outcome: Outcome): Cause | null {
	return index(CAUSES, outcome) < 0 ? null : (outcome as Cause);
}

function readWindow(value: any): ToldWindow | null {
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
		code: textOrNull(value.code, 32)
	};
}

function readNetwork(value: any): ToldNetwork | null {
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

/** A text as JSON, or null. */
export function parse(text: string): any {
	try {
		return json(text);
	} catch {
		return null;
	}
}

/** What a router said, as far as it makes sense; null when it makes none. */
export function readDocument(payload: string): Document | null {
	const value = parse(payload);
	const seq = type(value) === 'object' ? numberOrNull(value.seq, 0, 1000000000000) : null;
	if (seq === null || !isId(value.run) || type(value.there) !== 'bool') return null;

	const networks: { [key: string]: ToldNetwork } = {};
	const told = type(value.networks) === 'object' ? value.networks : {};
	for (const key of slice(keys(told), 0, NETWORKS)) {
		const network = isKey(key) ? readNetwork(told[key]) : null;
		if (network !== null) networks[key] = network;
	}

	return { run: value.run, seq, there: value.there, networks };
}

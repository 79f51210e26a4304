import { newAlarm, setAlarm, stopAlarm } from './alarm';

/*
 * What this router says of itself comes back to it, since it listens to that topic, too: only that proves both ways to the
 * broker.
 */

/** How long what we said may take to come back, milliseconds: when it is the first, and later. */
const FIRST_ECHO = 10000;
const ECHO = 5000;

const patience = newAlarm(() => null);

/** Writes the report with this number; null: nobody listens. */
let writer: ((seq: number) => void) | null = null;
let seq = 0;
/** The number that has not come back yet. */
let missing: number | null = null;
/** There is more to say. */
let dirty = false;
/** Something has come back since the start. */
let proven = false;

/** Says the report; what changes until that has come back is said afterwards, all at once. */
export function sayReport(): void {
	dirty = true;
	if (writer === null || missing !== null) return;

	dirty = false;
	seq++;
	missing = seq;
	writer(seq);
	setAlarm(patience, proven ? ECHO : FIRST_ECHO);
}

/** A report has come back; true: it is the one that was waited for. */
export function isEcho(number: number): boolean {
	if (number !== missing) return false;
	missing = null;
	proven = true;
	stopAlarm(patience);

	return true;
}

/** What has changed meanwhile is said. */
export function sayRest(): void {
	if (dirty) sayReport();
}

/**
 * The children run.
 * @param say   writes the report with this number
 * @param lost  it has not come back in time
 */
export function beginEchoes(say: (seq: number) => void, lost: () => void): void {
	writer = say;
	proven = false;
	patience.ring = lost;
}

/** They do not any more. */
export function endEchoes(): void {
	writer = null;
	missing = null;
	stopAlarm(patience);
}

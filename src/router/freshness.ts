import * as fs from 'fs';
import { now } from './time';

/*
 * What was made of files need not be made again while they are the same: while each has the inode and the time of its last
 * change that it had then. Three things could make that untrue, and each is seen to here:
 * - Times count whole seconds. A file that had just been written when it was read may be written once more in the same second:
 *   what was made of a file so young is used once and not kept.
 * - A clock that is set back gives the same second twice: nothing is kept over that.
 * - Whoever likes can set a file's time of writing (`touch`, `cp -p`), but not the time of its last change.
 * Of a folder the same tells whether a file came or went, but not whether one in it was written.
 */

/** How old a file must be before its times say that it has not changed, seconds: more than a clock may be set back unseen. */
const YOUNG = 5;

/** How far a clock may be set without being noticed, milliseconds: seconds and milliseconds are compared. */
const UNSEEN = 2000;

/** How far the clock that people read is ahead of the one that nobody sets, and how often it has been set since. */
let ahead = 0;
let times_set = 0;

/** What files are like. */
export interface Stamp {
	/** Another text when one of them is another one. */
	text: string;
	/** None of them is so young that it may change without another text. */
	settled: boolean;
}

/** What these files, or folders, are like; to be asked before they are read. */
export function stampOf(paths: string[]): Stamp {
	const at = now();
	const lead = at.epoch * 1000 - at.monotonic;
	if (lead - ahead > UNSEEN || ahead - lead > UNSEEN) {
		ahead = lead;
		times_set++;
	}

	const told = [times_set];
	let newest = 0;
	for (const path of paths) {
		const found = fs.stat(path);
		if (found === null) push(told, 0);
		else {
			push(told, found.inode, found.ctime);
			newest = max(newest, found.ctime);
		}
	}

	return { text: join(' ', told), settled: newest < at.epoch - YOUNG };
}

/** Something that was made of files. */
export interface Made<T> {
	/** What they were like; empty: not to be used again. */
	text: string;
	value: T;
}

/** What these files come to: what was made of them before, or made anew. */
export function madeOf<T>(before: Made<T> | null, stamp: Stamp, make: () => T): Made<T> {
	if (before?.text === stamp.text) return before!;

	return { text: stamp.settled ? stamp.text : '', value: make() };
}

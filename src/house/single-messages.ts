import { postOptions } from './client-options';
import { endClient, startClient } from './mosquitto-clients';
import { fileIn, putFile } from './runtime-folder';
import type { Settings } from './settings';

/*
 * What is said seldom and on topics of its own: one message, one child, one after the other.
 */

/** So many wait at most; more are dropped. */
const WAITING = 24;

interface Post {
	topic: string;
	payload: string;
	retained: boolean;
}

let waiting: Post[] = [];
let busy = false;
/** Counts how often the broker was lost: a child of before has no say any more. */
let losses = 0;

/** Says the next one, when the one before is out. */
function sayNext(settings: Settings): void {
	const post = busy ? null : shift(waiting);
	if (post === null) return;

	const file = fileIn('post', 'payload');
	const options = postOptions(settings, post.topic, post.retained, file);
	const mine = losses;
	busy =
		putFile('post', 'payload', post.payload) &&
		startClient('post', options, () => {
			if (mine !== losses) return;
			busy = false;
			sayNext(settings);
		});
}

/** Says it soon. What is kept by the broker replaces what waits for the same topic. */
export function publishSingle(settings: Settings, topic: string, payload: string, retained: boolean): void {
	if (retained) waiting = filter(waiting, post => post.topic !== topic);
	if (length(waiting) >= WAITING) return;
	push(waiting, { topic, payload, retained });
	sayNext(settings);
}

/** The broker is gone: what has not been said is old when it is back. */
export function dropSingles(): void {
	waiting = [];
	busy = false;
	losses++;
	endClient('post');
}

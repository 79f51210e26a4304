import { WALK_TIME } from '../contract/limits';
import { GAP, LONGEST_TURN, SHORTEST_TURN } from './limits';

/*
 * Some devices take two windows on one band for two networks that ask at once, whatever their UUID (iwd does, src/wsc.c), and
 * join none. For them routers listen one after the other.
 */

/** A window of hostapd, milliseconds. */
const WINDOW = WALK_TIME * 1000;

/**
 * How long each of them listens, milliseconds. What such a device finds is some seconds old when it comes: the longer a turn
 * is, the more seldom it comes to a router that has just closed. But all are to have one before the device gives up.
 */
function turnOf(order: string[]): number {
	return max(SHORTEST_TURN, min(LONGEST_TURN, int(WINDOW / length(order))));
}

/** How long a press lasts when these take turns, milliseconds: each at least once, and no shorter than a window of hostapd. */
export function turnsLast(order: string[]): number {
	return max(WINDOW, length(order) * turnOf(order));
}

/** Whose turn it is so long after the press, and how long until that changes, milliseconds. `open`: not in the gap before it. */
export function turnAt(order: string[], elapsed: number): { name: string; open: boolean; left: number } {
	const each = turnOf(order);
	const turn = int(elapsed / each);
	const passed = elapsed % each;
	// The first one has just been opened by hand.
	const gap = turn === 0 ? 0 : GAP;
	const open = passed >= gap;

	return { name: order[turn % length(order)], open, left: open ? each - passed : gap - passed };
}

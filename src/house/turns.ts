import { GAP, TURN } from './limits';

/*
 * Some devices take two windows on one band for two networks that ask at once, whatever their UUID (iwd does, src/wsc.c), and
 * join none. For them routers listen one after the other.
 */

/** How long a press lasts when these take turns, milliseconds: each at least once, and no shorter than a window of hostapd. */
export function turnsLast(order: string[]): number {
	return max(120000, length(order) * TURN);
}

/** Whose turn it is so long after the press, and how long until that changes, milliseconds. `open`: not in the gap before it. */
export function turnAt(order: string[], elapsed: number): { name: string; open: boolean; left: number } {
	const turn = int(elapsed / TURN);
	const passed = elapsed % TURN;
	// The first one has just been opened by hand.
	const gap = turn === 0 ? 0 : GAP;
	const open = passed >= gap;

	return { name: order[turn % length(order)], open, left: open ? TURN - passed : gap - passed };
}

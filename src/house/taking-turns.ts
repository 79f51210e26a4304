import { WALK_TIME } from '../contract/limits';
import { GAP, LONGEST_TURN, SHORTEST_TURN, TURNS } from './limits';
import type { HouseWindow, Model, OwnNetwork } from './model';

/*
 * Some devices take two windows on one band for two networks that ask at once, whatever their UUID (iwd does, src/wsc.c), and
 * join none. For them routers listen one after the other.
 */

/** Pressed again so soon after a press that lasted so long and brought nobody, routers take turns, milliseconds. */
const SOON = 600000;
const TRIED = 20000;

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

/** A press is over: whether the next one is a second try. */
export function noteTry(own: OwnNetwork, window: HouseWindow, at: number): void {
	if (window.cause === 'joined') own.lastFruitless = null;
	else if (window.cause !== 'overlap' && at - window.began >= TRIED) own.lastFruitless = at;
}

/** Who takes part in a press, this router first; only two and more can take turns. */
export function orderFor(model: Model, own: OwnNetwork, at: number): string[] {
	const again = own.lastFruitless !== null && at - own.lastFruitless < SOON;
	if (model.turns === 'never' || (model.turns === 'auto' && !again)) return [];

	const others = filter(
		keys(model.neighbours),
		name => model.neighbours[name].there && model.neighbours[name].networks[own.key]?.ready === true
	);
	const order = own.ready ? [model.name, ...sort(others)] : sort(others);

	return length(order) > 1 ? slice(order, 0, TURNS) : [];
}

/** Whether this router is to listen now. */
export function isMyTurn(model: Model, window: HouseWindow, at: number): boolean {
	if (length(window.order) === 0) return true;
	const turn = turnAt(window.order, at - window.began);

	return turn.open && turn.name === model.name;
}

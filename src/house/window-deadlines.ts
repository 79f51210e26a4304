import { WALK_TIME } from '../contract/limits';
import { closeHere, end, openHere, runningWindow } from './house-window';
import type { Effect, Model } from './model';
import { isMyTurn, turnAt, turnsLast } from './taking-turns';

/** A window of hostapd lasts two minutes; a little later it is over here whatever was not heard, milliseconds. */
const LAST = (WALK_TIME + 5) * 1000;

/** How long after luci.wps did not close a window it is asked again, milliseconds. */
const AGAIN = 2000;

/** What is due by the clock: turns, and windows whose end was not heard. */
export function checkDeadlines(model: Model, at: number): Effect[] {
	const effects: Effect[] = [];
	for (const own of values(model.networks)) {
		if (own.closingFor !== null && own.open && own.asked === null)
			for (const effect of closeHere(own, own.closingFor)) push(effects, effect);

		const running = runningWindow(own);
		if (running === null) continue;

		const turns = length(running.order) > 0;
		let due: Effect[] = [];
		if (at - running.began >= (turns ? turnsLast(running.order) : LAST)) {
			if (running.outcome === 'open') running.outcome = 'timeout';
			end(model, own, running, at);
			if (turns) due = closeHere(own, model.name);
		} else if (turns && isMyTurn(model, running, at)) due = openHere(model, own, running.by, at);
		else if (turns && !own.busy) due = closeHere(own, model.name);
		for (const effect of due) push(effects, effect);
	}

	return effects;
}

/** Milliseconds until `tick` has something to do; null: nothing is open. */
export function untilDeadline(model: Model, at: number): number | null {
	let soonest: number | null = null;
	for (const own of values(model.networks)) {
		if (own.closingFor !== null && own.open) soonest = min(soonest ?? AGAIN, AGAIN);
		const running = runningWindow(own);
		if (running === null) continue;

		const elapsed = at - running.began;
		const turns = length(running.order) > 0;
		let wait = (turns ? turnsLast(running.order) : LAST) - elapsed;
		if (turns) wait = min(wait, turnAt(running.order, elapsed).left);
		soonest = min(soonest ?? wait, wait);
	}

	return soonest === null ? null : max(soonest, 0);
}

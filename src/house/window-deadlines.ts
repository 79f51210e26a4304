import { WALK_TIME } from '../contract/limits';
import { isLookDue, untilLook } from './arrivals';
import { ASK_AGAIN, closeHere, end, openHere, runningWindow } from './house-window';
import type { Effect, Model } from './model';
import { isMyTurn, turnAt, turnsLast } from './taking-turns';

/** A window of hostapd lasts two minutes; a little later it is over here whatever was not heard, milliseconds. */
const LAST = (WALK_TIME + 5) * 1000;

/** What is due by the clock: turns, windows whose end was not heard, looks for a device. */
export function checkDeadlines(model: Model, at: number): Effect[] {
	const effects: Effect[] = [];
	for (const own of values(model.networks)) {
		if (own.closingFor !== null && own.open && own.asked === null)
			for (const effect of closeHere(own, own.closingFor)) push(effects, effect);

		if (own.window !== null && isLookDue(own.window, at)) push(effects, { kind: 'look', key: own.key });

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
		else if (running.again !== null && at >= running.again) due = openHere(model, own, running.by, at);
		for (const effect of due) push(effects, effect);
	}

	return effects;
}

/** Milliseconds until `tick` has something to do; null: nothing is under way. */
export function untilDeadline(model: Model, at: number): number | null {
	let soonest: number | null = null;
	for (const own of values(model.networks)) {
		if (own.closingFor !== null && own.open) soonest = min(soonest ?? ASK_AGAIN, ASK_AGAIN);
		const look = own.window === null ? null : untilLook(own.window, at);
		if (look !== null) soonest = min(soonest ?? look, look);

		const running = runningWindow(own);
		if (running === null) continue;

		const elapsed = at - running.began;
		const turns = length(running.order) > 0;
		let wait = (turns ? turnsLast(running.order) : LAST) - elapsed;
		if (turns) wait = min(wait, turnAt(running.order, elapsed).left);
		if (running.again !== null) wait = min(wait, running.again - at);
		soonest = min(soonest ?? wait, wait);
	}

	return soonest === null ? null : max(soonest, 0);
}

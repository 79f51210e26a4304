import { begin, closeHere, end, openHere, runningWindow } from './house-window';
import type { Effect, Model, OwnNetwork } from './model';
import { orderFor } from './taking-turns';
import { windowEvent } from './window-events';

/** Somebody pressed at this router, or a command asks for it: the whole house opens. Pressed twice, it is one window. */
export function press(model: Model, own: OwnNetwork, id: string, at: number): Effect[] {
	const running = runningWindow(own);
	if (running !== null) {
		if (own.open) running.outcome = 'open';
		return [];
	}
	begin(own, [id], model.name, at, orderFor(model, own, at));

	const effects: Effect[] = [{ kind: 'say', what: windowEvent('started', own, null, false, true) }];
	for (const effect of openHere(model, own, model.name, at)) push(effects, effect);

	return effects;
}

/** Somebody cancels for the whole house. */
export function cancelHouse(model: Model, own: OwnNetwork, at: number): Effect[] {
	const running = runningWindow(own);
	if (running === null) return [];
	running.outcome = 'cancelled';
	running.cause = 'cancelled';
	running.router = model.name;
	end(model, own, running, at);

	return [{ kind: 'say', what: windowEvent('cancelled', own, null, false, true) }, ...closeHere(own, model.name)];
}

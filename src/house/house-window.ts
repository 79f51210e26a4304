import { isNew } from './known-names';
import type { Effect, HouseWindow, Model, OwnNetwork } from './model';
import { isMyTurn, noteTry } from './taking-turns';

/** How often luci.wps is asked to open a window, and how soon again when it did not get to that, milliseconds. */
const TRIES = 3;
export const ASK_AGAIN = 2000;

/** The house's window here, as long as it is not over. */
export function runningWindow(own: OwnNetwork): HouseWindow | null {
	return own.window !== null && !own.window.over ? own.window : null;
}

export function networkNamed(model: Model, ssid: string): OwnNetwork | null {
	return filter(values(model.networks), own => own.ssid === ssid)[0] ?? null;
}

/** The house begins to listen, here as well. */
export function begin(own: OwnNetwork, ids: string[], by: string, began: number, order: string[]): void {
	own.window = {
		ids,
		by,
		began,
		order,
		outcome: 'open',
		router: null,
		device: null,
		code: null,
		tries: 0,
		again: null,
		over: false,
		cause: null,
		leaving: null,
		expected: null,
		arrived: false
	};
}

/** The window is over in the whole house. */
export function end(model: Model, own: OwnNetwork, window: HouseWindow, at: number): void {
	for (const id of window.ids) {
		isNew(model.pastIds, id);
		if (window.cause !== null) isNew(model.endedIds, id);
	}
	window.over = true;
	noteTry(own, window, at);
}

/** Opens the window here, unless it is, or is being opened, or it is not our turn. */
export function openHere(model: Model, own: OwnNetwork, by: string, at: number): Effect[] {
	const window = runningWindow(own);
	if (window === null || own.open || own.asked === 'open' || !isMyTurn(model, window, at)) return [];
	own.asked = 'open';
	window.tries++;
	window.again = null;

	return [{ kind: 'open', key: own.key, ssid: own.ssid, by }];
}

/** Closes it here for the sake of another router, unless it is, or is being closed. */
export function closeHere(own: OwnNetwork, by: string): Effect[] {
	if (own.asked === 'close' || (!own.open && own.asked !== 'open')) return [];
	own.asked = 'close';
	own.closingFor = by;

	return [{ kind: 'close', key: own.key, ssid: own.ssid, by }];
}

/** luci.wps did not close it: it is asked again. */
export function notClosed(own: OwnNetwork): void {
	if (own.asked === 'close') own.asked = null;
}

/** luci.wps did not open it; a router that was too slow is asked again. */
export function refused(own: OwnNetwork, code: string, at: number): void {
	const running = runningWindow(own);
	own.asked = null;
	// Somebody was faster, on this router or through another tool: that window is the house's.
	if (code === 'already_open') own.open = true;
	// Where it has opened whatever the answer was, that came too late.
	else if (running !== null && !own.open) {
		running.outcome = 'refused';
		running.code = code;
		if (code === 'timeout' && running.tries < TRIES) running.again = at + ASK_AGAIN;
	}
}

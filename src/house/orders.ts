import * as uloop from 'uloop';
import { guarded } from '../router/bus';
import { note } from '../router/journal';
import { now } from '../router/time';
import { readCommand } from './command';
import { act } from './deeds';
import { take } from './limiter';
import * as local from './local';
import type { Local } from './model';
import { leaderOf } from './neighbours';
import { say } from './posts';
import type { State } from './state';
import { replyTopic, rootOf } from './topics';
import { cancelHouse, press, runningOn } from './windows';

/*
 * Commands from the topics: of Home Assistant, or of whoever may write there.
 */

/** The first router obeys for all; the others wait so long for it to be heard, milliseconds. */
const GRACE = 1500;

/** Whoever asked is told; not for each message of a flood. */
function reply(state: State, id: string, code: string | null): void {
	if (!take(state.replies, now().monotonic)) return;
	if (code !== null) note(`house: command ${id} is not obeyed: ${code}`);
	const message = code === null ? { id, ok: true } : { id, ok: false, error: { code }, now: now().epoch };

	say(state.settings, replyTopic(rootOf(state.settings.prefix), state.model.name), sprintf('%J', message), false);
}

/** Whether commands may make this router open a window once more. */
function mayOpen(state: State): boolean {
	return take(state.model.orders, now().monotonic);
}

/** The window of this router alone. */
function obey(state: State, id: string, command: string, network: Local): void {
	const done = (code: string | null) => reply(state, id, code);

	if (command === 'cancel' && take(state.cancels, now().monotonic)) local.cancel(network.ssid, done);
	else if (command === 'start' && mayOpen(state)) local.open(network.ssid, state.model.name, done);
	else done('busy');
}

/** The windows of all routers. */
function obeyForHouse(state: State, id: string, command: string, network: Local): void {
	if (command === 'cancel') act(state, cancelHouse(state.model, network, now().monotonic));
	// A press that runs is pressed again: that opens nothing.
	else if (runningOn(network) !== null || mayOpen(state))
		act(state, press(state.model, network, id, now().monotonic));
	else return reply(state, id, 'busy');
	reply(state, id, null);
}

/** A command for this router, or for the house. */
export function takeOrder(state: State, payload: string, retained: boolean, house: boolean): void {
	const command = readCommand(state.model, payload, retained, now().epoch);
	const id = command.id;
	const first = leaderOf(state.model) === state.model.name;

	if (command.refusal !== null) {
		if (id !== null && (!house || first)) reply(state, id, command.refusal);
		return;
	}
	if (id === null) return;
	const network = command.local;
	if (!house) return obey(state, id, command.command, network);
	if (first) return obeyForHouse(state, id, command.command, network);

	// Should the first one be deaf, another one is not.
	uloop.timer(GRACE, () =>
		guarded(() => {
			const known = [...state.model.past, ...state.model.over, ...(network.window?.ids ?? [])];
			const heard = index(known, id) >= 0;
			if (command.command === 'cancel' ? runningOn(network) !== null : !heard)
				obeyForHouse(state, id, command.command, network);
		})
	);
}

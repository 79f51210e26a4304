import * as uloop from 'uloop';
import { guarded } from '../router/bus';
import { note } from '../router/journal';
import { now } from '../router/time';
import type { State } from './bridge-state';
import { readCommand } from './command-reading';
import { perform } from './effects';
import { runningWindow } from './house-window';
import { leaderOf } from './leader';
import * as luciWps from './luci-wps';
import type { OwnNetwork } from './model';
import { cancelHouse, press } from './press';
import { take } from './rate-limit';
import { publishSingle } from './single-messages';
import { replyTopic, rootOf } from './topics';

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

	publishSingle(
		state.settings,
		replyTopic(rootOf(state.settings.prefix), state.model.name),
		sprintf('%J', message),
		false
	);
}

/** Whether commands may make this router open a window once more. */
function mayOpen(state: State): boolean {
	return take(state.model.commandStarts, now().monotonic);
}

/** The window of this router alone. */
function obey(state: State, id: string, command: string, network: OwnNetwork): void {
	const done = (code: string | null) => reply(state, id, code);

	if (command === 'cancel' && take(state.cancels, now().monotonic)) luciWps.cancel(network.ssid, done);
	else if (command === 'start' && mayOpen(state)) luciWps.open(network.ssid, state.model.name, done);
	else done('busy');
}

/** The windows of all routers. */
function obeyForHouse(state: State, id: string, command: string, network: OwnNetwork): void {
	if (command === 'cancel') perform(state, cancelHouse(state.model, network, now().monotonic));
	// A press that runs is pressed again: that opens nothing.
	else if (runningWindow(network) !== null || mayOpen(state))
		perform(state, press(state.model, network, id, now().monotonic));
	else return reply(state, id, 'busy');
	reply(state, id, null);
}

/** A command for this router, or for the house. */
export function takeCommand(state: State, payload: string, retained: boolean, house: boolean): void {
	const command = readCommand(state.model, payload, retained, now().epoch);
	const id = command.id;
	const first = leaderOf(state.model) === state.model.name;

	if (command.refusal !== null) {
		if (id !== null && (!house || first)) reply(state, id, command.refusal);
		return;
	}
	if (id === null) return;
	const network = command.own;
	if (!house) return obey(state, id, command.command, network);
	if (first) return obeyForHouse(state, id, command.command, network);

	// Should the first one be deaf, another one is not.
	uloop.timer(GRACE, () =>
		guarded(() => {
			const known = [...state.model.pastIds, ...state.model.endedIds, ...(network.window?.ids ?? [])];
			const heard = index(known, id) >= 0;
			if (command.command === 'cancel' ? runningWindow(network) !== null : !heard)
				obeyForHouse(state, id, command.command, network);
		})
	);
}

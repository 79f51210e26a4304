import { now } from '../router/time';
import { newAlarm, setAlarm, stopAlarm } from './alarm';
import { connectionsOf } from './mosquitto-clients';

/*
 * Whether the children still have the connections on which the last message came back; if not, the broker may have forgotten
 * it. Looked at as often as they tell the broker that they live, and when anybody says something.
 */

const CONNECTED = ['sub', 'pub'];

/** How often at most, milliseconds. */
const LOOK = 1000;

const looker = newAlarm(() => null);

let changed: (() => void) | null = null;
let period = 0;
let known = '';
/** When we last looked, milliseconds since boot. */
let looked = 0;

/** What came back came on these. */
export function rememberConnections(): void {
	known = connectionsOf(CONNECTED);
}

/** @param at  milliseconds since boot */
function look(at: number): void {
	if (changed === null) return;
	looked = at;
	if (connectionsOf(CONNECTED) !== known) changed();
	setAlarm(looker, period);
	// What holds itself in a circle, as callbacks do, a program of its own keeps for ever (ucode main.c, -g).
	gc();
}

/** Somebody has said something. */
export function lookAgain(at: number): void {
	if (at - looked > LOOK) look(at);
}

/**
 * Looks from now on.
 * @param every    milliseconds
 * @param onOther  they are others now
 */
export function watchConnections(every: number, onOther: () => void): void {
	period = every;
	changed = onOther;
	looker.ring = () => look(now().monotonic);
	setAlarm(looker, period);
}

export function stopWatching(): void {
	changed = null;
	stopAlarm(looker);
}

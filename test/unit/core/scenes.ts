import type { Clients, Moment, Observation, PbcStatus, Registrar } from '../../../src/contract/observation';
import type { Method, Reason, Session } from '../../../src/contract/session';
import { cancelWindow, observe, openWindow, type Window } from '../../../src/core/window';
import { network } from './networks';

/** What the tests of windows have in common: two devices, hostapd's words, and a way to play a story. */

export const PHONE = '02:00:00:00:01:00';
export const PRINTER = '02:00:00:00:02:00';

/** So many seconds after the window opened. */
export function at(seconds: number): Moment {
	return { monotonic: Math.round(5_000_000 + seconds * 1000), epoch: Math.floor(1_800_000_000 + seconds) };
}

export function registrar(
	pbc: PbcStatus,
	result: Registrar['result'] = 'None',
	peer: string | null = null,
	reason: Reason | null = null
): Registrar {
	return { pbc, result, reason, peer };
}

/** hostapd answers; `clients` null: nobody asked for them. `told`: its lines in the system log. */
export function says(answer: Registrar, clients: Clients | null = {}, told: string[] = []): Observation {
	return { kind: 'answer', registrar: answer, clients, told };
}

export const IDLE = registrar('Disabled');
export const ACTIVE = registrar('Active');
export const STALE_SUCCESS = registrar('Active', 'Success', PHONE);
export const STALE_FAILURE = registrar('Active', 'Failed', PHONE, 'authentication_failure');

/** A window to begin with: ours, by push button, on a network of its own, unless told. */
export interface Scene {
	id?: string;
	network?: Parameters<typeof network>[0];
	method?: Method;
	origin?: Session['origin'];
	before?: Registrar;
	/** The last line of the log before it opened. */
	logged?: number | null;
}

/** Something that happens so many seconds after the start. */
export type Step = [seconds: number, what: Observation | 'cancel'];

export function begin(scene: Scene = {}): Window {
	const { id = '1', method = 'pbc', origin = 'luci.wps', before = IDLE, logged = null } = scene;
	const { ifname, section, independent, ssid } = network(scene.network);
	const place = { ifname: ifname ?? '', section };
	const opening = {
		id,
		network: ssid,
		method,
		origin,
		by: null,
		parts: [{ ...place, independent, last: before, ending: null }],
		homes: [place],
		exclusive: independent
	};
	return { ...openWindow(opening, at(0)), logged };
}

export function advance(window: Window, [seconds, what]: Step): Window {
	if (what !== 'cancel') return observe(window, { [window.homes[0]!.ifname]: what }, at(seconds));
	return window.session.open ? cancelWindow(window, null) : window;
}

export function play(scene: Scene, ...steps: Step[]): Window {
	return steps.reduce(advance, begin(scene));
}

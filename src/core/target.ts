import type { Bss } from '../contract/bss';
import type { ErrorCode } from '../contract/error';
import { PROBLEMS, type Problem } from '../contract/problem';
import { obstacle } from './suitability';
import type { Whole } from './network-state';

/** What a caller names, one of them at most: a network by its SSID or one of its sections, or one access point by its interface. */
export interface Target {
	network: string | null;
	section: string | null;
	ifname: string | null;
}

/** Nothing named. */
export const ANYWHERE: Target = { network: null, section: null, ifname: null };

/** Whether a network is the one that is named; everything is where nothing is. */
export function isMeant(target: Target, network: Bss[]): boolean {
	if (target.network !== null) return network[0].ssid === target.network;
	if (target.section !== null) return length(filter(network, bss => bss.section === target.section)) > 0;
	if (target.ifname !== null) return length(filter(network, bss => bss.ifname === target.ifname)) > 0;

	return true;
}

/** What a start comes to: where it opens which network, or why it does not. */
export type Choice = { error: null; whole: Whole; opening: Bss[] } | { error: ErrorCode };

/** The error with which a start answers while this stands in the way. */
function errorOf(problem: Problem | null): ErrorCode {
	return (problem === null ? null : PROBLEMS[problem.code].refusal) ?? 'wps_disabled';
}

function chooseOne(target: Target, whole: Whole): Choice {
	if (target.ifname !== null) {
		const place = filter(whole.places, one => one.bss.ifname === target.ifname)[0];
		return place.ready
			? { error: null, whole, opening: [place.bss] }
			: { error: errorOf(obstacle(place.problems)) };
	}

	return whole.ready ? { error: null, whole, opening: whole.opening } : { error: errorOf(whole.obstacle) };
}

/** Nothing is ready: what stands in the way of the only network that has WPS on, else of the only one there is. */
function chooseNone(wholes: Whole[]): Choice {
	const enabled = filter(wholes, whole => whole.enabled);
	const only = length(enabled) > 0 ? enabled : wholes;

	return { error: length(only) === 1 ? errorOf(only[0].obstacle) : 'wps_disabled' };
}

/** Which network a start opens, and where. One SSID may be that of two networks: then the one that is ready. */
export function choose(wholes: Whole[], target: Target): Choice {
	const named = target.network !== null || target.section !== null || target.ifname !== null;
	const meant = filter(wholes, whole =>
		isMeant(
			target,
			map(whole.places, place => place.bss)
		)
	);
	if (named && length(meant) === 0) return { error: 'unknown_target' };
	if (length(meant) === 1 && (named || meant[0].ready)) return chooseOne(target, meant[0]);

	const ready = filter(meant, whole => whole.ready);
	if (length(ready) === 1) return chooseOne(target, ready[0]);
	if (length(ready) > 1) return { error: 'ambiguous_target' };

	return named ? { error: errorOf(meant[0].obstacle) } : chooseNone(meant);
}

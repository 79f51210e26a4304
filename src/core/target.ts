import type { ErrorCode } from '../contract/error';
import { PROBLEMS } from '../contract/problem';
import type { AccessPoint } from '../contract/status';
import { obstacle } from './suitability';

/** What a caller names: both null means "the one that fits". */
export interface Target {
	ifname: string | null;
	section: string | null;
}

/** Wherever it fits. */
export const ANYWHERE: Target = { ifname: null, section: null };

/** Whether this access point is what the caller named. */
export function matches(target: Target, ap: { ifname: string | null; section: string }): boolean {
	return (
		(target.ifname === null || target.ifname === ap.ifname) &&
		(target.section === null || target.section === ap.section)
	);
}

/**
 * Which access points a request may mean. One section can be on the air several times
 * (a list of radios); then only the interface tells. Without a name: those that
 * are ready, else all, so that the problem of an only one can be told.
 */
export function candidates(access_points: AccessPoint[], target: Target): AccessPoint[] {
	const named = filter(access_points, ap => matches(target, ap));
	const ready = filter(named, ap => ap.ready);

	return target.ifname === null && target.section === null && length(ready) > 0 ? ready : named;
}

/** Why a window can't be opened on the one that is meant, in the terms of an error; null: it can. */
export function refusal(meant: AccessPoint[]): ErrorCode | null {
	if (length(meant) !== 1) return length(meant) === 0 ? 'unknown_target' : 'ambiguous_target';

	const problem = obstacle(meant[0].problems);
	return problem === null ? null : PROBLEMS[problem.code].refusal;
}

import type { ErrorCode } from '../contract/error';
import { PROBLEMS } from '../contract/problem';
import type { AccessPoint } from '../contract/status';
import { obstacle } from './suitability';

/** What a caller names: both null means "the one that fits". */
export interface Target {
	ifname: string | null;
	section: string | null;
}

export type Choice = { access_point: AccessPoint; error: null } | { access_point: null; error: ErrorCode };

function only(found: AccessPoint[]): Choice {
	if (length(found) === 1) return { access_point: found[0], error: null };
	return { access_point: null, error: length(found) === 0 ? 'unknown_target' : 'ambiguous_target' };
}

/** Whether this access point is what the caller named. */
export function matches(target: Target, ap: { ifname: string | null; section: string }): boolean {
	return (
		(target.ifname === null || target.ifname === ap.ifname) &&
		(target.section === null || target.section === ap.section)
	);
}

/**
 * Which access point a request means. One section can be on the air several times
 * (a list of radios); then only the interface tells. Without a name: the only one that
 * is ready, else the only one there is, so that its own problem can be told.
 */
export function chooseTarget(access_points: AccessPoint[], target: Target): Choice {
	const named = filter(access_points, ap => matches(target, ap));
	if (target.ifname !== null || target.section !== null) return only(named);

	const ready = filter(named, ap => ap.ready);
	return only(length(ready) > 0 ? ready : named);
}

/** Why a window can't be opened on this access point now, in the terms of an error; null: it can. */
export function refusal(ap: AccessPoint): ErrorCode | null {
	const problem = obstacle(ap.problems);
	return problem === null ? null : PROBLEMS[problem.code].refusal;
}

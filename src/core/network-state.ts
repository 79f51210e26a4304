import type { Bss } from '../contract/bss';
import { PROBLEMS, type Problem, type ProblemCode } from '../contract/problem';
import { areOne, openingOf, sectionsOf } from './network';
import { obstacle } from './suitability';

/** One access point and what stands in its way. */
export interface Place {
	bss: Bss;
	problems: Problem[];
	ready: boolean;
}

/** A network as it is now: its access points, where a start opens it, and what stands in the way of all of it. */
export interface Whole {
	places: Place[];
	enabled: boolean;
	ready: boolean;
	opening: Bss[];
	problems: Problem[];
	/** What keeps the access point that is nearest to being ready from it; null: one is. */
	obstacle: Problem | null;
}

export function bssesOf(places: Place[]): Bss[] {
	return map(places, place => place.bss);
}

/** WPS can work on it once it is on: nothing of its settings is against it. */
export function isAble(place: Place): boolean {
	const against = filter(
		place.problems,
		problem => PROBLEMS[problem.code].refusal === 'unsuitable_network' && problem.code !== 'full'
	);
	return length(against) === 0;
}

/** What its access points have in common told once, with the sections on which it stands; the shortest wait counts. */
function merge(problems: Problem[]): Problem[] {
	const merged: { [code in ProblemCode]?: Problem } = {};

	for (const problem of problems) {
		const known = merged[problem.code] ?? null;
		if (known === null) merged[problem.code] = { ...problem, sections: [...problem.sections] };
		else {
			for (const section of problem.sections)
				if (index(known.sections, section) < 0) push(known.sections, section);
			if (known.seconds !== null) known.seconds = min(known.seconds, problem.seconds ?? known.seconds);
		}
	}

	const ordered: Problem[] = [];
	for (const code of keys(PROBLEMS)) {
		const problem = merged[code] ?? null;
		if (problem !== null) push(ordered, problem);
	}

	return ordered;
}

/** The warning that a start opens only one access point of several, where that is so. */
function apart(enabled: Bss[]): Problem[] {
	if (areOne(enabled)) return [];

	const kind = PROBLEMS.bands_apart;
	return [
		{
			code: 'bands_apart',
			severity: 'warning',
			option: 'wps_independent',
			fix: kind.fix,
			seconds: null,
			sections: sectionsOf(enabled)
		}
	];
}

/** How far an access point is on its way: the further down its first error stands in the table, the less is missing. */
function nearness(place: Place): number {
	const problem = obstacle(place.problems);
	return problem === null ? length(PROBLEMS) : index(keys(PROBLEMS), problem.code);
}

/** What the places of one network come to. */
export function wholeOf(places: Place[]): Whole {
	const enabled = filter(places, place => place.bss.wps && !place.bss.disabled);
	const ready = filter(places, place => place.ready);
	const problems: Problem[] = apart(bssesOf(enabled));
	let nearest = places[0];

	for (const place of places) {
		for (const problem of place.problems) push(problems, problem);
		if (nearness(place) > nearness(nearest)) nearest = place;
	}

	return {
		places,
		enabled: length(enabled) > 0,
		ready: length(ready) > 0,
		opening: openingOf(bssesOf(ready)),
		problems: merge(problems),
		obstacle: length(ready) > 0 ? null : obstacle(nearest.problems)
	};
}

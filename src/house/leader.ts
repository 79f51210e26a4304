import type { Model } from './model';
import { VERSION } from './topics';

/** Who speaks for the whole house: the first by name of those that are there. Only while connected. */
export function leaderOf(model: Model): string {
	const there = filter(
		keys(model.neighbours),
		name => model.neighbours[name].there && model.neighbours[name].version === VERSION
	);

	return sort([model.name, ...there])[0];
}

import { FRESH, IDS } from './limits';
import type { HouseWindow } from './model';
import type { WindowReport } from './report';

/** Another press for the same network that is heard while ours runs: both are one. */
export function merge(window: HouseWindow, told: WindowReport, at: number): void {
	const began = at - told.age * 1000;
	const later = began - window.began;
	// The later one counts; of two at once the first by name, so that all routers settle on the same.
	const first = sort([window.ids[0], told.ids[0]])[0];
	if (later > FRESH * 1000 || (later > -FRESH * 1000 && first !== window.ids[0])) {
		window.by = told.by;
		window.order = told.order;
		window.began = began;
	}
	const ids = [...window.ids];
	for (const id of told.ids) if (index(ids, id) < 0) push(ids, id);
	window.ids = slice(sort(ids), 0, IDS);
}

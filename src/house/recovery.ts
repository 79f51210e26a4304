import { begin } from './house-window';
import type { Model } from './model';
import type { NetworkReport } from './report';

/** What the bridge itself said before it was started anew: a window that is still open here is still the house's. */
export function recover(model: Model, before: { [key: string]: NetworkReport }, at: number): void {
	for (const key of keys(before)) {
		const own = model.networks[key] ?? null;
		const told = before[key].window;
		if (own === null || told === null || told.cause !== null || !own.open || own.window !== null) continue;

		begin(own, told.ids, told.by, at - told.age * 1000, told.order);
	}
}

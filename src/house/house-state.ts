import type { Model } from './model';
import { printable } from './text';

/** A network of the house, over all its routers. */
interface HouseNetworkState {
	ssid: string;
	/** `open`: at least one router listens. */
	state: 'open' | 'idle' | 'not_ready';
	/** Which do. */
	open: string[];
	/** How the last press ended, where, and what came in; null: it did not, or brought nobody. */
	outcome: 'joined' | 'overlap' | 'cancelled' | null;
	router: string | null;
	device: string | null;
}

/** What the first router of the house says for all: of the networks that it has itself. */
export function houseState(model: Model): { networks: { [key: string]: HouseNetworkState } } {
	const networks: { [key: string]: HouseNetworkState } = {};
	for (const key of keys(model.networks)) {
		const own = model.networks[key];
		const open = own.open ? [model.name] : [];
		let ready = own.ready;

		for (const name of sort(keys(model.neighbours))) {
			const neighbour = model.neighbours[name];
			const told = neighbour.there ? (neighbour.networks[key] ?? null) : null;
			if (told === null) continue;
			if (told.open) push(open, name);
			ready = ready || told.ready;
		}

		const window = own.window;
		const over = window !== null && window.over && length(open) === 0;
		networks[key] = {
			ssid: printable(own.ssid, 64),
			state: length(open) > 0 ? 'open' : ready ? 'idle' : 'not_ready',
			open,
			outcome: over ? window.cause : null,
			router: over ? window.router : null,
			device: over ? window.device : null
		};
	}

	return { networks };
}

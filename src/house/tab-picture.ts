import type { ToldHouse, NeighbourNetwork, HouseProblem, NeighbourRouter } from '../contract/house';
import { runningWindow } from './house-window';
import type { Model, Neighbour, OwnNetwork } from './model';
import type { NetworkReport } from './report';
import { VERSION } from './topics';

/** A router that is there opens within this after a press, milliseconds; else it is late. */
const LATE = 5000;

/** Milliseconds until who has not answered is late; null: nobody waits for that. */
export function untilLate(model: Model, at: number): number | null {
	let soonest: number | null = null;
	for (const own of values(model.networks)) {
		const running = runningWindow(own);
		const wait = running === null ? 0 : running.began + LATE + 1 - at;
		if (wait > 0) soonest = min(soonest ?? wait, wait);
	}

	return soonest;
}

/** Why a network of another router does not listen although the house does; null: nothing is wrong. */
function problemOf(neighbour: Neighbour, told: NetworkReport, own: OwnNetwork | null, at: number): string | null {
	if (!neighbour.there) return null;
	if (told.window !== null && told.window.outcome === 'refused') return told.window.code ?? 'refused';
	if (!told.ready) return told.problem;

	const running = own === null ? null : runningWindow(own);
	if (running === null || told.open || length(running.order) > 0) return null;
	const heard = told.window !== null && length(filter(told.window.ids, id => index(running.ids, id) >= 0)) > 0;

	return !heard && at - running.began > LATE ? 'late' : null;
}

function networksOf(model: Model, neighbour: Neighbour, at: number): NeighbourNetwork[] {
	return map(keys(neighbour.networks), key => {
		const told = neighbour.networks[key];
		const own = model.networks[key] ?? null;

		return {
			// as this router writes it, where it is the same
			ssid: own === null ? told.ssid : own.ssid,
			ready: told.ready,
			open: told.open,
			problem: problemOf(neighbour, told, own, at)
		};
	});
}

function routerOf(model: Model, neighbour: Neighbour, at: number): NeighbourRouter {
	const other = neighbour.version - VERSION;

	return {
		name: neighbour.name,
		there: neighbour.there,
		problem: other === 0 ? null : other < 0 ? 'older' : 'newer',
		networks: networksOf(model, neighbour, at)
	};
}

/** The house as the tab shows it. Without the broker nobody is known to be there. */
export function pictureOf(
	model: Model,
	connected: boolean,
	problem: HouseProblem | null,
	uuid: string | null,
	at: number
): ToldHouse {
	const names = sort(keys(model.neighbours));

	return {
		connected,
		name: model.name,
		problem,
		uuid,
		routers: map(names, name => routerOf(model, model.neighbours[name], at))
	};
}

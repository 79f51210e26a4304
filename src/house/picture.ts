import type { ToldHouse, NeighbourNetwork, HouseProblem, NeighbourRouter } from '../contract/house';
import type { ToldNetwork } from './document';
import type { Local, Model, Neighbour } from './model';
import { VERSION } from './topics';
import { runningOn } from './windows';

/** A router that is there opens within this after a press, milliseconds; else it is late. */
const LATE = 5000;

/** Milliseconds until who has not answered is late; null: nobody waits for that. */
export function untilLate(model: Model, at: number): number | null {
	let soonest: number | null = null;
	for (const local of values(model.locals)) {
		const running = runningOn(local);
		const wait = running === null ? 0 : running.began + LATE + 1 - at;
		if (wait > 0) soonest = min(soonest ?? wait, wait);
	}

	return soonest;
}

/** Why a network of another router does not listen although the house does; null: nothing is wrong. */
function problemOf(neighbour: Neighbour, told: ToldNetwork, local: Local | null, at: number): string | null {
	if (!neighbour.there) return null;
	if (told.window !== null && told.window.outcome === 'refused') return told.window.code ?? 'refused';
	if (!told.ready) return told.problem;

	const running = local === null ? null : runningOn(local);
	if (running === null || told.open || length(running.order) > 0) return null;
	const heard = told.window !== null && length(filter(told.window.ids, id => index(running.ids, id) >= 0)) > 0;

	return !heard && at - running.began > LATE ? 'late' : null;
}

function networksOf(model: Model, neighbour: Neighbour, at: number): NeighbourNetwork[] {
	return map(keys(neighbour.networks), key => {
		const told = neighbour.networks[key];
		const local = model.locals[key] ?? null;

		return {
			// as this router writes it, where it is the same
			ssid: local === null ? told.ssid : local.ssid,
			ready: told.ready,
			open: told.open,
			problem: problemOf(neighbour, told, local, at)
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

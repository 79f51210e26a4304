import { ROUTERS } from './limits';
import type { Effect, Model, Neighbour } from './model';
import { hearNetworks } from './neighbour-windows';
import type { Report } from './report';
import { VERSION } from './topics';

/** A router that is heard for the first time, unless the house is full. */
function meet(model: Model, name: string, version: number): Neighbour | null {
	if (length(model.neighbours) >= ROUTERS) return null;
	const neighbour: Neighbour = {
		name,
		version,
		there: false,
		run: '',
		former: null,
		seq: -1,
		live: false,
		networks: {}
	};
	model.neighbours[name] = neighbour;

	return neighbour;
}

/** Somebody of another version: all that can be said is that it is there, or was. */
export function hearStranger(model: Model, name: string, version: number): void {
	const known = model.neighbours[name] ?? null;
	// An update leaves what the version before had said in the broker.
	if (known !== null && known.version === VERSION && known.there) return;

	const neighbour = known ?? meet(model, name, version);
	if (neighbour === null) return;
	neighbour.version = version;
	neighbour.there = true;
	neighbour.networks = {};
}

/** The owner has wiped out what somebody of another version had said. */
export function forgetStranger(model: Model, name: string, version: number): void {
	if (model.neighbours[name]?.version === version) delete model.neighbours[name];
}

/** What was said before, or in a life before: messages can come twice, and late. */
function isOld(neighbour: Neighbour, report: Report): boolean {
	if (report.run === neighbour.former) return true;
	// The last will is as old as the connection that it is of.
	return report.run === neighbour.run && report.there && report.seq <= neighbour.seq;
}

/**
 * What another router says of itself.
 * @param report  null: the owner has wiped it out of the broker
 * @param live    it says so now; else the broker had kept it
 */
export function hearReport(model: Model, name: string, report: Report | null, live: boolean, at: number): Effect[] {
	if (report === null) {
		delete model.neighbours[name];
		return [];
	}
	const neighbour = model.neighbours[name] ?? meet(model, name, VERSION);
	if (neighbour === null || isOld(neighbour, report)) return [];

	if (report.run !== neighbour.run) {
		neighbour.former = neighbour.run === '' ? null : neighbour.run;
		neighbour.run = report.run;
		neighbour.seq = -1;
	}
	neighbour.version = VERSION;
	neighbour.there = report.there;
	if (report.there) {
		neighbour.seq = report.seq;
		neighbour.live = live || neighbour.live;
		neighbour.networks = report.networks;
		return hearNetworks(model, name, report.networks, live, at);
	}
	// Its networks stay known, so that it is named with them; whether they listen is not.
	for (const key of keys(neighbour.networks))
		neighbour.networks[key] = { ...neighbour.networks[key], ready: false, open: false, window: null };

	return [];
}

/** The broker was lost: who is there will be told anew, perhaps in the same words. */
export function forgetPresence(model: Model): void {
	for (const name of keys(model.neighbours)) {
		const neighbour = model.neighbours[name];
		neighbour.there = false;
		neighbour.live = false;
		neighbour.seq = -1;
	}
}

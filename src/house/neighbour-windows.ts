import { OVERLAP_TIME } from '../contract/limits';
import { expectDevice, hearArrival } from './arrivals';
import { begin, closeHere, end, openHere, runningWindow } from './house-window';
import { isNew } from './known-names';
import { FRESH } from './limits';
import type { Effect, Model, OwnNetwork } from './model';
import { merge } from './presses-at-once';
import { take } from './rate-limit';
import type { NetworkReport, WindowReport } from './report';

function overlap(some: string[], others: string[]): boolean {
	return length(filter(some, id => index(others, id) >= 0)) > 0;
}

/** Whether all of these are known. */
function isAmong(some: string[], others: string[]): boolean {
	return length(filter(some, id => index(others, id) < 0)) === 0;
}

/** Another router tells that the window is over: ours closes. */
function hearEnding(model: Model, own: OwnNetwork, name: string, told: WindowReport, at: number): Effect[] {
	const window = own.window;
	const cause = told.cause ?? 'cancelled';
	const news = length(filter(told.ids, id => isNew(model.endedIds, id))) > 0;
	if (news && cause === 'joined' && told.router !== model.name && told.age < 2 * OVERLAP_TIME)
		own.joinedElsewhere = at;
	if (window === null || !overlap(window.ids, told.ids)) return [];

	if (told.router === name) expectDevice(window, told.mark, at);
	if (window.over) return hearArrival(window, name, told);

	window.cause = cause;
	window.outcome = 'closed';
	window.router = told.router ?? name;
	window.device = told.device;
	end(model, own, window, at);
	const device = told.device === null ? '' : ` (${told.device})`;

	return [
		{ kind: 'note', text: `"${own.ssid}" was ended by router ${window.router}: ${cause}${device}` },
		...closeHere(own, name)
	];
}

/** What another router tells of the house's window. `live`: it says so now. */
function hearWindow(
	model: Model,
	own: OwnNetwork,
	name: string,
	told: WindowReport,
	live: boolean,
	at: number
): Effect[] {
	// Of two presses at once a router may know both names, and the one that ended them only its own: one is over, both are.
	if (told.cause !== null || overlap(model.endedIds, told.ids)) return hearEnding(model, own, name, told, at);
	if (!live) return [];

	const running = runningWindow(own);
	// What has failed here is tried again for another press, not for another message; nor does one that is slow to forget press.
	if (isAmong(told.ids, [...model.pastIds, ...(running?.ids ?? [])])) return [];
	if (running === null && told.age > FRESH) return [];
	if (!take(model.neighbourStarts, at))
		return [{ kind: 'note', text: `too many starts: that of router ${name} is not obeyed` }];

	if (running !== null) merge(running, told, at);
	else begin(own, told.ids, told.by, at - told.age * 1000, told.order);
	return openHere(model, own, name, at);
}

/** What another router tells of its networks: those of the same SSID are one. */
export function hearNetworks(
	model: Model,
	name: string,
	networks: { [key: string]: NetworkReport },
	live: boolean,
	at: number
): Effect[] {
	const effects: Effect[] = [];
	for (const key of keys(networks)) {
		const own = model.networks[key] ?? null;
		const told = networks[key].window;
		if (own === null || told === null) continue;
		for (const effect of hearWindow(model, own, name, told, live, at)) push(effects, effect);
	}

	return effects;
}

import { OVERLAP_TIME, WALK_TIME } from '../contract/limits';
import { causeOf, type Outcome, type ToldNetwork, type ToldWindow } from './document';
import { isNew, take } from './limiter';
import { FRESH, IDS, TURNS } from './limits';
import type { Deed, Happening, HouseWindow, Local, Model } from './model';
import { turnAt, turnsLast } from './turns';

/** A window of hostapd lasts two minutes; a little later it is over here whatever was not heard, milliseconds. */
const LAST = (WALK_TIME + 5) * 1000;

/** Pressed again so soon after a press that lasted so long and brought nobody, routers take turns, milliseconds. */
const SOON = 600000;
const TRIED = 20000;

/** How long after luci.wps did not close a window it is asked again, milliseconds. */
const AGAIN = 2000;

/** The parts of a session of luci.wps that matter here. */
export interface LocalSession {
	network: string;
	method: string;
	reason: string | null;
	peer: { mac: string; name: string | null } | null;
}

/** The house's window here, as long as it is not over. */
export function runningOn(local: Local): HouseWindow | null {
	return local.window !== null && !local.window.over ? local.window : null;
}

export function localFor(model: Model, ssid: string): Local | null {
	return filter(values(model.locals), local => local.ssid === ssid)[0] ?? null;
}

function share(some: string[], others: string[]): boolean {
	return length(filter(some, id => index(others, id) >= 0)) > 0;
}

/** Whether all of these are known. */
function isAmong(some: string[], others: string[]): boolean {
	return length(filter(some, id => index(others, id) < 0)) === 0;
}

function happening(type: string, local: Local, device: string | null, router: boolean, house: boolean): Happening {
	const window = local.window;

	return {
		type,
		key: local.key,
		network: local.ssid,
		device,
		by: house ? (window?.by ?? null) : null,
		code: house ? (window?.code ?? null) : null,
		router,
		house
	};
}

/** The window is over in the whole house. */
function end(model: Model, local: Local, window: HouseWindow, at: number): void {
	for (const id of window.ids) {
		isNew(model.past, id);
		if (window.cause !== null) isNew(model.over, id);
	}
	window.over = true;
	if (window.cause === 'joined') local.fruitless = null;
	else if (window.cause !== 'overlap' && at - window.began >= TRIED) local.fruitless = at;
}

/** Who takes part in a press, this router first; only two and more can take turns. */
function orderFor(model: Model, local: Local, at: number): string[] {
	const again = local.fruitless !== null && at - local.fruitless < SOON;
	if (model.turns === 'never' || (model.turns === 'auto' && !again)) return [];

	const others = filter(
		keys(model.neighbours),
		name => model.neighbours[name].there && model.neighbours[name].networks[local.key]?.ready === true
	);
	const order = local.ready ? [model.name, ...sort(others)] : sort(others);

	return length(order) > 1 ? slice(order, 0, TURNS) : [];
}

/** Whether this router is to listen now. */
function isMyTurn(model: Model, window: HouseWindow, at: number): boolean {
	if (length(window.order) === 0) return true;
	const turn = turnAt(window.order, at - window.began);

	return turn.open && turn.name === model.name;
}

/** Opens the window here, unless it is, or is being opened, or it is not our turn. */
function openHere(model: Model, local: Local, by: string, at: number): Deed[] {
	const window = runningOn(local);
	if (window === null || local.open || local.asked === 'open' || !isMyTurn(model, window, at)) return [];
	local.asked = 'open';

	return [{ kind: 'open', key: local.key, ssid: local.ssid, by }];
}

function closeHere(local: Local, by: string): Deed[] {
	if (local.asked === 'close' || (!local.open && local.asked !== 'open')) return [];
	local.asked = 'close';
	local.closing = by;

	return [{ kind: 'close', key: local.key, ssid: local.ssid, by }];
}

function begin(local: Local, ids: string[], by: string, began: number, order: string[]): void {
	local.window = {
		ids,
		by,
		began,
		order,
		outcome: 'open',
		router: null,
		device: null,
		code: null,
		over: false,
		cause: null
	};
}

/** Somebody pressed at this router, or a command asks for it: the whole house opens. Pressed twice, it is one window. */
export function press(model: Model, local: Local, id: string, at: number): Deed[] {
	const running = runningOn(local);
	if (running !== null) {
		if (local.open) running.outcome = 'open';
		return [];
	}
	begin(local, [id], model.name, at, orderFor(model, local, at));

	const deeds: Deed[] = [{ kind: 'say', what: happening('started', local, null, false, true) }];
	for (const deed of openHere(model, local, model.name, at)) push(deeds, deed);

	return deeds;
}

/** luci.wps did not close it: it is asked again. */
export function notClosed(local: Local): void {
	if (local.asked === 'close') local.asked = null;
}

/** Somebody cancels for the whole house. */
export function cancelHouse(model: Model, local: Local, at: number): Deed[] {
	const running = runningOn(local);
	if (running === null) return [];
	running.outcome = 'cancelled';
	running.cause = 'cancelled';
	running.router = model.name;
	end(model, local, running, at);

	return [{ kind: 'say', what: happening('cancelled', local, null, false, true) }, ...closeHere(local, model.name)];
}

/** What the bridge itself said before it was started anew: a window that is still open here is still the house's. */
export function recover(model: Model, before: { [key: string]: ToldNetwork }, at: number): void {
	for (const key of keys(before)) {
		const local = model.locals[key] ?? null;
		const told = before[key].window;
		if (local === null || told === null || told.cause !== null || !local.open || local.window !== null) continue;

		begin(local, told.ids, told.by, at - told.age * 1000, told.order);
	}
}

/** luci.wps did not open it. */
export function refused(local: Local, code: string): void {
	const running = runningOn(local);
	local.asked = null;
	// Somebody was faster, on this router or through another tool: that window is the house's.
	if (code === 'already_open') local.open = true;
	// Where it has opened whatever the answer was, that came too late.
	else if (running !== null && !local.open) {
		running.outcome = 'refused';
		running.code = code;
	}
}

/** Another press for the same network that is heard while ours runs: both are one. */
function merge(window: HouseWindow, told: ToldWindow, at: number): void {
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

/** Another router tells that the window is over: ours closes. */
function hearEnding(model: Model, local: Local, name: string, told: ToldWindow, at: number): Deed[] {
	const running = runningOn(local);
	const ours = running !== null && share(running.ids, told.ids);

	const cause = told.cause ?? 'cancelled';
	const news = length(filter(told.ids, id => isNew(model.over, id))) > 0;
	if (news && cause === 'joined' && told.router !== model.name && told.age < 2 * OVERLAP_TIME) local.elsewhere = at;
	if (running === null || !ours) return [];

	running.cause = cause;
	running.outcome = 'closed';
	running.router = told.router ?? name;
	running.device = told.device;
	end(model, local, running, at);
	const device = told.device === null ? '' : ` (${told.device})`;

	return [
		{ kind: 'note', text: `"${local.ssid}" was ended by router ${running.router}: ${cause}${device}` },
		...closeHere(local, name)
	];
}

/** What another router tells of the house's window. `live`: it says so now. */
function hearWindow(model: Model, local: Local, name: string, told: ToldWindow, live: boolean, at: number): Deed[] {
	// Of two presses at once a router may know both names, and the one that ended them only its own: one is over, both are.
	if (told.cause !== null || share(model.over, told.ids)) return hearEnding(model, local, name, told, at);
	if (!live) return [];

	const running = runningOn(local);
	// What has failed here is tried again for another press, not for another message; nor does one that is slow to forget press.
	if (isAmong(told.ids, [...model.past, ...(running?.ids ?? [])])) return [];
	if (running === null && told.age > FRESH) return [];
	if (!take(model.presses, at))
		return [{ kind: 'note', text: `too many starts: that of router ${name} is not obeyed` }];

	if (running !== null) merge(running, told, at);
	else begin(local, told.ids, told.by, at - told.age * 1000, told.order);
	return openHere(model, local, name, at);
}

/** What another router tells of its networks: those of the same SSID are one. */
export function hearNetworks(
	model: Model,
	name: string,
	networks: { [key: string]: ToldNetwork },
	live: boolean,
	at: number
): Deed[] {
	const deeds: Deed[] = [];
	for (const key of keys(networks)) {
		const local = model.locals[key] ?? null;
		const told = networks[key].window;
		if (local === null || told === null) continue;
		for (const deed of hearWindow(model, local, name, told, live, at)) push(deeds, deed);
	}

	return deeds;
}

/**
 * Whether an overlap is that of this router alone: a device that another router has taken a moment ago was heard here as
 * well, and stands in the way of the next one here, but not there.
 */
function isStale(local: Local, at: number): boolean {
	return local.elsewhere !== null && at - local.elsewhere < OVERLAP_TIME * 1000;
}

/** How a session of this router ended the house's window, if it did. */
function conclude(model: Model, local: Local, type: string, session: LocalSession, at: number): boolean {
	const running = runningOn(local);
	if (running === null) return false;
	const ending = type === 'success' ? 'joined' : (type as Outcome);
	const cause = causeOf(ending);

	if (cause !== null && (cause !== 'overlap' || !isStale(local, at))) {
		running.outcome = ending;
		running.cause = cause;
		running.router = model.name;
		running.device = session.peer?.name ?? null;
		end(model, local, running, at);
		return true;
	}
	running.outcome = type === 'timeout' ? 'timeout' : 'failed';
	running.code = type === 'timeout' ? null : (session.reason ?? type);
	// All have opened at once, so all of it is over; where they take turns others still listen.
	if (type === 'timeout' && length(running.order) === 0) end(model, local, running, at);

	return true;
}

/** A session of luci.wps has changed on this router. */
export function happened(model: Model, type: string, session: LocalSession, at: number): Deed[] {
	const local = localFor(model, session.network);
	if (local === null || session.method !== 'pbc') return [];

	local.busy = type === 'connecting';
	local.open = type === 'started' || type === 'connecting';
	if (type !== 'connecting') {
		local.asked = null;
		local.closing = null;
	}
	if (type === 'connecting') return [];
	// We have closed it ourselves: the house knows.
	const known = type === 'cancelled' && session.reason === 'house';
	if (known || type === 'started') {
		const running = runningOn(local);
		if (!known && running !== null) running.outcome = 'open';
		return [{ kind: 'say', what: happening(type, local, null, true, false) }];
	}

	const device = session.peer?.name ?? null;
	const window = local.window;
	const mine = window !== null && window.outcome === 'joined';
	// It was told when it got the keys; now it is in, and has a name perhaps.
	if (type === 'joined' && mine) window.device = device ?? window.device;
	const house = conclude(model, local, type, session, at) || (type === 'joined' && mine);
	// Who joins is told once, when it is in.
	const told = house && (type !== 'timeout' || window?.by === model.name);
	if (told && type === 'overlap' && window?.outcome === 'failed')
		return [
			{ kind: 'say', what: happening(type, local, null, true, false) },
			{ kind: 'say', what: happening('failed', local, null, false, true) }
		];

	return [{ kind: 'say', what: happening(type, local, device, true, told) }];
}

/** What is due by the clock: turns, and windows whose end was not heard. */
export function tick(model: Model, at: number): Deed[] {
	const deeds: Deed[] = [];
	for (const local of values(model.locals)) {
		if (local.closing !== null && local.open && local.asked === null)
			for (const deed of closeHere(local, local.closing)) push(deeds, deed);

		const running = runningOn(local);
		if (running === null) continue;

		const turns = length(running.order) > 0;
		let due: Deed[] = [];
		if (at - running.began >= (turns ? turnsLast(running.order) : LAST)) {
			if (running.outcome === 'open') running.outcome = 'timeout';
			end(model, local, running, at);
			if (turns) due = closeHere(local, model.name);
		} else if (turns && isMyTurn(model, running, at)) due = openHere(model, local, running.by, at);
		else if (turns && !local.busy) due = closeHere(local, model.name);
		for (const deed of due) push(deeds, deed);
	}

	return deeds;
}

/** Milliseconds until `tick` has something to do; null: nothing is open. */
export function untilTick(model: Model, at: number): number | null {
	let soonest: number | null = null;
	for (const local of values(model.locals)) {
		if (local.closing !== null && local.open) soonest = min(soonest ?? AGAIN, AGAIN);
		const running = runningOn(local);
		if (running === null) continue;

		const elapsed = at - running.began;
		const turns = length(running.order) > 0;
		let wait = (turns ? turnsLast(running.order) : LAST) - elapsed;
		if (turns) wait = min(wait, turnAt(running.order, elapsed).left);
		soonest = min(soonest ?? wait, wait);
	}

	return soonest === null ? null : max(soonest, 0);
}

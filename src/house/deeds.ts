import type { ToldHouse } from '../contract/house';
import { note } from '../router/journal';
import { now } from '../router/time';
import { newAlarm, setAlarm, stopAlarm } from './alarm';
import { houseDuties } from './duties';
import { keepPicture, keepSaid } from './keeping';
import { take } from './limiter';
import * as link from './link';
import * as local from './local';
import type { Deed, Happening } from './model';
import { pictureOf, untilLate } from './picture';
import { say } from './posts';
import type { State } from './state';
import { gist, tell } from './telling';
import { eventTopic, houseTopic, rootOf } from './topics';
import { happened, notClosed, refused, tick, untilTick } from './windows';

/*
 * What follows from what was heard: calls to luci.wps, messages, the picture for the tab.
 */

/** The picture is written at most so often, milliseconds. */
const PAINT = 50;

const ticker = newAlarm(() => null);
const painter = newAlarm(() => null);
let said = '';

export function picture(state: State): ToldHouse {
	const problem = state.rivalled ? 'name_taken' : link.problemOfLink();

	return pictureOf(state.model, link.isConnected(), problem, state.naming.own, now().monotonic);
}

/** Tells of a window, on our topic and for the whole house. */
function sayHappening(state: State, what: Happening): void {
	const root = rootOf(state.settings.prefix);
	const message = sprintf('%J', {
		event_type: what.type,
		key: what.key,
		network: what.network,
		router: state.model.name,
		device: what.device,
		by: what.by,
		code: what.code
	});

	const who = what.device === null ? '' : `: ${what.device}`;
	if (what.house) note(`house: ${what.type} on "${what.network}"${who}`);
	if (!link.isConnected()) return;
	if (what.router) say(state.settings, eventTopic(root, state.model.name), message, false);
	if (what.house) say(state.settings, houseTopic(root, 'event'), message, false);
}

/** Says what has changed, and comes back when something is due. */
export function settle(state: State): void {
	const at = now().monotonic;
	const telling = tell(state.model, state.devices, at);
	const fresh = gist(telling);
	if (fresh !== said) {
		said = fresh;
		keepSaid(sprintf('%J', telling), at);
		link.publish();
	}
	houseDuties(state);
	if (painter.timer === null) setAlarm(painter, PAINT);

	const wait = untilTick(state.model, at);
	if (wait === null) stopAlarm(ticker);
	else setAlarm(ticker, max(1, min(wait, untilLate(state.model, at) ?? wait)));
}

/** Does all that. */
export function act(state: State, deeds: Deed[]): void {
	for (const one of deeds) {
		const deed = one;
		if (deed.kind === 'note') {
			if (take(state.notes, now().monotonic)) note(`house: ${deed.text}`);
		}
		if (deed.kind === 'say') sayHappening(state, deed.what);
		if (deed.kind === 'open')
			local.open(deed.ssid, deed.by, code => {
				const network = state.model.locals[deed.key] ?? null;
				if (network === null || code === null) return;
				refused(network, code);
				if (!network.open) note(`house: "${deed.ssid}" does not open here: ${code}`);
				settle(state);
			});
		if (deed.kind === 'close')
			local.close(deed.ssid, deed.by, closed => {
				const network = state.model.locals[deed.key] ?? null;
				if (network !== null && !closed) notClosed(network);
				settle(state);
			});
	}
	settle(state);
}

/** A session of luci.wps has changed. */
export function sessionChanged(state: State, type: string, session: any): void {
	const seen = {
		network: session?.network ?? '',
		method: session?.method ?? '',
		reason: session?.reason ?? null,
		peer: session?.peer ?? null
	};

	act(state, happened(state.model, type, seen, now().monotonic));
}

/** Starts the clocks of this room. */
export function beginDeeds(state: State): void {
	ticker.ring = () => act(state, tick(state.model, now().monotonic));
	painter.ring = () => keepPicture(picture(state));
}

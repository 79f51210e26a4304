import type { ToldHouse } from '../contract/house';
import { note } from '../router/journal';
import { now } from '../router/time';
import { newAlarm, setAlarm, stopAlarm } from './alarm';
import { findDevice } from './arrivals';
import type { State } from './bridge-state';
import * as link from './broker-link';
import { publishForHouse } from './house-topics';
import { notClosed, refused } from './house-window';
import * as luciWps from './luci-wps';
import type { Effect, WindowEvent } from './model';
import { hearSession } from './own-sessions';
import { take } from './rate-limit';
import { sayReport } from './report-echo';
import { withoutAges, writeReport } from './report-writing';
import { publishSingle } from './single-messages';
import { keepPicture, keepReport } from './state-files';
import { readStations, tellArrival } from './stations';
import { pictureOf, untilLate } from './tab-picture';
import { eventTopic, houseTopic, rootOf } from './topics';
import { checkDeadlines, untilDeadline } from './window-deadlines';

/*
 * What follows from what was heard: calls to luci.wps, messages, the picture for the tab.
 */

/** The picture is written at most so often, milliseconds. */
const PAINT = 50;

const deadlines = newAlarm(() => null);
const painter = newAlarm(() => null);
let lastSaid = '';

export function picture(state: State): ToldHouse {
	const problem = state.rivalled ? 'name_taken' : link.problemOfLink();

	return pictureOf(state.model, link.isConnected(), problem, state.naming.own, now().monotonic);
}

/** Tells of a window, on our topic and for the whole house. */
function publishEvent(state: State, what: WindowEvent): void {
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
	if (what.router) publishSingle(state.settings, eventTopic(root, state.model.name), message, false);
	if (what.house) publishSingle(state.settings, houseTopic(root, 'event'), message, false);
}

/** Says what has changed, and comes back when something is due. */
export function publishChanges(state: State): void {
	const at = now().monotonic;
	const report = writeReport(state.model, state.devices, at);
	const fresh = withoutAges(report);
	if (fresh !== lastSaid) {
		lastSaid = fresh;
		keepReport(sprintf('%J', report), at);
		sayReport();
	}
	publishForHouse(state);
	if (painter.timer === null) setAlarm(painter, PAINT);

	const wait = untilDeadline(state.model, at);
	if (wait === null) stopAlarm(deadlines);
	else setAlarm(deadlines, max(1, min(wait, untilLate(state.model, at) ?? wait)));
}

/** Does all that. */
export function perform(state: State, effects: Effect[]): void {
	for (const one of effects) {
		const effect = one;
		if (effect.kind === 'note') {
			if (take(state.notes, now().monotonic)) note(`house: ${effect.text}`);
		}
		if (effect.kind === 'say') publishEvent(state, effect.what);
		if (effect.kind === 'open')
			luciWps.open(effect.ssid, effect.by, code => {
				const network = state.model.networks[effect.key] ?? null;
				if (network === null || code === null) return;
				refused(network, code, now().monotonic);
				if (!network.open) note(`house: "${effect.ssid}" does not open here: ${code}`);
				publishChanges(state);
			});
		if (effect.kind === 'look')
			readStations(state.model.networks[effect.key]?.ifnames ?? [], macs => {
				const window = state.model.networks[effect.key]?.window ?? null;
				if (window !== null && findDevice(window, macs)) publishChanges(state);
			});
		if (effect.kind === 'arrived') tellArrival(effect.session, effect.router);
		if (effect.kind === 'close')
			luciWps.close(effect.ssid, effect.by, closed => {
				const network = state.model.networks[effect.key] ?? null;
				if (network !== null && !closed) notClosed(network);
				publishChanges(state);
			});
	}
	publishChanges(state);
}

/** A session of luci.wps has changed. */
export function sessionChanged(state: State, type: string, session: any): void {
	const seen = {
		id: session?.id ?? '',
		network: session?.network ?? '',
		method: session?.method ?? '',
		reason: session?.reason ?? null,
		peer: session?.peer ?? null
	};

	perform(state, hearSession(state.model, type, seen, now().monotonic));
}

/** Starts the clocks of this room. */
export function startTimers(state: State): void {
	deadlines.ring = () => perform(state, checkDeadlines(state.model, now().monotonic));
	painter.ring = () => keepPicture(picture(state));
}

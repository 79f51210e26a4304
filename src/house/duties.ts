import { note } from '../router/journal';
import { randomHex } from '../router/random';
import { houseDevice, routerDevice, type Discovery } from './discovery';
import { keepUuid } from './keeping';
import * as link from './link';
import { leaderOf } from './neighbours';
import { say } from './posts';
import type { State } from './state';
import { discoveryTopic, houseTopic, rootOf } from './topics';
import { uuidFrom } from './uuid';
import { wholeHouse } from './whole';

/*
 * What one router says for itself to Home Assistant, and the first of the house for all.
 */

let told = '';

/** Says what a device of Home Assistant is, unless the broker has it. */
function discover(state: State, discovery: Discovery): void {
	if (state.settings.discovery === null) return;
	const topic = discoveryTopic(state.settings.discovery, discovery.device);
	const kept = state.discovered[topic] ?? null;
	const text = discovery.text(kept);

	if (text === kept) return;
	state.discovered[topic] = text;
	say(state.settings, topic, text, true);
}

/** The house has one UUID; who finds none gives it one. */
function nameHouse(state: State): void {
	const naming = state.naming;
	if (naming.heard) return;

	const fresh = naming.own === null;
	naming.own ??= uuidFrom(randomHex(12));
	naming.heard = true;
	if (fresh && !keepUuid(naming.own)) note('house: the UUID could not be kept in /etc/config/wps');
	say(state.settings, houseTopic(rootOf(state.settings.prefix), 'uuid'), naming.own, true);
}

/** Says what has changed of that; only while it is known who is there. */
export function houseDuties(state: State): void {
	if (!link.isConnected() || !state.settled) {
		told = '';
		return;
	}
	if (length(state.model.locals) > 0) discover(state, routerDevice(state.model, state.settings));
	if (leaderOf(state.model) !== state.model.name) {
		told = '';
		return;
	}

	nameHouse(state);
	if (length(state.model.locals) > 0) discover(state, houseDevice(state.model, state.settings));
	const text = sprintf('%J', wholeHouse(state.model));
	if (text === told) return;
	told = text;
	say(state.settings, houseTopic(rootOf(state.settings.prefix), 'state'), text, true);
}

import { note } from '../router/journal';
import { randomHex } from '../router/random';
import type { State } from './bridge-state';
import * as link from './broker-link';
import { keepUuid } from './configuration';
import { type Discovery, houseDevice, routerDevice } from './discovery';
import { houseState } from './house-state';
import { leaderOf } from './leader';
import { publishSingle } from './single-messages';
import { discoveryTopic, houseTopic, rootOf } from './topics';
import { uuidFrom } from './uuid';

/*
 * What the first router says for all, and each for itself to Home Assistant.
 */

let lastState = '';

/** Says what a device of Home Assistant is, unless the broker has it. */
function discover(state: State, discovery: Discovery): void {
	if (state.settings.discovery === null) return;
	const topic = discoveryTopic(state.settings.discovery, discovery.device);
	const kept = state.discovered[topic] ?? null;
	const text = discovery.text(kept);

	if (text === kept) return;
	state.discovered[topic] = text;
	publishSingle(state.settings, topic, text, true);
}

/** The house has one UUID; who finds none gives it one. */
function nameHouse(state: State): void {
	const naming = state.naming;
	if (naming.heard) return;

	const fresh = naming.own === null;
	naming.own ??= uuidFrom(randomHex(12));
	naming.heard = true;
	if (fresh && !keepUuid(naming.own)) note('house: the UUID could not be kept in /etc/config/wps');
	publishSingle(state.settings, houseTopic(rootOf(state.settings.prefix), 'uuid'), naming.own, true);
}

/** Says what has changed of that; only while it is known who is there. */
export function publishForHouse(state: State): void {
	if (!link.isConnected() || !state.settled) {
		lastState = '';
		return;
	}
	if (length(state.model.networks) > 0) discover(state, routerDevice(state.model, state.settings));
	if (leaderOf(state.model) !== state.model.name) {
		lastState = '';
		return;
	}

	nameHouse(state);
	if (length(state.model.networks) > 0) discover(state, houseDevice(state.model, state.settings));
	const text = sprintf('%J', houseState(state.model));
	if (text === lastState) return;
	lastState = text;
	publishSingle(state.settings, houseTopic(rootOf(state.settings.prefix), 'state'), text, true);
}

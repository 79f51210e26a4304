import { isWhole } from './text';

/** The version of all that is said below a prefix (docs/house.md). It is a level of every topic: versions do not meet. */
export const VERSION = 1;

/** A router's name is a level of topics, a word in identifiers of Home Assistant, and a line in the log. */
export function isName(text: unknown): boolean {
	return isWhole(text, /[A-Za-z0-9_-]+/, 32);
}

/** A network's name in topics and templates, where an SSID may not stand: its bytes. */
export function keyOf(ssid: string): string {
	return `n${hexenc(ssid)}`;
}

/** Whether it is one of an SSID, which has 32 bytes at most. */
export function isKey(text: string): boolean {
	return isWhole(text, /n[0-9a-f]+/, 65) && length(text) % 2 === 1;
}

/** The names of presses, of commands. */
export function isId(text: unknown): boolean {
	return isWhole(text, /[A-Za-z0-9_.:-]+/, 64);
}

export function rootOf(prefix: string): string {
	return `${prefix}/${VERSION}`;
}

export function stateTopic(root: string, router: string): string {
	return `${root}/router/${router}/state`;
}

export function eventTopic(root: string, router: string): string {
	return `${root}/router/${router}/event`;
}

export function commandTopic(root: string, router: string): string {
	return `${root}/router/${router}/command`;
}

export function replyTopic(root: string, router: string): string {
	return `${root}/router/${router}/reply`;
}

/** What concerns all of them. */
export function houseTopic(root: string, what: 'state' | 'event' | 'command' | 'uuid'): string {
	return `${root}/house/${what}`;
}

/** Home Assistant looks for devices here (homeassistant/components/mqtt/discovery.py, TOPIC_MATCHER). */
export function discoveryTopic(discovery: string, device: string): string {
	return `${discovery}/device/${device}/config`;
}

/** What a router listens to. States of other versions too: whoever speaks one is named. */
export function subscriptions(prefix: string, me: string): string[] {
	const root = rootOf(prefix);

	return [
		`${prefix}/+/router/+/state`,
		commandTopic(root, me),
		houseTopic(root, 'command'),
		houseTopic(root, 'uuid')
	];
}

/** What a message is by its topic. */
export type Kind =
	{ kind: 'state'; router: string; version: number } | { kind: 'command' | 'house_command' | 'uuid' | 'other' };

/** What a message is by its topic. */
export function kindOf(topic: string, prefix: string, me: string): Kind {
	const root = rootOf(prefix);
	if (topic === commandTopic(root, me)) return { kind: 'command' };
	if (topic === houseTopic(root, 'command')) return { kind: 'house_command' };
	if (topic === houseTopic(root, 'uuid')) return { kind: 'uuid' };

	const levels = index(topic, `${prefix}/`) === 0 ? split(substr(topic, length(prefix) + 1), '/') : [];
	const state =
		length(levels) === 4 &&
		isWhole(levels[0], /[0-9]+/, 4) &&
		levels[1] === 'router' &&
		isName(levels[2]) &&
		levels[3] === 'state';

	return state ? { kind: 'state', router: levels[2], version: int(levels[0]) } : { kind: 'other' };
}

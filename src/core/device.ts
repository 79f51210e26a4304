import type { Device, KeyKind } from '../contract/device';
import type { Client } from '../contract/observation';

/** What is kept of a device that joined by WPS. Names are hostile text. */
export interface Entry {
	mac: string;
	network: string;
	section: string | null;
	/** Seconds since the epoch. */
	joined: number;
	key: KeyKind;
	/** The name of its own key in the file of keys; null: it has none. */
	id: string | null;
	/** The owner's name for it. */
	own_name: string | null;
	/** What it called itself when it joined. */
	hostname: string | null;
}

/** What the router knows of a device now: where it is, and what it calls itself. */
export interface Presence {
	ifname: string;
	section: string;
	band: string | null;
	client: Client;
}

/** Longest name that the owner may give, in characters, and in the bytes that so many may have in UTF-8. */
const NAME_LENGTH = 32;
const NAME_BYTES = 4 * NAME_LENGTH;

/** Longest text that a device's own name is kept with, bytes (DNS label). */
const HOSTNAME_LENGTH = 63;

const CONTROLS = /[[:cntrl:]]/;

const KINDS: KeyKind[] = ['own', 'shared', 'lost'];

function hasControls(text: string): boolean {
	return match(text, CONTROLS) !== null;
}

/** Characters of a text in UTF-8: bytes that do not go on with one. */
function charactersOf(text: string): number {
	let count = 0;
	for (let i = 0; i < length(text); i++) {
		const byte = ord(text, i) ?? 0;
		if (byte < 128 || byte >= 192) count++;
	}

	return count;
}

/** Whether the owner may call a device so. */
export function isDeviceName(text: string): boolean {
	// What is no UTF-8 may have any number of bytes that begin no character.
	return text !== '' && length(text) <= NAME_BYTES && charactersOf(text) <= NAME_LENGTH && !hasControls(text);
}

/** A name from the air, as it may be written down; null: there is none. */
export function cleanName(text: string | null): string | null {
	return substr(replace(text ?? '', /[[:cntrl:]]/g, ''), 0, HOSTNAME_LENGTH) || null;
}

/** What the options of a section say; null: nothing that makes sense. */
export function entryOf(options: { [option: string]: string | null }): Entry | null {
	const key = filter(KINDS, kind => kind === options.key)[0] ?? null;
	const joined = int(options.joined ?? '');
	if (!options.mac || !options.network || key === null || !(joined > 0)) return null;

	return {
		mac: lc(options.mac),
		network: options.network,
		section: options.section ?? null,
		joined,
		key,
		id: options.id ?? null,
		own_name: options.name ?? null,
		hostname: options.hostname ?? null
	};
}

/** The same as options. */
export function optionsOf(entry: Entry): { [option: string]: string | null } {
	return {
		mac: entry.mac,
		network: entry.network,
		section: entry.section,
		joined: `${entry.joined}`,
		key: entry.key,
		id: entry.id,
		name: entry.own_name,
		hostname: entry.hostname
	};
}

/** A name for the section of an entry: letters, digits and _ only. */
export function placeOfEntry(entry: Entry): string {
	return `device_${replace(entry.mac, /:/g, '')}_${entry.section ?? ''}`;
}

/** The same device in the same network. */
export function isSame(one: Entry, other: { mac: string; network: string }): boolean {
	return one.mac === other.mac && one.network === other.network;
}

/** The newest first. */
export function byAge(entries: Entry[]): Entry[] {
	return sort([...entries], (a, b) => b.joined - a.joined);
}

/** A device as the contract shows it. */
export function asDevice(
	entry: Entry,
	presence: Presence | null,
	identity: { name: string | null; ip: string | null } | null
): Device {
	return {
		mac: entry.mac,
		name: entry.own_name ?? identity?.name ?? entry.hostname,
		own_name: entry.own_name,
		network: entry.network,
		section: presence?.section ?? entry.section,
		joined: entry.joined,
		key: entry.key,
		kept: entry.key !== 'lost',
		online: presence !== null,
		ifname: presence?.ifname ?? null,
		band: presence?.band ?? null,
		signal: presence?.client?.signal ?? null,
		ip: identity?.ip ?? null
	};
}

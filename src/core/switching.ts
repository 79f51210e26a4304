import { EXPOSING, PINS, type Bss } from '../contract/bss';
import type { KeyKind } from '../contract/device';
import { credentialLines, credentialPath, foreignLines, handoverPath, isOurLine, isOurs, uuidLine } from './handover';
import { RAW } from './wireless/raw';

/** Options of a wifi-iface section and what they become; null takes them away. */
export type Change = { [option: string]: string | string[] | null };

/** What becomes of each section. */
export type Changes = { [section: string]: Change };

/** How the access points of a network are set up as one. */
export type Union =
	/** hostapd keeps them together (`wps_independent 0`): one such network a router, since all of them are one group */
	| { kind: 'group' }
	/** they name themselves alike, and each is opened and closed by us */
	| { kind: 'uuid'; uuid: string }
	/** there is one only */
	| { kind: 'single' };

/**
 * How this network is best set up among the others of the router.
 * @param uuid  the one that the house has for it, or null
 * @param fresh makes a new one
 */
export function unionFor(able: Bss[], others: Bss[], uuid: string | null, fresh: () => string): Union {
	if (uuid !== null) return { kind: 'uuid', uuid };
	if (length(able) < 2) return { kind: 'single' };
	if (length(filter(others, bss => bss.wps && !bss.independent)) === 0) return { kind: 'group' };

	return { kind: 'uuid', uuid: able[0].uuid ?? fresh() };
}

/** A list without entries is none. */
function listOrNone(lines: string[]): string[] | null {
	return length(lines) > 0 ? lines : null;
}

/** A file of keys that is ours goes; one of the owner's stays. */
function withoutOwnKeys(change: Change, bss: Bss): void {
	if (isOurs(bss.psk_file, 'psk')) change.wpa_psk_file = null;
}

/** Whether its devices can have keys of their own: the owner has given none himself. */
export function canHaveOwnKeys(bss: Bss): boolean {
	return !bss.stations && (bss.psk_file === null || isOurs(bss.psk_file, 'psk'));
}

/** Where the keys of devices lie, in one file for all bands: where they do already, if they do. */
function ownPath(able: Bss[]): string {
	const there = filter(able, bss => isOurs(bss.psk_file, 'psk'))[0]?.psk_file ?? null;
	return there ?? handoverPath(able[0].section, 'psk');
}

/** The files of devices' keys that sections name before such changes, and do not name after them. */
export function abandoned(former: Changes, changes: Changes): string[] {
	const paths: { [path: string]: boolean } = {};
	for (const section of keys(former)) {
		const path = former[section].wpa_psk_file ?? null;
		if (type(path) === 'string' && isOurs(`${path}`, 'psk')) paths[`${path}`] = true;
	}
	for (const section of keys(changes)) delete paths[`${changes[section].wpa_psk_file ?? ''}`];

	return keys(paths);
}

/**
 * What turns WPS on for a network, by push button alone, on all access points that can have it.
 * @param keys  what joining devices are handed: the network's password, or a key of their own
 */
export function enabling(able: Bss[], kind: KeyKind, union: Union): Changes {
	const changes: Changes = {};

	for (const bss of able) {
		const change: Change = { wps_pushbutton: '1' };
		const lines = foreignLines(bss.raw);

		for (const option of EXPOSING) change[option] = null;
		change.wps_independent = union.kind === 'group' ? '0' : null;
		if (union.kind === 'uuid') push(lines, uuidLine(union.uuid));
		if (kind === 'own') change.wpa_psk_file = ownPath(able);
		else {
			withoutOwnKeys(change, bss);
			const path = credentialPath(bss.raw) ?? handoverPath(bss.section, 'cred');
			for (const line of credentialLines(path)) push(lines, line);
		}
		change.hostapd_bss_options = listOrNone(lines);
		changes[bss.section] = change;
	}

	return changes;
}

/** What takes away again all that `enabling` writes, and the label that alone would keep WPS on (hostapd.sh, ap.uc). */
export function disabling(network: Bss[]): Changes {
	const changes: Changes = {};

	for (const bss of network) {
		const change: Change = { wps_pushbutton: null, wps_label: null, wps_independent: null };

		withoutOwnKeys(change, bss);
		change.hostapd_bss_options = listOrNone(foreignLines(bss.raw));
		changes[bss.section] = change;
	}

	return changes;
}

/** What can be put back when a change fails: a PIN that is gone stays gone, since nothing of ours may keep one. */
export function restorable(change: Change): string[] {
	return filter(keys(change), option => index(PINS, option) < 0);
}

/** The lines for hostapd.conf that an option holds; a text is one of words (netifd). */
function linesOf(value: string | string[] | null): string[] {
	if (type(value) === 'array') return value as string[];

	return filter(split(`${value ?? ''}`, /[[:space:]]+/), word => word !== '');
}

/** Stands for a line of somebody else's. */
const THEIRS = '?';

function mapLines(changes: Changes, mapped: (section: string, lines: string[]) => string[]): Changes {
	const result: Changes = {};
	for (const section of keys(changes)) {
		const change = changes[section];
		const value = change[RAW] ?? null;
		const lines = mapped(section, linesOf(value));
		const text = type(value) === 'array' ? lines : join(' ', lines);
		result[section] = value === null ? change : { ...change, [RAW]: length(lines) > 0 ? text : null };
	}

	return result;
}

/** The same, without what somebody else wrote for hostapd: that may be a key or a PIN, and what a job needs is written down. */
export function veiled(changes: Changes): Changes {
	return mapLines(changes, (_section, lines) => map(lines, line => (isOurLine(line) ? line : THEIRS)));
}

/**
 * What was veiled, with the lines that are somebody else's now, in their order.
 * @param present  what the options are now
 */
export function unveiled(changes: Changes, present: Changes): Changes {
	return mapLines(changes, (section, lines) => {
		const theirs = filter(linesOf(present[section]?.[RAW] ?? null), line => !isOurLine(line));
		const result: string[] = [];
		let left = length(filter(lines, line => !isOurLine(line)));
		for (const line of lines)
			if (isOurLine(line)) push(result, line);
			// There may be more of them: a text in their place has become several lines.
			else for (left--; length(theirs) > left;) push(result, shift(theirs) ?? '');

		return result;
	});
}

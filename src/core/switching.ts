import { EXPOSING, PINS, type Bss } from '../contract/bss';
import type { KeyKind } from '../contract/device';
import { credentialLines, credentialPath, foreignLines, handoverPath, isOurs, uuidLine } from './handover';

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

const OUR_UUID = /uuid=77707300-[0-9a-f-]+/;

/** Whether this line is one that we write, and nothing else: it is no secret. */
function isOurLine(line: string): boolean {
	return index(credentialLines(credentialPath([line]) ?? ''), line) >= 0 || match(line, OUR_UUID)?.[0] === line;
}

/** The lines for hostapd.conf of a section; a text is one of words (netifd). */
function linesOf(change: Change): string[] {
	const value = change.hostapd_bss_options ?? [];
	return type(value) === 'array' ? (value as string[]) : split(`${value}`, /[[:space:]]+/);
}

/** The same changes with these lines for hostapd.conf. */
function withLines(changes: Changes, linesFor: (section: string) => string[]): Changes {
	const result: Changes = {};
	for (const section of keys(changes))
		result[section] = { ...changes[section], hostapd_bss_options: listOrNone(linesFor(section)) };

	return result;
}

/** The same, with our lines only: those of others may be keys or PINs, and what a job needs is written down. */
export function veiled(changes: Changes): Changes {
	return withLines(changes, section => filter(linesOf(changes[section]), isOurLine));
}

/**
 * What was veiled, with the lines that are somebody else's now: before ours, as `enabling` has them.
 * @param present  what the options are now
 */
export function unveiled(changes: Changes, present: Changes): Changes {
	return withLines(changes, section => [
		...filter(linesOf(present[section]), line => line !== '' && !isOurLine(line)),
		...filter(linesOf(changes[section]), isOurLine)
	]);
}

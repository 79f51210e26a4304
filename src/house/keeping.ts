import * as fs from 'fs';
import * as uci from 'uci';
import type { ToldHouse } from '../contract/house';
import { replaceFile } from '../router/statefile';

/** What luci.wps answers as `house` (service/house.ts): it never waits for the bridge. */
const PICTURE = '/var/run/luci-wps-house.json';

const CONFIG = '/etc/config/wps';

/** What we said last, and when: a bridge that is started anew takes up what was open. */
const SAID = '/var/run/luci-wps-house-said';

let kept = '';

/** Keeps the picture of the house for luci.wps, if it is another one. */
export function keepPicture(house: ToldHouse): void {
	const text = sprintf('%J\n', house);
	if (text !== kept && replaceFile(PICTURE, text, null, false)) kept = text;
}

/** @param at  milliseconds since boot */
export function keepSaid(text: string, at: number): void {
	replaceFile(SAID, `${at}\n${text}\n`, null, false);
}

export function lastSaid(): { text: string; at: number } | null {
	const lines = split(fs.readfile(SAID) ?? '', '\n');

	return length(lines) > 1 ? { at: int(lines[0]), text: lines[1] } : null;
}

/**
 * The committed configuration alone: libuci mixes in what others have staged, and commits it along, unless the file is named
 * by its path (uci_file_load).
 */
function committed(): uci.Cursor {
	const cursor = uci.cursor() ?? die('uci');
	cursor.load(CONFIG);

	return cursor;
}

/** `config house 'house'`; null: there is none. */
export function readSection(): { [option: string]: any } | null {
	const section = committed().get_all('wps', 'house') ?? null;

	return section !== null && section['.type'] === 'house' ? section : null;
}

/** Keeps the UUID of the house, which `enable` reads there. */
export function keepUuid(uuid: string): boolean {
	const cursor = committed();
	cursor.set('wps', 'house', 'uuid', uuid);

	/** Nothing else is loaded, and ucode of 22.03 refuses a name. */
	return cursor.commit() === true;
}

/** The first line of a file, or null. */
export function firstLine(path: string): string | null {
	const text = fs.readfile(path);

	return text === null ? null : split(text, '\n')[0];
}

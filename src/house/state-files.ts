import * as fs from 'fs';
import type { ToldHouse } from '../contract/house';
import { replaceFile } from '../router/statefile';

/** What luci.wps answers as `house` (service/house.ts): it never waits for the bridge. */
const PICTURE = '/var/run/luci-wps-house.json';

/** What we said last, and when: a bridge that is started anew takes up what was open. */
const SAID = '/var/run/luci-wps-house-said';

let kept = '';

/** Keeps the picture of the house for luci.wps, if it is another one. */
export function keepPicture(house: ToldHouse): void {
	const text = sprintf('%J\n', house);
	if (text !== kept && replaceFile(PICTURE, text, null, false)) kept = text;
}

/** @param at  milliseconds since boot */
export function keepReport(text: string, at: number): void {
	replaceFile(SAID, `${at}\n${text}\n`, null, false);
}

export function lastReport(): { text: string; at: number } | null {
	const lines = split(fs.readfile(SAID) ?? '', '\n');

	return length(lines) > 1 ? { at: int(lines[0]), text: lines[1] } : null;
}

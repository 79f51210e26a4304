import * as fs from 'fs';
import * as uci from 'uci';
import { madeOf, stampOf, type Made } from './freshness';

/** The settings of luci.wps and what it keeps: a file that outlives reboots and firmware upgrades. Holds no key. */
export const SETTINGS_FILE = '/etc/config/wps';

/** A section as it stands there, by the names of its options. */
export interface Section {
	name: string;
	options: { [option: string]: string };
	lists: { [option: string]: string[] };
}

let known: Made<{ [kind: string]: Section[] }> | null = null;

/** The committed settings alone: what others have staged is none of ours to commit (libuci uci_file_load). */
function settingsCursor(): uci.Cursor {
	const cursor = uci.cursor() ?? die('uci');
	cursor.load(SETTINGS_FILE);

	return cursor;
}

/** All sections by type. */
function sectionsNow(): { [kind: string]: Section[] } {
	const sections: { [kind: string]: Section[] } = {};

	settingsCursor().foreach('wps', null, entry => {
		const options: Section['options'] = {};
		const lists: Section['lists'] = {};
		for (const name of keys<string>(entry))
			if (substr(name, 0, 1) === '.') continue;
			else if (type(entry[name]) === 'array') lists[name] = entry[name];
			else options[name] = `${entry[name]}`;
		sections[entry['.type']] ??= [];
		push(sections[entry['.type']], { name: entry['.name'], options, lists });
	});

	return sections;
}

/** The sections of a type, in order. Read again only when the file is another one. */
export function settingsOf(kind: string): Section[] {
	known = madeOf(known, stampOf([SETTINGS_FILE]), sectionsNow);

	return known.value[kind] ?? [];
}

/**
 * Sets options of a section, which is made where there is none; null takes one away. False when that failed: nothing has
 * changed then.
 */
export function writeSection(name: string, kind: string, options: { [option: string]: string | null }): boolean {
	if (fs.access(SETTINGS_FILE) !== true && fs.writefile(SETTINGS_FILE, '') === null) return false;

	const cursor = settingsCursor();
	cursor.set('wps', name, kind);
	for (const option of keys(options)) {
		const value = options[option];
		if (value !== null) cursor.set('wps', name, option, value);
		else if ((cursor.get('wps', name, option) ?? null) !== null) cursor.delete('wps', name, option);
	}

	// Nothing else is loaded, and ucode of 22.03 refuses a name.
	return cursor.commit() === true;
}

/** Takes sections away; false when that failed: then all are there still. */
export function removeSections(names: string[]): boolean {
	if (length(names) === 0) return true;

	const cursor = settingsCursor();
	for (const name of names) if ((cursor.get('wps', name) ?? null) !== null) cursor.delete('wps', name);

	return cursor.commit() === true;
}

import * as fs from 'fs';
import * as uci from 'uci';

const CONFIG = '/etc/config/wps';

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

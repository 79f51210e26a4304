import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The template for translators. */
export const TEMPLATE = 'po/templates/wps.pot';

/** The catalogue of a language, by its folder under po/. */
export const CATALOGUE = (folder: string) => `po/${folder}/wps.po`;

/** The languages that have a catalogue. */
export function findFolders(root: string): string[] {
	const po = join(root, 'po');
	const folders = existsSync(po) ? readdirSync(po).toSorted() : [];
	return folders.filter(folder => existsSync(join(root, CATALOGUE(folder))));
}

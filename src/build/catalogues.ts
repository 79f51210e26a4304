import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './outputs';

/** Languages that have a catalogue under po/. */
function findCatalogues(): string[] {
	const po = join(ROOT, 'po');
	return existsSync(po)
		? readdirSync(po, { recursive: true })
				.map(String)
				.filter(path => /\.pot?$/.test(path))
		: [];
}

/** What is wrong with the catalogues, or null. Hook: nothing is checked yet. */
export function checkCatalogues(): string | null {
	if (findCatalogues().length === 0) return null;
	return null;
}

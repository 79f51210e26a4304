import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUTPUTS, ROOT } from './outputs';

/** How many bytes may be installed on a router, which often has 8 MB of flash in all. */
export const SIZES = {
	/** view, handler and JSON files together */
	installed: 40 * 1024
};

/** What is larger than it may be, or null. */
export function checkSizes(): string | null {
	const sizes = Object.keys(OUTPUTS).map(path => ({ path, bytes: readFileSync(join(ROOT, path)).length }));
	const sum = sizes.reduce((total, { bytes }) => total + bytes, 0);
	if (sum <= SIZES.installed) return null;
	return [...sizes.map(({ path, bytes }) => `${bytes} ${path}`), `${sum} of ${SIZES.installed} bytes`].join('\n');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { OUTPUTS, ROOT } from './outputs';

const VIEW = 'htdocs/luci-static/resources/view/wps.js';

/** How many bytes the compiled files may have: a router often has 8 MB of flash in all. Lower them when they shrink. */
export const SIZES = {
	/** view, handler and JSON files together, not minified */
	all: 74_500,
	view: 35_000,
	/** what a browser loads, as `gzip -9` makes it */
	view_gzipped: 9_000
};

/** What is larger than it may be, or null. */
export function checkSizes(): string | null {
	const files = new Map(Object.keys(OUTPUTS).map(path => [path, readFileSync(join(ROOT, path))]));
	const view = files.get(VIEW)!;
	const found: typeof SIZES = {
		all: [...files.values()].reduce((total, { length }) => total + length, 0),
		view: view.length,
		view_gzipped: gzipSync(view, { level: 9 }).length
	};

	const names = Object.keys(SIZES) as (keyof typeof SIZES)[];
	const tooLarge = names.filter(name => found[name] > SIZES[name]);
	return tooLarge.map(name => `${name}: ${found[name]} of ${SIZES[name]} bytes`).join('\n') || null;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './outputs';
import { buildDist } from './package/dist';
import { checkWeight, weigh } from './package/limits';

const VIEW = 'htdocs/luci-static/resources/view/wps.js';

/** How many bytes the view may have: what a browser loads over Wi-Fi each time somebody comes to the tab. */
export const SIZES = {
	view: 40_000,
	/** as `gzip -9` makes it */
	view_gzipped: 12_000
};

/** What of the view and of the package is larger than it may be, or null. */
export async function checkSizes(): Promise<string | null> {
	const view = readFileSync(join(ROOT, VIEW));
	const found: typeof SIZES = { view: view.length, view_gzipped: gzipSync(view, { level: 9 }).length };
	const names = Object.keys(SIZES) as (keyof typeof SIZES)[];
	const tooLarge = names.filter(name => found[name] > SIZES[name]);
	const complaints = tooLarge.map(name => `${name}: ${found[name]} of ${SIZES[name]} bytes`);
	const weight = checkWeight(weigh(await buildDist()));
	return [...complaints, ...(weight === null ? [] : [weight])].join('\n') || null;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './outputs';
import { buildDist } from './package/dist';
import { checkWeight, overLimit, weigh } from './package/limits';

const VIEW = 'htdocs/luci-static/resources/view/wps.js';

/** What a browser loads over Wi-Fi each time somebody comes to the tab, and how many bytes that may be. */
const SIZES = {
	view: { bound: 40_000 },
	/** as `gzip -9` makes it */
	view_gzipped: { bound: 12_000 }
};

/** What of the view and of the package is larger than it may be, or null. */
export async function checkSizes(): Promise<string | null> {
	const view = readFileSync(join(ROOT, VIEW));
	const complaint = overLimit(SIZES, { view: view.length, view_gzipped: gzipSync(view, { level: 9 }).length });
	const weight = checkWeight(weigh(await buildDist()));
	return [complaint, weight].filter(line => line !== null).join('\n') || null;
}

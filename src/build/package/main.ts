/*
 * npm run package   writes dist/: the packages, the indexes of a small feed of them, and checksums.
 *                   SOURCE_DATE_EPOCH sets the time of the files in them; OPKG_KEY and APK_KEY sign it (sign.ts).
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../outputs';
import { buildDist } from './dist';
import { checkWeight, weigh } from './limits';
import { readKeys } from './sign';

const DIST = join(ROOT, 'dist');

const dist = await buildDist(readKeys());
rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST);
for (const [name, content] of dist.files) {
	writeFileSync(join(DIST, name), content);
	console.log(`${String(content.length).padStart(6)}  ${name}`);
}
for (const notice of dist.notices) console.log(notice);
const weight = weigh(dist);
console.log(`The app: ${weight.installed} bytes installed, ${weight.ipk} bytes to download as .ipk.`);
const complaint = checkWeight(weight);
if (complaint !== null) {
	console.error(complaint);
	process.exitCode = 1;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../outputs';
import { buildApk, buildIndex } from './apk';
import { gzip } from './archive';
import { byBytes, readContents } from './contents';
import type { InstalledFile } from './contents';
import { appPackage, languagePackage, RELEASE } from './control';
import type { Package } from './control';
import { buildPackages, sha256 } from './feed';
import { buildIpk } from './ipk';
import type { FeedKeys } from './sign';

/** Everything that belongs into dist/. */
export interface Dist {
	files: Map<string, Uint8Array>;
	/** What somebody should know who made it. */
	notices: string[];
	app: { installed: InstalledFile[]; ipk: number };
}

/** The time of all files in a package where nobody says another: the first day of this program's year. */
const EPOCH = Date.UTC(2026, 0, 1) / 1000;

/** The packages of the catalogues under `po`; a folder that makes none is told to `tell`. */
function languagePackages(po: string, tell: (notice: string) => void): Package[] {
	if (!existsSync(po)) return [];
	const packages: Package[] = [];
	for (const folder of readdirSync(po).toSorted(byBytes)) {
		const catalogue = join(po, folder, 'wps.po');
		if (!existsSync(catalogue)) continue;
		const pkg = languagePackage(folder, readFileSync(catalogue));
		if (pkg) packages.push(pkg);
		else tell(`po/${folder}: no package, LuCI does not have this language or nothing is translated`);
	}
	return packages;
}

/** Makes all packages and indexes. */
export async function buildDist(
	keys: FeedKeys = { opkg: null, apk: null },
	epoch = Number(process.env.SOURCE_DATE_EPOCH ?? EPOCH),
	po = join(ROOT, 'po')
): Promise<Dist> {
	if (!Number.isSafeInteger(epoch)) throw new Error('SOURCE_DATE_EPOCH is no number of seconds');
	const notices: string[] = [];
	const installed = readContents();
	const packages = [appPackage(installed), ...languagePackages(po, notice => notices.push(notice))];
	const ipks = await Promise.all(packages.map(pkg => buildIpk(pkg, epoch)));
	const apks = packages.map(pkg => buildApk(pkg, keys.apk));
	const index = Buffer.from(buildPackages(ipks));

	const files = new Map<string, Uint8Array>();
	for (const { name, content } of [...ipks, ...apks]) files.set(name, content);
	files.set('Packages', index);
	files.set('Packages.gz', gzip(index));
	files.set('packages.adb', buildIndex(apks, keys.apk));
	if (keys.opkg) {
		files.set('Packages.sig', Buffer.from(keys.opkg.sign(index)));
		files.set(`${RELEASE.app}.pub`, Buffer.from(keys.opkg.publicKey()));
	}
	if (keys.apk) files.set(`${RELEASE.app}.pem`, Buffer.from(keys.apk.publicKey()));
	const managers = [
		['opkg', keys.opkg],
		['apk', keys.apk]
	] as const;
	for (const [manager, key] of managers)
		notices.push(
			key ? `The feed for ${manager} is signed by key ${key.name}.` : `The feed for ${manager} is unsigned.`
		);
	const sums = [...files].map(([name, content]) => `${sha256(content)}  ${name}\n`);
	files.set('sha256sums', Buffer.from(sums.toSorted((a, b) => byBytes(a.slice(66), b.slice(66))).join('')));
	return { files, notices, app: { installed, ipk: ipks[0]!.content.length } };
}

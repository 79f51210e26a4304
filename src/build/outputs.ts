import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { acl } from '../manifest/acl';
import { menu } from '../manifest/menu';
import { compact, compactOf, findCompact, listCompact, readableOf } from './package/compact';
import { shortNames } from './package/pack-names';
import { listParts, listShared } from './script/parts';
import { buildHandler } from './ucode/handler';
import { buildPart } from './ucode/part';
import { HANDLER as FAMILY } from './ucode/parts';
import { buildProgram } from './ucode/program';
import { buildViewPart } from './view/part';
import { TAB } from './view/parts';
import { buildView } from './view/view';

/** The root of the repository. */
export const ROOT = join(import.meta.dirname, '../..');

const asJson = (value: unknown) => `${JSON.stringify(value, null, '\t')}\n`;

const HANDLER = 'root/usr/share/rpcd/ucode/luci.wps.uc';

/** Every compiled file: where it lies and how it is made. */
export const OUTPUTS: Record<string, () => string | Promise<string>> = {
	[HANDLER]: () => buildHandler(ROOT),
	'root/usr/share/wps-house/wps-house.uc': () => buildProgram(ROOT),
	'htdocs/luci-static/resources/view/wps.js': () => buildView(ROOT),
	'root/usr/share/rpcd/acl.d/luci-app-wps.json': () => asJson(acl),
	'root/usr/share/luci/menu.d/luci-app-wps.json': () => asJson(menu)
};

const handlerParts = listParts(FAMILY, ROOT);
for (const part of handlerParts) OUTPUTS[FAMILY.outputOf(part)] = () => buildPart(ROOT, part);
for (const part of listParts(TAB, ROOT)) OUTPUTS[TAB.outputOf(part)] = () => buildViewPart(ROOT, part);

/**
 * The files that know each other's names. Those of the tab do not: a page that was loaded before an update may get a part
 * that is newer, which then finds what it looks for, or nothing, but nothing else.
 */
export const isOfHandler = (path: string) =>
	path === HANDLER || handlerParts.some(part => FAMILY.outputOf(part) === path);

let shared: Promise<ReadonlyMap<string, string>> | null = null;
/** Short names for what they share. */
export const sharedNames = () => (shared ??= listShared(FAMILY, ROOT).then(shortNames));

for (const path of new Set([...listCompact(ROOT), ...Object.keys(OUTPUTS)])) {
	const make = OUTPUTS[path] ?? (() => readFileSync(join(ROOT, path), 'utf8'));
	OUTPUTS[compactOf(path)] = async () =>
		compact(path, await make(), isOfHandler(path) ? await sharedNames() : undefined);
}

/** Compiled files whose sources are gone. */
export function findLeftovers(): string[] {
	const parts = [FAMILY, TAB].flatMap(family => {
		const folder = dirname(family.outputOf(''));
		const names = existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder)) : [];
		return names.map(name => join(folder, name));
	});
	return [...parts, ...findCompact(ROOT)].filter(path => !(path in OUTPUTS));
}

/** Makes one output and says whether the file on disk is another. */
export async function findStale(path: string): Promise<boolean> {
	const wanted = await OUTPUTS[path]!();
	const file = join(ROOT, path);
	return !existsSync(file) || readFileSync(file, 'utf8') !== wanted;
}

/** Makes one output and writes it. */
export async function writeOutput(path: string): Promise<void> {
	const text = await OUTPUTS[path]!();
	mkdirSync(dirname(join(ROOT, path)), { recursive: true });
	writeFileSync(join(ROOT, path), text);
	// a script that may be run stays one
	const readable = readableOf(path);
	if (readable !== null) chmodSync(join(ROOT, path), statSync(join(ROOT, readable)).mode);
}

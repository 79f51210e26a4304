import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../outputs';
import { compactOf } from './compact';
import { minify } from './minify';

/** A file as it lies on the router. */
export interface InstalledFile {
	/** absolute */
	path: string;
	mode: number;
	content: Uint8Array;
}

/** Orders names by their bytes, as every format here wants them. */
export const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Where luci.mk puts the two folders. */
const PLACES = { htdocs: '/www', root: '' };

/** What comes from where, the later over the earlier: what our Makefile lays over the two is compact. */
const FOLDERS = (['htdocs', 'root'] as const).flatMap(folder => [
	[folder, PLACES[folder]] as const,
	[compactOf(folder), PLACES[folder]] as const
]);

/** What the app installs; the scripts of `htdocs/` are minified as by luci.mk. */
export function readContents(): InstalledFile[] {
	const files = new Map<string, InstalledFile>();
	for (const [folder, place] of FOLDERS) {
		for (const name of readdirSync(join(ROOT, folder), { recursive: true }).map(String)) {
			const source = join(ROOT, folder, name);
			const stat = statSync(source);
			if (!stat.isFile()) continue;
			const raw = readFileSync(source);
			const content = place === PLACES.htdocs && name.endsWith('.js') ? Buffer.from(minify(raw.toString())) : raw;
			const path = `${place}/${name}`;
			files.set(path, { path, mode: stat.mode & 0o100 ? 0o755 : 0o644, content });
		}
	}
	return [...files.values()].toSorted((one, other) => byBytes(one.path, other.path));
}

/** The folders that hold these files, the root (``) first. */
export function foldersOf(files: InstalledFile[]): string[] {
	const folders = new Set(['']);
	for (const { path } of files) {
		const parts = path.split('/').slice(1, -1);
		for (let depth = 1; depth <= parts.length; depth++) folders.add(parts.slice(0, depth).join('/'));
	}
	return [...folders].toSorted(byBytes);
}

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../outputs';
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
const FOLDERS = { htdocs: '/www', root: '' };

/** Scripts that nobody reads on the router, by luci.mk's and our own Makefile's rule. */
const isMinified = (name: string) => (name.startsWith('htdocs/') ? name.endsWith('.js') : name.endsWith('.uc'));

/** What the app installs: `htdocs/` and `root/`. */
export function readContents(): InstalledFile[] {
	const files: InstalledFile[] = [];
	for (const [folder, place] of Object.entries(FOLDERS)) {
		for (const name of readdirSync(join(ROOT, folder), { recursive: true }).map(String)) {
			const source = join(ROOT, folder, name);
			const stat = statSync(source);
			if (!stat.isFile()) continue;
			const raw = readFileSync(source);
			const content = isMinified(`${folder}/${name}`) ? Buffer.from(minify(raw.toString())) : raw;
			files.push({ path: `${place}/${name}`, mode: stat.mode & 0o100 ? 0o755 : 0o644, content });
		}
	}
	return files.toSorted((a, b) => byBytes(a.path, b.path));
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

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDist } from '../../../src/build/package/dist';

/** The packages, with translations for German and Brazilian Portuguese; built once for all tests. */
export const dist = buildDist(undefined, 1_700_000_000, join(import.meta.dirname, 'po'));

/** One file of it. */
export async function fileOf(name: RegExp): Promise<Buffer> {
	const found = [...(await dist).files].filter(([path]) => name.test(path));
	if (found.length !== 1) throw new Error(`${found.length} files are called ${name}`);
	return Buffer.from(found[0]![1]);
}

/** What is run on the router by its path. */
export const isProgram = (path: string) => /^\/etc\/(init\.d|rc\.wps)\//.test(path);

/** Runs a program and returns what it prints, byte by byte. */
export const run = (program: string, args: string[], input: Uint8Array) =>
	execFileSync(program, args, { input, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } });

/** A folder for as long as `use` takes. */
export function withFolder<T>(use: (folder: string) => T): T {
	const folder = mkdtempSync(join(tmpdir(), 'luci-app-wps-package-'));
	try {
		return use(folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

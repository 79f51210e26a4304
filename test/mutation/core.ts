import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../src/build/outputs';
import type { Mutant } from './mutants';

/** What takes so long never ends, milliseconds, on whatever busy machine. */
const PATIENCE = 600_000;

/** Too slow for each of hundreds. */
const SLOW = 'soak.test.ts';

/** The test files of a folder, but for those that take too long. */
export const findTests = (folder: string) =>
	readdirSync(join(ROOT, folder), { recursive: true })
		.map(name => join(folder, String(name)))
		.filter(name => name.endsWith('.test.ts') && !name.endsWith(SLOW))
		.toSorted();

/** Tests that run the sources and not what is compiled of them: do they notice? They run in a copy. */
export async function unitNotices(
	{ file, source }: Pick<Mutant, 'file' | 'source'>,
	tests: string[]
): Promise<boolean> {
	const folder = mkdtempSync(join(tmpdir(), 'luci-app-wps-mutant-'));
	for (const name of ['src', 'test', 'package.json', 'tsconfig.json'])
		cpSync(join(ROOT, name), join(folder, name), { recursive: true });
	symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
	writeFileSync(join(folder, file), source);
	const mocha = ['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--bail', '--timeout', '60000'];
	const child = spawn(process.execPath, [...mocha, ...tests], { cwd: folder, stdio: 'ignore' });
	const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
	const code = await new Promise(done => child.on('close', done));
	clearTimeout(timer);
	rmSync(folder, { recursive: true });
	return code !== 0;
}

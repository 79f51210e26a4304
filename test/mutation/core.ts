import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

/** The tests of src/core, which run the sources and not what is compiled of them: do they notice? */
export async function coreNotices(
	{ file, source }: Pick<Mutant, 'file' | 'source'>,
	tests: string[]
): Promise<boolean> {
	const folder = mkdtempSync(join(tmpdir(), 'luci-app-wps-mutant-'));
	const text = join(folder, 'mutant.js');
	writeFileSync(text, source);
	const args = [
		'--import',
		'tsx',
		'--import',
		'./test/mutation/hook.js',
		'node_modules/mocha/bin/mocha.js',
		'--bail',
		'--timeout',
		'60000'
	];
	const env = { ...process.env, MUTANT_FILE: join(ROOT, file), MUTANT_TEXT: text };
	const child = spawn(process.execPath, [...args, ...tests], {
		cwd: ROOT,
		env,
		stdio: 'ignore'
	});
	const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
	const code = await new Promise(done => child.on('close', done));
	clearTimeout(timer);
	rmSync(folder, { recursive: true });
	return code !== 0;
}

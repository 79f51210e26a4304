import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { findStale, OUTPUTS, ROOT } from '../../../src/build/outputs';
import type { SimulatedRouter } from '../router';

/** Editors write a file in several steps, milliseconds. */
const SETTLED = 300;

/** Runs `npm run build`; null, or what it complained about. */
function runBuild(): Promise<string | null> {
	return new Promise(done => {
		const args = ['--import', 'tsx', join(ROOT, 'src/build/main.ts')];
		const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
		let complaint = '';
		child.stderr.on('data', data => (complaint += data));
		child.on('close', code => done(code === 0 ? null : complaint.trim()));
	});
}

/** Compiles what is not what `src/` says any more; what can't be compiled stays as it was. */
export async function build(): Promise<void> {
	const paths = Object.keys(OUTPUTS);
	const stale = await Promise.all(paths.map(path => findStale(path).catch(() => true)));
	if (!stale.includes(true)) return;
	console.log('src/ has changed: compiling it …');
	const complaint = await runBuild();
	if (complaint !== null) console.error(`${complaint}\nThe simulator runs what was compiled before.`);
}

/** From now on what changes in `src/` is compiled, and the router takes it. */
export function watchSources(router: SimulatedRouter, say: (text: string) => void): void {
	let timer: NodeJS.Timeout | undefined;
	let building = false;
	const changed = async () => {
		if (building) return void (timer = setTimeout(changed, SETTLED));
		building = true;
		const complaint = await runBuild();
		building = false;
		if (complaint !== null) return say(`src/ has changed, and can't be compiled:\n${complaint}`);
		router.reinstall();
		say('src/ has changed: the router runs what it says now; reload the page');
	};
	const watcher = watch(join(ROOT, 'src'), { recursive: true }, (_event, name) => {
		if (!name || /^(?:build|typings)\//.test(String(name))) return;
		clearTimeout(timer);
		timer = setTimeout(changed, SETTLED);
	});
	watcher.on('error', () => watcher.close());
	watcher.unref();
}

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { findStale, OUTPUTS, ROOT } from '../../../src/build/outputs';
import type { World } from './world';

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

/** What of the compiled files a router of this kind runs. */
const paths = () =>
	Object.keys(OUTPUTS).filter(path => /^(?:htdocs|root\/usr\/share\/(?:luci|rpcd|ucode))\//.test(path));

const changedAt = (path: string) => statSync(join(ROOT, path)).mtimeMs;

/** Whether a source is younger than what was compiled: only then it is worth a closer look. */
function mayBeStale(): boolean {
	const sources = readdirSync(join(ROOT, 'src'), { recursive: true }).map(name => join('src', String(name)));
	const compiled = paths();
	if (!compiled.every(path => existsSync(join(ROOT, path)))) return true;
	return Math.max(...sources.map(changedAt)) > Math.min(...compiled.map(changedAt));
}

/** Compiles what is not what `src/` says any more; what can't be compiled stays as it was. */
export async function build(): Promise<void> {
	if (!mayBeStale()) return;
	const stale = await Promise.all(paths().map(path => findStale(path).catch(() => true)));
	if (!stale.includes(true)) return;
	console.log('src/ has changed: compiling it …');
	const complaint = await runBuild();
	if (complaint !== null) console.error(`${complaint}\nThe simulator runs what was compiled before.`);
}

/** From now on what changes in `src/` is compiled, and the router takes it. */
export function watchSources(world: World): void {
	let timer: NodeJS.Timeout | undefined;
	let building = false;
	const changed = async () => {
		if (building) return void (timer = setTimeout(changed, SETTLED));
		building = true;
		const complaint = await runBuild();
		building = false;
		if (complaint !== null) return world.say(`src/ has changed, and can't be compiled:\n${complaint}`);
		world.router.reinstall();
		world.say('src/ has changed: the router runs what it says now; reload the page');
	};
	const watcher = watch(join(ROOT, 'src'), { recursive: true }, (_event, name) => {
		if (!name || /^(?:build|typings)\//.test(String(name))) return;
		clearTimeout(timer);
		timer = setTimeout(changed, SETTLED);
	});
	watcher.on('error', () => watcher.close());
	watcher.unref();
}

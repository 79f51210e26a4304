/*
 * Run by npm before start and test: brings what a fresh clone lacks.
 *   node test/setup.js             the npm dependencies
 *   node test/setup.js --browser   and a browser
 * Plain JavaScript without dependencies, since there may be none yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const BROWSER = '/usr/bin/chromium';

/** @param {string} command @param {string[]} args */
function run(command, ...args) {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const { status, error } = spawnSync(command, args, { cwd: ROOT, env, stdio: ['ignore', 2, 2] });
	if (error || status !== 0) fail(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}`);
}

/** @param {string} message */
function fail(message) {
	console.error(message);
	process.exit(1);
}

/** npm notes in this file what it has installed. */
const installed = join(ROOT, 'node_modules/.package-lock.json');
const wanted = join(ROOT, 'package-lock.json');
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(wanted).mtimeMs) {
	console.error('Installing npm dependencies …');
	// not `npm ci`: it refuses a lock file without the optional binaries of every other platform,
	// and not every registry has them all. Versions and hashes are the lock file's all the same.
	run('npm', 'install', '--no-save', '--no-audit', '--no-fund');
}

if (process.argv.includes('--browser') && !existsSync(BROWSER)) {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
		fail(`The browser tests need ${BROWSER}: install Debian's package chromium (apt-get install chromium).`);
	console.error('Installing chromium …');
	run('apt-get', 'update', '-q');
	run('apt-get', 'install', '-q', '-y', '--no-install-recommends', 'chromium');
}

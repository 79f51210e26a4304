/*
 * Run by npm before start and test: brings what a fresh clone lacks.
 *   node test/setup.js             the npm dependencies
 *   node test/setup.js --browser   and a browser
 *   node test/setup.js --shell     and a router's shell, with what looks over scripts
 * Plain JavaScript without dependencies, since there may be none yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

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

/**
 * Brings what is missing of these Debian packages; `files`: where each puts its program.
 * @param {string} suite @param {Record<string, string[]>} files
 */
function need(suite, files) {
	const missing = Object.keys(files).filter(name => !files[name].some(existsSync));
	if (missing.length === 0) return;
	const names = missing.join(' ');
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
		fail(`The ${suite} tests need what Debian has in packages: apt-get install ${names}`);
	console.error(`Installing ${names} …`);
	run('apt-get', 'update', '-q');
	run('apt-get', 'install', '-q', '-y', '--no-install-recommends', ...missing);
}

if (process.argv.includes('--browser')) need('browser', { chromium: ['/usr/bin/chromium'] });
if (process.argv.includes('--shell')) {
	if (process.getuid?.() !== 0) fail('The shell tests run in a chroot: only root may do that.');
	need('shell', { 'busybox-static': ['/bin/busybox', '/usr/bin/busybox'], shellcheck: ['/usr/bin/shellcheck'] });
}

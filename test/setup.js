/*
 * Run by npm before start and test: brings what a fresh clone lacks.
 *   node test/setup.js                    the npm dependencies
 *   node test/setup.js --browser          and a browser
 *   node test/setup.js --shell            and a router's shell, with what looks over scripts
 *   node test/setup.js --browser --plan   only says what would be brought
 * Plain JavaScript without dependencies, since there may be none yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkNode } from './node-version.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

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

function installDependencies() {
	// npm notes in this file what it has installed
	const installed = `${ROOT}/node_modules/.package-lock.json`;
	const wanted = `${ROOT}/package-lock.json`;
	if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
	console.error('Installing the npm packages of package-lock.json: 120 MB in node_modules, about a minute …');
	// not `npm ci`: it refuses a lock file without the optional binaries of every other platform,
	// and not every registry has them all. Versions and hashes are the lock file's all the same.
	run('npm', 'install', '--no-save', '--no-audit', '--no-fund');
}

/**
 * Debian packages by suite: what brings them costs, and where each puts its program.
 * @type {Record<string, { cost: string, files: Record<string, string[]> }>}
 */
const PACKAGES = {
	browser: {
		cost: '80 MB by apt-get, 300 MB on disk, about two minutes',
		files: { chromium: ['/usr/bin/chromium'] }
	},
	house: {
		cost: '1 MB by apt-get, a few seconds',
		files: { mosquitto: ['/usr/sbin/mosquitto'], 'mosquitto-clients': ['/usr/bin/mosquitto_sub'] }
	},
	shell: {
		cost: '20 MB by apt-get, half a minute',
		files: { 'busybox-static': ['/bin/busybox', '/usr/bin/busybox'], shellcheck: ['/usr/bin/shellcheck'] }
	}
};

/** Brings what is missing of a suite's packages. @param {string} suite */
function need(suite) {
	const { cost, files } = PACKAGES[suite];
	const missing = Object.keys(files).filter(name => !files[name].some(file => existsSync(file)));
	if (missing.length === 0) return;
	const planned = process.argv.includes('--plan');
	const names = missing.join(' ');
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
		const lacking = `The ${suite} tests need what Debian has in packages: apt-get install ${names}`;
		return planned ? console.log(lacking) : fail(lacking);
	}
	const installing = `Installing ${names}: ${cost}`;
	if (planned) return console.log(installing);
	console.error(`${installing} …`);
	run('apt-get', 'update', '-q');
	run('apt-get', 'install', '-q', '-y', '--no-install-recommends', ...missing);
}

checkNode();
const suites = Object.keys(PACKAGES).filter(suite => process.argv.includes(`--${suite}`));
if (suites.length === 0) installDependencies();
for (const suite of suites) {
	if (suite === 'shell' && process.getuid?.() !== 0) fail('The shell tests run in a chroot: only root may do that.');
	need(suite);
}

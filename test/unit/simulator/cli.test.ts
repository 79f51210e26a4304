import { deepEqual, equal, match, ok, throws } from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { announce, find, forget } from '../../router/cli/places';

const ROOT = resolve(import.meta.dirname, '../../..');
const PROGRAM = join(ROOT, 'test/router/wps-sim.js');

/** No other simulators than those of the test are found. */
const home = mkdtempSync(join(tmpdir(), 'luci-app-wps-cli-'));
const places = join(home, `wps-sim-${userInfo().uid}`);

interface Ended {
	code: number | null;
	said: string;
}

/** Runs a command to its end. */
function wpsSim(...args: string[]): Promise<Ended> {
	const child = spawn(process.execPath, [PROGRAM, ...args], {
		env: environment(),
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (said += data));
	return new Promise(done => child.on('close', code => done({ code, said: said.trimEnd() })));
}

function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
	const { npm_command: _, LUCI_DIR: __, ...inherited } = process.env;
	return { ...inherited, TMPDIR: home, ...more };
}

async function until(condition: () => boolean, what: string): Promise<void> {
	for (let waited = 0; !condition(); waited += 50) {
		if (waited > 60_000) throw new Error(`Waited in vain: ${what}`);
		await sleep(50);
	}
}

const started: ChildProcess[] = [];

/** A simulator on a free port; the command may be one that starts it. */
async function start(
	command = process.execPath,
	args = [PROGRAM, 'start', '--port', '0'],
	more = {}
): Promise<ChildProcess> {
	const count = () => (existsSync(places) ? readdirSync(places).filter(name => name.endsWith('.json')).length : 0);
	const known = count();
	const child = spawn(command, args, { env: environment(more), stdio: ['ignore', 'pipe', 'inherit'] });
	started.push(child);
	await until(() => count() > known, 'the simulator starts');
	return child;
}

describe('wps-sim', function () {
	this.timeout(180_000);
	const { TMPDIR } = process.env;
	before(() => (process.env['TMPDIR'] = home));
	afterEach(() => {
		for (const child of started.splice(0)) child.kill('SIGKILL');
		rmSync(places, { recursive: true, force: true });
	});
	after(() => {
		if (TMPDIR === undefined) delete process.env['TMPDIR'];
		else process.env['TMPDIR'] = TMPDIR;
		rmSync(home, { recursive: true });
	});

	it('says in one line what was mistyped', async () => {
		const wrong: Record<string, RegExp> = {
			'--foo': /^Unknown option '--foo': npx wps-sim --help$/,
			strat: /^No such command: strat: npx wps-sim --help$/,
			call: /^call takes other words: npx wps-sim --help$/,
			'start --port abc': /^--port abc is no port: npx wps-sim --help$/,
			'start --scene moon': /^--scene moon is none of house, .*$/,
			'start --speed 0': /^--speed 0 is no number above 0$/
		};
		const said = await Promise.all(Object.keys(wrong).map(line => wpsSim(...line.split(' '))));
		Object.values(wrong).forEach((expected, index) => {
			match(said[index]!.said, expected);
			equal(said[index]!.code, 1);
		});
	});

	it('says in one line that npm install comes first', () => {
		const copy = join(home, 'copy');
		mkdirSync(join(copy, 'test/router'), { recursive: true });
		for (const file of ['package.json', 'test/node-version.js', 'test/router/wps-sim.js'])
			cpSync(join(ROOT, file), join(copy, file));
		const { stderr, status } = spawnSync(process.execPath, [join(copy, 'test/router/wps-sim.js')], {
			encoding: 'utf8'
		});
		match(stderr, /^The simulator needs what `npm install` brings.*\n$/);
		equal(status, 1);
	});

	it('says at the start that LUCI_DIR is none', () => {
		const { stderr, status } = spawnSync(process.execPath, [PROGRAM, 'start', '--port', '0'], {
			encoding: 'utf8',
			env: environment({ LUCI_DIR: home })
		});
		match(stderr, /^LUCI_DIR=\S+ is no checkout of LuCI: .*\n$/);
		equal(status, 1);
	});

	it('finds the simulator that runs, shows its log and does what a person does, until it has died', async () => {
		const simulator = await start();
		const [objects, none, nonsense] = await Promise.all([
			wpsSim('list'),
			wpsSim('list', 'nothing'),
			wpsSim('do', 'dance')
		]);
		match(objects.said, /^luci\.wps$/m);
		deepEqual(none, { code: 4, said: 'Command failed: Not found' });
		match(nonsense.said, /^No such action: dance\. There are join, .*\.$/);

		equal((await wpsSim('do', 'scene', 'two')).said, 'two: two networks with WPS, on two bands each');
		match((await wpsSim('do', 'scene', 'moon')).said, /^No such scene: moon\. There are house, .*\.$/);
		const listening = spawn(process.execPath, [PROGRAM, 'listen', 'ubus.object.*'], { env: environment() });
		started.push(listening);
		let events = '';
		listening.stdout.on('data', data => (events += data));
		let log = await wpsSim('log', 'AP-ENABLED');
		while (log.said === '') log = await wpsSim('log', 'AP-ENABLED');
		match(log.said, /^\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4} daemon\.notice hostapd: /);
		while (events === '') await wpsSim('do', 'rpcd', 'restart');
		match(events, /^\{ "ubus\.object\.\w+": \{"id":\d+,"path":"\S+"\} \}\n/);

		simulator.kill('SIGKILL');
		await until(() => simulator.signalCode !== null, 'the simulator dies');
		equal(readdirSync(places).length, 1);
		deepEqual(await wpsSim('list'), { code: 1, said: 'No simulator runs: npx wps-sim start' });
		deepEqual(readdirSync(places), []);
	});

	it('does not take what has the port now for the one that it knew of', async () => {
		const other = createServer((_request, response) => response.writeHead(403).end()).listen(0, '127.0.0.1');
		await once(other, 'listening');
		const { port } = other.address() as AddressInfo;
		announce(port);
		const { said } = await wpsSim('do', 'join');
		equal(said, `The simulator on port ${port} is gone: npx wps-sim start`);
		deepEqual(readdirSync(places), []);
		other.close();
	});

	it('ends with the npm that has started it', async function () {
		if (!existsSync('/proc/self/stat')) this.skip();
		const command = `${process.execPath} ${PROGRAM} start --port 0; true`;
		const npm = await start(
			process.execPath,
			['-e', `require('node:child_process').spawnSync('sh', ['-c', '${command}'], { stdio: 'ignore' })`],
			{
				npm_command: 'run-script'
			}
		);
		const { pid } = find(null);
		npm.kill('SIGKILL');
		try {
			await until(() => !existsSync(`/proc/${pid}`), 'the simulator ends');
		} catch (error) {
			process.kill(pid);
			throw error;
		}
	});

	describe('places', () => {
		const entry = (port: number, more: object = {}) =>
			writeFileSync(
				join(places, `${port}.json`),
				JSON.stringify({ port, pid: process.pid, token: 'x', copy: ROOT, name: null, ...more })
			);

		it('lead to the only simulator, the one of this working copy, or the one on a port', () => {
			throws(() => find(null), /^Error: No simulator runs: npx wps-sim start$/);
			const { forget: gone } = announce(8080);
			equal(find(null).port, 8080);
			entry(8081, { copy: '/elsewhere' });
			equal(find(null).port, 8080);
			equal(find(8081).port, 8081);
			entry(8082);
			throws(
				() => find(null),
				/^Error: Several simulators run, on the ports 8080 and 8082: say which with --port 8080$/
			);
			throws(() => find(8083), /^Error: No simulator of yours runs on port 8083/);
			gone();
			equal(find(null).port, 8082);
			forget({ port: 8082, token: 'of another' });
			equal(find(null).port, 8082);
		});

		it('of a house lead to its first router, or to the one that is named', () => {
			announce(8081, 'cellar');
			announce(8080, 'attic');
			equal(find(null).port, 8080);
			equal(find(null, 'cellar').port, 8081);
			throws(() => find(null, 'moon'), /^Error: No router is called moon: attic, cellar$/);
		});

		it('of simulators that died, and what is none, are forgotten', () => {
			announce(8080);
			const dead = spawnSync('true').pid;
			entry(8081, { pid: dead });
			writeFileSync(join(places, '8082.json'), 'rubbish');
			equal(find(null).port, 8080);
			deepEqual(readdirSync(places), ['8080.json']);
		});

		it('are believed only where nobody else can write', () => {
			mkdirSync(places);
			chmodSync(places, 0o777);
			throws(() => find(null), /is not yours alone: remove it$/);
			ok(existsSync(places));
		});
	});
});

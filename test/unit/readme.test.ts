import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/build/outputs';
import { RELEASE } from '../../src/build/package/control';
import './core/builtins';
import { ERRORS } from '../../src/contract/error';
import type { Event } from '../../src/contract/event';
import type { MethodName } from '../../src/contract/methods';
import { PROBLEMS } from '../../src/contract/problem';
import { WITHOUT_WPS } from '../../src/contract/wpad';
import { acl } from '../../src/manifest/acl';
import { WallClock } from '../router/clock';
import { HttpServer } from '../router/http';
import { SimulatedRouter } from '../router/router';
import { until } from '../router/until';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The rows of the table below a line that begins like this, by cells. */
function table(title: string): string[][] {
	const lines = README.slice(README.indexOf(title)).split('\n');
	const first = lines.findIndex(line => line.startsWith('|'));
	const rows = lines.slice(first + 2, first + lines.slice(first).findIndex(line => !line.startsWith('|')));
	return rows.map(row =>
		row
			.split('|')
			.slice(1, -1)
			.map(cell => cell.trim())
	);
}

const codes = (cell: string) => [...cell.matchAll(/`([\w.]+)`/g)].map(found => found[1]!);

describe('README', () => {
	it('names every error with its status and exit code', () => {
		const told = table('What **a call**').flatMap(([status, exit, names]) => {
			equal(Number(exit), 256 - Number(status));
			return codes(names!).map(name => [name, Number(status)] as const);
		});
		const wanted = Object.entries(ERRORS).map(([name, { status }]) => [name, status] as const);
		const found = told.filter(([name]) => name !== 'argument');
		deepEqual(found.toSorted(), wanted.toSorted());
	});

	it('names every problem with what mends it', () => {
		const rows = table('What **`status`** finds');
		const told = rows.flatMap(([fix, errors, warnings]) => {
			const by = /package|enable|wireless|wait/.exec(fix!)?.[0] ?? null;
			return [
				...codes(errors!).map(name => [name, by, 'error']),
				...codes(warnings!).map(name => [name, by, 'warning'])
			];
		});
		const wanted = Object.entries(PROBLEMS).map(([name, { fix, refusal }]) => [
			name,
			fix,
			refusal === null ? 'warning' : 'error'
		]);
		deepEqual(told.map(String).toSorted(), wanted.map(String).toSorted());
	});

	it('names every event', () => {
		const events: Record<Event['type'], string> = {
			...{ started: 'session', connecting: 'session', success: 'session', joined: 'session', timeout: 'session' },
			...{ overlap: 'session', cancelled: 'session', failed: 'session', lost: 'session' },
			...{ enabled: 'job', disabled: 'job', reverted: 'job', job_failed: 'job' },
			...{ removed: 'device', renamed: 'device', button: 'button' }
		};
		const told = table('What **`ubus listen').flatMap(([with_, names]) =>
			codes(names!).map(name => [name, codes(with_!)[0]])
		);
		deepEqual(told.toSorted(), Object.entries(events).toSorted());
	});

	it('leads to what is there', () => {
		for (const [, path] of README.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) ok(existsSync(join(ROOT, path!)), path);
	});

	it('installs what the build makes, signed', () => {
		for (const name of [`${RELEASE.app}.pem`, `${RELEASE.app}.pub`, 'packages.adb'])
			ok(README.includes(`$URL/${name}`));
		ok(README.includes(`URL=${RELEASE.url}/releases/latest/download\n`));
		for (const line of README.split('\n').filter(each => each.includes('allow-untrusted')))
			match(line, /Do not help yourself/);
		for (const name of table('Your router has another').flatMap(([names]) => codes(names!)))
			if (!name.includes('mesh')) ok(WITHOUT_WPS.includes(name as never), name);
	});

	it('knows every language there is', () => {
		const list = /`luci-i18n-wps-de`.*?: ([^.]*)\./s.exec(README)![1]!.split(/,\s+/);
		const folders = spawnSync('ls', [join(ROOT, 'po')], { encoding: 'utf8' })
			.stdout.trim()
			.split('\n');
		const wanted = folders.filter(name => name !== 'templates').map(name => name.toLowerCase().replace('_', '-'));
		deepEqual(
			list.toSorted(),
			wanted.map(name => ({ 'zh-hans': 'zh-cn', 'zh-hant': 'zh-tw' })[name] ?? name).toSorted()
		);
	});
});

describe('the login of README for home automation', function () {
	this.timeout(120_000);
	const router = new SimulatedRouter({ clock: new WallClock(50) });
	const server = new HttpServer(router);
	let base = '';

	before(async () => {
		base = `http://127.0.0.1:${await server.listen()}`;
		await until(() => router.bus.list('hostapd.*').length > 0, 'its radios start');
	});
	after(() => server.close());

	/** The lines of a block, with another address than the router's. */
	const block = (beginning: string) => {
		const [, text] = new RegExp(`\`\`\`sh\\n(${beginning}[^]*?)\`\`\``).exec(README)!;
		return text!.replaceAll('http://192.168.1.1', base);
	};

	async function shell(script: string): Promise<string> {
		const child = spawn('sh', ['-euc', script]);
		let output = '';
		for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (output += data));
		const code = await new Promise(resolve => child.on('close', resolve));
		equal(code, 0, output);
		return output;
	}

	it('has the rights of the access list of this package', () => {
		const setup = block('uci set rpcd\\.wps=login');
		for (const right of ['read', 'write'])
			deepEqual(
				[...setup.matchAll(new RegExp(`rpcd\\.wps\\.${right}='(.*)'`, 'g'))].map(found => found[1]),
				Object.keys(acl)
			);
	});

	it('opens a window with what stands there, and may do nothing else', async function () {
		if (spawnSync('jq', ['--version']).error || spawnSync('curl', ['--version']).error) this.skip();
		const output = await shell(block('call\\(\\)'));
		match(output, /"method": "pbc"/);
		match(output, /\nwaiting\n$/);

		const login = block('call\\(\\)').split('\n').slice(0, 5).join('\n');
		const may = async (object: string, method: string) => {
			const answer = await shell(`${login}\ncall $SESSION ${object} ${method} '{}'`);
			return !answer.includes('"Access denied"');
		};
		const methods: Record<MethodName, true> = {
			...{ status: true, start: true, cancel: true, enable: true, disable: true, devices: true, remove: true },
			...{ rename: true, button: true, press: true, house: true, history: true, check_pin: true }
		};
		for (const method of Object.keys(methods)) ok(await may('luci.wps', method), method);
		for (const [object, method] of [
			['network.wireless', 'status'],
			['network', 'reload'],
			['hostapd.phy0-ap0', 'wps_start'],
			['uci', 'get'],
			['uci', 'set'],
			['luci', 'setPassword'],
			['session', 'list']
		] as const)
			ok(!(await may(object, method)), `${object} ${method}`);
		doesNotMatch(output, /secret|password/);
	});
});

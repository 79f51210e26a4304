import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Broker } from '../router/broker';
import { makeAuthority, makeCertificate, pem } from './certificates';
import { Home, type RouterOptions } from './home';
import { until } from '../router/until';

const DOCS = readFileSync(join(import.meta.dirname, '../../docs/house.md'), 'utf8');

/** The ACL that docs/house.md gives to copy. */
const ACL = /```\n(# \/etc\/mosquitto\/wps\.acl\n[^`]*)```/.exec(DOCS)?.[1] ?? '';

const PASSWORDS: Record<string, string> = {
	attic: ' white & "quoted" $PATH \\ ',
	cellar: 'second',
	homeassistant: 'third',
	guest: 'fourth'
};

describe('A broker that trusts nobody without a certificate and a password', function () {
	this.timeout(300_000);
	let folder: string;
	let broker: Broker;
	let home: Home;

	/** A router with what it needs, or something else of it. */
	const as = (user: string, { ca = 'ca', password = PASSWORDS[user]! } = {}): RouterOptions => ({
		options: {
			tls: '1',
			cafile: '/etc/wps/ca.crt',
			certfile: '/etc/wps/me.crt',
			keyfile: '/etc/wps/me.key',
			username: user,
			password_file: '/etc/wps/password'
		},
		files: {
			'/etc/wps/ca.crt': pem(folder, `${ca}.crt`),
			'/etc/wps/me.crt': pem(folder, 'router.crt'),
			'/etc/wps/me.key': pem(folder, 'router.key'),
			'/etc/wps/password': `${password}\n`
		}
	});

	before(async () => {
		folder = mkdtempSync(join(tmpdir(), 'luci-app-wps-trust-'));
		for (const name of ['ca', 'other']) makeAuthority(folder, name);
		for (const name of ['localhost', 'router']) makeCertificate(folder, 'ca', name);
		for (const [user, password] of Object.entries(PASSWORDS))
			spawnSync('mosquitto_passwd', ['-b', ...(user === 'attic' ? ['-c'] : []), 'passwords', user, password], {
				cwd: folder
			});
		ok(ACL, 'docs/house.md has an ACL');
		writeFileSync(join(folder, 'acl'), ACL);
		broker = await Broker.start([
			`cafile ${folder}/ca.crt`,
			`certfile ${folder}/localhost.crt`,
			`keyfile ${folder}/localhost.key`,
			'require_certificate true',
			`password_file ${folder}/passwords`,
			`acl_file ${folder}/acl`
		]);
		home = await Home.start([], {}, broker);
	});
	after(async () => {
		await home.end();
		rmSync(folder, { recursive: true, force: true });
	});

	it('lets its routers in, which open together', async () => {
		for (const user of ['attic', 'cellar'])
			home.add(user, { ...as(user), options: { ...as(user).options, broker: 'localhost' } });
		await home.connected();
		home.router('attic').luci.press();
		await home.opened();
		home.router('cellar').luci.join();
		await home.closed();
	});

	it('and the password stands in no process list, log or topic', async () => {
		const { bridge, log } = home.router('attic');
		const secrets = [PASSWORDS['attic']!.trim(), 'BEGIN'];
		const lists = bridge.outside.pids.map(pid => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
		ok(lists.length >= 2);
		for (const text of [...lists, ...log, JSON.stringify(bridge.outside.started), JSON.stringify(bridge.picture)])
			for (const secret of secrets) ok(!text.includes(secret), text);
		const { files } = home.router('attic');
		for (const path of files.paths('/var/run')) equal(files.attributes(path)?.mode, 0o600, path);
		equal(files.attributes('/var/run/wps-house')?.mode, 0o700);
	});

	it('lets nobody say what another one may: a guest can open nothing', async () => {
		const say = (user: string, topic: string, payload: string) =>
			spawnSync(
				'mosquitto_pub',
				[
					...['-h', 'localhost', '-p', String(broker.port), '--cafile', `${folder}/ca.crt`],
					...['--cert', `${folder}/router.crt`, '--key', `${folder}/router.key`],
					...['-u', user, '-P', PASSWORDS[user]!, '-q', '1', '-t', topic, '-s']
				],
				{ input: payload }
			);
		const order = (id: string) => JSON.stringify({ id, command: 'start', network: 'Home', at: home.epoch });
		const [attic, cellar] = [home.router('attic'), home.router('cellar')];
		const before = attic.luci.sessions.length;
		say('guest', 'wps/1/house/command', order('guest'));
		say('cellar', 'wps/1/house/command', order('cellar'));
		say('guest', 'wps/1/router/attic/command', order('guest2'));
		say('cellar', 'wps/1/router/attic/state', '{"run":"x","seq":1,"there":false}');
		// what may be said comes behind all that, and is heard
		for (const { name, log } of [attic, cellar]) {
			say('homeassistant', `wps/1/router/${name}/command`, order('mark').replace('"Home"', '"None"'));
			await until(() => log.some(line => line.includes('mark')), `${name} has heard the last of it`);
		}
		await home.clock.pass(500);
		equal(attic.luci.sessions.length, before);
		ok(cellar.other('attic')?.there);

		say('homeassistant', 'wps/1/house/command', order('ha'));
		await home.opened();
		attic.luci.change('cancelled');
		await home.closed();
	});

	for (const [title, options, problem] of [
		['another authority than it was told', () => as('attic', { ca: 'other' }), 'unreachable'],
		['another name in the certificate', () => as('attic'), 'unreachable'],
		['a wrong password', () => as('attic', { password: 'wrong' }), 'refused']
	] as const)
		it(`does not get a router that finds ${title}`, async () => {
			const made = options();
			const named = title.includes('name in') ? '127.0.0.1' : 'localhost';
			const router = home.add(`r${title.length}`, { ...made, options: { ...made.options, broker: named } });
			await until(() => router.house?.problem === problem, `it says ${problem}: ${JSON.stringify(router.house)}`);
			deepEqual([router.connected, router.house?.routers], [false, []]);
			router.bridge.stop();
			home.routers.delete(router.name);
		});
});

describe('A bridge that can not work', function () {
	this.timeout(300_000);
	let home: Home;
	afterEach(() => home.end());

	it('for lack of mosquitto-client-ssl says so, and works once that is installed', async () => {
		home = await Home.start([]);
		const attic = home.add('attic');
		attic.bridge.stop();
		attic.bridge.remove();
		attic.bridge.start();
		await until(() => attic.house?.problem === 'package', 'the package is named');
		attic.luci.press();
		await home.clock.pass(100);
		ok(attic.open);
		attic.bridge.install();
		await until(() => attic.connected, 'it is connected');
	});

	for (const [option, value] of Object.entries({
		broker: 'a b',
		port: '0',
		name: 'a/b',
		prefix: 'wps/#',
		tls: 'maybe'
	}))
		it(`for option ${option} '${value}' says so`, async () => {
			home = await Home.start([]);
			const attic = home.add('attic', { options: { [option]: value } });
			await until(() => attic.house?.problem === 'settings', 'it says so');
			ok(attic.log.some(line => line.includes(`option ${option}`)));
			deepEqual(attic.bridge.outside.started, []);
		});
});

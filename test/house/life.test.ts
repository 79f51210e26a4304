import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import type { Device } from '../../src/contract/device';
import type { Home, Router } from './home';
import { atOnce } from './scenes';
import { until } from '../router/until';

const uuidOf = (router: Router) => /^\toption uuid '(.*)'$/m.exec(router.files.text('/etc/config/wps') ?? '')?.[1];
const runs = (home: Home, name: string) => [
	...new Set((home.on(`wps/1/router/${name}/state`) as { run: string }[]).map(({ run }) => run))
];

describe('A bridge', function () {
	this.timeout(300_000);
	const scene = atOnce(['attic', 'cellar', 'hall']);

	scene('that dies is started again, and ends what it had left behind', async home => {
		await home.listen();
		const { bridge } = home.router('attic');
		const before = bridge.outside.pids;
		bridge.kill();
		bridge.start();
		await until(() => runs(home, 'attic').length === 2, 'a new life');
		await home.connected();
		await until(() => bridge.outside.pids.length === 2, 'two children');
		ok(before.every(pid => !bridge.outside.pids.includes(pid)));
	});

	scene(
		'that dies while the broker is away ends what it had left behind as well, although nobody says a word',
		async home => {
			await home.broker.kill();
			const { bridge } = home.router('attic');
			const before = bridge.outside.pids;
			bridge.kill();
			bridge.start();
			await until(() => before.every(pid => !bridge.outside.pids.includes(pid)), 'they have ended');
		}
	);

	scene('that dies while a window is open still closes it when another router takes the device', async home => {
		home.router('hall').luci.press();
		await home.opened();
		home.router('attic').bridge.kill();
		home.router('attic').bridge.start();
		await home.connected();
		home.router('cellar').luci.join();
		await home.closed();
		equal(home.router('attic').luci.session?.reason, 'house');
	});

	scene('that dies while another router takes the device closes its window when it is back', async home => {
		home.router('hall').luci.press();
		await home.opened();
		home.router('attic').bridge.kill();
		home.router('cellar').luci.join();
		await home.closed(['cellar', 'hall']);
		home.router('attic').bridge.start();
		await home.closed();
	});

	scene('that is stopped is away at once, and leaves nothing', async home => {
		const { bridge } = home.router('hall');
		bridge.stop();
		await until(() => home.router('attic').other('hall')?.there === false, 'it is away');
		await until(() => bridge.outside.pids.length === 0, 'its children have ended');
		equal(home.router('hall').house, null);
	});

	scene('says nothing and starts nothing while nothing happens', async home => {
		await home.clock.pass(3500);
		await home.listen();
		await home.settled();
		const started = home.all.map(({ bridge }) => bridge.outside.started.length);
		await home.heardAll();
		home.heard.length = 0;
		await home.clock.pass(5000);
		await home.heardAll();
		deepEqual(home.heard, []);
		deepEqual(
			home.all.map(({ bridge }) => bridge.outside.started.length),
			started
		);
	});

	scene('is woken by nothing but the keep-alive while nothing happens', async home => {
		await home.clock.pass(3500);
		await home.settled();
		await home.clock.pass(3000);
		const before = home.all.map(({ alarms }) => alarms.rings);
		// twice the pause of the keep-alive, as it is where nobody sets another
		await home.clock.pass(60_000);
		for (const [index, { name, alarms }] of home.all.entries()) {
			const rings = alarms.rings - before[index]!;
			ok(rings > 0 && rings <= 2, `${name}: ${rings}`);
		}
	});

	scene('says when a network can, and can not', async home => {
		const { luci, bus } = home.router('hall');
		luci.ready = false;
		bus.event('luci.wps', { type: 'disabled', job: null });
		await until(() => home.router('attic').other('hall')?.networks[0]?.ready === false, 'it can not');
		equal(home.router('attic').other('hall')?.networks[0]?.problem, 'wps_disabled');
	});

	scene('tells of devices, but of their addresses only where the owner says so', async home => {
		const device = {
			name: 'Printer',
			own_name: 'printer',
			network: 'Home',
			section: 'home',
			joined: 1,
			key: 'shared'
		};
		const more = {
			mac: '02:00:5e:00:53:10',
			kept: true,
			online: true,
			ifname: null,
			band: null,
			signal: null,
			ip: null
		};
		const told = (name: string) =>
			(home.on(`wps/1/router/${name}/state`).at(-1) as { devices: object[] } | undefined)?.devices[0];
		const open = home.add('open', { options: { macs: '1' } });
		await home.connected();
		await home.listen();
		for (const { luci, bus } of [home.router('hall'), open]) {
			luci.devices = [{ ...device, ...more } as Device];
			bus.event('luci.wps', { type: 'renamed', device: null });
		}
		await until(() => Boolean(told('hall') && told('open')), 'both have told of their devices');
		const plain = { name: 'Printer', network: 'Home', joined: 1, online: true };
		deepEqual(told('hall'), plain);
		deepEqual(told('open'), { ...plain, mac: more.mac });
		ok(home.heard.every(({ topic, payload }) => topic.includes('/open/') || !payload.includes(more.mac)));
	});

	scene('forgets a router that the owner wipes out', async home => {
		home.router('hall').bridge.stop();
		await until(() => home.router('attic').other('hall')?.there === false, 'it is away');
		await home.say('wps/1/router/hall/state', null, '-r');
		await until(() => home.router('attic').other('hall') === undefined, 'it is forgotten');
	});

	scene('does not ask a router that has another SSID', async home => {
		const other = home.add('hut', { ssid: 'Hut' });
		await home.connected();
		home.router('attic').luci.press();
		await home.opened(['attic', 'cellar', 'hall']);
		await home.settled();
		equal(other.open, false);
	});

	scene('names who is away, late or older, and waits for nobody', async home => {
		const attic = home.router('attic');
		const shed = home.add('shed');
		await home.connected();
		await home.say('wps/0/router/barn/state', '{"there":true}', '-r');
		await home.say('wps/7/router/tower/state', '{"there":true}', '-r');
		home.router('hall').bridge.stop();
		await until(() => attic.other('hall')?.there === false, 'hall is away');
		for (const pid of shed.bridge.outside.pids) process.kill(pid, 'SIGSTOP');

		attic.luci.press();
		await home.opened(['attic', 'cellar']);
		await until(() => attic.other('shed')?.networks[0]?.problem === 'late', 'shed is late');
		deepEqual(
			['barn', 'hall', 'shed', 'tower'].map(name => [name, attic.other(name)?.there, attic.other(name)?.problem]),
			[
				['barn', true, 'older'],
				['hall', false, null],
				['shed', true, null],
				['tower', true, 'newer']
			]
		);
	});

	scene('that is called as another one says so, and does not quarrel for ever', async home => {
		const first = home.router('attic');
		const twin = home.add('attic');
		await until(() => twin.house?.problem === 'name_taken', 'it says so');
		await home.listen();
		await home.clock.pass(2500);
		await home.heardAll();
		const before = home.heard.length;
		await home.clock.pass(3000);
		await home.heardAll();
		ok(home.heard.length - before < 4, `${home.heard.length - before} messages`);
		home.router('hall').luci.press();
		await home.opened(['cellar', 'hall']);
		first.bridge.end();
	});

	scene('gives the house one UUID, which stays', async home => {
		await until(() => home.all.every(router => uuidOf(router) !== undefined), 'all have one');
		const uuid = uuidOf(home.router('attic'));
		ok(home.all.every(router => uuidOf(router) === uuid));
		await home.broker.restart();
		// Who comes to a broker that has forgotten it before the others are back would give the house another one.
		await home.connected();
		const shed = home.add('shed');
		await home.connected();
		await until(() => uuidOf(shed) === uuid, 'a new router has it');

		const written = uuidOf(shed);
		const others = Array.from({ length: 9 }, (_none, digit) => written!.replace(/.$/, String(digit)));
		for (const other of others) await home.say('wps/1/house/uuid', other);
		await home.settled();
		ok(others.indexOf(uuidOf(shed)!) < 4, 'flash is not worn out');
		notEqual(uuidOf(shed), undefined);
	});
});

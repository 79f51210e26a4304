import { equal, match, ok } from 'node:assert/strict';
import type { ToldHouse } from '../../src/contract/house';
import type { Session } from '../../src/contract/session';
import type { Status } from '../../src/contract/status';
import { Bridge } from '../router/bridge';
import { SimulatedRouter } from '../router/router';
import { Broker } from '../router/broker';
import { until } from '../router/until';
import { HouseClock } from './clock';

/*
 * All of it: three simulated routers, each with the compiled handler and the compiled bridge, and a real broker.
 */

/** Of every network here. */
const KEY = 'correct horse battery';

class Whole {
	readonly router: SimulatedRouter;
	readonly bridge: Bridge;

	constructor(
		readonly name: string,
		port: number,
		clock: HouseClock
	) {
		this.router = new SimulatedRouter({ clock });
		const { bus, files } = this.router;
		const options = { broker: '127.0.0.1', port, name, discovery: 'homeassistant' };
		const lines = Object.entries(options).map(([option, value]) => `\toption ${option} '${value}'`);
		files.put('/etc/config/wps', ["config house 'house'", ...lines, ''].join('\n'));
		this.bridge = new Bridge({ clock, bus, files, syslog: line => this.router.syslog(line) });
		this.bridge.start();
	}

	async ask<T>(method: string, args: object = {}): Promise<T> {
		return (await this.router.request('luci.wps', method, args as never)).data as T;
	}

	async session(): Promise<Session | null> {
		return (await this.ask<Status>('status')).networks.find(({ ssid }) => ssid === 'Home')?.session ?? null;
	}

	async open(): Promise<boolean> {
		return (await this.session())?.open ?? false;
	}

	async house(): Promise<ToldHouse | null> {
		return (await this.ask<{ house: ToldHouse | null }>('house')).house;
	}
}

describe('Three routers with the handler itself', function () {
	this.timeout(300_000);
	const clock = new HouseClock();
	let broker: Broker;
	let all: Whole[];
	let attic: Whole, cellar: Whole, hall: Whole;
	const every = async (open: boolean) => (await Promise.all(all.map(one => one.open()))).every(one => one === open);

	before(async () => {
		broker = await Broker.start();
		all = ['attic', 'cellar', 'hall'].map(name => new Whole(name, broker.port, clock));
		[attic, cellar, hall] = all as [Whole, Whole, Whole];
		const ready = async (one: Whole) => {
			const house = await one.house();
			return (
				house?.routers.length === 2 &&
				house.routers.every(({ networks }) => networks.some(({ ready }) => ready))
			);
		};
		await until(
			async () => (await Promise.all(all.map(ready))).every(Boolean),
			'all know each other, and are ready'
		);
	});
	after(async () => {
		for (const { bridge, router } of all) {
			bridge.end();
			router.rpcd.stop();
		}
		clock.stop();
		await broker.end();
		for (const { bridge } of all) if (bridge.crashed) throw bridge.crashed;
	});

	it('open with one press, and close when a device joins at the second', async () => {
		const answer = await attic.ask<{ session: Session }>('start', { network: 'Home', house: true });
		equal(answer.session.origin, 'luci.wps');
		await until(() => every(true), 'all are open');
		const there = await hall.session();
		equal(there?.origin, 'house');
		equal(there?.by, 'attic');

		cellar.router.press('printer');
		await until(async () => (await cellar.session())?.state === 'joined', 'the printer has joined');
		await until(() => every(false), 'all are closed');
		const closed = await attic.session();
		equal(closed?.state, 'cancelled');
		equal(closed?.reason, 'house');
		// the address that a device has is seen in no topic
		ok(!(cellar.router.files.text('/var/run/luci-wps-house-said') ?? '').includes('02:00:5e'));
		match(cellar.router.files.text('/var/run/luci-wps-house-said') ?? '', /"network": "Home"/);
	});

	it('know that a device is in which was given the keys at one and came with them to another', async () => {
		await attic.ask('start', { network: 'Home', house: true });
		await until(() => every(true), 'all are open');
		const { mac } = cellar.router.press('television', 'join then forget');
		await until(async () => (await cellar.session())?.state === 'success', 'it has been given the keys');
		await until(() => every(false), 'all are closed');

		const device = attic.router.device('television', { mac });
		device.learn('Home', KEY);
		ok(device.reconnect());
		await until(async () => (await cellar.session())?.state === 'joined', 'it is known to be in');
		const session = await cellar.session();
		equal(session?.peer?.mac, mac);
		equal(session?.peer?.authorized, true);
		for (const { router } of all)
			ok(!(router.files.text('/var/run/luci-wps-house-said') ?? '').includes(mac.slice(0, 8)));
	});

	it('are told in status and in house', async () => {
		const status = await attic.ask<Status>('status');
		equal(status.house?.connected, true);
		equal(status.house?.name, 'attic');
		equal(status.house?.routers.map(({ name }) => name).join(), 'cellar,hall');
	});

	it('close when a person cancels at any of them', async () => {
		await hall.ask('start', { network: 'Home', house: true });
		await until(() => every(true), 'all are open');
		await cellar.ask('cancel', { network: 'Home' });
		await until(() => every(false), 'all are closed');
		equal((await cellar.session())?.reason, null);
	});
});

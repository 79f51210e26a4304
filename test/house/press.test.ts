import { deepEqual, equal, ok } from 'node:assert/strict';
import { Home, type Router } from './home';
import { until } from '../router/until';

/** What was told of the whole house. */
const told = (home: Home, type: string) =>
	(home.on('wps/1/house/event') as { event_type: string; router: string; device: string | null }[]).filter(
		({ event_type }) => event_type === type
	);

describe('A press at one router of a house', function () {
	this.timeout(300_000);
	let home: Home;
	let attic: Router, cellar: Router, hall: Router;
	before(async () => {
		home = await Home.start(['attic', 'cellar', 'hall']);
		await home.listen();
		[attic, cellar, hall] = ['attic', 'cellar', 'hall'].map(name => home.router(name)) as [Router, Router, Router];
	});
	afterEach(async () => {
		for (const { luci } of home.all) {
			if (luci.open) luci.change('timeout');
			Object.assign(luci, { ready: true, refusal: null, slow: 5 });
			luci.sessions.length = 0;
		}
		await home.settled();
		home.heard.length = 0;
	});
	after(() => home.end());

	it('opens all of them; the first join closes the others', async () => {
		attic.luci.press();
		await home.opened();
		equal(hall.luci.session?.origin, 'house');
		equal(hall.luci.session?.by, 'attic');
		await until(() => attic.other('hall')?.networks[0]?.open ?? false, 'the tab shows it');

		cellar.luci.join();
		await home.closed();
		equal(attic.luci.session?.reason, 'house');
		await until(() => told(home, 'joined').length > 0, 'the join is told');
		deepEqual(
			told(home, 'joined').map(({ router, device }) => [router, device]),
			[['cellar', 'printer']]
		);
		deepEqual(
			[attic, cellar, hall].map(({ luci }) => luci.sessions.length),
			[1, 1, 1]
		);
	});

	it('opens one whose luci.wps did not answer, as while rpcd starts anew, a moment later', async () => {
		hall.luci.deaf = 1;
		attic.luci.press();
		await home.opened(['cellar']);
		await home.clock.pass(8000);
		await home.opened();
		deepEqual(
			[attic, cellar, hall].map(({ luci }) => luci.sessions.length),
			[1, 1, 1]
		);
	});

	it('without the house stays at that router', async () => {
		attic.luci.press(false);
		await home.settled();
		deepEqual([attic.open, cellar.open, hall.open], [true, false, false]);
	});

	it('at two routers at once is one window', async () => {
		attic.luci.press();
		hall.luci.press();
		await home.opened();
		await home.settled();
		deepEqual(
			[attic, cellar, hall].map(({ luci }) => luci.sessions.length),
			[1, 1, 1]
		);

		cellar.luci.join('lamp');
		await home.closed();
		await home.settled();
		ok(home.all.every(router => !router.open && router.luci.sessions.length === 1));
	});

	it('is cancelled everywhere where somebody cancels at one', async () => {
		attic.luci.press();
		await home.opened();
		home.router('cellar').luci.change('cancelled');
		await home.closed();
		await until(() => told(home, 'cancelled').length > 0, 'it is told');
		await home.settled();
		deepEqual(
			told(home, 'cancelled').map(({ router }) => router),
			['cellar']
		);
	});

	it('ends everywhere when two devices ask at one router, and that is told once, with its name', async () => {
		attic.luci.press();
		await home.opened();
		cellar.luci.change('overlap', { reason: 'several_devices' });
		await home.closed();
		await until(() => told(home, 'overlap').length > 0, 'it is told');
		await home.settled();
		deepEqual(
			told(home, 'overlap').map(({ router }) => router),
			['cellar']
		);
	});

	it('goes on where it can when it fails at one router', async () => {
		attic.luci.press();
		await home.opened();
		hall.luci.change('lost', { reason: 'access_point_gone' });
		await home.settled();
		deepEqual([attic.open, cellar.open, hall.open], [true, true, false]);
		cellar.luci.join();
		await home.closed();
	});

	it('names a router that has WPS off, and does not wait for it', async () => {
		hall.luci.ready = false;
		attic.luci.press();
		await home.opened(['attic', 'cellar']);
		await until(() => attic.other('hall')?.networks[0]?.problem === 'wps_disabled', 'hall is named');
		equal(hall.open, false);
	});

	it('takes a window that is open already into the house', async () => {
		hall.luci.press(false);
		attic.luci.press();
		await home.opened();
		cellar.luci.join();
		await home.closed();
		equal(hall.luci.sessions.length, 1);
	});

	it('is over with the time, and then another one is new', async () => {
		attic.luci.press();
		await home.opened();
		for (const { luci } of home.all) luci.change('timeout');
		await until(() => told(home, 'timeout').length > 0, 'it is told');
		await home.settled();
		ok(home.all.every(router => !router.open));
		deepEqual(
			told(home, 'timeout').map(({ router }) => router),
			['attic']
		);
	});
});

describe('Routers of a house', function () {
	this.timeout(300_000);
	let home: Home;
	afterEach(() => home.end());

	it('are ten', async () => {
		const names = Array.from({ length: 10 }, (_none, number) => `router${number}`);
		home = await Home.start(names);
		home.router('router3').luci.press();
		await home.opened();
		home.router('router7').luci.join();
		await home.closed();
	});
});

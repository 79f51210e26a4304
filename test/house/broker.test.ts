import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Home } from './home';
import { atOnce } from './scenes';
import { until } from '../router/until';

/** What the broker has kept of a router's state. */
async function kept(home: Home, name: string): Promise<boolean> {
	home.heard.length = 0;
	await home.listen();
	return home.heard.some(({ topic, retained }) => retained && topic === `wps/1/router/${name}/state`);
}

describe('When the broker', function () {
	this.timeout(300_000);
	const scene = atOnce(['attic', 'cellar', 'hall'], { options: { keepalive: '5' } });

	scene('is killed and started again while nothing is open, all that it had kept is there again', async home => {
		await home.broker.restart();
		await until(() => kept(home, 'hall'), 'the state of hall is kept');
		await until(() => kept(home, 'attic'), 'the state of attic is kept');
		await home.connected();
	});

	scene('is killed before a press, that router is as if alone; who comes back in time joins in', async home => {
		await home.broker.kill();
		home.router('attic').luci.press();
		await home.clock.pass(700);
		deepEqual(
			home.all.map(router => router.open),
			[true, false, false]
		);
		await home.broker.start();
		await home.opened();
		home.router('hall').luci.join();
		await home.closed();
	});

	scene('is killed after the press, a join closes the others as soon as they hear again', async home => {
		home.router('attic').luci.press();
		await home.opened();
		await home.broker.restart();
		await home.connected();
		home.router('hall').luci.join();
		await home.closed();
		equal(home.router('attic').luci.session?.reason, 'house');
	});

	scene('is away while a device joins, the others close when it is back', async home => {
		home.router('attic').luci.press();
		await home.opened();
		await home.broker.kill();
		home.router('cellar').luci.join();
		await home.clock.pass(500);
		deepEqual(
			home.all.map(router => router.open),
			[true, false, true]
		);
		await home.broker.start();
		await home.closed();
		ok(home.all.every(router => router.luci.sessions.length === 1));
	});

	scene('is away when something is to be told, it is not told later', async home => {
		home.router('attic').luci.press();
		await home.opened();
		await home.broker.kill();
		home.router('cellar').luci.join();
		await home.clock.pass(12_000);
		await home.broker.start();
		await home.listen();
		await home.closed();
		await home.connected();
		await home.settled();
		const told = home.heard.filter(({ topic }) => topic.endsWith('/event')).map(({ payload }) => payload);
		ok(!told.some(text => text.includes('joined')), told.join());
	});

	scene('is killed after the join, nothing opens again', async home => {
		home.router('attic').luci.press();
		await home.opened();
		home.router('cellar').luci.join();
		await home.closed();
		await home.broker.restart();
		await home.connected();
		await home.settled();
		await home.clock.pass(3000);
		ok(home.all.every(router => !router.open && router.luci.sessions.length === 1));
	});

	scene('stays away, the tab says so, each router works alone, and the pauses between tries grow', async home => {
		const attic = home.router('attic');
		await home.broker.kill();
		await home.clock.pass(12_000);
		await until(() => attic.house?.connected === false, 'attic has noticed');
		equal(attic.house?.problem, 'unreachable');
		deepEqual(
			attic.house?.routers.map(({ name, there }) => [name, there]),
			[
				['cellar', false],
				['hall', false]
			]
		);
		const tries = () => attic.bridge.outside.started.filter(({ argv }) => argv[0]?.endsWith('_sub')).length;
		const before = tries();
		await home.clock.pass(6000);
		ok(tries() - before <= 3, `${tries() - before} tries in six seconds`);
		attic.luci.press();
		await home.clock.pass(100);
		ok(attic.open);
	});

	scene('comes back after a press that is old by then, nobody obeys that', async home => {
		await home.broker.kill();
		home.router('attic').luci.press();
		await home.clock.pass(16_000);
		await home.broker.start();
		await home.connected();
		await home.settled();
		ok(home.router('attic').open && !home.router('cellar').open);
	});
});

import { deepEqual, equal, ok } from 'node:assert/strict';
import { accepted, house, onSimulator, safeOnRouter, SESSION_FIELDS, small } from './target';

describe('history', () => {
	safeOnRouter('lists sessions, each whole, newest first, at most 50', target => {
		const { entries } = accepted(target.call('history'));
		ok(Array.isArray(entries) && entries.length <= 50);
		for (const session of entries) deepEqual(Object.keys(session).sort(), [...SESSION_FIELDS].sort());
		const ends = entries.filter((session: any) => session.started).map((session: any) => session.started);
		deepEqual(ends, [...ends].sort().reverse());
	});

	safeOnRouter('keeps to the limit', target => {
		for (const limit of [0, 1, 2, 50, 51, 2147483647]) {
			const { entries } = accepted(target.call('history', { limit }));
			ok(entries.length <= Math.min(limit, 50), String(limit));
		}
	});

	onSimulator('is empty after boot', () => {
		deepEqual(small().history(), []);
	});

	onSimulator('names the device that joined, though its address follows the key and nobody looks', () => {
		const router = small();
		router.open();
		router.press('printer');
		const { id, peer } = router.reach('joined');
		deepEqual([peer?.name, peer?.ip], [null, null]);
		deepEqual(
			router.counted(() => router.advance(10)),
			[]
		);
		deepEqual(
			router.history().map(session => [session.id, session.peer?.name, session.peer?.ip]),
			[[id, 'printer', '192.168.1.100']]
		);
		const before = router.clock.pending;
		router.advance(5);
		equal(router.clock.pending, before, 'nobody is looked up any more');
		router.rpcd.restart();
		equal(router.session.peer?.name, 'printer');
	});

	onSimulator('gives up naming a device that has no address after two minutes', () => {
		const router = small();
		router.open();
		router.press('printer');
		router.device('printer').onState = () => {};
		router.reach('joined');
		const pending = () => router.clock.pending;
		router.advance(100);
		const looking = pending();
		router.advance(30);
		equal(pending(), looking - 1);
		equal(router.session.peer?.ip, null);
	});

	onSimulator('keeps the newest 50, over a restart of rpcd too', () => {
		const router = small();
		const ids: string[] = [];
		for (let round = 0; round < 53; round++) {
			ids.unshift(router.open().id);
			router.advance(1);
			router.cancel();
			router.advance(1);
		}
		equal(new Set(ids).size, 53);
		const all = () => router.history().map(session => session.id);
		deepEqual(all(), ids.slice(0, 50));
		deepEqual(
			router.history({ limit: 3 }).map(session => session.id),
			ids.slice(0, 3)
		);
		equal(router.history({ limit: 1000 }).length, 50);
		deepEqual(router.history({ limit: 0 }), []);
		router.rpcd.restart();
		deepEqual(all(), ids.slice(0, 50));
		ok(!ids.includes(router.open().id), 'a name is never used again');
		ok((router.files.text('/var/run/luci-wps.json') ?? '').length < 40_000);
	});

	onSimulator('never drops a window that is open for those that have ended', () => {
		const router = house();
		router.shell('-i', 'phy1-ap0', 'wps_pbc');
		const { id } = router.ap('home5').session;
		for (let round = 0; round < 53; round++) {
			router.shell('-i', 'phy0-ap0', 'wps_pbc');
			router.status();
			router.cancel({ ifname: 'phy0-ap0' });
		}
		equal(router.history().length, 50);
		deepEqual([router.ap('home5').session.id, router.ap('home5').session.open], [id, true]);
	});

	onSimulator('holds sessions of all access points and kinds, open ones too', () => {
		const router = house();
		router.open({ section: 'home' });
		router.cancel();
		router.open({ section: 'home5', pin: '12345670' });
		deepEqual(
			router.history().map(({ network, method, state, open }) => [network, method, state, open]),
			[
				['Home5', 'pin', 'waiting', true],
				['Home', 'pbc', 'cancelled', false]
			]
		);
	});
});

import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Message } from '../router/bus';
import { accepted, house, onSimulator, refused, small, type Result, type TestRouter } from './target';

/** What a loser is told. */
function isClear(result: Result): void {
	ok(['already_open', 'busy'].includes(result.data?.error?.code), JSON.stringify(result));
	refused(result, result.data.error.code);
}

/** Two browsers and a shell want a window at the same moment. */
function three(router: TestRouter, args: Message = {}): { result: Result }[] {
	return [
		router.send('start', { ...args, ubus_rpc_session: router.login('root') }),
		router.send('start', { ...args, ubus_rpc_session: router.login('root') }),
		router.send('start', args)
	];
}

const winners = (all: { result: Result }[]) => all.filter(({ result }) => result.code === 0);

describe('at the same moment', () => {
	onSimulator('two browsers and a shell start: one window, clear answers to the losers', () => {
		const router = small();
		const all = three(router);
		router.advance(2);
		equal(winners(all).length, 1);
		for (const { result } of all) if (result.code) isClear(result);
		equal(router.bus.calls.filter(({ method }) => method === 'wps_start').length, 1);
		deepEqual(router.told, ['started']);
		equal(router.history().length, 1);
	});

	onSimulator('they start on different networks: one window on one of them', () => {
		const router = house();
		const all = [router.send('start', { section: 'home' }), router.send('start', { section: 'home5' })];
		router.advance(2);
		equal(winners(all).length, 1);
		for (const { result } of all) if (result.code) isClear(result);
		equal([router.pbc('phy0-ap0'), router.pbc('phy1-ap0')].filter(pbc => pbc === 'Active').length, 1);
	});

	for (const delay of [0, 1, 2, 3, 4, 5, 6, 8])
		onSimulator(`the router's button is pressed as well, ${delay} ms later: one window, one truth`, () => {
			const router = small();
			const all = three(router);
			router.clock.advance(delay);
			router.pressStockButton();
			router.advance(2);
			ok(winners(all).length <= 1);
			for (const { result } of all) if (result.code) isClear(result);
			const { session } = router.ap();
			equal(session.open, true);
			equal(session.origin, winners(all).length ? 'luci.wps' : 'external');
			equal(router.history().length, 1);
			deepEqual(router.told, ['started']);
			router.press('printer');
			router.reach('joined');
			equal(router.history().length, 1);
		});

	onSimulator('two looks see the same', () => {
		const router = house();
		router.open({ section: 'home' });
		const looks = [
			router.send('status'),
			router.send('status', { ubus_rpc_session: router.login('reader') }),
			router.send('status')
		];
		router.advance(1);
		const seen = looks.map(({ result }) => accepted(result).networks);
		deepEqual(seen[1], seen[0]);
		deepEqual(seen[2], seen[0]);
	});

	onSimulator('two cancel: the window is closed once', () => {
		const router = small();
		const { id } = router.open();
		const all = [router.send('cancel'), router.send('cancel')];
		router.advance(1);
		for (const { result } of all) {
			const { session } = accepted(result);
			if (session) deepEqual([session.id, session.state], [id, 'cancelled']);
		}
		deepEqual(router.told, ['started', 'cancelled']);
		equal(router.lines.filter(line => line.includes(': cancelled')).length, 1);
	});

	onSimulator('one cancels and another starts: the answers and hostapd agree', () => {
		for (const delay of [0, 1, 2, 3, 4, 5]) {
			const router = small();
			const first = router.open();
			const cancel = router.send('cancel');
			router.clock.advance(delay);
			const start = router.send('start');
			router.advance(2);
			equal(accepted(cancel.result).session.id, first.id);
			if (start.result.code) isClear(start.result);
			equal(router.pbc() === 'Active', start.result.code === 0);
			equal(router.anyOpen, start.result.code === 0);
		}
	});

	onSimulator('a cancel comes in the middle of a start: what was answered is what is', () => {
		for (const delay of [0, 1, 2, 3, 4]) {
			const router = small();
			const start = router.send('start');
			router.clock.advance(delay);
			const cancel = router.send('cancel');
			router.advance(2);
			accepted(start.result);
			const { session } = accepted(cancel.result);
			equal(router.anyOpen, session === null, `after ${delay} ms`);
			equal(router.pbc() === 'Active', session === null, `after ${delay} ms`);
		}
	});

	onSimulator('a start does not block the next for longer than it takes itself', () => {
		const router = small();
		router.hostapd.hung = true;
		const first = router.send('start');
		router.clock.advance(100);
		const second = router.send('start');
		router.advance(1);
		refused(first.result, 'timeout');
		isClear(second.result);
		router.hostapd.hung = false;
		router.advance(1);
		equal(router.open().state, 'waiting');
	});

	onSimulator('each asks with arguments of its own: rpcd shares them between all calls', () => {
		const router = house();
		const all = [
			router.send('start', { section: 'home5', ubus_rpc_session: router.login('root') }),
			router.send('cancel', { section: 'home' }),
			router.send('history', { limit: 7 })
		];
		router.advance(1);
		equal(accepted(all[0]?.result ?? { code: -1, data: null }).session.network, 'Home5');
		for (const { result } of all) accepted(result);
	});
});

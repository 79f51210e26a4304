import { deepEqual, equal } from 'node:assert/strict';
import type { Message } from '../router/bus';
import { house, onSimulator, refused, small, type TestRouter } from './target';

const OPENERS: [string, (router: TestRouter) => void][] = [
	["the router's button", router => router.pressStockButton()],
	['hostapd_cli', router => router.shell('-i', 'phy0-ap0', 'wps_pbc')],
	['another tool', router => router.bus.call('hostapd.phy0-ap0', 'wps_start')]
];

describe('a window that something else opened', () => {
	for (const [what, open] of OPENERS)
		onSimulator(`appears as external, its start unknown: ${what}`, () => {
			const router = small();
			router.advance(5);
			open(router);
			router.advance(30);
			const { origin, state, open: isOpen, started, remaining, ended, method } = router.ap().session;
			deepEqual(
				{ origin, state, isOpen, started, remaining, ended, method },
				{
					origin: 'external',
					state: 'waiting',
					isOpen: true,
					started: null,
					remaining: null,
					ended: null,
					method: 'pbc'
				}
			);
			deepEqual(router.told, ['started']);
			equal(router.ap().ready, false);
		});

	onSimulator('appears on each network that the button opened, and on no other', () => {
		const router = house();
		router.pressStockButton();
		deepEqual(
			router.aps.map((ap: any) => ap.session?.origin ?? null),
			['external', null, 'external']
		);
	});

	onSimulator('is followed like our own: a device joins', () => {
		const router = small();
		router.pressStockButton();
		const { id } = router.ap().session;
		router.press('printer');
		const joined = router.reach('joined');
		deepEqual([joined.id, joined.origin, joined.started], [id, 'external', null]);
		deepEqual(router.told, ['started', 'connecting', 'success', 'joined']);
	});

	onSimulator('runs out, and says that its start was not seen', () => {
		const router = small();
		router.pressStockButton();
		router.advance(30);
		equal(router.anyOpen, true);
		const { state, reason, ended } = router.reach('timeout', 92);
		deepEqual([state, reason, ended], ['timeout', 'start_not_seen', router.clock.epoch()]);
	});

	onSimulator('can be cancelled, without a name and with one', () => {
		for (const args of [{}, { ifname: 'phy0-ap0' }] as Message[]) {
			const router = small();
			router.pressStockButton();
			const session = router.cancel(args);
			deepEqual([session?.origin, session?.state], ['external', 'cancelled']);
			equal(router.pbc(), 'Timed-out');
		}
	});

	onSimulator('needs a cancel for each network that it is open on', () => {
		const router = house();
		router.pressStockButton();
		deepEqual([router.cancel()?.network, router.cancel()?.network, router.cancel()], ['Home', 'Home5', null]);
		deepEqual([router.pbc('phy0-ap0'), router.pbc('phy1-ap0')], ['Timed-out', 'Timed-out']);
	});

	onSimulator('that nobody looked at leaves no trace', () => {
		const router = small();
		router.advance(4);
		router.pressStockButton();
		const asked = router.counted(() => router.advance(130));
		deepEqual(asked, []);
		deepEqual([router.ap().session, router.told], [null, []]);
	});

	onSimulator('is lost when it is Active after 125 s, is not shown again, and a start is accepted', () => {
		const router = small();
		const bss = router.hostapd.bss('phy0-ap0');
		// What hostapd says after a reload in the middle of a window: hostapd_deinit_wps leaves pbc_status.
		if (bss) bss.stats.pbc = 'Active';
		equal(router.ap().session.origin, 'external');
		refused(router.call('start'), 'already_open');
		router.advance(120);
		equal(router.session.state, 'waiting');
		const { reason } = router.reach('lost', 10);
		equal(reason, 'stale');
		router.advance(60);
		deepEqual([router.pbc(), router.anyOpen, router.ap().ready], ['Active', false, true]);
		router.rpcd.restart();
		equal(router.anyOpen, false);
		const { id } = router.open();
		equal(router.reach('timeout', 125).id, id);
		router.shell('-i', 'phy0-ap0', 'wps_pbc');
		equal(router.ap().session.origin, 'external');
		deepEqual(router.told, ['started', 'lost', 'started', 'timeout', 'started']);
	});

	onSimulator('is no window when a PIN was entered elsewhere: hostapd does not tell', () => {
		const router = small();
		router.shell('-i', 'phy0-ap0', 'wps_pin', 'any', '12345670', '120');
		equal(router.ap().session, null);
	});
});

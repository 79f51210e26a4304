import { deepEqual, equal, ok } from 'node:assert/strict';
import { twoAtOnce } from '../router/devices';
import { HOME, house, onSimulator, RADIO0, small, TestRouter, wireless } from './target';

/** Nothing is asked and no timer is set once everything has ended. */
function isQuiet(router: TestRouter): void {
	router.advance(40);
	const asked = router.counted(() => router.advance(300));
	deepEqual(asked, []);
	equal(router.clock.pending, 0);
}

describe('an open window', () => {
	onSimulator('goes from waiting to connecting to success to joined', () => {
		const router = small();
		const { id } = router.open();
		router.advance(10);
		equal(router.session.state, 'waiting');
		router.press('printer');

		const connecting = router.reach('connecting');
		deepEqual([connecting.id, connecting.open, connecting.ended, connecting.reason], [id, true, null, null]);
		deepEqual(connecting.peer, { mac: '02:00:5e:00:53:10', name: null, ip: null, signal: -48, authorized: false });

		const success = router.reach('success');
		deepEqual([success.id, success.open, success.remaining, success.reason], [id, false, 0, null]);
		equal(success.ended, router.clock.epoch());
		equal(success.peer?.mac, '02:00:5e:00:53:10');
		equal(success.peer?.authorized, false);

		const { ended } = success;
		const joined = router.reach('joined');
		deepEqual([joined.id, joined.ended, joined.reason, joined.attempts_failed], [id, ended, null, 0]);
		router.advance(3);
		deepEqual(router.ap().session.peer, {
			mac: '02:00:5e:00:53:10',
			name: 'printer',
			ip: '192.168.1.100',
			signal: -48,
			authorized: true
		});
		deepEqual(router.told, ['started', 'connecting', 'success', 'joined']);
		isQuiet(router);
	});

	onSimulator('is waiting again when one device fails, which counts in attempts_failed alone', () => {
		const router = small();
		const { id } = router.open();
		const printer = router.press('printer', 'fail');
		router.reach('connecting');
		router.until(() => printer.state === 'failed');
		router.advance(2);
		const { state, open, attempts_failed, reason, peer } = router.session;
		deepEqual([state, open, attempts_failed, reason, peer], ['waiting', true, 1, null, null]);
		router.press('printer', 'join');
		const joined = router.reach('joined');
		deepEqual([joined.id, joined.attempts_failed, joined.reason], [id, 1, null]);
	});

	onSimulator('ends with timeout at 120 s, by the monotonic clock, and remaining counts down to it', () => {
		const router = small();
		const opened = router.open();
		for (let left = 110; left > 0; left -= 10) {
			router.advance(10);
			equal(router.session.remaining, left);
			equal(router.session.state, 'waiting');
		}
		const { ended, remaining, reason, open, duration } = router.reach('timeout', 12);
		deepEqual([remaining, reason, open, duration], [0, null, false, 120]);
		ok(Math.abs(Number(ended) - Number(opened.started) - 120) <= 1);
		isQuiet(router);
	});

	onSimulator('does not care when somebody sets the clock', () => {
		for (const jump of [-1_000_000, 1_000_000]) {
			const router = small();
			const { started } = router.open();
			router.advance(30);
			router.clock.setEpoch(router.clock.epoch() + jump);
			deepEqual([router.session.remaining, router.session.started], [90, started]);
			router.advance(60);
			equal(router.session.state, 'waiting');
			equal(router.reach('timeout', 32).state, 'timeout');
		}
	});

	onSimulator('is not refused for an overlap that hostapd has forgotten with its restart', () => {
		const router = small();
		router.open();
		router.press('one');
		router.press('two');
		router.reach('overlap');
		ok(router.problems().includes('overlap'));
		for (const device of router.devices.values()) device.leave();
		router.hostapd.restart();
		router.advance(10);
		deepEqual(router.problems().includes('overlap'), false);
		router.open();
	});

	onSimulator('nor for one that hostapd only goes on saying when the network has restarted', () => {
		const router = small();
		router.open();
		twoAtOnce(router.device('one'), router.device('two'));
		router.reach('overlap');
		router.advance(10);
		for (const wps_pushbutton of ['0', '1']) {
			router.setOptions('home', { wps_pushbutton });
			router.advance(5);
			router.status();
		}
		equal(router.pbc(), 'Overlap');
		deepEqual(router.problems(), ['not_persistent']);
		router.open();
	});

	onSimulator('is closed in hostapd, too, after an overlap: else it refuses there who would join elsewhere', () => {
		const router = small();
		router.open();
		twoAtOnce(router.device('one'), router.device('two'));
		router.reach('overlap');
		router.advance(3);
		equal(router.hostapd.bss('phy0-ap0')?.registrar?.pbc, false);
	});

	onSimulator('ends with overlap and its reason when two devices ask', () => {
		const router = small();
		router.open();
		twoAtOnce(router.device('one'), router.device('two'));
		const { reason, open, peer } = router.reach('overlap');
		deepEqual([reason, open, peer], ['several_devices', false, null]);
		router.advance(130);
		deepEqual(
			router.told.filter(type => type !== 'connecting'),
			['started', 'overlap']
		);
		isQuiet(router);
	});

	onSimulator('ends with cancelled, not timeout, when somebody else closes it', () => {
		for (const seconds of [3, 60, 115]) {
			const router = small();
			router.open();
			router.advance(seconds);
			equal(router.shell('-i', 'phy0-ap0', 'wps_cancel').stdout, 'OK\n');
			const { reason } = router.reach('cancelled', 2);
			equal(reason, 'elsewhere');
			isQuiet(router);
		}
	});

	onSimulator('keeps success, with the reason not_connected, when the device does not return in 30 s', () => {
		const router = small();
		router.open();
		router.press('lamp', 'join then forget');
		router.reach('success');
		router.advance(28);
		deepEqual([router.session.state, router.session.reason], ['success', null]);
		router.advance(4);
		deepEqual([router.session.state, router.session.reason], ['success', 'not_connected']);
		equal(router.session.peer?.authorized, false);
		isQuiet(router);
	});

	onSimulator('is not joined by another device that happens to be connected', () => {
		const router = small();
		const known = router.device('known');
		known.learn('Home', HOME.key);
		ok(known.reconnect());
		router.open();
		router.advance(3);
		equal(router.session.state, 'waiting');
		router.press('lamp', 'join then forget');
		router.reach('success');
		router.advance(31);
		deepEqual([router.session.state, router.session.reason], ['success', 'not_connected']);
	});

	describe('never takes the result of an earlier session for its own:', () => {
		onSimulator('a failure', () => {
			const router = small();
			router.open();
			const device = router.press('printer', 'fail');
			router.until(() => device.state === 'failed');
			router.advance(2);
			router.cancel();
			equal(router.session.attempts_failed, 1);
			router.open();
			router.advance(5);
			equal(router.session.attempts_failed, 0);
			equal(router.reach('timeout').reason, null);
		});

		onSimulator('a success', () => {
			const router = small();
			router.open();
			router.press('printer');
			router.reach('joined');
			router.open();
			router.advance(5);
			deepEqual([router.session.state, router.session.peer], ['waiting', null]);
			deepEqual([router.reach('timeout').peer], [null]);
		});

		onSimulator('a success, when the window is cancelled', () => {
			const router = small();
			router.open();
			router.press('printer');
			router.reach('joined');
			router.open();
			equal(router.cancel()?.state, 'cancelled');
		});
	});

	onSimulator('lets the same device join a second time, though hostapd then says exactly the same', () => {
		const router = small();
		for (let round = 0; round < 2; round++) {
			const { id } = router.open();
			router.press('printer');
			equal(router.reach('joined').id, id);
		}
		equal(router.history().length, 2);
	});

	onSimulator('is a new one for a second device, while the first may still return', () => {
		const router = small();
		const first = router.open();
		router.press('lamp', 'join then forget');
		router.reach('success');
		router.advance(6);
		const second = router.open();
		router.press('printer');
		equal(router.reach('joined').id, second.id);
		router.advance(35);
		const [joined, lamp] = router.history();
		deepEqual([joined?.id, joined?.peer?.name], [second.id, 'printer']);
		deepEqual([lamp?.id, lamp?.state, lamp?.reason], [first.id, 'success', 'not_connected']);
		isQuiet(router);
	});

	describe('is lost', () => {
		const ends: [string, string, (router: TestRouter) => void][] = [
			['when the BSS goes down', 'access_point_gone', router => router.hostapd.bss('phy0-ap0')?.takeDown()],
			[
				'when the BSS reloads, back before anybody asks',
				'access_point_gone',
				router => router.hostapd.restartBss('phy0-ap0')
			],
			['when hostapd is killed', 'access_point_gone', router => router.hostapd.kill()],
			['when hostapd restarts', 'access_point_gone', router => router.hostapd.restart()],
			[
				'when somebody changes the network',
				'access_point_gone',
				router => router.setOptions('home', { ssid: 'Other' })
			],
			[
				'when the radio is switched off',
				'access_point_gone',
				router => router.setOptions('radio0', { disabled: '1' })
			],
			['when netifd restarts', 'access_point_gone', router => router.netifd.restart()],
			[
				'when another build without WPS runs',
				'access_point_gone',
				router => {
					router.install('basic');
					router.hostapd.restart();
				}
			]
		];
		for (const [what, reason, end] of ends)
			onSimulator(what, () => {
				const router = small();
				const { id } = router.open();
				router.advance(20.4);
				end(router);
				const lost = router.reach('lost', 3);
				deepEqual([lost.id, lost.open, lost.reason, lost.remaining], [id, false, reason, 0]);
				router.advance(150);
				equal(router.told.filter(type => type === 'lost').length, 1);
				isQuiet(router);
			});

		onSimulator('and shown as nothing else when the BSS is back and hostapd still says Active', () => {
			const router = small();
			router.open();
			router.advance(20);
			router.hostapd.restartBss('phy0-ap0');
			router.reach('lost', 3);
			router.advance(2);
			// Nothing tells hostapd that this window is over (hostapd_deinit_wps).
			equal(router.pbc(), 'Active');
			equal(router.anyOpen, false);
			equal(router.ap().ready, true);
			equal(router.open().origin, 'luci.wps');
			router.press('printer');
			router.reach('joined');
			deepEqual(router.told, ['started', 'lost', 'started', 'connecting', 'success', 'joined']);
		});

		onSimulator('when the daemon hangs for good', () => {
			const router = small();
			router.open();
			router.advance(10);
			router.hostapd.hung = true;
			router.advance(60);
			equal(router.session.state, 'waiting');
			equal(router.reach('lost', 80).reason, 'no_answer');
			isQuiet(router);
		});
	});

	onSimulator('is no success when hostapd is idle again and no device took the key', () => {
		const router = small();
		router.open();
		const device = router.press('printer', 'fail');
		router.until(() => device.state === 'failed');
		router.advance(2);
		const bss = router.hostapd.bss('phy0-ap0');
		bss?.registrar?.dispose();
		if (bss) bss.stats.pbc = 'Disabled';
		router.advance(2);
		deepEqual([router.session.open, router.session.peer], [false, null]);
		ok(!router.told.includes('success'), router.told.join());
		ok(router.session.reason);
	});

	onSimulator('goes on when the daemon was only silent for a while', () => {
		const router = small();
		router.open();
		router.hostapd.hung = true;
		router.advance(20);
		router.hostapd.hung = false;
		router.press('printer');
		router.reach('joined');
		deepEqual(router.told, ['started', 'connecting', 'success', 'joined']);
	});

	onSimulator('is over without a success when a sibling with wps_independent 0 took the device', () => {
		const router = new TestRouter({
			config: wireless({
				radio0: RADIO0,
				home: { ...HOME, wps_independent: '0' },
				twin: { ...HOME, ssid: 'Twin', wps_independent: '0' }
			})
		});
		router.open({ section: 'home' });
		equal(router.ap('twin').session?.origin, 'external');
		const device = router.device('printer');
		device.pressButton('join', { bssid: String(router.hostapd.bss('phy0-ap1')?.address) });
		router.until(() => device.state === 'joined');
		router.advance(3);
		const { state, open, reason, peer } = router.ap('home').session;
		deepEqual([state, open, reason, peer], ['lost', false, 'sibling', null]);
		deepEqual([router.ap('twin').session.state, router.ap('twin').session.peer.name], ['joined', 'printer']);
		isQuiet(router);
	});

	onSimulator('is followed to its end though nobody asks, at one look a second', () => {
		const router = house();
		// One look after the start, to see that the files are right.
		router.advance(4);
		router.open({ section: 'home5' });
		const asked = router.counted(() => router.advance(60));
		deepEqual([...new Set(asked)].sort(), ['hostapd.phy1-ap0 get_clients', 'hostapd.phy1-ap0 wps_status']);
		ok(asked.length >= 110 && asked.length <= 122, String(asked.length));
		router.reach('timeout', 62);
		isQuiet(router);
	});
});

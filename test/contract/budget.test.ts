import { deepEqual, equal, ok } from 'node:assert/strict';
import { costOf, watched, type Cost } from '../bench/cost';
import { VirtualClock } from '../router/clock';
import { HOME, house, onSimulator, RADIO0, RADIO1, small, TestRouter, wireless } from './target';

/** Eight access points on two radios. */
function large(): TestRouter {
	const networks = Array.from({ length: 8 }, (_each, index) => [
		`net${index}`,
		{ ...HOME, device: `radio${index % 2}`, ssid: `Net ${index}` }
	]);
	return new TestRouter({ config: wireless({ radio0: RADIO0, radio1: RADIO1, ...Object.fromEntries(networks) }) });
}

describe('the budget', () => {
	onSimulator('status costs one ubus call an access point and two, with eight of them, each time', () => {
		const router = large();
		for (let round = 0; round < 5; round++) {
			const asked = router.counted(() => equal(router.aps.length, 8));
			ok(asked.length <= 8 + 2, asked.join('\n'));
			equal(new Set(asked).size, asked.length);
			router.advance(7);
		}
	});

	onSimulator('whoever looks every second asks for a channel every ten', () => {
		const router = large();
		const asked = router.counted(() => {
			for (let second = 0; second < 30; second++) {
				router.status();
				router.advance(1);
			}
		});
		const channels = asked.filter(call => call.endsWith('get_status')).length;
		// of each radio once, then in turn
		ok(channels >= 3 && channels <= 6, String(channels));
	});

	/** What a look costs at which all is as before; so many access points, sessions and kept devices. */
	function look(count: number, sessions: number, devices: number): Cost {
		const router = watched(count, sessions, devices, new VirtualClock());
		for (let i = 0; i < 4; i++) {
			router.clock.advance(11_000);
			router.call('luci.wps', 'status');
		}
		return costOf(router, () => equal(router.call('luci.wps', 'status').code, 0));
	}

	for (const count of [2, 8, 64])
		onSimulator(`a look at ${count} access points opens two small files for each, whatever has been`, () => {
			const cost = look(count, 0, 0);
			// netifd and, now and then, a channel; what is staged, drivers, the house
			ok(cost.calls <= count + 2, JSON.stringify(cost));
			ok(cost.opened <= 2 * count + 4, JSON.stringify(cost));
			ok(cost.bytes <= 20 * count, JSON.stringify(cost));
			ok(cost.asked <= 10, JSON.stringify(cost));
			deepEqual(look(count, 50, 20), cost);
		});

	onSimulator('a second of a window that goes on as before asks hostapd and no file', () => {
		for (const sessions of [0, 50]) {
			const router = watched(8, sessions, 20, new VirtualClock());
			router.call('luci.wps', 'start', { section: 'net0' });
			router.clock.advance(3_500);
			const tick = costOf(router, () => router.clock.advance(1_000));
			deepEqual(tick, { calls: 2, opened: 0, bytes: 0, asked: 0 });
		}
	});

	onSimulator('a look costs the same again once the device that joined is no news', () => {
		const router = small();
		for (let i = 0; i < 4; i++) {
			router.advance(11);
			router.status();
		}
		const before = costOf(router, () => router.status());
		router.open();
		router.press('printer');
		router.reach('joined');
		router.advance(125);
		for (let i = 0; i < 3; i++) router.status();
		deepEqual(
			costOf(router, () => router.status()),
			before
		);
	});

	onSimulator('status costs no more with access points off the air, or while windows are open', () => {
		const router = large();
		router.pressStockButton();
		router.status();
		router.hostapd.bss('phy0-ap1')?.takeDown();
		router.clock.advance(100);
		const asked = router.counted(() => router.status());
		ok(asked.length <= 8 + 2, asked.join('\n'));
	});

	onSimulator('starts hostapd -vwps once a binary', () => {
		const router = small();
		const ran = () => router.programs.filter(([name]) => name === '/usr/sbin/hostapd').length;
		for (let round = 0; round < 5; round++) router.status();
		equal(ran(), 1);
		router.advance(5);
		router.install('full');
		router.status();
		router.status();
		equal(ran(), 2);
	});

	onSimulator('history and check_pin cost nothing', () => {
		const router = small();
		const asked = router.counted(() => {
			router.history();
			router.call('check_pin', { pin: '12345670' });
		});
		deepEqual(asked, []);
	});

	onSimulator('nothing is asked and no timer runs while no window is open and no one looks', () => {
		const router = house();
		const programs = router.programs.length;
		router.advance(3600);
		router.status();
		const { lookups } = router.bus;
		deepEqual(
			router.counted(() => router.advance(3600)),
			[]
		);
		deepEqual([router.bus.lookups, router.clock.pending], [lookups, 0]);
		ok(router.programs.length - programs <= 1);
	});

	onSimulator('nobody follows a window that was cancelled', () => {
		const router = small();
		router.open();
		router.cancel();
		// rpcd itself keeps a timer for each call for half a minute
		router.advance(31);
		equal(router.clock.pending, 0);
	});

	onSimulator('the start of the handler costs nothing where nothing of ours is on disk', () => {
		const router = house();
		const asked = router.counted(() => {
			router.rpcd.restart();
			router.advance(60);
		});
		deepEqual(asked, []);
	});

	onSimulator('and one look, later, where hostapd is to read files of ours', () => {
		const router = house();
		router.files.put('/etc/hostapd-wps-home.cred', 'x');
		const asked = router.counted(() => router.rpcd.restart());
		deepEqual(asked, []);
		const later = router.counted(() => router.advance(60));
		equal(later.filter(call => call === 'network.wireless status').length, 1);
		equal(later.length, 1 + 3 + 1);
	});

	onSimulator('what most routers never use stays on disk', () => {
		const router = small();
		for (const part of ['jobs', 'devices', 'keys']) router.files.drop(`/usr/share/ucode/luci/wps/${part}.uc`);
		router.rpcd.restart();
		router.status();
		router.open();
		router.advance(5);
		router.cancel();
		router.advance(60);
		equal(router.history().length, 1);
		deepEqual(router.rpcd.stderr, []);
	});

	onSimulator('a window costs two calls a second to its own access point, however many look', () => {
		const router = large();
		router.advance(4);
		router.open({ section: 'net0' });
		const asked = router.counted(() => router.advance(10));
		ok(asked.length <= 20, String(asked.length));
		deepEqual(
			asked.filter(call => !call.startsWith('hostapd.phy0-ap0 ')),
			[]
		);
		const looked = router.counted(() => {
			for (let look = 0; look < 10; look++) {
				router.status();
				router.clock.advance(100);
			}
		});
		ok(looked.length <= 10 * (8 + 2) + 4, String(looked.length));
	});

	onSimulator('a look writes no file, and a followed window only its changes', () => {
		const router = small();
		router.status();
		const writes = () => router.rpcd.steps.filter(step => /^(write|rename)/.test(step)).length;
		const idle = writes();
		router.status();
		router.status();
		equal(writes(), idle);
		router.open();
		router.advance(2);
		const opened = writes();
		router.advance(60);
		equal(writes(), opened);
	});
});

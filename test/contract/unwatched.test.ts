import { deepEqual, equal, ok } from 'node:assert/strict';
import { finished, plain } from './switching';
import { house, HOME, onSimulator, RADIO0, RADIO1, small, TestRouter, wireless } from './target';

const AP = 'phy0-ap0';

/** What the next run of the handler would know. */
const kept = (router: TestRouter) => JSON.parse(router.files.text('/var/run/luci-wps.json') ?? '{}');

describe('where nobody looks', () => {
	onSimulator('a shell that opens our window anew ends it, and what goes on is external', () => {
		const router = small();
		router.open();
		router.advance(60);
		router.shell('-i', AP, 'wps_pbc');
		const { state, reason } = router.reach('timeout', 70);
		deepEqual([state, reason], ['timeout', 'elsewhere']);
		const { session } = router.ap();
		deepEqual([session.origin, session.open, router.pbc()], ['external', true, 'Active']);
		equal(router.reach('timeout', 70).id, session.id);
		deepEqual([router.pbc(), router.anyOpen], ['Timed-out', false]);
	});

	onSimulator('the window of an access point that is gone ends at once', () => {
		const router = small({}, { leds: {} });
		router.open();
		router.clock.advance(5_400);
		router.hostapd.bss(AP)?.takeDown();
		router.clock.advance(50);
		deepEqual([router.session.state, router.session.reason], ['lost', 'access_point_gone']);
		equal(kept(router).windows[0].session.state, 'lost');
	});

	onSimulator('a window that nobody believed any more is forgotten when hostapd restarts unseen', () => {
		const router = small();
		const bss = router.hostapd.bss(AP);
		if (bss) bss.stats.pbc = 'Active';
		equal(router.ap().session.origin, 'external');
		router.reach('lost', 130);
		equal(kept(router).stuck[AP], true);
		router.hostapd.restart();
		router.advance(15);
		equal(router.ap().ready, true);
		equal(AP in kept(router).stuck, false);
		router.pressStockButton();
		equal(router.ap().session.origin, 'external');
		equal(router.ap().session.open, true);
	});

	onSimulator('an overlap is forgotten once hostapd has a window again', () => {
		const router = small();
		router.advance(10);
		router.press('one');
		router.press('two');
		router.advance(2);
		for (const device of router.devices.values()) device.leave();
		router.advance(60);
		// It is seen late, so that it would be remembered for longer than hostapd does.
		ok(router.problems().includes('overlap'));
		router.advance(65);
		ok(router.problems().includes('overlap'));
		router.shell('-i', AP, 'wps_pbc');
		equal(router.anyOpen, true);
		router.shell('-i', AP, 'wps_cancel');
		equal(router.problems().includes('overlap'), false);
	});
});

describe('right behind a change rpcd restarts:', () => {
	onSimulator('what became of a window is known', () => {
		const router = small({}, { leds: {} });
		const { id } = router.open();
		router.clock.advance(5_400);
		const bss = router.hostapd.bss(AP);
		bss?.takeDown();
		router.clock.advance(10);
		router.rpcd.stop();
		// Afterwards nothing tells of it any more.
		bss?.start();
		router.rpcd.start();
		const [session] = router.history();
		deepEqual([session?.id, session?.state, session?.reason], [id, 'lost', 'access_point_gone']);
	});

	onSimulator('what only a look saw is known', () => {
		const router = small();
		router.shell('-i', AP, 'wps_pbc');
		const { id } = router.ap().session;
		router.rpcd.restart();
		equal(router.history()[0]?.id, id);
	});

	onSimulator('what a look saw of an overlap is known', () => {
		const router = small();
		router.press('one');
		router.press('two');
		router.advance(2);
		ok(router.problems().includes('overlap'));
		for (const device of router.devices.values()) device.leave();
		router.rpcd.restart();
		ok(kept(router).overlaps[AP] > 0);
	});

	onSimulator('whose button was heard elsewhere is known', () => {
		const router = house();
		router.open({ section: 'home' });
		router.press('printer');
		router.reach('success');
		router.rpcd.restart();
		const { problems } = router.network('home5');
		ok(problems.some(({ code }: any) => code === 'overlap'));
	});
});

describe('where two networks meet', () => {
	onSimulator('a job does not wait for a network that was off the air before', () => {
		const router = plain();
		router.hostapd.bss('phy1-ap0')?.takeDown();
		const job = finished(router, 'enable');
		deepEqual([job.state, (job.ended ?? 0) - job.started < 15], ['done', true]);
	});

	onSimulator('nor for one of the same radio', () => {
		const { wps_pushbutton: _off, ...rest } = HOME;
		const router = new TestRouter({
			config: wireless({ radio0: RADIO0, home: rest, guest: { ...rest, ssid: 'Guests' } })
		});
		router.hostapd.bss('phy0-ap1')?.takeDown();
		const job = finished(router, 'enable');
		deepEqual([job.state, (job.ended ?? 0) - job.started < 15], ['done', true]);
		equal(router.ap('guest').on_air, false);
	});

	onSimulator('nor for one of another radio that goes off the air meanwhile', () => {
		const router = plain();
		router.clock.after(500, () => router.hostapd.bss('phy1-ap0')?.takeDown());
		const job = finished(router, 'enable');
		deepEqual([job.state, (job.ended ?? 0) - job.started < 15], ['done', true]);
		equal(router.ap('home5').on_air, false);
	});

	for (const [channel, seconds] of [
		['144', 60],
		['128', 600],
		['120', 600],
		['116', 60],
		['149', 0]
	] as const)
		onSimulator(`the radar check of channel ${channel} takes ${seconds} seconds`, () => {
			const router = small({}, {}, { band: '5g', channel });
			const left = router.ap().problems.find(({ code }: any) => code === 'radar_check')?.seconds ?? 0;
			ok(left <= seconds && left >= seconds - 8, String(left));
		});

	onSimulator('the radar check of a radio that starts once more takes its time once more', () => {
		const router = small({}, {}, { band: '5g', channel: '52' });
		const left = () => router.ap().problems.find(({ code }: any) => code === 'radar_check')?.seconds ?? 0;
		router.status();
		router.advance(90);
		equal(left(), 0);
		router.hostapd.restart();
		ok(left() > 50, String(left()));
	});

	onSimulator('both radios on auto: each shows its own channel from the air', () => {
		const router = new TestRouter({
			config: wireless({
				radio0: { ...RADIO0, channel: 'auto' },
				home: HOME,
				radio1: { ...RADIO1, channel: 'auto' },
				home5: { ...HOME, device: 'radio1', ssid: 'Home5' }
			})
		});
		router.status();
		router.advance(1);
		router.status();
		deepEqual([router.ap('home').channel, router.ap('home5').channel], [1, 36]);
	});

	onSimulator('whom one network let in hostapd has forgotten for the other once it starts anew', () => {
		const router = house();
		router.open({ section: 'home' });
		router.press('printer');
		router.reach('joined');
		ok(router.problems('home5').includes('overlap'));
		router.hostapd.restart();
		router.advance(10);
		equal(router.open({ section: 'home5' }).state, 'waiting');
	});

	onSimulator('a device that failed on one network keeps nobody from the other', () => {
		const router = house();
		router.open({ section: 'home' });
		const lamp = router.device('lamp', { bands: ['2g'] });
		lamp.pressButton('fail');
		router.until(() => lamp.state === 'failed');
		router.cancel();
		router.advance(2);
		equal(router.open({ section: 'home5' }).state, 'waiting');
	});

	onSimulator('a device that only the neighbour table knows has its address', () => {
		const router = small();
		const { mac } = router.device('lamp');
		router.files.put('/tmp/dhcp.leases', '');
		router.files.put(
			'/proc/net/arp',
			`IP address       HW type     Flags       HW address            Mask     Device\n192.168.1.77     0x1         0x2         ${mac}     *        br-lan\n`
		);
		router.device('lamp').onState = () => router.files.put('/tmp/dhcp.leases', '');
		router.open();
		router.press('lamp');
		router.reach('joined');
		router.advance(3);
		deepEqual([router.session.peer?.ip, router.session.peer?.name], ['192.168.1.77', null]);
	});
});

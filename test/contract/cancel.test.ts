import { deepEqual, equal } from 'node:assert/strict';
import type { Message } from '../router/bus';
import { accepted, house, onSimulator, RADIO0, refused, small, TestRouter, wireless } from './target';

describe('cancel', () => {
	for (const [how, args] of [
		['wherever it is', {}],
		['by ifname', { ifname: 'phy0-ap0' }],
		['by section', { section: 'home' }]
	] as [string, Message][])
		onSimulator(`closes the open window, ${how}, and answers its session`, () => {
			const router = house();
			const { id } = router.open({ section: 'home' });
			router.advance(10);
			const session = router.cancel(args);
			deepEqual(
				[session?.id, session?.state, session?.open, session?.ended, session?.remaining, session?.reason],
				[id, 'cancelled', false, router.clock.epoch(), 0, null]
			);
			equal(router.pbc(), 'Timed-out');
			router.advance(200);
			deepEqual([router.session.state, router.told], ['cancelled', ['started', 'cancelled']]);
		});

	onSimulator('answers session null and code 0 when nothing is open', () => {
		const router = small();
		for (const args of [{}, { ifname: 'phy0-ap0' }, { section: 'home' }] as Message[]) {
			const calls = router.counted(() => equal(router.cancel(args), null));
			equal(calls.filter(call => call.endsWith('wps_cancel')).length, 0);
		}
		router.open();
		router.cancel();
		equal(router.cancel(), null);
		deepEqual(router.told, ['started', 'cancelled']);
	});

	onSimulator('answers session null without a name even where there is no access point', () => {
		equal(new TestRouter({ config: wireless({ radio0: RADIO0 }) }).cancel(), null);
	});

	onSimulator('leaves the window of another access point alone', () => {
		const router = house();
		router.open({ section: 'home' });
		equal(router.cancel({ section: 'home5' }), null);
		equal(router.cancel({ ifname: 'phy0-ap1' }), null);
		equal(router.pbc(), 'Active');
		equal(router.ap('home').session.state, 'waiting');
	});

	onSimulator('answers unknown_target for what does not exist', () => {
		const router = small();
		router.open();
		refused(router.call('cancel', { ifname: 'wlan9' }), 'unknown_target');
		refused(router.call('cancel', { section: 'nothing' }), 'unknown_target');
		equal(router.pbc(), 'Active');
	});

	onSimulator('is told from the walk time to the last second', () => {
		const router = small();
		router.open();
		router.advance(119);
		equal(router.cancel()?.state, 'cancelled');
	});

	onSimulator('throws out the device that is just connecting', () => {
		const router = small();
		router.open();
		const device = router.press('printer');
		router.reach('connecting');
		const session = router.cancel();
		// Nobody tells the device: it tries for another half a minute.
		deepEqual([session?.state, session?.reason], ['cancelled', 'still_trying']);
		equal(device.state, 'exchanging');
		router.advance(60);
		equal(device.state, 'failed');
		deepEqual([router.session.state, router.session.peer], ['cancelled', null]);
	});

	onSimulator('says success when the device was faster', () => {
		const router = small();
		router.open();
		const device = router.press('printer');
		router.reach('connecting');
		const sent = router.send('cancel');
		router.untilCalled('wps_cancel');
		router.hostapd.bss('phy0-ap0')?.registrar?.accept(device);
		router.advance(1);
		equal(accepted(sent.result).session.state, 'success');
		deepEqual(router.told, ['started', 'connecting', 'success']);
	});

	onSimulator('has nothing to close any more when the device is through, though nobody had noticed yet', () => {
		const router = small();
		router.open();
		const device = router.press('printer');
		router.until(() => ['has key', 'reassociating'].includes(device.state));
		deepEqual(router.told, ['started', 'connecting']);
		equal(router.cancel(), null);
		router.reach('joined');
		deepEqual(router.told, ['started', 'connecting', 'success', 'joined']);
	});

	onSimulator('says timeout when the daemon does not answer, and the window is followed on', () => {
		const router = small();
		router.open();
		router.hostapd.hung = true;
		refused(router.call('cancel'), 'timeout');
		router.advance(10);
		router.hostapd.hung = false;
		equal(router.ap().session.state, 'waiting');
		equal(router.cancel()?.state, 'cancelled');
	});

	onSimulator('closes in the end what a slow daemon was asked to close', () => {
		const router = small();
		router.open();
		router.hostapd.slow = 600;
		refused(router.call('cancel'), 'timeout');
		router.advance(10);
		router.hostapd.slow = 0;
		router.advance(2);
		equal(router.pbc(), 'Timed-out');
		deepEqual([router.session.state, router.session.open], ['cancelled', false]);
	});

	onSimulator('answers the lost session when the access point has just gone', () => {
		const router = small();
		const { id } = router.open();
		const sent = router.send('cancel');
		router.untilCalled('wps_cancel');
		router.hostapd.bss('phy0-ap0')?.takeDown();
		router.advance(1);
		const answer = accepted(sent.result);
		if (answer.session) equal(answer.session.id, id);
		deepEqual([router.session.id, router.session.state], [id, 'lost']);
		equal(router.cancel(), null);
	});
});

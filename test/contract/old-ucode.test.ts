import { deepEqual, equal, ok } from 'node:assert/strict';
import { accepted, house, onSimulator, refused, small, type TestRouter } from './target';

/** OpenWrt 22.03 to 24.10: whoever defers a request there may bring rpcd down. */
const old = (home: Record<string, string> = {}) => small(home, { old: true });

/** Effects of the handler that defer a request. */
const deferred = (router: TestRouter) => router.rpcd.steps.filter(step => step.startsWith('ubus defer'));

describe('on ucode before July 2025', () => {
	onSimulator('a device joins by push button, another by PIN, and no request is deferred', () => {
		const router = old();
		router.open();
		router.press('printer');
		router.reach('joined');
		deepEqual(router.told, ['started', 'connecting', 'success', 'joined']);

		router.open({ pin: '12345670' });
		router.device('tv').joinByPin('12345670');
		router.reach('joined');
		equal(router.session.method, 'pin');
		deepEqual(deferred(router), []);
	});

	onSimulator('a job runs to its end, also when rpcd dies in the middle of it', () => {
		const router = old({ wps_pushbutton: '0' });
		accepted(router.call('enable', { section: 'home' }));
		router.rpcd.kill();
		router.rpcd.start();
		router.advance(10);
		const { job, keys, ready } = router.ap();
		deepEqual([job.state, keys, ready], ['done', 'shared', true]);
		deepEqual(deferred(router), []);
	});

	onSimulator('a window is cancelled, and what can not be started is refused for its reason', () => {
		const router = old();
		router.open();
		refused(router.call('start'), 'already_open');
		equal(router.cancel()?.state, 'cancelled');
		refused(router.call('start', { section: 'nowhere' }), 'unknown_target');
		router.hostapd.bss('phy0-ap0')?.takeDown();
		refused(router.call('start'), 'not_on_air');
	});

	onSimulator('rpcd does not wait for itself: the log names the user of the bus, not the login', () => {
		const router = old();
		router.open({ ubus_rpc_session: router.login('reader') });
		ok(router.lines.at(-1)?.endsWith(', by root'), router.lines.join('\n'));
	});

	onSimulator('a daemon that does not answer holds rpcd up for a second and no longer', () => {
		const router = house({ old: true });
		router.hostapd.hung = true;
		const sent = router.send('status');
		router.advance(1.1);
		refused(sent.result, 'timeout');
		deepEqual(router.rpcd.blocked.splice(0), [
			{ object: 'hostapd.phy0-ap0', method: 'wps_status', milliseconds: 1000 }
		]);
		router.hostapd.hung = false;
		equal(router.ap().ready, true);
	});
});

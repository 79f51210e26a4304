import { deepEqual, equal } from 'node:assert/strict';
import { act, obey } from '../../router/control';
import { SimulatedRouter } from '../../router/router';
import type { Release } from '../../router/release';

const LED = '/sys/class/leds/green:wps';

/** A router without the handler. */
function plain(release: Release = '25.12'): SimulatedRouter {
	const router = new SimulatedRouter({ plugin: null, release });
	router.bus.publish('luci.wps', { press: () => ({ code: 0 }) });
	return router;
}

describe('the case of the simulated router', () => {
	it('has a button whose press is for luci.wps, by word as well', () => {
		const router = plain();
		const calls = () => router.bus.calls.filter(({ object }) => object === 'luci.wps').map(({ method }) => method);
		router.pressRouterButton();
		deepEqual(calls(), ['press']);
		act(router, 'press-button');
		deepEqual(calls(), ['press', 'press']);
		router.pressRouterButton(3);
		deepEqual(calls(), ['press', 'press']);
	});

	it('has one that opens everything up to 24.10, and where it is left to OpenWrt', () => {
		for (const release of ['24.10', '25.12'] as const) {
			const router = plain(release);
			router.files.put('/etc/config/wps', "config button 'button'\n\toption action 'stock'\n");
			router.pressRouterButton();
			const started = router.bus.calls.filter(({ method }) => method === 'wps_start');
			equal(started.length, router.bus.list('hostapd.*').length);
		}
	});

	it('has an LED whose triggers are those of the kernel', async () => {
		const router = plain();
		const led = router.led();
		const shine = async () => ((await obey(router, { action: 'light' }))[1] as { shine: unknown }).shine;
		equal(led.read('trigger'), '[none] timer heartbeat netdev\n');
		router.files.write(`${LED}/brightness`, '255');
		deepEqual(await shine(), { kind: 'on' });
		router.files.write(`${LED}/trigger`, 'timer');
		deepEqual([led.read('delay_on'), led.read('delay_off')], ['500\n', '500\n']);
		router.files.write(`${LED}/delay_on`, '200');
		router.files.write(`${LED}/delay_off`, '100');
		deepEqual(await shine(), { kind: 'rhythm', steps: [[200, 100]] });
		router.files.write(`${LED}/trigger`, 'nonsense');
		equal(led.read('trigger'), 'none [timer] heartbeat netdev\n');
		router.files.write(`${LED}/brightness`, '0');
		deepEqual([led.trigger, led.read('delay_on'), await shine()], ['none', null, { kind: 'dark' }]);
	});
});

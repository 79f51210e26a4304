import { deepEqual, equal, throws } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { act, obey } from '../../router/control';
import { SimulatedRouter } from '../../router/router';
import type { Release } from '../../router/release';
import { runButton } from '../../router/button-script';
import { cutPower, reboot, upgrade } from '../../router/power';
import { bothBands, HOME, house } from './house';

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

	it('has a folder for its scripts from 25.12 on', () => {
		const scripts = (release: Release) => plain(release).files.paths('/etc/rc.wps').length;
		deepEqual([scripts('24.10'), scripts('25.12'), scripts('main')], [0, 2, 2]);
	});

	it('has one that, held for three seconds, makes the router itself a device', () => {
		const uplink = { device: 'radio0', mode: 'sta', ssid: 'Elsewhere', encryption: 'wps' };
		const { router } = house({ ...bothBands(HOME), uplink });
		const opened = () =>
			router.bus.calls.filter(({ method }) => method === 'wps_start').map(({ object }) => object);
		router.pressRouterButton(3);
		deepEqual(opened(), ['wpa_supplicant.phy0-sta0']);
		equal(router.supplicant.uplinks[0]?.pressed, true);
	});

	it('up to 24.10 a short press that opens no access point does as well', () => {
		const uplink = { device: 'radio0', mode: 'sta', ssid: 'Elsewhere', encryption: 'wps' };
		const sections = { ...bothBands({ ...HOME, wps_pushbutton: '0' }), uplink };
		for (const [release, pressed] of [
			['24.10', true],
			['25.12', false]
		] as const) {
			const { router } = house(sections, { release });
			router.files.put('/etc/config/wps', "config button 'button'\n\toption action 'stock'\n");
			router.pressRouterButton();
			equal(router.supplicant.uplinks[0]?.pressed, pressed, release);
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
		for (const [name, text] of [
			['trigger', 'nonsense'],
			['delay_on', 'soon'],
			['brightness', '-1']
		])
			throws(() => router.files.write(`${LED}/${name}`, String(text)), { errno: 'EINVAL' });
		for (const name of ['max_brightness', 'pattern', 'nothing'])
			throws(() => router.files.write(`${LED}/${name}`, '1'), { errno: 'EACCES' });
		router.files.write(`${LED}/trigger`, '');
		equal(led.read('trigger'), 'none [timer] heartbeat netdev\n');
		router.files.write(`${LED}/brightness`, '0');
		deepEqual([led.trigger, led.read('delay_on'), await shine()], ['none', null, { kind: 'dark' }]);
	});
});

describe('the script of the button, run by a real ash', function () {
	this.timeout(120_000);

	/** What it asked of the bus, once its background is done. */
	async function press(seconds: number, settings = '', release: Release = '25.12', patience = 5000) {
		const router = plain(release);
		const asked = () => router.bus.calls.filter(({ object }) => object === 'luci.wps').map(({ method }) => method);
		if (settings) router.files.put('/etc/config/wps', settings);
		const taken = await runButton(router, seconds);
		for (let wait = 0; wait < patience && taken === 'script' && !asked().length; wait += 20) await sleep(20);
		const opened = router.bus.calls.some(({ method }) => method === 'wps_start');
		return [taken, ...asked(), ...(opened ? ['OpenWrt'] : [])];
	}

	before(function () {
		if (spawnSync('busybox', ['true']).error) this.skip();
	});

	it('has luci.wps do it, or leaves it to OpenWrt', async () => {
		deepEqual(await press(0), ['script', 'press']);
		deepEqual(await press(0, "config button 'button'\n\toption action 'stock'\n"), ['OpenWrt', 'OpenWrt']);
		equal((await press(3))[0], 'OpenWrt');
		equal((await press(0, '', '24.10'))[0], 'OpenWrt');
	});

	it('does nothing where the owner wants nothing', async () => {
		deepEqual(await press(0, "config button 'button'\n\toption action 'off'\n", '25.12', 1000), ['script']);
	});
});

describe('power', () => {
	it('what is in flash is there after a reboot, what was in memory is not', () => {
		const { router } = house(bothBands(HOME));
		const device = router.device('printer', { autoReconnect: true });
		device.learn('Home', String(HOME['key']));
		device.reconnect();
		for (const path of ['/etc/mine', '/tmp/mine', '/var/run/mine']) router.files.put(path, 'x');
		router.files.write(`${LED}/trigger`, 'timer');
		router.stage([{ command: 'set', section: 'home2', option: 'ssid', value: 'Staged' }]);
		reboot(router);
		deepEqual([router.bus.list('hostapd*').length, device.connected], [0, null]);
		router.advance(60);
		deepEqual(
			['/etc/mine', '/tmp/mine', '/var/run/mine'].map(path => router.files.text(path)),
			['x', null, null]
		);
		equal(router.led().trigger, 'none');
		deepEqual([router.bus.list('hostapd.*').length, device.state], [2, 'joined']);
		equal(router.bus.list('session').length, 1);
		deepEqual(router.files.paths('/tmp'), ['/tmp/dhcp.leases']);
	});

	it('without power nothing answers', () => {
		const { router } = house(bothBands(HOME));
		cutPower(router);
		router.advance(100);
		deepEqual(
			router.bus.list().map(({ name }) => name),
			['log']
		);
	});

	it('a firmware upgrade brings wpad-basic back: with WPS in the configuration every radio stays down', () => {
		const { router } = house(bothBands(HOME));
		upgrade(router);
		router.advance(120);
		deepEqual([router.hostapd.running, router.bus.list('hostapd.*')], ['basic', []]);
		equal(router.run(['/usr/sbin/hostapd_cli', 'status']).code, 127);
	});
});

import { deepEqual, equal, match } from 'node:assert/strict';
import { SimulatedRouter, type RouterOptions } from '../../router/router';
import { format } from '../../router/blob';

/** A handler in ucode that reaches into every corner of the router. */
const HANDLER = `'use strict';
import { readfile, glob } from 'fs';
import { connect } from 'ubus';
import { cursor } from 'uci';
import { timer } from 'uloop';

const ubus = connect();

return {
	'luci.wps': {
		look: {
			call: function(req) {
				return {
					ssid: cursor().get('wireless', 'default_radio0', 'ssid'),
					address: readfile('/sys/class/net/phy0-ap0/address'),
					packages: glob('/lib/apk/packages/*.list', '/usr/lib/opkg/info/*.control'),
					wps: system([ '/usr/sbin/hostapd', '-vwps' ]),
					none: system([ '/bin/none' ]),
					signature: ubus.list('hostapd.phy0-ap0')?.[0]?.wps_status,
					time: time(),
					monotonic: clock(true)[0],
					method: req.info.method
				};
			}
		},
		later: {
			args: { ifname: '' },
			call: function(req) {
				const ifname = req.args.ifname;
				return ubus.defer('hostapd.' + ifname, 'wps_status', {}, (code, data) => {
					req.reply({ ifname, code, data });
				});
			}
		},
		crash: {
			call: function(req) {
				timer(10, () => { die('oops'); });
				return {};
			}
		}
	}
};
`;

function start(options: RouterOptions = {}): SimulatedRouter {
	return new SimulatedRouter({ plugin: { file: 'test.uc', source: HANDLER }, ...options });
}

describe('simulated router', () => {
	it('is up with a ucode handler', () => {
		const router = start();
		deepEqual(router.rpcd.stderr, []);
		const { code, data, milliseconds } = router.call('luci.wps', 'look');
		deepEqual([code, milliseconds], [0, 1]);
		deepEqual(data, {
			ssid: 'Home',
			address: `${router.hostapd.bss('phy0-ap0')?.address}\n`,
			packages: ['/lib/apk/packages/hostapd-common.list', '/lib/apk/packages/wpad-mbedtls.list'],
			wps: 0,
			none: 127,
			signature: {},
			time: router.clock.epoch(),
			monotonic: Math.floor(router.clock.monotonic() / 1000),
			method: 'look'
		});
		deepEqual(router.call('luci.wps', 'later', { ifname: 'phy0-ap0' }).data, {
			ifname: 'phy0-ap0',
			code: 0,
			data: { pbc_status: 'Disabled', last_wps_result: 'None' }
		});
	});

	it('knows both package managers and a swap', () => {
		const router = start({ packageManager: 'opkg', installed: 'basic' });
		const look = () => router.call('luci.wps', 'look').data ?? {};
		deepEqual([look()['wps'], router.hostapd.running], [1, 'basic']);
		match(String(look()['packages']), /info\/wpad-basic-mbedtls.control/);
		router.install('full');
		deepEqual([look()['wps'], router.hostapd.running], [0, 'basic']);
		router.hostapd.restart();
		router.advance(10);
		equal(router.hostapd.running, 'full');
		equal(start({ installed: null }).bus.list('hostapd*').length, 0);
	});

	it('notes what ended rpcd', () => {
		const router = start();
		router.call('luci.wps', 'crash');
		router.advance(1);
		match(String(router.rpcd.crashed), /oops/);
		equal(router.call('luci.wps', 'look').code, 4);
	});

	it('gives a device that joins a lease', () => {
		const router = start();
		router.bus.call('hostapd.phy0-ap0', 'wps_start');
		router.press('printer');
		equal(
			router.until(() => router.devices.get('printer')?.state === 'joined'),
			true
		);
		equal(router.files.text('/tmp/dhcp.leases'), null);
		router.advance(2);
		match(router.files.text('/tmp/dhcp.leases') ?? '', / 02:00:5e:00:53:10 192\.168\.1\.100 printer /);
		deepEqual(router.call('luci-rpc', 'getHostHints').data, {
			'02:00:5E:00:53:10': { ipaddrs: ['192.168.1.100'], ip6addrs: [], name: 'printer' }
		});
		match(router.log.join('\n'), /daemon\.notice hostapd: phy0-ap0: WPS-SUCCESS/);
	});

	it('takes another configuration, and shows staged changes to nobody but uci', () => {
		const router = start();
		router.setOptions('default_radio0', { ssid: 'Other', maclist: ['a', 'b'], wps_pushbutton: null });
		match(router.config, /option ssid 'Other'/);
		match(router.config, /list maclist 'b'/);
		equal(router.config.includes('wps_pushbutton'), false);
		router.advance(5);
		equal(router.hostapd.bss('phy0-ap0')?.config.ssid, 'Other');
		router.stage([{ command: 'set', section: 'default_radio0', option: 'ssid', value: 'Staged' }]);
		router.netifd.reload();
		router.advance(5);
		equal(router.hostapd.bss('phy0-ap0')?.config.ssid, 'Other');
		equal(router.call('luci.wps', 'look').data?.['ssid'], 'Staged');
	});

	it('prints messages as ubus does', () => {
		equal(
			format({ a: [1, { b: 'x' }], c: [], d: {} }),
			'{\n\t"a": [\n\t\t1,\n\t\t{\n\t\t\t"b": "x"\n\t\t}\n\t],\n\t"c": [\n\t\t\n\t],\n\t"d": {\n\t\t\n\t}\n}'
		);
	});
});

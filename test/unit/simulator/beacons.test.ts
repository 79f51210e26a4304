import { deepEqual, equal } from 'node:assert/strict';
import { UBUS } from '../../router/bus';
import type { Release } from '../../router/release';
import { SimulatedRouter } from '../../router/router';

/** A radio with an access point and the way to another one, as a repeater has it. */
const REPEATER = `
config wifi-device 'radio0'
	option type 'mac80211'
	option band '2g'
	option channel '1'

config wifi-iface 'ext'
	option device 'radio0'
	option mode 'ap'
	option ssid 'Ext'
	option encryption 'psk2'
	option key 'correct horse battery'
	option wps_pushbutton '1'

config wifi-iface 'uplink'
	option device 'radio0'
	option mode 'sta'
	option ssid 'Home'
	option encryption 'psk2'
	option key 'correct horse battery'
`;

const SECOND = `
config wifi-iface 'second'
	option device 'radio0'
	option mode 'ap'
	option ssid 'Second'
	option encryption 'psk2'
	option key 'correct horse battery'
`;

function start(config = REPEATER, release: Release = '25.12') {
	const router = new SimulatedRouter({ plugin: null, config, release });
	const carrier = (ifname: string) => router.files.text(`/sys/class/net/${ifname}/carrier`);
	const ubus = (method: string, ifname = 'phy0-ap0') => router.call(`hostapd.${ifname}`, method);
	const toggle = () => {
		for (const value of ['0', '1']) {
			router.setOptions('ext', { wps_pushbutton: value });
			router.advance(10);
		}
	};
	/** Does a device that is pressed find this network? */
	const heard = () => {
		ubus('wps_start');
		const device = router.press('printer');
		router.advance(10);
		return device.state === 'joined';
	};
	return { router, carrier, ubus, toggle, heard };
}

describe('beacons', () => {
	it('an access point beside an uplink falls silent when its WPS is switched, until update_beacon', () => {
		const { router, carrier, ubus, toggle, heard } = start();
		deepEqual([carrier('phy0-ap0'), carrier('phy0-sta0')], ['1\n', '1\n']);
		toggle();
		router.advance(600);
		deepEqual([carrier('phy0-ap0'), carrier('phy0-sta0')], ['0\n', '1\n']);
		equal(ubus('get_status').data?.['status'], 'ENABLED');
		equal(heard(), false);
		equal(ubus('update_beacon').code, UBUS.OK);
		equal(carrier('phy0-ap0'), '1\n');
		router.advance(10);
		equal(router.devices.get('printer')?.state, 'joined');
	});

	it("the supplicant's message starts it as well", () => {
		const { router, carrier, toggle } = start();
		toggle();
		equal(carrier('phy0-ap0'), '0\n');
		router.bus.call('hostapd', 'apsta_state', { phy: 'phy0', up: true, frequency: 2412 });
		equal(carrier('phy0-ap0'), '1\n');
		equal(router.bus.call('hostapd', 'apsta_state', { phy: 'phy0' }).code, UBUS.INVALID_ARGUMENT);
	});

	it('not on 24.10, where the line is not written, nor on main, where a running one is started again', () => {
		for (const release of ['24.10', 'main'] as const) {
			const { carrier, toggle, heard } = start(REPEATER, release);
			toggle();
			equal(carrier('phy0-ap0'), '1\n', release);
			equal(heard(), true, release);
		}
	});

	it('nothing beacons beside an uplink that searches', () => {
		const { router, carrier, ubus } = start();
		router.supplicant.disconnect();
		router.advance(1);
		deepEqual([carrier('phy0-ap0'), carrier('phy0-sta0')], ['0\n', '0\n']);
		equal(ubus('get_status').data?.['status'], 'ENABLED');
		router.call('network.wireless', 'down');
		router.advance(5);
		equal(carrier('phy0-ap0'), null);
		router.call('network.wireless', 'up');
		router.advance(60);
		equal(carrier('phy0-ap0'), '0\n');
		router.supplicant.connect();
		router.advance(5);
		deepEqual([carrier('phy0-ap0'), carrier('phy0-sta0')], ['1\n', '1\n']);
	});

	it('an uplink that was connected all the while starts a radio that is set up anew', () => {
		const { router, carrier } = start();
		router.setOptions('radio0', { channel: '6' });
		router.advance(2);
		equal(carrier('phy0-ap0'), '1\n');
	});

	it('an uplink that comes back on its channel starts all or, where the first beacons, none (uc_hostapd_iface_start)', () => {
		const { router, carrier } = start(REPEATER + SECOND);
		router.setOptions('second', { ssid: 'Other' });
		router.advance(10);
		deepEqual([carrier('phy0-ap0'), carrier('phy0-ap1')], ['1\n', '0\n']);
		const message = { phy: 'phy0', up: true, frequency: 2412 };
		router.bus.call('hostapd', 'apsta_state', message);
		equal(carrier('phy0-ap1'), '0\n');
		router.supplicant.disconnect();
		router.advance(1);
		router.supplicant.connect();
		router.advance(5);
		deepEqual([carrier('phy0-ap0'), carrier('phy0-ap1')], ['1\n', '1\n']);
	});

	it('without an uplink a restart takes the carrier for half a second, a radar check for its length', () => {
		const plain = REPEATER.slice(0, REPEATER.indexOf("config wifi-iface 'uplink'"));
		const { router, carrier, ubus } = start(plain);
		router.hostapd.restartBss('phy0-ap0');
		equal(carrier('phy0-ap0'), '0\n');
		router.advance(1);
		equal(carrier('phy0-ap0'), '1\n');
		router.setOptions('radio0', { band: '5g', channel: '52' });
		router.advance(30);
		deepEqual([carrier('phy0-ap0'), ubus('get_status').code], [null, UBUS.NOT_FOUND]);
		router.advance(40);
		equal(carrier('phy0-ap0'), '1\n');
	});

	it('silent for another reason: update_beacon helps, or only a new set-up does', () => {
		const { router, carrier, ubus, heard } = start();
		router.hostapd.bss('phy0-ap0')?.silence();
		deepEqual([carrier('phy0-ap0'), heard()], ['0\n', false]);
		equal(ubus('update_beacon').code, UBUS.OK);
		equal(carrier('phy0-ap0'), '1\n');
		router.hostapd.bss('phy0-ap0')?.silence(true);
		equal(ubus('update_beacon').code, UBUS.NOT_SUPPORTED);
		router.hostapd.restartBss('phy0-ap0');
		router.advance(1);
		equal(ubus('update_beacon').code, UBUS.OK);
		router.hostapd.bss('phy0-ap0')?.silence(true);
		router.call('network.wireless', 'down');
		router.advance(2);
		router.call('network.wireless', 'up');
		router.advance(10);
		equal(carrier('phy0-ap0'), '1\n');
	});

	it('stations are gone with the beacon', () => {
		const { router, ubus, heard } = start();
		equal(heard(), true);
		router.supplicant.disconnect();
		router.advance(1);
		deepEqual(ubus('get_clients').data?.['clients'], {});
		equal(router.devices.get('printer')?.state, 'not connected');
	});
});

describe('what hostapd remembers of a network that is switched off and on', () => {
	const result = (config: string) => {
		const { ubus, toggle, heard } = start(config, 'main');
		equal(heard(), true);
		toggle();
		return ubus('wps_status').data?.['last_wps_result'];
	};

	it('nothing where another stays on the radio, the last result where it is alone', () => {
		equal(result(REPEATER + SECOND), 'None');
		equal(result(REPEATER), 'Success');
	});
});

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { Bus, UBUS, type Message } from '../../router/bus';
import { VirtualClock } from '../../router/clock';
import { Device } from '../../router/devices';
import { Hostapd, type Build } from '../../router/hostapd/index';
import { Netifd, type Section } from '../../router/netifd';

type Options = Record<string, string | string[]>;

const RADIO: Options = { type: 'mac80211', band: '2g', channel: '1', htmode: 'HT20', phy: 'phy0' };
const HOME: Options = {
	network: ['lan'],
	device: ['radio0'],
	mode: 'ap',
	encryption: 'psk2',
	key: 'correct horse battery',
	ssid: 'Home',
	wps_pushbutton: '1'
};
const GUEST: Options = {
	network: 'lan',
	device: 'radio0',
	mode: 'ap',
	encryption: 'sae-mixed',
	key: 'guest pass phrase',
	ssid: 'Guest'
};

/** A part of the trace. */
function part(heading: string): string {
	const file = readFileSync(new URL('../../traces/openwrt-wifi-stack.log', import.meta.url), 'utf8');
	const start = file.indexOf(`##### ${heading}\n`) + heading.length + 7;
	return file.slice(start, file.indexOf('\n#####', start) < 0 ? undefined : file.indexOf('\n#####', start));
}

function router({ build = 'full' as Build, naming = 'phy' as 'phy' | 'wlan' } = {}) {
	const clock = new VirtualClock();
	const bus = new Bus(clock);
	const store = new Map<string, string>();
	const writes: string[] = [];
	const files = {
		read: (path: string) => store.get(path) ?? null,
		write: (path: string, text: string) => {
			store.set(path, text);
			writes.push(path);
		},
		exists: (path: string) => store.has(path)
	};
	const radios: Record<string, Options> = { radio0: { ...RADIO } };
	const networks: Record<string, Options> = { default_radio0: { ...HOME }, guest: { ...GUEST } };
	const section =
		(type: string) =>
		([name, options]: [string, Options], index: number): Section => ({
			'.name': name,
			'.type': type,
			'.index': index,
			...options
		});
	const read = () => ({
		devices: Object.entries(radios).map(section('wifi-device')),
		interfaces: Object.entries(networks).map(section('wifi-iface')),
		stations: []
	});
	const hostapd = new Hostapd({ bus, clock, files, running: build, installed: build });
	const netifd = new Netifd({ bus, clock, hostapd, files, read, naming });
	const status = () => (bus.call('network.wireless', 'status').data ?? assert.fail()) as Record<string, any>;
	const objects = () => bus.list('hostapd.*').map(({ name }) => name.slice(8));
	const id = (ifname: string) => bus.list(`hostapd.${ifname}`)[0]?.id;
	/** As `uci commit` and then procd's message do. */
	const commit = () => bus.call('service', 'event', { type: 'config.change', data: { package: 'wireless' } });
	const join = (ifname = 'phy0-ap0') => {
		const device = new Device({ clock, hostapd, mac: '02:00:00:00:01:00' });
		assert.equal(bus.call(`hostapd.${ifname}`, 'wps_start').code, UBUS.OK);
		device.pressButton();
		clock.advance(5000);
		assert.equal(device.state, 'joined');
		return device;
	};
	netifd.boot();
	clock.advance(5000);
	return { clock, bus, store, writes, radios, networks, hostapd, netifd, status, objects, id, commit, join };
}

describe('netifd answers as in the trace', () => {
	it('network.wireless status', () => {
		assert.deepEqual(router().status(), JSON.parse(part('network.wireless status')));
	});

	it('hostapd bss_info and status', () => {
		const text = part('bss_info, status');
		const [first, second] = [text.slice(0, text.indexOf('\n}') + 2), text.slice(text.indexOf('\n}') + 2)];
		const { bus } = router();
		assert.deepEqual(bus.call('hostapd', 'bss_info', { iface: 'phy0-ap0' }).data, JSON.parse(first));
		assert.deepEqual(bus.call('hostapd', 'status').data, JSON.parse(second));
		assert.equal(bus.call('hostapd', 'bss_info', { iface: 'nothing' }).code, UBUS.NOT_FOUND);
	});

	it('stock key file: empty, and the device is lost with `wifi`', () => {
		const { store, join, bus, clock } = router();
		assert.equal(store.get('/var/run/hostapd-phy0-ap0.psk'), '');
		const device = join();
		bus.call('network.wireless', 'down');
		clock.advance(1000);
		bus.call('network.wireless', 'up');
		clock.advance(3000);
		assert.equal(device.reconnect(), false);
		assert.match(part('pair through the real stack (stock key file)'), /device is back: no/);
	});

	it('own key file: no restart, file untouched, device comes back', () => {
		const text = part('own key file through uci');
		const [before, after] = [...text.matchAll(/@(\w+)/g)].map(([, id]) => id);
		assert.equal(before, after);
		const line = /^wps=1 .*$/m.exec(text)?.[0] ?? assert.fail();
		const { store, networks, commit, clock, id, join, bus, writes, status } = router();
		const former = id('phy0-ap0');
		store.set('/etc/wps-default_radio0.psk', `${line}\n`);
		networks.default_radio0 = { ...HOME, wpa_psk_file: '/etc/wps-default_radio0.psk' };
		commit();
		for (let tick = 0; tick < 50; tick++) {
			clock.advance(100);
			assert.equal(id('phy0-ap0'), former);
		}
		assert.equal(status().radio0.interfaces[0].config.wpa_psk_file, '/etc/wps-default_radio0.psk');
		const device = join();
		bus.call('network.wireless', 'down');
		clock.advance(1000);
		bus.call('network.wireless', 'up');
		clock.advance(3000);
		assert.equal(device.reconnect(), true);
		assert.equal(store.get('/etc/wps-default_radio0.psk'), `${line}\n`);
		assert.ok(!writes.includes('/etc/wps-default_radio0.psk'));
	});

	it('WPS off by uci and on again: the object goes for half a second and has a new id', () => {
		const text = part('turn WPS off by uci and on again: what happens to the BSS');
		assert.match(text, /^gone at/);
		const { networks, commit, clock, id, bus, join } = router();
		const device = join();
		const guest = id('phy0-ap1');
		const toggle = (value: string) => {
			const former = id('phy0-ap0');
			networks.default_radio0 = { ...HOME, wps_pushbutton: value };
			commit();
			let gone = 0;
			for (let tick = 0; tick < 50; tick++) {
				clock.advance(100);
				if (id('phy0-ap0') === undefined) gone += 100;
			}
			assert.equal(gone, 500);
			assert.notEqual(id('phy0-ap0'), former);
		};
		toggle('0');
		assert.equal(bus.call('hostapd.phy0-ap0', 'wps_start').code, 256 - Number(/rc=(248)/.exec(text)?.[1]));
		toggle('1');
		assert.equal(bus.call('hostapd.phy0-ap0', 'wps_start').code, UBUS.OK);
		assert.deepEqual(
			bus.call('hostapd.phy0-ap0', 'get_clients').data,
			JSON.parse(`${text.slice(text.lastIndexOf('\n{'))}\n}`)
		);
		assert.equal(device.connected, null);
		assert.equal(id('phy0-ap1'), guest);
	});
});

describe('netifd', () => {
	it('takes a second or two and shows it', () => {
		const { netifd, status, clock, objects, networks, commit } = router();
		networks.guest = { ...GUEST, ssid: 'Visitors' };
		commit();
		clock.advance(500);
		assert.deepEqual([status().radio0.up, status().radio0.pending], [false, true]);
		assert.equal(status().radio0.interfaces[0].ifname, undefined);
		assert.deepEqual(objects(), ['phy0-ap0', 'phy0-ap1']);
		clock.advance(2000);
		assert.deepEqual([status().radio0.up, status().radio0.pending], [true, false]);
		assert.equal(netifd.setups.get('radio0'), 2);
		commit();
		clock.advance(3000);
		assert.equal(netifd.setups.get('radio0'), 2);
	});

	it('refuses unknown arguments', () => {
		const { bus } = router();
		assert.equal(bus.call('network.wireless', 'status', { ubus_rpc_session: '0' }).code, UBUS.INVALID_ARGUMENT);
	});

	it('disabled networks are absent, a disabled radio has no objects', () => {
		const { networks, radios, commit, clock, status, objects } = router();
		networks.guest = { ...GUEST, disabled: '1' };
		commit();
		clock.advance(3000);
		assert.equal(status().radio0.interfaces.length, 1);
		assert.deepEqual(objects(), ['phy0-ap0']);
		radios.radio0 = { ...RADIO, disabled: '1' };
		commit();
		clock.advance(3000);
		const { up, pending, disabled, interfaces } = status().radio0;
		assert.deepEqual({ up, pending, disabled }, { up: false, pending: false, disabled: true });
		assert.deepEqual(interfaces, []);
		assert.deepEqual(objects(), []);
	});

	it('a basic build with WPS options: hostapd refuses the whole radio, and netifd is not told', () => {
		const { clock, status, objects, networks, commit } = router({ build: 'basic' });
		clock.advance(10_000);
		assert.deepEqual(objects(), []);
		const { up, pending, retry_setup_failed: failed } = status().radio0;
		assert.deepEqual({ up, pending, failed }, { up: true, pending: false, failed: false });
		networks.default_radio0 = { ...HOME, wps_pushbutton: '0' };
		commit();
		clock.advance(3000);
		assert.deepEqual(objects(), ['phy0-ap0', 'phy0-ap1']);
		assert.equal(status().radio0.retry_setup_failed, false);
	});

	it('only the changed radio is set up', () => {
		const { radios, networks, commit, clock, netifd, id, objects } = router();
		radios.radio1 = { type: 'mac80211', band: '5g', channel: '36', htmode: 'HE80' };
		networks.default_radio1 = { ...HOME, device: 'radio1' };
		commit();
		clock.advance(3000);
		assert.deepEqual(objects(), ['phy0-ap0', 'phy0-ap1', 'phy1-ap0']);
		const former = id('phy0-ap0');
		radios.radio1.channel = '40';
		commit();
		clock.advance(3000);
		assert.equal(netifd.setups.get('radio0'), 1);
		assert.equal(netifd.setups.get('radio1'), 2);
		assert.equal(id('phy0-ap0'), former);
		delete radios.radio1;
		delete networks.default_radio1;
		commit();
		clock.advance(3000);
		assert.deepEqual(objects(), ['phy0-ap0', 'phy0-ap1']);
	});

	it('sets up again when hostapd was restarted or killed', () => {
		const { hostapd, clock, objects, id, status } = router();
		const former = id('phy0-ap0');
		hostapd.restart();
		assert.deepEqual(objects(), []);
		assert.equal(status().radio0.up, true);
		clock.advance(4000);
		assert.deepEqual(objects(), ['phy0-ap0', 'phy0-ap1']);
		assert.notEqual(id('phy0-ap0'), former);
		hostapd.kill();
		clock.advance(20_000);
		assert.equal(status().radio0.retry_setup_failed, true);
	});

	it('restarts itself', () => {
		const { netifd, clock, objects, bus } = router();
		netifd.restart();
		assert.equal(bus.call('network.wireless', 'status').code, UBUS.NOT_FOUND);
		clock.advance(5000);
		assert.deepEqual(objects(), ['phy0-ap0', 'phy0-ap1']);
	});

	it('radar check on a 5 GHz channel', () => {
		const { radios, commit, clock, objects, status, hostapd } = router();
		radios.radio0 = { ...RADIO, band: '5g', channel: '52' };
		commit();
		clock.advance(3000);
		assert.equal(status().radio0.up, true);
		assert.deepEqual(objects(), []);
		assert.match(hostapd.cli(['-i', 'phy0-ap0', 'status']).stdout, /^state=DFS$/m);
		clock.advance(60_000);
		assert.deepEqual(objects(), ['phy0-ap0', 'phy0-ap1']);
	});

	it('names interfaces the old way too', () => {
		assert.deepEqual(router({ naming: 'wlan' }).objects(), ['wlan0', 'wlan0-1']);
	});

	it('MLO: one name on two radios, one object', () => {
		const { radios, networks, commit, clock, objects, status } = router();
		radios.radio1 = { type: 'mac80211', band: '5g', channel: '36' };
		networks.mld = { ...HOME, ssid: 'MLO', encryption: 'sae-mixed', device: ['radio0', 'radio1'], mlo: '1' };
		commit();
		clock.advance(5000);
		assert.deepEqual(objects(), ['phy0-ap0', 'phy0-ap1', 'ap-mld0']);
		for (const radio of ['radio0', 'radio1'])
			assert.equal(status()[radio].interfaces.find((each: Message) => each.section === 'mld').ifname, 'ap-mld0');
	});

	it('network types that hostapd switches WPS off for', () => {
		const { networks, commit, clock, bus } = router();
		const code = (options: Options) => {
			networks.default_radio0 = { ...HOME, ...options };
			commit();
			clock.advance(3000);
			return bus.call('hostapd.phy0-ap0', 'wps_start').code;
		};
		for (const encryption of [
			'psk2',
			'psk2+ccmp',
			'psk2+tkip+ccmp',
			'psk-mixed',
			'sae-mixed',
			'sae',
			'none',
			'owe'
		])
			assert.equal(code({ encryption }), UBUS.OK, encryption);
		for (const encryption of ['psk', 'psk2+tkip', 'dpp', 'wpa2', 'wpa3-mixed'])
			assert.equal(code({ encryption, auth_server: '192.0.2.1' }), UBUS.NOT_SUPPORTED, encryption);
		for (const encryption of ['mixed-psk', 'wpa2', 'wpa3-mixed'])
			assert.equal(code({ encryption }), UBUS.NOT_FOUND, encryption);
		assert.equal(code({ hidden: '1' }), UBUS.NOT_SUPPORTED);
		assert.equal(code({ multi_ap: '1' }), UBUS.NOT_SUPPORTED);
		assert.equal(code({ wps_pushbutton: '0', wps_label: '1' }), UBUS.OK);
	});
});

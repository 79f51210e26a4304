import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { UBUS } from '../../router/bus';
import type { DeviceOptions } from '../../router/devices';
import { toPsk } from '../../router/hostapd/index';
import type { SimulatedRouter } from '../../router/router';
import { fromBytes } from '../../router/ucode/bytes';
import { bothBands, HIGH, HOME, house, LOW, type Options } from './house';

const KEY = String(HOME['key']);
const FILE = '/etc/home.cred';
const LINES = { hostapd_bss_options: ['skip_cred_build=1', `extra_cred=${FILE}`] };
const MIXED = { ...HOME, encryption: 'sae-mixed' };
const HEX_KEY = /^[0-9a-f]{64}$/;

function attribute(type: number, value: Buffer): Buffer {
	const head = Buffer.alloc(4);
	head.writeUInt16BE(type);
	head.writeUInt16BE(value.length, 2);
	return Buffer.concat([head, value]);
}

/** The binary Credential attribute, perhaps without its last part. */
function credential(ssid = 'Home', key = KEY, whole = true): string {
	const inside = [
		attribute(0x1026, Buffer.from([1])),
		attribute(0x1045, Buffer.from(ssid)),
		attribute(0x1003, Buffer.from([0, 0x20])),
		attribute(0x100f, Buffer.from([0, 8])),
		attribute(0x1027, Buffer.from(key)),
		attribute(0x1020, Buffer.alloc(6, 0xff))
	];
	return fromBytes(attribute(0x100e, Buffer.concat(whole ? inside : inside.slice(0, -1))));
}

/** A house whose credential file is there before hostapd reads its configuration. */
function start(sections: Record<string, Options>, content: string | null = credential()) {
	const found = house(sections, { booted: false });
	if (content !== null) found.router.files.put(FILE, content);
	found.router.advance(10);
	return found;
}

function pair(router: SimulatedRouter, options: DeviceOptions = {}, ifname = LOW) {
	const device = router.device(`device ${router.devices.size}`, options);
	equal(router.bus.call(`hostapd.${ifname}`, 'wps_start').code, UBUS.OK);
	device.pressButton();
	router.advance(20);
	return device;
}

function restart(router: SimulatedRouter): void {
	router.call('network.wireless', 'down');
	router.advance(3);
	router.call('network.wireless', 'up');
	router.advance(10);
}

describe('extra_cred with skip_cred_build', () => {
	it('hands over the passphrase as text, to button-only devices and by PIN too, beside the stock key file', () => {
		const { router } = start(bothBands(HOME, LINES));
		ok(router.hostapd.bss(LOW)?.config.pskFile?.startsWith('/var/run/'));
		for (const display of [true, false]) {
			const { state, credential: got } = pair(router, { display, bands: ['2g'] });
			deepEqual([state, got?.key], ['joined', KEY]);
			router.advance(120);
		}
		router.shell('-i', LOW, 'wps_pin', 'any', '12345670', '120');
		const device = router.device('by PIN');
		device.joinByPin('12345670');
		router.advance(20);
		deepEqual([device.state, device.credential?.key], ['joined', KEY]);
	});

	it('works on the other band, and after a restart', () => {
		const { router } = start(bothBands(HOME, LINES));
		const device = pair(router, { returns: '5g' });
		equal(device.connected?.ifname, HIGH);
		restart(router);
		equal(device.reconnect(), true);
	});

	it('works by SAE on a mixed network, for iwd too', () => {
		const { router } = start(bothBands(MIXED, LINES));
		for (const options of [{ sae: true }, { software: 'iwd' as const }]) {
			const device = pair(router, { bands: ['2g'], ...options });
			equal(device.state, 'joined');
			equal(router.hostapd.bss(LOW)?.stations.get(device.mac)?.sae, true);
			router.advance(120);
		}
	});

	it('gives what the file says: of another network the device never comes', () => {
		const { router, state } = start(bothBands(HOME, LINES), credential('Elsewhere'));
		const device = pair(router);
		deepEqual([device.state, device.credential?.ssid, state(LOW)[1]], ['not connected', 'Elsewhere', 'Success']);
	});

	it('without a credential in it the device breaks off', () => {
		for (const content of ['', 'no credential', credential().slice(0, -3), credential('Home', KEY, false)]) {
			const { router, state } = start(bothBands(HOME, LINES), content);
			equal(pair(router).state, 'failed');
			deepEqual(state(LOW), ['Active', 'Failed']);
		}
	});

	it('missing or unreadable: the whole radio stays down', () => {
		const sections = { ...bothBands(HOME), home2: { device: 'radio0', ...HOME, ...LINES } };
		const up = (router: SimulatedRouter) => router.bus.list('hostapd.*').map(({ name }) => name.slice(8));
		const { router } = start(sections, null);
		deepEqual(up(router), [HIGH]);
		match(router.log.join('\n'), /could not read Credentials from '\/etc\/home.cred'/);
		const secret = house(sections, { booted: false }).router;
		secret.files.put(FILE, credential(), { mode: 0o600 });
		secret.advance(10);
		deepEqual(up(secret), [HIGH]);
		secret.files.put(FILE, credential(), { mode: 0o600, uid: 101 });
		// What `wifi` does: netifd takes the radio for up.
		for (const method of ['down', 'up']) secret.call('network.wireless', method);
		secret.advance(10);
		deepEqual(up(secret).toSorted(), [LOW, HIGH]);
	});

	it('is read with the configuration only: later content counts when its access point is set up anew', () => {
		const { router } = start(bothBands(HOME, LINES));
		router.files.put(FILE, credential('Home', 'another key'));
		router.bus.call('hostapd', 'reload');
		equal(pair(router).credential?.key, KEY);
		router.advance(120);
		router.setOptions('home2', { key: 'another key' });
		router.advance(5);
		equal(pair(router, { bands: ['2g'] }).credential?.key, 'another key');
	});

	it('gone: nothing happens before something else changes, then the radio is down', () => {
		const { router } = start(bothBands(HOME, LINES));
		router.files.drop(FILE);
		router.bus.call('hostapd', 'reload');
		equal(router.bus.list('hostapd.*').length, 2);
		router.setOptions('home2', { key: 'another key' });
		router.advance(5);
		deepEqual(
			router.bus.list('hostapd.*').map(({ name }) => name.slice(8)),
			[HIGH]
		);
	});
});

describe('what else is handed over, and where it works', () => {
	it('stock: a random key, refused after a restart and on the other band', () => {
		const { router } = start(bothBands(HOME));
		const device = pair(router);
		match(device.credential?.key ?? '', HEX_KEY);
		equal(device.state, 'joined');
		device.returns = '5g';
		equal(device.reconnect(), false);
		device.returns = null;
		equal(device.reconnect(), true);
		restart(router);
		equal(device.reconnect(), false);
	});

	it('a wps=1 line for all: the PSK of its passphrase, comes back, works on the other band, never by SAE', () => {
		const { router } = house(bothBands(MIXED, { wpa_psk_file: '/etc/keys' }), { booted: false });
		router.files.put('/etc/keys', `wps=1 00:00:00:00:00:00 ${KEY}\n`);
		router.advance(10);
		const device = pair(router, { sae: true, returns: '5g' });
		equal(device.credential?.key, toPsk(KEY, 'Home'));
		equal(device.connected?.ifname, HIGH);
		equal(router.hostapd.bss(HIGH)?.stations.get(device.mac)?.sae, false);
		restart(router);
		equal(device.reconnect(), true);
		router.advance(120);
		const iwd = pair(router, { software: 'iwd', bands: ['2g'] });
		deepEqual([iwd.credential?.key, iwd.state], [toPsk(KEY, 'Home'), 'not connected']);
		equal(router.bus.call(`hostapd.${LOW}`, 'wps_status').data?.['last_wps_result'], 'Success');
	});

	it('with required frame protection and no SAE a default device gets it and never comes', () => {
		const { router, state } = start(bothBands({ ...HOME, ieee80211w: '2' }));
		const device = pair(router, { bands: ['2g'] });
		ok(device.credential);
		deepEqual([device.state, state(LOW)[1]], ['not connected', 'Success']);
		router.advance(120);
		equal(pair(router, { bands: ['2g'], protectsFrames: true }).state, 'joined');
	});
});

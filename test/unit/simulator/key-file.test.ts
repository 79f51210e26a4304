import { deepEqual, equal, match } from 'node:assert/strict';
import { UBUS } from '../../router/bus';
import type { DeviceOptions } from '../../router/devices';
import { readPskFile, toPsk } from '../../router/hostapd/psk-file';
import { bothBands, HIGH, HOME, house, LOW, type Options } from './house';

const FILE = '/etc/keys';
const ANY = '00:00:00:00:00:00';
const MIXED = { ...HOME, encryption: 'sae-mixed' };

const hex = (digit: string) => digit.repeat(64);
const lines = (...all: string[]) => all.map(line => `${line}\n`).join('');

/** One network on both bands with this one file of user network's. */
function start(content: string, network: Options = HOME, mode = 0o600) {
	const found = house(bothBands(network, { wpa_psk_file: FILE }), { booted: false });
	const { router } = found;
	const put = (text: string) => router.files.put(FILE, text, { mode, uid: 101 });
	/** As the handler does it: replaced at once, then read again. */
	const replace = (text: string) => {
		put(text);
		equal(router.bus.call('hostapd', 'reload').code, UBUS.OK);
	};
	const pair = (options: DeviceOptions = {}) => {
		const device = router.device(`device ${router.devices.size}`, {
			bands: ['2g'],
			autoReconnect: true,
			...options
		});
		equal(router.bus.call(`hostapd.${LOW}`, 'wps_start').code, UBUS.OK);
		device.pressButton();
		router.advance(10);
		return device;
	};
	const restart = () => {
		router.call('network.wireless', 'down');
		router.advance(3);
		router.call('network.wireless', 'up');
		router.advance(10);
	};
	const file = () => router.files.text(FILE);
	const drops = () => router.hostapd.journal.filter(line => line.includes('no longer valid')).length;
	put(content);
	router.advance(10);
	return { ...found, put, replace, pair, restart, file, drops };
}

describe('a key for each device, made by somebody else', () => {
	/** Two devices that have their lines, and a fresh last one. */
	function two(network: Options = HOME) {
		const home = start(lines(`wps=1 ${ANY} ${hex('a')}`), network);
		const first = home.pair({ display: false });
		home.replace(lines(`${first.mac} ${hex('a')}`, `wps=1 ${ANY} ${hex('b')}`));
		home.router.advance(120);
		const second = home.pair();
		home.replace(lines(`${first.mac} ${hex('a')}`, `${second.mac} ${hex('b')}`, `wps=1 ${ANY} ${hex('c')}`));
		return { ...home, first, second };
	}

	it('each gets the key of the last line, a button-only one too; binding it disconnects nobody', () => {
		const { first, second, drops, router } = two();
		deepEqual([first.credential?.key, second.credential?.key], [hex('a'), hex('b')]);
		deepEqual([first.state, second.state, drops()], ['joined', 'joined', 0]);
		const thief = router.device('thief', { bands: ['2g'] });
		thief.learn('Home', hex('a'));
		equal(thief.reconnect(), false);
		equal(first.reconnect(), true);
	});

	it('one file serves both bands', () => {
		const home = start(lines(`wps=1 ${ANY} ${hex('a')}`));
		const device = home.pair({ bands: ['2g', '5g'], returns: '5g' });
		equal(device.connected?.ifname, HIGH);
	});

	it('without its line a device is out at once and stays out over restarts; the others see nothing', () => {
		const { first, second, replace, drops, restart, router } = two();
		const seen: string[] = [];
		second.onState = state => seen.push(state);
		replace(lines(`${second.mac} ${hex('b')}`, `wps=1 ${ANY} ${hex('c')}`));
		deepEqual([first.connected, drops(), seen], [null, 1, []]);
		router.advance(100);
		equal(first.connected, null);
		restart();
		deepEqual([first.reconnect(), second.reconnect()], [false, true]);
		router.advance(20);
		first.pressButton();
		router.bus.call(`hostapd.${LOW}`, 'wps_start');
		router.advance(10);
		deepEqual([first.state, first.credential?.key], ['joined', hex('c')]);
	});

	it('the same content is not read again', () => {
		const { router, replace, file, drops, first } = two(MIXED);
		const bySae = router.device('phone', { sae: true, autoReconnect: true, bands: ['2g'] });
		bySae.learn('Home', String(HOME['key']));
		equal(bySae.reconnect(), true);
		replace(file() ?? '');
		deepEqual([bySae.state, first.state, drops()], ['joined', 'joined', 0]);
	});

	it('on a mixed network a re-read throws out who is connected by SAE, who is back in a second', () => {
		const { router, first, second, replace, file, drops } = two(MIXED);
		const bySae = router.device('phone', { sae: true, autoReconnect: true, bands: ['2g'] });
		bySae.learn('Home', String(HOME['key']));
		bySae.reconnect();
		replace(`${file()}02:00:00:00:00:99 ${hex('f')}\n`);
		deepEqual([bySae.state, first.state, second.state, drops()], ['not connected', 'joined', 'joined', 1]);
		router.advance(1);
		equal(bySae.state, 'joined');
	});

	it('re-reads no file but the one that changed', () => {
		const sections = bothBands(MIXED, { wpa_psk_file: FILE });
		const { router } = house({ ...sections, other: { ...MIXED, device: 'radio0', ssid: 'Other' } });
		const phone = router.device('phone', { sae: true });
		phone.learn('Other', String(HOME['key']));
		equal(phone.reconnect(), true);
		router.files.put(FILE, lines(`${phone.mac} ${hex('a')}`), { uid: 101 });
		router.bus.call('hostapd', 'reload');
		equal(phone.state, 'joined');
	});

	it('a device with a key of its own uses WPA2 there, iwd never comes', () => {
		const home = start(lines(`wps=1 ${ANY} ${hex('a')}`), MIXED);
		const device = home.pair({ sae: true });
		equal(home.router.hostapd.bss(LOW)?.stations.get(device.mac)?.sae, false);
		home.router.advance(120);
		const iwd = home.pair({ software: 'iwd' });
		deepEqual([iwd.credential?.key, iwd.state], [hex('a'), 'not connected']);
	});

	it('a re-read in the middle of an exchange throws the device out: it has shown no key yet', () => {
		const { router, replace, file } = two();
		router.advance(120);
		const device = router.device('third', { bands: ['2g'] });
		router.bus.call(`hostapd.${LOW}`, 'wps_start');
		device.pressButton();
		router.until(() => device.state === 'exchanging', 20);
		replace(`${file()}02:00:00:00:00:99 ${hex('f')}\n`);
		equal(device.state, 'failed');
	});

	it('a re-read does not change what button-only devices get where no line is for all (hostapd_init_wps)', () => {
		const home = start('');
		home.replace(lines(`02:00:00:00:00:99 ${hex('f')}`));
		equal(home.pair({ display: false }).credential?.key, toPsk(String(HOME['key']), 'Home'));
	});

	it("this device's own wps=1 line counts more than one for all", () => {
		const home = start('');
		const mac = '02:00:5e:00:53:10';
		home.replace(lines(`wps=1 ${mac} ${hex('d')}`, `wps=1 ${ANY} ${hex('e')}`));
		equal(home.pair({ mac }).credential?.key, hex('d'));
	});

	it('a failed re-read has dropped the old keys: who is connected stays, nobody comes back with one', () => {
		const { router, first, second, put, drops } = two();
		router.files.drop(FILE);
		router.bus.call('hostapd', 'reload');
		deepEqual([first.state, second.state, drops()], ['joined', 'joined', 0]);
		match(router.hostapd.journal.join('\n'), /not found\.\nReloading WPA-PSK passwords failed/);
		equal(first.reconnect(), false);
		second.learn('Home', String(HOME['key']));
		equal(second.reconnect(), true);
		put(lines(`${first.mac} ${hex('a')}`));
		router.bus.call('hostapd', 'reload');
		equal(first.reconnect(), true);
		deepEqual(
			router.bus.list('hostapd.*').map(({ name }) => name.slice(8)),
			[LOW, HIGH]
		);
	});

	it('a wrong line: those above it count, those below do not; at the next start the radio stays down', () => {
		const { router, first, second, replace, restart } = two();
		replace(lines(`${first.mac} ${hex('a')}`, 'nonsense', `${second.mac} ${hex('b')}`));
		deepEqual([first.reconnect(), second.reconnect()], [true, false]);
		restart();
		deepEqual(router.bus.list('hostapd.*'), []);
	});
});

describe('hostapd adds keys itself where it may write', () => {
	it('of a device with a display, at the end of the file', () => {
		const { pair, file, restart } = start('');
		const device = pair();
		equal(file(), `wps=1 ${device.mac} ${device.credential?.key}\n`);
		restart();
		equal(device.reconnect(), true);
	});

	it('a button-only device is handed the key of the last line: after a restart that of another', () => {
		const { pair, restart, router } = start('');
		equal(pair({ display: false }).credential?.key, toPsk(String(HOME['key']), 'Home'));
		router.advance(120);
		const other = pair();
		restart();
		router.advance(120);
		const device = pair({ display: false });
		deepEqual([device.credential?.key, device.state], [other.credential?.key, 'not connected']);
	});

	it('glues it to a line without an end, and does not start with that any more', () => {
		const { pair, file, restart, router } = start(`02:00:00:00:00:99 ${hex('f')}`);
		const device = pair();
		equal(file(), `02:00:00:00:00:99 ${hex('f')}wps=1 ${device.mac} ${device.credential?.key}\n`);
		restart();
		deepEqual(router.bus.list('hostapd.*'), []);
	});

	it('a deleted line that was not read again is handed out again, and not written', () => {
		const { pair, put, file, router } = start('');
		const device = pair();
		const former = device.credential?.key;
		put('');
		router.advance(120);
		router.bus.call(`hostapd.${LOW}`, 'wps_start');
		device.pressButton();
		router.advance(10);
		deepEqual([device.credential?.key, file()], [former, '']);
	});

	it("not into a file of root's", () => {
		const { router } = house(bothBands(HOME, { wpa_psk_file: FILE }));
		router.bus.call(`hostapd.${LOW}`, 'wps_start');
		router.press('printer');
		router.advance(10);
		equal(router.files.text(FILE), '');
	});
});

describe("the key file's grammar", () => {
	const mac = '02:00:00:00:01:00';
	const key = 'a pass phrase';
	const read = (text: string) => readPskFile(text, FILE, 'Home');
	const psk = (text: string) => toPsk(text, 'Home');

	const good: [what: string, text: string, entries: { mac: string | null; wps: boolean; key: string }[]][] = [
		['a line', `${mac} ${key}\n`, [{ mac, wps: false, key }]],
		['no end of line', `${mac} ${key}`, [{ mac, wps: false, key }]],
		[
			'the last line first',
			lines(`${mac} ${key}`, `${ANY} the other`),
			[
				{ mac: null, wps: false, key: 'the other' },
				{ mac, wps: false, key }
			]
		],
		['tags in any order', `vlanid=1 wps=1 keyid=a=b ${mac} ${key}\n`, [{ mac, wps: true, key }]],
		['spaces before and between', `  wps=1   ${mac} ${key}\n`, [{ mac, wps: true, key }]],
		['wps=yes is no', `wps=yes ${mac} ${key}\n`, [{ mac, wps: false, key }]],
		['wps=2 is yes', `wps=2 ${mac} ${key}\n`, [{ mac, wps: true, key }]],
		['spaces in, before and after a passphrase', `${mac}  ${key} \n`, [{ mac, wps: false, key: ` ${key} ` }]],
		['# and = in it', `${mac} #a=b c=d\n`, [{ mac, wps: false, key: '#a=b c=d' }]],
		['CR becomes part of it', `${mac} ${key}\r\n`, [{ mac, wps: false, key: `${key}\r` }]],
		['64 digits are a PSK', `${mac} ${hex('A')}\n`, [{ mac, wps: false, key: hex('a') }]],
		['63 bytes are a passphrase', `${mac} ${'ü'.repeat(31)}x\n`, [{ mac, wps: false, key: `${'ü'.repeat(31)}x` }]],
		['comments and empty lines', `# wps=1\n\n${mac} ${key}\n`, [{ mac, wps: false, key }]],
		[
			'127 bytes',
			`keyid=${'x'.repeat(31)} ${mac} ${' '.repeat(7)}${'k'.repeat(56)}\n`.padStart(128),
			[{ mac, wps: false, key: `${' '.repeat(7)}${'k'.repeat(56)}` }]
		],
		['capitals in the address', `${mac.toUpperCase()} ${key}\n`, [{ mac, wps: false, key }]],
		['an empty file', '', []]
	];
	for (const [what, text, entries] of good)
		it(`${what}: accepted`, () => {
			const { entries: found, error } = read(text);
			deepEqual(
				{ entries: found.map(({ id: _id, ...rest }) => rest), error },
				{
					entries: entries.map(each => ({ mac: each.mac, wps: each.wps, psk: psk(each.key) })),
					error: null
				}
			);
		});

	const bad: [what: string, text: string, error: RegExp][] = [
		['an unknown tag', `tag=1 ${mac} ${key}\n`, /^Unrecognized 'tag=1' on line 1 in '\/etc\/keys'$/],
		['a line of spaces', `${mac} ${key}\n   \n`, /^Invalid MAC address '' on line 2/],
		['an indented comment', ` # comment\n`, /^Invalid MAC address '#'/],
		['TAB as separator', `${mac}\t${key.replaceAll(' ', '')}\n`, /^No PSK/],
		['TAB behind a tag', `wps=1\t${mac} ${key}\n`, /^Invalid MAC address 'a'/],
		['over 127 bytes', `#${'x'.repeat(130)}\n`, /^Invalid MAC address 'xxxx' on line 2/],
		['7 characters', `${mac} 1234567\n`, /^Invalid PSK '1234567'/],
		['64 characters that are no digits', `${mac} ${'x'.repeat(64)}\n`, /^Invalid PSK/],
		['64 digits and CR', `${mac} ${hex('a')}\r\n`, /^Invalid PSK/],
		['an address alone', `${mac}\n`, /^No PSK/],
		['no address', `${key}\n`, /^Invalid MAC address 'a'/],
		['a long name', `keyid=${'x'.repeat(32)} ${mac} ${key}\n`, /^PSK keyid too long/]
	];
	for (const [what, text, error] of bad)
		it(`${what}: the radio stays down`, () => {
			match(read(text).error ?? '', error);
			deepEqual(start(text).router.bus.list('hostapd.*'), []);
		});
});

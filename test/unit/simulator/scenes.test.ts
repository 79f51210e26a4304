import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { obey, readWords } from '../../router/control';
import { freshPin, HOUSEHOLD, inHouse } from '../../router/household';
import { pinChecksum } from '../../router/hostapd/pins';
import { corner } from '../../router/page/shell';
import { SimulatedRouter } from '../../router/router';
import { SCENES } from '../../router/scenes';
import { ALIASES, STORIES } from '../../router/stories';

function scene(name: string): SimulatedRouter {
	const found = SCENES[name];
	if (!found) throw new Error(name);
	const router = new SimulatedRouter(found.options);
	found.prepare?.(router);
	return router;
}

const onAir = (router: SimulatedRouter) => router.hostapd.bssList.filter(bss => bss.onAir).map(({ ifname }) => ifname);

/** A word of a person; what it says, with the answer's status. */
async function say(router: SimulatedRouter, text: string) {
	const { word, object } = readWords(text) ?? { word: text };
	const [status, body] = await obey(router, { action: word, ...(object && { device: object }) });
	return [status, (body as { said?: string }).said] as const;
}

describe('scenes', () => {
	for (const name of Object.keys(SCENES))
		it(`${name}: the router comes up, and its handler answers`, () => {
			const router = scene(name);
			deepEqual([router.rpcd.stderr, router.rpcd.crashed], [[], null]);
			equal(router.call('luci.wps', 'status').code, 0);
			if (name !== 'upgraded') notEqual(onAir(router).length, 0);
		});

	it('house: one press, one network on both bands, and a key that lasts', async () => {
		const router = scene('house');
		equal(router.call('luci.wps', 'start', { network: 'Home' }).code, 0);
		await say(router, 'join');
		router.advance(20);
		const printer = inHouse(router, 'printer');
		deepEqual([printer.connected?.ifname, printer.credential?.key], ['phy0-ap0', 'correct horse battery']);
		await say(router, 'reboot');
		router.advance(90);
		equal(printer.state, 'joined');
	});

	it('luci: two windows, and a television that takes them for an overlap', async () => {
		const router = scene('luci');
		for (const ifname of ['phy0-ap0', 'phy1-ap0']) router.bus.call(`hostapd.${ifname}`, 'wps_start');
		await say(router, 'tv');
		router.advance(5);
		equal(inHouse(router, 'television').state, 'overlap');
	});

	it('repeater: silent while its uplink searches', async () => {
		const router = scene('repeater');
		deepEqual(onAir(router), ['phy0-ap0']);
		await say(router, 'uplink lost');
		router.advance(1);
		deepEqual(onAir(router), []);
		await say(router, 'uplink back');
		router.advance(5);
		deepEqual(onAir(router), ['phy0-ap0']);
	});

	it('full: room when the phone is off', async () => {
		const router = scene('full');
		const printer = inHouse(router, 'printer');
		router.bus.call('hostapd.phy0-ap0', 'wps_start');
		await say(router, 'join printer');
		router.advance(20);
		equal(printer.state, 'scanning');
		await say(router, 'off phone');
		router.advance(15);
		equal(printer.state, 'joined');
	});

	it('basic and upgraded: without WPS, and after "install wpad" and a restart with it', async () => {
		for (const name of ['basic', 'upgraded']) {
			const router = scene(name);
			equal(router.hostapd.running, 'basic');
			equal(onAir(router).length, name === 'basic' ? 3 : 0);
			await say(router, 'install wpad');
			await say(router, 'hostapd restart');
			router.call('network.wireless', 'up');
			router.advance(10);
			deepEqual([router.hostapd.running, onAir(router).length], ['full', 3]);
		}
	});

	it('old: names, packages and button of 22.03', () => {
		const router = scene('old');
		deepEqual(onAir(router), ['wlan0', 'wlan0-1', 'wlan1']);
		match(router.files.text('/etc/rc.button/wps') ?? '', /wps_catch_credentials/);
		ok(router.files.has('/usr/lib/opkg/status'));
	});
});

describe('stories', () => {
	it('each says something, and only words that are known do', async () => {
		for (const word of Object.keys(STORIES).filter(each => each !== 'hold')) {
			const [status, said] = await say(scene('house'), word);
			ok(status === 200 && said, word);
		}
		for (const word of ['', 'constructor', 'hostapd', 'uplink']) {
			const known = Object.hasOwn(ALIASES, word);
			equal((await say(scene('house'), word))[0], known ? 200 : 400, word);
		}
	});

	it('are about the device that is named', async () => {
		const router = scene('house');
		await say(router, 'join camera');
		equal(inHouse(router, 'camera').state, 'scanning');
		deepEqual(readWords('hostapd restart'), { word: 'hostapd restart' });
		deepEqual(readWords(' uplink  lost '), { word: 'uplink lost' });
		for (const text of ['camera join', 'constructor', 'toString camera']) equal(readWords(text), null);
	});

	it('a PIN is told, and joins', async () => {
		const router = scene('house');
		const [, said = ''] = await say(router, 'pin');
		const pin = /PIN (\d{8})/.exec(said)?.[1] ?? '';
		equal(router.call('luci.wps', 'start', { network: 'Home', pin }).code, 0);
		router.advance(20);
		equal(inHouse(router, 'thermostat').state, 'joined');
		for (let count = 0; count < 50; count++) ok(pinChecksum(freshPin()));
	});

	it('a device that is switched off and on comes back with what it has', async () => {
		const router = scene('house');
		equal((await say(router, 'on lamp'))[1], 'lamp: has no key');
		await say(router, 'password lamp');
		await say(router, 'off lamp');
		equal(inHouse(router, 'lamp').connected, null);
		equal((await say(router, 'on lamp'))[1], 'lamp: back on Home');
		inHouse(router, 'lamp').learn('Home', 'another password');
		equal((await say(router, 'on lamp'))[1], 'lamp: is not let in with its key');
	});

	it('a hanging hostapd wakes, a silent access point stays silent', async () => {
		const router = scene('house');
		await say(router, 'hostapd hang');
		equal(router.call('hostapd.phy0-ap0', 'get_status').code, 7);
		await say(router, 'hostapd wake');
		equal(router.call('hostapd.phy0-ap0', 'get_status').code, 0);
		await say(router, 'silence phy1-ap0');
		deepEqual(onAir(router), ['phy0-ap0', 'phy0-ap1']);
	});
});

describe("the page's bar", () => {
	const bar = corner({ session: '', path: '', language: 'en' });

	it('has a button for every story but those of a terminal, and every device', () => {
		const values = [...bar.matchAll(/<button value="([^"]+)">/g)].map(([, value]) => value);
		const missing = Object.keys(STORIES).filter(word => !values.includes(word));
		deepEqual(missing, ['password']);
		for (const value of values) ok(value && Object.hasOwn(STORIES, value), value);
		for (const name of Object.keys(HOUSEHOLD)) match(bar, new RegExp(`<option value="${name}">`));
	});
});

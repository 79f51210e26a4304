import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import type { Device } from '../router/devices';
import { readPskFile, type Entry } from '../router/hostapd/psk-file';
import { reboot } from '../router/power';
import { KEYS, own } from './own';
import { accepted, KEY, onSimulator, refused, small, type TestRouter } from './target';

/** The key file, as hostapd reads it, in order. */
function held(router: TestRouter, path = KEYS): Entry[] {
	const { entries, error } = readPskFile(router.files.text(path) ?? '', path, 'Home');
	equal(error, null);
	return entries.toReversed();
}

/** The key of this device in the file. */
const keyOf = (router: TestRouter, device: Device) => held(router).find(entry => entry.mac === device.mac)?.psk ?? null;

const fresh = (router: TestRouter) => held(router).at(-1)!;

/** A device that joins. */
function join(router: TestRouter, name: string): Device {
	router.open();
	const device = router.press(name);
	router.reach('joined');
	return device;
}

const devices = (router: TestRouter) => accepted(router.call('devices')).devices;

/** Every device has a key that it can come with, and no two have the same. */
function promises(router: TestRouter, having: Device[]): void {
	const keys = having.map(device => device.credential?.key);
	equal(new Set(keys).size, keys.length, 'two devices never share a key');
	for (const device of having) ok(device.reconnect(), `${device.name} keeps its key`);
	const entries = held(router);
	deepEqual([entries.at(-1)!.mac, entries.at(-1)!.wps], [null, true], 'the fresh key is last');
	ok(!keys.includes(entries.at(-1)!.psk), 'the fresh key is fresh');
}

describe('keys of devices', () => {
	onSimulator('are made by enable, one file for all bands, for hostapd alone to read', () => {
		const router = own();
		equal(router.network().keys, 'own');
		deepEqual(router.files.attributes(KEYS), { mode: 0o600, uid: 101, gid: 101 });
		match(router.files.text(KEYS) ?? '', /^keyid=wps-[0-9a-f]{8} wps=1 00:00:00:00:00:00 [0-9a-f]{64}\n$/);
		equal(router.config.match(/wpa_psk_file '\/etc\/hostapd-wps-home\.psk'/g)?.length, 2);
		ok(!router.config.includes('extra_cred'));
	});

	onSimulator('are one for each device, bound to it within a second, and a fresh one follows', () => {
		const router = own();
		router.open();
		const printer = router.press('printer');
		router.until(() => printer.credential !== null);
		const given = router.clock.monotonic();
		ok(router.until(() => keyOf(router, printer) !== null, 2));
		ok(router.clock.monotonic() - given <= 1000, 'within a second');
		equal(keyOf(router, printer), printer.credential?.key);
		router.reach('joined');
		const scanner = join(router, 'scanner');
		promises(router, [printer, scanner]);
		deepEqual(
			held(router).map(({ mac, wps }) => [mac, wps]),
			[
				[printer.mac, false],
				[scanner.mac, false],
				[null, true]
			]
		);
	});

	onSimulator('disconnect nobody when they are read again', () => {
		const router = own();
		const printer = join(router, 'printer');
		const laptop = router.device('laptop');
		laptop.learn('Home', KEY);
		ok(laptop.reconnect(), 'the password of the house stays good');
		for (const name of ['scanner', 'lamp']) join(router, name);
		ok(printer.connected && laptop.connected);
		ok(!router.log.some(line => line.includes('AP-STA-DISCONNECTED')));
	});

	onSimulator('are for devices with and without a display, by push button and by PIN, on both bands', () => {
		const router = own();
		const button = router.device('button', { display: false });
		const five = router.device('five', { bands: ['5g'] });
		for (const { name } of [button, five]) join(router, name);
		const shown = router.device('shown');
		router.open({ pin: '12345670' });
		shown.joinByPin('12345670');
		router.reach('joined');
		promises(router, [button, five, shown]);
		for (const device of [button, five, shown]) notEqual(device.credential?.key, KEY);
	});

	onSimulator('are those of one device alone', () => {
		const router = own();
		const printer = join(router, 'printer');
		const thief = router.device('thief');
		thief.learn('Home', printer.credential?.key ?? '');
		equal(thief.reconnect(), false);
	});

	onSimulator('outlive restarts of hostapd, and power cuts', () => {
		const router = own();
		const printer = join(router, 'printer');
		router.hostapd.restart();
		router.advance(10);
		promises(router, [printer]);
		reboot(router);
		router.advance(60);
		promises(router, [printer]);
		equal(devices(router).length, 1);
	});

	onSimulator('are new when a device joins again, and the old one is void', () => {
		const router = own();
		const printer = join(router, 'printer');
		const former = printer.credential?.key ?? '';
		join(router, 'scanner');
		join(router, 'printer');
		notEqual(printer.credential?.key, former);
		promises(router, [printer, router.device('scanner')]);
		ok(!held(router).some(entry => entry.psk === former));
		equal(devices(router).length, 2);
	});

	onSimulator('stay beside what somebody else wrote into the file', () => {
		const router = own();
		const mine = `# the television\nvlanid=3 02:00:00:00:09:00 correct horse\n`;
		router.files.put(KEYS, mine + router.files.text(KEYS), router.files.attributes(KEYS)!);
		const printer = join(router, 'printer');
		ok(router.files.text(KEYS)?.startsWith(mine));
		accepted(router.call('remove', { mac: printer.mac }));
		ok(router.files.text(KEYS)?.startsWith(mine));
	});

	onSimulator('are written to no file that hostapd would refuse', () => {
		const router = own();
		router.files.put(KEYS, `${router.files.text(KEYS)}nonsense\n`, router.files.attributes(KEYS)!);
		const printer = join(router, 'printer');
		promises(router, [printer]);
		ok(router.files.text(KEYS)?.includes('#nonsense\n'));
	});
});

describe('a window without a device', () => {
	for (const [how, end] of [
		['that runs out', (router: TestRouter) => router.reach('timeout')],
		['that is closed', (router: TestRouter) => router.cancel()],
		[
			'in which two devices ask',
			(router: TestRouter) => (router.press('one'), router.press('two'), router.reach('overlap'))
		]
	] as const)
		onSimulator(`leaves its key for the next, and writes nothing: ${how}`, () => {
			const router = own();
			const before = router.files.text(KEYS);
			const began = router.rpcd.steps.length;
			router.open();
			end(router);
			router.advance(125);
			const writes = router.rpcd.steps.slice(began).filter(step => /\/etc\//.test(step));
			deepEqual(writes, []);
			equal(router.files.text(KEYS), before);
			const printer = join(router, 'printer');
			promises(router, [printer]);
			equal(held(router).length, 2);
		});

	onSimulator('leaves it where there is no such log, too', () => {
		const router = own();
		router.bus.remove('log');
		router.open();
		router.reach('timeout');
		join(router, 'printer');
		equal(held(router).length, 2);
	});

	for (const [what, pin] of [
		['a wrong PIN', '00000000'],
		['a PIN that is wrong in its second half', '12349998']
	] as const)
		onSimulator(`by ${what} leaves it as well`, () => {
			const router = own();
			router.open({ pin: '12345670' });
			router.device('printer').joinByPin(pin);
			router.reach('failed');
			router.advance(2);
			join(router, 'printer');
			equal(held(router).length, 2);
		});

	for (const [how, end] of [
		[
			'a device began, and went away',
			(router: TestRouter) => {
				const lamp = router.press('lamp', 'fail');
				router.reach('connecting');
				lamp.leave();
				router.reach('timeout');
			}
		],
		[
			'the same, and hostapd writes no such lines',
			(router: TestRouter) => {
				const add = router.logd.add.bind(router.logd);
				router.logd.add = line => void (line.includes('CTRL-EVENT-EAP') || add(line));
				const lamp = router.press('lamp', 'fail');
				router.reach('connecting');
				lamp.leave();
				router.reach('timeout');
			}
		],
		[
			'a PIN was wrong, and no log says so',
			(router: TestRouter) => {
				router.cancel();
				router.open({ pin: '12345670' });
				router.bus.remove('log');
				router.device('lamp').joinByPin('00000000');
				router.reach('failed');
			}
		],
		[
			'a PIN was wrong, and hostapd writes no such lines',
			(router: TestRouter) => {
				router.cancel();
				router.open({ pin: '12345670' });
				const add = router.logd.add.bind(router.logd);
				router.logd.add = line => void (line.includes('WPS-FAIL') || add(line));
				router.device('lamp').joinByPin('00000000');
				router.reach('failed');
			}
		],
		[
			'a PIN was right, and the device broke off',
			(router: TestRouter) => {
				router.cancel();
				router.open({ pin: '12345670' });
				router.device('lamp').joinByPin('12345670', { behaviour: 'fail' });
				router.reach('failed');
			}
		],
		[
			'one that nobody has seen but the log',
			(router: TestRouter) => {
				router.syslog('daemon.notice hostapd: phy1-ap0: CTRL-EVENT-EAP-STARTED 02:00:00:00:00:77');
				router.reach('timeout');
			}
		],
		[
			'the log does not reach back',
			(router: TestRouter) => {
				router.advance(60);
				router.logd.forget();
				router.reach('timeout');
			}
		]
	] as const)
		onSimulator(`in which perhaps a device was does not: ${how}`, () => {
			const router = own();
			const before = fresh(router).psk;
			router.open();
			end(router);
			router.advance(2);
			const printer = join(router, 'printer');
			notEqual(printer.credential?.key, before);
			equal(held(router).length, 3);
		});

	for (const [when, seconds, bound] of [
		['at once', 0, 20],
		['a day later', 86_400, 70]
	] as const)
		onSimulator(
			`that nobody knows the end of does not: the key stays good for the one that comes with it ${when}`,
			() => {
				const router = own();
				const before = fresh(router).psk;
				router.open();
				const lamp = router.press('lamp', 'join then forget');
				router.until(() => lamp.state === 'exchanging');
				router.advance(1.4);
				// hostapd dies when the device has the key and before it says so
				lamp.learn('Home', before);
				router.hostapd.restart();
				router.reach('lost');
				router.advance(10);
				const printer = join(router, 'printer');
				notEqual(printer.credential?.key, before);
				router.advance(seconds);
				ok(lamp.reconnect());
				router.advance(bound);
				equal(keyOf(router, lamp), before);
				promises(router, [lamp, printer]);
				ok(devices(router).some((device: any) => device.mac === lamp.mac && device.key === 'own'));
			}
		);
});

describe('hostapd', () => {
	/** How often it was told to read its files while something happened. */
	const reads = (router: TestRouter, what: () => void) =>
		router.counted(what).filter(call => call === 'hostapd reload').length;

	onSimulator('is told to read its keys once for each device that joins or goes, and never else', () => {
		const router = own();
		equal(
			reads(router, () => join(router, 'printer')),
			1
		);
		equal(
			reads(router, () => {
				router.open();
				router.reach('timeout');
				router.status();
				router.advance(300);
			}),
			0
		);
		equal(
			reads(router, () => join(router, 'printer')),
			1
		);
		const { mac } = router.device('printer');
		equal(
			reads(router, () => accepted(router.call('remove', { mac }))),
			1
		);
	});

	onSimulator('throws out who is connected by WPA3 when it reads them, once, and nobody else', () => {
		const router = own({}, { encryption: 'sae-mixed' });
		const [laptop, tablet] = [router.device('laptop', { sae: true, autoReconnect: true }), router.device('tablet')];
		for (const device of [laptop, tablet]) {
			device.learn('Home', KEY);
			ok(device.reconnect());
		}
		join(router, 'printer');
		router.advance(5);
		const out = (device: Device) =>
			router.log.filter(line => line.includes(`AP-STA-DISCONNECTED ${device.mac}`)).length;
		deepEqual([out(laptop), out(tablet)], [1, 0]);
		ok(laptop.connected);
	});
});

describe('nothing is lost', () => {
	/** What may happen in the very moment in which a device has got its key. */
	const ACCIDENTS: [name: string, happen: (router: TestRouter) => void, pace: number][] = [
		['rpcd dies', router => router.rpcd.start(), 1],
		['rpcd dies, and hostapd with it', router => (router.hostapd.restart(), router.rpcd.start()), 3],
		['rpcd is away for half a minute', router => (router.advance(30), router.rpcd.start()), 4],
		['the power goes', router => reboot(router), 1]
	];
	for (const [name, happen, pace] of ACCIDENTS)
		onSimulator(
			`when ${name} at any step from the key handed over to the line written`,
			() => {
				for (let step = 1; ; step += pace) {
					const router = own();
					router.mayCrash = true;
					router.open();
					const printer = router.press('printer');
					router.until(() => printer.credential !== null);
					const { process } = router.rpcd;
					router.rpcd.kill(step);
					router.advance(3);
					const died = process.dead !== null;
					router.rpcd.spare();
					if (died) happen(router);
					router.advance(60);
					ok(printer.reconnect(), `step ${step}: the printer keeps its key`);
					router.advance(15);
					const scanner = join(router, 'scanner');
					promises(router, [printer, scanner]);
					equal(keyOf(router, printer), printer.credential?.key, `step ${step}: it is the printer's`);
					deepEqual(
						devices(router).map((device: any) => [device.mac, device.key]),
						[
							[scanner.mac, 'own'],
							[printer.mac, 'own']
						],
						`step ${step}`
					);
					if (!died) return void ok(step > 10, 'there were that many steps');
				}
			},
			60_000
		);

	onSimulator('when the power goes before anybody has seen that a device has its key', () => {
		const router = own();
		router.open();
		const lamp = router.press('lamp', 'join then forget');
		router.until(() => lamp.credential !== null);
		reboot(router);
		router.advance(60);
		const scanner = join(router, 'scanner');
		promises(router, [lamp, scanner]);
		router.advance(15);
		equal(keyOf(router, lamp), lamp.credential?.key);
	});

	onSimulator('when a device comes with such a key in the very moment in which a window opens', () => {
		const router = own();
		router.open();
		const lamp = router.press('lamp', 'join then forget');
		router.until(() => lamp.credential !== null);
		reboot(router);
		router.advance(60);
		ok(lamp.reconnect());
		const devices = [lamp, join(router, 'scanner'), join(router, 'printer'), join(router, 'tablet')];
		promises(router, devices);
		equal(new Set(devices.map(({ credential }) => credential?.key)).size, 4);
	});

	onSimulator(
		'when the flash is full: no other device gets that key, and the line is written once there is room',
		() => {
			const router = own();
			router.open();
			router.files.space = 0;
			const printer = router.press('printer');
			router.until(() => printer.credential !== null);
			router.advance(5);
			ok(printer.reconnect());
			refused(router.call('start'), 'not_saved');
			router.files.space = Infinity;
			const scanner = join(router, 'scanner');
			promises(router, [printer, scanner]);
			equal(keyOf(router, printer), printer.credential?.key);
			equal(devices(router).length, 2);
		}
	);

	onSimulator('when rpcd dies between what was seen and what is written, and no log tells', () => {
		const router = own();
		router.mayCrash = true;
		router.open();
		const printer = router.press('printer');
		router.until(() => printer.credential !== null);
		router.files.failNext('write', `${KEYS}.new`);
		router.advance(1.1);
		router.rpcd.stop();
		equal(keyOf(router, printer), null);
		router.logd.forget();
		router.rpcd.start();
		equal(keyOf(router, printer), printer.credential?.key);
		router.reach('joined');
		promises(router, [printer, join(router, 'scanner')]);
	});

	onSimulator('when rpcd dies before the line could be written, on one band as on two', () => {
		const router = small();
		accepted(router.call('enable', { network: 'Home', keys: 'own' }));
		router.until(() => router.told.includes('enabled'), 60);
		router.open();
		const printer = router.press('printer');
		router.until(() => printer.credential !== null);
		router.files.failNext('write', `${KEYS}.new`);
		router.advance(5);
		equal(keyOf(router, printer), null);
		router.rpcd.restart();
		equal(keyOf(router, printer), printer.credential?.key);
	});

	onSimulator('when somebody takes the key file away: there is one again, and hostapd reads it', () => {
		const router = own();
		router.files.drop(KEYS);
		router.status();
		ok(router.files.has(KEYS));
		promises(router, [join(router, 'printer')]);
	});

	onSimulator('of a device that had joined before its network got keys: it is one device, since then', () => {
		const router = small();
		accepted(router.call('enable', { network: 'Home' }));
		router.until(() => router.told.includes('enabled'), 60);
		const printer = join(router, 'printer');
		const [{ joined }] = devices(router);
		router.advance(600);
		accepted(router.call('enable', { network: 'Home', keys: 'own' }));
		router.advance(40);
		const key = fresh(router).psk;
		router.open();
		router.press('printer', 'join then forget');
		router.until(() => printer.state === 'exchanging');
		router.advance(1.4);
		printer.learn('Home', key);
		router.hostapd.restart();
		router.reach('lost');
		router.advance(10);
		ok(printer.reconnect());
		router.advance(70);
		deepEqual(
			devices(router).map((device: any) => [device.key, device.joined]),
			[['own', joined]]
		);
	});

	onSimulator('when the key file can not be written, nor read', () => {
		for (const operation of ['rename', 'write', 'chmod'] as const) {
			const router = own();
			router.open();
			router.files.failNext(operation, `${KEYS}.new`);
			const printer = join2(router, 'printer');
			const scanner = join(router, 'scanner');
			promises(router, [printer, scanner]);
			equal(router.files.has(`${KEYS}.new`), false);
		}
	});

	onSimulator('when hostapd does not answer while it is to read the file', () => {
		const router = own();
		router.open();
		const printer = router.press('printer');
		router.until(() => printer.credential !== null);
		router.hostapd.hung = true;
		router.advance(4);
		router.hostapd.hung = false;
		router.advance(4);
		const scanner = join(router, 'scanner');
		promises(router, [printer, scanner]);
	});

	onSimulator(
		'nor added, when hostapd is too slow to read the file before a window: the next start has the same key',
		() => {
			const router = own();
			const printer = join(router, 'printer');
			const lines = router.files.text(KEYS)!.split('\n').length;
			for (let round = 0; round < 3; round++) {
				// Nobody knows what became of the fresh key: the next start sets it aside, once.
				if (round === 0) router.rpcd.kill();
				if (round === 0) router.files.drop('/var/run/luci-wps.json');
				if (round === 0) router.rpcd.start();
				router.send('start', {});
				router.untilCalled('reload');
				router.hostapd.hung = true;
				router.advance(2);
				router.hostapd.hung = false;
				router.advance(3);
			}
			ok(router.files.text(KEYS)!.split('\n').length <= lines + 1);
			promises(router, [printer, join(router, 'scanner')]);
		}
	);

	onSimulator('when a window that nobody saw let a device in', () => {
		for (const log of [true, false]) {
			const router = own();
			router.advance(3);
			router.shell('-i', 'phy0-ap0', 'wps_pbc');
			const printer = router.press('printer');
			router.until(() => printer.state === 'joined');
			if (!log) router.logd.forget();
			const scanner = join(router, 'scanner');
			promises(router, [printer, scanner]);
			// Before the first window nobody knows since when hostapd has said so.
			if (log) equal(keyOf(router, printer), printer.credential?.key);
		}
	});

	onSimulator('when such a window comes later, and no log tells: the key is whose hostapd says', () => {
		const router = own();
		const scanner = join(router, 'scanner');
		router.advance(30);
		router.shell('-i', 'phy1-ap0', 'wps_pbc');
		const printer = router.press('printer');
		router.until(() => printer.state === 'joined');
		router.logd.forget();
		const lamp = join(router, 'lamp');
		promises(router, [scanner, printer, lamp]);
		equal(keyOf(router, printer), printer.credential?.key);
		equal(held(router).length, 4);
		equal(devices(router).length, 3);
	});

	onSimulator('when the state file is gone', () => {
		const router = own();
		const printer = join(router, 'printer');
		router.rpcd.stop();
		router.files.drop('/var/run/luci-wps.json');
		router.rpcd.start();
		const scanner = join(router, 'scanner');
		promises(router, [printer, scanner]);
		deepEqual(
			devices(router).map((device: any) => device.key),
			['own', 'own']
		);
	});
});

/** Has a device join whose window is open already. */
function join2(router: TestRouter, name: string): Device {
	const device = router.press(name);
	router.reach('joined');
	return device;
}

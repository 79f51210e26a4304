import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { Message } from '../router/bus';
import type { Device } from '../router/devices';
import { reboot } from '../router/power';
import { fromBytes } from '../router/ucode/bytes';
import { accepted, HOME, house, KEY, onSimulator, refused, small, TestRouter } from './target';
import { KEYS, own } from './own';

const FIELDS = 'mac name own_name network section joined key kept online ifname band signal ip'.split(' ');

const devices = (router: TestRouter) => accepted(router.call('devices')).devices;

/** The only device of that name in the answer. */
const entry = (router: TestRouter, device: Device) =>
	devices(router).find((each: any) => each.mac === device.mac) ?? null;

/** A device that joins, and has its address. */
function join(router: TestRouter, name: string, args: Message = {}): Device {
	router.open(args);
	const device = router.press(name);
	router.reach('joined');
	router.advance(5);
	return device;
}

/** A network whose devices are handed its password. */
function shared(): TestRouter {
	const router = small();
	accepted(router.call('enable', { network: 'Home' }));
	router.until(() => router.told.includes('enabled'), 60);
	router.advance(5);
	return router;
}

const settings = (router: TestRouter) => router.files.text('/etc/config/wps') ?? '';

describe('devices', () => {
	onSimulator('are none at first', () => deepEqual(devices(small()), []));

	onSimulator('are told with all that is known of them', () => {
		const router = shared();
		const printer = join(router, 'printer');
		const [device] = devices(router);
		deepEqual(Object.keys(device).sort(), [...FIELDS].sort());
		deepEqual(device, {
			mac: printer.mac,
			name: 'printer',
			own_name: null,
			network: 'Home',
			section: 'home',
			joined: router.session.ended,
			key: 'shared',
			kept: true,
			online: true,
			ifname: 'phy0-ap0',
			band: '2g',
			signal: -48,
			ip: router.session.peer?.ip
		});
		printer.leave();
		const { online, ifname, band, signal, name } = entry(router, printer);
		deepEqual([online, ifname, band, signal, name], [false, null, null, null, 'printer']);
	});

	onSimulator('are not called away, renamed or removed where a daemon does not say who is there', () => {
		const router = shared();
		const printer = join(router, 'printer');
		const ask = () => {
			refused(router.call('devices'), 'timeout');
			refused(router.call('rename', { mac: printer.mac, name: 'Office' }), 'timeout');
			refused(router.call('remove', { mac: printer.mac }), 'timeout');
		};
		router.hostapd.hung = true;
		ask();
		router.hostapd.hung = false;
		router.advance(5);
		const defer = router.bus.defer.bind(router.bus);
		router.bus.defer = (object, method, args, timeout, done) =>
			object === 'network.wireless'
				? defer('hostapd', 'none', args, timeout, () => done({ code: 7 }))
				: defer(object, method, args, timeout, done);
		ask();
		router.bus.defer = defer;
		const { online, name } = entry(router, printer);
		deepEqual([online, name], [true, 'printer']);
		ok(printer.connected);
	});

	onSimulator('stand with the newest first, and once each', () => {
		const router = shared();
		for (const name of ['printer', 'scanner', 'lamp', 'printer']) join(router, name);
		deepEqual(
			devices(router).map((device: any) => device.name),
			['printer', 'lamp', 'scanner']
		);
	});

	onSimulator('are told where they are now: on another band', () => {
		const router = own();
		const printer = join(router, 'printer');
		equal(entry(router, printer).band, '2g');
		printer.returns = '5g';
		ok(printer.reconnect());
		const { band, ifname, section } = entry(router, printer);
		deepEqual([band, ifname, section], ['5g', 'phy1-ap0', 'home5']);
	});

	onSimulator('have the key that they were handed', () => {
		const router = own();
		equal(entry(router, join(router, 'printer')).key, 'own');
		equal(entry(small(), small().device('x')), null);
		const lost = small();
		const lamp = join(lost, 'lamp');
		deepEqual([entry(lost, lamp).key, entry(lost, lamp).kept], ['lost', false]);
		equal(settings(lost).includes(lamp.mac), false, 'what the next restart makes untrue is not written down');
	});

	onSimulator('are known after a restart of rpcd and a reboot, but for those that are forgotten', () => {
		for (const begin of [shared, own, small]) {
			const router = begin();
			join(router, 'printer');
			const before = devices(router);
			router.rpcd.restart();
			deepEqual(devices(router), before);
			reboot(router);
			router.advance(60);
			deepEqual(
				devices(router).map((device: any) => [device.mac, device.name, device.joined]),
				begin === small ? [] : before.map((device: any) => [device.mac, device.name, device.joined])
			);
		}
	});

	onSimulator('are listed by whatever they joined, who never came as well', () => {
		const router = shared();
		router.shell('-i', 'phy0-ap0', 'wps_pbc');
		router.status();
		const lamp = router.press('lamp', 'join then forget');
		router.reach('success');
		equal(entry(router, lamp).online, false);
		router.advance(5);
		router.open({ pin: '12345670' });
		router.device('printer').joinByPin('12345670');
		router.reach('joined');
		equal(devices(router).length, 2);
	});

	onSimulator('can not write into the settings what they like', () => {
		const router = shared();
		const evil = "x'\n\nconfig button 'button'\n\toption action 'off'\n<b>";
		router.open();
		const device = router.press('printer');
		router.reach('joined');
		router.files.put('/tmp/dhcp.leases', `1 ${device.mac} 192.168.1.9 ${evil.replaceAll(/\s/g, '\u0007')} *\n`);
		router.advance(3);
		equal(accepted(router.call('button')).button.action, 'network');
		router.rpcd.restart();
		equal(devices(router).length, 1);
		// eslint-disable-next-line no-control-regex
		ok(!/[\0-\x08\x0b-\x1f]/.test(settings(router)));
	});

	onSimulator('survive settings that somebody has edited', () => {
		const router = shared();
		join(router, 'printer');
		router.files.put(
			'/etc/config/wps',
			`${settings(router)}\nconfig device\n\nconfig device 'odd'\n\toption mac 'x'\n\nconfig device 'list'\n\tlist mac 'a'\n`
		);
		equal(devices(router).length, 1);
	});
});

describe('rename', () => {
	onSimulator("is the owner's name, which goes before what the device calls itself", () => {
		const router = own();
		const printer = join(router, 'printer');
		const { device } = accepted(router.call('rename', { mac: printer.mac.toUpperCase(), name: 'Büro "1"' }));
		deepEqual([device.name, device.own_name], ['Büro "1"', 'Büro "1"']);
		deepEqual(entry(router, printer), device);
		deepEqual(router.handlerEvents.at(-1), { type: 'renamed', device });
		ok(router.lines.at(-1)?.endsWith(`${printer.mac} is called "Büro "1"", by root`));
		join(router, 'printer');
		equal(entry(router, printer).name, 'Büro "1"', 'it keeps it when it joins again');
		equal(accepted(router.call('rename', { mac: printer.mac, name: '' })).device.name, 'printer');
		equal(entry(router, printer).own_name, null);
	});

	for (const [args, argument] of [
		[{ mac: '02:00:5e:00:53:10' }, 'name'],
		[{ name: 'x' }, 'mac'],
		[{ mac: '', name: 'x' }, 'mac'],
		[{ mac: 'printer', name: 'x' }, 'mac'],
		[{ mac: '02:00:5e:00:53:10', name: 'x'.repeat(33) }, 'name'],
		[{ mac: '02:00:5e:00:53:10', name: 'a\nb' }, 'name'],
		[{ mac: '02:00:5e:00:53:10', name: 'a\u007fb' }, 'name'],
		[{ mac: '02:00:5e:00:53:10', name: 'x', network: '' }, 'network']
	] as const)
		onSimulator(`refuses ${JSON.stringify(args)}`, () => {
			const router = shared();
			join(router, 'printer');
			const before = settings(router);
			const result = router.call('rename', args);
			refused(result, 'invalid_argument');
			equal(result.data.error.argument, argument);
			equal(settings(router), before);
		});

	onSimulator('refuses bytes without end that begin no character', () => {
		const router = shared();
		const printer = join(router, 'printer');
		const name = fromBytes(Buffer.from([0x78, ...Array<number>(128).fill(0x80)]));
		refused(router.call('rename', { mac: printer.mac, name }), 'invalid_argument');
	});

	onSimulator('takes 32 characters, whatever their bytes', () => {
		const router = shared();
		const printer = join(router, 'printer');
		// Bytes from 0x80 on are inside of one: À ends with the first of them.
		const name = `${'打印机📠'.repeat(6)}${'À'.repeat(8)}`;
		equal([...name].length, 32);
		equal(accepted(router.call('rename', { mac: printer.mac, name })).device.name, name);
	});

	onSimulator('knows whom', () => {
		refused(shared().call('rename', { mac: '02:00:00:00:00:01', name: 'x' }), 'unknown_device');
	});

	onSimulator('is not taken for written when it is not', () => {
		const router = shared();
		const printer = join(router, 'printer');
		router.files.readOnly = ['/etc'];
		refused(router.call('rename', { mac: printer.mac, name: 'x' }), 'not_saved');
		router.files.readOnly = [];
		equal(entry(router, printer).name, 'printer');
	});
});

describe('remove', () => {
	onSimulator('takes a device with a key of its own out at once and for good, on every band, and nobody else', () => {
		const router = own();
		const printer = join(router, 'printer');
		const scanner = join(router, 'scanner');
		printer.autoReconnect = true;
		const began = router.clock.monotonic();
		const { device, for_good } = accepted(router.call('remove', { mac: printer.mac }));
		deepEqual([device.mac, device.online, for_good], [printer.mac, false, true]);
		equal(printer.connected, null);
		ok(router.clock.monotonic() - began < 2000);
		equal(entry(router, printer), null);
		deepEqual(router.handlerEvents.at(-1), { type: 'removed', device });
		match(router.lines.at(-1) ?? '', /printer \(02:.*\) is taken out of "Home" for good, by root/);
		router.advance(120);
		for (const band of ['2g', '5g'] as const) {
			printer.returns = band;
			equal(printer.reconnect(), false);
		}
		ok(scanner.connected);
		ok(!router.log.some(line => line.includes(`AP-STA-DISCONNECTED ${scanner.mac}`)));
		router.hostapd.restart();
		router.advance(10);
		equal(printer.reconnect(), false);
		ok(scanner.reconnect());
	});

	onSimulator('does not keep it from being let in anew', () => {
		const router = own();
		const printer = join(router, 'printer');
		accepted(router.call('remove', { mac: printer.mac }));
		join(router, 'printer');
		ok(printer.reconnect());
		equal(entry(router, printer).key, 'own');
	});

	onSimulator('keeps one with the password of all out for a minute, and says so', () => {
		const router = shared();
		const printer = join(router, 'printer');
		const { device, for_good } = accepted(router.call('remove', { mac: printer.mac }));
		deepEqual([device.mac, for_good], [printer.mac, false]);
		equal(printer.connected, null);
		equal(printer.reconnect(), false);
		match(router.lines.at(-1) ?? '', /for a minute: it knows the password/);
		router.advance(61);
		ok(printer.reconnect());
	});

	onSimulator('asks which, where a device is in several networks', () => {
		const router = house();
		for (const network of ['Home', 'Home5']) {
			join(router, 'printer', { network });
			router.advance(125);
		}
		const { mac } = router.device('printer');
		equal(devices(router).length, 2);
		refused(router.call('remove', { mac }), 'ambiguous_target');
		equal(accepted(router.call('remove', { mac, network: 'Home5' })).device.network, 'Home5');
		deepEqual(
			devices(router).map((device: any) => device.network),
			['Home']
		);
		refused(router.call('remove', { mac, network: 'Home5' }), 'unknown_device');
	});

	for (const [args, argument] of [
		[{}, 'mac'],
		[{ mac: '' }, 'mac'],
		[{ mac: 'printer' }, 'mac'],
		[{ mac: '02:00:5e:00:53:10', network: '' }, 'network']
	] as const)
		onSimulator(`refuses ${JSON.stringify(args)}`, () => {
			const result = shared().call('remove', args);
			refused(result, 'invalid_argument');
			equal(result.data.error.argument, argument);
		});

	onSimulator('says no where it could not be done', () => {
		const router = own();
		const printer = join(router, 'printer');
		router.files.readOnly = ['/etc'];
		refused(router.call('remove', { mac: printer.mac }), 'not_saved');
		router.files.readOnly = [];
		ok(printer.reconnect());
		equal(devices(router).length, 1);
	});

	onSimulator('says so where hostapd does not answer, and the device stays on the list', () => {
		const router = shared();
		const { mac } = join(router, 'printer');
		router.advance(40);
		const gone = router.send('remove', { mac });
		router.untilCalled('del_client');
		router.hostapd.hung = true;
		router.advance(2);
		refused(gone.result, 'timeout');
		router.hostapd.hung = false;
		router.advance(5);
		equal(devices(router).length, 1);
	});

	onSimulator('goes on until hostapd has read that the key is void', () => {
		const router = own();
		const printer = join(router, 'printer');
		router.send('remove', { mac: printer.mac });
		router.untilCalled('reload');
		router.hostapd.hung = true;
		router.advance(3);
		equal(router.handlerEvents.at(-1)?.['type'], 'removed');
		router.hostapd.hung = false;
		router.advance(15);
		equal(printer.connected, null);
		equal(printer.reconnect(), false);
		equal(devices(router).length, 0);
	});

	onSimulator('tries again where hostapd says that it could not', () => {
		const router = own();
		const printer = join(router, 'printer');
		const defer = router.bus.defer.bind(router.bus);
		let refusals = 1;
		router.bus.defer = (object, method, args, timeout, done) =>
			object === 'hostapd' && method === 'reload' && refusals-- > 0
				? defer('hostapd', 'none', args, timeout, () => done({ code: 9 }))
				: defer(object, method, args, timeout, done);
		const { device, for_good } = accepted(router.call('remove', { mac: printer.mac }));
		deepEqual([device.online, for_good], [true, true]);
		ok(printer.connected);
		router.advance(12);
		equal(printer.connected, null);
	});

	onSimulator('is for those who may write, the list for those who may look', async () => {
		const router = own();
		const printer = join(router, 'printer');
		const sid = router.login('reader');
		equal((await router.post(sid, 'devices')).data.devices.length, 1);
		for (const method of ['remove', 'rename'])
			equal((await router.post(sid, method, { mac: printer.mac, name: 'x' })).code, -32002);
	});

	onSimulator(
		'is done in the end, whenever rpcd dies in the middle',
		() => {
			for (let step = 1; ; step++) {
				const router = own();
				const printer = join(router, 'printer');
				const scanner = join(router, 'scanner');
				router.mayCrash = true;
				const { process } = router.rpcd;
				router.rpcd.kill(step);
				router.send('remove', { mac: printer.mac });
				router.advance(2);
				const died = process.dead !== null;
				router.rpcd.spare();
				router.rpcd.start();
				router.advance(10);
				// It is as it was, or it is done: what is listed can come, what is not listed can't.
				equal(printer.reconnect(), entry(router, printer) !== null, `step ${step}`);
				ok(scanner.reconnect() && entry(router, scanner));
				if (!died) return void ok(entry(router, printer) === null && step > 5);
			}
		},
		60_000
	);
});

describe('a device that joins again on the other band', () => {
	onSimulator('is one device still, by the name that it was given', () => {
		const router = own();
		const printer = join(router, 'printer');
		accepted(router.call('rename', { mac: printer.mac, name: 'Attic' }));
		const { section, ifname } = entry(router, printer);
		router.hostapd.bss(ifname)?.takeDown();
		router.advance(2);
		join(router, 'printer');
		deepEqual(
			devices(router).map(({ own_name, section: now }: any) => [own_name, now === section]),
			[['Attic', false]]
		);
		equal(settings(router).match(/^config device/gm)?.length, 1);
	});
});

describe('what would take keys away', () => {
	for (const [name, method, args] of [
		['disable', 'disable', {}],
		['enable with the password of all', 'enable', { keys: 'shared' }]
	] as const)
		onSimulator(`is refused without force, with their number: ${name}`, () => {
			const router = own();
			const printer = join(router, 'printer');
			join(router, 'scanner');
			const result = router.call(method, { network: 'Home', ...args });
			equal(result.data.error.devices, 2);
			delete result.data.error.devices;
			refused(result, 'devices_would_go');
			router.advance(40);
			ok(printer.reconnect());

			accepted(router.call(method, { network: 'Home', force: true, ...args }));
			router.advance(40);
			equal(printer.reconnect(), false);
			deepEqual(devices(router), []);
			equal(router.files.has(KEYS), false);
			const laptop = router.device('laptop');
			laptop.learn('Home', KEY);
			ok(laptop.reconnect());
		});

	onSimulator('takes none from another network', () => {
		const router = house();
		for (const network of ['Home', 'Home5']) {
			accepted(router.call('enable', { network, keys: 'own' }));
			router.advance(40);
		}
		join(router, 'printer', { network: 'Home' });
		router.advance(125);
		join(router, 'scanner', { network: 'Home5' });
		accepted(router.call('disable', { network: 'Home', force: true }));
		router.advance(40);
		deepEqual(
			devices(router).map(({ name, key, kept }: any) => [name, key, kept]),
			[['scanner', 'own', true]]
		);
	});

	onSimulator('takes it from a device too that there was no room in flash for', () => {
		const router = own();
		for (let i = 0; i < 20; i++) router.files.failNext('rename', '/etc/config/wps');
		join(router, 'printer');
		equal(settings(router).includes('printer'), false);
		equal(devices(router).length, 1);
		accepted(router.call('disable', { network: 'Home', force: true }));
		router.advance(40);
		deepEqual(devices(router), []);
	});

	onSimulator('needs no force where no device has one', () => {
		const router = own();
		accepted(router.call('disable', { network: 'Home' }));
		router.advance(40);
		equal(router.files.has(KEYS), false);
	});

	onSimulator('leaves them where the change does not work out', () => {
		const router = own();
		const printer = join(router, 'printer');
		router.netifd.reload = () => {};
		const text = router.files.text(KEYS);
		accepted(router.call('disable', { network: 'Home', force: true }));
		router.advance(20);
		equal(router.files.text(KEYS), text);
		router.until(() => router.told.at(-1) === 'reverted' || router.told.at(-1) === 'job_failed', 120);
		equal(router.files.text(KEYS), text);
		ok(printer.reconnect());
		equal(devices(router).length, 1);
	});

	onSimulator('is not done by a hand in the configuration either: the keys wait for it to come back', () => {
		const router = own();
		const printer = join(router, 'printer');
		const { config } = router;
		router.configure(config.replaceAll(/^.*wpa_psk_file.*\n/gm, ''));
		router.advance(30);
		router.status();
		equal(printer.reconnect(), false);
		router.configure(config);
		router.advance(30);
		ok(printer.reconnect());
	});

	onSimulator('does not go with another choice of the same', () => {
		const router = own();
		const printer = join(router, 'printer');
		accepted(router.call('enable', { network: 'Home', keys: 'own' }));
		router.advance(40);
		ok(printer.reconnect());
		equal(devices(router).length, 1);
	});

	for (const [name, options] of [
		['a file of keys of the owner', { wpa_psk_file: '/etc/my.psk' }],
		['WPA3 alone', { encryption: 'sae' }],
		['no password', { encryption: 'none' }]
	] as const)
		onSimulator(`keys of their own are refused where they can not be: ${name}`, () => {
			const router = small({ ...HOME, ...options });
			router.files.put('/etc/my.psk', '');
			refused(router.call('enable', { network: 'Home', keys: 'own' }), 'unsuitable_network');
		});

	onSimulator('nor where hostapd can not be told to read them again: OpenWrt 22.03', () => {
		const router = small();
		const defer = router.bus.defer.bind(router.bus);
		router.bus.defer = (object, method, args, timeout, done) =>
			defer(object, object === 'hostapd' && method === 'reload' ? 'none' : method, args, timeout, done);
		refused(router.call('enable', { network: 'Home', keys: 'own' }), 'unsuitable_network');
		accepted(router.call('enable', { network: 'Home' }));
	});

	onSimulator('another router of the house that has the network is told of', () => {
		const router = own();
		const told = (there: boolean, ssid: string) => {
			const routers = [{ name: 'attic', there, networks: [{ ssid, ready: true, open: false }] }];
			router.files.put(
				'/var/run/luci-wps-house.json',
				JSON.stringify({ connected: true, name: 'Casa', routers })
			);
			return router.network().problems.map((problem: any) => problem.code);
		};
		deepEqual(told(true, 'Home'), ['other_routers']);
		deepEqual(told(false, 'Home'), []);
		deepEqual(told(true, 'Other'), []);
	});

	onSimulator('a network that has not the UUID of the house is told of, until `enable` gives it', () => {
		const uuid = '77707300-0000-4000-8000-000000000000';
		const router = small();
		router.files.put('/etc/config/wps', `config house 'house'\n\toption uuid '${uuid}'\n`);
		const told = (uuid: string | null, ssid = 'Home') => {
			const networks = [{ ssid, ready: true, open: false, problem: null }];
			const routers = [{ name: 'attic', there: true, problem: null, networks }];
			router.files.put(
				'/var/run/luci-wps-house.json',
				JSON.stringify({ connected: true, name: 'Casa', problem: null, uuid, routers })
			);
			const { problems } = router.network();
			return problems.map(({ code, fix }: any) => [code, fix]).filter(([code]: any) => code === 'routers_apart');
		};
		deepEqual(told(uuid), [['routers_apart', 'enable']]);
		deepEqual(told(null), []);
		deepEqual(told(uuid, 'Other'), []);
		accepted(router.call('enable', { network: 'Home' }));
		router.advance(20);
		deepEqual(told(uuid), []);
	});
});

describe('no key is told', () => {
	onSimulator('in no reply, event, log, state or setting', () => {
		const router = own();
		const printer = join(router, 'printer');
		const secrets = (router.files.text(KEYS) ?? '').match(/[0-9a-f]{64}/g) ?? [];
		equal(secrets.length, 2);
		const replies = ['status', 'devices', 'history'].map(method => JSON.stringify(router.call(method)));
		replies.push(JSON.stringify(router.call('rename', { mac: printer.mac, name: 'x' })));
		replies.push(JSON.stringify(router.call('remove', { mac: printer.mac })));
		replies.push(JSON.stringify(router.call('disable', { network: 'Home' })));
		const texts = router.files.paths('/').filter(path => path !== KEYS && !path.startsWith('/sys'));
		for (const secret of [...secrets, KEY]) {
			for (const reply of replies) ok(!reply.includes(secret));
			ok(!JSON.stringify(router.events).includes(secret));
			ok(!router.log.some(line => line.includes(secret)));
			ok(!JSON.stringify(router.programs).includes(secret));
			for (const path of texts)
				if (path !== '/etc/config/wireless' && !path.startsWith('/var/run/hostapd'))
					ok(!router.files.text(path)?.includes(secret), path);
		}
	});

	onSimulator('and none is made of less than the kernel gives', () => {
		const router = own();
		router.open();
		router.files.onRead('/dev/urandom', () => 'short');
		const printer = router.press('printer');
		router.until(() => printer.credential !== null);
		router.advance(5);
		router.rpcd.stderr.splice(0);
		ok(!(router.files.text(KEYS) ?? '').includes('73686f7274'));
		for (const secret of (router.files.text(KEYS) ?? '').match(/[0-9a-f]+$/gm) ?? []) equal(secret.length, 64);
	});
});

describe('flash', () => {
	onSimulator('is written when a device joins, is removed or renamed, and never else', () => {
		const router = own();
		const printer = join(router, 'printer');
		const began = router.rpcd.steps.length;
		router.open();
		router.reach('timeout');
		router.open();
		router.cancel();
		for (const method of ['status', 'devices', 'history']) router.call(method);
		router.rpcd.restart();
		router.advance(600);
		deepEqual(
			router.rpcd.steps.slice(began).filter(step => step.includes('/etc/')),
			[]
		);
		accepted(router.call('rename', { mac: printer.mac, name: 'x' }));
		equal(router.rpcd.steps.filter(step => step.startsWith('uci rename /etc/config/wps')).length, 1);
	});
});

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { Bus, UBUS, type Message } from '../../router/bus';
import { VirtualClock } from '../../router/clock';
import { Device, twoAtOnce } from '../../router/devices';
import { Hostapd, toPsk, type BssConfig, type Build } from '../../router/hostapd/index';

const FIRST = '02:00:00:00:01:00';
const SECOND = '02:00:00:00:02:00';

// The trace

interface Call {
	kind: 'call';
	method: string;
	code: number;
	data: Message | undefined;
}
interface Poll {
	kind: 'poll';
	data: Message;
}
interface Line {
	kind: 'line';
	text: string;
}
type Step = Call | Poll | Line;

/** Sections of a trace by their heading. */
function sections(file: string): Map<string, string> {
	const text = readFileSync(new URL(`../../traces/${file}`, import.meta.url), 'utf8');
	return new Map(
		text
			.split('##### ')
			.slice(1)
			.map(part => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)])
	);
}

function steps(text: string): Step[] {
	const result: Step[] = [];
	const lines = text.split('\n').filter(line => line !== '');
	for (let index = 0; index < lines.length; index++) {
		const line = lines[index] ?? '';
		const method = /^\$ ubus call hostapd\.wlan0 (\S+)/.exec(line)?.[1];
		if (method) {
			const answer: string[] = [];
			while (!lines[++index]?.startsWith('rc=')) answer.push(lines[index] ?? '');
			const exit = Number(lines[index]?.slice(3));
			const body = answer.filter(each => !each.startsWith('Command failed')).join('\n');
			result.push({
				kind: 'call',
				method,
				code: exit > 127 ? 256 - exit : exit,
				data: body ? JSON.parse(body) : undefined
			});
			continue;
		}
		const [, before = '', json] = /^(.*?)(\{"pbc_status.*\})$/.exec(line) ?? ['', line];
		if (before) result.push({ kind: 'line', text: before });
		if (json) result.push({ kind: 'poll', data: JSON.parse(json) });
	}
	return result;
}

const trace = sections('hostapd-ubus.log');
const stepsOf = (name: string) => steps(trace.get(name) ?? assert.fail(`no section ${name}`));
const linesOf = (name: string) => stepsOf(name).flatMap(step => (step.kind === 'line' ? [step.text] : []));
const pollsOf = (name: string) => distinct(stepsOf(name).flatMap(step => (step.kind === 'poll' ? [step.data] : [])));

function distinct(messages: Message[]): Message[] {
	return messages.filter((each, index) => JSON.stringify(each) !== JSON.stringify(messages[index - 1]));
}

// The router

const WPS = { state: 2, independent: true, uuid: null, deviceName: 'OpenWrt AP', methods: ['push_button'] } as const;

function bssConfig(changes: Partial<BssConfig> = {}): BssConfig {
	return {
		ifname: 'wlan0',
		bssid: null,
		ssid: 'Home',
		hidden: false,
		wep: false,
		wpa: 2,
		pairwise: ['CCMP'],
		keyMgmt: ['WPA-PSK'],
		ieee80211w: 0,
		passphrase: 'correct horse battery',
		pskFile: null,
		macfilter: null,
		askServer: false,
		refusal: null,
		startDisabled: false,
		maxStations: null,
		raw: [],
		wps: { ...WPS, methods: [...WPS.methods] },
		...changes
	};
}

function router(bss: Partial<BssConfig>[] = [{}], { build = 'full' as Build, cac = 0, channel = 1 } = {}) {
	const clock = new VirtualClock();
	const bus = new Bus(clock);
	const store = new Map<string, string>();
	const files = {
		read: (path: string) => store.get(path) ?? null,
		write: (path: string, text: string) => void store.set(path, text),
		exists: (path: string) => store.has(path)
	};
	const hostapd = new Hostapd({ bus, clock, files, running: build, installed: build });
	const configure = () =>
		hostapd.configSet('phy0', {
			phy: 'phy0',
			wiphy: 'phy0',
			hwMode: 'g',
			channel,
			freq: channel > 14 ? 5000 + channel * 5 : 2407 + channel * 5,
			cac,
			maxStations: null,
			bss: bss.map(bssConfig)
		});
	const events: { object: string; type: string; message: Message }[] = [];
	hostapd.onNotify((object, type, message) => events.push({ object, type, message }));
	const call = (method: string, args: Message = {}, ifname = 'wlan0') => bus.call(`hostapd.${ifname}`, method, args);
	const status = (ifname = 'wlan0') => call('wps_status', {}, ifname).data ?? assert.fail('no status');
	const cli = (...argv: string[]) => hostapd.cli(['-i', 'wlan0', ...argv]).stdout;
	const device = (mac = FIRST, more: Partial<ConstructorParameters<typeof Device>[0]> = {}) =>
		new Device({ clock, hostapd, mac, ...more });
	/** What somebody sees who polls ten times a second, without repetitions. */
	const watch = (seconds: number, ifname = 'wlan0') => {
		const seen: Message[] = [];
		for (let tick = 0; tick < seconds * 10; tick++) {
			clock.advance(100);
			seen.push(status(ifname));
		}
		return distinct(seen);
	};
	const accepted = configure();
	clock.advance(200);
	return { clock, bus, store, hostapd, configure, accepted, events, call, status, cli, device, watch };
}

type Router = ReturnType<typeof router>;

function compare(target: Router, step: Call): void {
	const answer = target.call(step.method);
	assert.deepEqual({ code: answer.code, data: answer.data }, { code: step.code, data: step.data }, step.method);
}

function replay(target: Router, name: string): void {
	for (const step of stepsOf(name)) if (step.kind === 'call') compare(target, step);
}

describe('hostapd answers as in the trace', () => {
	it('full build, BSS without wps_state', () => replay(router([{ wps: null }]), 'full build, BSS without wps_state'));

	it('basic build with wps_state: the radio does not come up', () => {
		const { accepted, call, hostapd } = router([{}], { build: 'basic' });
		assert.equal(accepted, false);
		assert.equal(call('wps_start').code, UBUS.NOT_FOUND);
		const complaint = linesOf('basic build with wps_state in config').find(line =>
			line.includes('wps_independent')
		);
		const words = complaint?.replace(/^.*Line \d+: /, '') ?? assert.fail();
		assert.ok(hostapd.journal.some(line => line.endsWith(words)));
	});

	it('basic build without WPS options: no such methods', () => {
		const { call } = router([{ wps: null }], { build: 'basic' });
		for (const method of ['wps_start', 'wps_status', 'wps_cancel'])
			assert.equal(call(method).code, UBUS.METHOD_NOT_FOUND);
		assert.equal(call('get_status').code, UBUS.OK);
	});

	const modes: [string, Partial<BssConfig>][] = [
		['mode SAE with wps', { keyMgmt: ['SAE'], ieee80211w: 2 }],
		['mode WPA-PSK SAE with wps', { keyMgmt: ['WPA-PSK', 'SAE'], ieee80211w: 1 }],
		['mode hidden with wps', { hidden: true }],
		['mode tkip with wps', { pairwise: ['TKIP'] }]
	];
	for (const [name, config] of modes)
		it(name, () => {
			const target = router([config]);
			replay(target, name);
			for (const line of linesOf(name))
				assert.ok(target.hostapd.journal.includes(line.replace(/^[\d.]+: /, '')), line);
		});

	it('full with WPS: restart, cancel', () => replay(router(), 'full with WPS: restart, cancel, subscribe'));

	it('overlap: two enrollees', () => {
		const target = router();
		const [first, second] = [target.device(FIRST), target.device(SECOND)];
		let pressed = false;
		const expected: Message[] = [];
		const script = stepsOf('overlap: two enrollees');
		for (const [index, step] of script.entries()) {
			if (step.kind === 'line' && !pressed) {
				twoAtOnce(first, second);
				pressed = true;
			} else if (step.kind === 'call' && step.method === 'wps_status') {
				expected.push(step.data ?? {});
				const next = script[index + 1];
				if (next?.kind === 'call' && next.method === 'wps_status') continue;
				assert.deepEqual(target.watch(3), distinct(expected));
				expected.length = 0;
			} else if (step.kind === 'call') compare(target, step);
		}
		assert.deepEqual([first.state, second.state], ['overlap', 'overlap']);
	});

	it('success, PIN, wrong PIN, timeout: one process, statistics stay', () => {
		const target = router();
		const device = target.device();

		for (const step of stepsOf('success')) {
			if (step.kind !== 'call') continue;
			if (step.method === 'get_clients') {
				assert.deepEqual(target.watch(12), pollsOf('success'));
				assert.equal(device.state, 'joined');
			}
			compare(target, step);
			if (step.method === 'wps_start') device.pressButton();
		}
		const told = linesOf('success')
			.filter(line => /^\{ "(probe|auth|assoc|deauth|sta-authorized)"/.test(line))
			.map(line => JSON.parse(line) as Message);
		assert.deepEqual(
			target.events.map(({ type, message }) => ({ [type]: message })),
			told
		);

		const pin = linesOf('PIN');
		assert.equal(target.cli('wps_check_pin', '12345670') + target.cli('wps_check_pin', '12345671'), `${pin[1]}\n`);
		assert.equal(target.cli('wps_pin', 'any', '12345670'), `${pin[2]}\n`);
		assert.equal(target.cli('wps_get_status'), `${pin.slice(3, 6).join('\n')}\n`);
		device.joinByPin(pin[6] ?? assert.fail());
		assert.deepEqual(target.watch(10), pollsOf('PIN'));
		assert.equal(device.state, 'joined');

		const wrong = linesOf('PIN wrong');
		assert.equal(target.cli('wps_pin', 'any', '12345670'), `${wrong[1]}\n`);
		device.joinByPin(wrong[2] ?? assert.fail());
		assert.deepEqual(target.watch(10), pollsOf('PIN wrong'));
		assert.equal(device.state, 'failed');

		let seconds = 0;
		for (const step of stepsOf('timeout 120s')) {
			if (step.kind === 'call') compare(target, step);
			else if (step.kind === 'poll') assert.deepEqual(target.status(), step.data, `t=${seconds}`);
			else {
				const next = Number(step.text.slice(2));
				target.clock.advance((next - seconds) * 1000);
				seconds = next;
			}
		}
		assert.equal(seconds, 130);
	});

	for (const [name, text] of sections('psk-persistence.log'))
		it(`keys: ${name}`, () => {
			const persistent = name.startsWith('persistent');
			const target = router([{ pskFile: '/psk' }]);
			target.store.set('/psk', persistent ? (/^wps=1 .*$/m.exec(text)?.[0] ?? assert.fail()) : '');
			target.configure();
			target.clock.advance(1000);
			target.call('wps_start');
			const device = target.device();
			device.pressButton();
			target.clock.advance(5000);
			assert.equal(device.state, 'joined');
			const psk = /psk=([0-9a-f]{64})/.exec(text)?.[1];
			assert.equal(device.credential?.key === psk, persistent);
			assert.match(device.credential?.key ?? '', /^[0-9a-f]{64}$/);
			target.hostapd.restart();
			target.clock.advance(2000);
			assert.equal(device.reconnect() ? 'yes' : 'no', /after AP restart: (\w+)/.exec(text)?.[1]);
			const mismatch = target.hostapd.journal.includes(`wlan0: AP-STA-POSSIBLE-PSK-MISMATCH ${FIRST}`);
			assert.equal(mismatch, text.includes('POSSIBLE-PSK-MISMATCH'));
		});
});

describe('the registrar (hostap src/wps/wps_registrar.c)', () => {
	const pbc = ({ status }: Router, ifname?: string) => status(ifname).pbc_status;

	it('a start while Active grants a full walk time again', () => {
		const target = router();
		target.call('wps_start');
		target.clock.advance(100_000);
		target.call('wps_start');
		target.clock.advance(119_900);
		assert.equal(pbc(target), 'Active');
		target.clock.advance(100);
		assert.equal(pbc(target), 'Timed-out');
	});

	it('cancel without a window changes nothing; after it the result stays Timed-out', () => {
		const target = router();
		assert.equal(target.call('wps_cancel').code, UBUS.OK);
		assert.equal(pbc(target), 'Disabled');
		target.call('wps_start');
		target.call('wps_cancel');
		target.clock.advance(200_000);
		assert.equal(pbc(target), 'Timed-out');
	});

	it('cancel forgets a device in the middle of its exchange; told nothing it tries half a minute more', () => {
		const target = router();
		const device = target.device();
		target.call('wps_start');
		device.pressButton();
		target.clock.advance(2000);
		const { clients } = target.call('get_clients').data as { clients: Record<string, Message> };
		assert.equal(clients[FIRST]?.wps, true);
		assert.equal(clients[FIRST]?.authorized, false);
		target.call('wps_cancel');
		assert.deepEqual(target.call('get_clients').data?.clients, {});
		target.clock.advance(25_000);
		assert.equal(device.state, 'exchanging');
		target.clock.advance(10_000);
		assert.equal(device.state, 'failed');
		assert.ok(!target.events.some(({ type }) => type === 'deauth'));
		assert.deepEqual(target.status(), { pbc_status: 'Timed-out', last_wps_result: 'None' });
	});

	it('a failing device leaves the window open, the next one joins', () => {
		const target = router();
		target.call('wps_start');
		target.device(FIRST).pressButton('fail');
		target.clock.advance(4000);
		assert.deepEqual(target.status(), { pbc_status: 'Active', last_wps_result: 'Failed', peer_address: FIRST });
		const again = target.device(FIRST);
		again.pressButton();
		target.clock.advance(4000);
		assert.equal(again.state, 'joined');
		assert.deepEqual(target.status(), { pbc_status: 'Disabled', last_wps_result: 'Success', peer_address: FIRST });
	});

	it('the old result stays while a new window is open', () => {
		const target = router();
		target.call('wps_start');
		target.device().pressButton();
		target.clock.advance(5000);
		target.call('wps_start');
		assert.deepEqual(target.status(), { pbc_status: 'Active', last_wps_result: 'Success', peer_address: FIRST });
	});

	it('overlap is noticed when idle, refuses a start, outlasts cancel, and ends after 120 s', () => {
		const target = router();
		const devices = [target.device(FIRST), target.device(SECOND)];
		for (const device of devices) device.pressButton();
		assert.equal(pbc(target), 'Overlap');
		for (const device of devices) device.leave();
		assert.equal(target.call('wps_start').code, UBUS.NOT_SUPPORTED);
		assert.equal(target.call('wps_cancel').code, UBUS.OK);
		assert.equal(pbc(target), 'Overlap');
		target.clock.advance(119_000);
		assert.equal(target.call('wps_start').code, UBUS.NOT_SUPPORTED);
		target.clock.advance(1000);
		assert.equal(target.call('wps_start').code, UBUS.OK);
		assert.equal(pbc(target), 'Active');
		devices[0]?.pressButton();
		target.clock.advance(5000);
		assert.equal(devices[0]?.state, 'joined');
	});

	it('an overlap during the session ends as Timed-out', () => {
		const target = router();
		target.call('wps_start');
		target.clock.advance(50_000);
		twoAtOnce(target.device(FIRST), target.device(SECOND));
		target.clock.advance(69_900);
		assert.equal(pbc(target), 'Overlap');
		target.clock.advance(100);
		assert.equal(pbc(target), 'Timed-out');
	});

	it('after a success the device does not count as a second enrollee for 5 s', () => {
		const target = router();
		target.call('wps_start');
		const first = target.device(FIRST);
		first.pressButton();
		target.clock.advance(2700);
		assert.equal(pbc(target), 'Disabled');
		target.hostapd.bss('wlan0')?.probe(first, -30, true);
		assert.equal(target.call('wps_start').code, UBUS.OK);
		target.device(SECOND).pressButton();
		assert.equal(pbc(target), 'Active');
		target.clock.advance(5000);
		assert.equal(target.status().peer_address, SECOND);
		target.clock.advance(6000);
		target.hostapd.bss('wlan0')?.probe(first, -30, true);
		target.hostapd.bss('wlan0')?.probe({ mac: SECOND, uuid: 'other' }, -30, true);
		assert.equal(pbc(target), 'Overlap');
	});

	it('within these 5 s it counts beside another at that moment, and is not remembered', () => {
		const target = router();
		target.call('wps_start');
		const first = target.device(FIRST);
		first.pressButton();
		target.clock.advance(2700);
		assert.equal(pbc(target), 'Disabled');
		const hear = (uuid: string) => target.hostapd.bss('wlan0')?.probe({ mac: SECOND, uuid }, -30, true);
		hear(first.uuid);
		hear('other');
		assert.equal(pbc(target), 'Disabled');
		hear(first.uuid);
		assert.equal(pbc(target), 'Overlap');
		assert.equal(target.call('wps_start').code, UBUS.OK);
		assert.equal(pbc(target), 'Active');
		target.call('wps_cancel');
		target.clock.advance(5000);
		hear(first.uuid);
		assert.equal(pbc(target), 'Overlap');
		assert.equal(target.call('wps_start').code, UBUS.NOT_SUPPORTED);
	});

	it('a MAC filter hides the device from everything', () => {
		const target = router([{ macfilter: { policy: 'allow', list: [SECOND] } }]);
		target.call('wps_start');
		const device = target.device(FIRST);
		device.pressButton();
		target.clock.advance(120_000);
		assert.equal(device.state, 'gave up');
		assert.deepEqual(target.status(), { pbc_status: 'Timed-out', last_wps_result: 'None' });
	});

	it('a BSS restart in the middle of a window leaves Active for ever', () => {
		const target = router();
		target.call('wps_start');
		const [before] = target.bus.list('hostapd.wlan0');
		target.hostapd.restartBss('wlan0');
		assert.equal(target.call('wps_status').code, UBUS.NOT_FOUND);
		target.clock.advance(500);
		assert.notEqual(target.bus.list('hostapd.wlan0')[0]?.id, before?.id);
		target.clock.advance(200_000);
		assert.equal(pbc(target), 'Active');
		assert.equal(target.call('wps_cancel').code, UBUS.OK);
		assert.equal(pbc(target), 'Active');
	});

	it('a restart of the process forgets all and runs the installed build', () => {
		const target = router();
		target.call('wps_start');
		target.device().pressButton();
		target.clock.advance(5000);
		target.hostapd.restart();
		assert.deepEqual(target.bus.list('hostapd*'), []);
		target.clock.advance(1000);
		assert.deepEqual(target.status(), { pbc_status: 'Disabled', last_wps_result: 'None' });
		target.hostapd.installed = 'basic';
		assert.equal(target.hostapd.hasFeature('wps'), false);
		assert.equal(target.call('wps_status').code, UBUS.OK);
		target.hostapd.restart();
		target.clock.advance(1000);
		assert.equal(target.call('wps_status').code, UBUS.NOT_FOUND);
	});
});

describe('PIN sessions', () => {
	const joinWith = (target: Router, pin: string, mac = FIRST) => {
		const device = target.device(mac);
		device.joinByPin(pin);
		target.clock.advance(5000);
		return device.state;
	};

	it('a wildcard PIN is used up by a success', () => {
		const target = router();
		target.cli('wps_pin', 'any', '12345670', '120');
		assert.equal(target.status().pbc_status, 'Disabled');
		assert.equal(joinWith(target, '12345670'), 'joined');
		target.cli('wps_pin', 'any', '00000000', '120');
		assert.notEqual(joinWith(target, '12345670', SECOND), 'joined');
	});

	it('a wildcard PIN stands two wrong tries, or one that revealed it', () => {
		const target = router();
		target.cli('wps_pin', 'any', '12345670', '120');
		assert.equal(joinWith(target, '87654325'), 'failed');
		assert.equal(joinWith(target, '12345670'), 'joined');
		target.cli('wps_pin', 'any', '12345670', '120');
		assert.equal(joinWith(target, '87654325'), 'failed');
		assert.equal(joinWith(target, '87654325'), 'failed');
		assert.notEqual(joinWith(target, '12345670'), 'joined');
		target.cli('wps_cancel');
		target.cli('wps_pin', 'any', '12345670', '120');
		assert.equal(joinWith(target, '12349999'), 'failed');
		assert.notEqual(joinWith(target, '12345670'), 'joined');
	});

	it('cancel takes the PIN away and leaves pbc_status alone', () => {
		const target = router();
		target.cli('wps_pin', 'any', '12345670', '120');
		assert.equal(target.call('wps_cancel').code, UBUS.OK);
		assert.equal(target.status().pbc_status, 'Disabled');
		assert.equal(target.hostapd.bss('wlan0')?.registrar?.pins.size, 0);
	});

	it('without a timeout the PIN outlives its window, and cancel does not reach it any more', () => {
		const target = router();
		target.cli('wps_pin', 'any', '12345670');
		target.clock.advance(121_000);
		target.call('wps_cancel');
		assert.equal(target.hostapd.bss('wlan0')?.registrar?.pins.size, 1);
		target.cli('wps_pin', 'any', '12345670', '60');
		target.clock.advance(61_000);
		assert.equal(target.hostapd.bss('wlan0')?.registrar?.pins.size, 0);
	});

	it('wps_start replaces the PIN session, the PIN stays', () => {
		const target = router();
		target.cli('wps_pin', 'any', '12345670');
		assert.equal(target.call('wps_start').code, UBUS.OK);
		target.call('wps_cancel');
		assert.equal(target.status().pbc_status, 'Timed-out');
		assert.equal(target.hostapd.bss('wlan0')?.registrar?.pins.size, 1);
	});

	it('a success says Disabled whatever was there before', () => {
		const target = router();
		target.call('wps_start');
		target.call('wps_cancel');
		target.cli('wps_pin', 'any', '12345670', '120');
		assert.equal(joinWith(target, '12345670'), 'joined');
		assert.equal(target.status().pbc_status, 'Disabled');
	});
});

describe('several BSSs', () => {
	const shared = { ...WPS, methods: [...WPS.methods], independent: false };

	it('independent ones do not touch each other, and a device between two of them refuses', () => {
		const target = router([{}, { ifname: 'wlan0-1', ssid: 'Guest', bssid: '42:00:00:00:00:00' }]);
		target.call('wps_start');
		assert.equal(target.status('wlan0-1').pbc_status, 'Disabled');
		target.call('wps_start', {}, 'wlan0-1');
		const device = target.device();
		device.pressButton();
		target.clock.advance(2000);
		assert.equal(device.state, 'overlap');
		assert.equal(target.status().last_wps_result, 'None');
	});

	it('wps_independent 0: all open, all close with the first success, one has the result', () => {
		const target = router([{ wps: shared }, { ifname: 'wlan0-1', bssid: '42:00:00:00:00:00', wps: shared }]);
		target.call('wps_start');
		assert.equal(target.status('wlan0-1').pbc_status, 'Active');
		target.device().pressButton();
		target.clock.advance(5000);
		assert.deepEqual(target.status(), { pbc_status: 'Disabled', last_wps_result: 'Success', peer_address: FIRST });
		assert.deepEqual(target.status('wlan0-1'), { pbc_status: 'Disabled', last_wps_result: 'None' });
	});

	it('wps_independent 0: a refusal further down leaves the first ones open', () => {
		const target = router([{ wps: shared }, { ifname: 'wlan0-1', bssid: '42:00:00:00:00:00', wps: shared }]);
		const second = target.hostapd.bss('wlan0-1');
		for (const uuid of ['one', 'two']) second?.probe({ mac: FIRST, uuid }, -30, true);
		assert.equal(target.call('wps_start').code, UBUS.NOT_SUPPORTED);
		assert.equal(target.status().pbc_status, 'Active');
		assert.equal(target.status('wlan0-1').pbc_status, 'Overlap');
	});
});

describe('which key (wps_build_cred, hostap src/wps/wps_registrar.c)', () => {
	const joined = (
		config: Partial<BssConfig>,
		file = '',
		more: Partial<ConstructorParameters<typeof Device>[0]> = {}
	) => {
		const target = router([{ ...config }]);
		target.store.set('/psk', file);
		target.configure();
		target.clock.advance(1000);
		target.call('wps_start');
		const device = target.device(FIRST, more);
		device.pressButton();
		target.clock.advance(5000);
		return { target, device };
	};

	it('(b) a device without display gets the first entry: the last line of the file', () => {
		const file = `00:00:00:00:00:00 first passphrase\n00:00:00:00:00:00 last passphrase\n`;
		const { target, device } = joined({ pskFile: '/psk' }, file, { display: false });
		assert.equal(target.status().last_wps_result, 'Success');
		assert.equal(device.credential?.key, toPsk('last passphrase', 'Home'));
	});

	it('(c) without a file it is the passphrase', () => {
		const { device } = joined({});
		assert.equal(device.credential?.key, 'correct horse battery');
		assert.equal(device.state, 'joined');
	});

	it('(d) the invented key is lost with the BSS', () => {
		const { target, device } = joined({ pskFile: '/psk' });
		assert.equal(device.state, 'joined');
		assert.equal(device.reconnect(), true);
		target.hostapd.restartBss('wlan0');
		assert.equal(device.state, 'not connected');
		target.clock.advance(500);
		assert.equal(device.reconnect(), false);
		assert.ok(target.events.some(({ type, message }) => type === 'key-mismatch' && message.address === FIRST));
	});

	it('a WPA3-only network: success, but only a device that upgrades itself gets in', () => {
		const config = { keyMgmt: ['SAE'] };
		const plain = joined(config);
		assert.equal(plain.target.status().last_wps_result, 'Success');
		assert.equal(plain.device.state, 'not connected');
		assert.equal(joined(config, '', { sae: true }).device.state, 'joined');
	});

	it('an open network hands out an invented profile', () => {
		const wps = { ...WPS, methods: [...WPS.methods], state: 1 as const };
		const { target, device } = joined({ wpa: 0, pairwise: [], keyMgmt: [], passphrase: null, wps });
		assert.equal(target.status().last_wps_result, 'Success');
		assert.equal(device.state, 'not connected');
	});

	it('a device that forgets stays away', () => {
		const target = router();
		target.call('wps_start');
		const device = target.device();
		device.pressButton('join then forget');
		target.clock.advance(60_000);
		assert.equal(target.status().last_wps_result, 'Success');
		assert.deepEqual(target.call('get_clients').data?.clients, {});
		assert.equal(device.state, 'has key');
	});
});

describe('the daemon', () => {
	it('radar check: no object before its end, but a control socket', () => {
		const target = router([{}], { cac: 60, channel: 52 });
		assert.equal(target.call('wps_status').code, UBUS.NOT_FOUND);
		target.clock.advance(20_000);
		assert.match(target.cli('status'), /^state=DFS\n[^]*\ncac_time_left_seconds=40\n/);
		target.clock.advance(40_000);
		assert.equal(target.call('get_status').data?.status, 'ENABLED');
		assert.match(target.cli('status'), /^state=ENABLED\n[^]*\ncac_time_left_seconds=N\/A\n/);
	});

	it('hangs, is slow, dies', () => {
		const target = router();
		const ask = () => {
			let answer: number | null = null;
			target.bus.defer('hostapd.wlan0', 'wps_status', {}, 3000, ({ code }) => (answer = code));
			target.clock.advance(3500);
			return answer;
		};
		assert.equal(ask(), UBUS.OK);
		target.hostapd.slow = 2000;
		assert.equal(ask(), UBUS.OK);
		target.hostapd.slow = 4000;
		assert.equal(ask(), UBUS.TIMEOUT);
		target.hostapd.slow = 0;
		target.hostapd.hung = true;
		assert.equal(ask(), UBUS.TIMEOUT);
		target.hostapd.kill();
		assert.equal(ask(), UBUS.NOT_FOUND);
		assert.equal(target.hostapd.cli(['-i', 'wlan0', 'status']).code, 255);
	});

	it('del_client throws out and bans', () => {
		const target = router();
		const device = target.device();
		device.learn('Home', 'correct horse battery');
		assert.equal(device.reconnect(), true);
		assert.equal(target.call('del_client', {}).code, UBUS.INVALID_ARGUMENT);
		assert.equal(
			target.call('del_client', { addr: FIRST, reason: 5, deauth: true, ban_time: 60_000 }).code,
			UBUS.OK
		);
		assert.equal(device.connected, null);
		assert.deepEqual(target.call('list_bans').data, { clients: [FIRST] });
		assert.equal(device.reconnect(), false);
		target.clock.advance(60_000);
		assert.equal(device.reconnect(), true);
	});

	it('the command line', () => {
		const target = router();
		assert.equal(target.cli('wps_check_pin', '1234-5670'), '12345670');
		assert.equal(target.cli('wps_check_pin', '123'), 'FAIL\n');
		assert.equal(target.cli('wps_pin', 'nonsense', '12345670'), 'FAIL\n');
		assert.equal(target.hostapd.cli(['-i', 'nowhere', 'status']).code, 255);
		assert.equal(target.hostapd.cli(['wps_cancel']).stdout, "Selected interface 'wlan0'\nOK\n");
		const off = router([{ wps: null }]);
		assert.equal(off.cli('wps_pin', 'any', '12345670'), 'FAIL\n');
		const basic = router([{ wps: null }], { build: 'basic' });
		assert.equal(basic.cli('wps_pin', 'any', '12345670'), 'UNKNOWN COMMAND\n');
	});
});

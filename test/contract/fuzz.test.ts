import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Message, Value } from '../router/bus';
import type { VirtualClock } from '../router/clock';
import type { Behaviour } from '../router/devices';
import { fits, type Policy } from '../router/rpcd/policy';
import { PROBLEMS } from '../../src/contract/problem';
import { house, onSimulator, SESSION_FIELDS, STATUS, type TestRouter } from './target';

const RUNS = 100;
const CALLS = 100;
const BROKEN = ["config wifi-iface 'x", 'config wifi-iface', ''];

// The shape of a valid reply

type Check = (value: any) => boolean;

const text: Check = value => typeof value === 'string';
const whole: Check = value => Number.isInteger(value);
const flag: Check = value => typeof value === 'boolean';
const one =
	(...values: unknown[]): Check =>
	value =>
		values.includes(value);
const orNull =
	(check: Check): Check =>
	value =>
		value === null || check(value);
const list =
	(check: Check): Check =>
	value =>
		Array.isArray(value) && value.every(check);
const record =
	(fields: Record<string, Check>): Check =>
	value =>
		typeof value === 'object' &&
		value !== null &&
		Object.keys(value).sort().join() === Object.keys(fields).sort().join() &&
		Object.entries(fields).every(([name, check]) => check(value[name]));

const STATES = ['waiting', 'connecting', 'success', 'joined', 'timeout', 'overlap', 'cancelled', 'failed', 'lost'];

const peer = record({ mac: text, name: orNull(text), ip: orNull(text), signal: orNull(whole), authorized: flag });

const sessionFields: Record<string, Check> = {
	id: text,
	network: text,
	ifnames: list(text),
	ifname: orNull(text),
	section: orNull(text),
	method: one('pbc', 'pin'),
	origin: one('luci.wps', 'button', 'house', 'external'),
	by: orNull(text),
	state: one(...STATES),
	open: flag,
	started: orNull(whole),
	ended: orNull(whole),
	duration: one(120),
	remaining: orNull(value => whole(value) && value >= 0 && value <= 120),
	attempts_failed: whole,
	reason: orNull(text),
	peer: orNull(peer)
};

const session: Check = value =>
	record(sessionFields)(value) &&
	value.open === ['waiting', 'connecting'].includes(value.state) &&
	value.open === (value.ended === null);

const job = record({
	id: text,
	network: text,
	sections: list(text),
	kind: one('enable', 'disable'),
	state: one('running', 'done', 'reverted', 'failed'),
	code: orNull(text),
	started: whole,
	ended: orNull(whole)
});

const problem = record({
	code: one(...Object.keys(PROBLEMS)),
	severity: one('error', 'warning'),
	option: orNull(text),
	fix: one('enable', 'wireless', 'package', 'wait', null),
	seconds: orNull(whole),
	sections: list(text)
});

const keys = one('own', 'shared', 'lost');

const network = record({
	ssid: text,
	sections: list(text),
	bands: list(one('2g', '5g', '6g')),
	enabled: flag,
	ready: flag,
	keys,
	problems: list(problem),
	session: orNull(session),
	job: orNull(job),
	access_points: list(
		record({
			ifname: orNull(text),
			section: text,
			radio: text,
			bssid: orNull(text),
			band: one('2g', '5g', '6g', null),
			channel: orNull(whole),
			enabled: flag,
			ready: flag,
			on_air: flag,
			problems: list(problem)
		})
	)
});

const SHAPES: Record<string, Check> = {
	status: record({
		supported: flag,
		daemon: record({
			package: orNull(text),
			installed_has_wps: orNull(flag),
			running_has_wps: orNull(flag),
			pin_available: flag,
			package_manager: one('opkg', 'apk', null),
			remedy: orNull(list(text))
		}),
		networks: list(network),
		button: record({ present: flag, action: one('network', 'off', 'stock'), network: orNull(text) }),
		light: orNull(text),
		guard: orNull(record({ when: whole, sections: list(text) })),
		house: orNull(
			record({
				connected: flag,
				name: text,
				routers: list(record({ name: text, there: flag, networks: list(value => value !== null) }))
			})
		),
		now: whole
	}),
	start: record({ session }),
	cancel: record({ session: orNull(session) }),
	enable: record({ job }),
	disable: record({ job }),
	history: record({ entries: value => list(session)(value) && value.length <= 50 }),
	check_pin: value =>
		record({ valid: one(true), pin: text })(value) || record({ valid: one(false), code: one('pin_invalid') })(value)
};

const failure: Check = value =>
	record({ error: record({ code: one(...Object.keys(STATUS)), message: text }) })(value) ||
	record({ error: record({ code: one('invalid_argument'), message: text, argument: text }) })(value);

// What is called

const POLICIES: Record<string, Policy> = {
	status: {},
	start: {
		network: 'string',
		section: 'string',
		ifname: 'string',
		pin: 'string',
		mac: 'string',
		house: 'bool'
	},
	cancel: { network: 'string', section: 'string', ifname: 'string' },
	enable: { network: 'string', section: 'string', keys: 'string', force: 'bool' },
	disable: { network: 'string', section: 'string', force: 'bool' },
	history: { limit: 'int32' },
	check_pin: { pin: 'string' }
};

const word = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom('phy0-ap0', 'phy0-ap1', 'phy1-ap0', 'home', 'guest', 'home5', 'Home') },
	{
		weight: 2,
		arbitrary: fc.constantFrom('12345670', '1234-5670', '1234', '02:00:5e:00:53:10', '02:00:5E:00:53:10')
	},
	{ weight: 1, arbitrary: fc.constantFrom('', '__proto__', 'constructor', 'length', '../etc/passwd', 'a\nb', '\0') },
	{ weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map(bytes => String.fromCharCode(...bytes)) },
	{ weight: 1, arbitrary: fc.nat({ max: 30_000 }).map(length => 'x'.repeat(length)) }
);

const value: fc.Arbitrary<Value> = fc.oneof(
	{ weight: 6, arbitrary: word },
	{ weight: 1, arbitrary: fc.boolean() },
	{ weight: 1, arbitrary: fc.oneof(fc.integer(), fc.constantFrom(0, -1, 50, 2 ** 31, 2 ** 40)) },
	{ weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
	{ weight: 1, arbitrary: fc.constantFrom<Value>(null, [], {}, ['home'], { section: 'home' }) }
);

const names = ['ifname', 'section', 'pin', 'mac', 'persist', 'limit', 'ubus_rpc_session', 'other', ''];

/** What a person would ask for. */
const SENSIBLE: Record<string, Message[]> = {
	start: [{}, { ifname: 'phy0-ap0' }, { section: 'home5' }, { ifname: 'phy1-ap0', pin: '12345670' }],
	enable: [{ section: 'home' }, { section: 'guest' }, { section: 'home5', persist: false }],
	disable: [{ section: 'home' }, { section: 'guest' }]
};

/** Arguments as a caller means them, with now and then something odd among them. */
const call = fc.constantFrom(...Object.keys(POLICIES), 'start', 'start', 'stop', 'constructor').chain(method => {
	const known = Object.entries(POLICIES[method] ?? {}).map(([name, type]): [string, fc.Arbitrary<Value>] => [
		name,
		type === 'string' ? word : type === 'bool' ? fc.boolean() : fc.integer({ min: -5, max: 100 })
	]);
	return fc.record({
		method: fc.constant(method),
		args: fc.oneof(
			{
				weight: 3,
				arbitrary: fc.constantFrom<Message>(...((Object.hasOwn(SENSIBLE, method) && SENSIBLE[method]) || [{}]))
			},
			{
				weight: 3,
				arbitrary: fc.record(Object.fromEntries(known), { requiredKeys: [] }) as fc.Arbitrary<Message>
			},
			{ weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 }) }
		)
	});
});

/** What goes on around the calls. */
const EVENTS: Record<string, (router: TestRouter, number: number) => void> = {
	'time passes': (router, number) => router.advance(number % 60),
	'a device': (router, number) => {
		const behaviours: Behaviour[] = ['join', 'join then forget', 'fail', 'never come'];
		router.press(`device ${number % 3}`, behaviours[number % 4]);
	},
	'the router button': router => router.pressStockButton(),
	'hostapd restarts': router => router.hostapd.restart(),
	'hostapd hangs': (router, number) => {
		router.hostapd.hung = number % 4 === 0;
	},
	'hostapd is slow': (router, number) => {
		router.hostapd.slow = number % 4 ? 0 : number % 2000;
	},
	'netifd restarts': router => router.netifd.restart(),
	'rpcd restarts': router => {
		// Without a bus it ends at once, and procd tries again (rpcd main.c).
		router.rpcd.unreachable = false;
		router.rpcd.restart();
	},
	'a package swap': (router, number) => router.install(number % 8 ? (number % 8 === 1 ? 'basic' : 'full') : null),
	'another configuration': (router, number) =>
		router.setOptions('home', {
			encryption: ['psk2', 'none', 'sae', 'psk2', 'psk2+tkip'][number % 5] ?? null,
			disabled: number % 7 ? null : '1'
		}),
	'a radio with radar': (router, number) => router.setOptions('radio1', { channel: number % 2 ? '52' : '36' }),
	'staged changes': (router, number) =>
		number % 4 === 0
			? router.stage([{ command: 'set', section: 'home', option: 'ssid', value: 'x' }])
			: router.files.drop('/tmp/.uci/wireless'),
	'a broken configuration': (router, number) => router.configure(BROKEN[number % 3] ?? ''),
	'no room': (router, number) => {
		router.files.space = number % 3 ? Infinity : 0;
	},
	'a broken state file': (router, number) => {
		const states = [
			'',
			'{',
			'[]',
			'{"windows":[],"tasks":{}}',
			'{"windows":{},"tasks":null,"counter":"x"}',
			'null'
		];
		router.files.put('/var/run/luci-wps.json', states[number % states.length] ?? '');
	},
	'no netifd': (router, number) => number % 3 || router.bus.remove(number % 2 ? 'network.wireless' : 'network'),
	'nobody on the bus': (router, number) => {
		router.rpcd.unreachable = number % 4 === 0;
	}
};

const step = fc.oneof(
	{ weight: 3, arbitrary: call.map(each => ({ ...each, event: null })) },
	{
		weight: 1,
		arbitrary: fc.record({ event: fc.constantFrom(...Object.keys(EVENTS)), number: fc.nat({ max: 10_000 }) })
	}
);

describe('fuzz', () => {
	onSimulator(
		`${RUNS * CALLS} calls end in an answer or an error of the contract, each within a second`,
		() => {
			const met: Record<string, number> = {};
			fc.assert(
				fc.property(
					fc.array(step, { minLength: CALLS * 1.5, maxLength: CALLS * 1.5 }),
					fc.array(call, { minLength: CALLS, maxLength: CALLS }),
					(steps, more) => {
						const router = house();
						const { config } = router;
						let calls = 0;
						const all = [...steps, ...more.map(each => ({ ...each, event: null }))];
						for (const each of all) {
							if (calls === CALLS) break;
							if (each.event !== null) {
								const { event, number } = each as { event: string; number: number };
								// A configuration in order is the rule.
								if (!router.config.includes("'home'") && /configuration|radar/.test(event))
									router.configure(config);
								else EVENTS[event]?.(router, number);
								continue;
							}
							calls++;
							const { method, args } = each as { method: string; args: Message };
							const { code, data, milliseconds } = router.call('luci.wps', method, args);
							const said = `${method} ${JSON.stringify(args).slice(0, 200)}: ${code} ${JSON.stringify(data)}`;
							ok(milliseconds <= 1000, `${milliseconds} ms: ${said}`);
							const policy = Object.hasOwn(POLICIES, method) ? POLICIES[method] : undefined;
							if (!policy) deepEqual([code, data], [3, undefined], said);
							else if (!fits(policy, args)) deepEqual([code, data], [2, undefined], said);
							else if (code === 0) ok(SHAPES[method]?.(data), said);
							else {
								ok(failure(data), said);
								equal(code, STATUS[data.error.code], said);
							}
							const result = `${method} ${data?.error?.code ?? code}`;
							met[result] = (met[result] ?? 0) + 1;
							deepEqual(
								[router.rpcd.stderr, router.rpcd.lost, router.rpcd.crashed],
								[[], [], null],
								said
							);
						}
						equal(calls, CALLS);
						router.advance(200);
						deepEqual([router.rpcd.stderr, router.rpcd.lost, router.rpcd.crashed], [[], [], null]);
						ok((router.clock as VirtualClock).pending < 100);
					}
				),
				{ numRuns: RUNS, endOnFailure: true, seed: Number(process.env['FUZZ_SEED'] ?? 1) }
			);
			// It was about something.
			for (const result of [
				'status 0',
				'start 0',
				'start already_open',
				'start unknown_target',
				'start ambiguous_target',
				'start timeout',
				'start pin_invalid',
				'start unsuitable_network',
				'start busy',
				'cancel 0',
				'enable 0',
				'enable busy',
				'disable 0',
				'history 0',
				'check_pin 0'
			])
				ok(met[result], `${result} never came: ${JSON.stringify(met)}`);
			if (process.env['FUZZ_TELL']) console.log(met);
		},
		120_000
	);

	onSimulator('the fields of a session are those of the contract', () => {
		deepEqual(Object.keys(sessionFields), SESSION_FIELDS);
	});
});

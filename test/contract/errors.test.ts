import { deepEqual, equal } from 'node:assert/strict';
import type { Message } from '../router/bus';
import { onSimulator, refused, safeOnRouter, small } from './target';

const NOWHERE = { section: 'wps_test_none' };

/** Arguments by method, each with a value of its type. */
const METHODS: Record<string, Message> = {
	status: {},
	start: { network: 'x', section: 'x', ifname: 'x', pin: '1', mac: 'x', house: true },
	cancel: { network: 'x', section: 'x', ifname: 'x' },
	enable: { network: 'x', section: 'x', keys: 'own', force: true },
	disable: { network: 'x', section: 'x', force: true },
	history: { limit: 1 },
	check_pin: { pin: '1' }
};

/** A value of every type that JSON can bring. */
const VALUES: [string, Message[string]][] = [
	['a string', 'x'],
	['a number', 1],
	['a fraction', 1.5],
	['true', true],
	['a list', ['x']],
	['a table', { x: 'y' }]
];

const kind = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value);

describe('errors', () => {
	for (const [method, known] of Object.entries(METHODS)) {
		for (const [name, right] of Object.entries(known))
			safeOnRouter(`${method} refuses every other type of ${name} with code 2`, target => {
				for (const [what, value] of VALUES)
					if (kind(value) !== kind(right) || value === 1.5)
						equal(target.call(method, { ...safe(method, name), [name]: value }).code, 2, what);
			});
		safeOnRouter(`${method} refuses an argument that it does not know with code 2`, target => {
			equal(target.call(method, { ...safe(method, ''), other: 'x' }).code, 2);
		});
	}

	safeOnRouter('a method that does not exist is code 3', target => {
		equal(target.call('stop').code, 3);
	});

	for (const [method, args] of [
		['start', { ifname: 'wps-test-0' }],
		['start', { network: 'wps test' }],
		['start', { section: NOWHERE.section }],
		['start', { ifname: 'hostapd.phy0-ap0; reboot' }],
		['start', { section: '../../etc/passwd' }],
		['start', { ifname: 'x'.repeat(5000) }],
		['cancel', { ifname: 'wps-test-0' }],
		['cancel', { network: 'wps test' }],
		['cancel', { section: NOWHERE.section }],
		['enable', { section: NOWHERE.section }],
		['enable', { network: 'wps test' }],
		['disable', { section: NOWHERE.section }]
	] as [string, Message][])
		safeOnRouter(`${method} ${JSON.stringify(args).slice(0, 60)} answers unknown_target`, target =>
			refused(target.call(method, args), 'unknown_target')
		);

	for (const method of ['enable', 'disable'])
		safeOnRouter(`${method} without a network, or with two, answers invalid_argument`, target => {
			refused(target.call(method), 'invalid_argument');
			refused(target.call(method, { network: '' }), 'invalid_argument');
			refused(target.call(method, { network: 'x', section: 'x' }), 'invalid_argument');
			refused(target.call(method, { section: '' }), 'invalid_argument');
		});

	for (const [method, args, culprit] of [
		['enable', { keys: 'x' }, 'keys'],
		['start', { pin: '12345670', mac: 'xx' }, 'mac']
	] as [string, Message, string][])
		safeOnRouter(`${method} names the argument at fault: ${culprit}`, target =>
			equal(target.call(method, { ...NOWHERE, ...args }).data.error.argument, culprit)
		);

	for (const mac of ['xx', '02:00:00:00:00', '02:00:00:00:00:01:02', '02-00-00-00-00-01', '02:00:00:00:00:01\n', ' '])
		safeOnRouter(`start with the malformed MAC address ${JSON.stringify(mac)} answers invalid_argument`, target =>
			refused(target.call('start', { ...NOWHERE, pin: '12345670', mac }), 'invalid_argument')
		);

	safeOnRouter('start with a MAC address and no PIN answers invalid_argument', target =>
		refused(target.call('start', { ...NOWHERE, mac: '02:00:00:00:00:01' }), 'invalid_argument')
	);

	for (const pin of ['12345671', '123', '12345', '1234567', '123456700', 'abcd', '12345671 '])
		safeOnRouter(`start with the PIN ${JSON.stringify(pin)} answers pin_invalid`, target =>
			refused(target.call('start', { ...NOWHERE, pin }), 'pin_invalid')
		);

	for (const limit of [-1, -2147483648])
		safeOnRouter(`history of ${limit} answers invalid_argument`, target =>
			refused(target.call('history', { limit }), 'invalid_argument')
		);

	onSimulator(
		'a part that is not there while the package is replaced: told at once, and all is well when it is back',
		() => {
			const router = small();
			const part = '/usr/share/ucode/luci/wps/jobs.uc';
			const text = router.files.text(part)!;
			router.files.drop(part);
			const { code, milliseconds } = router.call('enable', { section: 'home' });
			deepEqual([code, milliseconds < 100], [9, true]);
			equal(router.status().supported, true);
			equal(router.rpcd.stderr.splice(0).length, 1);
			router.files.put(part, text);
			equal(router.call('enable', { section: 'home' }).code, 0);
		}
	);

	onSimulator('busy: while a job runs, a start is refused, and nothing opens', () => {
		const router = small({ wps_pushbutton: '0' });
		equal(router.call('enable', { section: 'home' }).code, 0);
		refused(router.call('start', { section: 'home' }), 'busy');
		router.advance(20);
		equal(router.open({ section: 'home' }).state, 'waiting');
	});

	/** What keeps a call from doing anything where only one argument is of interest. */
	function safe(method: string, except: string): Message {
		if (!['start', 'cancel', 'enable', 'disable'].includes(method)) return {};
		return ['network', 'section', 'ifname'].includes(except) ? {} : { section: NOWHERE.section };
	}
});

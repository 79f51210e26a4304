import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Message } from '../router/bus';
import { DEFAULT_SID } from '../router/sessions';
import { fromBinary } from '../router/ucode/bytes';
import { finished, refusing, running } from './switching';
import { accepted, HOME, onSimulator, RADIO0, RADIO1, refused, TestRouter, wireless } from './target';

const ACL = resolve(import.meta.dirname, '../../root/usr/share/rpcd/acl.d/luci-app-wps.json');

/** Eight digits with their checksum. */
function pin(seven: string): string {
	const sum = [...seven].reduce((total, digit, index) => total + Number(digit) * (index % 2 ? 1 : 3), 0);
	return `${seven}${(10 - (sum % 10)) % 10}`;
}

const DEVICE_PIN = pin('8642013');

/** What must be met nowhere, each planted in another place. */
const CANARIES = {
	key: 'canary in the key',
	key5: 'canary in the sae-mixed key',
	sae: 'canary in the sae password',
	station: 'canary of a station',
	staged: 'canary that is staged',
	stagedLuci: 'canary staged in luci',
	routerPin: pin('7531908'),
	apPin: pin('9753102'),
	devicePin: DEVICE_PIN,
	wrongPin: '86420139',
	wordPin: 'canary as a pin'
};

/** Files of others, in which keys may stand. */
const THEIRS = ['/tmp/.uci/', '/var/run/rpcd/uci-', '/var/run/hostapd-'];

function planted(): TestRouter {
	const router = new TestRouter({
		config: wireless({
			radio0: RADIO0,
			home: { ...HOME, key: CANARIES.key, wps_pin: CANARIES.routerPin, wps_label: '1' },
			guest: { ...HOME, ssid: 'Guests', wps_pushbutton: '0', key: CANARIES.key },
			radio1: RADIO1,
			home5: { ...HOME, device: 'radio1', encryption: 'sae-mixed', key: CANARIES.key5, ap_pin: CANARIES.apPin },
			wpa3: { ...HOME, device: 'radio1', encryption: 'sae', key: CANARIES.sae, sae_password: CANARIES.sae },
			phone: { mac: '02:00:00:00:00:05', key: CANARIES.station, iface: 'guest' }
		})
	});
	router.stage([{ command: 'set', section: 'wpa3', option: 'key', value: CANARIES.staged }]);
	router.stage([{ command: 'set', section: 'wpa3', option: 'key', value: CANARIES.stagedLuci }], 'abc');
	return router;
}

/** The only ones that the handler runs. */
const PROGRAMS = ['/usr/sbin/hostapd', '/usr/sbin/hostapd_cli', 'fsync'];

const METHODS =
	'status history devices house start cancel enable disable remove rename button press check_pin none'.split(' ');

/** The address of the first device that joins. */
const PRINTER = '02:00:5e:00:53:10';

describe('secrets', function () {
	this.timeout(120_000);

	onSimulator('are in no reply, event, line, file or message of ours, whatever is called', () => {
		const router = planted();
		const replies: unknown[] = [];
		const call = (method: string, args: Message = {}): any => {
			const result = router.call(method, args);
			// check_pin gives the caller's own digits back.
			if (method !== 'check_pin') replies.push(result);
			return result.data;
		};
		const everything = (): void => {
			for (const method of METHODS)
				for (const args of <Message[]>[
					{},
					{ section: 'wpa3' },
					{ section: CANARIES.wordPin },
					{ pin: CANARIES.wrongPin },
					{ pin: CANARIES.wordPin, section: 'home' },
					{ section: 'home', mac: CANARIES.wordPin, pin: DEVICE_PIN }
				])
					call(method, args);
		};

		const search = (): void => {
			const texts: Record<string, string> = {
				replies: JSON.stringify(replies),
				events: JSON.stringify(router.handlerEvents),
				syslog: router.log.join('\n'),
				stderr: router.rpcd.stderr.join('\n'),
				messages: JSON.stringify(router.bus.calls.filter(({ object }) => object !== 'luci.wps'))
			};
			for (const folder of ['/var', '/tmp'])
				for (const path of router.files.paths(folder))
					if (!THEIRS.some(start => path.startsWith(start))) texts[path] = router.files.text(path) ?? '';
			ok('/var/run/luci-wps.json' in texts);
			for (const [where, text] of Object.entries(texts))
				for (const [name, canary] of Object.entries(CANARIES))
					equal(text.includes(canary), false, `${name} in ${where}`);
		};

		everything();
		call('start', { section: 'home' });
		router.press('printer');
		router.reach('joined');
		call('start', { section: 'home', pin: `${DEVICE_PIN.slice(0, 4)}-${DEVICE_PIN.slice(4)}` });
		router.device('lamp').joinByPin(DEVICE_PIN);
		router.reach('joined');
		call('start', { section: 'home', pin: DEVICE_PIN, mac: '02:00:00:00:00:09' });
		router.rpcd.restart();
		call('cancel');
		for (const section of ['home', 'home5', 'guest', 'wpa3'])
			for (const method of ['enable', 'disable', 'enable'] as const) {
				call(method, { section });
				search();
				everything();
				router.until(() => !running(router), 60);
			}
		router.setOptions('home', { wps_pin: CANARIES.routerPin });
		router.advance(5);
		refusing(router, 'everything');
		call('enable', { section: 'home' });
		router.advance(5);
		search();
		router.rpcd.restart();
		router.until(() => !running(router), 60);
		everything();
		search();
		router.files.put('/var/run/luci-wps.json', '{"windows": [');
		router.rpcd.restart();
		everything();
		search();
		ok(replies.length > 100 && router.handlerEvents.length > 10);

		for (const path of router.files.paths('/etc')) {
			const text = router.files.text(path) ?? '';
			if (path === '/etc/config/wireless') continue;
			for (const [name, canary] of Object.entries(CANARIES))
				if (text.includes(canary))
					ok(
						/^\/etc\/hostapd-wps-\w+\.(cred|psk)$/.test(path) &&
							router.files.attributes(path)?.mode === 0o600,
						`${name} in ${path}`
					);
		}
		for (const argv of router.programs) {
			ok(PROGRAMS.includes(argv[0] ?? ''), argv.join(' '));
			const told = Object.entries(CANARIES).filter(([, canary]) => argv.join(' ').includes(canary));
			deepEqual(
				told.map(([name]) => name),
				argv[0] === '/usr/sbin/hostapd_cli' ? ['devicePin'] : []
			);
		}
		equal(router.files.attributes('/var/run/luci-wps.json')?.mode, 0o600);
	});

	onSimulator('stay out of what uci says goes wrong', () => {
		const router = planted();
		router.files.put('/etc/config/wireless', `${router.config}\nconfig 'broken' '${CANARIES.key}`);
		const replies = ['status', 'start', 'cancel', 'enable'].map(method =>
			router.call(method, method === 'status' ? {} : { section: 'home' })
		);
		ok(!JSON.stringify([replies, router.log, router.rpcd.stderr]).includes('canary'));
	});
});

describe('access rules', () => {
	const acl = JSON.parse(readFileSync(ACL, 'utf8'));
	const READ: [method: string, args: Message][] = [
		['status', {}],
		['devices', {}],
		['history', {}],
		['house', {}],
		['check_pin', { pin: DEVICE_PIN }]
	];
	const WRITE: [method: string, args: Message][] = [
		['start', { section: 'home' }],
		['cancel', {}],
		['enable', { section: 'home' }],
		['disable', { section: 'home' }],
		['button', {}],
		['press', {}],
		['rename', { mac: PRINTER, name: 'x' }],
		['remove', { mac: PRINTER }]
	];

	onSimulator('grant the methods of this object, and nothing else', () => {
		deepEqual(Object.keys(acl), ['luci-app-wps']);
		const { description, ...grants } = acl['luci-app-wps'];
		ok(description);
		deepEqual(Object.keys(grants).sort(), ['read', 'write']);
		for (const [permission, methods] of [
			['read', READ],
			['write', WRITE]
		] as const) {
			deepEqual(Object.keys(grants[permission]), ['ubus']);
			deepEqual(Object.keys(grants[permission].ubus), ['luci.wps']);
			deepEqual(grants[permission].ubus['luci.wps'].toSorted(), methods.map(([name]) => name).sort());
		}
	});

	for (const [method, args] of READ)
		onSimulator(`let a login that may look call ${method}`, async () => {
			const router = planted();
			equal((await router.post(router.login('reader'), method, args)).code, 0);
		});

	for (const [method, args] of WRITE) {
		onSimulator(`let a login that may write call ${method}`, async () => {
			const router = planted();
			if ('mac' in args) {
				router.open({ section: 'home' });
				router.press('printer');
				router.reach('joined');
			}
			equal((await router.post(router.login('root'), method, args)).code, 0);
		});
		onSimulator(`do not let a login that may only look call ${method}`, async () => {
			const router = planted();
			const before = router.config;
			equal((await router.post(router.login('reader'), method, args)).code, -32002);
			deepEqual([router.config, router.pbc(), router.handlerEvents], [before, 'Disabled', []]);
		});
	}

	for (const [method, args] of [...READ, ...WRITE])
		onSimulator(`let nobody call ${method} without a login`, async () => {
			const router = planted();
			for (const sid of [DEFAULT_SID, 'f'.repeat(32), ''])
				equal((await router.post(sid, method, args)).code, -32002);
		});
});

describe('hostile text', () => {
	const TEXTS = {
		'a line of its own': 'x\nJan 1 luci.wps: all is well',
		'control characters': '\x07\x1b[2J\x1b]0;x\x07\r\t\x7f',
		quotes: `"'\`"\\'`,
		'a command': "'; reboot; $(reboot) `reboot`|a",
		'bytes that are no UTF-8': fromBinary('\xff\xfe\xc3\x28\xa0\xa1'.repeat(5) + '\xf0\x28'),
		'a format': '%s%n%J%x',
		markup: '<img src=x onerror=alert(1)>'
	};

	/** One line each, nothing but text in it, and no shell was run. */
	function checkHarmless(router: TestRouter): void {
		ok(router.lines.length > 0);
		// oxlint-disable-next-line no-control-regex
		for (const line of router.lines) ok(!/[\x00-\x1f\x7f]/.test(line), JSON.stringify(line));
		for (const argv of router.programs) ok(PROGRAMS.includes(argv[0] ?? ''), argv.join(' '));
		equal(
			router.rpcd.steps.some(step => step.startsWith('popen')),
			false
		);
	}

	for (const [name, text] of Object.entries(TEXTS)) {
		onSimulator(`in a network's name: ${name}`, () => {
			const quoted = text.replaceAll("'", `'\\''`);
			const router = new TestRouter({
				config: wireless({ radio0: RADIO0, home: { ...HOME, ssid: quoted } })
			});
			equal(router.ap().ssid, text);
			equal(router.open().network, text);
			router.press('printer');
			router.reach('joined');
			finished(router, 'enable');
			finished(router, 'disable');
			router.rpcd.restart();
			equal(router.session.network, text);
			equal(router.session.state, 'joined');
			checkHarmless(router);
		});

		onSimulator(`in a device's name: ${name}`, () => {
			const router = new TestRouter({ config: wireless({ radio0: RADIO0, home: HOME }) });
			const { mac } = router.device('printer');
			router.device('printer').onState = () => {};
			router.files.put('/tmp/dhcp.leases', `1790000000 ${mac} 192.168.1.9 ${text} 01:${mac}\n`);
			router.open();
			router.press('printer');
			const { peer } = router.reach('joined');
			deepEqual([peer?.mac, peer?.ip, peer?.authorized], [mac, '192.168.1.9', true]);
			checkHarmless(router);
		});

		onSimulator(`as an argument: ${name}`, () => {
			const router = planted();
			const before = router.files.paths('/');
			const calls = router.counted(() => {
				for (const method of ['start', 'cancel'])
					for (const argument of ['ifname', 'section'])
						refused(router.call(method, { [argument]: text }), 'unknown_target');
				for (const method of ['enable', 'disable'])
					refused(router.call(method, { section: text }), 'unknown_target');
				refused(router.call('start', { pin: text }), 'pin_invalid');
				refused(router.call('start', { pin: DEVICE_PIN, mac: text }), 'invalid_argument');
				deepEqual(accepted(router.call('check_pin', { pin: text })), { valid: false, code: 'pin_invalid' });
			});
			deepEqual([...new Set(calls.map(entry => entry.split(' ')[0]))].sort(), [
				'hostapd.phy0-ap0',
				'hostapd.phy0-ap1',
				'hostapd.phy1-ap0',
				'hostapd.phy1-ap1',
				'network.wireless'
			]);
			deepEqual(
				router.files.paths('/').filter(path => !before.includes(path)),
				[]
			);
			equal(
				router.programs.every(([program]) => program === '/usr/sbin/hostapd'),
				true
			);
		});
	}

	for (const name of [
		'../../etc/passwd',
		'phy0/ap0',
		'phy0-ap0\n',
		'phy0-ap0.',
		'..',
		'.',
		'*',
		'-i',
		'x'.repeat(60_000)
	])
		onSimulator(`an interface or section called ${JSON.stringify(name.slice(0, 20))} is unknown`, () => {
			const router = planted();
			for (const argument of ['ifname', 'section']) {
				refused(router.call('start', { [argument]: name }), 'unknown_target');
				refused(router.call('cancel', { [argument]: name }), 'unknown_target');
			}
			refused(router.call('enable', { section: name }), 'unknown_target');
		});
});

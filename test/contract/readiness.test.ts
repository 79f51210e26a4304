import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Release } from '../router/release';
import type { RouterOptions } from '../router/router';
import { credentialText, HOME, house, KEPT, onSimulator, RADIO0, refused, small, TestRouter, wireless } from './target';

type Options = Record<string, string | string[]>;

/** A problem as the contract shows it; and with which error `start` answers while it stands. */
interface Row {
	code: string;
	what: string;
	router: () => TestRouter;
	option?: string;
	fix: string | null;
	seconds?: number;
	refusal: string | null;
	/** Other problems that come with it by nature. */
	also?: string[];
}

/** The first with scripts in ucode. */
const UCODE = { release: '25.12' } as const;

const FILE = { put: { '/etc/hostapd-wps-home.cred': credentialText(HOME.ssid, HOME.key) } };

const on = (home: Options, options: RouterOptions = {}) => small({ ...KEPT, ...home }, { ...FILE, ...options });

const withRadio = (radio: Record<string, string>) => small(KEPT, FILE, radio);

const unsuitable = (
	code: string,
	what: string,
	home: Options,
	option: string,
	also: string[] = [],
	release: Release = UCODE.release
): Row => ({
	code,
	what,
	// No key file where it would be useless.
	router: () => (option === 'encryption' ? small(home, { release }) : on(home)),
	option,
	fix: 'wireless',
	refusal: 'unsuitable_network',
	also
});

const ROWS: Row[] = [
	{
		code: 'no_daemon',
		what: 'no hostapd on disk',
		router: () => on({}, { installed: null }),
		fix: 'package',
		refusal: 'wps_not_supported',
		also: ['radio_failed']
	},
	{
		code: 'daemon_without_wps',
		what: 'a basic build',
		router: () => small({ wps_pushbutton: '0' }, { installed: 'basic' }),
		fix: 'package',
		refusal: 'wps_not_supported',
		also: ['wps_disabled']
	},
	{
		code: 'daemon_restart_needed',
		what: 'a basic build in memory, a full one on disk',
		router: () => small({ wps_pushbutton: '0' }, { running: 'basic' }),
		fix: null,
		refusal: 'wps_not_supported',
		also: ['wps_disabled']
	},
	{
		code: 'daemon_restart_needed',
		what: 'a full build in memory, a basic one on disk',
		router: () => on({ wps_pushbutton: '0' }, { installed: 'basic', running: 'full' }),
		fix: null,
		refusal: 'wps_not_supported',
		also: ['daemon_without_wps', 'wps_disabled']
	},
	{
		code: 'wps_disabled',
		what: 'no flag',
		router: () => on({ wps_pushbutton: '0' }),
		option: 'wps_pushbutton',
		fix: 'enable',
		refusal: 'wps_disabled'
	},
	{
		code: 'radio_disabled',
		what: 'radio switched off',
		router: () => withRadio({ disabled: '1' }),
		option: 'disabled',
		fix: 'wireless',
		refusal: 'not_on_air'
	},
	{
		code: 'radio_disabled',
		what: 'network switched off',
		router: () => on({ disabled: '1' }),
		option: 'disabled',
		fix: 'wireless',
		refusal: 'not_on_air'
	},
	{
		code: 'radio_down',
		what: 'the radio is starting',
		router: () => on({}, { booted: false }),
		fix: 'wait',
		refusal: 'not_on_air'
	},
	{
		code: 'not_on_air',
		what: 'hostapd refused the configuration, which netifd is not told',
		router: () => {
			const router = on({}, { installed: 'basic' });
			router.install('full');
			router.advance(60);
			return router;
		},
		fix: 'wait',
		refusal: 'not_on_air'
	},
	{
		code: 'radio_down',
		what: 'netifd is away',
		router: () => {
			const router = on({});
			router.bus.remove('network.wireless');
			return router;
		},
		fix: 'wait',
		refusal: 'not_on_air'
	},
	{
		code: 'radar_check',
		what: 'a radar channel listens for a minute',
		router: () => withRadio({ band: '5g', channel: '52' }),
		fix: 'wait',
		seconds: 60,
		refusal: 'not_on_air'
	},
	{
		code: 'radar_check',
		what: "a weather radar's channel listens for ten minutes",
		router: () => withRadio({ band: '5g', channel: '120' }),
		fix: 'wait',
		seconds: 600,
		refusal: 'not_on_air'
	},
	{
		code: 'not_on_air',
		what: 'the radio is up, hostapd has no object',
		router: () => {
			const router = on({});
			router.hostapd.bss('phy0-ap0')?.takeDown();
			router.advance(1);
			return router;
		},
		fix: 'wait',
		refusal: 'not_on_air'
	},
	{
		code: 'unsaved_changes',
		what: 'staged in a shell',
		router: () => {
			const router = on({});
			router.stage([{ command: 'set', section: 'home', option: 'ssid', value: 'x' }]);
			return router;
		},
		fix: 'wireless',
		refusal: 'busy'
	},
	{
		code: 'unsaved_changes',
		what: 'its deletion staged in a shell',
		router: () => {
			const router = on({});
			router.stage([{ command: 'remove', section: 'home', option: null, value: null }]);
			return router;
		},
		fix: 'wireless',
		refusal: 'busy'
	},
	{
		code: 'unsaved_changes',
		what: 'staged in somebody’s LuCI',
		router: () => {
			const router = on({});
			router.stage([{ command: 'set', section: 'home', option: 'ssid', value: 'x' }], router.login('root'));
			return router;
		},
		fix: 'wireless',
		refusal: 'busy'
	},
	{
		code: 'unsaved_changes',
		what: 'its radio’s settings staged',
		router: () => {
			const router = on({});
			router.stage([{ command: 'set', section: 'radio0', option: 'channel', value: '1' }]);
			return router;
		},
		fix: 'wireless',
		refusal: 'busy'
	},
	{
		code: 'unsaved_changes',
		what: 'committed and not applied',
		router: () => {
			const router = on({ wps_pushbutton: '0' });
			router.files.put('/etc/config/wireless', router.config.replace("pushbutton '0'", "pushbutton '1'"));
			return router;
		},
		fix: 'wireless',
		refusal: 'busy'
	},
	{
		code: 'unsaved_changes',
		what: 'another encryption committed and not applied',
		router: () => {
			const router = on({ encryption: 'psk-mixed' });
			router.files.put('/etc/config/wireless', router.config.replace("'psk-mixed'", "'psk2'"));
			return router;
		},
		fix: 'wireless',
		refusal: 'busy'
	},
	unsuitable('hidden_ssid', 'hidden', { hidden: '1' }, 'hidden'),
	unsuitable('open_network', 'no encryption', { encryption: 'none' }, 'encryption'),
	unsuitable('open_network', 'OWE', { encryption: 'owe' }, 'encryption'),
	unsuitable('wep', 'WEP', { encryption: 'wep-open' }, 'encryption', [], '24.10'),
	unsuitable('open_network', 'WEP, which the ucode scripts do not know', { encryption: 'wep-open' }, 'encryption'),
	unsuitable('tkip_only', 'WPA2 with TKIP alone', { encryption: 'psk2+tkip' }, 'encryption'),
	unsuitable('tkip_only', 'WPA1', { encryption: 'psk' }, 'encryption'),
	unsuitable('enterprise', 'WPA2-EAP', { encryption: 'wpa2+ccmp', auth_server: '192.168.1.5' }, 'encryption'),
	unsuitable('enterprise', 'WPA3-EAP', { encryption: 'wpa3', auth_server: '192.168.1.5' }, 'encryption'),
	unsuitable('wpa3_only', 'WPA3 alone', { encryption: 'sae' }, 'encryption'),
	unsuitable('ppsk', 'keys by RADIUS', { ppsk: '1' }, 'ppsk'),
	unsuitable(
		'mac_authentication',
		'a server that is asked who may come in',
		{ auth_server: '192.168.1.5' },
		'auth_server'
	),
	{
		code: 'band_6ghz',
		what: '6 GHz',
		router: () => withRadio({ band: '6g', channel: '37' }),
		option: 'band',
		fix: null,
		refusal: 'unsuitable_network'
	},
	{
		code: 'multi_ap_backhaul',
		what: 'a backhaul',
		router: () => on({ multi_ap: '1' }),
		option: 'multi_ap',
		fix: null,
		refusal: 'unsuitable_network'
	},
	{
		code: 'overlap',
		what: 'two devices asked',
		router: () => {
			const router = on({});
			router.press('one');
			router.press('two');
			router.advance(2);
			return router;
		},
		fix: 'wait',
		seconds: 120,
		refusal: 'overlap'
	},
	{
		code: 'window_open',
		what: 'our own window',
		router: () => {
			const router = on({});
			router.open();
			return router;
		},
		fix: 'wait',
		seconds: 120,
		refusal: 'already_open'
	},
	unsuitable('unknown_encryption', 'a name that no script knows', { encryption: 'mixed-psk' }, 'encryption'),
	{
		code: 'bad_key',
		what: 'a key that is too short',
		router: () => small({ key: 'short' }),
		option: 'key',
		fix: 'wireless',
		refusal: 'unsuitable_network'
	},
	{
		code: 'bad_key',
		what: 'no key',
		router: () => small({ key: [] }),
		option: 'key',
		fix: 'wireless',
		refusal: 'unsuitable_network'
	},
	{
		code: 'not_managed',
		what: "a radio of a vendor's",
		router: () => withRadio({ type: 'mt7628' }),
		option: 'type',
		fix: null,
		refusal: 'not_on_air'
	},
	{
		code: 'radio_stopped',
		what: 'wifi down',
		router: () => {
			const router = on({});
			router.bus.call('network.wireless', 'down');
			router.advance(5);
			return router;
		},
		fix: 'wireless',
		refusal: 'not_on_air'
	},
	{
		code: 'radio_failed',
		what: 'a value that the scripts refuse',
		router: () => on({ macfilter: 'radius' }, UCODE),
		option: 'macfilter',
		fix: 'wireless',
		refusal: 'not_on_air'
	},
	{
		code: 'radio_failed',
		what: 'another network on it that hostapd refuses',
		router: () => {
			const guest = { ...HOME, ssid: 'Guests', encryption: 'mixed-psk', wps_pushbutton: '0' };
			const config = wireless({ radio0: RADIO0, home: { ...HOME, ...KEPT }, guest });
			return new TestRouter({ config, ...FILE, ...UCODE });
		},
		option: 'encryption',
		fix: 'wireless',
		refusal: 'not_on_air'
	},
	{
		code: 'mac_allow_list',
		what: 'an allow list',
		router: () => on({ macfilter: 'allow', maclist: ['02:00:00:00:00:01'] }),
		option: 'macfilter',
		fix: 'wireless',
		refusal: null
	},
	{
		code: 'not_persistent',
		what: 'the stock key file',
		router: () => small(),
		option: 'hostapd_bss_options',
		fix: 'enable',
		refusal: null
	},
	{
		code: 'pin_exposed',
		what: 'a PIN of the router',
		router: () => on({ wps_pin: '12345670' }),
		option: 'wps_pin',
		fix: 'enable',
		refusal: null
	},
	{
		code: 'pin_exposed',
		what: 'the same under its new name',
		router: () => on({ ap_pin: '12345670' }, UCODE),
		option: 'ap_pin',
		fix: 'enable',
		refusal: null
	},
	{
		code: 'pin_exposed',
		what: 'the label method',
		router: () => on({ wps_label: '1' }),
		option: 'wps_label',
		fix: 'enable',
		refusal: null
	},
	{
		code: 'pin_exposed',
		what: 'external registrars',
		router: () => on({ ext_registrar: '1' }),
		option: 'ext_registrar',
		fix: 'enable',
		refusal: null
	},
	{
		code: 'pmf_required',
		what: 'management frames have to be protected',
		router: () => on({ ieee80211w: '2' }),
		option: 'ieee80211w',
		fix: 'wireless',
		refusal: null
	},
	{
		code: 'fast_roaming',
		what: '802.11r',
		router: () => on({ ieee80211r: '1' }),
		option: 'ieee80211r',
		fix: 'wireless',
		refusal: null
	}
];

describe('problems', () => {
	for (const { code, what, router: build, option = null, fix, seconds = null, refusal, also = [] } of ROWS)
		onSimulator(`${code}: ${what}; start ${refusal ? `answers ${refusal}` : 'is accepted'}`, () => {
			const router = build();
			const ap = router.ap();
			const found = ap.problems.find((problem: any) => problem.code === code);
			ok(found, `found ${JSON.stringify(ap.problems)}`);
			if (seconds !== null) ok(found.seconds > seconds - 5 && found.seconds <= seconds, String(found.seconds));
			deepEqual(
				{ ...found, seconds: null },
				{ code, severity: refusal ? 'error' : 'warning', option, fix, seconds: null, sections: ['home'] }
			);
			if (seconds === null) equal(found.seconds, null);
			deepEqual(
				ap.problems.map((problem: any) => problem.code).filter((other: string) => other !== code),
				also
			);
			equal(ap.ready, refusal === null);
			const opens = router.pbc.bind(router);
			const before = opens();
			if (refusal === null) equal(router.open({ section: 'home' }).state, 'waiting');
			else {
				refused(router.call('start', { section: 'home' }), refusal);
				equal(opens(), before);
			}
		});

	it('are all tried here', () => {
		const errors =
			'no_daemon daemon_without_wps daemon_restart_needed wps_disabled radio_disabled radio_down radar_check ' +
			'not_on_air unsaved_changes hidden_ssid open_network wep tkip_only enterprise wpa3_only band_6ghz ' +
			'multi_ap_backhaul ppsk overlap window_open unknown_encryption bad_key mac_authentication not_managed ' +
			'radio_stopped radio_failed';
		const warnings = 'mac_allow_list not_persistent pin_exposed fast_roaming pmf_required';
		const of = (refusing: boolean) =>
			[...new Set(ROWS.filter(row => (row.refusal !== null) === refusing).map(({ code }) => code))].sort();
		deepEqual(of(true), errors.split(' ').sort());
		deepEqual(of(false), warnings.split(' ').sort());
	});

	onSimulator('nothing at all: a WPA2 network with its key kept, and WPS on', () => {
		for (const encryption of ['psk2', 'psk2+ccmp', 'psk2+tkip+ccmp', 'psk-mixed', 'sae-mixed', 'sae-compat']) {
			const { problems, ready, keys } = on({ encryption }, UCODE).ap();
			deepEqual([problems, ready, keys], [[], true, 'shared'], encryption);
		}
	});

	onSimulator('shared_flag: several networks have WPS on; a warning on each of them alone', () => {
		const router = house();
		const shared = { code: 'shared_flag', severity: 'warning', option: 'wps_pushbutton', fix: 'wireless' };
		for (const section of ['home', 'home5'])
			deepEqual(
				router.ap(section).problems.find((problem: any) => problem.code === 'shared_flag'),
				{ ...shared, seconds: null, sections: [section] },
				section
			);
		equal(router.problems('guest').includes('shared_flag'), false);
		equal(on({}).problems().includes('shared_flag'), false);
		// A network that is off answers to no button.
		router.setOptions('home5', { disabled: '1' });
		router.advance(10);
		equal(router.problems('home').includes('shared_flag'), false);
	});

	onSimulator("not_persistent: mended by enable, also beside the owner's wifi-station sections", () => {
		const router = new TestRouter({
			config: wireless({
				radio0: RADIO0,
				home: HOME,
				lamp: { iface: 'home', mac: '02:00:00:00:00:01', key: 'a key of its own' }
			})
		});
		deepEqual(
			router.ap().problems.map((problem: any) => [problem.code, problem.option, problem.fix]),
			[['not_persistent', 'hostapd_bss_options', 'enable']]
		);
	});

	onSimulator('unsaved_changes: not when somebody changes another section, or another configuration', () => {
		const router = house();
		router.stage([{ command: 'set', section: 'home5', option: 'ssid', value: 'x' }]);
		router.stage([{ command: 'set', section: 'radio1', option: 'channel', value: '40' }], router.login('root'));
		router.files.put('/tmp/.uci/network', "network.home.ipaddr='192.168.2.1'\n");
		equal(router.problems('home').includes('unsaved_changes'), false);
		equal(router.problems('home5').includes('unsaved_changes'), true);
		equal(router.open({ section: 'home' }).state, 'waiting');
	});

	onSimulator('radar_check: counts down, and is over with the check', () => {
		const router = small({}, {}, { band: '5g', channel: '52' });
		const left = () => router.ap().problems.find((problem: any) => problem.code === 'radar_check')?.seconds;
		const first = left();
		router.advance(20);
		ok(Math.abs(left() - (first - 20)) <= 1, String(left()));
		router.advance(60);
		equal(left(), undefined);
		equal(router.ap().ready, true);
	});

	onSimulator('radar_check: not on a channel without radar, nor on 2.4 GHz', () => {
		for (const [band, channel] of [
			['2g', '6'],
			['2g', 'auto'],
			['5g', '36'],
			['5g', '149']
		] as const) {
			const router = small({}, {}, { band, channel });
			router.hostapd.bss('phy0-ap0')?.takeDown();
			router.advance(1);
			equal(router.problems().includes('radar_check'), false, channel);
			equal(router.problems().includes('not_on_air'), true, channel);
		}
	});

	onSimulator('overlap: gone after two minutes, and only there where the devices were heard', () => {
		const router = house();
		router.open({ section: 'home' });
		router.press('one');
		router.press('two');
		router.reach('overlap');
		equal(router.problems('home').includes('overlap'), true);
		router.advance(60);
		const found = router.ap('home').problems.find((problem: any) => problem.code === 'overlap');
		ok(found.seconds > 50 && found.seconds <= 60, String(found.seconds));
		for (const device of router.devices.values()) device.leave();
		router.advance(61);
		equal(router.problems('home').includes('overlap'), false);
		router.advance(60);
		equal(router.open({ section: 'home' }).state, 'waiting');
	});

	onSimulator('window_open: says how long until the walk time is over, null when the start was not seen', () => {
		const router = small();
		router.open();
		router.advance(30);
		const left = () => router.ap().problems.find((problem: any) => problem.code === 'window_open')?.seconds;
		equal(left(), 90);
		router.cancel();
		equal(left(), undefined);
		router.pressStockButton();
		equal(left(), null);
	});
});

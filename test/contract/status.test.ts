import { deepEqual, equal, ok } from 'node:assert/strict';
import type { RouterOptions } from '../router/router';
import {
	accepted,
	HOME,
	house,
	onSimulator,
	RADIO0,
	RADIO1,
	safeOnRouter,
	small,
	TestRouter,
	wireless
} from './target';

const AP_FIELDS = ['ifname', 'section', 'radio', 'bssid', 'band', 'channel', 'enabled', 'ready', 'on_air', 'problems'];

const NETWORK_FIELDS = [
	'ssid',
	'sections',
	'bands',
	'enabled',
	'ready',
	'keys',
	'problems',
	'session',
	'job',
	'access_points'
];

function isOf(value: unknown, ...types: string[]): void {
	ok(types.includes(value === null ? 'null' : typeof value), `${JSON.stringify(value)} is no ${types.join(' or ')}`);
}

function checkProblems(problems: any[]): void {
	for (const problem of problems) {
		deepEqual(Object.keys(problem).sort(), ['code', 'fix', 'option', 'seconds', 'sections', 'severity']);
		ok(['error', 'warning'].includes(problem.severity));
		ok(['enable', 'wireless', 'package', 'wait', null].includes(problem.fix));
		isOf(problem.option, 'string', 'null');
		ok(problem.seconds === null || Number.isInteger(problem.seconds));
		ok(problem.sections.length > 0);
	}
}

describe('status', () => {
	safeOnRouter('answers the whole picture, each field with its type, and no field beside them', target => {
		const status = accepted(target.call('status'));
		deepEqual(Object.keys(status).sort(), [
			'button',
			'daemon',
			'guard',
			'house',
			'light',
			'networks',
			'now',
			'supported'
		]);
		isOf(status.supported, 'boolean');
		ok(Number.isInteger(status.now));
		const { daemon } = status;
		deepEqual(Object.keys(daemon).sort(), [
			'installed_has_wps',
			'package',
			'package_manager',
			'pin_available',
			'remedy',
			'running_has_wps'
		]);
		isOf(daemon.package, 'string', 'null');
		isOf(daemon.installed_has_wps, 'boolean', 'null');
		isOf(daemon.running_has_wps, 'boolean', 'null');
		isOf(daemon.pin_available, 'boolean');
		ok(['opkg', 'apk', null].includes(daemon.package_manager));
		ok(daemon.remedy === null || daemon.remedy.every((command: unknown) => typeof command === 'string'));
		ok(Array.isArray(status.networks));
		for (const network of status.networks) {
			deepEqual(Object.keys(network).sort(), [...NETWORK_FIELDS].sort());
			isOf(network.ssid, 'string');
			ok(network.sections.every((section: unknown) => typeof section === 'string'));
			ok(network.bands.every((band: unknown) => ['2g', '5g', '6g'].includes(String(band))));
			for (const field of ['enabled', 'ready']) isOf(network[field], 'boolean');
			ok(['own', 'shared', 'lost'].includes(network.keys));
			checkProblems(network.problems);
			equal(
				network.ready,
				network.access_points.some((ap: any) => ap.ready)
			);
			for (const ap of network.access_points) {
				deepEqual(Object.keys(ap).sort(), [...AP_FIELDS].sort());
				isOf(ap.ifname, 'string', 'null');
				for (const field of ['section', 'radio']) isOf(ap[field], 'string');
				ok(ap.bssid === null || /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/.test(ap.bssid));
				ok(['2g', '5g', '6g', null].includes(ap.band));
				ok(ap.channel === null || Number.isInteger(ap.channel));
				for (const field of ['enabled', 'ready', 'on_air']) isOf(ap[field], 'boolean');
				checkProblems(ap.problems);
				equal(
					ap.ready,
					ap.problems.every((problem: any) => problem.severity === 'warning')
				);
			}
		}
	});

	onSimulator('describes each access point as it is', () => {
		const router = house();
		deepEqual(
			router.aps.map(({ problems: _problems, ...rest }: any) => rest),
			[
				['phy0-ap0', 'home', 'radio0', 'Home', '02:00:00:00:00:00', '2g', 6, true, true],
				['phy0-ap1', 'guest', 'radio0', 'Guests', '42:00:00:00:00:00', '2g', 6, false, false],
				['phy1-ap0', 'home5', 'radio1', 'Home5', '02:00:00:00:01:00', '5g', 36, true, true]
			].map(([ifname, section, radio, ssid, bssid, band, channel, enabled, ready]) => ({
				ifname,
				section,
				radio,
				ssid,
				bssid,
				band,
				channel,
				enabled,
				ready,
				on_air: true,
				keys: 'lost',
				session: null,
				job: null
			}))
		);
	});

	onSimulator("orders by radio, then by place in the configuration, whatever netifd's order is", () => {
		const router = new TestRouter({
			config: wireless({
				late: { ...HOME, device: 'radio1', ssid: 'late' },
				early: { ...HOME, ssid: 'early' },
				radio0: RADIO0,
				radio1: RADIO1,
				zulu: { ...HOME, ssid: 'zulu' },
				alpha: { ...HOME, ssid: 'alpha' }
			})
		});
		deepEqual(
			router.aps.map((ap: any) => ap.section),
			['early', 'zulu', 'alpha', 'late']
		);
	});

	onSimulator('lists access points alone: no client, mesh or monitor interface', () => {
		const router = new TestRouter({
			config: wireless({
				radio0: RADIO0,
				home: HOME,
				uplink: { ...HOME, mode: 'sta' },
				mesh: { ...HOME, mode: 'mesh' }
			})
		});
		deepEqual(
			router.aps.map((ap: any) => ap.section),
			['home']
		);
	});

	onSimulator('lists an access point that is not on the air too, without ifname where it has none', () => {
		const off: [string, TestRouter][] = [
			['disabled network', small({ disabled: '1' })],
			['disabled radio', small({}, {}, { disabled: '1' })],
			['starting radio', small({}, { booted: false })]
		];
		for (const [what, router] of off) {
			const { ifname, bssid, ready, channel, band } = router.ap();
			deepEqual([ifname, bssid, ready, channel, band], [null, null, false, 6, '2g'], what);
		}
		const dfs = small({}, {}, { band: '5g', channel: '52' });
		equal(dfs.ap().ifname, 'phy0-ap0');
		equal(dfs.ap().bssid, null);
	});

	onSimulator('knows the names of 22.03 and those since', () => {
		const names = (options: RouterOptions) => house(options).aps.map((ap: any) => ap.ifname);
		deepEqual(names({ naming: 'wlan', packageManager: 'opkg' }), ['wlan0', 'wlan0-1', 'wlan1']);
		deepEqual(names({ naming: 'phy', packageManager: 'apk' }), ['phy0-ap0', 'phy0-ap1', 'phy1-ap0']);
		const old = house({ naming: 'wlan', packageManager: 'opkg' });
		equal(old.open({ ifname: 'wlan1' }).network, 'Home5');
	});

	onSimulator(
		'takes the channel from the air where the configuration says auto, and null where neither tells',
		() => {
			const auto = small({}, {}, { channel: 'auto', band: '5g' });
			equal(auto.ap().channel, 36);
			equal(small({}, {}, { channel: 'auto', disabled: '1' }).ap().channel, null);
		}
	);

	onSimulator('shows a multi-link network once, and a section on two radios twice', () => {
		const on = (options: Record<string, string>) =>
			new TestRouter({
				config: wireless({
					radio0: RADIO0,
					radio1: RADIO1,
					both: { ...HOME, encryption: 'sae-mixed', ...options, device: ['radio0', 'radio1'] }
				})
			});
		const shown = (router: TestRouter) => router.aps.map((ap: any) => [ap.ifname, ap.section, ap.radio]);
		deepEqual(shown(on({ mlo: '1' })), [['ap-mld0', 'both', 'radio0']]);
		deepEqual(shown(on({})), [
			['phy0-ap0', 'both', 'radio0'],
			['phy1-ap0', 'both', 'radio1']
		]);
		deepEqual(on({ mlo: '1' }).open().ifnames, ['ap-mld0']);
		deepEqual(on({}).open({ ifname: 'phy1-ap0' }).ifnames, ['phy1-ap0']);
	});

	onSimulator("tells the time by the router's clock", () => {
		const router = small();
		router.clock.setEpoch(1_800_000_000);
		ok(Math.abs(router.status().now - 1_800_000_000) <= 1);
	});

	onSimulator('shows the session of each access point: open, or the last one, never that of another', () => {
		const router = house();
		router.open({ section: 'home' });
		deepEqual([router.ap('home').session.state, router.ap('home5').session], ['waiting', null]);
		router.cancel();
		router.open({ section: 'home5' });
		deepEqual([router.ap('home').session.state, router.ap('home5').session.state], ['cancelled', 'waiting']);
	});

	describe('daemon', () => {
		const FULL_OPKG =
			'mkdir -p /tmp/wpad && cd /tmp && opkg update && opkg --cache /tmp/wpad download hostapd-common NEW && opkg remove OLD && opkg --cache /tmp/wpad install NEW && reboot';
		const FULL_APK = "apk update && apk --cache-predownload add NEW '!OLD' && apk del OLD && reboot";
		const opkg = (old: string, full: string) => [FULL_OPKG.replaceAll('OLD', old).replaceAll('NEW', full)];
		const apk = (old: string, full: string) => [FULL_APK.replaceAll('OLD', old).replaceAll('NEW', full)];

		const cases: [string, RouterOptions, object][] = [
			['full on disk and running', {}, { supported: true, installed: true, running: true, remedy: null }],
			[
				'basic on disk and running, apk',
				{ installed: 'basic', packageManager: 'apk' },
				{
					supported: false,
					installed: false,
					running: false,
					remedy: apk('wpad-basic-mbedtls', 'wpad-mbedtls')
				}
			],
			[
				'basic on disk and running, opkg, another TLS library',
				{ installed: 'basic', packageManager: 'opkg', package: 'wpad-basic-wolfssl' },
				{
					supported: false,
					installed: false,
					running: false,
					remedy: opkg('wpad-basic-wolfssl', 'wpad-wolfssl')
				}
			],
			[
				'full on disk, basic still running',
				{ installed: 'full', running: 'basic' },
				{ supported: false, installed: true, running: false, remedy: ['service wpad restart', 'wifi'] }
			],
			[
				'basic on disk, full still running',
				{ installed: 'basic', running: 'full', packageManager: 'apk' },
				{
					supported: true,
					installed: false,
					running: true,
					remedy: apk('wpad-basic-mbedtls', 'wpad-mbedtls')
				}
			],
			[
				'none on disk',
				{ installed: null, packageManager: 'apk' },
				{
					supported: false,
					installed: false,
					running: null,
					remedy: ['apk update && apk --cache-predownload add wpad-mbedtls && reboot']
				}
			],
			[
				'no package manager known',
				{ installed: 'basic', packageManager: null },
				{ supported: false, installed: false, running: false, remedy: null }
			]
		];
		for (const [what, options, expected] of cases)
			onSimulator(`says what is installed and what runs: ${what}`, () => {
				// Without the flag: a build that does not know it takes the radio down.
				const { supported, daemon } = small({ wps_pushbutton: '0' }, options).status();
				deepEqual(
					{
						supported,
						installed: daemon.installed_has_wps,
						running: daemon.running_has_wps,
						remedy: daemon.remedy
					},
					expected
				);
			});

		onSimulator('knows nothing of a daemon that is killed', () => {
			const router = small();
			router.hostapd.kill();
			const { supported, daemon } = router.status();
			deepEqual([supported, daemon.installed_has_wps, daemon.running_has_wps], [false, true, null]);
		});

		onSimulator('names the package, the package manager, and whether hostapd_cli is there', () => {
			const of = (options: RouterOptions) => {
				const { daemon } = small({}, options).status();
				return [daemon.package, daemon.package_manager, daemon.pin_available];
			};
			deepEqual(of({ packageManager: 'apk' }), ['wpad-mbedtls', 'apk', true]);
			deepEqual(of({ packageManager: 'opkg', package: 'wpad-openssl', pin: false }), [
				'wpad-openssl',
				'opkg',
				false
			]);
			deepEqual(of({ packageManager: 'opkg', package: 'wpad-mesh-wolfssl' }), [
				'wpad-mesh-wolfssl',
				'opkg',
				true
			]);
			deepEqual(of({ packageManager: null }), [null, null, true]);
			deepEqual(of({ installed: null, packageManager: 'apk' }), [null, 'apk', true]);
		});

		onSimulator('notices a package swap while it runs', () => {
			const router = small({ wps_pushbutton: '0' }, { installed: 'basic' });
			equal(router.status().daemon.installed_has_wps, false);
			router.install('full');
			deepEqual(router.status().daemon.remedy, ['service wpad restart', 'wifi']);
			router.hostapd.restart();
			router.advance(20);
			const { supported, daemon } = router.status();
			deepEqual([supported, daemon.remedy], [true, null]);
		});

		onSimulator('never runs the remedy', () => {
			const router = small({ wps_pushbutton: '0' }, { installed: 'basic' });
			router.status();
			deepEqual(
				router.programs.filter(([name]) => name !== '/usr/sbin/hostapd'),
				[]
			);
		});
	});
});

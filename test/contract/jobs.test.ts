import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { Message } from '../router/bus';
import type { Job } from '../../src/contract/job';
import {
	checkOnAir,
	checkWhole,
	CREDENTIAL,
	enabled,
	failing,
	finished,
	jobOf,
	LINES,
	meaning,
	optionsOf,
	plain,
	refusing,
	running
} from './switching';
import { accepted, HOME, onSimulator, refused, TestRouter } from './target';

const { wps_pushbutton: _off, ...WITHOUT } = HOME;

/** What `plain()` writes for its first network. */
const OFF = { ...WITHOUT, wps_device_name: 'Attic' };
const ON = { ...OFF, wps_pushbutton: '1', hostapd_bss_options: LINES };

/** netifd hears of a reload, and takes its time. */
function slowReload(router: TestRouter, seconds: number): void {
	router.bus.remove('network');
	router.bus.publish('network', {
		reload: () => {
			if (Number.isFinite(seconds)) router.clock.after(seconds * 1000, () => router.netifd.reload());
			return { code: 0 };
		}
	});
}

/** Effects of the handler on files and on the rest of the router, but for reading and its state in RAM. */
function changes(router: TestRouter): string[] {
	return router.rpcd.steps.filter(
		step => /^(write|rename|unlink|chmod|chown|mkdir|uci) /.test(step) && !step.includes('/var/run/luci-wps.json')
	);
}

describe('jobs', () => {
	describe('enable', () => {
		onSimulator('writes WPS and the credential, and is done when the access point is back with both', () => {
			const router = plain();
			let whenDone: unknown = null;
			router.bus.listen('luci.wps', (_type, { type, job }) => {
				const bss = router.hostapd.bss('phy0-ap0');
				whenDone = [type, (job as Message)['state'], bss?.onAir, !!bss?.registrar, bss?.config.raw];
			});
			const { job } = accepted(router.call('enable', { section: 'home' }));
			deepEqual(
				{ ...job, id: typeof job.id },
				{
					id: 'string',
					network: 'Home',
					sections: ['home'],
					kind: 'enable',
					state: 'running',
					code: null,
					started: router.clock.epoch(),
					ended: null
				}
			);
			deepEqual(jobOf(router), job);
			deepEqual([router.ap().ready, router.ap('home5').job], [false, null]);
			ok(router.until(() => whenDone !== null, 30));
			deepEqual(whenDone, ['enabled', 'done', true, true, LINES]);
			deepEqual(jobOf(router), { ...job, state: 'done', ended: router.clock.epoch() });
			deepEqual(optionsOf(router.files), ON);
			checkWhole(router.files);
			const { enabled: wps, keys, ready } = router.ap();
			deepEqual([wps, keys, ready], [true, 'shared', true]);
		});

		onSimulator('puts the credential in place of the key file of the first version', () => {
			const former = { wps_pushbutton: '1', wpa_psk_file: '/etc/hostapd-wps-home.psk' };
			const router = plain(former, {
				put: { '/etc/hostapd-wps-home.psk': `wps=1 00:00:00:00:00:00 ${HOME.key}\n` }
			});
			equal(router.ap().keys, 'shared');
			equal(finished(router, 'enable').state, 'done');
			deepEqual(optionsOf(router.files), ON);
			equal(router.files.text('/etc/hostapd-wps-home.psk'), null);
			checkWhole(router.files);
		});

		onSimulator("leaves the owner's lines for hostapd where they are, in order", () => {
			const own = ['dtim_period=3', 'uuid=87654321-9abc-def0-1234-56789abcdef0', 'max_num_sta=9'];
			const router = plain({ hostapd_bss_options: own });
			finished(router, 'enable');
			deepEqual(optionsOf(router.files)['hostapd_bss_options'], [...own, ...LINES]);
			finished(router, 'disable');
			deepEqual(optionsOf(router.files)['hostapd_bss_options'], own);
		});

		onSimulator('takes every way to use a PIN of the router away', () => {
			const exposing = { wps_pin: '12345670', ap_pin: '12345670', wps_label: '1', ext_registrar: '1' };
			const router = plain(exposing);
			ok(router.problems().includes('pin_exposed'));
			equal(finished(router, 'enable').state, 'done');
			deepEqual(optionsOf(router.files), ON);
			equal(router.problems().includes('pin_exposed'), false);
		});

		for (const [name, home] of [
			['off', {}],
			['on already', { wps_pushbutton: '1' }]
		] as const)
			onSimulator(`waits for a slow netifd where WPS was ${name}`, () => {
				const router = plain(home);
				slowReload(router, 12);
				accepted(router.call('enable', { section: 'home' }));
				router.advance(12);
				equal(jobOf(router).state, 'running');
				router.advance(6);
				equal(jobOf(router).state, 'done');
			});

		onSimulator('is done at once where the network is not on the air', () => {
			const router = plain({ disabled: '1' });
			const { job } = accepted(router.call('enable', { section: 'home' }));
			deepEqual([job.state, optionsOf(router.files)], ['done', { ...ON, disabled: '1' }]);
		});

		onSimulator('twice is as good as once', () => {
			const router = enabled();
			const before = meaning(router.files);
			equal(finished(router, 'enable').state, 'done');
			deepEqual(meaning(router.files), before);
			checkWhole(router.files);
		});
	});

	describe('disable', () => {
		onSimulator('removes exactly what enable wrote', () => {
			const router = plain({ uuid: '87654321-9abc-def0-1234-56789abcdef0' });
			const before = meaning(router.files);
			finished(router, 'enable');
			const job = finished(router, 'disable');
			deepEqual([job.kind, job.state, job.code], ['disable', 'done', null]);
			deepEqual(meaning(router.files), before);
			checkWhole(router.files);
			checkOnAir(router);
			equal(router.ap().enabled, false);
		});

		onSimulator("leaves the owner's own key file alone", () => {
			const router = plain({ wpa_psk_file: '/etc/mine.psk', wps_pushbutton: '1' });
			router.files.put('/etc/mine.psk', '');
			equal(finished(router, 'disable').state, 'done');
			deepEqual(optionsOf(router.files), { ...OFF, wpa_psk_file: '/etc/mine.psk' });
			equal(router.files.text('/etc/mine.psk'), '');
		});

		onSimulator('works where the daemon has no WPS any more: before a downgrade, or after', () => {
			const router = enabled();
			router.install('basic');
			equal(finished(router, 'disable').state, 'done');
			const late = enabled();
			late.install('basic');
			late.hostapd.restart();
			late.advance(10);
			equal(late.hostapd.bss('phy0-ap0')?.onAir ?? false, false);
			equal(finished(late, 'disable').state, 'done');
			deepEqual(optionsOf(late.files), OFF);
			late.advance(10);
			equal(late.hostapd.bss('phy0-ap0')?.onAir, true);
		});
	});

	describe('check first, and write nothing where', () => {
		const cases: [name: string, code: string, make: () => TestRouter, args?: Message, method?: string][] = [
			['there is no section', 'invalid_argument', plain, {}],
			['the section is empty', 'invalid_argument', plain, { section: '' }],
			['the section is unknown', 'unknown_target', plain, { section: 'attic' }],
			['the section is a radio', 'unknown_target', plain, { section: 'radio0' }],
			['the section to disable is unknown', 'unknown_target', plain, { section: 'attic' }, 'disable'],
			['the daemon has no WPS', 'wps_not_supported', () => plain({}, { installed: 'basic' })],
			['there is no daemon', 'wps_not_supported', () => plain({}, { installed: null })],
			[
				'the daemon on disk has no WPS',
				'wps_not_supported',
				() => plain({}, { installed: 'basic', running: 'full' })
			],
			[
				'the running daemon has no WPS yet',
				'wps_not_supported',
				() => plain({}, { installed: 'full', running: 'basic' })
			],
			...(
				[
					['open', { encryption: 'none' }],
					['OWE', { encryption: 'owe' }],
					['WEP', { encryption: 'wep' }],
					['WPA1', { encryption: 'psk' }],
					['TKIP alone', { encryption: 'psk2+tkip' }],
					['enterprise', { encryption: 'wpa2' }],
					['WPA3 only', { encryption: 'sae' }],
					['hidden', { hidden: '1' }],
					['PPSK', { ppsk: '1' }],
					['a backhaul', { multi_ap: '1' }]
				] as const
			).map(([name, home]): [string, string, () => TestRouter] => [
				`the network is ${name}`,
				'unsuitable_network',
				() => plain(home)
			]),
			['somebody has staged changes in a shell', 'busy', () => staged('home')],
			['somebody has staged changes in LuCI', 'busy', () => staged('home', 'abc')],
			['somebody has staged changes of the radio', 'busy', () => staged('radio0')],
			['the same goes for disable', 'busy', () => staged('home'), { section: 'home' }, 'disable'],
			['a window is open on this network', 'already_open', () => open('home')],
			['a window is open on another network', 'already_open', () => open('home5')],
			[
				'a window is open and disable is asked',
				'already_open',
				() => open('home'),
				{ section: 'home' },
				'disable'
			],
			[
				'a job runs',
				'busy',
				() => {
					const router = plain();
					accepted(router.call('enable', { section: 'home5' }));
					return router;
				}
			],
			['netifd does not answer', 'timeout', silent]
		];

		function staged(section: string, sid?: string): TestRouter {
			const router = plain();
			router.stage([{ command: 'set', section, option: 'country', value: 'DE' }], sid);
			return router;
		}

		function open(section: string): TestRouter {
			const router = plain({ wps_pushbutton: '1' });
			router.setOptions('home5', { wps_pushbutton: '1' });
			router.advance(5);
			router.open({ section });
			return router;
		}

		function silent(): TestRouter {
			const router = plain();
			router.bus.remove('network.wireless');
			router.bus.publish('network.wireless', { status: () => {} });
			return router;
		}

		for (const [name, code, make, args = { section: 'home' }, method = 'enable'] of cases)
			onSimulator(`${name}: ${code}`, () => {
				const router = make();
				const before = [router.config, router.files.paths('/etc'), changes(router).length];
				const reloads = () => router.bus.calls.filter(call => call.object === 'network').length;
				const reloaded = reloads();
				refused(router.call(method, args), code);
				deepEqual([router.config, router.files.paths('/etc'), changes(router).length], before);
				equal(reloads(), reloaded);
			});

		onSimulator('but not where somebody has staged changes of another network, which stay as they are', () => {
			const router = plain();
			router.stage([{ command: 'set', section: 'home5', option: 'ssid', value: 'Staged' }]);
			const before = router.files.text('/tmp/.uci/wireless');
			equal(finished(router, 'enable').state, 'done');
			deepEqual(optionsOf(router.files), ON);
			equal(optionsOf(router.files, 'home5')['ssid'], 'Home5');
			equal(router.files.text('/tmp/.uci/wireless'), before);
		});

		onSimulator('a start is busy while a job runs', () => {
			const router = plain({ wps_pushbutton: '1' });
			accepted(router.call('enable', { section: 'home5' }));
			refused(router.call('start', { section: 'home' }), 'busy');
			router.until(() => !running(router));
			router.open({ section: 'home' });
		});
	});

	describe('put the former configuration back', () => {
		/** hostapd dies of each configuration with WPS, and procd starts it again. */
		function dying(router: TestRouter): void {
			const { hostapd } = router;
			const real = hostapd.configSet.bind(hostapd);
			hostapd.configSet = (phy, config) => {
				if (!config?.bss.some(bss => bss.wps)) return real(phy, config);
				hostapd.restart();
				return false;
			};
		}

		for (const [name, spoil] of [
			['hostapd refuses the new one', router => refusing(router, 'wps')],
			['netifd never takes it over', router => slowReload(router, Infinity)],
			['netifd is not there', router => router.bus.remove('network')],
			['hostapd can not read the credential', router => router.files.failNext('chown', `${CREDENTIAL}.new`)],
			['hostapd dies of it', dying]
		] as [string, (router: TestRouter) => void][])
			onSimulator(`when ${name}`, () => {
				const router = plain({ ext_registrar: '1', wps_label: '0' });
				const before = meaning(router.files);
				spoil(router);
				const { job } = accepted(router.call('enable', { section: 'home' }));
				router.advance(29);
				equal(running(router), true);
				router.advance(4);
				deepEqual(meaning(router.files), before);
				checkWhole(router.files);
				ok(router.until(() => !running(router), 32));
				const { state, code } = JSON.parse(router.files.text('/var/run/luci-wps.json') ?? '').tasks[0]
					.job as Job;
				deepEqual([job.state, state, code], ['running', 'reverted', 'not_back']);
				router.advance(15);
				checkOnAir(router);
				equal(router.ap().enabled, false);
				equal(jobOf(router).state, 'reverted');
			});

		onSimulator('with the credential, when disable fails', () => {
			const router = enabled();
			const before = meaning(router.files);
			const { hostapd } = router;
			const real = hostapd.configSet.bind(hostapd);
			hostapd.configSet = (phy, config) =>
				config && !config.bss.some(bss => bss.wps) ? (real(phy, null), false) : real(phy, config);
			accepted(router.call('disable', { section: 'home' }));
			router.advance(5);
			router.status();
			ok(running(router));
			// The flash may be full when it is needed again.
			ok(router.files.has(CREDENTIAL));
			router.until(() => !running(router), 70);
			equal(jobOf(router).state, 'reverted');
			deepEqual(meaning(router.files), before);
			checkWhole(router.files);
			checkOnAir(router);
		});

		onSimulator('but for a PIN of the router, which nothing of ours may keep', () => {
			const router = plain({ wps_pin: '12345670', wps_label: '1' });
			slowReload(router, Infinity);
			equal(finished(router, 'enable').state, 'reverted');
			deepEqual(optionsOf(router.files), { ...OFF, wps_label: '1' });
		});
	});

	describe('fail, with nothing changed,', () => {
		for (const [name, spoil, code] of [
			['on a read-only file system', router => (router.files.readOnly = ['/etc']), 'key_file'],
			['on a full disk', router => (router.files.space = 0), 'key_file'],
			['on a disk with room for the credential alone', router => (router.files.space = 300), 'configuration']
		] as [string, (router: TestRouter) => void, string][])
			onSimulator(name, () => {
				const router = plain();
				const before = router.config;
				spoil(router);
				const { job } = accepted(router.call('enable', { section: 'home' }));
				deepEqual([job.state, job.code, job.ended], ['failed', code, router.clock.epoch()]);
				deepEqual([router.config, router.files.paths('/etc').includes(CREDENTIAL)], [before, false]);
				deepEqual(
					router.handlerEvents.map(({ type, job: told }) => [type, (told as Message)['state']]),
					[['job_failed', 'failed']]
				);
				equal(router.ap().enabled, false);
			});
	});

	describe('tell', () => {
		onSimulator('each end as an event and a line, with who asked', async () => {
			const router = plain();
			const sid = router.login('root');
			equal((await router.post(sid, 'enable', { section: 'home' })).code, 0);
			router.until(() => !running(router));
			finished(router, 'disable');
			deepEqual(
				router.handlerEvents.map(({ type, job }) => [type, (job as Message)['state']]),
				[
					['enabled', 'done'],
					['disabled', 'done']
				]
			);
			deepEqual(router.handlerEvents.at(-1)?.['job'], jobOf(router));
			deepEqual(
				router.lines.map(line => line.slice(line.indexOf('luci.wps: '))),
				[
					'luci.wps: enable WPS on "Home", by root',
					'luci.wps: enable WPS on "Home": done',
					'luci.wps: disable WPS on "Home", by root',
					'luci.wps: disable WPS on "Home": done'
				]
			);
		});

		onSimulator('a login that may only look that it may not', async () => {
			const router = plain();
			equal((await router.post(router.login('reader'), 'enable', { section: 'home' })).code, -32002);
			deepEqual(optionsOf(router.files), OFF);
		});
	});

	/** Numbers (from 1) of the steps worth a look: a job that waits does the same again and again. */
	function turningPoints(steps: string[]): number[] {
		const seen = new Map<string, number>();
		return steps.flatMap((step, index) => {
			seen.set(step, (seen.get(step) ?? 0) + 1);
			return (seen.get(step) ?? 0) <= 3 ? [index + 1] : [];
		});
	}

	/** A job from its start; its configurations before and after. */
	const JOBS: [
		name: string,
		make: () => TestRouter,
		method: 'enable' | 'disable',
		spoil?: (router: TestRouter) => void
	][] = [
		['enable', plain, 'enable'],
		['disable', enabled, 'disable'],
		['enable that is reverted', plain, 'enable', router => refusing(router, 'wps')]
	];

	for (const [name, make, method, spoil = () => {}] of JOBS) {
		/** A job from its call to its end, undisturbed. */
		const begin = (prepare: (router: TestRouter) => void): TestRouter => {
			const router = make();
			router.mayCrash = true;
			spoil(router);
			prepare(router);
			router.send(method, { section: 'home' });
			router.until(() => !router.rpcd.running, 34);
			return router;
		};

		describe(`${name}, whatever happens in the middle:`, function () {
			this.timeout(120_000);
			let states: ReturnType<typeof meaning>[];
			let steps: string[];
			before(() => {
				const router = make();
				const old = meaning(router.files);
				const first = router.rpcd.steps.length;
				spoil(router);
				router.send(method, { section: 'home' });
				router.advance(2);
				states = [old, meaning(router.files)];
				router.until(() => !running(router), 60);
				router.advance(5);
				steps = router.rpcd.steps.slice(first);
				ok(JSON.stringify(states[0]) !== JSON.stringify(states[1]));
			});

			const isOneOf = (found: ReturnType<typeof meaning>, where: string): number => {
				const index = states.findIndex(
					state => JSON.stringify(sorted(state)) === JSON.stringify(sorted(found))
				);
				ok(index >= 0, `${where}: ${JSON.stringify(found)}`);
				return index;
			};

			onSimulator('rpcd killed before any effect, and started again', () => {
				for (const step of [...turningPoints(steps), steps.length + 1]) {
					const where = `before step ${step}, ${steps[step - 1]}`;
					const router = begin(({ rpcd }) => rpcd.kill(step));
					isOneOf(meaning(router.files), where);
					router.rpcd.spare();
					router.rpcd.start();
					router.advance(40);
					const state = isOneOf(meaning(router.files), where);
					const { enabled: wps, keys, job } = router.ap();
					const on = optionsOf(router.files);
					deepEqual(
						[wps, keys],
						[on['wps_pushbutton'] === '1', 'hostapd_bss_options' in on ? 'shared' : 'lost'],
						where
					);
					const kept = job && job.id.endsWith(method === 'enable' && make === plain ? '-1' : '-2');
					const wanted = kept ? { done: 1, reverted: 0, failed: 0 }[String(job.state)] : 0;
					equal(state, wanted, `${where}: ${JSON.stringify(job)}`);
					if (!name.includes('reverted')) equal(job?.state ?? 'done', 'done', where);
					checkWhole(router.files);
					checkOnAir(router);
				}
			});

			onSimulator('the power is cut before any effect', () => {
				const met = new Set<number>();
				for (const step of turningPoints(steps)) {
					const where = `before step ${step}, ${steps[step - 1]}`;
					const router = begin(({ rpcd }) => rpcd.kill(step));
					const next = new TestRouter({ flash: router.files });
					const state = isOneOf(meaning(next.files), where);
					met.add(state);
					const { enabled: wps, keys, job } = next.ap();
					const on = optionsOf(next.files);
					deepEqual(
						[wps, keys, job],
						[on['wps_pushbutton'] === '1', 'hostapd_bss_options' in on ? 'shared' : 'lost', null],
						where
					);
					checkWhole(next.files);
					checkOnAir(next);
				}
				equal(met.size, 2);
			});

			onSimulator(
				'any system call fails',
				() => {
					const folders = ['/etc/', '/var/run/luci-wps'];
					let seen: string[] = [];
					for (let number = 1; number === 1 || number <= seen.length; number++) {
						const router = begin(({ files }) => (seen = failing(files, number, folders)));
						if (seen.length < number) break;
						const where = `call ${number}, ${seen[number - 1]}`;
						router.until(() => !running(router), 40);
						const state = isOneOf(meaning(router.files), where);
						const { job } = router.ap();
						const last = job?.id.endsWith(method === 'enable' && make === plain ? '-1' : '-2') ? job : null;
						const wanted = last ? { done: 1, reverted: 0, failed: 0 }[String(last.state)] : 0;
						if (!(name.includes('reverted') && last?.state === 'failed')) equal(state, wanted, where);
						checkWhole(router.files);
						if (!name.includes('reverted')) checkOnAir(router);
					}
					ok(seen.length > 10);
				},
				180_000
			);
		});
	}

	function sorted(state: ReturnType<typeof meaning>): unknown {
		return state.map(section => Object.entries(section).sort(([a], [b]) => (a < b ? -1 : 1)));
	}

	onSimulator('a job survives a restart of rpcd and is told once', () => {
		const router = plain();
		accepted(router.call('enable', { section: 'home' }));
		for (const seconds of [0, 1, 1]) {
			router.advance(seconds);
			router.rpcd.restart();
		}
		router.until(() => !running(router), 60);
		deepEqual(router.told, ['enabled']);
		equal(jobOf(router).state, 'done');
		match(router.lines.at(-1) ?? '', /: done$/);
	});
});

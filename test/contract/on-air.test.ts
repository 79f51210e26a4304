import { deepEqual, equal, ok } from 'node:assert/strict';
import { FileError } from '../router/files';
import type { Release } from '../router/release';
import { finished, jobOf, refusing, running } from './switching';
import { accepted, HOME, onSimulator, RADIO0, RADIO1, refused, TestRouter, wireless } from './target';

const AP = 'phy0-ap0';

/** A repeater: its access point and the way to another one on one radio; and a network on another radio. */
function repeater(release: Release = '25.12', wps = '1'): TestRouter {
	const { wps_pushbutton: _off, ...rest } = HOME;
	return new TestRouter({
		release,
		config: wireless({
			radio0: RADIO0,
			ext: { ...rest, ssid: 'Ext', ...(wps === '1' && { wps_pushbutton: '1' }) },
			uplink: { ...rest, mode: 'sta' },
			radio1: RADIO1,
			attic: { ...HOME, device: 'radio1', ssid: 'Attic' }
		})
	});
}

const carrier = (router: TestRouter, ifname = AP) => router.files.text(`/sys/class/net/${ifname}/carrier`)?.trim();

/** A device finds the network when its button is pressed. */
function isHeard(router: TestRouter): boolean {
	router.bus.call(`hostapd.${router.ap('ext').ifname}`, 'wps_start');
	const device = router.press('printer');
	router.advance(10);
	return device.state === 'joined';
}

/** Its access point stops sending, and hostapd goes on saying ENABLED. */
function silenced(router: TestRouter): TestRouter {
	for (const value of ['0', '1']) {
		router.setOptions('ext', { wps_pushbutton: value });
		router.advance(10);
	}
	equal(carrier(router), '0');
	equal(router.bus.call(`hostapd.${AP}`, 'get_status').data?.['status'], 'ENABLED');
	return router;
}

describe('on the air', () => {
	for (const release of ['22.03', '23.05', '24.10', '25.12', 'main'] as const)
		onSimulator(`${release}: disable and enable leave a repeater's access point on the air`, () => {
			const router = repeater(release);
			for (const method of ['disable', 'enable'] as const) {
				equal(finished(router, method, { section: 'ext' }).state, 'done', method);
				equal(carrier(router, router.ap('ext').ifname), '1', method);
				equal(router.ap('ext').on_air, true, method);
			}
			ok(isHeard(router));
		});

	onSimulator(
		'a job is not done while an access point is silent, and wakes it only when its uplink is connected',
		() => {
			const router = repeater('25.12', '0');
			router.send('enable', { section: 'ext' });
			router.advance(1);
			router.supplicant.disconnect();
			router.advance(14);
			deepEqual([carrier(router), running(router)], ['0', true]);
			deepEqual(
				router.bus.calls.filter(({ method }) => method === 'update_beacon'),
				[]
			);
			router.supplicant.connect();
			router.advance(5);
			deepEqual([carrier(router), running(router), jobOf(router, 'ext').state], ['1', false, 'done']);
		}
	);

	onSimulator('a job right behind another change waits for the radio that netifd is setting up', () => {
		const router = repeater('24.10', '0');
		router.setOptions('ext', { maxassoc: '9' });
		router.advance(0.5);
		equal(router.ap('ext').on_air, false);
		router.send('enable', { section: 'ext' });
		router.advance(1);
		deepEqual([router.ap('ext').on_air, running(router)], [false, true]);
		router.until(() => !running(router), 40);
		deepEqual([router.ap('ext').on_air, jobOf(router, 'ext').state], [true, 'done']);
	});

	onSimulator('and is no failure where the uplink has gone meanwhile', () => {
		const router = repeater('25.12', '0');
		router.send('enable', { section: 'ext' });
		router.advance(1);
		router.supplicant.disconnect();
		router.until(() => !running(router), 40);
		deepEqual([carrier(router), jobOf(router, 'ext').state], ['0', 'done']);
	});

	onSimulator('a revert ends when the access point is on the air again', () => {
		const router = repeater('25.12', '0');
		refusing(router, 'wps');
		const job = finished(router, 'enable', { section: 'ext' });
		deepEqual([job.state, job.code], ['reverted', 'not_back']);
		equal(carrier(router), '1');
	});

	onSimulator('an access point that has to read another password is on the air again, and no job saw to it', () => {
		const router = repeater();
		equal(finished(router, 'enable', { section: 'ext' }).state, 'done');
		router.setOptions('ext', { key: 'another password' });
		router.status();
		router.advance(15);
		deepEqual([carrier(router), router.ap('ext').ready], ['1', true]);
		ok(isHeard(router));
	});

	onSimulator('a job waits for the networks of the same radio, and not for one that was off the air before', () => {
		const router = repeater('24.10', '0');
		router.hostapd.bss('phy1-ap0')?.takeDown();
		equal(finished(router, 'enable', { section: 'ext' }).state, 'done');
	});

	describe('a silent access point', () => {
		onSimulator('is told as that, is not ready, and a start is refused', () => {
			const router = silenced(repeater());
			const { ready, on_air, problems } = router.ap('ext');
			deepEqual([ready, on_air], [false, false]);
			deepEqual(
				problems
					.filter(({ severity }: any) => severity === 'error')
					.map(({ code, fix, sections }: any) => [code, fix, sections]),
				[['silent', 'enable', ['ext']]]
			);
			refused(router.call('start', { network: 'Ext' }), 'not_on_air');
			equal(router.ap('attic').ready, true);
		});

		onSimulator('is mended by one press: enable', () => {
			const router = silenced(repeater());
			equal(finished(router, 'enable', { section: 'ext' }).state, 'done');
			deepEqual([carrier(router), router.ap('ext').ready], ['1', true]);
			ok(isHeard(router));
		});

		onSimulator('waits for its uplink where that is not connected, and is no failure of a job then', () => {
			const router = repeater();
			router.supplicant.disconnect();
			router.advance(3);
			equal(router.ap('ext').problems.find(({ code }: any) => code === 'silent')?.fix, 'wait');
			equal(finished(router, 'disable', { section: 'ext' }).state, 'done');
		});

		onSimulator('whose interface somebody has set down is silent, though hostapd answers', () => {
			const router = repeater();
			router.files.onRead(`/sys/class/net/${AP}/carrier`, () => {
				throw new FileError('EINVAL');
			});
			const { ready, on_air, problems } = router.ap('ext');
			deepEqual([ready, on_air, problems[0]?.code], [false, false, 'silent']);
		});

		onSimulator('is not silent where nobody can tell', () => {
			const router = repeater();
			router.files.drop(`/sys/class/net/${AP}/carrier`);
			deepEqual([router.ap('ext').ready, router.ap('ext').on_air], [true, true]);
		});
	});
});

describe('what is not known', () => {
	const plain = (versionDelay: number) =>
		new TestRouter({ versionDelay, config: wireless({ radio0: RADIO0, home: HOME }) });

	onSimulator('a hostapd that takes 0.8 s to say what it was built with: not known, and in nobody’s way', () => {
		const router = plain(800);
		const status = router.status();
		deepEqual(
			[status.daemon.installed_has_wps, status.daemon.running_has_wps, status.supported],
			[null, true, true]
		);
		deepEqual([status.daemon.remedy, router.ap().ready], [null, true]);
		equal(router.open().state, 'waiting');
		router.cancel();
		accepted(router.call('enable', { section: 'home' }));
	});

	onSimulator('is asked again later, and not at every look', () => {
		const router = plain(800);
		const asked = () => router.programs.filter(argv => argv.includes('-vwps')).length;
		for (let look = 0; look < 5; look++) router.status();
		equal(asked(), 1);
		router.versionDelay = 0;
		router.advance(15);
		equal(router.status().daemon.installed_has_wps, true);
		equal(asked(), 2);
	});

	onSimulator('a basic build that is slow to say so is known once it has said so', () => {
		const router = new TestRouter({
			versionDelay: 800,
			installed: 'basic',
			config: wireless({ radio0: RADIO0, home: { ...HOME, wps_pushbutton: '0' } })
		});
		equal(router.status().daemon.installed_has_wps, null);
		refused(router.call('enable', { section: 'home' }), 'wps_not_supported');
		router.versionDelay = 0;
		router.advance(15);
		deepEqual([router.status().daemon.installed_has_wps, router.problems()[0]], [false, 'daemon_without_wps']);
	});

	onSimulator('a slow log costs what it knows, not a start, by PIN or button', () => {
		for (const pin of ['12345670', null]) {
			const router = plain(0);
			router.logd.slow = 5000;
			equal(router.open(pin === null ? {} : { pin }).state, 'waiting');
			router.press('printer');
			if (pin !== null) router.device('printer').joinByPin(pin);
			router.reach('joined');
		}
	});

	onSimulator('a PIN that hostapd took too late lets nobody in', () => {
		const router = plain(0);
		const { programs } = router;
		const real = programs.push.bind(programs);
		programs.push = (...argvs) => {
			if (argvs.some(argv => argv.includes('wps_pin'))) router.hostapd.hung = true;
			return real(...argvs);
		};
		refused(router.call('start', { pin: '12345670' }), 'timeout');
		router.hostapd.hung = false;
		router.advance(1);
		const device = router.device('printer');
		device.joinByPin('12345670');
		router.advance(30);
		ok(device.state !== 'joined', device.state);
		deepEqual(
			[router.history(), router.bus.call(`hostapd.${AP}`, 'wps_status').data?.['last_wps_result']],
			[[], 'None']
		);
	});

	onSimulator('an access point that goes right after a real join: the log knows', () => {
		const router = plain(0);
		router.open();
		router.press('printer');
		router.until(() => router.bus.call(`hostapd.${AP}`, 'wps_status').data?.['last_wps_result'] === 'Success', 20);
		router.hostapd.restartBss(AP, {});
		router.advance(2);
		ok(['success', 'joined'].includes(router.session.state), router.session.state);
		equal(router.session.peer?.mac, router.device('printer').mac);
	});
});

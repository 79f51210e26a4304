import { deepEqual, equal, ok } from 'node:assert/strict';
import {
	HOME,
	house,
	onSimulator,
	RADIO0,
	RADIO1,
	refused,
	SESSION_FIELDS,
	small,
	TestRouter,
	wireless
} from './target';

/** pbc_status of each access point of `house`. */
const states = (router: TestRouter) => ['phy0-ap0', 'phy0-ap1', 'phy1-ap0'].map(ifname => router.pbc(ifname));

describe('start', () => {
	for (const [how, args] of [
		['by ifname', { ifname: 'phy1-ap0' }],
		['by section', { section: 'home5' }],
		['by network', { network: 'Home5' }]
	] as const)
		onSimulator(`opens the window on exactly what is named ${how}`, () => {
			const router = house();
			const calls = router.counted(() => deepEqual(router.open(args).ifnames, ['phy1-ap0']));
			deepEqual(states(router), ['Disabled', 'Disabled', 'Active']);
			deepEqual(
				calls.filter(call => /wps_(start|cancel)/.test(call)),
				['hostapd.phy1-ap0 wps_start']
			);
		});

	onSimulator('answers the session that it opened', () => {
		const router = small();
		const session = router.open();
		deepEqual(Object.keys(session).sort(), [...SESSION_FIELDS].sort());
		ok(typeof session.id === 'string' && session.id.length > 0);
		deepEqual(
			{ ...session, id: '' },
			{
				id: '',
				network: 'Home',
				ifnames: ['phy0-ap0'],
				ifname: null,
				section: null,
				method: 'pbc',
				origin: 'luci.wps',
				by: 'root',
				state: 'waiting',
				open: true,
				started: router.clock.epoch(),
				ended: null,
				duration: 120,
				remaining: 120,
				attempts_failed: 0,
				reason: null,
				peer: null
			}
		);
		deepEqual(router.ap().session, session);
	});

	onSimulator('takes the only ready access point when none is named', () => {
		const router = house();
		router.setOptions('home5', { encryption: 'sae' });
		router.advance(10);
		equal(router.open().network, 'Home');
	});

	onSimulator('answers ambiguous_target when several are ready, and wps_disabled when none of several is', () => {
		const router = house();
		refused(router.call('start'), 'ambiguous_target');
		for (const section of ['home', 'home5']) router.setOptions(section, { hidden: '1' });
		router.advance(10);
		refused(router.call('start'), 'wps_disabled');
		deepEqual(states(router), ['Disabled', 'Disabled', 'Disabled']);
	});

	onSimulator("tells the only access point's own problem when none is named", () => {
		refused(small({ wps_pushbutton: '0' }).call('start'), 'wps_disabled');
		refused(small({ encryption: 'sae' }).call('start'), 'unsuitable_network');
	});

	onSimulator('answers wps_disabled without any access point', () => {
		const router = new TestRouter({ config: wireless({ radio0: RADIO0 }) });
		refused(router.call('start'), 'wps_disabled');
		deepEqual(router.status().networks, []);
	});

	onSimulator('opens one access point of a section on two radios, the 2.4 GHz one, unless another is named', () => {
		const router = new TestRouter({
			config: wireless({
				radio0: RADIO1,
				radio1: RADIO0,
				both: { ...HOME, device: ['radio0', 'radio1'] }
			})
		});
		deepEqual(router.open({ section: 'both' }).ifnames, ['phy1-ap0']);
		router.cancel();
		deepEqual(router.open({ ifname: 'phy0-ap0' }).ifnames, ['phy0-ap0']);
	});

	describe('answers invalid_argument, and opens nothing, for', () => {
		const named = { network: 'Home5', section: 'home5', ifname: 'phy1-ap0' };
		for (const [name, value] of Object.entries(named)) {
			onSimulator(`an empty ${name}, as from an unset variable`, () => {
				const router = house();
				refused(router.call('start', { [name]: '' }), 'invalid_argument');
				equal(router.call('start', { [name]: '' }).data.error.argument, name);
				deepEqual(states(router), ['Disabled', 'Disabled', 'Disabled']);
			});
			for (const [other, also] of Object.entries(named).filter(([each]) => each > name))
				onSimulator(`${name} and ${other} at once`, () => {
					const router = house();
					refused(router.call('start', { [name]: value, [other]: also }), 'invalid_argument');
					deepEqual(states(router), ['Disabled', 'Disabled', 'Disabled']);
				});
		}
		for (const name of ['pin', 'mac'])
			onSimulator(`an empty ${name}`, () => {
				const router = small();
				refused(router.call('start', { [name]: '' }), 'invalid_argument');
				equal(router.call('start', { [name]: '' }).data.error.argument, name);
				equal(router.pbc(), 'Disabled');
			});
	});

	describe('answers already_open, and restarts nothing,', () => {
		/** How long hostapd keeps the window open from now on. */
		const left = (router: TestRouter, ifname = 'phy0-ap0') => {
			const began = router.clock.monotonic();
			router.until(() => router.pbc(ifname) !== 'Active');
			return Math.round((router.clock.monotonic() - began) / 1000);
		};
		for (const section of ['home', 'home5'])
			onSimulator(`while our own window is open, asked for ${section}`, () => {
				const router = house();
				router.open({ section: 'home' });
				router.advance(60);
				const calls = router.counted(() => refused(router.call('start', { section }), 'already_open'));
				equal(calls.filter(call => call.endsWith('wps_start')).length, 0);
				equal(left(router), 60);
				router.advance(2);
				deepEqual(router.told, ['started', 'timeout']);
			});
		for (const section of ['home', 'home5'])
			onSimulator(`while another tool's window is open, asked for ${section}`, () => {
				const router = house();
				router.shell('-i', 'phy0-ap0', 'wps_pbc');
				router.advance(60);
				refused(router.call('start', { section }), 'already_open');
				equal(left(router), 60);
			});
		onSimulator('while a window by PIN is open', () => {
			const router = small();
			router.open({ pin: '12345670' });
			refused(router.call('start'), 'already_open');
			refused(router.call('start', { pin: '12345670' }), 'already_open');
			equal(router.pbc(), 'Disabled');
		});
	});

	onSimulator('tells overlap from wps_disabled although hostapd refuses both with code 8', () => {
		const crowded = small();
		crowded.press('one');
		crowded.press('two');
		crowded.advance(2);
		refused(crowded.call('start'), 'overlap');
		// Switched off by hostapd itself; nothing but code 8 tells of it (hostapd_bss_wps_start in OpenWrt's ubus.c).
		const off = small();
		off.hostapd.restartBss('phy0-ap0', { wps: null });
		off.advance(2);
		equal(off.ap().ready, true);
		refused(off.call('start'), 'wps_disabled');
		deepEqual([...crowded.told, ...off.told], []);
	});

	onSimulator('tells an overlap that only hostapd knew of, and says afterwards how long to wait', () => {
		const router = small();
		router.open();
		router.cancel();
		// Heard after the look at the status, before the start.
		const sent = router.send('start');
		router.untilCalled('wps_status');
		router.clock.advance(1);
		for (const name of ['one', 'two']) router.hostapd.bss('phy0-ap0')?.registrar?.hear(name);
		router.advance(1);
		refused(sent.result, 'overlap');
		const { problems } = router.ap();
		const found = problems.find((problem: any) => problem.code === 'overlap');
		ok(found?.seconds > 110 && found.seconds <= 120, JSON.stringify(problems));
	});

	describe('when the daemon does not answer', () => {
		onSimulator('says timeout within a second, and leaves nothing open', () => {
			const router = small();
			router.hostapd.hung = true;
			refused(router.call('start'), 'timeout');
			refused(router.call('status'), 'timeout');
			refused(router.call('cancel'), 'timeout');
			router.hostapd.hung = false;
			router.advance(60);
			equal(router.pbc(), 'Disabled');
			deepEqual(router.history(), []);
			equal(router.open().state, 'waiting');
		});

		for (const slow of [200, 350, 460, 500, 700, 890, 950, 2000, 20_000])
			onSimulator(`leaves no window open that it did not announce: ${slow} ms a call`, () => {
				const router = small();
				router.hostapd.slow = slow;
				const result = router.call('start');
				if (result.code) refused(result, 'timeout');
				else equal(result.data.session.open, true);
				ok(slow > 200 || result.code === 0, 'fast enough');
				router.advance(90);
				router.hostapd.slow = 0;
				equal(router.pbc() === 'Active', result.code === 0);
				equal(router.aps[0].session?.open ?? false, result.code === 0);
			});

		onSimulator('hung from the look at the status on: timeout, and nothing is open later', () => {
			const router = small();
			const sent = router.send('start');
			router.untilCalled('wps_start');
			router.hostapd.hung = true;
			router.advance(1);
			refused(sent.result, 'timeout');
			router.advance(5);
			router.hostapd.hung = false;
			router.advance(60);
			equal(router.ap().session, null);
			deepEqual(router.told, []);
		});
	});

	describe('when the access point vanishes', () => {
		onSimulator('between status and start: not_on_air', () => {
			const router = small();
			equal(router.ap().ready, true);
			router.hostapd.bss('phy0-ap0')?.takeDown();
			refused(router.call('start', { ifname: 'phy0-ap0' }), 'not_on_air');
			deepEqual(router.told, []);
		});

		for (const last of ['status', 'wps_status', 'wps_start'])
			onSimulator(`in the middle of start, when ${last} was just sent: not_on_air`, () => {
				const router = small();
				const sent = router.send('start', { ifname: 'phy0-ap0' });
				router.untilCalled(last);
				router.hostapd.bss('phy0-ap0')?.takeDown();
				router.advance(1);
				refused(sent.result, 'not_on_air');
				equal(router.anyOpen, false);
			});

		onSimulator('with its section: unknown_target', () => {
			const router = house();
			router.configure(router.config.replace(/config wifi-iface 'home5'[^]*$/, ''));
			router.advance(5);
			refused(router.call('start', { section: 'home5' }), 'unknown_target');
			refused(router.call('start', { ifname: 'phy1-ap0' }), 'unknown_target');
		});

		onSimulator('with hostapd: not_on_air, and it works again when the daemon is back', () => {
			const router = small();
			router.hostapd.restart();
			refused(router.call('start', { section: 'home' }), 'not_on_air');
			router.advance(20);
			equal(router.open().state, 'waiting');
		});
	});

	onSimulator('is not held up by an access point that is not on the air', () => {
		const router = house();
		router.hostapd.bss('phy1-ap0')?.takeDown();
		const { milliseconds, data } = router.call('start', { section: 'home' });
		equal(data.session.state, 'waiting');
		ok(milliseconds < 50, String(milliseconds));
	});

	onSimulator('answers under the rpcd of 2026 as under those before', () => {
		const router = small({}, { recent: true });
		const { id } = router.open();
		refused(router.call('start'), 'already_open');
		equal(router.cancel()?.id, id);
	});

	onSimulator('opens again after each end', () => {
		const router = small();
		const ids = [];
		for (let round = 0; round < 3; round++) {
			ids.push(router.open().id);
			if (round === 1) router.reach('timeout');
			else router.cancel();
		}
		equal(new Set(ids).size, 3);
	});
});

import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Message } from '../router/bus';
import type { RouterOptions } from '../router/router';
import { finished, LINES, optionsOf, running } from './switching';
import { accepted, credentialText, HOME, onSimulator, RADIO0, RADIO1, refused, TestRouter, wireless } from './target';

type Options = Record<string, string | string[]>;

const LOW = 'phy0-ap0';
const HIGH = 'phy1-ap0';
const { wps_pushbutton: _off, ...PLAIN } = HOME;
const GUESTS = { ...PLAIN, ssid: 'Guests', key: 'guest pass phrase' };

/** Home on two bands, with these options on both; and what else there is. */
function dual(home: Options = {}, more: Record<string, Options> = {}, options: RouterOptions = {}): TestRouter {
	return new TestRouter({
		config: wireless({
			radio0: RADIO0,
			radio1: RADIO1,
			home: { ...HOME, ...home },
			home5: { ...HOME, ...home, device: 'radio1' },
			...more
		}),
		...options
	});
}

/** The same, handing over the password, which is good on both bands. */
function kept(home: Options = {}): TestRouter {
	const path = '/etc/hostapd-wps-home.cred';
	const raw = [...[home['hostapd_bss_options'] ?? []].flat(), ...LINES];
	return dual({ ...home, hostapd_bss_options: raw }, {}, { put: { [path]: credentialText(HOME.ssid, HOME.key) } });
}

const GROUP = { wps_independent: '0' };
const UUID = '87654321-9abc-def0-1234-56789abcdef0';
/** Two ways to be one for a device: hostapd's group, and one UUID. */
const WAYS: [string, Options][] = [
	['as a group of hostapd', GROUP],
	['with one UUID', { hostapd_bss_options: [`uuid=${UUID}`] }]
];

const pbc = (router: TestRouter) => [router.pbc(LOW), router.pbc(HIGH)];

describe('a network on two bands', () => {
	onSimulator('is one in status, with both access points', () => {
		const { ssid, sections, bands, ready, access_points } = dual(GROUP).network();
		deepEqual(
			[ssid, sections, bands, ready, access_points.map((ap: any) => ap.ifname)],
			['Home', ['home', 'home5'], ['2g', '5g'], true, [LOW, HIGH]]
		);
	});

	onSimulator('is two with another key, and only the named one is opened', () => {
		const router = dual({}, { home5: { ...HOME, device: 'radio1', key: 'another pass phrase' } });
		deepEqual(
			router.status().networks.map(({ ssid, sections }: any) => [ssid, sections]),
			[
				['Home', ['home']],
				['Home', ['home5']]
			]
		);
		refused(router.call('start', { network: 'Home' }), 'ambiguous_target');
		deepEqual(router.open({ section: 'home5' }).ifnames, [HIGH]);
		deepEqual(pbc(router), ['Disabled', 'Active']);
	});

	onSimulator('opens no band that is in a group with another network beside one that is in none', () => {
		const router = dual({}, { home5: { ...HOME, ...GROUP, device: 'radio1' } });
		deepEqual(router.open({ section: 'home' }).ifnames, [LOW]);
		deepEqual(pbc(router), ['Active', 'Disabled']);
	});

	for (const [way, options] of WAYS) {
		onSimulator(`${way}: one press opens both, as one session`, () => {
			const router = dual(options);
			const session = router.open();
			deepEqual([session.network, session.ifnames, session.ifname], ['Home', [LOW, HIGH], null]);
			deepEqual(pbc(router), ['Active', 'Active']);
			equal(router.network().session.id, session.id);
			deepEqual([router.history().length, router.told], [1, ['started']]);
		});

		for (const band of ['2g', '5g'] as const)
			onSimulator(
				`${way}: a device that knows ${band} alone joins there, and the other band closes at once`,
				() => {
					const router = dual(options);
					router.open();
					router.device('printer', { bands: [band] });
					router.press('printer');
					router.reach('success');
					router.advance(1);
					ok(!pbc(router).includes('Active'), pbc(router).join());
					const { ifname, section, ifnames } = router.reach('joined');
					deepEqual(
						[ifname, section, ifnames],
						band === '2g' ? [LOW, 'home', [LOW, HIGH]] : [HIGH, 'home5', [LOW, HIGH]]
					);
					deepEqual(router.told, ['started', 'connecting', 'success', 'joined']);
				}
			);

		onSimulator(`${way}: a device that fails counts, and counts again when it does so again`, () => {
			const router = dual(options);
			router.open();
			for (const times of [1, 2]) {
				const device = router.press('printer', 'fail');
				router.until(() => device.state === 'failed');
				router.advance(8);
				deepEqual([router.session.state, router.session.attempts_failed], ['waiting', times]);
			}
		});

		onSimulator(`${way}: the other band is told to close until it has heard it`, () => {
			const router = dual(options);
			router.open();
			router.device('printer', { bands: ['2g'] });
			const registrar = router.hostapd.bss(HIGH)!.registrar!;
			const cancel = registrar.cancel.bind(registrar);
			let lost = 0;
			// A group is closed by hostapd itself, when the device joins.
			registrar.cancel = () => (router.told.includes('success') && lost++ === 0 ? false : cancel());
			router.press('printer');
			router.reach('success');
			router.advance(3);
			ok(!pbc(router).includes('Active'), pbc(router).join());
		});

		onSimulator(`${way}: a device that hears both joins, and comes back on the other band`, () => {
			const router = kept(options);
			router.open();
			router.device('tv', { returns: '5g', prefers: '2g' });
			router.press('tv');
			const { ifname, state } = router.reach('joined');
			deepEqual([ifname, state], [HIGH, 'joined']);
		});

		onSimulator(`${way}: cancel closes both`, () => {
			const router = dual(options);
			router.open();
			const session = router.cancel({ network: 'Home' });
			deepEqual([session?.state, session?.reason], ['cancelled', null]);
			deepEqual(pbc(router), ['Timed-out', 'Timed-out']);
			router.advance(130);
			deepEqual(router.told, ['started', 'cancelled']);
		});

		onSimulator(`${way}: goes on where one radio goes away, and says which is left`, () => {
			const router = dual(options);
			router.open();
			router.hostapd.bss(HIGH)?.takeDown();
			router.advance(2);
			deepEqual([router.session.state, router.session.ifnames], ['waiting', [LOW]]);
			router.press('printer');
			equal(router.reach('joined').ifname, LOW);
		});

		onSimulator(`${way}: is followed to its end after a restart of rpcd`, () => {
			const router = dual(options);
			const { id } = router.open();
			router.rpcd.restart();
			router.press('printer');
			equal(router.reach('joined').id, id);
			router.advance(1);
			ok(!pbc(router).includes('Active'));
		});

		onSimulator(`${way}: by PIN on both bands, and nothing is left of it after a join`, () => {
			const router = dual(options);
			deepEqual(router.open({ pin: '12345670' }).ifnames, [LOW, HIGH]);
			router.device('printer', { bands: ['5g'] });
			router.device('printer').joinByPin('12345670');
			equal(router.reach('joined').ifname, HIGH);
			router.advance(2);
			for (const ifname of [LOW, HIGH]) equal(router.hostapd.bss(ifname)?.registrar?.pins.size, 0, ifname);
		});
	}

	onSimulator('two devices on one band end it on both', () => {
		const router = dual({ hostapd_bss_options: [`uuid=${UUID}`] });
		router.open();
		for (const name of ['one', 'two']) {
			router.device(name, { bands: ['2g'] });
			router.press(name);
		}
		router.reach('overlap');
		router.advance(1);
		ok(!pbc(router).includes('Active'), pbc(router).join());
	});

	describe('that the owner has set up apart', () => {
		onSimulator('says so, and a start opens the 2.4 GHz one alone', () => {
			const router = dual();
			const { problems, ready, bands } = router.network();
			deepEqual([ready, bands], [true, ['2g']]);
			deepEqual(
				problems.find(({ code }: any) => code === 'bands_apart'),
				{
					code: 'bands_apart',
					severity: 'warning',
					option: 'wps_independent',
					fix: 'enable',
					seconds: null,
					sections: ['home', 'home5']
				}
			);
			deepEqual(router.open({ network: 'Home' }).ifnames, [LOW]);
			deepEqual(pbc(router), ['Active', 'Disabled']);
		});

		onSimulator('opens the other one where that is named', () => {
			const router = dual();
			deepEqual(router.open({ ifname: HIGH }).ifnames, [HIGH]);
		});

		onSimulator('is mended by enable', () => {
			const router = dual();
			equal(finished(router, 'enable').state, 'done');
			deepEqual(router.network().problems, []);
			deepEqual(router.open().ifnames, [LOW, HIGH]);
		});
	});

	onSimulator('one band open and the other not: two networks', () => {
		const router = dual({}, { home5: { device: 'radio1', mode: 'ap', ssid: 'Home', encryption: 'none' } });
		equal(router.status().networks.length, 2);
		deepEqual(router.open().ifnames, [LOW]);
	});

	onSimulator('what was opened under one name ends under it, though SSID and key change meanwhile', () => {
		const router = dual(GROUP);
		const { id } = router.open();
		router.setOptions('home', { ssid: 'House', key: 'another pass phrase' });
		router.advance(10);
		const session = router.history().find(one => one.id === id);
		equal(session?.network, 'Home');
		ok(session?.state === 'waiting' || session?.state === 'lost', session?.state);
	});
});

describe('enable and disable', () => {
	const off = (more: Record<string, Options> = {}) => dual({ wps_pushbutton: '0' }, more);

	onSimulator('work on the whole network: all its sections, as a group', () => {
		const router = off();
		const job = finished(router, 'enable', { section: 'home5' });
		deepEqual([job.state, job.network, job.sections], ['done', 'Home', ['home', 'home5']]);
		for (const section of job.sections) {
			const { wps_pushbutton, wps_independent, hostapd_bss_options } = optionsOf(router.files, section);
			deepEqual(
				[wps_pushbutton, wps_independent, hostapd_bss_options],
				['1', '0', LINES.map(line => line.replace('home', section))]
			);
		}
		equal(router.network().keys, 'shared');
		equal(finished(router, 'disable').state, 'done');
		for (const section of job.sections)
			deepEqual(Object.keys(optionsOf(router.files, section)).sort(), Object.keys({ ...PLAIN }).sort());
	});

	onSimulator('a second network of two bands gets a UUID: a start on one never opens or touches the other', () => {
		const guests = { guest: GUESTS, guest5: { ...GUESTS, device: 'radio1' } };
		const router = off(guests);
		equal(finished(router, 'enable', { network: 'Home' }).state, 'done');
		equal(finished(router, 'enable', { network: 'Guests' }).state, 'done');
		const lines = ['guest', 'guest5'].map(section => optionsOf(router.files, section)['hostapd_bss_options']);
		const [uuid] = [lines[0]].flat();
		ok(String(uuid).startsWith('uuid=77707300-'), String(uuid));
		equal([lines[1]].flat()[0], uuid);
		const states = () => [LOW, HIGH, 'phy0-ap1', 'phy1-ap1'].map(ifname => router.pbc(ifname) === 'Active');
		deepEqual(router.open({ network: 'Guests' }).ifnames, ['phy0-ap1', 'phy1-ap1']);
		deepEqual(states(), [false, false, true, true]);
		router.cancel();
		deepEqual(router.open({ network: 'Home' }).ifnames, [LOW, HIGH]);
		deepEqual(states(), [true, true, false, false]);
		router.device('tv');
		router.press('tv');
		const { network, ifname } = router.reach('joined');
		deepEqual([network, [LOW, HIGH].includes(ifname ?? '')], ['Home', true]);
	});

	onSimulator('leave an access point alone that cannot have WPS', () => {
		const router = off({ home5: { ...PLAIN, device: 'radio1', encryption: 'sae' } });
		equal(finished(router, 'enable').state, 'done');
		equal('wps_pushbutton' in optionsOf(router.files, 'home5'), false);
		deepEqual(router.open({ network: 'Home' }).ifnames, [LOW]);
	});

	onSimulator('wait for every access point of the network', () => {
		const router = off();
		accepted(router.call('enable', { network: 'Home' }));
		const radio = router.hostapd;
		const real = radio.configSet.bind(radio);
		radio.configSet = (phy, config) => real(phy, phy.startsWith('phy1') ? null : config);
		router.advance(20);
		equal(running(router), true);
		router.until(() => !running(router), 60);
		equal(router.network().job.state, 'reverted');
	});

	for (const args of [{}, { network: '' }, { section: '' }, { network: 'Home', section: 'home' }] as Message[])
		onSimulator(`answer invalid_argument to ${JSON.stringify(args)}`, () => {
			for (const method of ['enable', 'disable']) refused(off().call(method, args), 'invalid_argument');
		});

	onSimulator('answer ambiguous_target where two networks have that SSID', () =>
		refused(
			off({ home5: { ...PLAIN, device: 'radio1', key: 'another pass phrase' } }).call('enable', {
				network: 'Home'
			}),
			'ambiguous_target'
		)
	);
});

describe('elsewhere in the air', () => {
	const two = () => dual({}, { home5: { ...HOME, device: 'radio1', ssid: 'Attic', key: 'another pass phrase' } });

	onSimulator(
		'a device that joined one network blocks every independent other one for two minutes, and that is said',
		() => {
			const router = two();
			router.open({ network: 'Home' });
			router.device('tv', { prefers: '2g' });
			router.press('tv');
			router.reach('joined');
			equal(router.ap('home').ready, true);
			const found = router.network('home5').problems.find(({ code }: any) => code === 'overlap');
			ok(found.seconds > 100 && found.seconds <= 120, String(found.seconds));
			refused(router.call('start', { network: 'Attic' }), 'overlap');
			router.advance(found.seconds + 1);
			equal(router.open({ network: 'Attic' }).state, 'waiting');
		}
	);

	onSimulator('not after a PIN, for which no button was pressed', () => {
		const router = two();
		router.open({ network: 'Home', pin: '12345670' });
		router.device('tv').joinByPin('12345670');
		router.reach('joined');
		equal(router.open({ network: 'Attic' }).state, 'waiting');
	});

	onSimulator('not within a group: its next device may come at once', () => {
		const router = dual(GROUP);
		router.open();
		router.device('tv');
		router.press('tv');
		router.reach('joined');
		deepEqual(router.open().ifnames, [LOW, HIGH]);
		router.device('camera', { bands: ['5g'] });
		router.press('camera');
		equal(router.reach('joined').ifname, HIGH);
	});

	onSimulator('an access point with as many devices as it may take is full', () => {
		const attic = { ...HOME, device: 'radio1', ssid: 'Attic', maxassoc: '1' };
		const router = dual({ ...GROUP, maxassoc: '9' }, { home5: attic });
		equal(router.network('home5').ready, true);
		router.open({ network: 'Attic' });
		router.device('one', { bands: ['5g'] });
		router.press('one');
		router.reach('joined');
		router.advance(125);
		const { ready, problems } = router.network('home5');
		deepEqual(
			[
				ready,
				problems
					.filter(({ severity }: any) => severity === 'error')
					.map(({ code, option, fix }: any) => [code, option, fix])
			],
			[false, [['full', 'maxassoc', 'wireless']]]
		);
		refused(router.call('start', { network: 'Attic' }), 'unsuitable_network');
		equal(router.network('home').ready, true);
	});
});

import { deepEqual, equal } from 'node:assert/strict';
import { UBUS } from '../../router/bus';
import { bothBands, GUESTS, HIGH, HOME, house, LOW, type Options } from './house';

const GROUP = { wps_independent: '0' };
const COMMON = { hostapd_bss_options: ['uuid=77707300-0000-4000-8000-000000000001'] };
const GUEST = { low: 'phy0-ap1', high: 'phy1-ap1' };

/** Both windows open. */
function open(options: Options, sections = bothBands(HOME, options)) {
	const found = house(sections);
	for (const ifname of [LOW, HIGH]) equal(found.ubus(ifname, 'wps_start').code, UBUS.OK);
	return found;
}

describe('a device that hears a window on two bands', () => {
	it('with default settings reports overlap and joins neither; hostapd notices nothing', () => {
		const { router, state } = open({});
		const device = router.press('television');
		router.advance(30);
		equal(device.state, 'overlap');
		deepEqual(
			[state(LOW), state(HIGH)],
			[
				['Active', 'None'],
				['Active', 'None']
			]
		);
	});

	it('of one UUID joins one; its press counts on the other for two minutes', () => {
		const { router, state, ubus } = open(COMMON);
		const device = router.press('television');
		router.advance(10);
		equal(device.state, 'joined');
		deepEqual(
			[state(LOW), state(HIGH)],
			[
				['Disabled', 'Success'],
				['Active', 'None']
			]
		);
		const next = router.device('lamp', { bands: ['5g'] });
		next.pressButton();
		router.advance(10);
		equal(next.state, 'overlap');
		deepEqual(state(HIGH), ['Overlap', 'Failed']);
		router.advance(120);
		equal(ubus(HIGH, 'wps_start').code, UBUS.OK);
	});

	it('of a group joins one, leaves nothing behind, and the next joins on the other', () => {
		const { router, state, ubus } = open(GROUP);
		const device = router.press('television');
		router.until(() => device.state === 'joined', 20);
		deepEqual(
			[state(LOW), state(HIGH)],
			[
				['Disabled', 'Success'],
				['Disabled', 'None']
			]
		);
		router.advance(1);
		const next = router.device('lamp', { bands: ['5g'] });
		equal(ubus(LOW, 'wps_start').code, UBUS.OK);
		next.pressButton();
		router.advance(10);
		equal(next.state, 'joined');
		deepEqual([state(LOW)[0], state(HIGH)], ['Disabled', ['Disabled', 'Success']]);
	});

	it('knows one band only, and hears nothing of the other', () => {
		const { router, state } = open({});
		const printer = router.device('printer', { bands: ['2g'] });
		printer.pressButton();
		router.advance(10);
		equal(printer.connected?.ifname, LOW);
		deepEqual(state(HIGH), ['Active', 'None']);
		const { router: other, ubus } = house(bothBands(HOME));
		ubus(HIGH, 'wps_start');
		const deaf = other.device('printer', { bands: ['2g'] });
		deaf.pressButton();
		other.advance(130);
		equal(deaf.state, 'gave up');
	});

	it('pairs on one and comes back on the other, where the stock key is refused and one of a file is not', () => {
		for (const [options, joins] of [
			[GROUP, false],
			[{ ...GROUP, wpa_psk_file: '/etc/keys' }, true]
		] as const) {
			const { router, ubus } = house(bothBands(HOME, options));
			router.files.put('/etc/keys', `wps=1 00:00:00:00:00:00 ${HOME['key']}\n`);
			router.bus.call('hostapd', 'reload');
			ubus(LOW, 'wps_start');
			const television = router.device('television', { prefers: '5g', returns: '2g' });
			television.pressButton();
			router.until(() => television.state === 'exchanging', 20);
			deepEqual([...(router.hostapd.bss(HIGH)?.stations.keys() ?? [])], [television.mac]);
			router.advance(10);
			equal(television.connected?.ifname, joins ? LOW : undefined);
			const mismatch = `${LOW}: AP-STA-POSSIBLE-PSK-MISMATCH ${television.mac}`;
			equal(router.hostapd.journal.includes(mismatch), !joins);
		}
	});
});

describe('two networks on two bands', () => {
	it('a join on one blocks the other for two minutes, by devices that are done; within a group it does not', () => {
		const sections = { ...bothBands(HOME, GROUP), ...bothBands(GUESTS, COMMON, 'guests') };
		const { router, state, ubus } = house(sections);
		for (const bands of [['2g', '5g'], ['5g']] as const) {
			equal(ubus(LOW, 'wps_start').code, UBUS.OK);
			const device = router.device(`device on ${bands.join()}`, { bands: [...bands] });
			device.pressButton();
			router.advance(10);
			equal(device.state, 'joined');
		}
		equal(ubus(GUEST.high, 'wps_start').code, UBUS.NOT_SUPPORTED);
		equal(state(GUEST.high)[0], 'Overlap');
		equal(ubus(GUEST.low, 'wps_start').code, UBUS.OK);
		const visitor = router.device('visitor', { bands: ['2g'] });
		visitor.pressButton();
		router.advance(10);
		equal(visitor.state, 'overlap');
		equal(state(GUEST.low)[0], 'Overlap');
		router.advance(120);
		for (const ifname of [GUEST.low, GUEST.high]) equal(ubus(ifname, 'wps_start').code, UBUS.OK);
		visitor.pressButton();
		router.advance(10);
		equal(visitor.state, 'joined');
	});
});

describe('iwd', () => {
	const gadget = (sections: Record<string, Options>, ifnames: string[]) => {
		const { router, ubus } = house(sections);
		for (const ifname of ifnames) ubus(ifname, 'wps_start');
		const [iwd, other] = [router.device('gadget', { software: 'iwd' }), router.device('printer')];
		iwd.pressButton();
		router.advance(10);
		if (iwd.state === 'overlap') {
			// Only to see what another device makes of it: hostapd has heard nothing that would hinder it.
			for (const ifname of ifnames) router.hostapd.bss(ifname)?.registrar?.complete(iwd.uuid, null);
			for (const ifname of ifnames) ubus(ifname, 'wps_start');
			other.pressButton();
			router.advance(10);
		}
		return [iwd.state, iwd.connected?.ifname, other.state];
	};

	it('takes two windows on one band for an overlap whatever their UUID; wpa_supplicant joins one', () => {
		const two = {
			home: { device: 'radio0', ...HOME, ...COMMON },
			other: { device: 'radio0', ...GUESTS, ...COMMON }
		};
		deepEqual(gadget(two, [LOW, GUEST.low]), ['overlap', undefined, 'joined']);
	});

	it('compares UUIDs between bands, and joins on 5 GHz', () => {
		deepEqual(gadget(bothBands(HOME), [LOW, HIGH]), ['overlap', undefined, 'overlap']);
		deepEqual(gadget(bothBands(HOME, COMMON), [LOW, HIGH]), ['joined', HIGH, 'idle']);
		deepEqual(gadget(bothBands(HOME), [LOW]), ['joined', LOW, 'idle']);
	});
});

describe('a PIN for one device', () => {
	it('is told in the beacons: others do not come', () => {
		const { router } = house(bothBands(HOME));
		const [mine, other] = [router.device('mine'), router.device('other')];
		router.shell('-i', LOW, 'wps_pin', 'any', '12345670', '120', mine.mac.toUpperCase());
		other.joinByPin('12345670');
		router.advance(30);
		equal(other.state, 'scanning');
		mine.joinByPin('12345670');
		router.advance(10);
		equal(mine.state, 'joined');
	});
});

import { deepEqual, equal, match, notEqual } from 'node:assert/strict';
import { UBUS } from '../../router/bus';
import { bothBands, GUESTS, HIGH, HOME, house, LOW } from './house';

const GROUP = { wps_independent: '0' };
const LINE = 'uuid=77707300-0000-4000-8000-000000000001';

describe('access points with wps_independent 0', () => {
	it('a start on one opens both, a cancel on one closes both', () => {
		const { ubus, state } = house(bothBands(HOME, GROUP));
		equal(ubus(HIGH, 'wps_start').code, UBUS.OK);
		deepEqual(
			[state(LOW), state(HIGH)],
			[
				['Active', 'None'],
				['Active', 'None']
			]
		);
		equal(ubus(LOW, 'wps_cancel').code, UBUS.OK);
		deepEqual(
			[state(LOW), state(HIGH)],
			[
				['Timed-out', 'None'],
				['Timed-out', 'None']
			]
		);
	});

	it('success on one closes the other at once, which has no result', () => {
		const { router, ubus, state } = house(bothBands(HOME, GROUP));
		ubus(LOW, 'wps_start');
		const device = router.press('printer');
		equal(
			router.until(() => device.credential !== null, 20),
			true
		);
		deepEqual([state(LOW), state(HIGH)].sort(), [
			['Disabled', 'None'],
			['Disabled', 'Success']
		]);
	});

	it('are one group whatever their SSID: two networks open together', () => {
		const { ubus, state } = house({ ...bothBands(HOME, GROUP), ...bothBands(GUESTS, GROUP, 'guests') });
		ubus(LOW, 'wps_start');
		deepEqual(
			['phy0-ap0', 'phy0-ap1', 'phy1-ap0', 'phy1-ap1'].map(ifname => state(ifname)[0]),
			['Active', 'Active', 'Active', 'Active']
		);
	});

	it('share a UUID that hostapd makes of an address; each independent one has its own', () => {
		const group = house(bothBands(HOME, GROUP));
		equal(group.uuid(LOW), group.uuid(HIGH));
		const apart = house(bothBands(HOME));
		notEqual(apart.uuid(LOW), apart.uuid(HIGH));
		equal(apart.uuid(LOW), group.uuid(LOW));
		match(apart.uuid(LOW) ?? '', /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	});

	it('take over one that only the first of them has configured', () => {
		const sections = bothBands(HOME, GROUP);
		const { uuid } = house({ ...sections, home2: { ...sections['home2'], hostapd_bss_options: [LINE] } });
		deepEqual([uuid(LOW), uuid(HIGH)], [LINE.slice(5), LINE.slice(5)]);
	});
});

describe('an independent one beside a group of one', () => {
	it('opens alone, is not opened along, and has a UUID of its own', () => {
		const sections = bothBands(HOME);
		const { ubus, state, uuid } = house({ ...sections, home2: { ...sections['home2'], ...GROUP } });
		notEqual(uuid(LOW), uuid(HIGH));
		ubus(LOW, 'wps_start');
		deepEqual([state(LOW)[0], state(HIGH)[0]], ['Active', 'Disabled']);
		ubus(LOW, 'wps_cancel');
		ubus(HIGH, 'wps_start');
		deepEqual([state(LOW)[0], state(HIGH)[0]], ['Timed-out', 'Active']);
	});
});

describe('raw lines about WPS', () => {
	it('a UUID counts as one of the configuration, and more, since it stands behind it', () => {
		const option = { uuid: '00000000-0000-4000-8000-00000000000a' };
		const of = (options: Record<string, string | string[]>) =>
			house(bothBands(HOME, options), { release: 'main' }).uuid(LOW);
		equal(of(option), option.uuid);
		equal(of({ ...option, hostapd_bss_options: [LINE] }), LINE.slice(5));
	});

	it('wps_independent=0 makes a group as well', () => {
		const { ubus, state } = house(bothBands(HOME, { hostapd_bss_options: ['wps_independent=0'] }));
		ubus(LOW, 'wps_start');
		equal(state(HIGH)[0], 'Active');
	});

	it('one that hostapd does not like takes the whole radio down, not the other radio', () => {
		const lines = { 'uuid=77707300': /invalid UUID/, skip_cred_build: /invalid line/, 'Skip=1': /unknown config/ };
		for (const [line, complaint] of Object.entries(lines)) {
			const bad = { device: 'radio0', ...HOME, hostapd_bss_options: [line] };
			const { router } = house({ ...bothBands(HOME), home2: bad, second: { device: 'radio0', ...GUESTS } });
			deepEqual(
				router.bus.list('hostapd.*').map(({ name }) => name),
				[`hostapd.${HIGH}`],
				line
			);
			match(router.log.join('\n'), complaint);
		}
	});

	it('a build without WPS knows none of them', () => {
		const plain = { ...HOME, wps_pushbutton: '0' };
		const radios = (lines: string[]) =>
			house(bothBands(plain, { hostapd_bss_options: lines }), { installed: 'basic' }).router.bus.list(
				'hostapd.*'
			);
		equal(radios(['ap_max_inactivity=600']).length, 2);
		equal(radios(['skip_cred_build=1']).length, 0);
	});
});

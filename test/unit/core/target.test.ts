import './builtins';
import { deepEqual, equal } from 'node:assert/strict';
import { PROBLEMS, type ProblemCode } from '../../../src/contract/problem';
import type { AccessPoint } from '../../../src/contract/status';
import { candidates, matches, refusal } from '../../../src/core/target';

function accessPoint(
	section: string,
	ifname: string | null,
	ready: boolean,
	problems: ProblemCode[] = []
): AccessPoint {
	return {
		ifname,
		section,
		radio: 'radio0',
		ssid: 'Home',
		bssid: null,
		band: '2g',
		channel: 6,
		enabled: true,
		persistent: true,
		ready,
		problems: problems.map(code => ({
			code,
			severity: PROBLEMS[code].refusal === null ? 'warning' : 'error',
			option: null,
			fix: null,
			seconds: null
		})),
		session: null,
		job: null
	};
}

const HOME = accessPoint('home', 'phy0-ap0', true);
const HOME_OFF = accessPoint('home', 'phy0-ap0', false, ['wps_disabled']);
const HOME_5G = accessPoint('home', 'phy1-ap0', true);
const GUEST = accessPoint('guest', 'phy0-ap1', true);
const GUEST_OFF = accessPoint('guest', 'phy0-ap1', false, ['wps_disabled']);
const DOWN = accessPoint('home', null, false, ['radio_down']);

describe('target', () => {
	const anything = { ifname: null, section: null };
	const byIfname = (ifname: string) => ({ ifname, section: null });
	const bySection = (section: string) => ({ ifname: null, section });

	type Case = [
		name: string,
		there: AccessPoint[],
		target: Parameters<typeof candidates>[1],
		chosen: AccessPoint | string
	];
	const cases: Case[] = [
		['nobody named, one is ready', [HOME], anything, HOME],
		['nobody named, one of several is ready', [HOME_OFF, GUEST], anything, GUEST],
		['nobody named, several are ready', [HOME, GUEST], anything, 'ambiguous_target'],
		['nobody named, one section is ready on two radios', [HOME, HOME_5G], anything, 'ambiguous_target'],
		['nobody named, the only one is not ready: its own problem is to be told', [HOME_OFF], anything, HOME_OFF],
		['nobody named, several and none of them ready', [HOME_OFF, GUEST_OFF], anything, 'ambiguous_target'],
		['nobody named, nobody there', [], anything, 'unknown_target'],
		['named by its interface', [HOME, GUEST], byIfname('phy0-ap1'), GUEST],
		['named by its interface, ready or not', [HOME, GUEST_OFF], byIfname('phy0-ap1'), GUEST_OFF],
		['named by an interface that is not there', [HOME, GUEST], byIfname('wlan0'), 'unknown_target'],
		['named by an interface when none has a name', [DOWN], byIfname('phy0-ap0'), 'unknown_target'],
		['named by its section', [HOME, GUEST], bySection('guest'), GUEST],
		['named by its section, ready or not', [HOME, GUEST_OFF], bySection('guest'), GUEST_OFF],
		['named by its section without an interface', [DOWN, GUEST], bySection('home'), DOWN],
		['named by a section that is not there', [HOME], bySection('attic'), 'unknown_target'],
		['named by a section that is on two radios', [HOME, HOME_5G], bySection('home'), 'ambiguous_target'],
		[
			'named by a section that is on two radios, ready on one',
			[DOWN, HOME_5G],
			bySection('home'),
			'ambiguous_target'
		],
		['named by both', [HOME, HOME_5G, GUEST], { ifname: 'phy1-ap0', section: 'home' }, HOME_5G],
		[
			'named by both, which do not belong together',
			[HOME, GUEST],
			{ ifname: 'phy0-ap1', section: 'home' },
			'unknown_target'
		],
		['named by an empty name', [HOME], byIfname(''), 'unknown_target']
	];
	for (const [name, there, target, chosen] of cases)
		it(name, () => {
			const meant = candidates(there, target);
			if (typeof chosen === 'string') equal(refusal(meant), chosen);
			else deepEqual(meant, [chosen]);
		});

	it('fits by all that is named', () => {
		deepEqual(
			[anything, byIfname('phy0-ap0'), bySection('home'), { ifname: 'phy0-ap0', section: 'home' }].map(target =>
				matches(target, HOME)
			),
			[true, true, true, true]
		);
		deepEqual(
			[
				byIfname('phy1-ap0'),
				bySection('guest'),
				{ ifname: 'phy0-ap0', section: 'guest' },
				{ ifname: 'wlan0', section: 'home' }
			].map(target => matches(target, HOME)),
			[false, false, false, false]
		);
	});
});

describe('refusal', () => {
	/** The error of `start` by problem: see "Errors" in the contract. */
	const ERRORS: Record<string, ProblemCode[]> = {
		wps_not_supported: ['no_daemon', 'daemon_without_wps', 'daemon_restart_needed'],
		not_on_air: ['radio_disabled', 'radio_down', 'radar_check', 'not_on_air'],
		unsuitable_network: [
			'open_network',
			'wep',
			'tkip_only',
			'enterprise',
			'wpa3_only',
			'ppsk',
			'hidden_ssid',
			'band_6ghz',
			'multi_ap_backhaul'
		],
		wps_disabled: ['wps_disabled'],
		busy: ['unsaved_changes'],
		already_open: ['window_open'],
		overlap: ['overlap']
	};
	for (const [error, codes] of Object.entries(ERRORS))
		for (const code of codes)
			it(`${code} is refused with ${error}`, () =>
				equal(refusal([accessPoint('home', 'phy0-ap0', false, [code])]), error));

	const WARNINGS: ProblemCode[] = ['mac_allow_list', 'not_persistent', 'shared_flag', 'pin_exposed', 'fast_roaming'];
	for (const code of WARNINGS)
		it(`${code} is not refused`, () => equal(refusal([accessPoint('home', 'phy0-ap0', true, [code])]), null));

	it('has a verdict on every problem', () => {
		deepEqual([...Object.values(ERRORS).flat(), ...WARNINGS].sort(), Object.keys(PROBLEMS).sort());
	});

	it('is none without a problem', () => equal(refusal([HOME]), null));

	it('is the one of the first error', () => {
		equal(
			refusal([accessPoint('home', null, false, ['mac_allow_list', 'hidden_ssid', 'wps_disabled'])]),
			'unsuitable_network'
		);
	});
});

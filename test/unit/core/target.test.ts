import './builtins';
import { deepEqual, equal } from 'node:assert/strict';
import { PROBLEMS, type Problem, type ProblemCode } from '../../../src/contract/problem';
import { choose, isMeant, type Target } from '../../../src/core/target';
import { wholeOf, type Whole } from '../../../src/core/network-state';
import { network } from './networks';

const RADIO1 = { name: 'radio1', band: '5g', channel: 36 } as const;

const problem = (code: ProblemCode): Problem => ({
	code,
	severity: PROBLEMS[code].refusal === null ? 'warning' : 'error',
	option: null,
	fix: null,
	seconds: null,
	sections: []
});

const target = (named: Partial<Target> = {}): Target => ({ network: null, section: null, ifname: null, ...named });

/** A network on 2.4 GHz, or on both, with these problems of each access point. */
function whole(name: string, ...problems: ProblemCode[][]): Whole {
	return wholeOf(
		problems.map((codes, i) => ({
			bss: network(
				{
					section: `${name}${i}`,
					ifname: `phy${i}-${name}`,
					ssid: name,
					wps: !codes.includes('wps_disabled'),
					independent: false
				},
				i ? RADIO1 : {}
			),
			problems: codes.map(problem),
			ready: codes.every(code => PROBLEMS[code].refusal === null)
		}))
	);
}

/** Interfaces on which it opens, or the error. */
function chosen(wholes: Whole[], named: Partial<Target> = {}): string[] | string {
	const choice = choose(wholes, target(named));
	return choice.error ?? choice.opening.map(bss => bss.ifname ?? '');
}

describe('choose', () => {
	const home = whole('Home', [], ['not_persistent']);
	const guest = whole('Guest', ['wps_disabled']);
	const cases: [what: string, Whole[], Partial<Target>, string[] | string][] = [
		['the only ready one, on all its access points', [home, guest], {}, ['phy0-Home', 'phy1-Home']],
		['several ready', [home, whole('Other', [])], {}, 'ambiguous_target'],
		['by SSID', [home, whole('Other', [])], { network: 'Home' }, ['phy0-Home', 'phy1-Home']],
		['by one of its sections', [home, whole('Other', [])], { section: 'Home1' }, ['phy0-Home', 'phy1-Home']],
		['by interface, on that one alone', [home], { ifname: 'phy1-Home' }, ['phy1-Home']],
		['a name that nobody has', [home], { network: 'Nobody' }, 'unknown_target'],
		['the named one is not ready', [home, guest], { network: 'Guest' }, 'wps_disabled'],
		['only the ready ones of a network', [whole('Home', [], ['radar_check'])], {}, ['phy0-Home']],
		[
			'the named interface is not ready',
			[whole('Home', [], ['radar_check'])],
			{ ifname: 'phy1-Home' },
			'not_on_air'
		],
		[
			'one SSID, two networks, one of them ready',
			[whole('Home', ['wpa3_only']), home],
			{ network: 'Home' },
			['phy0-Home', 'phy1-Home']
		],
		['one SSID, two networks, both ready', [home, whole('Home', [])], { network: 'Home' }, 'ambiguous_target'],
		['none ready: the only one with WPS on', [whole('Home', ['radio_down']), guest], {}, 'not_on_air'],
		['none ready: the only network', [whole('Home', ['wpa3_only', 'wps_disabled'])], {}, 'unsuitable_network'],
		[
			'none ready: several, none with WPS on',
			[guest, whole('Other', ['wps_disabled', 'hidden_ssid'])],
			{},
			'wps_disabled'
		],
		[
			'none ready: several with WPS on',
			[whole('Home', ['radio_down']), whole('Other', ['radio_down'])],
			{},
			'wps_disabled'
		],
		['no network at all', [], {}, 'wps_disabled']
	];
	for (const [what, wholes, named, expected] of cases)
		it(`${what}: ${String(expected)}`, () => deepEqual(chosen(wholes, named), expected));
});

describe('a whole network', () => {
	it('is ready when one of its access points is, and then nothing stands in the way', () => {
		const { ready, obstacle } = whole('Home', ['band_6ghz'], []);
		deepEqual([ready, obstacle], [true, null]);
	});

	it('else what keeps the nearest from it does', () =>
		equal(whole('Home', ['wpa3_only'], ['radar_check'])?.obstacle?.code, 'radar_check'));

	it('tells what its access points have in common once, in the order of the table, with the shortest wait', () => {
		const places = [network(), network({ section: 'home5' }, RADIO1)].map((bss, i) => ({
			bss,
			problems: [
				{ ...problem('fast_roaming'), sections: [bss.section] },
				{ ...problem('overlap'), seconds: 40 - i, sections: [bss.section] }
			],
			ready: false
		}));
		deepEqual(
			wholeOf(places).problems.map(({ code, seconds, sections }) => [code, seconds, sections]),
			[
				['overlap', 39, ['home', 'home5']],
				['bands_apart', null, ['home', 'home5']],
				['fast_roaming', null, ['home', 'home5']]
			]
		);
		// What it was made of stays as it was.
		deepEqual(places[0]?.problems[0]?.sections, ['home']);
	});
});

describe('isMeant', () => {
	const bsses = [network(), network({ section: 'home5', ifname: 'phy1-ap0' }, RADIO1)];
	const cases: [Partial<Target>, boolean][] = [
		[{}, true],
		[{ network: 'Home' }, true],
		[{ network: 'home' }, false],
		[{ section: 'home5' }, true],
		[{ section: 'Home' }, false],
		[{ ifname: 'phy1-ap0' }, true],
		[{ ifname: 'phy1-ap1' }, false]
	];
	for (const [named, meant] of cases)
		it(`${JSON.stringify(named)}: ${meant}`, () => equal(isMeant(target(named), bsses), meant));
});

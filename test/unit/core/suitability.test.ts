import './builtins';
import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Bss, Radio } from '../../../src/contract/bss';
import { PROBLEMS, type Problem, type ProblemCode } from '../../../src/contract/problem';
import type { Daemon } from '../../../src/contract/status';
import { obstacle, problemsOf, type Situation } from '../../../src/core/suitability';
import { network } from './networks';

/** What is other than it should be. */
interface Change extends Partial<Omit<Situation, 'bss' | 'daemon'>> {
	bss?: Partial<Omit<Bss, 'radio'>>;
	radio?: Partial<Radio>;
	daemon?: Partial<Daemon>;
}

/** All is well but for the changes. */
function situation({ bss, radio, daemon, ...around }: Change): Situation {
	return {
		bss: network(bss, radio),
		daemon: {
			package: 'wpad-mbedtls',
			installed_has_wps: true,
			running_has_wps: true,
			pin_available: true,
			package_manager: 'opkg',
			remedy: null,
			...daemon
		},
		daemon_installed: true,
		answers: true,
		beacons: true,
		uplink_away: false,
		full: false,
		open: null,
		overlap_left: 0,
		radar_left: 0,
		persistent: true,
		flagged: 1,
		grouped: false,
		elsewhere: false,
		apart: false,
		...around
	};
}

const codesOf = (change: Change) => problemsOf(situation(change)).map(({ code }) => code);

/** What differs from the rule: the option at fault, how long to wait, and the mend where the usual one does not help. */
type Found = Partial<Pick<Problem, 'option' | 'seconds' | 'fix'>>;

/** One situation with exactly this problem; `along` are those that necessarily come with it. */
type Case = [name: string, change: Change, found?: Found, along?: ProblemCode[]];

interface Rule {
	when: Case[];
	/** Situations in which it does not appear. */
	not?: [name: string, change: Change][];
}

/** Not heard of hostapd. */
const AWAY = { answers: false, beacons: null };

const NOT_WAITED_FOR: [name: string, change: Change][] = [
	['the network is switched off', { ...AWAY, bss: { disabled: true } }],
	['the radio is switched off', { ...AWAY, radio: { disabled: true } }],
	['nobody runs the radio', { ...AWAY, radio: { managed: false } }],
	['the radio was stopped', { ...AWAY, radio: { up: false, stopped: true } }],
	['netifd has given up', { ...AWAY, radio: { up: false, failed: true } }],
	['the radio is refused', { ...AWAY, radio: { refusal: { section: 'guest', option: 'encryption' } } }],
	[
		'the radio is refused for this network',
		{ ...AWAY, radio: { refusal: { section: 'home', option: 'encryption' } } }
	]
];

/** Told by the configuration alone. */
const configured = (code: ProblemCode, option: string): Rule => ({
	when: [['the configuration says so', { bss: { faults: { [code]: option } } }, { option }]]
});

const RULES: Partial<Record<ProblemCode, Rule>> = {
	no_daemon: {
		when: [
			[
				'no hostapd is on disk',
				{ daemon_installed: false, daemon: { package: null, installed_has_wps: false, running_has_wps: null } }
			]
		]
	},
	daemon_without_wps: {
		when: [
			[
				'neither the one on disk nor the running one has WPS',
				{ daemon: { installed_has_wps: false, running_has_wps: false } }
			],
			[
				'the one on disk has no WPS and nobody can be asked',
				{ daemon: { installed_has_wps: false, running_has_wps: null } }
			]
		],
		not: [
			['there is none at all', { daemon_installed: false, daemon: { installed_has_wps: false } }],
			['nobody knows', { daemon: { installed_has_wps: null, running_has_wps: null } }]
		]
	},
	daemon_restart_needed: {
		when: [
			['the running one is older and has no WPS', { daemon: { running_has_wps: false } }],
			[
				'the running one is older, and the new one has no WPS',
				{ daemon: { installed_has_wps: false } },
				{},
				['daemon_without_wps']
			]
		],
		not: [
			['nobody can be asked', { daemon: { running_has_wps: null } }],
			['it is not known what is on disk', { daemon: { installed_has_wps: null } }],
			['neither has WPS', { daemon: { installed_has_wps: false, running_has_wps: false } }]
		]
	},
	not_managed: {
		when: [
			[
				"a vendor's software runs the radio",
				{ ...AWAY, radio: { managed: false, up: null } },
				{ option: 'type' }
			],
			["a vendor's script says that it is up", { ...AWAY, radio: { managed: false } }, { option: 'type' }]
		],
		not: [
			['hostapd answers for it', { radio: { managed: false } }],
			['it is switched off', { ...AWAY, radio: { managed: false, disabled: true } }]
		]
	},
	radio_disabled: {
		when: [
			['the network is switched off', { bss: { disabled: true }, ...AWAY }, { option: 'disabled' }],
			['the radio is switched off', { radio: { disabled: true, up: false }, ...AWAY }, { option: 'disabled' }],
			[
				'netifd does not know the radio that is switched off',
				{ radio: { disabled: true, up: null }, ...AWAY },
				{ option: 'disabled' }
			]
		]
	},
	radio_stopped: {
		when: [
			['somebody said wifi down', { radio: { up: false, stopped: true }, ...AWAY }],
			['and it could not come up before', { radio: { up: false, stopped: true, failed: true }, ...AWAY }]
		],
		not: [['it is switched off', { radio: { up: false, stopped: true, disabled: true }, ...AWAY }]]
	},
	radio_failed: {
		when: [
			['netifd has given up', { radio: { up: false, failed: true }, ...AWAY }],
			[
				'another network makes hostapd refuse the radio',
				{ radio: { refusal: { section: 'guest', option: 'encryption' } }, ...AWAY },
				{ option: 'encryption' }
			],
			[
				'an option that says nothing of WPS does',
				{ radio: { up: false, failed: true, refusal: { section: 'home', option: 'macfilter' } }, ...AWAY },
				{ option: 'macfilter' }
			]
		],
		not: [
			[
				'the option has a word of its own',
				{
					bss: { faults: { unknown_encryption: 'encryption' } },
					radio: { refusal: { section: 'home', option: 'encryption' } },
					...AWAY
				}
			],
			['hostapd runs an older configuration', { radio: { refusal: { section: 'home', option: 'ssid' } } }],
			['somebody said wifi down', { radio: { up: false, stopped: true, failed: true }, ...AWAY }]
		]
	},
	multi_ap_backhaul: configured('multi_ap_backhaul', 'multi_ap'),
	unknown_encryption: configured('unknown_encryption', 'encryption'),
	open_network: configured('open_network', 'encryption'),
	wep: configured('wep', 'encryption'),
	tkip_only: configured('tkip_only', 'encryption'),
	enterprise: configured('enterprise', 'encryption'),
	wpa3_only: configured('wpa3_only', 'encryption'),
	bad_key: configured('bad_key', 'key'),
	ppsk: configured('ppsk', 'ppsk'),
	mac_authentication: configured('mac_authentication', 'auth_server'),
	hidden_ssid: configured('hidden_ssid', 'ignore_broadcast_ssid'),
	band_6ghz: configured('band_6ghz', 'band'),
	wps_disabled: {
		when: [
			[
				'the switch is off',
				{ bss: { wps: false, faults: { wps_disabled: 'wps_pushbutton' } } },
				{ option: 'wps_pushbutton' }
			],
			[
				'a raw line takes it away, which no switch of ours mends',
				{ bss: { wps: false, faults: { wps_disabled: 'hostapd_bss_options' } } },
				{ option: 'hostapd_bss_options', fix: 'wireless' }
			]
		]
	},
	unsaved_changes: {
		when: [
			['somebody is changing the network', { bss: { unsaved: true } }],
			['netifd runs an older configuration', { bss: { applied: false } }]
		],
		not: [['netifd runs none', { bss: { applied: null } }]]
	},
	radio_down: {
		when: [
			['the radio is not up', { radio: { up: false }, ...AWAY }],
			['netifd does not know the radio', { radio: { up: null }, ...AWAY }]
		],
		not: [...NOT_WAITED_FOR, ['it listens for radar', { radio: { up: false }, radar_left: 60 }]]
	},
	radar_check: {
		when: [
			['for its last second', { ...AWAY, radar_left: 1 }, { seconds: 1 }],
			['for a while', { ...AWAY, radar_left: 42 }, { seconds: 42 }],
			['before the radio is up', { ...AWAY, radio: { up: false }, radar_left: 60 }, { seconds: 60 }]
		],
		not: NOT_WAITED_FOR.slice(0, 2).map(([name, change]) => [name, { ...change, radar_left: 60 }])
	},
	not_on_air: {
		when: [['hostapd does not answer for it', AWAY]],
		not: [
			...NOT_WAITED_FOR,
			['the radio is down', { radio: { up: false }, ...AWAY }],
			['it listens for radar', { radar_left: 60, ...AWAY }]
		]
	},
	silent: {
		when: [
			['hostapd does not send', { beacons: false }],
			['it waits for the uplink', { beacons: false, uplink_away: true }, { fix: 'wait' }]
		],
		not: [
			['nobody knows', { beacons: null }],
			['hostapd is not there at all', { ...AWAY, beacons: false }]
		]
	},
	full: { when: [['as many devices as it takes are there', { full: true }, { option: 'maxassoc' }]] },
	window_open: {
		when: [
			['for a known time', { open: { remaining: 73 } }, { seconds: 73 }],
			['since an unknown time', { open: { remaining: null } }]
		]
	},
	overlap: {
		when: [
			['for two minutes', { overlap_left: 120 }, { seconds: 120 }],
			['to the last second', { overlap_left: 1 }, { seconds: 1 }]
		]
	},
	mac_allow_list: configured('mac_allow_list', 'macfilter'),
	pin_exposed: configured('pin_exposed', 'wps_pin'),
	not_persistent: {
		when: [['devices are forgotten', { persistent: false }, { option: 'hostapd_bss_options' }]],
		not: [
			['WPS is off', { bss: { wps: false }, persistent: false }],
			['WPS can not work anyway', { persistent: false, bss: { faults: { open_network: 'encryption' } } }],
			["a vendor's software runs the radio", { persistent: false, radio: { managed: false } }]
		]
	},
	shared_flag: {
		when: [
			['two networks', { flagged: 2 }, { option: 'wps_pushbutton' }],
			['two networks of one group', { flagged: 2, grouped: true }, { option: 'wps_independent' }]
		],
		not: [
			['one network', { flagged: 1 }],
			['it is off here', { bss: { wps: false }, flagged: 2 }]
		]
	},
	fast_roaming: {
		...configured('fast_roaming', 'ieee80211r'),
		not: [['WPS is off', { bss: { wps: false, faults: { fast_roaming: 'ieee80211r' } } }]]
	},
	pmf_required: {
		...configured('pmf_required', 'ieee80211w'),
		not: [['WPS is off', { bss: { wps: false, faults: { pmf_required: 'ieee80211w' } } }]]
	},
	routers_apart: {
		when: [['it has not the UUID of the house', { apart: true }, { option: 'uuid' }]],
		not: [['WPS is off', { bss: { wps: false }, apart: true }]]
	},
	other_routers: {
		when: [['devices get keys that another router of the house does not know', { elsewhere: true }]],
		not: [['WPS is off', { bss: { wps: false }, elsewhere: true }]]
	}
};

/** Of several access points: core/network-state.ts says it. */
const ELSEWHERE: ProblemCode[] = ['bands_apart'];

describe('problems', () => {
	it('there are none', () => deepEqual(problemsOf(situation({})), []));

	for (const [code, { when, not = [] }] of Object.entries(RULES) as [ProblemCode, Rule][])
		describe(code, () => {
			const { fix, refusal } = PROBLEMS[code];
			const severity = refusal === null ? 'warning' : 'error';
			for (const [name, change, found = {}, along = []] of when)
				it(`when ${name}`, () => {
					const problems = problemsOf(situation(change)).filter(problem => !along.includes(problem.code));
					deepEqual(problems, [
						{ code, severity, option: null, fix, seconds: null, sections: ['home'], ...found }
					]);
				});

			for (const [name, change] of not) it(`not when ${name}`, () => ok(!codesOf(change).includes(code)));
		});

	it('has a rule for every code of the contract', () =>
		deepEqual([...Object.keys(RULES), ...ELSEWHERE].sort(), Object.keys(PROBLEMS).sort()));

	it('only what comes by itself is waited for', () => {
		for (const [name, change] of NOT_WAITED_FOR)
			ok(!problemsOf(situation(change)).some(({ fix }) => fix === 'wait'), name);
	});

	describe('order', () => {
		const faults = (...codes: ProblemCode[]) => Object.fromEntries(codes.map(code => [code, 'x']));
		const cases: [name: string, change: Change, codes: ProblemCode[]][] = [
			[
				'the daemon before the network, the network before the switch',
				{
					daemon: { installed_has_wps: false, running_has_wps: false },
					bss: { wps: false, faults: faults('wps_disabled', 'band_6ghz', 'hidden_ssid', 'open_network') }
				},
				['daemon_without_wps', 'open_network', 'hidden_ssid', 'band_6ghz', 'wps_disabled']
			],
			[
				'the backhaul before its hidden name',
				{ bss: { faults: faults('hidden_ssid', 'multi_ap_backhaul') } },
				['multi_ap_backhaul', 'hidden_ssid']
			],
			[
				'the switch before saving, saving before waiting',
				{
					bss: { wps: false, faults: faults('wps_disabled'), unsaved: true },
					...AWAY,
					overlap_left: 5
				},
				['wps_disabled', 'unsaved_changes', 'not_on_air', 'overlap']
			],
			[
				'an open window before the devices that asked',
				{ open: { remaining: 9 }, overlap_left: 5 },
				['window_open', 'overlap']
			],
			[
				'warnings last',
				{
					bss: { faults: faults('fast_roaming', 'pmf_required', 'pin_exposed', 'mac_allow_list') },
					persistent: false,
					flagged: 2,
					radar_left: 60,
					...AWAY
				},
				[
					...(['radar_check', 'mac_allow_list', 'not_persistent', 'shared_flag', 'pin_exposed'] as const),
					...(['fast_roaming', 'pmf_required'] as const)
				]
			]
		];
		for (const [name, change, codes] of cases) it(name, () => deepEqual(codesOf(change), codes));

		it('is that of the contract in any situation', () => {
			const order = Object.keys(PROBLEMS);
			const flag = fc.boolean();
			const some = <T>(shape: { [K in keyof T]?: fc.Arbitrary<T[K]> }) =>
				fc.record(shape as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] }) as fc.Arbitrary<
					Partial<T>
				>;
			const codes = fc.subarray(['hidden_ssid', 'wps_disabled', 'bad_key', 'mac_allow_list', 'open_network']);
			const any: fc.Arbitrary<Change> = fc
				.tuple(
					some<Omit<Change, 'bss' | 'radio' | 'daemon'>>({
						daemon_installed: flag,
						answers: flag,
						beacons: fc.constantFrom(true, false, null),
						full: flag,
						open: fc.constantFrom(null, { remaining: 7 }),
						overlap_left: fc.nat(120),
						radar_left: fc.nat(600),
						persistent: flag,
						flagged: fc.nat(3),
						grouped: flag,
						elsewhere: flag
					}),
					some<Partial<Bss>>({
						disabled: flag,
						faults: codes.map(given => faults(...(given as ProblemCode[]))),
						wps: flag,
						applied: fc.constantFrom(true, false, null),
						unsaved: flag
					}),
					some<Radio>({
						disabled: flag,
						managed: flag,
						stopped: flag,
						failed: flag,
						refusal: fc.constantFrom(null, { section: 'home', option: 'key' }),
						up: fc.constantFrom(true, false, null)
					}),
					some<Daemon>({ installed_has_wps: flag, running_has_wps: fc.constantFrom(true, false, null) })
				)
				.map(([around, bss, radio, daemon]) => ({ ...around, bss, radio, daemon }) as Change);

			fc.assert(
				fc.property(any, change => {
					const problems = problemsOf(situation(change));
					const places = problems.map(({ code }) => order.indexOf(code));
					deepEqual(
						places,
						[...new Set(places)].sort((a, b) => a - b)
					);
					equal(obstacle(problems), problems.find(({ severity }) => severity === 'error') ?? null);
				}),
				{ numRuns: 1000 }
			);
		});
	});

	describe('obstacle', () => {
		const first = (change: Change) => obstacle(problemsOf(situation(change)))?.code ?? null;
		const warned = { flagged: 2, bss: { faults: { mac_allow_list: 'macfilter' } } };

		it('none', () => equal(first({}), null));
		it('warnings are none', () => equal(first(warned), null));
		it('an error behind nothing', () => equal(first({ open: { remaining: null } }), 'window_open'));
		it('an error among warnings', () => equal(first({ ...warned, overlap_left: 5 }), 'overlap'));
		it('the first of several errors', () =>
			equal(
				first({ bss: { wps: false, faults: { wps_disabled: 'wps_pushbutton', hidden_ssid: 'hidden' } } }),
				'hidden_ssid'
			));
	});
});

import './builtins';
import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Bss, Radio } from '../../../src/contract/bss';
import { PROBLEMS, type Fix, type Problem, type ProblemCode } from '../../../src/contract/problem';
import type { Daemon } from '../../../src/contract/status';
import { obstacle, problemsOf, type Situation } from '../../../src/core/suitability';
import { network } from './networks';

/** What is other than it should be. */
interface Change extends Partial<Omit<Situation, 'network' | 'daemon'>> {
	network?: Partial<Omit<Bss, 'radio'>>;
	radio?: Partial<Radio>;
	daemon?: Partial<Daemon>;
}

/** All is well but for the changes. */
function situation({ network: net, radio, daemon, ...around }: Change): Situation {
	return {
		network: network(net, radio),
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
		on_air: true,
		open: null,
		overlap_left: 0,
		radar_left: 0,
		persistent: true,
		flagged: 1,
		...around
	};
}

const codesOf = (change: Change) => problemsOf(situation(change)).map(({ code }) => code);

/** What differs from the rule: the option at fault, how long to wait, and the mend where the usual one does not help. */
type Found = Partial<Pick<Problem, 'option' | 'seconds' | 'fix'>>;

/** One situation with exactly this problem; `along` are those that necessarily come with it. */
type Case = [name: string, change: Change, found?: Found, along?: ProblemCode[]];

interface Rule {
	severity: Problem['severity'];
	fix: Fix;
	when: Case[];
	/** Situations in which it does not appear. */
	not?: [name: string, change: Change][];
}

const OFF: Change = { network: { wps: false } };
const NOT_WAITED_FOR: [name: string, change: Change][] = [
	['the network is switched off', { network: { disabled: true } }],
	['the radio is switched off', { radio: { disabled: true } }]
];

function encryptionRule(encryptions: string[], others: string[] = ['psk2', 'sae-mixed']): Rule {
	return {
		severity: 'error',
		fix: 'wireless',
		when: encryptions.map(encryption => [encryption, { network: { encryption } }, { option: 'encryption' }]),
		not: others.map(encryption => [encryption, { network: { encryption } }])
	};
}

const RULES: Record<ProblemCode, Rule> = {
	no_daemon: {
		severity: 'error',
		fix: 'package',
		when: [
			[
				'no hostapd is on disk',
				{ daemon_installed: false, daemon: { package: null, installed_has_wps: false, running_has_wps: null } }
			]
		]
	},
	daemon_without_wps: {
		severity: 'error',
		fix: 'package',
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
		not: [['there is none at all', { daemon_installed: false, daemon: { installed_has_wps: false } }]]
	},
	daemon_restart_needed: {
		severity: 'error',
		fix: null,
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
			['neither has WPS', { daemon: { installed_has_wps: false, running_has_wps: false } }]
		]
	},
	radio_disabled: {
		severity: 'error',
		fix: 'wireless',
		when: [
			['the network is switched off', { network: { disabled: true } }, { option: 'disabled' }],
			[
				'the radio is switched off',
				{ radio: { disabled: true, up: false }, on_air: false },
				{ option: 'disabled' }
			],
			[
				'netifd does not know the radio that is switched off',
				{ radio: { disabled: true, up: null }, on_air: false },
				{ option: 'disabled' }
			]
		]
	},
	open_network: encryptionRule(['none', 'owe', 'open']),
	wep: encryptionRule(['wep', 'wep-open', 'wep+shared']),
	tkip_only: encryptionRule(['psk', 'psk2+tkip'], ['psk2', 'psk2+tkip+ccmp', 'psk-mixed']),
	enterprise: encryptionRule(['wpa', 'wpa2', 'wpa3', 'dpp']),
	wpa3_only: encryptionRule(['sae'], ['sae-mixed', 'sae-compat']),
	ppsk: {
		severity: 'error',
		fix: 'wireless',
		when: [
			['keys come from a RADIUS server', { network: { ppsk: true } }, { option: 'ppsk' }],
			['a RADIUS server knows who may come in', { network: { macfilter: 'radius' } }, { option: 'macfilter' }],
			['both', { network: { ppsk: true, macfilter: 'radius' } }, { option: 'ppsk' }]
		],
		not: [['a list of addresses', { network: { macfilter: 'deny' } }]]
	},
	hidden_ssid: {
		severity: 'error',
		fix: 'wireless',
		when: [['the name is not sent', { network: { hidden: true } }, { option: 'hidden' }]]
	},
	band_6ghz: {
		severity: 'error',
		fix: null,
		when: [['6 GHz', { radio: { band: '6g' } }, { option: 'band' }]],
		not: [
			['2.4 GHz', { radio: { band: '2g' } }],
			['5 GHz', { radio: { band: '5g' } }],
			['an unknown band', { radio: { band: null } }]
		]
	},
	multi_ap_backhaul: {
		severity: 'error',
		fix: null,
		when: [['backhaul alone', { network: { multi_ap: '1' } }, { option: 'multi_ap' }]],
		not: ['', '0', '2', '3'].map(multi_ap => [`multi_ap ${multi_ap || '(none)'}`, { network: { multi_ap } }])
	},
	wps_disabled: {
		severity: 'error',
		fix: 'enable',
		when: [
			['the option is off', OFF, { option: 'wps_pushbutton' }],
			[
				'the option is off, and nothing runs',
				{ network: { wps: false, applied: null } },
				{ option: 'wps_pushbutton' }
			]
		]
	},
	unsaved_changes: {
		severity: 'error',
		fix: 'wireless',
		when: [
			['somebody is changing the network', { network: { unsaved: true } }],
			['netifd runs an older configuration', { network: { applied: false } }]
		],
		not: [
			['netifd runs none', { network: { applied: null } }],
			['WPS is off in both', OFF]
		]
	},
	radio_down: {
		severity: 'error',
		fix: 'wait',
		when: [
			['the radio is not up', { radio: { up: false }, on_air: false }],
			['netifd does not know the radio', { radio: { up: null }, on_air: false }]
		],
		not: [...NOT_WAITED_FOR, ['it listens for radar', { radio: { up: false }, radar_left: 60 }]]
	},
	radar_check: {
		severity: 'error',
		fix: 'wait',
		when: [
			['for its last second', { on_air: false, radar_left: 1 }, { seconds: 1 }],
			['for a while', { on_air: false, radar_left: 42 }, { seconds: 42 }],
			['before the radio is up', { radio: { up: false }, on_air: false, radar_left: 60 }, { seconds: 60 }]
		],
		not: NOT_WAITED_FOR.map(([name, change]) => [name, { ...change, radar_left: 60 }])
	},
	not_on_air: {
		severity: 'error',
		fix: 'wait',
		when: [['hostapd does not answer for it', { on_air: false }]],
		not: [
			...NOT_WAITED_FOR.map(([name, change]): [string, Change] => [name, { ...change, on_air: false }]),
			['the radio is down', { radio: { up: false }, on_air: false }],
			['it listens for radar', { radar_left: 60, on_air: false }]
		]
	},
	window_open: {
		severity: 'error',
		fix: 'wait',
		when: [
			['for a known time', { open: { remaining: 73 } }, { seconds: 73 }],
			['since an unknown time', { open: { remaining: null }, window_left: null }]
		]
	},
	overlap: {
		severity: 'error',
		fix: 'wait',
		when: [
			['for two minutes', { overlap_left: 120 }, { seconds: 120 }],
			['to the last second', { overlap_left: 1 }, { seconds: 1 }]
		]
	},
	mac_allow_list: {
		severity: 'warning',
		fix: 'wireless',
		when: [['only listed devices', { network: { macfilter: 'allow' } }, { option: 'macfilter' }]],
		not: [
			['all but listed devices', { network: { macfilter: 'deny' } }],
			['switched off', { network: { macfilter: 'disable' } }]
		]
	},
	not_persistent: {
		severity: 'warning',
		fix: 'enable',
		when: [
			['no key file', { persistent: false, network: { psk_file: null } }, { option: 'wpa_psk_file' }],
			[
				'a key file of the owner',
				{ persistent: false, network: { psk_file: '/etc/my.psk' } },
				{ option: 'wpa_psk_file', fix: null }
			],
			[
				'keys of single devices',
				{ persistent: false, network: { stations: true } },
				{ option: 'wifi-station', fix: null }
			]
		],
		not: [
			['WPS is off', { ...OFF, persistent: false }],
			['WPS can not work anyway', { persistent: false, network: { encryption: 'none' } }]
		]
	},
	shared_flag: {
		severity: 'warning',
		fix: 'wireless',
		when: [
			['two networks', { flagged: 2 }, { option: 'wps_pushbutton' }],
			['five networks', { flagged: 5 }, { option: 'wps_pushbutton' }]
		],
		not: [
			['one network', { flagged: 1 }],
			['it is off here', { ...OFF, flagged: 2 }]
		]
	},
	pin_exposed: {
		severity: 'warning',
		fix: 'enable',
		when: [
			...['wps_pin', 'ap_pin', 'wps_label', 'ext_registrar'].map((option): Case => [
				option,
				{ network: { pin_option: option } },
				{ option }
			]),
			[
				'a PIN although WPS is off',
				{ network: { ...OFF.network, pin_option: 'wps_pin' } },
				{ option: 'wps_pin' },
				['wps_disabled']
			]
		]
	},
	fast_roaming: {
		severity: 'warning',
		fix: 'wireless',
		when: [['802.11r', { network: { fast_roaming: true } }, { option: 'ieee80211r' }]],
		not: [['WPS is off', { network: { ...OFF.network, fast_roaming: true } }]]
	}
};

describe('problems', () => {
	it('there are none', () => deepEqual(problemsOf(situation({})), []));

	for (const [code, { severity, fix, when, not = [] }] of Object.entries(RULES) as [ProblemCode, Rule][])
		describe(code, () => {
			for (const [name, change, found = {}, along = []] of when)
				it(`when ${name}`, () => {
					const problems = problemsOf(situation(change)).filter(problem => !along.includes(problem.code));
					deepEqual(problems, [{ code, severity, option: null, fix, seconds: null, ...found }]);
				});

			for (const [name, change] of not) it(`not when ${name}`, () => ok(!codesOf(change).includes(code)));
		});

	it('has a rule for every code of the contract', () => deepEqual(Object.keys(RULES), Object.keys(PROBLEMS)));

	describe('order', () => {
		const cases: [name: string, change: Change, codes: ProblemCode[]][] = [
			[
				'the daemon before the network, the network before the switch',
				{
					daemon: { installed_has_wps: false, running_has_wps: false },
					network: { hidden: true, encryption: 'none', wps: false },
					radio: { band: '6g' }
				},
				['daemon_without_wps', 'open_network', 'hidden_ssid', 'band_6ghz', 'wps_disabled']
			],
			[
				'what is missing on disk before what has to be restarted',
				{ daemon: { installed_has_wps: false, running_has_wps: true } },
				['daemon_without_wps', 'daemon_restart_needed']
			],
			[
				'the switch before saving, saving before waiting',
				{ network: { wps: false, unsaved: true }, on_air: false, overlap_left: 5 },
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
					network: { macfilter: 'allow', fast_roaming: true, pin_option: 'wps_pin', psk_file: null },
					persistent: false,
					flagged: 2,
					radar_left: 60,
					on_air: false
				},
				['radar_check', 'mac_allow_list', 'not_persistent', 'shared_flag', 'pin_exposed', 'fast_roaming']
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
			const any: fc.Arbitrary<Change> = fc
				.tuple(
					some<Omit<Change, 'network' | 'radio' | 'daemon'>>({
						daemon_installed: flag,
						on_air: flag,
						open: fc.constantFrom(null, { remaining: 7 }),
						overlap_left: fc.nat(120),
						radar_left: fc.nat(600),
						persistent: flag,
						flagged: fc.nat(3)
					}),
					some<Partial<Bss>>({
						disabled: flag,
						encryption: fc.constantFrom('psk2', 'none', 'wep', 'psk', 'wpa2', 'sae'),
						hidden: flag,
						macfilter: fc.constantFrom('', 'allow', 'deny', 'radius'),
						ppsk: flag,
						multi_ap: fc.constantFrom('', '1', '2'),
						wps: flag,
						applied: fc.constantFrom(true, false, null),
						pin_option: fc.constantFrom(null, 'wps_pin'),
						fast_roaming: flag,
						stations: flag,
						unsaved: flag
					}),
					some<Radio>({
						band: fc.constantFrom('5g', '6g', null),
						disabled: flag,
						up: fc.constantFrom(true, false, null)
					}),
					some<Daemon>({ installed_has_wps: flag, running_has_wps: fc.constantFrom(true, false, null) })
				)
				.map(([around, net, radio, daemon]) => ({ ...around, network: net, radio, daemon }) as Change);

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

		it('none', () => equal(first({}), null));
		it('warnings are none', () =>
			equal(first({ flagged: 2, network: { macfilter: 'allow', fast_roaming: true } }), null));
		it('an error behind nothing', () => equal(first({ open: { remaining: null } }), 'window_open'));
		it('an error among warnings', () => equal(first({ flagged: 2, overlap_left: 5 }), 'overlap'));
		it('the first of several errors', () => equal(first({ network: { hidden: true, wps: false } }), 'hidden_ssid'));

		it('is found wherever it stands', () => {
			const [warning] = problemsOf(situation({ flagged: 2 }));
			const [error] = problemsOf(situation({ open: { remaining: null } }));
			ok(warning && error);
			equal(obstacle([warning, error]), error);
			equal(obstacle([warning]), null);
			equal(obstacle([]), null);
		});
	});
});

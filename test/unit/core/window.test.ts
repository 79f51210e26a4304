import './builtins';
import { deepEqual, equal, notEqual } from 'node:assert/strict';
import type { Client, Observation } from '../../../src/contract/observation';
import type { Reason, SessionState } from '../../../src/contract/session';
import { arriveElsewhere, isFollowed, steadyUntil, toSession } from '../../../src/core/window';
import {
	ACTIVE,
	at,
	begin,
	IDLE,
	PHONE,
	play,
	PRINTER,
	registrar,
	says,
	STALE_FAILURE,
	STALE_SUCCESS,
	type Scene,
	type Step
} from './scenes';

const OPEN = says(ACTIVE);
const TIMED_OUT = says(registrar('Timed-out'));
const OVERLAP = says(registrar('Overlap'));
const SUCCEEDED = registrar('Disabled', 'Success', PHONE);
const SUCCESS = says(SUCCEEDED);
const FAILED_ONCE = says(registrar('Active', 'Failed', PHONE));
const CLOSED = says(IDLE);
const GONE: Observation = { kind: 'gone', told: [] };
const SILENT: Observation = { kind: 'silent' };
const NO_WPS: Observation = { kind: 'no_wps' };
const UNKNOWN = says(registrar('Unknown', 'Success', PHONE));

const EXTERNAL: Scene = { origin: 'external', before: ACTIVE };
const SHARED: Scene = { network: { independent: false } };
const PIN: Scene = { method: 'pin' };

/** A client in the middle of its WPS association, and one that came back with the key. */
const PAIRING: Client = { authorized: true, wps: true, signal: -50 };
const BACK: Client = { authorized: true, wps: false, signal: -48 };

type Story = [name: string, scene: Scene, steps: Step[], state: SessionState, reason?: Reason | null];

function tell(stories: Story[]): void {
	for (const [name, scene, steps, state, reason = null] of stories) {
		it(name, () => {
			const last = steps.at(-1)?.[0] ?? 0;
			const session = toSession(play(scene, ...steps), at(last));
			deepEqual({ state: session.state, reason: session.reason }, { state, reason });
			equal(session.ended, session.open ? null : at(last).epoch);
		});
	}
}

describe('push button window', () => {
	describe('success', () => {
		tell([
			[
				'is a new success while the window was open',
				{},
				[
					[1, OPEN],
					[9, SUCCESS]
				],
				'success'
			],
			['is seen when the window opened and closed between two looks', {}, [[1, SUCCESS]], 'success'],
			[
				'is seen when another device starts over at once',
				{},
				[[9, says(registrar('Active', 'Success', PHONE))]],
				'success'
			],
			[
				'is of another device than the last one',
				{ before: STALE_SUCCESS },
				[[9, says(registrar('Disabled', 'Success', PRINTER))]],
				'success'
			],
			[
				'follows a failed attempt of the same device',
				{},
				[
					[3, FAILED_ONCE],
					[9, SUCCESS]
				],
				'success'
			],
			[
				'of the same device as before shows by the window closing alone',
				{ before: STALE_SUCCESS },
				[
					[1, says(STALE_SUCCESS)],
					[9, SUCCESS]
				],
				'success'
			],
			[
				'of the same device as before is believed even when the window was never seen open',
				{ before: STALE_SUCCESS },
				[[2, SUCCESS]],
				'success'
			],
			['of the device whose failure was stale', { before: STALE_FAILURE }, [[9, SUCCESS]], 'success'],
			['of a window that was found open', EXTERNAL, [[9, SUCCESS]], 'success'],
			[
				'of the same device as before in a window that was found open',
				{ ...EXTERNAL, before: STALE_SUCCESS },
				[[9, SUCCESS]],
				'success'
			],
			[
				'comes before a cancel that was on its way',
				{},
				[
					[1, OPEN],
					[5, 'cancel'],
					[5, SUCCESS]
				],
				'success'
			],
			[
				'comes with Timed-out when the walk time ended right after it',
				{},
				[[119, says(registrar('Timed-out', 'Success', PHONE))]],
				'success'
			],
			['on a network that shares its window, by a change', SHARED, [[9, SUCCESS]], 'success']
		]);

		it('names the device by the address that hostapd gives', () => {
			const { peer } = toSession(play({}, [9, SUCCESS]), at(9));
			deepEqual(peer, { mac: PHONE, name: null, ip: null, signal: null, authorized: false });
		});
	});

	describe('without proof', () => {
		tell([
			[
				'a success that was there before is none while the window is open',
				{ before: STALE_SUCCESS },
				[[1, says(STALE_SUCCESS)]],
				'waiting'
			],
			[
				'a success that was there before is none when the walk time is over',
				{ before: STALE_SUCCESS },
				[[120, says(registrar('Timed-out', 'Success', PHONE))]],
				'timeout'
			],
			[
				'a success that was there before is none when several devices ask',
				{ before: STALE_SUCCESS },
				[[9, says(registrar('Overlap', 'Success', PHONE))]],
				'overlap',
				'several_devices'
			],
			[
				"a success that was there before is a sibling's on a network that shares its window",
				{ ...SHARED, before: STALE_SUCCESS },
				[[9, SUCCESS]],
				'lost',
				'sibling'
			],
			['a sibling of the same daemon took the device', SHARED, [[9, CLOSED]], 'lost', 'sibling'],
			[
				'a sibling of the same daemon took the device after a failure here',
				SHARED,
				[
					[3, FAILED_ONCE],
					[9, says(registrar('Disabled', 'Failed', PHONE))]
				],
				'lost',
				'sibling'
			],
			['a success without an address names nobody', {}, [[9, says(registrar('Active', 'Success'))]], 'waiting'],
			['an unknown result is no success', {}, [[9, says(registrar('Active', 'Unknown', PHONE))]], 'waiting'],
			[
				'a failure that was there before is not reported',
				{ before: STALE_FAILURE },
				[[1, says(STALE_FAILURE)]],
				'waiting'
			]
		]);

		it('a failure that was there before counts as no attempt', () => {
			equal(
				play({ before: STALE_FAILURE }, [1, says(STALE_FAILURE)], [2, says(STALE_FAILURE)]).session
					.attempts_failed,
				0
			);
		});

		it('a failure that was there before is not how this window ended', () => {
			const closed = says({ ...STALE_FAILURE, pbc: 'Disabled' });
			const window = play({ before: STALE_FAILURE }, [1, says(STALE_FAILURE)], [9, closed]);
			equal(window.session.state, 'lost');
			notEqual(toSession(window, at(9)).reason, 'authentication_failure');
		});

		it('a success that was there before stays old when hostapd once answers nonsense in between', () => {
			const nonsense = says(registrar('Active', 'Unknown', PHONE));
			equal(play({ before: STALE_SUCCESS }, [1, nonsense], [2, says(STALE_SUCCESS)]).session.state, 'waiting');
		});
	});

	describe('failed attempts', () => {
		tell([
			['leave the window open', {}, [[3, FAILED_ONCE]], 'waiting'],
			[
				'are how it ended when it is found closed',
				{},
				[
					[3, says(registrar('Active', 'Failed', PHONE, 'authentication_failure'))],
					[9, says(registrar('Disabled', 'Failed', PHONE, 'authentication_failure'))]
				],
				'failed',
				'authentication_failure'
			],
			[
				'are how it ended when failure and end are seen at once',
				{},
				[[9, says(registrar('Disabled', 'Failed', PHONE))]],
				'failed',
				'unknown'
			],
			[
				'do not hide that the walk time ran out',
				{},
				[[119, says(registrar('Timed-out', 'Failed', PHONE))]],
				'timeout'
			],
			[
				'do not hide that several devices asked',
				{},
				[[9, says(registrar('Overlap', 'Failed', PRINTER))]],
				'overlap',
				'several_devices'
			]
		]);

		it('are counted once each', () => {
			const other = says(registrar('Active', 'Failed', PRINTER));
			const why = says(registrar('Active', 'Failed', PRINTER, 'authentication_failure'));
			const steps: Step[] = [
				[1, OPEN],
				[2, FAILED_ONCE],
				[3, FAILED_ONCE],
				[4, other],
				[5, why],
				[6, why]
			];
			deepEqual(
				steps.map((_, count) => play({}, ...steps.slice(0, count + 1)).session.attempts_failed),
				[0, 1, 1, 2, 3, 3]
			);
		});

		it('stay counted after a success', () => {
			equal(play({}, [2, FAILED_ONCE], [5, SUCCESS]).session.attempts_failed, 1);
		});
	});

	describe('Timed-out', () => {
		tell([
			['is the end of the walk time after 120 seconds', {}, [[120, TIMED_OUT]], 'timeout'],
			['is the end of the walk time from 118 seconds on', {}, [[118, TIMED_OUT]], 'timeout'],
			["earlier is somebody else's cancel", {}, [[117.999, TIMED_OUT]], 'cancelled', 'elsewhere'],
			["at once is somebody else's cancel", {}, [[1, TIMED_OUT]], 'cancelled', 'elsewhere'],
			[
				'after our cancel is ours',
				{},
				[
					[5, 'cancel'],
					[6, TIMED_OUT]
				],
				'cancelled'
			],
			[
				'after our cancel is ours although the walk time is over',
				{},
				[
					[119, 'cancel'],
					[120, TIMED_OUT]
				],
				'cancelled'
			],
			[
				'after our cancel is ours although nobody saw the start',
				EXTERNAL,
				[
					[5, 'cancel'],
					[6, TIMED_OUT]
				],
				'cancelled'
			],
			[
				'of a window that was found open leaves open how it ended',
				EXTERNAL,
				[[5, TIMED_OUT]],
				'timeout',
				'start_not_seen'
			],
			['of a window that was watched for all its time is plain', EXTERNAL, [[119, TIMED_OUT]], 'timeout'],
			['on a network that shares its window', SHARED, [[120, TIMED_OUT]], 'timeout']
		]);
	});

	describe('other ends', () => {
		tell([
			['several devices ask at once', {}, [[9, OVERLAP]], 'overlap', 'several_devices'],
			[
				'several devices ask at once in a window that was found open',
				EXTERNAL,
				[[9, OVERLAP]],
				'overlap',
				'several_devices'
			],
			['the access point goes away', {}, [[9, GONE]], 'lost', 'access_point_gone'],
			[
				'the access point goes away after a cancel',
				{},
				[
					[8, 'cancel'],
					[9, GONE]
				],
				'lost',
				'access_point_gone'
			],
			['the daemon comes back without WPS', {}, [[9, NO_WPS]], 'lost', 'daemon_restarted'],
			[
				'the daemon comes back and knows nothing',
				{},
				[
					[1, OPEN],
					[9, CLOSED]
				],
				'lost',
				'daemon_restarted'
			],
			[
				'the daemon comes back and has forgotten an old success',
				{ before: STALE_SUCCESS },
				[[9, CLOSED]],
				'lost',
				'daemon_restarted'
			],
			// only a restart clears the last result (hostap src/ap/wps_hostapd.c): no sibling does that
			[
				'the daemon comes back and has forgotten an old success on a network that shares its window',
				{ ...SHARED, before: STALE_SUCCESS },
				[[9, CLOSED]],
				'lost',
				'daemon_restarted'
			]
		]);
	});

	describe('silence', () => {
		for (const [name, seen] of [
			['no answer', SILENT],
			['a status that nobody knows', UNKNOWN]
		] as const) {
			tell([
				[`${name} changes nothing`, {}, [[9, seen]], 'waiting'],
				[`${name} changes nothing for 125 seconds`, {}, [[125, seen]], 'waiting'],
				[`${name} for longer than any window`, {}, [[125.001, seen]], 'lost', 'no_answer'],
				[
					`${name} for longer than any window that was found open`,
					EXTERNAL,
					[[126, seen]],
					'lost',
					'no_answer'
				],
				[
					`${name}, then a success`,
					{},
					[
						[9, seen],
						[10, SUCCESS]
					],
					'success'
				],
				[
					`${name}, then an old success`,
					{ before: STALE_SUCCESS },
					[
						[9, seen],
						[10, says(STALE_SUCCESS)]
					],
					'waiting'
				]
			]);

			it(`${name} leaves everything as it was`, () => deepEqual(play({}, [9, seen]), begin()));
		}

		it('does not make a device disappear', () => {
			equal(play({}, [3, says(ACTIVE, { [PHONE]: PAIRING })], [4, SILENT]).session.state, 'connecting');
		});
	});

	describe('Active for too long', () => {
		tell([
			['is still fine at 125 seconds', {}, [[125, OPEN]], 'waiting'],
			['means that somebody else started it again', {}, [[125.001, OPEN]], 'timeout', 'elsewhere'],
			['is still fine at 125 seconds in a window that was found open', EXTERNAL, [[125, OPEN]], 'waiting'],
			[
				'means that hostapd forgot to end a window that was found open',
				EXTERNAL,
				[[125.001, OPEN]],
				'lost',
				'stale'
			],
			['does not hide a success', {}, [[126, says(registrar('Active', 'Success', PHONE))]], 'success']
		]);
	});

	describe('a device that associates', () => {
		const heard = says(ACTIVE, { [PRINTER]: BACK, [PHONE]: PAIRING });

		tell([
			['is connecting', {}, [[3, heard]], 'connecting'],
			[
				'leaves again',
				{},
				[
					[3, heard],
					[4, OPEN]
				],
				'waiting'
			],
			[
				'comes a second time',
				{},
				[
					[3, heard],
					[4, OPEN],
					[5, heard]
				],
				'connecting'
			],
			[
				'stays when nobody asked for the clients',
				{},
				[
					[3, heard],
					[4, says(ACTIVE, null)]
				],
				'connecting'
			],
			['is not one that belongs here already', {}, [[3, says(ACTIVE, { [PRINTER]: BACK })]], 'waiting'],
			['is not a client that is null', {}, [[3, says(ACTIVE, { [PRINTER]: null })]], 'waiting'],
			[
				'succeeds',
				{},
				[
					[3, heard],
					[4, SUCCESS]
				],
				'success'
			],
			[
				'fails',
				{},
				[
					[3, heard],
					[4, says(registrar('Active', 'Failed', PHONE), {})]
				],
				'waiting'
			],
			['is connecting in a window that was found open', EXTERNAL, [[3, heard]], 'connecting'],
			[
				'is gone with the window',
				{},
				[
					[3, heard],
					[4, GONE]
				],
				'lost',
				'access_point_gone'
			]
		]);

		it('is shown with its signal, and not as authorized', () => {
			const { peer } = toSession(play({}, [3, heard]), at(3));
			deepEqual(peer, { mac: PHONE, name: null, ip: null, signal: -50, authorized: false });
		});

		it('is forgotten when it leaves, and when the window ends without it', () => {
			equal(play({}, [3, heard], [4, OPEN]).session.peer, null);
			for (const end of [TIMED_OUT, OVERLAP, GONE, CLOSED])
				equal(play({}, [3, heard], [4, end]).session.peer, null);
		});
	});
});

describe('keys handed over', () => {
	const success: Step = [9, SUCCESS];
	const outcome = (...steps: Step[]) => {
		const { state, reason, ended } = toSession(play({}, success, ...steps), at(200));
		return { state, reason, ended };
	};
	const paired = { state: 'success', reason: null, ended: at(9).epoch };
	const stranded = { ...paired, reason: 'not_connected' };
	const joined = { ...paired, state: 'joined' };
	const sees = (client: Client, mac = PHONE) => says(IDLE, { [mac]: client });

	it('joined once the device is authorized with its key', () => {
		deepEqual(outcome([12, sees(BACK)]), joined);
		deepEqual(toSession(play({}, success, [12, sees(BACK)]), at(12)).peer, {
			mac: PHONE,
			name: null,
			ip: null,
			signal: -48,
			authorized: true
		});
	});

	it('joined once another router of the house has the device, also when that is told late', () => {
		for (const steps of [[success], [success, [39, GONE] as Step]]) {
			const window = arriveElsewhere(play({}, ...steps));
			const { state, reason, ended, peer } = toSession(window, at(50));
			deepEqual({ state, reason, ended }, joined);
			equal(peer?.authorized, true);
			equal(isFollowed(window), false);
		}
		const open = play({}, [3, OPEN]);
		equal(arriveElsewhere(open), open);
	});

	const waiting: [name: string, seen: Observation][] = [
		['while the device is still in its WPS association', sees(PAIRING)],
		['while the device is not authorized', sees({ ...BACK, authorized: false })],
		['while only another device is there', sees(BACK, PRINTER)],
		['while the daemon is silent', SILENT],
		['while the access point is gone', GONE],
		['while the daemon has no WPS', NO_WPS]
	];
	for (const [name, seen] of waiting) {
		it(`not joined ${name}`, () => deepEqual(outcome([12, seen]), paired));
		it(`not connected after 30 seconds ${name}`, () => deepEqual(outcome([39, seen]), stranded));
	}

	it('is waited for a little longer while nobody asked for the clients', () => {
		deepEqual(outcome([39, says(IDLE, null)]), paired);
		deepEqual(outcome([43.999, says(IDLE, null)]), paired);
		deepEqual(outcome([44, says(IDLE, null)]), stranded);
	});

	it('is waited for until 30 seconds are over, not longer', () => {
		deepEqual(outcome([38.999, CLOSED]), paired);
		deepEqual(outcome([39, CLOSED]), stranded);
	});

	it('joined when the first look comes late and finds the device there', () =>
		deepEqual(outcome([60, sees(BACK)]), joined));

	it('what is decided stays decided', () => {
		deepEqual(outcome([39, CLOSED], [41, sees(BACK)]), stranded);
		deepEqual(outcome([12, sees(BACK)], [13, CLOSED], [50, GONE]), joined);
	});

	it('ends at the moment of the success', () =>
		equal(toSession(play({}, success, [20, sees(BACK)]), at(20)).ended, at(9).epoch));

	it('is followed until it is decided', () => {
		deepEqual(
			[
				begin(),
				play({}, success),
				play({}, success, [12, sees(BACK)]),
				play({}, success, [39, CLOSED]),
				play({}, [9, GONE])
			].map(isFollowed),
			[true, true, false, false, false]
		);
	});
});

describe('PIN window', () => {
	const wrong = says(registrar('Disabled', 'Failed', PHONE));

	tell([
		['waits although hostapd shows no window', PIN, [[1, CLOSED]], 'waiting'],
		['succeeds by a new success', PIN, [[9, SUCCESS]], 'success'],
		[
			'succeeds after an old failure of the same device',
			{ ...PIN, before: registrar('Disabled', 'Failed', PHONE) },
			[[9, SUCCESS]],
			'success'
		],
		[
			'does not take an old success for its own',
			{ ...PIN, before: registrar('Disabled', 'Success', PHONE) },
			[[9, SUCCESS]],
			'waiting'
		],
		[
			'succeeds again with a device that joined before, as the log tells',
			{ ...PIN, before: registrar('Disabled', 'Success', PHONE) },
			[[9, says(SUCCEEDED, {}, ['WPS-PIN-ACTIVE ', `WPS-REG-SUCCESS ${PHONE} 1-2-3`, 'WPS-SUCCESS '])]],
			'success'
		],
		[
			'does not take what the log tells of another device for its own',
			{ ...PIN, before: registrar('Disabled', 'Success', PHONE) },
			[[9, says(SUCCEEDED, {}, [`WPS-REG-SUCCESS ${PRINTER} 1-2-3`, `WPS-REG-SUCCESS ${PHONE}x`])]],
			'waiting'
		],
		[
			'does not take a failure in the log for a success',
			{ ...PIN, before: registrar('Disabled', 'Success', PHONE) },
			[[9, says(SUCCEEDED, {}, ['WPS-FAIL msg=8 config_error=18'])]],
			'waiting'
		],
		[
			'fails again with a device that failed before, as the log tells',
			{ ...PIN, before: registrar('Disabled', 'Failed', PHONE) },
			[[9, says(registrar('Disabled', 'Failed', PHONE), {}, ['WPS-FAIL msg=8 config_error=18'])]],
			'failed',
			'authentication_failure'
		],
		[
			'does not take a success in the log for a failure',
			{ ...PIN, before: registrar('Disabled', 'Failed', PHONE) },
			[[9, says(registrar('Disabled', 'Failed', PHONE), {}, [`WPS-REG-SUCCESS ${PHONE} 1-2-3`])]],
			'waiting'
		],
		[
			'takes the log for nothing where hostapd has no result',
			PIN,
			[[9, says(IDLE, {}, ['WPS-FAIL msg=8', `WPS-REG-SUCCESS ${PHONE} 1`])]],
			'waiting'
		],
		['ends with a new failure, mostly of another PIN', PIN, [[9, wrong]], 'failed', 'authentication_failure'],
		[
			'ends with the reason of a new failure',
			PIN,
			[[9, says(registrar('Disabled', 'Failed', PHONE, 'authentication_failure'))]],
			'failed',
			'authentication_failure'
		],
		[
			'does not take an old failure for its own',
			{ ...PIN, before: registrar('Disabled', 'Failed', PHONE) },
			[[9, wrong]],
			'waiting'
		],
		[
			'is cancelled by us',
			PIN,
			[
				[5, 'cancel'],
				[6, CLOSED]
			],
			'cancelled'
		],
		[
			'is cancelled by us, whatever the time',
			PIN,
			[
				[119, 'cancel'],
				[121, CLOSED]
			],
			'cancelled'
		],
		[
			'succeeds before a cancel that was on its way',
			PIN,
			[
				[5, 'cancel'],
				[6, SUCCESS]
			],
			'success'
		],
		['runs until 120 seconds are over', PIN, [[119.999, CLOSED]], 'waiting'],
		['runs out after 120 seconds', PIN, [[120, CLOSED]], 'timeout'],
		['ends when the access point goes away', PIN, [[9, GONE]], 'lost', 'access_point_gone'],
		['ends when the daemon comes back without WPS', PIN, [[9, NO_WPS]], 'lost', 'daemon_restarted'],
		['survives silence', PIN, [[125, SILENT]], 'waiting'],
		['is lost in silence', PIN, [[126, SILENT]], 'lost', 'no_answer'],
		['on a network that shares its window waits as well', { ...PIN, ...SHARED }, [[9, CLOSED]], 'waiting'],
		['shows a device that associates', PIN, [[9, says(IDLE, { [PHONE]: PAIRING })]], 'connecting'],
		[
			'shows that the device has left',
			PIN,
			[
				[9, says(IDLE, { [PHONE]: PAIRING })],
				[10, CLOSED]
			],
			'waiting'
		],
		['joined when the device comes back', PIN, [[9, SUCCESS]], 'success']
	]);

	for (const pbc of ['Disabled', 'Active', 'Timed-out', 'Overlap'] as const)
		it(`does not care for the push button: ${pbc}`, () =>
			equal(play(PIN, [9, says(registrar(pbc))]).session.state, 'waiting'));

	it('counts the failed attempt', () => equal(play(PIN, [9, wrong]).session.attempts_failed, 1));

	it('joined when the device comes back with its key', () => {
		equal(play(PIN, [9, SUCCESS], [12, says(IDLE, { [PHONE]: BACK })]).session.state, 'joined');
	});
});

describe('a window that hostapd has said it cancels', () => {
	it('is cancelled, though hostapd says nothing more', () => {
		const { state, reason, open } = play({}, [3, 'cancel'], [4, SILENT]).session;
		deepEqual([state, reason, open], ['cancelled', null, false]);
	});
});

describe('while hostapd says the same', () => {
	it('a window at which nobody has come yet is steady until its walk time is over', () => {
		equal(steadyUntil(play({}, [1, OPEN])), at(120).monotonic);
		equal(steadyUntil(play(PIN, [1, OPEN])), at(120).monotonic);
	});

	it('no other is', () => {
		const connecting = play({}, [1, says(ACTIVE, { [PHONE]: PAIRING })]);
		for (const window of [play({}, [1, 'cancel']), connecting, play({}, [1, SUCCESS])])
			equal(steadyUntil(window), 0);
	});
});

describe('session', () => {
	it('carries over what names it', () => {
		deepEqual(
			toSession(
				begin({ id: '7', network: { ifname: 'phy1-ap1', section: 'guest', ssid: 'Guest' }, method: 'pin' }),
				at(0)
			),
			{
				id: '7',
				network: 'Guest',
				ifnames: ['phy1-ap1'],
				ifname: null,
				section: null,
				method: 'pin',
				origin: 'luci.wps',
				by: null,
				state: 'waiting',
				open: true,
				started: at(0).epoch,
				ended: null,
				duration: 120,
				remaining: 120,
				attempts_failed: 0,
				reason: null,
				peer: null
			}
		);
	});

	const connecting: Step = [3, says(ACTIVE, { [PHONE]: PAIRING })];
	const states: [SessionState, open: boolean, Step[]][] = [
		['waiting', true, []],
		['connecting', true, [connecting]],
		['success', false, [[3, SUCCESS]]],
		[
			'joined',
			false,
			[
				[3, SUCCESS],
				[4, says(IDLE, { [PHONE]: BACK })]
			]
		],
		['timeout', false, [[119, TIMED_OUT]]],
		['overlap', false, [[3, OVERLAP]]],
		[
			'cancelled',
			false,
			[
				[2, 'cancel'],
				[3, TIMED_OUT]
			]
		],
		['failed', false, [[3, says(registrar('Disabled', 'Failed', PHONE))]]],
		['lost', false, [[3, GONE]]]
	];
	for (const [state, open, steps] of states) {
		const first = steps.find(([, what]) => what !== 'cancel')?.[0] ?? 0;

		it(`${state} is ${open ? 'open' : 'over'}`, () => {
			const session = toSession(play({}, ...steps), at(20));
			deepEqual(
				[session.state, session.open, session.started, session.ended, session.duration, session.remaining],
				[state, open, at(0).epoch, open ? null : at(first).epoch, 120, open ? 100 : 0]
			);
		});

		it(`${state} has no time left to tell when its start was not seen`, () => {
			const session = toSession(play(EXTERNAL, ...steps), at(20));
			deepEqual([session.state, session.started, session.remaining], [state, null, null]);
			equal(session.ended, open ? null : at(first).epoch);
		});

		it(`${state} ${['connecting', 'success', 'joined'].includes(state) ? 'names the device' : 'names no device'}`, () => {
			const named = ['connecting', 'success', 'joined'].includes(state);
			equal(toSession(play({}, ...steps), at(20)).peer?.mac ?? null, named ? PHONE : null);
		});
	}

	for (const [seconds, remaining] of [
		[0, 120],
		[0.999, 120],
		[1, 119],
		[60, 60],
		[119.999, 1],
		[120, 0],
		[124, 0],
		[9999, 0]
	] as const)
		it(`has ${remaining} seconds left after ${seconds}`, () =>
			equal(toSession(begin(), at(seconds)).remaining, remaining));

	it('counts its time on the clock that nobody sets', () => {
		equal(toSession(begin(), { monotonic: at(30).monotonic, epoch: 0 }).remaining, 90);
	});

	it('shows no reason while it is open', () => {
		equal(
			toSession(play({}, [3, says(registrar('Active', 'Failed', PHONE, 'authentication_failure'))]), at(3))
				.reason,
			null
		);
	});

	it('leaves the window that it was told of as it was', () => {
		const before = begin();
		const copy = structuredClone(before);
		play({}, [3, SUCCESS]);
		toSession(before, at(3));
		deepEqual(before, copy);
	});
});

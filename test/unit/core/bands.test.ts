import './builtins';
import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Observation } from '../../../src/contract/observation';
import {
	cancelWindow,
	isFollowed,
	leftOpen,
	observe,
	openWindow,
	toSession,
	type Round,
	type Window
} from '../../../src/core/window';
import { ACTIVE, at, IDLE, PHONE, PRINTER, registrar, says } from './scenes';

/** A network on two bands, and one more access point of it that was not opened. */
const TWO = 'phy0-ap0';
const FIVE = 'phy1-ap0';
const OTHER = 'phy1-ap1';

interface Scene {
	independent?: boolean;
	exclusive?: boolean;
	method?: 'pbc' | 'pin';
	before?: ReturnType<typeof registrar>;
}

function begin({ independent = false, exclusive = true, method = 'pbc', before = IDLE }: Scene = {}): Window {
	const part = (ifname: string) => ({ ifname, section: `at ${ifname}`, independent, last: before, ending: null });
	return openWindow(
		{
			id: '1',
			network: 'Home',
			method,
			origin: 'luci.wps',
			by: 'root',
			parts: [part(TWO), part(FIVE)],
			homes: [TWO, FIVE, OTHER].map(ifname => ({ ifname, section: `at ${ifname}` })),
			exclusive
		},
		at(0)
	);
}

type Step = [seconds: number, round: Round];

function play(window: Window, ...steps: Step[]): Window {
	return steps.reduce((before, [seconds, round]) => observe(before, round, at(seconds)), window);
}

/** What a test says of a session in one line. */
function told(window: Window): unknown[] {
	const { state, reason, ifname, ifnames } = window.session;
	return [state, reason, ifname, ifnames];
}

const GONE: Observation = { kind: 'gone', told: [] };
const SUCCESS = says(registrar('Disabled', 'Success', PRINTER));
const CLOSED = says(IDLE);
const OPEN = says(ACTIVE);
const TIMED_OUT = says(registrar('Timed-out'));
const back = { [PRINTER]: { authorized: true, wps: false, signal: -50 } };

describe('a window on two bands', () => {
	it('is over for all with the first device, wherever it comes', () => {
		const window = play(begin({ independent: true }), [3, { [TWO]: OPEN, [FIVE]: SUCCESS }]);
		deepEqual(told(window), ['success', null, FIVE, [TWO, FIVE]]);
		equal(window.session.peer?.mac, PRINTER);
	});

	it('leaves the others to be closed by us, once', () => {
		const before = begin({ independent: true });
		const after = play(before, [3, { [TWO]: OPEN, [FIVE]: SUCCESS }]);
		deepEqual(
			leftOpen(before, after).map(part => part.ifname),
			[TWO]
		);
		deepEqual(leftOpen(after, play(after, [4, { [FIVE]: says(IDLE, back) }])), []);
	});

	it('is joined on whichever band the device comes back, also where it was not open', () => {
		for (const ifname of [TWO, FIVE, OTHER]) {
			const window = play(begin(), [3, { [TWO]: SUCCESS, [FIVE]: CLOSED }], [5, { [ifname]: says(IDLE, back) }]);
			deepEqual(told(window), ['joined', null, ifname, [TWO, FIVE]]);
			equal(window.session.section, `at ${ifname}`);
		}
	});

	it('is not over for want of a device while one of its bands was not asked', () => {
		const success = play(begin(), [3, { [TWO]: SUCCESS, [FIVE]: CLOSED }]);
		const late = play(success, [35, { [TWO]: says(IDLE, {}), [FIVE]: says(IDLE, {}) }]);
		deepEqual([late.session.reason, isFollowed(late)], [null, true]);
		const asked = play(success, [35, { [TWO]: says(IDLE, {}), [FIVE]: says(IDLE, {}), [OTHER]: says(IDLE, {}) }]);
		deepEqual([asked.session.reason, isFollowed(asked)], ['not_connected', false]);
	});

	it('goes on where one access point goes away, which is named no more', () =>
		deepEqual(told(play(begin(), [3, { [FIVE]: GONE, [TWO]: OPEN }])), ['waiting', null, null, [TWO]]));

	it('is lost when all have gone, one after the other', () =>
		deepEqual(told(play(begin(), [3, { [FIVE]: GONE }], [9, { [TWO]: GONE }])), [
			'lost',
			'access_point_gone',
			null,
			[TWO]
		]));

	it('has let a device in that the log tells of, though the access point has gone', () => {
		const gone: Observation = { kind: 'gone', told: [`WPS-REG-SUCCESS ${PRINTER} 1-2-3`] };
		deepEqual(told(play(begin(), [3, { [FIVE]: gone }])), ['success', null, FIVE, [TWO, FIVE]]);
	});

	it('waits for the sibling that let the device in, when the other has closed first', () => {
		const window = play(begin(), [3, { [TWO]: CLOSED }]);
		deepEqual(told(window), ['waiting', null, null, [FIVE]]);
		deepEqual(told(play(window, [4, { [FIVE]: SUCCESS }])), ['success', null, FIVE, [FIVE]]);
	});

	it('is lost to another network of the same group', () => {
		const window = play(begin({ exclusive: false }), [3, { [TWO]: CLOSED, [FIVE]: CLOSED }]);
		deepEqual(told(window), ['lost', 'sibling', null, [TWO, FIVE]]);
	});

	it('lets the same device in once more, which leaves the same answer, where no other network could take it', () => {
		const again = says(registrar('Disabled', 'Success', PRINTER));
		const scene = { before: registrar('Disabled', 'Success', PRINTER) };
		deepEqual(told(play(begin(scene), [3, { [TWO]: again, [FIVE]: again }])).slice(0, 2), ['success', null]);
		deepEqual(told(play(begin({ ...scene, exclusive: false }), [3, { [TWO]: again, [FIVE]: again }])).slice(0, 2), [
			'lost',
			'sibling'
		]);
	});

	it('ends on all with two devices on one', () => {
		const before = begin({ independent: true });
		const after = play(before, [3, { [TWO]: says(registrar('Overlap')), [FIVE]: OPEN }]);
		deepEqual(told(after).slice(0, 2), ['overlap', 'several_devices']);
		// also where they asked: hostapd goes on there, and refuses whoever comes
		deepEqual(
			leftOpen(before, after).map(part => part.ifname),
			[TWO, FIVE]
		);
	});

	it('runs out, whoever says so first', () => {
		const window = play(begin({ independent: true }), [119, { [TWO]: TIMED_OUT, [FIVE]: OPEN }]);
		equal(window.session.open, true);
		deepEqual(told(play(window, [120, { [FIVE]: TIMED_OUT }])).slice(0, 2), ['timeout', null]);
	});

	it('is closed by somebody on one band, and goes on upon the other', () => {
		const window = play(begin({ independent: true }), [30, { [TWO]: TIMED_OUT, [FIVE]: OPEN }]);
		deepEqual(told(window), ['waiting', null, null, [FIVE]]);
	});

	it('is cancelled, for the house as well', () => {
		for (const reason of [null, 'house'] as const)
			deepEqual(
				told(play(cancelWindow(begin(), reason), [3, { [TWO]: TIMED_OUT, [FIVE]: TIMED_OUT }])).slice(0, 2),
				['cancelled', reason]
			);
	});

	it('counts who fails, on each band', () => {
		const failed = (mac: string) => says(registrar('Active', 'Failed', mac));
		const window = play(begin(), [3, { [TWO]: failed(PHONE), [FIVE]: failed(PRINTER) }]);
		deepEqual([window.session.attempts_failed, window.session.open], [2, true]);
	});

	it('fails for a wrong PIN on all bands', () => {
		const window = play(begin({ method: 'pin' }), [3, { [TWO]: says(registrar('Disabled', 'Failed', PHONE)) }]);
		deepEqual(told(window).slice(0, 2), ['failed', 'authentication_failure']);
	});

	it('tells where a device is associating', () => {
		const window = play(begin(), [
			3,
			{ [TWO]: says(ACTIVE), [FIVE]: says(ACTIVE, { [PHONE]: { authorized: false, wps: true, signal: -60 } }) }
		]);
		deepEqual(told(window), ['connecting', null, FIVE, [TWO, FIVE]]);
		deepEqual(told(play(window, [4, { [TWO]: OPEN, [FIVE]: OPEN }])), ['waiting', null, null, [TWO, FIVE]]);
	});

	it('is the same object as long as nothing is new', () => {
		const window = begin();
		equal(observe(window, { [TWO]: OPEN, [FIVE]: OPEN }, at(5)), window);
		equal(observe(window, {}, at(5)), window);
	});
});

describe('any story of a window on two bands', () => {
	const seen: fc.Arbitrary<Observation | null> = fc.oneof(
		fc.constant(null),
		fc.constantFrom<Observation>(GONE, { kind: 'silent' }, { kind: 'no_wps' }),
		fc.record({
			kind: fc.constant('answer' as const),
			registrar: fc.record(
				{
					pbc: fc.constantFrom('Disabled', 'Active', 'Active', 'Active', 'Timed-out', 'Overlap'),
					result: fc.constantFrom('None', 'Success', 'Failed'),
					reason: fc.constant(null),
					peer: fc.constantFrom(null, PHONE, PRINTER)
				},
				{ noNullPrototype: true }
			),
			clients: fc.option(
				fc.dictionary(
					fc.constantFrom(PHONE, PRINTER),
					fc.record({ authorized: fc.boolean(), wps: fc.boolean(), signal: fc.constant(-50) }),
					{ noNullPrototype: true }
				)
			),
			told: fc.constantFrom<string[]>([], [`WPS-REG-SUCCESS ${PHONE} 1-2-3`])
		})
	);
	const rounds = fc
		.array(fc.tuple(fc.nat({ max: 20_000 }), seen, seen, seen, fc.boolean()), { maxLength: 12 })
		.map(steps => {
			let now = 0;
			return steps.map(([later, two, five, other]): Step => [
				(now += later) / 1000,
				{ [TWO]: two, [FIVE]: five, [OTHER]: other }
			]);
		});
	const scene = fc.record({
		independent: fc.boolean(),
		exclusive: fc.boolean(),
		method: fc.constantFrom('pbc' as const, 'pin' as const)
	});

	const always = (name: string, check: (before: Window, after: Window, seconds: number) => void) =>
		it(name, () =>
			fc.assert(
				fc.property(scene, rounds, (start, steps) => {
					let before = begin(start);
					for (const [seconds, round] of steps) {
						const after = observe(before, round, at(seconds));
						check(before, after, seconds);
						before = after;
					}
				}),
				{ numRuns: 1000 }
			)
		);

	always('has one device, and never another one', (before, after) => {
		if (before.session.open) return;
		equal(after.session.peer?.mac, before.session.peer?.mac);
		if (before.session.state === 'joined') equal(after, before);
	});

	always('leaves nothing open behind an end', (before, after) => {
		if (!before.session.open || after.session.open) return;
		const closing = leftOpen(before, after).map(part => part.ifname);
		for (const part of after.parts)
			ok(part.ending !== null || part.ifname === after.session.ifname || closing.includes(part.ifname));
	});

	always('has less and less time left', (before, after, seconds) => {
		const left = (window: Window) => toSession(window, at(seconds)).remaining ?? 0;
		ok(left(after) <= left(before) && left(after) >= 0);
	});

	always('names only access points on which it was opened, and fewer and fewer', (before, after) => {
		for (const ifname of after.session.ifnames) ok(before.session.ifnames.includes(ifname));
		ok(after.session.ifnames.length > 0);
	});
});

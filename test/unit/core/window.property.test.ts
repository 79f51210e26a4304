import './builtins';
import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Client, Clients, Observation, Registrar } from '../../../src/contract/observation';
import { isFollowed, steadyUntil, toSession, type Window } from '../../../src/core/window';
import { advance, at, begin, PHONE, PRINTER, type Scene, type Step } from './scenes';

const RUNS = 1000;

const PEER = fc.constantFrom(null, PHONE, PRINTER);

const REGISTRAR: fc.Arbitrary<Registrar> = fc.record(
	{
		pbc: fc.constantFrom('Disabled', 'Active', 'Active', 'Active', 'Timed-out', 'Overlap', 'Unknown'),
		result: fc.constantFrom('None', 'Success', 'Failed', 'Unknown'),
		reason: fc.constantFrom(null, null, 'authentication_failure'),
		peer: PEER
	},
	{ noNullPrototype: true }
);

const CLIENT: fc.Arbitrary<Client | null> = fc.option(
	fc.record({ authorized: fc.boolean(), wps: fc.boolean(), signal: fc.constantFrom(null, -50) })
);
const CLIENTS: fc.Arbitrary<Clients | null> = fc.option(
	fc.dictionary(fc.constantFrom(PHONE, PRINTER), CLIENT, { noNullPrototype: true })
);

const TOLD: fc.Arbitrary<string[]> = fc.array(
	fc.constantFrom(
		`WPS-REG-SUCCESS ${PHONE} 1-2-3`,
		`WPS-REG-SUCCESS ${PRINTER} 4-5-6`,
		'WPS-FAIL msg=8',
		'WPS-TIMEOUT '
	),
	{ maxLength: 2 }
);

const ANSWER: fc.Arbitrary<Observation> = fc.record({
	kind: fc.constant('answer'),
	registrar: REGISTRAR,
	clients: CLIENTS,
	told: fc.oneof({ arbitrary: fc.constant<string[]>([]), weight: 4 }, TOLD)
});
const SEEN: fc.Arbitrary<Observation> = fc.oneof(
	{ arbitrary: ANSWER, weight: 12 },
	{
		arbitrary: fc.constantFrom<Observation>({ kind: 'gone', told: [] }, { kind: 'silent' }, { kind: 'no_wps' }),
		weight: 1
	}
);

const SCENE: fc.Arbitrary<Scene> = fc.record({
	method: fc.constantFrom('pbc', 'pbc', 'pin'),
	origin: fc.constantFrom('luci.wps', 'external'),
	network: fc.record({ independent: fc.boolean() }),
	before: REGISTRAR
});

/** Time grows by a moment or by half a minute. */
const STEPS: fc.Arbitrary<Step[]> = fc
	.array(
		fc.tuple(
			fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 30_000 })),
			fc.oneof({ arbitrary: SEEN, weight: 15 }, { arbitrary: fc.constant('cancel' as const), weight: 1 })
		),
		{ maxLength: 15 }
	)
	.map(events => {
		let now = 0;
		return events.map(([later, what]): Step => [(now += later) / 1000, what]);
	});

/** Something is seen that leaves most windows open, so that they grow old. */
const QUIET: Observation = {
	kind: 'answer',
	registrar: { pbc: 'Active', result: 'None', reason: null, peer: null },
	clients: null,
	told: []
};

interface Turn {
	before: Window;
	step: Step;
	after: Window;
	/** What hostapd said last, before this step. */
	known: Registrar;
}

function turnsOf(scene: Scene, steps: Step[]): Turn[] {
	let before = begin(scene);
	let known = before.parts[0]!.last;
	return steps.map(step => {
		const turn = { before, step, after: advance(before, step), known };
		const [, what] = step;
		before = turn.after;
		if (what !== 'cancel' && what.kind === 'answer' && what.registrar && what.registrar.pbc !== 'Unknown')
			known = what.registrar;
		return turn;
	});
}

const isOver = (window: Window) => !['waiting', 'connecting'].includes(window.session.state);

/** For every story that can be told of a window. */
function always(name: string, check: (turns: Turn[], scene: Scene) => void): void {
	it(name, () =>
		fc.assert(
			fc.property(SCENE, STEPS, (scene, steps) => check(turnsOf(scene, steps), scene)),
			{ numRuns: RUNS }
		)
	);
}

describe('any story of a window', () => {
	always('has no success without a proof', (turns, scene) => {
		for (const { before, after, step, known } of turns) {
			if (isOver(before) || !['success', 'joined'].includes(after.session.state)) continue;
			const seen = step[1];
			ok(seen !== 'cancel' && seen.kind === 'answer' && seen.registrar?.result === 'Success');
			const { result, peer, reason, pbc } = seen.registrar;
			const changed = result !== known.result || peer !== known.peer || reason !== known.reason;
			const told = seen.told.some(line => line.startsWith(`WPS-REG-SUCCESS ${peer} `));
			ok(changed || told || (scene.method === 'pbc' && pbc === 'Disabled' && scene.network?.independent));
			equal(after.session.peer?.mac, peer);
			equal(after.session.state, 'success');
		}
	});

	always('is joined only by the device that got the keys, seen with its own key', turns => {
		for (const { before, after, step } of turns) {
			if (after.session.state !== 'joined' || before.session.state === 'joined') continue;
			const seen = step[1];
			equal(before.session.state, 'success');
			ok(seen !== 'cancel' && seen.kind === 'answer');
			const client = seen.clients?.[before.session.peer?.mac ?? ''];
			ok(client?.authorized && !client.wps);
			equal(after.session.peer?.mac, before.session.peer?.mac);
		}
	});

	always('has less and less time left, from 120 seconds to none', (turns, scene) => {
		let left = 120;
		for (const { after, step } of turns) {
			const { remaining, open } = toSession(after, at(step[0]));
			equal(remaining === null, scene.origin === 'external');
			if (remaining === null) continue;
			ok(Number.isInteger(remaining) && remaining >= 0 && remaining <= left);
			if (!open) equal(remaining, 0);
			left = remaining;
		}
	});

	it('ends', () => {
		const story = fc.property(SCENE, STEPS, SEEN, SEEN, (scene, steps, first, second) => {
			const young = steps.filter(([seconds]) => seconds <= 125);
			const old = [first, second].map((seen, i): Step => [125.001 + 30 * i, seen]);
			const window = [...young, ...old].reduce(advance, begin(scene));
			ok(isOver(window));
			// a success at the last look is still followed for its 30 seconds, then no more
			equal(isFollowed(advance(window, [186, QUIET])), false);
		});
		fc.assert(story, { numRuns: RUNS });
	});

	it('stays as it is while the answer is the same, as long as it says that it does', () => {
		const story = fc.property(
			SCENE,
			STEPS,
			SEEN,
			fc.integer({ max: 200_000, min: 0 }),
			(scene, steps, seen, later) => {
				const last = steps.at(-1)?.[0] ?? 0;
				// what the log told counts once
				const same: Observation = 'told' in seen ? { ...seen, told: [] } : seen;
				const window = [...steps, [last, seen] satisfies Step].reduce(advance, begin(scene));
				if (at(last + later / 1000).monotonic < steadyUntil(window))
					equal(advance(window, [last + later / 1000, same]), window);
			}
		);
		fc.assert(story, { numRuns: RUNS });
	});

	always('does not open again, and goes on from success to joined alone', turns => {
		for (const { before, after } of turns) {
			if (!isOver(before)) continue;
			ok(isOver(after));
			if (after.session.state !== before.session.state)
				deepEqual([before.session.state, after.session.state], ['success', 'joined']);
		}
	});

	always('does not change once it is over, but for the device coming back or not', turns => {
		for (const { before, after } of turns) {
			if (!isOver(before)) continue;
			const known = toSession(before, at(0));
			const now = toSession(after, at(0));
			if (isFollowed(before)) {
				const { state, reason, peer, ifname, section } = now;
				deepEqual(now, { ...known, state, reason, peer, ifname, section });
			} else deepEqual(after, before);
		}
	});

	always('counts failed attempts one by one', turns => {
		for (const { before, after } of turns)
			ok(
				[0, 1].includes(after.session.attempts_failed - before.session.attempts_failed),
				'never down, never two at once'
			);
	});

	always('is told without contradictions', (turns, scene) => {
		for (const { after, step } of turns) {
			const session = toSession(after, at(step[0]));
			equal(session.open, ['waiting', 'connecting'].includes(session.state));
			equal(session.ended === null, session.open);
			equal(session.started === null, scene.origin === 'external');
			ok(session.ended === null || session.ended <= at(step[0]).epoch);
			equal(session.peer !== null, ['connecting', 'success', 'joined'].includes(session.state));
			if (session.open || session.state === 'joined') equal(session.reason, null);
			if (session.state === 'joined') equal(session.peer?.authorized, true);
			if (['lost', 'overlap', 'failed'].includes(session.state)) ok(session.reason !== null);
		}
	});

	always('survives the file that it is kept in', turns => {
		for (const { after } of turns) deepEqual(JSON.parse(JSON.stringify(after)), after);
	});
});

import './builtins';
import { deepEqual, equal } from 'node:assert/strict';
import type { Session } from '../../../src/contract/session';
import { LASTING, PATTERNS, patternText, signOf, type Sign } from '../../../src/core/light';

/** Brightness by milliseconds, as ledtrig-pattern plays it: each step goes from its brightness to the next one's in its time. */
function played(text: string): [brightness: number, milliseconds: number][] {
	const numbers = text.split(' ').map(Number);
	const steps: [number, number][] = [];
	for (let i = 0; i < numbers.length; i += 2) steps.push([numbers[i], numbers[i + 1]]);
	return steps.flatMap(([brightness, time], i) => {
		if (time === 0) return [];
		equal(steps[(i + 1) % steps.length][0], brightness, 'no fading');
		return [[brightness, time] as [number, number]];
	});
}

const signs = Object.keys(PATTERNS) as Sign[];

describe('light', () => {
	/** What the specification says of each: milliseconds on and off, and seconds that success stays. */
	const RHYTHMS: [sign: Sign, on: number[], off: number[]][] = [
		['progress', [200], [100]],
		['error', [100], [100]],
		['overlap', [100, 100, 100, 100, 100], [100, 100, 100, 100, 600]],
		['success', [100], []]
	];
	for (const [sign, on, off] of RHYTHMS)
		it(`says ${sign} as the specification does`, () => {
			const steps = played(patternText(PATTERNS[sign], 255));
			deepEqual(
				steps.filter(([brightness]) => brightness === 255).map(([, time]) => time),
				on
			);
			deepEqual(
				steps.filter(([brightness]) => brightness === 0).map(([, time]) => time),
				off
			);
		});

	it('is told the brightness that the LED has', () => {
		for (const sign of signs) equal(patternText(PATTERNS[sign], 1).includes('255'), false);
	});

	it('says success for five minutes, and all but progress ends by itself', () => {
		equal(LASTING.success, 300);
		for (const sign of signs) equal(LASTING[sign] === null, sign === 'progress', sign);
	});

	const STATES: [state: Session['state'], sign: Sign | null][] = [
		['waiting', 'progress'],
		['connecting', 'progress'],
		['success', 'success'],
		['joined', 'success'],
		['timeout', 'error'],
		['overlap', 'overlap'],
		['cancelled', null],
		['failed', 'error'],
		['lost', 'error']
	];
	for (const [state, sign] of STATES)
		it(`of a session that is ${state} says ${sign}`, () => equal(signOf({ state, reason: null } as Session), sign));

	it('of a device that got the keys and does not come says error', () =>
		equal(signOf({ state: 'success', reason: 'not_connected' } as Session), 'error'));
});

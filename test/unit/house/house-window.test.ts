import * as fc from 'fast-check';
import { deepEqual, equal, ok } from 'node:assert/strict';
import { PRESS_PAUSE, PRESSES } from '../../../src/house/limits';
import { hearReport } from '../../../src/house/neighbours';
import { newBucket } from '../../../src/house/rate-limit';
import { readReport } from '../../../src/house/report-reading';
import { Street } from './neighbourhood';

const ALL = ['r0', 'r1', 'r2'];

describe('The window of a house', function () {
	this.timeout(120_000);
	it('ends everywhere with the first of: a join, an overlap, a cancel', () => {
		for (const ending of ['success', 'overlap', 'cancelled']) {
			const street = new Street(3);
			street.places[0]!.press();
			street.settle();
			deepEqual(street.open, ALL);
			street.places[1]!.change(ending);
			street.settle();
			deepEqual(street.open, [], ending);
			const told = ending === 'success' ? 'success' : ending;
			deepEqual(
				street.places.map(({ said }) => said),
				[['started'], [told], []]
			);
		}
	});

	it('does not end with what concerns one router alone', () => {
		for (const ending of ['lost', 'failed']) {
			const street = new Street(3);
			street.places[0]!.press();
			street.settle();
			street.places[1]!.change(ending);
			street.settle();
			deepEqual(street.open, ['r0', 'r2'], ending);
		}
	});

	it('does not end with the overlap of a router that heard the last device, which another one took a moment ago', () => {
		const street = new Street(3);
		const [first, second] = street.places;
		first!.press();
		street.settle();
		second!.change('success');
		street.settle();
		street.pass(60);
		first!.press();
		street.settle();
		// the next device has pressed: r0 counts two, r1 one
		first!.change('overlap');
		street.settle();
		deepEqual(street.open, ['r1', 'r2']);
		deepEqual(first!.said, ['started', 'started', 'failed']);
		// r1 has taken the last one: it counts right
		second!.change('overlap');
		street.settle();
		deepEqual(street.open, []);

		street.pass(61);
		first!.press();
		street.settle();
		first!.change('overlap');
		street.settle();
		deepEqual(street.open, []);
	});

	it('is of no router that heard of it too late, and ends there nevertheless', () => {
		const tell = (age: number, live: boolean) => {
			const street = new Street(2);
			const [first, second] = street.places;
			first!.press();
			second!.hear('r0', street.kept.get('r0')!.replace('"age":0', `"age":${age}`), live);
			const opened = second!.open;
			first!.change('success');
			second!.hear('r0', street.kept.get('r0')!, false);
			return [opened, second!.open];
		};
		deepEqual(tell(0, true), [true, false]);
		deepEqual(tell(15, true), [true, false]);
		deepEqual(tell(16, true), [false, false]);
		deepEqual(tell(0, false), [false, false]);
	});

	it('is not tried more often than persons press, whatever another router talks of', () => {
		const street = new Street(2);
		const [first, second] = street.places;
		const { model } = second!;
		second!.ready = false;
		model.neighbourStarts = newBucket(PRESSES, PRESS_PAUSE, street.now);
		first!.press();
		let tried = 0;
		for (let number = 1; number <= 100; number++) {
			const told = JSON.parse(street.kept.get('r0')!);
			told.seq += number;
			for (const { window } of Object.values<any>(told.networks)) window.ids = [`other-${number}`];
			const effects = hearReport(model, 'r0', readReport(JSON.stringify(told)), true, street.now);
			tried += effects.filter(({ kind }) => kind === 'open').length;
			second!.act(effects);
		}
		equal(tried, PRESSES);
	});

	it('is one for two presses at once, wherever it ends', () => {
		for (const ending of [0, 1, 2]) {
			const street = new Street(3);
			street.places[0]!.press();
			street.places[1]!.press();
			street.settle();
			deepEqual(street.open, ALL);
			street.places[ending]!.change('success');
			street.settle();
			deepEqual(street.open, []);
			deepEqual(
				street.places.map(({ opened }) => opened),
				[1, 1, 1]
			);
		}
	});

	it('is over under both names, also for who knows one of them only', () => {
		const street = new Street(2);
		const [first, second] = street.places;
		second!.press();
		first!.press();
		// before it has heard of the other press
		first!.change('success');
		street.settle();
		deepEqual(street.open, []);
	});

	it('is the same for who presses once more where it has failed', () => {
		const street = new Street(2);
		const [first, second] = street.places;
		first!.press();
		street.settle();
		second!.change('lost');
		second!.press();
		street.settle();
		deepEqual(
			street.places.map(({ said, open }) => [said, open]),
			[
				[['started'], true],
				[['lost'], true]
			]
		);
		first!.change('success');
		street.settle();
		deepEqual(street.open, []);
	});

	/** Anything that may happen, in any order; messages overtake each other and come twice. */
	const event = fc.oneof(
		fc.record({ what: fc.constant('press' as const), who: fc.nat(4) }),
		fc.record({
			what: fc.constantFrom('success' as const, 'overlap' as const, 'cancelled' as const),
			who: fc.nat(4)
		}),
		fc.record({ what: fc.constant('deliver' as const), who: fc.nat(40) }),
		fc.record({ what: fc.constant('again' as const), who: fc.nat(40) }),
		fc.record({ what: fc.constant('pass' as const), who: fc.nat(40) })
	);

	it('never stays open after it has ended, nor opens more often than somebody pressed', () => {
		fc.assert(
			fc.property(fc.integer({ min: 2, max: 5 }), fc.array(event, { maxLength: 60 }), (count, events) => {
				const street = new Street(count);
				let presses = 0;
				for (const { what, who } of events) {
					const place = street.places[who % count]!;
					if (what === 'press') {
						if (!place.open) presses++;
						place.press();
					} else if (what === 'deliver' || what === 'again') street.deliver(who, what === 'again');
					else if (what === 'pass') street.pass(who);
					else if (place.open) place.change(what);
				}
				for (const { opened } of street.places) ok(opened <= presses);
				// what the broker has kept of each is what is left to hear
				street.settle();
				for (const place of street.places)
					for (const [name, text] of street.kept) place.hear(name, text, false);
				street.settle();

				// Whose window is open is of a press that has not ended anywhere.
				for (const place of street.places)
					if (place.open)
						for (const id of place.own.window?.ids ?? []) ok(!street.ended.has(id), `${place.name}: ${id}`);
			}),
			{ numRuns: 600 }
		);
	});

	it('in which routers take turns has one that listens, and each in its turn', () => {
		const street = new Street(3, 'always');
		street.places[1]!.press();
		street.settle();
		const listened: string[] = [];
		for (let second = 0; second < 125; second++) {
			street.pass(1);
			street.settle();
			ok(street.open.length <= 1, street.open.join());
			listened.push(street.open[0] ?? '-');
		}
		deepEqual([...new Set(listened)].sort(), ['-', ...ALL]);
		equal(listened[0], 'r1');
		equal(listened.slice(0, 118).filter(name => name === '-').length < 8, true);
		deepEqual(street.open, []);
	});

	it('in which many take turns does not stay open for longer than twelve of them', () => {
		const street = new Street(20, 'always');
		street.places[19]!.press();
		street.settle();
		const listened = new Set<string>();
		for (let second = 0; second < 250; second++) {
			street.pass(1);
			street.settle();
			for (const name of street.open) listened.add(name);
		}
		equal(listened.size, 12);
		ok(listened.has('r19'));
		deepEqual(street.open, []);
	});

	it('takes turns only when somebody presses again after a press that brought nobody', () => {
		const street = new Street(3, 'auto');
		const [first] = street.places;
		first!.press();
		street.settle();
		deepEqual(street.open, ALL);
		street.pass(5);
		first!.change('cancelled');
		street.settle();
		// a slip of the hand
		first!.press();
		street.settle();
		deepEqual(street.open, ALL);
		street.pass(120);
		for (const place of street.places) place.change('timeout');
		street.settle();
		first!.press();
		street.settle();
		deepEqual(street.open, ['r0']);
		first!.change('success');
		street.settle();
		first!.press();
		street.settle();
		deepEqual(street.open, ALL);
	});

	it('is tried three times where luci.wps does not get to it, and once where it refuses', () => {
		for (const [slow, ready, opens, code] of [
			[2, true, true, null],
			[3, true, false, 'timeout'],
			[0, false, false, 'wps_disabled']
		] as const) {
			const street = new Street(2);
			const [first, second] = street.places;
			Object.assign(second!, { slow, ready });
			first!.press();
			street.settle();
			for (let second = 0; second < 20; second++) street.pass(1);
			street.settle();
			equal(second!.open, opens);
			const told = JSON.parse(street.kept.get('r1')!);
			const [{ window }] = Object.values(told.networks) as [{ window: { code: string; outcome: string } }];
			deepEqual([window.outcome, window.code], [opens ? 'open' : 'refused', code]);
		}
	});

	it('is closed again and again until it is', () => {
		const street = new Street(2);
		const [first, second] = street.places;
		first!.press();
		street.settle();
		second!.deaf = true;
		first!.change('success');
		street.settle();
		street.pass(2);
		ok(second!.open);
		second!.deaf = false;
		street.pass(2);
		equal(second!.open, false);
		// what somebody opens afterwards is another one
		second!.change('started');
		street.pass(2);
		ok(second!.open);
	});

	it('is kept, out of turn, by a router where a device is just joining', () => {
		const street = new Street(2, 'always');
		const [first, second] = street.places;
		first!.press();
		street.settle();
		street.pass(19);
		first!.change('connecting');
		street.pass(4);
		street.settle();
		ok(first!.open);
		first!.change('success');
		street.settle();
		deepEqual([first!.open, second!.open], [false, false]);
	});
});

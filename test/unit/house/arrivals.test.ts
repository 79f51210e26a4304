import { deepEqual, equal, notEqual } from 'node:assert/strict';
import { MARKS } from '../../../src/house/limits';
import { markOf } from '../../../src/house/arrivals';
import { Street, type Place } from './neighbourhood';

/** Of the device that joins in the street. */
const MAC = '02:00:5e:00:53:10';

describe('A device that one router has given the keys', () => {
	/** It is given them at r1. */
	function given(): { street: Street; home: Place; giver: Place; third: Place } {
		const street = new Street(3);
		const [home, giver, third] = street.places as [Place, Place, Place];
		home.press();
		street.settle();
		giver.change('success');
		street.settle();
		street.pass(0);
		return { street, home, giver, third };
	}

	it('is in when another router has it: the one that gave them is told once', () => {
		const { street, home, giver, third } = given();
		home.stations.push('02:00:5e:00:53:99', MAC);
		street.pass(1);
		street.settle();
		deepEqual(giver.arrivals, ['session of r1 at r0']);
		const looks = home.looks;
		street.pass(1);
		home.tell();
		street.settle();
		deepEqual([giver.arrivals.length, home.arrivals, third.arrivals], [1, [], []]);
		equal(home.looks, looks);
	});

	it('is not another one that is connected there', () => {
		const { street, home, giver } = given();
		home.stations.push('02:00:5e:00:53:99');
		street.pass(1);
		street.settle();
		deepEqual(giver.arrivals, []);
	});

	it('is looked for once a second, for as long as luci.wps waits for it, and not where it was given them', () => {
		const { street, home, giver } = given();
		for (let second = 0; second < 60; second++) street.pass(1);
		equal(home.looks, 35);
		equal(giver.looks, 0);
	});

	it('is looked for no more when it is back where it was given them', () => {
		const { street, home, giver } = given();
		equal(home.looks, 1);
		giver.change('joined');
		street.settle();
		street.pass(1);
		equal(home.looks, 1);
	});

	it('is told of by a number that many addresses have', () => {
		const { street } = given();
		const told = JSON.parse(street.kept.get('r1')!);
		const [{ window }] = Object.values(told.networks) as [{ window: { mark: number } }];
		equal(window.mark, markOf(MAC));
		notEqual(markOf('02:00:5e:00:53:11'), markOf(MAC));
		const marks = new Set(
			Array.from({ length: 200 }, (_none, n) => markOf(`02:00:5e:00:${10 + (n % 90)}:${10 + (n >> 1)}`))
		);
		for (const mark of marks) equal(mark >= 0 && mark < MARKS && mark < 2 ** 16, true);
	});
});

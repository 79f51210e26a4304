import './builtins';
import { deepEqual, equal } from 'node:assert/strict';
import type { Bss } from '../../../src/contract/bss';
import { areOne, askedOf, networksOf, openingOf, sectionsOf } from '../../../src/core/network';
import { network } from './networks';

const RADIO1 = { name: 'radio1', band: '5g', channel: 36 } as const;

/** The same network on the second radio. */
const five = (change: Parameters<typeof network>[0] = {}) =>
	network({ section: 'home5', ifname: 'phy1-ap0', ...change }, RADIO1);

const names = (bsses: Bss[]) => bsses.map(bss => bss.section);

describe('networksOf', () => {
	const cases: [what: string, bsses: Bss[], networks: string[][]][] = [
		['two bands with one SSID and key are one', [network(), five()], [['home', 'home5']]],
		['another SSID is another network', [network(), five({ ssid: 'Home5' })], [['home'], ['home5']]],
		['another key is another network', [network(), five({ key_number: 1 })], [['home'], ['home5']]],
		[
			'WPA2, mixed and WPA3 accept the same passphrase',
			[network(), five({ encryption: 'sae-mixed' }), five({ section: 'six', encryption: 'sae' })],
			[['home', 'home5', 'six']]
		],
		['an open one accepts another credential', [network(), five({ encryption: 'none' })], [['home'], ['home5']]],
		['one that is off belongs to it', [network(), five({ disabled: true })], [['home', 'home5']]],
		[
			'in the order of the first access point of each',
			[network(), network({ section: 'guest', ssid: 'Guests' }), five()],
			[['home', 'home5'], ['guest']]
		]
	];
	for (const [what, bsses, networks] of cases) it(what, () => deepEqual(networksOf(bsses).map(names), networks));
});

describe('areOne', () => {
	const group = { independent: false };
	const cases: [what: string, bsses: Bss[], one: boolean][] = [
		['one alone', [network()], true],
		['two as OpenWrt sets them up', [network(), five()], false],
		['two of a group', [network(group), five(group)], true],
		['one of a group and one by itself', [network(group), five()], false],
		['one UUID on both', [network({ uuid: 'a' }), five({ uuid: 'a' })], true],
		['two UUIDs', [network({ uuid: 'a' }), five({ uuid: 'b' })], false],
		['a UUID on one of them', [network({ uuid: 'a' }), five()], false]
	];
	for (const [what, bsses, one] of cases) it(`${what}: ${one}`, () => equal(areOne(bsses), one));
});

describe('openingOf', () => {
	it('opens all that a device takes for one', () =>
		deepEqual(names(openingOf([network({ uuid: 'a' }), five({ uuid: 'a' })])), ['home', 'home5']));
	it('else the 2.4 GHz one, wherever it stands', () => deepEqual(names(openingOf([five(), network()])), ['home']));
	it('else the first', () => deepEqual(names(openingOf([five(), five({ section: 'other' })])), ['home5']));
	it('nothing where none is ready', () => deepEqual(openingOf([]), []));
});

describe('askedOf', () => {
	const group = { independent: false };
	it('asks one of a group', () => deepEqual(names(askedOf([network(group), five(group)])), ['home']));
	it('asks each that is by itself', () => deepEqual(names(askedOf([network(), five()])), ['home', 'home5']));
	it('asks both kinds', () =>
		deepEqual(names(askedOf([network(group), five(), five({ section: 'other', ...group })])), ['home', 'home5']));
});

it('sectionsOf names a section on two radios once', () =>
	deepEqual(sectionsOf([network(), five({ section: 'home' }), five()]), ['home', 'home5']));

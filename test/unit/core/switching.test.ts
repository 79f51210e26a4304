import './builtins';
import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Bss } from '../../../src/contract/bss';
import { keyFilePath } from '../../../src/core/keyfile';
import { disabling, enabling, restorable, type Change } from '../../../src/core/switching';
import { network } from './networks';

/** The options of a wifi-iface section. */
type Options = Record<string, string>;

const FILE = keyFilePath('home');
const KEY = 'correct horse';
const BASE: Options = { ssid: 'Home', encryption: 'psk2', key: KEY };

const isOn = (value: string | undefined) => value === '1';

/** What the handler reads from a section. */
function networkOf(options: Options, stations = false): Bss {
	return network({
		encryption: options.encryption ?? 'none',
		wps: isOn(options.wps_pushbutton) || isOn(options.wps_label),
		pin_option:
			['wps_pin', 'ap_pin'].find(option => options[option]) ??
			['wps_label', 'ext_registrar'].find(option => isOn(options[option])) ??
			null,
		psk_file: options.wpa_psk_file ?? null,
		stations
	});
}

function write(options: Options, change: Change): Options {
	const written = { ...options };
	for (const [option, value] of Object.entries(change))
		if (value === null) delete written[option];
		else written[option] = value;
	return written;
}

const enable = (options: Options, persist = true, stations = false) =>
	write(options, enabling(networkOf(options, stations), persist));
const disable = (options: Options, stations = false) => write(options, disabling(networkOf(options, stations)));

describe('switching WPS on', () => {
	const on = { ...BASE, wps_pushbutton: '1' };

	const cases: [name: string, before: Options, after: Options, persist?: boolean, stations?: boolean][] = [
		['by push button, with the key file', BASE, { ...on, wpa_psk_file: FILE }],
		['once more changes nothing', { ...on, wpa_psk_file: FILE }, { ...on, wpa_psk_file: FILE }],
		['that was switched off by hand', { ...BASE, wps_pushbutton: '0' }, { ...on, wpa_psk_file: FILE }],
		['that was on without the key file adds it', on, { ...on, wpa_psk_file: FILE }],
		['without persistence sets no key file', BASE, on, false],
		['without persistence takes our key file away', { ...on, wpa_psk_file: FILE }, on, false],
		[
			'leaves a key file of the owner alone',
			{ ...BASE, wpa_psk_file: '/etc/my.psk' },
			{ ...on, wpa_psk_file: '/etc/my.psk' }
		],
		[
			'without persistence leaves a key file of the owner alone',
			{ ...BASE, wpa_psk_file: '/etc/my.psk' },
			{ ...on, wpa_psk_file: '/etc/my.psk' },
			false
		],
		[
			'takes over our key file of a section that was renamed',
			{ ...on, wpa_psk_file: keyFilePath('cfg033579') },
			{ ...on, wpa_psk_file: FILE }
		],
		[
			'without persistence takes our key file of a section that was renamed away',
			{ ...on, wpa_psk_file: keyFilePath('cfg033579') },
			on,
			false
		],
		['leaves keys of single devices in force', BASE, on, true, true],
		['brings keys of single devices back in force', { ...on, wpa_psk_file: FILE }, on, true, true],
		['on a network that a key file can not help', { ...BASE, encryption: 'sae' }, { ...on, encryption: 'sae' }],
		['removes a PIN of the router', { ...BASE, wps_pin: '12345670' }, { ...on, wpa_psk_file: FILE }],
		[
			'removes a PIN of the router under its other name',
			{ ...BASE, ap_pin: '12345670' },
			{ ...on, wpa_psk_file: FILE }
		],
		['removes the label', { ...BASE, wps_label: '1' }, { ...on, wpa_psk_file: FILE }],
		['removes the external registrar', { ...BASE, ext_registrar: '1' }, { ...on, wpa_psk_file: FILE }],
		[
			'removes all ways to a PIN at once',
			{ ...BASE, wps_pin: '1', ap_pin: '2', wps_label: '1', ext_registrar: '1' },
			{ ...on, wpa_psk_file: FILE }
		],
		['removes a PIN without persistence as well', { ...BASE, wps_pin: '12345670' }, on, false]
	];
	for (const [name, before, after, persist, stations] of cases)
		it(name, () => deepEqual(enable(before, persist, stations), after));

	it('leaves no PIN to complain about', () => {
		for (const option of ['wps_pin', 'ap_pin', 'wps_label', 'ext_registrar'])
			equal(networkOf(enable({ ...BASE, [option]: '1' })).pin_option, null);
	});

	it('names the file of its own section', () => {
		equal(enabling(network({ section: 'guest', psk_file: null }), true).wpa_psk_file, '/etc/hostapd-wps-guest.psk');
	});
});

describe('switching WPS off', () => {
	const on = { ...BASE, wps_pushbutton: '1' };

	const cases: [name: string, before: Options, after: Options][] = [
		['takes the option and the key file away', { ...on, wpa_psk_file: FILE }, BASE],
		['takes the option away', on, BASE],
		['that is off changes nothing', BASE, BASE],
		[
			'leaves a key file of the owner alone',
			{ ...on, wpa_psk_file: '/etc/my.psk' },
			{ ...BASE, wpa_psk_file: '/etc/my.psk' }
		],
		[
			'takes our key file of a section that was renamed away',
			{ ...on, wpa_psk_file: keyFilePath('cfg033579') },
			BASE
		],
		['takes a key file of ours away that was left over', { ...BASE, wpa_psk_file: FILE }, BASE]
	];
	for (const [name, before, after] of cases) it(name, () => deepEqual(disable(before), after));

	it('takes our key file away beside keys of single devices', () => {
		deepEqual(disable({ ...on, wpa_psk_file: FILE }, true), BASE);
	});
});

describe('switching WPS on and off', () => {
	const OPTIONS: fc.Arbitrary<Options> = fc
		.record(
			{
				encryption: fc.constantFrom('psk2', 'psk2+ccmp', 'sae-mixed', 'sae', 'none', 'wpa2', 'psk2+tkip'),
				wpa_psk_file: fc.constantFrom('/etc/my.psk', '/var/run/hostapd-phy0-ap0.psk'),
				wps_device_name: fc.constant('Router'),
				hidden: fc.constantFrom('0', '1')
			},
			{ requiredKeys: [] }
		)
		.map(options => ({ ...BASE, ...options }) as Options);
	const EXPOSED = fc.record(
		{
			wps_pin: fc.constant('12345670'),
			ap_pin: fc.constant('12345670'),
			wps_label: fc.constantFrom('0', '1'),
			ext_registrar: fc.constantFrom('0', '1')
		},
		{ requiredKeys: [] }
	) as fc.Arbitrary<Options>;

	it('gives back the former options', () => {
		fc.assert(
			fc.property(OPTIONS, fc.boolean(), fc.boolean(), (options, persist, stations) =>
				deepEqual(disable(enable(options, persist, stations), stations), options)
			)
		);
	});

	it('gives back the former options but for the ways to a PIN of the router', () => {
		fc.assert(
			fc.property(OPTIONS, EXPOSED, fc.boolean(), fc.boolean(), (options, exposed, persist, stations) =>
				deepEqual(disable(enable({ ...options, ...exposed }, persist, stations), stations), options)
			)
		);
	});

	it('writes nothing but a switch and the place of our file: no key, no PIN', () => {
		fc.assert(
			fc.property(OPTIONS, EXPOSED, fc.boolean(), fc.boolean(), (options, exposed, persist, stations) => {
				const before = networkOf({ ...options, ...exposed }, stations);
				for (const change of [enabling(before, persist), disabling(before)])
					for (const [option, value] of Object.entries(change))
						ok(value === null || { wps_pushbutton: '1', wpa_psk_file: FILE }[option] === value, option);
			})
		);
	});
});

describe('putting back', () => {
	it('is for all that was changed but a PIN', () => {
		const change = enabling(network({ psk_file: null }), true);
		deepEqual(restorable(change).sort(), ['ext_registrar', 'wpa_psk_file', 'wps_label', 'wps_pushbutton']);
		deepEqual(restorable(disabling(network())).sort(), ['wpa_psk_file', 'wps_label', 'wps_pushbutton']);
		deepEqual(restorable({ wps_pin: null, ap_pin: null }), []);
	});
});

import './builtins';
import { equal } from 'node:assert/strict';
import * as fc from 'fast-check';
import { readPin } from '../../../src/core/pin';

/** Seven digits and their checksum, as WSC 7.4.1 computes it. */
function withChecksum(seven: number): string {
	let sum = 0;
	for (let rest = seven, factor = 3; rest > 0; rest = Math.floor(rest / 10), factor = 4 - factor)
		sum += factor * (rest % 10);
	return `${String(seven).padStart(7, '0')}${(10 - (sum % 10)) % 10}`;
}

describe('PIN of a device', () => {
	const cases: [text: string, digits: string | null][] = [
		// hwsim test_ap_wps_check_pin
		['12345670', '12345670'],
		['12345678', null],
		['12345', null],
		['123456789', null],
		['1234-5670', '12345670'],
		['1234 5670', '12345670'],
		['1-2.3:4 5670', '12345670'],
		// four digits have no checksum
		['1234', '1234'],
		['0000', '0000'],
		['12-34', '1234'],
		// never one
		['', null],
		[' ', null],
		['abcdefgh', null],
		['1', null],
		['123', null],
		['123456', null],
		['1234567', null],
		['123456701234', null],
		['１２３４', null],
		['١٢٣٤٥٦٧٠', null],
		// whatever surrounds the digits
		[' 12345670\n', '12345670'],
		['PIN: 1234 5670', '12345670'],
		['1234\n5670', '12345670'],
		['1234\u00a05670', '12345670'],
		['00000000', '00000000'],
		['99999995', '99999995']
	];
	for (const [text, digits] of cases)
		it(`${JSON.stringify(text)} is ${digits === null ? 'none' : digits}`, () => equal(readPin(text), digits));

	const SEVEN = fc.integer({ min: 0, max: 9_999_999 });

	it('of eight digits has the checksum of the standard and no other', () => {
		fc.assert(
			fc.property(SEVEN, fc.integer({ min: 1, max: 9 }), (seven, off) => {
				const pin = withChecksum(seven);
				equal(readPin(pin), pin);
				equal(readPin(`${pin.slice(0, 7)}${(Number(pin[7]) + off) % 10}`), null);
			})
		);
	});

	it('is found by its digits, whatever stands between them', () => {
		const noise = fc.string().map(text => text.replace(/[0-9]/g, ''));
		fc.assert(
			fc.property(SEVEN, fc.array(noise, { minLength: 9, maxLength: 9 }), (seven, gaps) => {
				const pin = withChecksum(seven);
				equal(readPin(gaps.map((gap, i) => gap + (pin[i] ?? '')).join('')), pin);
			})
		);
	});
});

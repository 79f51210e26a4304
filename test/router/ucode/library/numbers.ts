import { UnsupportedError } from '../errors';
import { toNumber } from '../numbers';
import { greater, less } from '../operators';

const LARGEST = 2n ** 63n;

/** Vector: int, hex, chr, ord. */
export function int(value?: unknown, base?: unknown): number {
	if (typeof value === 'string') return textToInt(value, base ?? 10);
	const number = Math.trunc(toNumber(value)) + 0;
	return Number.isFinite(number) && Math.abs(number) < 2 ** 63 ? held(number) : NaN;
}

function textToInt(text: string, base: unknown): number {
	if (typeof base !== 'number') return NaN;
	const radix = Math.trunc(base);
	if (radix === 0 || Number.isNaN(radix)) throw new UnsupportedError('int() of base 0');
	return radix < 2 || radix > 36 ? NaN : digitsToInt(text, radix);
}

function digitsToInt(text: string, base: number): number {
	const [, sign, hex, rest] = /^[ \t\n\v\f\r]*([+-]?)(0[xX](?=[0-9a-fA-F]))?([0-9a-zA-Z]*)/.exec(
		text
	) as unknown as string[];
	const digits = hex && base !== 16 ? '0' : leadingDigits(rest ?? '', base);
	if (!digits) return NaN;
	let value = 0n;
	for (const digit of digits) value = value * BigInt(base) + BigInt(parseInt(digit, 36));
	if (value >= LARGEST) return NaN;
	return held(Number(value) * (sign === '-' ? -1 : 1) + 0);
}

function leadingDigits(text: string, base: number): string {
	const end = [...text].findIndex(digit => parseInt(digit, 36) >= base);
	return end < 0 ? text : text.slice(0, end);
}

function held(value: number): number {
	if (Number.isSafeInteger(value)) return value;
	throw new UnsupportedError('an integer beyond 2^53');
}

/** All of the text or NaN. */
export function hex(text: unknown): number {
	if (typeof text !== 'string' || !/^(0x)?[0-9a-f]+$/i.test(text)) return NaN;
	return held(parseInt(text, 16));
}

/** Vector: min, max. What can't be compared leaves the earlier one. */
export function min(...values: unknown[]): unknown {
	return values.length ? values.reduce((smallest, value) => (less(value, smallest) ? value : smallest)) : null;
}

export function max(...values: unknown[]): unknown {
	return values.length ? values.reduce((largest, value) => (greater(value, largest) ? value : largest)) : null;
}

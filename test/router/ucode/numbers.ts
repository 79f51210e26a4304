import { UnsupportedError } from './errors';

/*
 * ucode knows 64 bit integers and doubles; here a number without a fraction is an integer. What
 * can't be told apart that way (a double of integral value, an integer beyond 2^53) is refused.
 */

/** A double as text keeps 14 significant digits (vector: numbers). */
export function numberText(value: number): string {
	if (Number.isInteger(value) || !Number.isFinite(value)) return String(value);
	const [mantissa, exponent] = value.toExponential(13).split('e') as [string, string];
	const power = Number(exponent);
	if (power < -4 || power >= 14) {
		const digits = String(Math.abs(power)).padStart(2, '0');
		return `${withoutZeros(mantissa)}e${power < 0 ? '-' : '+'}${digits}`;
	}
	return withoutZeros(value.toFixed(13 - power));
}

function withoutZeros(digits: string): string {
	return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}

/** Gives back the outcome of integers `a` and `b` when it is one that a JavaScript number holds. */
export function integer(value: number): number {
	if (Number.isSafeInteger(value)) return value + 0;
	if (!Number.isFinite(value)) return value;
	throw new UnsupportedError(`an integer beyond 2^53 (${value})`);
}

/** Gives back the outcome of a calculation with doubles. */
export function double(value: number): number {
	if (!Number.isInteger(value)) return value;
	throw new UnsupportedError(`a double of integral value (${value})`);
}

const NUMBER = /^[ \t\n\v\f\r]*([+-]?)(?:0x([0-9a-f]+)|0b([01]+)|0o([0-7]+)|(\d+)(\.\d*)?(e[+-]?\d+)?)[ \t\n\v\f\r]*$/i;

/** The number of any value in a calculation (vectors: plus with mixed types, bool arithmetic). */
export function toNumber(value: unknown): number {
	if (typeof value === 'number') return value;
	if (value === null || value === undefined) return 0;
	if (typeof value === 'boolean') return value ? 1 : 0;
	return typeof value === 'string' ? textToNumber(value) : NaN;
}

function textToNumber(text: string): number {
	const found = NUMBER.exec(text);
	if (!found) return /^[ \t\n\v\f\r]*$/.test(text) ? 0 : NaN;
	const [, sign, hex, binary, octal, whole, fraction, exponent] = found;
	const factor = sign === '-' ? -1 : 1;
	if (whole === undefined) {
		const digits = hex ?? binary ?? octal ?? '';
		return integer(factor * parseInt(digits, hex !== undefined ? 16 : binary !== undefined ? 2 : 8));
	}
	const value = factor * Number(whole + (fraction ?? '') + (exponent ?? ''));
	return fraction === undefined && exponent === undefined ? integer(value) : double(value);
}

/** The integer of any value where one is expected: an offset, a count, an operand of `&`. */
export function toInteger(value: unknown): number {
	const number = toNumber(value);
	if (Math.abs(number) === Infinity) throw new UnsupportedError('Infinity as an integer');
	return Number.isNaN(number) ? 0 : integer(Math.trunc(number));
}

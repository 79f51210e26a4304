import { isAscii, toBytes } from './bytes';
import { UnsupportedError } from './errors';
import { double, integer, toInteger, toNumber } from './numbers';
import { toText } from './print';

/*
 * The operators that mean something else than JavaScript's. `!`, `&&`, `||`, `??`, `?:` and `===`
 * are the same for the values that occur here, and stay as they are.
 */

const { isInteger, isSafeInteger } = Number;

/** Vectors: plus with mixed types, bool arithmetic. */
export function add(a: unknown, b: unknown): unknown {
	if (typeof a === 'number' && typeof b === 'number') return outcome(a, b, a + b);
	if (typeof a === 'string' || typeof b === 'string') return toText(a) + toText(b);
	return sum(toNumber(a), toNumber(b));
}

function sum(a: number, b: number): number {
	return outcome(a, b, a + b);
}

export function subtract(left: unknown, right: unknown): number {
	const a = toNumber(left);
	const b = toNumber(right);
	return outcome(a, b, a - b);
}

export function multiply(left: unknown, right: unknown): number {
	const a = toNumber(left);
	const b = toNumber(right);
	return outcome(a, b, a * b);
}

/** Integers divide to an integer, towards zero; by zero to Infinity (vector: integer division). */
export function divide(left: unknown, right: unknown): number {
	const a = toNumber(left);
	const b = toNumber(right);
	if (!isInteger(a) || !isInteger(b)) return double(a / b);
	return b === 0 ? Infinity : integer(Math.trunc(a / b));
}

export function remainder(left: unknown, right: unknown): number {
	const a = toNumber(left);
	const b = toNumber(right);
	return outcome(a, b, a % b);
}

/** Vector: exponent. */
export function power(left: unknown, right: unknown): number {
	const a = toNumber(left);
	const b = toNumber(right);
	return isInteger(a) && isInteger(b) && b >= 0 ? integer(a ** b) : double(a ** b);
}

export function negate(value: unknown): number {
	const number = toNumber(value);
	return isInteger(number) ? 0 - number : -number;
}

export function increment(value: unknown): number {
	return sum(toNumber(value), 1);
}

export function decrement(value: unknown): number {
	return sum(toNumber(value), -1);
}

function outcome(a: number, b: number, result: number): number {
	if (isSafeInteger(result) && isSafeInteger(a) && isSafeInteger(b)) return result + 0;
	return isInteger(a) && isInteger(b) ? integer(result) : double(result);
}

export function bitAnd(a: unknown, b: unknown): number {
	return bits(a, b, (x, y) => x & y);
}

export function bitOr(a: unknown, b: unknown): number {
	return bits(a, b, (x, y) => x | y);
}

export function bitXor(a: unknown, b: unknown): number {
	return bits(a, b, (x, y) => x ^ y);
}

export function shiftLeft(a: unknown, b: unknown): number {
	return bits(a, b, (x, y) => x << BigInt.asUintN(6, y));
}

export function shiftRight(a: unknown, b: unknown): number {
	return bits(a, b, (x, y) => x >> BigInt.asUintN(6, y));
}

function bits(left: unknown, right: unknown, operation: (a: bigint, b: bigint) => bigint): number {
	const a = BigInt(toInteger(left));
	const b = BigInt(toInteger(right));
	return integer(Number(BigInt.asIntN(64, operation(a, b))));
}

/** `==` converts to numbers, but null equals only null (vectors: null == 0, === does not convert). */
export function equal(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a === typeof b || a === null || b === null) return false;
	if (typeof a === 'object' || typeof b === 'object') return false;
	if (typeof a === 'function' || typeof b === 'function') return false;
	return toNumber(a) === toNumber(b);
}

export function unequal(a: unknown, b: unknown): boolean {
	return !equal(a, b);
}

/** Two strings compare byte by byte, anything else as numbers (vectors: comparison, string comparison with null). */
export function less(a: unknown, b: unknown): boolean {
	if (typeof a === 'number' && typeof b === 'number') return a < b;
	if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b) < 0;
	return comparable(a, b) < comparable(b, a);
}

export function lessOrEqual(a: unknown, b: unknown): boolean {
	if (typeof a === 'number' && typeof b === 'number') return a <= b;
	if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b) <= 0;
	return comparable(a, b) <= comparable(b, a);
}

export function greater(a: unknown, b: unknown): boolean {
	return less(b, a);
}

export function greaterOrEqual(a: unknown, b: unknown): boolean {
	return lessOrEqual(b, a);
}

function comparable(value: unknown, other: unknown): number {
	if (isReference(value) && isReference(other))
		throw new UnsupportedError('comparing two objects, whose order is that of their addresses');
	return toNumber(value);
}

function isReference(value: unknown): boolean {
	return typeof value === 'function' || (typeof value === 'object' && value !== null);
}

/** Order of two strings by their bytes. */
export function compareTexts(a: string, b: string): number {
	if (!isAscii(a) || !isAscii(b)) return Buffer.compare(toBytes(a), toBytes(b));
	return a < b ? -1 : a > b ? 1 : 0;
}

/** A key of an object or a value of an array, without conversion (vector: in on object and array). */
export function isIn(needle: unknown, haystack: unknown): boolean {
	if (Array.isArray(haystack)) return haystack.includes(needle) && !Number.isNaN(needle);
	if (typeof haystack !== 'object' || haystack === null) return false;
	return typeof needle === 'string' && Object.hasOwn(haystack, needle);
}

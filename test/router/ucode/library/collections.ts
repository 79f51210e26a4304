import { UnsupportedError } from '../errors';
import { byteLength } from '../bytes';
import { invoke } from '../members';
import { toInteger, toNumber } from '../numbers';
import { compareTexts, isIn } from '../operators';
import { kindOf } from '../types';

/** Functions on arrays and objects. What gets something else than it works on gives null. */

type Callback = unknown;

export function length(value: unknown): number | null {
	if (typeof value === 'string') return byteLength(value);
	if (Array.isArray(value)) return value.length;
	return isObject(value) ? Object.keys(value).length : null;
}

export function keys(object: unknown): string[] | null {
	return isObject(object) ? Object.keys(object) : null;
}

export function values(object: unknown): unknown[] | null {
	return isObject(object) ? Object.values(object) : null;
}

/** Vector: exists. */
export function exists(object: unknown, key: unknown): boolean {
	return isObject(object) && isIn(typeof key === 'number' ? String(key) : key, object);
}

/** Vector: push pop shift unshift. */
export function push(array: unknown, ...items: unknown[]): unknown {
	if (!Array.isArray(array)) return null;
	array.push(...items);
	return items.at(-1) ?? null;
}

export function pop(array: unknown): unknown {
	return Array.isArray(array) ? (array.pop() ?? null) : null;
}

export function shift(array: unknown): unknown {
	return Array.isArray(array) ? (array.shift() ?? null) : null;
}

export function unshift(array: unknown, ...items: unknown[]): unknown {
	if (!Array.isArray(array)) return null;
	array.unshift(...items);
	return items.at(-1) ?? null;
}

/** Vector: splice, slice. */
export function slice(array: unknown, from?: unknown, to?: unknown): unknown[] | null {
	if (!Array.isArray(array)) return null;
	return array.slice(toInteger(from), to === undefined || to === null ? undefined : toInteger(to));
}

/** Gives the array that is left, not what was taken out; a negative count leaves so many at the end. */
export function splice(array: unknown, ...rest: unknown[]): unknown[] | null {
	if (!Array.isArray(array)) return null;
	const [from, count, ...items] = rest;
	const offset = toInteger(from);
	const start = offset < 0 ? Math.max(0, array.length + offset) : Math.min(offset, array.length);
	let amount = rest.length < 2 ? array.length : toInteger(count);
	if (amount < 0) amount = Math.max(0, array.length - start + amount);
	array.splice(start, amount, ...items);
	return array;
}

export function map(array: unknown, callback: Callback): unknown[] | null {
	return Array.isArray(array) ? array.map((item, at) => invoke(callback, item, at, array)) : null;
}

export function filter(array: unknown, callback: Callback): unknown[] | null {
	return Array.isArray(array) ? array.filter((item, at) => invoke(callback, item, at, array)) : null;
}

/** Sorts in place (vectors: sort). What compares as equal may change places on a router, not here. */
export function sort(array: unknown, callback?: Callback): unknown[] | null {
	if (isObject(array)) throw new UnsupportedError('sorting an object');
	if (!Array.isArray(array)) return null;
	return array.sort(
		callback === undefined || callback === null ? natural : (a, b) => toNumber(invoke(callback, a, b))
	);
}

function natural(a: unknown, b: unknown): number {
	if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	throw new UnsupportedError('sorting values of different kinds without a function');
}

function isObject(value: unknown): value is object {
	return kindOf(value) === 'object';
}

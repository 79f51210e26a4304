import { UcodeError, UnsupportedError } from './errors';
import { numberText } from './numbers';
import { toText } from './print';
import { Regexp } from './regexp';
import { kindOf } from './types';

/*
 * Reaching into values. Objects of a script are plain objects of JavaScript: their keys keep the
 * order of insertion as in ucode, except that keys that look like an integer come first.
 */

/** Names that a plain object of JavaScript answers to and one of ucode does not. */
export const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** What reading gives when there is nothing to read: null, or an exception when there can't be anything (vectors: missing property is null, property of null, string is not indexable). */
export function absent(object: unknown): null {
	if (object === null || object === undefined) {
		throw new UcodeError('Reference error', 'left-hand side expression is null');
	}
	if (typeof object !== 'object' || object instanceof Regexp) {
		throw new UcodeError('Reference error', 'left-hand side expression is not an array or object');
	}
	return null;
}

/** `object[key]` (vector: negative array index). */
export function element(object: unknown, key: unknown): unknown {
	if (Array.isArray(object)) {
		const index = arrayIndex(key);
		const value: unknown = object[index < 0 ? index + object.length : index];
		return value === undefined ? null : value;
	}
	if (typeof object !== 'object' || object === null || object instanceof Regexp) return absent(object);
	const name = keyText(key);
	if (name === null || (INHERITED.has(name) && !Object.hasOwn(object, name))) return null;
	const value = (object as Record<string, unknown>)[name];
	return value === undefined ? null : value;
}

/** `object[key] = value`; an array grows with nulls (vector: array holes), and ignores what is no index. */
export function assign(object: unknown, key: unknown, value: unknown): unknown {
	if (Array.isArray(object)) assignItem(object, arrayIndex(key), value);
	else if (typeof object !== 'object' || object === null || object instanceof Regexp) {
		throw new UcodeError('Type error', `attempt to set property on ${settingName(object)} value`);
	} else assignProperty(object, keyText(key), value);
	return value;
}

function assignItem(array: unknown[], position: number, value: unknown): void {
	const index = position < 0 ? position + array.length : position;
	if (!Number.isInteger(index) || index < 0) return;
	while (array.length < index) array.push(null);
	array[index] = value;
}

function assignProperty(object: object, name: string | null, value: unknown): void {
	if (name === null) return;
	if (name === '__proto__') {
		Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
	} else (object as Record<string, unknown>)[name] = value;
}

function settingName(value: unknown): string {
	const kind = kindOf(value);
	const names: Record<string, string> = { int: 'integer', bool: 'boolean', function: 'closure' };
	return kind === null ? 'null' : (names[kind] ?? kind);
}

/** `delete object[key]`: whether there was one (vector: delete). */
export function remove(object: unknown, key: unknown): boolean {
	if (object === null || object === undefined) absent(object);
	if (typeof object !== 'object' || Array.isArray(object) || object instanceof Regexp) {
		throw new UcodeError('Reference error', 'left-hand side expression is not an object');
	}
	const name = keyText(key);
	return name !== null && Object.hasOwn(object as object, name) && delete (object as Record<string, unknown>)[name];
}

function arrayIndex(key: unknown): number {
	if (typeof key === 'number') return key;
	return typeof key === 'string' && /^-?\d+$/.test(key) ? Number(key) : NaN;
}

/** Null is no key: reading gives null, writing does nothing. */
function keyText(key: unknown): string | null {
	if (typeof key === 'string') return key;
	if (typeof key === 'number') return numberText(key);
	return key === null || key === undefined ? null : toText(key);
}

/** A computed key in an object literal. */
export function literalKey(key: unknown): string {
	const name = keyText(key);
	if (name === null || name === '__proto__') throw new UnsupportedError(`the computed key ${name}`);
	return name;
}

/** What `?.` goes on with: null ends the chain, and so does a value that has no members. */
export function reachable(object: unknown): unknown {
	return typeof object === 'object' && !(object instanceof Regexp) ? object : null;
}

/** What `?.(` goes on with. */
export function callable(callee: unknown): unknown {
	return typeof callee === 'function' ? callee : null;
}

/** `callee(...)` (vector: call of null). */
export function invoke(callee: unknown, ...args: unknown[]): unknown {
	if (typeof callee !== 'function') throw new UcodeError('Type error', 'left-hand side is not a function');
	const result: unknown = callee(...args);
	return result === undefined ? null : result;
}

/** `object.callee(...)`. */
export function invokeOn(object: unknown, callee: unknown, ...args: unknown[]): unknown {
	if (typeof callee !== 'function') throw new UcodeError('Type error', 'left-hand side is not a function');
	const result: unknown = callee.call(object, ...args);
	return result === undefined ? null : result;
}

/** What `for (x in value)` goes through: values of an array, keys of an object, nothing of anything else (vectors: for-in). */
export function iterate(value: unknown): Iterable<unknown> {
	if (Array.isArray(value)) return value;
	return typeof value === 'object' && value !== null ? keysWhileChanging(value) : [];
}

function* keysWhileChanging(object: object): Iterable<string> {
	const keys = Object.keys(object);
	for (const key of keys) if (Object.hasOwn(object, key)) yield key;
	const known = new Set(keys);
	if (!Object.keys(object).every(key => known.has(key))) {
		throw new UnsupportedError('an object that gains keys while a loop goes through it');
	}
}

/** `...value` in an array or a call (vectors: array spread, spread in call). */
export function spread(value: unknown): unknown[] {
	if (!Array.isArray(value)) throw new UcodeError('Type error', `(${toText(value)}) is not iterable`);
	return value;
}

/** `...value` in an object (vector: object spread). */
export function spreadObject(value: unknown): object {
	if (typeof value === 'object' && value !== null && !(value instanceof Regexp)) return value;
	throw new UcodeError('Type error', `Value (${toText(value)}) is not iterable`);
}

/** A name that nothing declares: all scripts run as with 'use strict' (vector: undeclared variable, strict). */
export function undeclared(name: string): never {
	throw new UcodeError('Reference error', `access to undeclared variable ${name}`);
}

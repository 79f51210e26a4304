import { ExceptionObject } from './errors';
import { Regexp } from './regexp';

/** What `type()` gives. An object of the host that has a class of its own counts as a resource. */
export function kindOf(value: unknown): string | null {
	switch (typeof value) {
		case 'number':
			return Number.isInteger(value) ? 'int' : 'double';
		case 'string':
		case 'function':
			return typeof value;
		case 'boolean':
			return 'bool';
		case 'object':
			return value === null ? null : kindOfObject(value);
		default:
			return null;
	}
}

function kindOfObject(value: object): string {
	if (Array.isArray(value)) return 'array';
	if (value instanceof Regexp) return 'regexp';
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null || value instanceof ExceptionObject
		? 'object'
		: 'resource';
}

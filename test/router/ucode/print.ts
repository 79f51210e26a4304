import { ExceptionObject, UnsupportedError } from './errors';
import { numberText } from './numbers';
import { Regexp } from './regexp';

/** A value as `print()` shows it: a string as it is, null as nothing (vectors: optional chaining, array holes). */
export function printed(value: unknown): string {
	return value === null || value === undefined ? '' : toText(value);
}

/** A value as it joins a text: `'a' + null` is `anull` (vector: plus with mixed types). */
export function toText(value: unknown): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'number') return numberText(value);
	if (value === null || value === undefined) return 'null';
	if (typeof value === 'boolean') return String(value);
	if (value instanceof Regexp) return value.text;
	if (value instanceof ExceptionObject) return toText(value.message);
	return toJson(value);
}

/** ucode's way of writing JSON: spaces inside the brackets, insertion order (vectors: object spread, sprintf). */
export function toJson(value: unknown, path: readonly unknown[] = []): string {
	switch (typeof value) {
		case 'undefined':
			return 'null';
		case 'boolean':
			return String(value);
		case 'number':
			return jsonNumber(value);
		case 'string':
			return quoted(value);
		case 'object':
			return value === null || path.includes(value) ? 'null' : jsonObject(value, path);
		default:
			throw new UnsupportedError(`the text of a ${typeof value}`);
	}
}

function jsonNumber(value: number): string {
	if (Number.isNaN(value)) return '"NaN"';
	return Number.isFinite(value) ? numberText(value) : `${value < 0 ? '-' : ''}1e309`;
}

function jsonObject(value: object, path: readonly unknown[]): string {
	if (value instanceof Regexp) return quoted(value.text);
	if (value instanceof ExceptionObject) return quoted(String(value.message));
	const inner = [...path, value];
	if (Array.isArray(value)) {
		return value.length ? `[ ${value.map(item => toJson(item, inner)).join(', ')} ]` : '[ ]';
	}
	const entries = Object.entries(value);
	if (!entries.length) return '{ }';
	let text = '';
	for (const [key, item] of entries) text += `${text && ', '}${quoted(key)}: ${toJson(item, inner)}`;
	return `{ ${text} }`;
}

const SHORT: Record<string, string> = {
	'"': '\\"',
	'\\': '\\\\',
	'\b': '\\b',
	'\f': '\\f',
	'\n': '\\n',
	'\r': '\\r',
	'\t': '\\t'
};

// eslint-disable-next-line no-control-regex
const SPECIAL = /["\\\0-\x1f]/g;

function escape(character: string): string {
	return SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function quoted(text: string): string {
	return `"${text.replace(SPECIAL, escape)}"`;
}

import { fromBinary, fromBytes, isAscii, toBinary } from '../bytes';
import { UnsupportedError } from '../errors';
import { toInteger, toNumber } from '../numbers';
import { toText } from '../print';
import { Regexp } from '../regexp';

/** Functions on strings. Offsets and lengths count bytes. */

/** Vectors: substr, index, rindex; index in array. */
export function index(haystack: unknown, needle: unknown): number | null {
	if (Array.isArray(haystack)) return Number.isNaN(needle) ? -1 : haystack.indexOf(needle);
	if (typeof haystack !== 'string') return null;
	return typeof needle === 'string' ? toBinary(haystack).indexOf(toBinary(needle)) : -1;
}

export function substr(text: unknown, ...range: unknown[]): string | null {
	if (typeof text !== 'string') return null;
	const binary = toBinary(text);
	const offset = toInteger(range[0]);
	const start = offset < 0 ? Math.max(0, binary.length + offset) : Math.min(offset, binary.length);
	if (range.length < 2) return fromBinary(binary.slice(start));
	const count = toInteger(range[1]);
	return fromBinary(binary.slice(start, Math.max(start, count < 0 ? binary.length + count : start + count)));
}

/** fnmatch without flags (vector: wildcard). Classes in brackets are left out: nothing here uses them. */
export function wildcard(text: unknown, pattern: unknown): boolean | null {
	if (typeof text !== 'string' || typeof pattern !== 'string') return null;
	if (/[[\]\\]/.test(pattern)) throw new UnsupportedError('wildcard with a class');
	const parts = pattern
		.split(/([*?])/)
		.map(part => (part === '*' ? '[^]*' : part === '?' ? '[^]' : quoteRegexp(part)));
	return new RegExp(`^${parts.join('')}$`).test(toBinary(text));
}

function quoteRegexp(text: string): string {
	return toBinary(text).replace(/[$()+.^{|}]/g, '\\$&');
}

export function join(separator: unknown, array: unknown): string | null {
	return Array.isArray(array) ? array.map(toText).join(toText(separator)) : null;
}

/** Vectors: split and join, split by regexp. */
export function split(text: unknown, separator: unknown, limit?: unknown): string[] | null {
	if (limit !== undefined) throw new UnsupportedError('split with a limit');
	if (typeof text !== 'string') return null;
	if (separator instanceof Regexp) return splitByRegexp(text, separator);
	if (typeof separator !== 'string') return null;
	return text ? toBinary(text).split(toBinary(separator)).map(fromBinary) : [''];
}

function splitByRegexp(text: string, separator: Regexp): string[] {
	const found = separator.all(text);
	return [...found.map(({ between }) => between), found.at(-1)?.after ?? text];
}

/** lib.c uc_hexenc, uc_hexdec: white space between digits is skipped, anything else is an error. */
export function hexenc(text: unknown): string | null {
	return typeof text === 'string' ? Buffer.from(toBinary(text), 'latin1').toString('hex') : null;
}

export function hexdec(text: unknown, skip?: unknown): string | null {
	if (skip !== undefined) throw new UnsupportedError('hexdec with characters to skip');
	if (typeof text !== 'string') return null;
	const digits = text.replace(/[ \t\n]/g, '');
	if (digits.length % 2 || /[^0-9a-f]/i.test(digits)) return null;
	return fromBinary(Buffer.from(digits, 'hex').toString('latin1'));
}

/** A string replaces all, a regular expression the first unless it has the flag g (vector: replace first/all). */
export function replace(text: unknown, pattern: unknown, replacement: unknown, limit?: unknown): string | null {
	if (limit !== undefined || typeof replacement === 'function') {
		throw new UnsupportedError('replace with a limit or a function');
	}
	if (text === null || text === undefined || pattern === null || pattern === undefined) return null;
	if (replacement === null || replacement === undefined) return null;
	const subject = toText(text);
	const found = pattern instanceof Regexp ? matches(subject, pattern) : occurrences(subject, toText(pattern));
	if (!found.length) return subject;
	const insert = toText(replacement);
	return found.map(part => part.between + expand(insert, part)).join('') + found.at(-1)!.after;
}

type Part = Pick<ReturnType<Regexp['all']>[number], 'before' | 'after' | 'between' | 'groups'>;

function matches(subject: string, pattern: Regexp): Part[] {
	if (pattern.global) return pattern.all(subject);
	const found = pattern.first(subject);
	// ucode puts the whole text again behind a match that is empty
	if (found?.groups[0] === '') throw new UnsupportedError('replacing an empty match');
	return found ? [found] : [];
}

function occurrences(subject: string, needle: string): Part[] {
	if (!needle) throw new UnsupportedError('replacing the empty string');
	const parts: Part[] = [];
	for (let from = 0, at; (at = subject.indexOf(needle, from)) >= 0; from = at + needle.length) {
		const [before, after] = [subject.slice(0, at), subject.slice(at + needle.length)];
		parts.push({ before, after, between: subject.slice(from, at), groups: [needle] });
	}
	return parts;
}

function expand(replacement: string, { before, after, groups }: Part): string {
	return replacement.replace(/\$([$&`'1-9])/g, (written: string, what: string) => {
		switch (what) {
			case '$':
				return '$';
			case '&':
				return groups[0]!;
			case '`':
				return before;
			case "'":
				return after;
			default:
				return groups[Number(what)] ?? written;
		}
	});
}

/** Vectors: match string pattern vs regexp, regexp flag i, match all. */
export function match(text: unknown, pattern: unknown): unknown[] | null {
	if (!(pattern instanceof Regexp) || text === null || text === undefined) return null;
	const subject = toText(text);
	if (!pattern.global) return pattern.first(subject)?.groups ?? null;
	const found = pattern.all(subject);
	return found.length ? found.map(({ groups }) => groups) : null;
}

/** Vector: uc, lc, trim. */
export function trim(text: unknown, characters?: unknown): string | null {
	if (characters !== undefined) throw new UnsupportedError('trim with a list of characters');
	return typeof text === 'string' ? text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '') : null;
}

export function lc(text: unknown): string {
	return toText(text).replace(/[A-Z]+/g, letters => letters.toLowerCase());
}

export function uc(text: unknown): string {
	return toText(text).replace(/[a-z]+/g, letters => letters.toUpperCase());
}

/** Vector: int, hex, chr, ord. */
export function ord(text: unknown, offset?: unknown): number | null {
	if (typeof text !== 'string') return null;
	const at = offset === undefined ? 0 : offset;
	if (typeof at !== 'number' || Number.isNaN(at)) return null;
	const bytes = isAscii(text) ? text : toBinary(text);
	const position = Math.trunc(at);
	const code = bytes.charCodeAt(position < 0 ? position + bytes.length : position);
	return Number.isNaN(code) ? null : code;
}

export function chr(...codes: unknown[]): string | null {
	if (!codes.length) return null;
	return fromBytes(Uint8Array.from(codes, code => Math.min(255, Math.max(0, toInteger(toNumber(code))))));
}

/*
 * Texts from outside: the broker's messages hold what anybody with its password wrote.
 */

/**
 * Whether all of a text is of this form, and it has at most so many bytes; also false for what is no text, and for one with
 * a NUL in it, where C ends. The limit is no part of the form: `{1,253}` costs the C library half a megabyte.
 */
export function isWhole(text: unknown, form: RegExp, limit: number): boolean {
	return type(text) === 'string' && length(text as string) <= limit && match(text as string, form)?.[0] === text;
}

/** How many bytes the UTF-8 character that starts with this byte has; 0: none starts so. */
function sizeOf(first: number): number {
	if (first < 128) return 1;
	if (first >= 194 && first < 224) return 2;
	if (first >= 224 && first < 240) return 3;
	return first >= 240 && first < 245 ? 4 : 0;
}

/** Whether the bytes behind the first are those of one character. */
function isCharacter(text: string, at: number, size: number): boolean {
	for (let i = 1; i < size; i++) {
		const next = ord(text, at + i) ?? 0;
		if (next < 128 || next > 191) return false;
	}

	// Written longer than need be, half of a pair, or beyond the last one (RFC 3629, 4).
	const first = ord(text, at) ?? 0;
	const second = size > 2 ? (ord(text, at + 1) ?? 0) : 0;
	if ((first === 224 && second < 160) || (first === 237 && second > 159)) return false;
	if ((first === 240 && second < 144) || (first === 244 && second > 143)) return false;

	return true;
}

/** The text as it may be shown and sent on: valid UTF-8 without control characters, cut at a character. */
export function printable(text: string, limit: number): string {
	let shown = '';
	for (let at = 0; at < length(text); at++) {
		const first = ord(text, at) ?? 0;
		const size = sizeOf(first);
		const good = size > 0 && first >= 32 && first !== 127 && isCharacter(text, at, size);
		if (length(shown) + (good ? size : 1) > limit) return shown;
		shown += good ? substr(text, at, size) : '?';
		if (good) at += size - 1;
	}

	return shown;
}

/** Whether it is a text of at most so many bytes, at least one, without control characters. */
export function isPlain(text: unknown, limit: number): boolean {
	if (type(text) !== 'string' || text === '' || length(text as string) > limit) return false;
	for (let i = 0; i < length(text as string); i++) {
		const code = ord(text as string, i) ?? 0;
		if (code < 32 || code === 127) return false;
	}

	return true;
}

/** A text that may be shown, or null when it is none. */
export function textOrNull(value: unknown, limit: number): string | null {
	return type(value) === 'string' && value !== '' ? printable(value as string, limit) : null;
}

/** A whole number within bounds, or null. */
export function numberOrNull(value: unknown, least: number, most: number): number | null {
	return type(value) === 'int' && (value as number) >= least && (value as number) <= most ? (value as number) : null;
}

/** A text as JSON, or null. */
export function parseJson(text: string): any {
	try {
		return json(text);
	} catch {
		return null;
	}
}

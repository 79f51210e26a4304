/*
 * ucode's strings are bytes, JavaScript's are UTF-16. A byte that is no UTF-8 stands here as the
 * lone surrogate U+DC00 + byte (as in Python's surrogateescape), so that cutting a character in
 * two and putting it on the wire loses nothing.
 */

// eslint-disable-next-line no-control-regex
const BEYOND_ASCII = /[^\0-\x7f]/;
const ESCAPED = /[\udc80-\udcff]/;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function isAscii(text: string): boolean {
	return !BEYOND_ASCII.test(text);
}

export function toBytes(text: string): Buffer {
	if (!ESCAPED.test(text)) return Buffer.from(text, 'utf8');
	const parts: Buffer[] = [];
	for (const character of text) {
		const code = character.codePointAt(0)!;
		parts.push(code >= 0xdc80 && code <= 0xdcff ? Buffer.from([code - 0xdc00]) : Buffer.from(character, 'utf8'));
	}
	return Buffer.concat(parts);
}

/** JSON as it goes out of the router: the bytes of its texts as they are, valid UTF-8 or not (libubox blobmsg_json.c). */
export function jsonBytes(value: unknown): Buffer {
	const escaped = /(\\\\)|\\udc([89a-f][0-9a-f])/g;
	const text = JSON.stringify(value).replace(escaped, (whole, backslash, byte) =>
		backslash ? whole : String.fromCharCode(0xdc00 + Number.parseInt(byte, 16))
	);
	return toBytes(text);
}

export function fromBytes(bytes: Uint8Array): string {
	try {
		return decoder.decode(bytes);
	} catch {
		return escapeInvalid(bytes);
	}
}

/** Every byte one character, U+0000 to U+00FF. */
export function toBinary(text: string): string {
	return isAscii(text) ? text : toBytes(text).toString('latin1');
}

export function fromBinary(binary: string): string {
	return isAscii(binary) ? binary : fromBytes(Buffer.from(binary, 'latin1'));
}

/** Vector: length. */
export function byteLength(text: string): number {
	return isAscii(text) ? text.length : toBytes(text).length;
}

function escapeInvalid(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length;) {
		const size = characterSize(bytes, at);
		text += size ? decoder.decode(bytes.subarray(at, at + size)) : String.fromCharCode(0xdc00 + bytes[at]!);
		at += size || 1;
	}
	return text;
}

/** Bytes of the character that starts at `at`; 0 when none does. */
function characterSize(bytes: Uint8Array, at: number): number {
	for (let size = 1; size <= 4 && at + size <= bytes.length; size++) {
		try {
			decoder.decode(bytes.subarray(at, at + size));
			return size;
		} catch {
			continue;
		}
	}
	return 0;
}

import * as fs from 'fs';

/**
 * Random bytes from the kernel's generator, as hexadecimal digits; dies when it gives fewer: a key of less would be a weak one.
 * @param count  of bytes
 */
export function randomHex(count: number): string {
	const file = fs.open('/dev/urandom', 'r');
	const bytes = file?.read?.(count) ?? '';
	file?.close?.();
	if (length(bytes) !== count) die('no random numbers');

	let digits = '';
	for (let i = 0; i < count; i++) digits += sprintf('%02x', ord(bytes, i));

	return digits;
}

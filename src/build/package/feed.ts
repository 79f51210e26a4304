/* The index of an opkg feed: the control paragraph of every package with name, size and checksum of its file. */
import { createHash } from 'node:crypto';
import { byBytes } from './contents';
import type { Ipk } from './ipk';

export const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');

/** `Packages`: an empty line ends a paragraph. */
export function buildPackages(ipks: Ipk[]): string {
	return ipks
		.toSorted((a, b) => byBytes(a.name, b.name))
		.map(({ name, content, control }) => {
			const file = `Filename: ${name}\nSize: ${content.length}\nSHA256sum: ${sha256(content)}\n`;
			return `${control.replace(/^(?=Description:)/m, file)}\n`;
		})
		.join('');
}

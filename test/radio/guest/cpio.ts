/** One entry of the archive. */
export interface Entry {
	path: string;
	/** File type and permissions, as in `st_mode`. */
	mode: number;
	content?: Buffer;
	/** Major and minor number of a device node. */
	device?: [major: number, minor: number];
}

export const DIRECTORY = 0o040755;
export const PROGRAM = 0o100755;
export const FILE = 0o100644;
export const LINK = 0o120777;
export const CHARACTER_DEVICE = 0o020600;

/** An archive in cpio's `newc` format, as the kernel reads it for an initramfs. No root and no program needed. */
export function archive(entries: Entry[]): Buffer {
	return Buffer.concat([...entries, { path: 'TRAILER!!!', mode: 0 }].flatMap(pack));
}

function pack({ path, mode, content = Buffer.alloc(0), device = [0, 0] }: Entry, index: number): Buffer[] {
	const name = Buffer.from(`${path}\0`);
	const numbers = [index + 1, mode, 0, 0, 1, 0, content.length, 0, 0, device[0], device[1], name.length, 0];
	const head = `070701${numbers.map(number => number.toString(16).padStart(8, '0')).join('')}`;
	return [pad(Buffer.concat([Buffer.from(head), name])), pad(content)];
}

/** Header and content each end on a multiple of four. */
function pad(buffer: Buffer): Buffer {
	return Buffer.concat([buffer, Buffer.alloc(-buffer.length & 3)]);
}

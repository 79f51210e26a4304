import { packTar } from 'modern-tar';
import { gzip as pakoGzip } from 'pako';

/** A member of a tar archive: a file, or a folder when it has no content. */
export interface Member {
	/** from `./` on */
	name: string;
	mode: number;
	content?: Uint8Array;
}

/**
 * A tar archive owned by root, in ustar: opkg skips what it finds behind a PAX header
 * and says nothing (get_header_tar in opkg-lede's libbb/unarchive.c).
 */
export async function tar(members: Member[], epoch: number): Promise<Uint8Array> {
	const entries = members.map(({ name, mode, content }) => {
		const type: 'file' | 'directory' = content ? 'file' : 'directory';
		const owner = { uid: 0, gid: 0, uname: '', gname: '' };
		const header = { name, mode, type, size: content?.length ?? 0, mtime: new Date(epoch * 1000), ...owner };
		return content ? { header, body: content } : { header };
	});
	return await packTar(entries);
}

/** The same bytes on every machine: zlib in JavaScript, and neither name nor time in the header. */
export const gzip = (data: Uint8Array) => pakoGzip(data, { level: 9 });

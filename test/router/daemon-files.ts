import type { Files } from './files';
import type { Files as DaemonFiles } from './hostapd/index';

/** hostapd runs as user network (uid 101): it reads only what that user may. */
export function seenByDaemons(files: Files): DaemonFiles {
	return {
		read: path => files.text(path),
		write: (path, text) => {
			files.put(path, text, files.attributes(path) ?? {});
		},
		exists: path => files.has(path),
		readable: path => mayDo(files, path, 4),
		writable: path => mayDo(files, path, 2)
	};
}

/** @param what  4: read, 2: write */
function mayDo(files: Files, path: string, what: 2 | 4): boolean {
	const attributes = files.attributes(path);
	if (!attributes) return false;
	const { mode, uid, gid } = attributes;
	return Boolean(mode & (uid === 101 ? what << 6 : gid === 101 ? what << 3 : what));
}

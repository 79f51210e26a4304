import { inGlob } from './glob';
import type { Clock } from './clock';
import { byteLength } from './ucode/bytes';

/** The words of the C library (musl's differ a little; nobody may compare them). */
const MESSAGES = {
	EPERM: 'Operation not permitted',
	ENOENT: 'No such file or directory',
	EIO: 'I/O error',
	EBADF: 'Bad file descriptor',
	EACCES: 'Permission denied',
	EEXIST: 'File exists',
	ENOTDIR: 'Not a directory',
	EISDIR: 'Is a directory',
	EINVAL: 'Invalid argument',
	ENOSPC: 'No space left on device',
	EROFS: 'Read-only file system',
	ENOTEMPTY: 'Directory not empty'
} as const;

export type Errno = keyof typeof MESSAGES;

/** What a system call answers instead of a result. */
export class FileError extends Error {
	constructor(readonly errno: Errno) {
		super(MESSAGES[errno]);
	}
}

export type Operation =
	'read' | 'write' | 'rename' | 'unlink' | 'mkdir' | 'rmdir' | 'chmod' | 'chown' | 'stat' | 'list';

export interface Stat {
	type: 'file' | 'directory';
	mode: number;
	uid: number;
	gid: number;
	size: number;
	inode: number;
	mtime: number;
	ctime: number;
}

interface Node extends Omit<Stat, 'size'> {
	content: string;
}

export interface Attributes {
	mode?: number;
	uid?: number;
	gid?: number;
}

const FOLDERS = ['/', '/etc', '/etc/config', '/tmp', '/var', '/var/run', '/proc', '/sys', '/usr', '/lib'];

/**
 * The router's files, in memory. `put`, `text`, `drop` and `paths` are for the test's own hands:
 * they never fail. All else are system calls: they throw `FileError`, fail when told to, and
 * respect a full or read-only disk. Everybody is root; `mode` is only remembered.
 */
export class Files {
	/** Bytes that still fit. */
	space = Infinity;
	/** What system calls have read so far: files and folders opened, bytes of files, questions what one is like. */
	readonly traffic = { opened: 0, bytes: 0, asked: 0 };
	/** Below these folders nothing can be changed; `['/']` is a read-only router. */
	readOnly: string[] = [];
	readonly #nodes = new Map<string, Node>();
	readonly #sources = new Map<string, () => string>();
	readonly #listeners = new Map<string, (content: string) => void>();
	readonly #failures: { operation: Operation; path: string | undefined; errno: Errno }[] = [];
	#inode = 100;

	constructor(readonly clock: Clock) {
		for (const path of FOLDERS) this.#nodes.set(path, this.#node('directory', 0o755));
	}

	// The test's hands

	/** Puts a file there, with the folders above it. */
	put(path: string, content: string, { mode = 0o644, uid = 0, gid = 0 }: Attributes = {}): void {
		this.#parents(path);
		const node = this.#nodes.get(path) ?? this.#node('file', mode);
		if (!this.#nodes.has(path)) this.#changeFolder(path);
		this.#nodes.set(path, Object.assign(node, { content, mode, uid, gid, ...this.#times() }));
	}

	text(path: string): string | null {
		const node = this.#nodes.get(path);
		return node?.type === 'file' ? node.content : null;
	}

	attributes(path: string): Required<Attributes> | null {
		const node = this.#nodes.get(path);
		return node ? { mode: node.mode, uid: node.uid, gid: node.gid } : null;
	}

	has(path: string): boolean {
		return this.#nodes.has(path);
	}

	/** Takes a file, or a folder with all in it, away. */
	drop(path: string): void {
		for (const other of [...this.#nodes.keys()])
			if (other === path || other.startsWith(`${path}/`)) this.#nodes.delete(other);
		this.#changeFolder(path);
	}

	/** Takes away all that is below a folder, but for folders that every router has. */
	empty(folder: string): void {
		for (const path of [...this.#nodes.keys()])
			if (path.startsWith(`${folder}/`) && !FOLDERS.includes(path)) this.#nodes.delete(path);
	}

	/** All files below a folder, sorted. */
	paths(folder = '/'): string[] {
		const prefix = folder.endsWith('/') ? folder : `${folder}/`;
		return [...this.#nodes]
			.filter(([path, node]) => node.type === 'file' && path.startsWith(prefix))
			.map(([path]) => path)
			.sort();
	}

	/** Sets a file's time of writing, as touch does. */
	age(path: string, mtime: number): void {
		Object.assign(this.#existing(path), { mtime, ctime: this.clock.epoch() });
	}

	/** The next such operation (on that path) fails. */
	failNext(operation: Operation, path?: string, errno: Errno = 'EIO'): void {
		this.#failures.push({ operation, path, errno });
	}

	/** Failures that were ordered and did not happen yet. */
	get pendingFailures(): number {
		return this.#failures.length;
	}

	/** Something behind a file makes what is read from it, as the kernel does in /dev. */
	onRead(path: string, source: () => string): void {
		this.put(path, '');
		this.#sources.set(path, source);
	}

	/** The kernel behind a file below /sys takes what is written into it, or throws; what is read there then is its business. */
	onWrite(path: string, listener: (content: string) => void): void {
		this.#listeners.set(path, listener);
	}

	// System calls

	read(path: string): string {
		this.#enter('read', path);
		const content = this.#sources.get(path)?.() ?? this.#file(path).content;
		this.traffic.bytes += bytes(content);
		return content;
	}

	/** Opens and writes in one go: `exclusive` refuses a file that exists, `append` keeps what is there. */
	write(path: string, content: string, { mode = 0o666, append = false, exclusive = false } = {}): void {
		this.#enter('write', path);
		if (within('/sys', path)) return this.#tellKernel(path, content);
		const parent = this.#nodes.get(parentOf(path));
		if (!parent) throw new FileError('ENOENT');
		if (parent.type !== 'directory') throw new FileError('ENOTDIR');
		let node = this.#nodes.get(path);
		if (node && exclusive) throw new FileError('EEXIST');
		if (node?.type === 'directory') throw new FileError('EISDIR');
		if (!node) {
			this.#nodes.set(path, (node = this.#node('file', mode & ~0o022)));
			this.#changeFolder(path);
		}
		const next = append ? node.content + content : content;
		const growth = bytes(next) - bytes(node.content);
		Object.assign(node, this.#times());
		if (growth > this.space) {
			node.content = append ? node.content : '';
			throw new FileError('ENOSPC');
		}
		if (Number.isFinite(this.space)) this.space -= growth;
		node.content = next;
	}

	rename(from: string, to: string): void {
		this.#enter('rename', from, to);
		const node = this.#nodes.get(from);
		if (!node || !this.#nodes.has(parentOf(to))) throw new FileError('ENOENT');
		if (this.#nodes.get(to)?.type === 'directory') throw new FileError('EISDIR');
		for (const [path, other] of [...this.#nodes])
			if (path === from || path.startsWith(`${from}/`)) {
				this.#nodes.delete(path);
				this.#nodes.set(to + path.slice(from.length), other);
			}
		node.ctime = this.clock.epoch();
		this.#changeFolder(from);
		this.#changeFolder(to);
	}

	unlink(path: string): void {
		this.#enter('unlink', path);
		this.#file(path);
		this.#nodes.delete(path);
		this.#changeFolder(path);
	}

	mkdir(path: string, mode = 0o777): void {
		this.#enter('mkdir', path);
		if (this.#nodes.has(path)) throw new FileError('EEXIST');
		if (!this.#nodes.has(parentOf(path))) throw new FileError('ENOENT');
		this.#nodes.set(path, this.#node('directory', mode & ~0o022));
		this.#changeFolder(path);
	}

	chmod(path: string, mode: number): void {
		this.#enter('chmod', path);
		Object.assign(this.#existing(path), { mode: mode & 0o7777, ctime: this.clock.epoch() });
	}

	chown(path: string, uid: number | null, gid: number | null): void {
		this.#enter('chown', path);
		const node = this.#existing(path);
		node.ctime = this.clock.epoch();
		if (uid !== null) node.uid = uid;
		if (gid !== null) node.gid = gid;
	}

	stat(path: string): Stat {
		this.#enter('stat', path);
		const { content, ...rest } = this.#existing(path);
		return { ...rest, size: bytes(content) };
	}

	list(path: string): string[] {
		this.#enter('list', path);
		if (this.#existing(path).type !== 'directory') throw new FileError('ENOTDIR');
		const prefix = path.endsWith('/') ? path : `${path}/`;
		return [...this.#nodes.keys()]
			.filter(other => other.startsWith(prefix) && other !== prefix && !other.slice(prefix.length).includes('/'))
			.map(other => other.slice(prefix.length))
			.sort();
	}

	glob(pattern: string): string[] {
		return [...this.#nodes.keys()].filter(path => inGlob(pattern, path)).sort();
	}

	/** Nobody makes files there, and not all take something. Opening alone tells it nothing. */
	#tellKernel(path: string, content: string): void {
		const listener = this.#nodes.has(path) ? this.#listeners.get(path) : undefined;
		if (!listener) throw new FileError('EACCES');
		if (content !== '') listener(content);
	}

	#enter(operation: Operation, path: string, other = path): void {
		const index = this.#failures.findIndex(
			failure => failure.operation === operation && [undefined, path, other].includes(failure.path)
		);
		const [failure] = index < 0 ? [] : this.#failures.splice(index, 1);
		if (operation === 'read' || operation === 'list') this.traffic.opened++;
		if (operation === 'stat') this.traffic.asked++;
		if (failure) throw new FileError(failure.errno);
		if (operation === 'read' || operation === 'stat' || operation === 'list') return;
		if (this.readOnly.some(folder => [path, other].some(changed => within(folder, changed))))
			throw new FileError('EROFS');
	}

	#existing(path: string): Node {
		const node = this.#nodes.get(path.length > 1 ? path.replace(/\/+$/, '') : path);
		if (!node) throw new FileError('ENOENT');
		return node;
	}

	#file(path: string): Node {
		const node = this.#existing(path);
		if (node.type === 'directory') throw new FileError('EISDIR');
		return node;
	}

	#node(type: Node['type'], mode: number): Node {
		return { type, mode, uid: 0, gid: 0, inode: this.#inode++, ...this.#times(), content: '' };
	}

	#times(): { mtime: number; ctime: number } {
		return { mtime: this.clock.epoch(), ctime: this.clock.epoch() };
	}

	/** A file has come or gone. */
	#changeFolder(path: string): void {
		const folder = this.#nodes.get(parentOf(path));
		if (folder) Object.assign(folder, this.#times());
	}

	#parents(path: string): void {
		const parent = parentOf(path);
		if (this.#nodes.has(parent)) return;
		this.#parents(parent);
		this.#nodes.set(parent, this.#node('directory', 0o755));
	}
}

export function parentOf(path: string): string {
	return path.slice(0, path.lastIndexOf('/')) || '/';
}

function bytes(text: string): number {
	return byteLength(text);
}

function within(folder: string, path: string): boolean {
	return folder === '/' || path === folder || path.startsWith(`${folder}/`);
}

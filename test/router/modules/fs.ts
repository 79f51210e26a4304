import { randomBytes } from 'node:crypto';
import { FileError, type Errno, type Files } from '../files';
import { byteLength, fromBinary, fromBytes, toBinary } from '../ucode/bytes';
import type { Outer } from './outer';
import { Killed, type Process } from './process';
import { resource } from './resource';

/** Runs a program and answers what it printed, and after how many milliseconds if it took its time: behind `popen` and `system`. */
export type Run = (argv: string[], limit?: number) => { code: number; stdout: string; milliseconds?: number };

/** Users and groups that chown knows by name (OpenWrt's /etc/passwd). */
const IDS: Record<string, number> = { root: 0, daemon: 1, network: 101, ubus: 81, nogroup: 65534, nobody: 65534 };

/** What a write killed in the middle leaves behind. */
function torn(content: string): string {
	return content.slice(0, content.length >> 1);
}

/**
 * ucode's fs module (lib/fs.c) over the simulated files: null and error() instead of exceptions.
 * @param outer  where the machine has real programs beside it
 */
export function fsModule(
	files: Files,
	process: Process,
	run: Run,
	outer: Outer | null = null
): Record<string, unknown> {
	let lastError: string | null = null;
	let descriptor = 10;

	/** A system call: null and error() on failure. `name` marks it as a step, that is as an effect. */
	function attempt<T>(name: string | null, task: () => T): T | null {
		process.check();
		if (name) process.step(name);
		try {
			return task();
		} catch (error) {
			if (!(error instanceof FileError)) throw error;
			lastError = error.message;
			return null;
		}
	}

	function fail(errno: Errno): null {
		return attempt(null, () => {
			throw new FileError(errno);
		});
	}

	function store(path: string, content: string, options: Parameters<Files['write']>[2]): number | null {
		if (path === '/dev/null') return byteLength(content);
		const alive = !process.dead;
		try {
			return attempt(`write ${path}`, () => {
				files.write(path, content, options);
				return byteLength(content);
			});
		} catch (error) {
			if (error instanceof Killed && alive) files.write(path, torn(content), options);
			throw error;
		}
	}

	/** What stdio does: writing collects, flush and close store. */
	function open(path: unknown, mode: unknown = 'r', permissions: unknown = 0o666): unknown {
		if (typeof path !== 'string') return fail('EINVAL');
		const flags = typeof mode === 'string' ? mode : 'r';
		if (!'rwa'.includes(flags.charAt(0))) return fail('EINVAL');
		const pipe = outer?.open(path, flags);
		if (pipe) return pipe;
		if (path === '/dev/urandom') return randomness();
		const reading = flags.startsWith('r');
		const existing = attempt(null, () => (reading ? files.read(path) : ''));
		if (existing === null) return null;
		if (!reading) {
			const options = {
				mode: Number(permissions),
				append: flags.startsWith('a'),
				exclusive: flags.includes('x')
			};
			if (store(path, '', options) === null) return null;
		}
		return stream(existing, reading && !flags.includes('+') ? null : path);
	}

	/** The kernel's generator: as many bytes as one asks for. */
	function randomness(): Record<string, unknown> {
		return resource({
			read: (amount: unknown) => (typeof amount === 'number' ? fromBytes(randomBytes(amount)) : null),
			close: () => true
		});
	}

	function stream(text: string, path: string | null): Record<string, unknown> {
		const number = descriptor++;
		const bytes = toBinary(text);
		let position = 0;
		let pending = '';
		let closed = false;
		const flush = (): true | null => {
			if (closed) return fail('EBADF');
			if (path === null || pending === '') return true;
			const content = pending;
			pending = '';
			return store(path, content, { append: true }) === null ? null : true;
		};
		return resource({
			read(amount: unknown): string | null {
				process.check();
				if (closed) return fail('EBADF');
				const rest = bytes.slice(position);
				let count = 0;
				if (amount === 'all') count = rest.length;
				else if (amount === 'line') count = rest.indexOf('\n') < 0 ? rest.length : rest.indexOf('\n') + 1;
				else if (typeof amount === 'number') count = amount;
				else return typeof amount === 'string' ? null : fail('EINVAL');
				if (amount === 'line' && rest === '') return null;
				position += count;
				return fromBinary(rest.slice(0, count));
			},
			write(data: unknown): number | null {
				process.check();
				if (closed || path === null) return fail('EBADF');
				const content = typeof data === 'string' ? data : JSON.stringify(data);
				pending += content;
				if (pending.length > 4096 && flush() === null) return null;
				return byteLength(content);
			},
			flush,
			close(): true | null {
				if (closed) return fail('EBADF');
				const result = flush();
				closed = true;
				return result;
			},
			fileno: () => number
		});
	}

	const one = <T>(name: string | null, task: (path: string) => T) => {
		return (path: unknown): T | null => {
			return typeof path === 'string' ? attempt(name && `${name} ${path}`, () => task(path)) : fail('EINVAL');
		};
	};
	const truth = (name: string, task: (path: string) => void) => {
		return one(name, path => {
			task(path);
			return true;
		});
	};

	return {
		...outer?.standard,
		readlink: one(null, path => outer?.proc(path)?.link() ?? notThere()),
		open,
		access: (path: unknown, test: unknown = 'f') =>
			one(null, name => {
				const { mode, type } = files.stat(name);
				if (String(test).includes('x') && type === 'file' && !(mode & 0o111)) throw new FileError('EACCES');
				return true;
			})(path),
		readfile: (path: unknown, limit: unknown = null) =>
			one(null, name => cut(outer?.proc(name)?.read() ?? files.read(name), limit))(path),
		writefile(path: unknown, data: unknown = null, limit: unknown = null) {
			if (typeof path !== 'string') return fail('EINVAL');
			const content = typeof data === 'string' ? data : data === null ? '' : JSON.stringify(data);
			return store(path, cut(content, limit), {});
		},
		rename: (from: unknown, to: unknown) => truth('rename', path => files.rename(path, String(to)))(from),
		unlink: truth('unlink', path => {
			if (!outer?.unlink(path)) files.unlink(path);
		}),
		mkdir: (path: unknown, mode: unknown = 0o777) =>
			truth('mkdir', name => files.mkdir(name, Number(mode ?? 0o777)))(path),
		chmod: (path: unknown, mode: unknown) => truth('chmod', name => files.chmod(name, Number(mode)))(path),
		chown: (path: unknown, user: unknown = null, group: unknown = null) =>
			truth('chown', name => files.chown(name, identity(user), identity(group)))(path),
		stat: one(null, path => ({ ...files.stat(path) })),
		lsdir: one(null, path => outer?.proc(path)?.list() ?? files.list(path)),
		glob: (...patterns: unknown[]) => patterns.flatMap(pattern => files.glob(String(pattern))),
		popen(command: unknown, mode: unknown = 'r') {
			process.step(`popen ${[command].flat().join(' ')}`);
			const argv = Array.isArray(command) ? command.map(String) : ['/bin/sh', '-c', String(command)];
			if (!argv.length || !argv[0]) return fail('EINVAL');
			const { code, stdout } = run(argv);
			const result = stream(stdout, mode === 'w' ? '/dev/null' : null);
			return resource({ ...result, close: () => code });
		},
		error() {
			const error = lastError;
			lastError = null;
			return error;
		}
	};
}

function notThere(): never {
	throw new FileError('ENOENT');
}

/** The first bytes of a text; all of it without a limit. */
function cut(text: string, limit: unknown): string {
	return typeof limit === 'number' ? fromBinary(toBinary(text).slice(0, limit)) : text;
}

function identity(id: unknown): number | null {
	if (id === null || typeof id === 'number') return id;
	const known = IDS[String(id)];
	if (known === undefined) throw new FileError('ENOENT');
	return known;
}

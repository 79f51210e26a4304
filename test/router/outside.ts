import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
	closeSync,
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	unlinkSync,
	writeFileSync,
	writeSync
} from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FileError, type Files } from './files';
import { fromBytes, toBytes } from './ucode/bytes';

/** All that were ever started and have not ended: none outlives the tests. */
const living = new Set<ChildProcess>();
const folders = new Set<string>();
process.on('exit', () => {
	for (const child of living) child.kill('SIGKILL');
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** What a process has may be gone before one looks. */
function ofMoment<T>(look: () => T): T {
	try {
		return look();
	} catch {
		throw new FileError('ENOENT');
	}
}

/** One end of a named pipe that is open in the simulated process. */
export interface End {
	fd: number;
	writes: boolean;
	/** Closed when a program is run: children do not inherit it. */
	closesOnExec: boolean;
	/** What has come and was not read yet. */
	arrived: Buffer[];
	socket: Socket | null;
}

/**
 * Real programs, which a simulated router can't imitate: they run on this machine, over real named pipes. What they read
 * of the router's files lies in a folder of this machine, too, for as long as they run.
 */
export class Outside {
	readonly folder = mkdtempSync(join(tmpdir(), 'luci-app-wps-outside-'));
	/** Command lines and variables of what was started, as a process list shows them. */
	readonly started: { argv: string[]; env: Record<string, string> }[] = [];
	readonly #children = new Map<number, ChildProcess>();

	constructor(readonly files: Files) {
		folders.add(this.folder);
	}

	get pids(): number[] {
		return [...this.#children.keys()];
	}

	// Programs that system() runs

	mkfifo(path: string): number {
		const real = this.#real(path);
		mkdirSync(dirname(real), { recursive: true });
		return existsSync(real) ? 1 : (spawnSync('mkfifo', ['-m', '600', real]).status ?? 1);
	}

	/** Of our own children only. */
	kill(pid: number, signal: NodeJS.Signals): number {
		return this.#children.get(pid)?.kill(signal) ? 0 : 1;
	}

	// What the fs module reaches

	isPipe(path: string): boolean {
		return lstatSync(this.#real(path), { throwIfNoEntry: false })?.isFIFO() ?? false;
	}

	unlinkPipe(path: string): void {
		unlinkSync(this.#real(path));
	}

	open(path: string, flags: string): End {
		const mode = flags.includes('+') ? 'r+' : flags.startsWith('w') ? 'w' : 'r';
		const fd = openSync(this.#real(path), mode);
		return { fd, writes: mode === 'w', closesOnExec: flags.includes('e'), arrived: [], socket: null };
	}

	/** Tells when something can be read. */
	watch(end: End, ready: () => void): void {
		end.socket = new Socket({ fd: end.fd, readable: true, writable: false });
		end.socket.on('data', (data: Buffer) => {
			end.arrived.push(data);
			ready();
		});
		end.socket.on('error', () => {});
	}

	read(end: End): string {
		return fromBytes(Buffer.concat(end.arrived.splice(0)));
	}

	write(end: End, text: string): void {
		writeSync(end.fd, toBytes(text));
	}

	close(end: End): void {
		if (end.socket) end.socket.destroy();
		else closeSync(end.fd);
	}

	/** /proc of our own children. */
	proc(path: string): { list(): string[]; read(): string; link(): string } | null {
		const pid = Number(/^\/proc\/(\d+)\//.exec(path)?.[1]);
		if (!this.#children.has(pid)) return null;
		return {
			list: () => ofMoment(() => readdirSync(path)),
			read: () => ofMoment(() => readFileSync(path, 'utf8')),
			link: () => ofMoment(() => readlinkSync(path))
		};
	}

	/** Starts a program that has the two ends as its standard input and output. */
	spawn(
		argv: string[],
		env: Record<string, string>,
		input: End | null,
		output: End | null,
		ended: (code: number) => void
	): number | null {
		const home = env['XDG_CONFIG_HOME'];
		const real = { ...env, ...(home && { XDG_CONFIG_HOME: this.#bring(home) }) };
		const stdio = [input?.fd ?? 'ignore', output?.fd ?? 'ignore', 'ignore'] as const;
		const child = spawn(argv[0]!, argv.slice(1), { env: real, stdio: [...stdio] });
		const { pid } = child;
		if (pid === undefined) return null;
		this.started.push({ argv, env });
		this.#children.set(pid, child);
		living.add(child);
		child.on('exit', code => {
			living.delete(child);
			this.#children.delete(pid);
			// ucode shifts the exit status: nothing is left of a signal (uloop.c uc_uloop_process_cb)
			ended(code ?? 0);
		});
		return pid;
	}

	/** The end of the router. */
	end(): void {
		for (const child of this.#children.values()) child.kill('SIGKILL');
		rmSync(this.folder, { recursive: true, force: true });
		folders.delete(this.folder);
	}

	#real(path: string): string {
		return join(this.folder, path);
	}

	/** Copies a folder of the router's, and what its files name. */
	#bring(folder: string): string {
		mkdirSync(this.#real(folder), { recursive: true, mode: 0o700 });
		for (const path of this.files.paths(folder)) {
			const text = (this.files.text(path) ?? '').replace(/ (\/\S+)$/gm, (whole, named: string) => {
				if (!this.files.has(named)) return whole;
				this.#copy(named, this.files.text(named) ?? '');
				return ` ${this.#real(named)}`;
			});
			this.#copy(path, text);
		}
		return this.#real(folder);
	}

	#copy(path: string, text: string): void {
		mkdirSync(dirname(this.#real(path)), { recursive: true, mode: 0o700 });
		writeFileSync(this.#real(path), toBytes(text), { mode: 0o600 });
	}
}

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromBytes, jsonBytes } from '../bytes';
import { UcodeError } from '../errors';
import type { Host } from '../index';

/*
 * The real interpreter in place of the stand-in: a `ucode` runs the script, its modules and globals are the simulated
 * router's all the same. Calls go to and fro over two pipes, and whoever has called waits: to the router it
 * looks as if the script ran in this process.
 */

const HOST = join(import.meta.dirname, 'host.uc');

type Call = (...args: unknown[]) => unknown;

interface Line {
	call?: string;
	args?: unknown;
	answer?: unknown;
	error?: string;
	where?: string;
}

/** Folders of interpreters that still run. */
const folders = new Set<string>();
process.on('exit', () => folders.forEach(removeFolder));

function makeFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'luci-app-wps-ucode-'));
	folders.add(folder);
	return folder;
}

function removeFolder(folder: string): void {
	folders.delete(folder);
	rmSync(folder, { recursive: true, force: true });
}

/** Runs scripts in the `ucode` at this path. */
export function realUcode(ucode: string): (source: string, file: string, host: Host) => unknown {
	return (source, file, host) => new Interpreter(ucode, source, file, host).result;
}

/** One process, that is one virtual machine, as rpcd has one for a script. */
class Interpreter {
	readonly result: unknown;
	readonly #child: ChildProcess;
	readonly #in: number;
	readonly #out: number;
	/** Its script, and what that imports now or, where a part is loaded, later. */
	readonly #folder = makeFolder();
	#buffer = Buffer.alloc(0);
	/** Functions and handles of this side, by number. */
	readonly #known = new Map<string, unknown>();
	readonly #numbers = new WeakMap<object, string>();
	/** Functions of the other side that nobody here holds any more. */
	#free: string[] = [];
	readonly #registry = new FinalizationRegistry<string>(id => this.#free.push(id));
	/** What ended the script in the middle. */
	#killed: Error | null = null;

	constructor(ucode: string, source: string, file: string, { modules, globals = {}, own, ...host }: Host) {
		const main = join(this.#folder, 'script.uc');
		writeFileSync(main, source);
		for (const [name, module] of Object.entries(modules))
			writeFileSync(join(this.#folder, `${name}.uc`), shim(name, Object.keys(module)));
		const [given, taken] = [pipe(join(this.#folder, 'in')), pipe(join(this.#folder, 'out'))];
		this.#child = spawn(ucode, ['-R', HOST, main, this.#folder], {
			stdio: [given.reader, taken.writer, 'inherit']
		});
		this.#child.unref();
		closeSync(given.reader);
		closeSync(taken.writer);
		[this.#in, this.#out] = [given.writer, taken.reader];
		own?.(() => this.#end(new Error('The process has ended')));

		const script = (name: unknown) => {
			const found = host.script?.(String(name));
			if (found) return found.source;
			throw new UcodeError('Runtime error', `No module named '${String(name)}' could be found`);
		};
		this.#send({ answer: { modules, globals, script } });
		this.result = this.#await(file);
	}

	/** Answers the script's calls until it has answered ours. */
	#await(what: string): unknown {
		for (;;) {
			const { call, args, answer, error, where } = this.#receive();
			if (error !== undefined)
				throw new UcodeError('Runtime error', `${error}\n${where ?? ''}`, { file: what, line: 0 });
			if (call === undefined) return this.#decode(answer);
			this.#send(this.#answer(call, args));
		}
	}

	#answer(call: string, args: unknown): Line {
		try {
			return { answer: (this.#known.get(call) as Call)(...(this.#decode(args) as unknown[])) };
		} catch (error) {
			if (error instanceof UcodeError) return { error: error.message };
			this.#end(error as Error);
			throw error;
		}
	}

	/** The process dies with rpcd, wherever it is. */
	#end(reason: Error): void {
		if (this.#killed) return;
		this.#killed = reason;
		this.#child.kill('SIGKILL');
		removeFolder(this.#folder);
		closeSync(this.#in);
		closeSync(this.#out);
	}

	#send(line: Line): void {
		const free = this.#free.splice(0);
		const message = { ...line, answer: this.#encode(line.answer), args: this.#encode(line.args), free };
		if (line.call === undefined) delete message.args;
		const bytes = Buffer.concat([jsonBytes(message), Buffer.from('\n')]);
		for (let sent = 0; sent < bytes.length;) sent += writeSync(this.#in, bytes, sent);
	}

	#receive(): Line {
		let end: number;
		while ((end = this.#buffer.indexOf('\n')) < 0) {
			const chunk = Buffer.alloc(65_536);
			const size = readSync(this.#out, chunk);
			if (size === 0) throw new Error('ucode has ended');
			this.#buffer = Buffer.concat([this.#buffer, chunk.subarray(0, size)]);
		}
		const line = fromBytes(this.#buffer.subarray(0, end));
		this.#buffer = this.#buffer.subarray(end + 1);
		return JSON.parse(line) as Line;
	}

	#number(value: object): string {
		const known = this.#numbers.get(value);
		if (known) return known;
		const id = `${this.#known.size + 1}`;
		this.#known.set(id, value);
		this.#numbers.set(value, id);
		return id;
	}

	#encode(value: unknown): unknown {
		if (typeof value === 'function') return { _function: this.#number(value) };
		if (Array.isArray(value)) return value.map(item => this.#encode(item));
		if (typeof value !== 'object' || value === null) return value ?? null;
		const copy = Object.fromEntries(Object.keys(value).map(key => [key, this.#encode((value as never)[key])]));
		const plain = [Object.prototype, null].includes(Object.getPrototypeOf(value));
		return plain ? copy : { ...copy, _handle: this.#number(value) };
	}

	#decode(value: unknown): unknown {
		if (Array.isArray(value)) return value.map(item => this.#decode(item));
		if (typeof value !== 'object' || value === null) return value;
		const { _own, _handle } = value as { _own?: string; _handle?: string };
		if (_handle !== undefined) return this.#known.get(_handle);
		if (_own === undefined)
			return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#decode(item)]));
		const call: Call = (...args) => {
			if (this.#killed) throw this.#killed;
			this.#send({ call: _own, args });
			return this.#await(`function ${_own}`);
		};
		this.#registry.register(call, _own);
		return call;
	}
}

/** A module as the script imports it: everything in it is the router's. */
function shim(name: string, members: string[]): string {
	const fitting = members.filter(member => /^[A-Za-z_]\w*$/.test(member) && member !== 'delete');
	return fitting.map(member => `export const ${member} = global.modules_of_router.${name}.${member};\n`).join('');
}

/** A pipe with a name, both ends open. */
function pipe(path: string): { reader: number; writer: number } {
	if (spawnSync('mkfifo', [path]).status !== 0) throw new Error(`mkfifo ${path}`);
	// Each end waits for the other, unless somebody is there.
	const first = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
	const writer = openSync(path, constants.O_WRONLY);
	const reader = openSync(path, constants.O_RDONLY);
	closeSync(first);
	return { reader, writer };
}

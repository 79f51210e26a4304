import type { ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, type WriteStream } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Order, Orders, Reply } from '../orders';
import { until } from '../wait';
import { bundleProgram } from './bundle';
import { buildImage } from './image';
import { Line, type Output } from './line';
import { unpackPackages } from './packages';
import { chooseAccelerator, launch, PORTS, type Accelerator } from './qemu';

/** Kernel messages, and what hostapd and wpa_supplicant print, for whoever looks for a fault. */
const CONSOLE = resolve(import.meta.dirname, '../../results/radio-console.log');

/** Seconds a boot may take. */
const BOOT_LIMIT = { kvm: 20, tcg: 60 };

/** Seconds that the routers in the guest may take for an order; at first their program starts. */
const ORDER_LIMIT = 60;

/** A virtual machine with Debian's kernel, simulated radios, hostapd and wpa_supplicant. */
export class Guest {
	/** Lines of the guest's programs, in order, since the boot. */
	readonly log: string[] = [];
	readonly #lines: Line[] = [];
	readonly #orders = new Map<number, (reply: Reply) => void>();
	#order: Socket | null = null;
	#number = 0;
	#ended: string | null = null;

	private constructor(
		readonly accelerator: Accelerator,
		readonly folder: string,
		/** Where its web server can be reached. */
		readonly url: string,
		readonly machine: ChildProcess,
		readonly console: WriteStream
	) {
		machine.stdout?.on('data', chunk => console.write(chunk));
		machine.stderr?.on('data', chunk => console.write(chunk));
		process.once('exit', () => machine.kill('SIGKILL'));
		machine.on('error', error => this.#end(error.message));
		machine.on('exit', (code, signal) => this.#end(`QEMU ended with ${signal ?? code}`));
	}

	/** Boots; where KVM promised too much, once more without it. */
	static async boot(): Promise<Guest> {
		unpackPackages();
		const image = buildImage();
		const program = await bundleProgram();
		mkdirSync(resolve(CONSOLE, '..'), { recursive: true });
		const console = createWriteStream(CONSOLE);
		const attempt = async (accelerator: Accelerator): Promise<Guest> => {
			const sockets = mkdtempSync(join(tmpdir(), 'wps-radio-'));
			const web = await freePort();
			console.write(`\n## ${accelerator}\n`);
			const machine = launch(image, accelerator, { sockets, program, web });
			const guest = new Guest(accelerator, sockets, `http://127.0.0.1:${web}`, machine, console);
			try {
				await guest.#connect(BOOT_LIMIT[accelerator]);
				return guest;
			} catch (error) {
				guest.#stop();
				if (accelerator === 'kvm') return attempt('tcg');
				throw new Error(`The guest does not boot (see ${CONSOLE}): ${(error as Error).message}`, {
					cause: error
				});
			}
		};
		return attempt(chooseAccelerator());
	}

	/** Runs a shell command in the guest and answers what it printed. Several may run at once. */
	run(command: string, limit = 10): Promise<Output> {
		const [line] = this.#lines.toSorted((one, other) => one.load - other.load);
		if (this.#ended || !line) return Promise.reject(new Error(this.#ended ?? 'The guest is not up'));
		return line.run(command, limit);
	}

	/** The same; a failing command is an error. */
	async must(command: string, limit = 10): Promise<string> {
		const { status, text } = await this.run(command, limit);
		if (status !== 0) throw new Error(`In the guest: ${command}\nended with ${status}: ${text}`);
		return text;
	}

	/** Has something done by the routers in the guest. */
	order<Name extends keyof Orders>(
		order: Name,
		...args: Parameters<Orders[Name]>
	): Promise<Awaited<ReturnType<Orders[Name]>>> {
		const id = ++this.#number;
		return new Promise((done, fail) => {
			if (this.#ended) return fail(new Error(this.#ended));
			const settle = ({ answer, error }: Reply) => {
				clearTimeout(timer);
				this.#orders.delete(id);
				if (error === undefined) done(answer as never);
				else fail(new Error(`In the guest: ${order}: ${error}`));
			};
			const late = `no answer within ${ORDER_LIMIT} s, see ${CONSOLE}`;
			const timer = setTimeout(() => settle({ id, error: late }), ORDER_LIMIT * 1000);
			this.#orders.set(id, settle);
			this.#order?.write(`${JSON.stringify({ id, order, args } satisfies Order)}\n`);
		});
	}

	/** Waits until all that was asked is answered. */
	idle(): Promise<unknown> {
		return until(() => this.#lines.every(line => line.load === 0), 30, 'the guest to be idle');
	}

	/** Writes a file in the guest. */
	static file(path: string, text: string, mode = '600'): string {
		return `cat >${path} <<'END-OF-FILE'\n${text}${text.endsWith('\n') || !text ? '' : '\n'}END-OF-FILE\nchmod ${mode} ${path}`;
	}

	/** A word for the console's record, so that one finds the place. */
	note(text: string): void {
		this.console.write(`\n## ${text}\n`);
	}

	shutDown(): void {
		this.#stop();
		this.console.end();
	}

	#stop(): void {
		this.#end('The guest was shut down');
		this.machine.kill('SIGKILL');
		for (const line of this.#lines) line.socket.destroy();
		this.#order?.destroy();
		rmSync(this.folder, { recursive: true, force: true });
	}

	async #connect(limit: number): Promise<void> {
		const end = performance.now() + limit * 1000;
		const left = () => (end - performance.now()) / 1000;
		const log = await this.#socket(PORTS.log, left());
		createInterface({ input: log }).on('line', line => this.#hear(line));
		for (const name of PORTS.agents) this.#lines.push(new Line(await this.#socket(name, left())));
		this.#order = await this.#socket(PORTS.orders, left());
		createInterface({ input: this.#order }).on('line', line => {
			const reply = JSON.parse(line) as Reply;
			this.#orders.get(reply.id)?.(reply);
		});
		const answers = this.#lines.map(line => line.run('echo here', limit));
		const late = until(() => this.#ended !== null, left(), 'the guest to boot').then(() => {
			throw new Error(this.#ended ?? '');
		});
		const [first] = await Promise.race([Promise.all(answers), late]);
		if (first?.text !== 'here') throw new Error('The agent talks nonsense');
		late.catch(() => {});
	}

	async #socket(name: string, limit: number): Promise<Socket> {
		let found: Socket | null = null;
		await until(
			async () => {
				if (this.#ended) throw new Error(this.#ended);
				found = await open(join(this.folder, name));
				return found !== null;
			},
			limit,
			`QEMU's socket ${name}`
		);
		return found as unknown as Socket;
	}

	#hear(line: string): void {
		this.log.push(line);
		this.console.write(`${line}\n`);
	}

	#end(reason: string): void {
		this.#ended ??= reason;
		for (const line of this.#lines) line.break(new Error(this.#ended));
		for (const [id, settle] of [...this.#orders]) settle({ id, error: this.#ended });
	}
}

/** A port on which nobody listens just now. */
function freePort(): Promise<number> {
	return new Promise(done => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => done(port));
		});
	});
}

function open(path: string): Promise<Socket | null> {
	return new Promise(done => {
		const socket = connect(path);
		socket.once('connect', () => done(socket));
		socket.once('error', () => done(null));
	});
}

import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until';

/** Debian puts the broker where root alone looks. */
const MOSQUITTO = '/usr/sbin/mosquitto';

/** The kernel gives connections none below, so nobody takes the port of a broker that is away for a while. */
const PORTS = { from: 12_000, to: 30_000 };

/** Ports that a broker of this process has, or had: it may come back. */
const taken = new Set<number>();

/** A port of this machine that nobody has. */
async function freePort(): Promise<number> {
	const port = randomInt(PORTS.from, PORTS.to);
	if (taken.has(port) || !(await isFree(port))) return await freePort();
	taken.add(port);
	return port;
}

function isFree(port: number): Promise<boolean> {
	const server = createServer();
	return new Promise(done => {
		server.on('error', () => done(false));
		server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
	});
}

/** None outlives who started it. */
const living = new Map<string, ChildProcess | null>();
process.on('exit', () => {
	for (const [folder, child] of living) {
		child?.kill('SIGKILL');
		rmSync(folder, { recursive: true, force: true });
	}
});

/** A real mosquitto. Without persistence, as OpenWrt has it: killed, it forgets all. */
export class Broker {
	readonly folder = mkdtempSync(join(tmpdir(), 'luci-app-wps-broker-'));
	#child: ChildProcess | null = null;

	private constructor(
		readonly port: number,
		readonly lines: string[]
	) {
		chmodSync(this.folder, 0o755);
	}

	/** @param lines  of mosquitto.conf, besides the listener */
	static async start(lines = ['allow_anonymous true']): Promise<Broker> {
		const broker = new Broker(await freePort(), lines);
		await broker.start();
		return broker;
	}

	async start(): Promise<void> {
		const config = join(this.folder, 'mosquitto.conf');
		const head = [`listener ${this.port} 127.0.0.1`, 'persistence false', 'log_type none', 'user root'];
		writeFileSync(config, [...head, ...this.lines, ''].join('\n'));
		const child = spawn(MOSQUITTO, ['-c', config], { stdio: 'ignore' });
		this.#child = child;
		living.set(this.folder, child);
		await until(() => child.exitCode !== null || isListening(this.port), 'the broker listens');
		if (child.exitCode !== null) throw new Error(`mosquitto ends with ${child.exitCode}`);
	}

	/** kill -9: nobody is told. */
	async kill(): Promise<void> {
		const child = this.#child;
		if (!child) return;
		this.#child = null;
		await new Promise<unknown>(done => {
			child.on('exit', done);
			if (!child.kill('SIGKILL')) done(null);
		});
	}

	async restart(): Promise<void> {
		await this.kill();
		await this.start();
	}

	async end(): Promise<void> {
		await this.kill();
		living.delete(this.folder);
		rmSync(this.folder, { recursive: true, force: true });
	}
}

function isListening(port: number): Promise<boolean> {
	return new Promise(done => {
		const socket = connect(port, '127.0.0.1');
		socket.on('connect', () => {
			socket.destroy();
			done(true);
		});
		socket.on('error', () => done(false));
	});
}

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Bus } from './bus';
import type { Clock } from './clock';
import type { Files } from './files';
import { host } from './modules';
import { Killed, Process } from './modules/process';
import { Outside } from './outside';
import { programs, type Program } from './programs';
import { runUcode } from './ucode/index';
import { realUcode } from './ucode/real/index';

/** The compiled bridge. */
const PROGRAM =
	process.env['WPS_BRIDGE'] ?? resolve(import.meta.dirname, '../../root/usr/share/wps-house/wps-house.uc');
const UCODE = process.env['UCODE'];
const PICTURE = '/var/run/luci-wps-house.json';
const CLIENTS = ['/usr/bin/mosquitto_sub', '/usr/bin/mosquitto_pub'];

export interface BridgeSurroundings {
	clock: Clock;
	bus: Bus;
	files: Files;
	syslog(line: string): void;
}

/** The service wps-house of a simulated router: procd, and in it the compiled bridge with mosquitto's real clients. */
export class Bridge {
	readonly outside: Outside;
	readonly stderr: string[] = [];
	/** What ended it, when that was an exception. */
	crashed: unknown = null;
	#process: Process | null = null;

	constructor(readonly surroundings: BridgeSurroundings) {
		this.outside = new Outside(surroundings.files);
		this.install();
	}

	/** Package mosquitto-client-ssl. */
	install(): void {
		for (const path of CLIENTS) this.surroundings.files.put(path, 'ELF', { mode: 0o755 });
	}

	remove(): void {
		for (const path of CLIENTS) this.surroundings.files.drop(path);
	}

	get running(): boolean {
		return this.#process !== null;
	}

	/** What luci.wps reads of it. */
	get picture(): unknown {
		const text = this.surroundings.files.text(PICTURE);
		return text === null ? null : JSON.parse(text);
	}

	start(): void {
		if (this.#process) return;
		if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is missing: npm run build`);
		const process = new Process();
		this.#process = process;
		const crash = (error: unknown) => {
			this.crashed ??= error;
			this.#end(new Error('crashed'));
		};
		const { clock, bus, files, syslog } = this.surroundings;
		const machine = {
			clock,
			bus,
			files,
			syslog,
			process,
			outside: this.outside,
			run: programs(path => this.#program(path), []),
			stderr: (text: string) => void this.stderr.push(text),
			servedHere: () => false,
			blocked: () => {},
			waited: () => {},
			lost: crash,
			crash,
			old: false,
			unreachable: () => false,
			signature: () => ({})
		};
		try {
			(UCODE ? realUcode(UCODE) : runUcode)(readFileSync(PROGRAM, 'utf8'), PROGRAM, host(machine));
		} catch (error) {
			if (!process.dead) crash(error);
		}
	}

	/** `/etc/init.d/wps-house stop`: it dies, then what it has left is ended, and its picture goes. */
	stop(): void {
		this.kill();
		for (const pid of this.outside.pids) this.outside.kill(pid, 'SIGKILL');
		this.surroundings.files.drop(PICTURE);
	}

	/** It dies; its children stay. */
	kill(): void {
		this.#end(new Killed('now'));
	}

	/** The end of the router. */
	end(): void {
		this.kill();
		this.outside.end();
	}

	#end(reason: Error): void {
		this.#process?.end(reason);
		this.#process = null;
	}

	#program(path: string): Program | null {
		const known: Record<string, Program> = {
			'/usr/bin/mkfifo': args => this.outside.mkfifo(args.at(-1) ?? ''),
			'/bin/kill': ([signal, pid]) => this.outside.kill(Number(pid), signal === '-9' ? 'SIGKILL' : 'SIGTERM'),
			'/usr/bin/logger': args => {
				this.surroundings.syslog(`user.notice wps-house: ${args.at(-1)}`);
				return 0;
			}
		};
		return known[path] ?? null;
	}
}

import { UBUS } from './bus';
import type { Clock } from './clock';
import type { Files } from './files';
import { fsModule, type Run } from './modules/fs';
import { outer } from './modules/outer';
import { logModule } from './modules/log';
import { ubusModule, type UbusSurroundings } from './modules/ubus';
import { uciModule } from './modules/uci';
import { uloopModule } from './modules/uloop';
import type { Outside } from './outside';

/** What a handler gets from the machine it runs on. */
export interface Host {
	modules: Record<string, Record<string, unknown>>;
	globals: Record<string, unknown>;
	/** A script that `require` finds by this name (REQUIRE_SEARCH_PATH: /usr/share/ucode/*.uc). */
	script(name: string): { source: string; file: string } | null;
	/** Registers what ends with the process that the handler runs in. */
	own(release: () => void): void;
}

export interface Machine extends UbusSurroundings {
	clock: Clock;
	files: Files;
	/** Programs, for system() and popen(). */
	run: Run;
	/** Real programs beside it. */
	outside?: Outside;
	/** A line for syslog, `facility.priority name: text`. */
	syslog(line: string): void;
	stderr(text: string): void;
	/** A program ran for so long, and the process waited. */
	waited(milliseconds: number): void;
}

const SIGKILL = 9;

/** `exit()` in a handler: rpcd answers with the code. */
export class Exit extends Error {
	constructor(readonly code: number) {
		super(`exit ${code}`);
	}
}

/** ucode's modules and the globals that reach outside, bound to one life of rpcd. */
export function host(machine: Machine): Host {
	const { clock, files, process, run } = machine;
	const around = machine.outside ? outer(machine.outside, process) : null;
	return {
		own: release => void process.own(release),
		script: name => {
			const file = `/usr/share/ucode/${name.replaceAll('.', '/')}.uc`;
			const source = /^[\w.]+$/.test(name) ? files.text(file) : null;
			return source === null ? null : { source, file };
		},
		modules: {
			fs: fsModule(files, process, run, around),
			ubus: ubusModule(machine),
			uci: uciModule(files, process),
			uloop: uloopModule(clock, process, error => machine.crash(error), around),
			log: logModule(process, line => machine.syslog(line))
		},
		globals: {
			time: () => clock.epoch(),
			clock: (monotonic: unknown = false) => {
				if (!monotonic) return [clock.epoch(), 0];
				const now = clock.monotonic();
				return [Math.floor(now / 1000), (now % 1000) * 1_000_000];
			},
			system: (command: unknown, timeout: unknown = 0) => {
				process.step(`system ${[command].flat().join(' ')}`);
				const argv = Array.isArray(command) ? command.map(String) : ['/bin/sh', '-c', String(command)];
				const limit = Number(timeout) || 0;
				const { code, milliseconds = 0 } = run(argv, limit);
				const killed = limit > 0 && milliseconds > limit;
				machine.waited(killed ? limit : milliseconds);
				return killed ? -SIGKILL : code;
			},
			warn: (...values: unknown[]) => {
				const text = values.map(value => (typeof value === 'string' ? value : JSON.stringify(value))).join('');
				machine.stderr(text);
				return text.length;
			},
			exit: (code: unknown = 0) => {
				throw new Exit(Number(code));
			},
			...Object.fromEntries(Object.entries(UBUS).map(([name, code]) => [`UBUS_STATUS_${name}`, code])),
			UBUS_STATUS_CONNECTION_FAILED: 10
		}
	};
}

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { busybox } from './busybox';

/** What a run came to. */
export interface Run {
	code: number | null;
	output: string;
	/** Milliseconds until it had ended. */
	took: number;
}

/**
 * A router of a few files in a folder of its own, for scripts that OpenWrt's ash runs. Every path below /etc, /tmp, /var,
 * /sys and /bin in a file is one in the folder. Debian's busybox prefers its applets to whatever PATH holds, so each script
 * begins with functions of the stand-ins' names.
 */
export class Ash {
	readonly root = mkdtempSync(join(tmpdir(), 'wps-ash-'));
	readonly #background: number[] = [];
	readonly #programs = new Set<string>();

	private constructor(readonly busybox: string) {
		for (const folder of ['bin', 'tmp']) mkdirSync(join(this.root, folder));
		symlinkSync(busybox, join(this.root, 'bin/sh'));
		this.#writePrograms();
	}

	/** Skips the test, or all of a hook, where busybox can't be had. */
	static open(test: Mocha.Context): Ash {
		const program = busybox();
		if (program === null) return test.skip();
		return new Ash(program);
	}

	/** Writes a file; one that begins with #! can be run. */
	write(path: string, text: string): void {
		const place = join(this.root, path);
		mkdirSync(dirname(place), { recursive: true });
		const script = text.startsWith('#!');
		const whole = script ? text.replace('\n', '\n. /bin/programs\n') : text;
		writeFileSync(place, this.#move(whole), { mode: script ? 0o755 : 0o644 });
	}

	/** What a file holds; nothing: it is not there. */
	read(path: string): string {
		const place = join(this.root, path);
		return existsSync(place) ? readFileSync(place, 'utf8').replaceAll(this.root, '') : '';
	}

	/** A stand-in for a program, by a script of ash; what it is called with is written to /tmp/<name>. */
	program(name: string, body: string): void {
		this.write(`bin/${name}`, `#!/bin/sh\necho "$@" >>/tmp/${name}\n${body}\n`);
		this.#programs.add(name);
		this.#writePrograms();
	}

	/** Runs a file, or with arguments. */
	run(path: string, env: Record<string, string> = {}, ...args: string[]): Promise<Run> {
		const began = performance.now();
		const child = spawn(this.busybox, ['ash', join(this.root, path), ...args], {
			env: { PATH: join(this.root, 'bin'), ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
			detached: true
		});
		if (child.pid) this.#background.push(child.pid);
		let output = '';
		for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk));
		return new Promise((done, fail) => {
			child.once('error', fail);
			// Not `close`: what goes on in the background may hold the pipes.
			child.once('exit', code =>
				setImmediate(() =>
					done({ code, output: output.replaceAll(this.root, ''), took: performance.now() - began })
				)
			);
		});
	}

	/** Ends what still runs in the background, and takes the folder away. */
	close(): void {
		for (const pid of this.#background) {
			try {
				process.kill(-pid, 'SIGKILL');
			} catch {
				// it is over
			}
		}
		rmSync(this.root, { recursive: true, force: true });
	}

	#writePrograms(): void {
		this.write('bin/programs', [...this.#programs].map(name => `${name}() { /bin/${name} "$@"; }\n`).join(''));
	}

	#move(text: string): string {
		return text.replaceAll(/(^|[^\w/.])\/(etc|tmp|var|sys|bin)\//gm, `$1${this.root}/$2/`);
	}
}

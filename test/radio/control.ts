import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds that hostapd may take for an answer. */
const LIMIT = 5_000;

let sockets = 0;

/**
 * hostapd's control socket, as hostapd_cli speaks to it, but open for good: a process for each question is what costs an
 * emulated machine the most. socat makes a datagram of what is written at once, and the other way round.
 */
export class ControlSocket {
	readonly #relay: ChildProcessByStdio<Writable, Readable, null>;
	readonly #answers: string[] = [];
	#wake: () => void = () => {};
	#work: Promise<unknown> = Promise.resolve();
	#closed = false;

	constructor(readonly path: string) {
		const own = `/run/control-${++sockets}`;
		const stdio: ['pipe', 'pipe', 'inherit'] = ['pipe', 'pipe', 'inherit'];
		this.#relay = spawn('socat', ['-t0', '-b65536', 'STDIO', `UNIX-SENDTO:${path},bind=${own}`], { stdio });
		this.#relay.stdin.on('error', () => this.close());
		this.#relay.on('exit', () => this.close());
		this.#relay.stdout.on('data', chunk => {
			this.#answers.push(String(chunk));
			this.#wake();
		});
	}

	get closed(): boolean {
		return this.#closed;
	}

	/** What hostapd answers; null when nobody is there. An empty answer never comes. */
	ask(command: string): Promise<string | null> {
		const turn = this.#work.then(() => {
			if (!this.#closed) this.#relay.stdin.write(command);
			return this.#answer();
		});
		this.#work = turn;
		return turn;
	}

	close(): void {
		this.#closed = true;
		this.#relay.kill();
		this.#wake();
	}

	async #answer(): Promise<string | null> {
		const late = new AbortController();
		const end = sleep(LIMIT, undefined, { signal: late.signal }).catch(() => {});
		while (this.#answers.length === 0 && !this.#closed) {
			const news = new Promise<boolean>(done => (this.#wake = () => done(true)));
			if (!(await Promise.race([news, end.then(() => false)]))) break;
		}
		late.abort();
		const answer = this.#answers.shift() ?? null;
		// Whatever came now would be taken for the answer to another question.
		if (answer === null) this.close();
		return answer;
	}
}

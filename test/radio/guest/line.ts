import type { Socket } from 'node:net';

export interface Output {
	status: number;
	text: string;
}

/** One request to the agent (`agent.sh`). */
export function request(number: number, command: string): string {
	const escaped = command.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n');
	return `${number} $'${escaped}'\n`;
}

/** Takes answers out of a stream of bytes. */
export class Answers {
	#buffer = Buffer.alloc(0);

	add(chunk: Buffer): void {
		this.#buffer = Buffer.concat([this.#buffer, chunk]);
	}

	next(): { number: number; output: Output } | null {
		const end = this.#buffer.indexOf('\n');
		if (end < 0) return null;
		const head = this.#buffer.subarray(0, end).toString('latin1');
		const [, number = '', status = '', length = ''] = /^(\d+) (\d+) (\d+)$/.exec(head) ?? [];
		if (!number) throw new Error(`The guest's agent answers out of step: ${JSON.stringify(head)}`);
		const whole = end + 1 + Number(length) + 1;
		if (this.#buffer.length < whole) return null;
		const text = this.#buffer.subarray(end + 1, whole - 1).toString('latin1');
		this.#buffer = this.#buffer.subarray(whole);
		return { number: Number(number), output: { status: Number(status), text } };
	}
}

interface Waiting {
	done: (output: Output) => void;
	fail: (error: Error) => void;
}

/** One agent in the guest: runs one command after the other. */
export class Line {
	#number = 0;
	readonly #answers = new Answers();
	readonly #waiting = new Map<number, Waiting>();
	#broken: Error | null = null;

	constructor(readonly socket: Socket) {
		socket.on('data', chunk => this.#receive(chunk));
		socket.on('error', error => this.break(error));
		socket.on('close', () => this.break(new Error('The guest has hung up')));
	}

	/** Requests on their way. */
	get load(): number {
		return this.#waiting.size;
	}

	/** @param limit seconds; nothing can be asked here any more when the guest has not answered in time */
	run(command: string, limit: number): Promise<Output> {
		if (this.#broken) return Promise.reject(this.#broken);
		const number = ++this.#number;
		return new Promise((done, fail) => {
			const queue = this.load + 1;
			const timer = setTimeout(
				() => this.break(new Error(`The guest does not answer: ${command}`)),
				queue * limit * 1000
			);
			const settle = () => {
				clearTimeout(timer);
				this.#waiting.delete(number);
			};
			this.#waiting.set(number, {
				done: output => (settle(), done(output)),
				fail: error => (settle(), fail(error))
			});
			this.socket.write(request(number, command), 'latin1');
		});
	}

	/** No answer can be relied on any more. */
	break(error: Error): void {
		this.#broken ??= error;
		for (const { fail } of [...this.#waiting.values()]) fail(this.#broken);
	}

	#receive(chunk: Buffer): void {
		try {
			this.#answers.add(chunk);
			for (let answer = this.#answers.next(); answer; answer = this.#answers.next())
				this.#waiting.get(answer.number)?.done(answer.output);
		} catch (error) {
			this.break(error as Error);
		}
	}
}

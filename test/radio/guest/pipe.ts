import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';
import { Answers, request, type Output } from './line';

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/**
 * An agent that is asked without the event loop: the handler's `system()` returns only when the program in the
 * guest has ended.
 */
export class BlockingLine {
	#number = 0;
	readonly #in: number;
	readonly #out: number;
	readonly #answers = new Answers();

	/** @param path of QEMU's pair of pipes, without .in and .out */
	constructor(path: string) {
		this.#in = openSync(`${path}.in`, constants.O_RDWR);
		this.#out = openSync(`${path}.out`, constants.O_RDWR | constants.O_NONBLOCK);
	}

	run(command: string, limit: number): Output {
		const number = ++this.#number;
		writeSync(this.#in, request(number, command));
		const end = performance.now() + limit * 1000;
		while (performance.now() < end) {
			this.#read();
			for (let answer = this.#answers.next(); answer; answer = this.#answers.next())
				if (answer.number === number) return answer.output;
			Atomics.wait(sleeper, 0, 0, 3);
		}
		throw new Error(`The guest does not answer: ${command}`);
	}

	close(): void {
		closeSync(this.#in);
		closeSync(this.#out);
	}

	#read(): void {
		const chunk = Buffer.alloc(4096);
		try {
			for (let count = 1; count > 0;) {
				count = readSync(this.#out, chunk);
				this.#answers.add(Buffer.from(chunk.subarray(0, count)));
			}
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
		}
	}
}

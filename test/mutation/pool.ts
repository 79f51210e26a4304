import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../src/build/outputs';
import { HANDLER, TAB, type Files } from './mutants';
import type { Noticed, Task, Word } from './worker';

const NEVER = 'it never ends';

/** What became of a run. */
export type Outcome = Noticed | { file: string; title: typeof NEVER } | null;

/** After so many runs a process is replaced: each leaves translations of its files behind. */
const RUNS = 40;

/** No test takes so long, milliseconds; what does never ends. */
const PATIENCE = 90_000;

const WORKER = join(import.meta.dirname, 'worker.ts');

/** The test that failed, where it was a hook behind it that did. */
const titleOf = ({ title }: Noticed) => /hook for "(.*)"$/.exec(title)?.[1] ?? title;

/** A process that runs one suite on whatever files it is given. */
export class Runner {
	readonly #folder = mkdtempSync(join(tmpdir(), 'luci-app-wps-mutant-'));
	#child: ChildProcess | null = null;
	#runs = 0;
	/** Milliseconds that each test file took when it last ran. */
	readonly times = new Map<string, number>();

	constructor(
		readonly tests: string[],
		/** The sources' own compiled files. */
		readonly original: Files
	) {}

	/** Which test notices these files, or null. */
	async run(files: Files, order: string[]): Promise<Outcome> {
		const outcome = await this.#ask({ files, order });
		if (!outcome || outcome.title === NEVER || files === this.original) return outcome;
		// a test that fails without the change as well says nothing: this process has seen too much
		const alone = await this.#ask({ files: this.original, order, only: titleOf(outcome) });
		if (!alone) return outcome;
		this.#end();
		return await this.#ask({ files, order });
	}

	close(): void {
		this.#end();
		rmSync(this.#folder, { recursive: true, force: true });
	}

	#end(): void {
		this.#child?.kill('SIGKILL');
		this.#child = null;
	}

	async #start(): Promise<ChildProcess> {
		const child = fork(WORKER, [this.#folder, ...this.tests], {
			cwd: ROOT,
			execArgv: ['--import', 'tsx'],
			env: {
				...process.env,
				UCODE: '',
				WPS_PLUGIN: join(this.#folder, HANDLER),
				WPS_VIEW: join(this.#folder, TAB)
			},
			stdio: ['ignore', 'ignore', 'ignore', 'ipc']
		});
		await new Promise<void>((ready, failed) => {
			child.once('message', () => ready());
			child.once('exit', code => failed(new Error(`A worker has ended with ${code}: do the tests pass?`)));
		});
		this.#runs = 0;
		return child;
	}

	async #ask(task: Task): Promise<Outcome> {
		if (this.#child && this.#runs >= RUNS) this.#end();
		const child = (this.#child ??= await this.#start());
		this.#runs++;
		return new Promise(done => {
			let running = task.order[0] ?? '';
			const finish = (outcome: Outcome) => {
				clearTimeout(timer);
				child.removeAllListeners('message').removeAllListeners('exit');
				if (outcome?.title === NEVER) this.#end();
				done(outcome);
			};
			const giveUp = () => finish({ file: running, title: NEVER });
			let timer = setTimeout(giveUp, PATIENCE);
			child.on('exit', giveUp);
			child.on('message', (word: Word) => {
				if ('test' in word) {
					running = word.test;
					clearTimeout(timer);
					timer = setTimeout(giveUp, PATIENCE);
				} else if ('noticed' in word) {
					for (const [file, time] of Object.entries(word.times)) this.times.set(file, time);
					finish(word.noticed);
				}
			});
			child.send(task);
		});
	}
}

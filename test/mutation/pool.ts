import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../src/build/outputs';
import { BRIDGE, HANDLER, TAB, type Files } from './mutants';
import type { Manner, Noticed, Task, Word } from './worker';

const NEVER = 'it never ends';

/** What became of a run. */
export type Outcome = Noticed | null;

/** After so many runs a process is replaced: each leaves translations of its files behind. */
const RUNS = 40;

/** Tests that play at once (test/house/scenes.ts) do so once in a process. */
const RUNS_AT_ONCE = 1;

/** No test takes so long, milliseconds, and not so many times as long as the slowest file did: what does never ends. */
const PATIENCE = 60_000;
const TIMES = 5;

/** Nothing is known of the first run. */
const FIRST = 600_000;

const WORKER = join(import.meta.dirname, 'worker.ts');

/** The test that failed, where it was a hook behind it that did. */
const titleOf = ({ title }: Noticed) => /hook for "(.*)"$/.exec(title)?.[1] ?? title;

/** A process that runs one suite on whatever files it is given. */
export class Runner {
	readonly #folder = mkdtempSync(join(tmpdir(), 'luci-app-wps-mutant-'));
	#child: ChildProcess | null = null;
	#runs = 0;
	constructor(
		readonly tests: string[],
		/** The sources' own compiled files. */
		readonly original: Files,
		/** Tests that fail with those as well. */
		readonly skipped: string[] = [],
		/** Milliseconds that each test file took when it last ran. */
		readonly times = new Map<string, number>()
	) {}

	/** Which tests fail where nothing is broken. */
	async baseline(): Promise<string[]> {
		const outcome = await this.#ask({ files: this.original, order: this.tests }, false);
		this.#end();
		return outcome.map(({ title }) => title);
	}

	/** Which test notices these files, or null. */
	async run(files: Files, order: string[]): Promise<Outcome> {
		const [outcome] = await this.#ask({ files, order });
		if (!outcome) return null;
		// a machine that does something else may be as slow as that: once more
		if (outcome.title === NEVER) return (await this.#ask({ files, order }))[0] ?? null;
		// a test that fails without the change as well says nothing: this process has seen too much
		const alone = await this.#ask({ files: this.original, order, only: titleOf(outcome) });
		if (alone.length === 0) return outcome;
		this.#end();
		return (await this.#ask({ files, order }))[0] ?? null;
	}

	close(): void {
		this.#end();
		rmSync(this.#folder, { recursive: true, force: true });
	}

	#end(): void {
		this.#child?.kill('SIGKILL');
		this.#child = null;
	}

	async #start(bail: boolean): Promise<ChildProcess> {
		const manner: Manner = { folder: this.#folder, tests: this.tests, skipped: this.skipped, bail };
		const child = fork(WORKER, {
			cwd: ROOT,
			execArgv: ['--import', 'tsx'],
			env: {
				...process.env,
				UCODE: '',
				MUTATION: JSON.stringify(manner),
				...(HANDLER in this.original && { WPS_PLUGIN: join(this.#folder, HANDLER) }),
				...(TAB in this.original && { WPS_VIEW: join(this.#folder, TAB) }),
				...(BRIDGE in this.original && { WPS_BRIDGE: join(this.#folder, BRIDGE) })
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

	async #ask(task: Task, bail = true): Promise<Noticed[]> {
		if (this.#child && this.#runs >= (BRIDGE in this.original ? RUNS_AT_ONCE : RUNS)) this.#end();
		const child = (this.#child ??= await this.#start(bail));
		this.#runs++;
		return new Promise(done => {
			let running = task.order[0] ?? '';
			const finish = (failed: Noticed[]) => {
				clearTimeout(timer);
				child.removeAllListeners('message').removeAllListeners('exit');
				if (failed[0]?.title === NEVER) this.#end();
				done(failed);
			};
			const giveUp = () => finish([{ file: running, title: NEVER }]);
			const patience = Math.max(PATIENCE, TIMES * Math.max(0, ...this.times.values()), bail ? 0 : FIRST);
			let timer = setTimeout(giveUp, patience);
			child.on('exit', giveUp);
			child.on('message', (word: Word) => {
				if ('test' in word) {
					running = word.test;
					clearTimeout(timer);
					timer = setTimeout(giveUp, patience);
				} else if ('failed' in word) {
					for (const [file, time] of Object.entries(word.times)) this.times.set(file, time);
					finish(word.failed);
				}
			});
			child.send(task);
		});
	}
}

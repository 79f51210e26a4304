import { Home, type RouterOptions } from './home';

type Scene = (home: Home) => Promise<void>;

/** So many play at a time: each has some ten processes. */
const STAGES = 12;

/** What waits for a stage, in the order of the files. */
const queue: (() => Promise<void>)[] = [];
let playing = 0;

function playNext(): void {
	while (playing < STAGES) {
		const next = queue.shift();
		if (!next) return;
		playing++;
		void next().finally(() => {
			playing--;
			playNext();
		});
	}
}

/**
 * Tests that wait most of the time: they play at once, from the first on, each in a house of its own. What is measured is
 * measured when they are over: its file comes last.
 * @param names    of the routers
 * @param options  of each of them
 */
export function atOnce(names: string[], options: RouterOptions = {}): (title: string, scene: Scene) => void {
	before(playNext);
	return (title, scene) => {
		let finish: (failure: unknown) => void = () => {};
		const finished = new Promise<unknown>(done => (finish = done));
		const play = async () => {
			const home = await Home.start(names, options);
			try {
				await scene(home);
			} catch (failure) {
				if (failure instanceof Error) failure.message += `\n${home.describe()}`;
				throw failure;
			} finally {
				await home.end();
			}
		};
		queue.push(() => play().then(() => finish(null), finish));
		it(title, async () => {
			const failure = await finished;
			if (failure !== null) throw failure;
		});
	};
}

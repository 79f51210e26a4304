import { Home, type RouterOptions } from './home';

type Scene = (home: Home) => Promise<void>;

/**
 * Tests that wait most of the time: all of a describe() play at once, each in a house of its own.
 * @param names    of the routers
 * @param options  of each of them
 */
export function atOnce(names: string[], options: RouterOptions = {}): (title: string, scene: Scene) => void {
	const scenes: { scene: Scene; result?: Promise<unknown> }[] = [];

	async function play(scene: Scene): Promise<unknown> {
		const home = await Home.start(names, options);
		try {
			return await scene(home).then(
				() => null,
				(failure: unknown) => failure
			);
		} finally {
			await home.end();
		}
	}

	before(() => {
		for (const entry of scenes)
			entry.result = play(entry.scene).catch((failure: unknown) => failure ?? new Error('failed'));
	});
	return (title, scene) => {
		const entry: (typeof scenes)[number] = { scene };
		scenes.push(entry);
		it(title, async () => {
			const failure = await entry.result;
			if (failure !== null) throw failure;
		});
	};
}

import { WallClock } from '../clock';
import { actByWords } from '../control';
import { HOUSEHOLD, inHouse } from '../household';
import { SimulatedRouter } from '../router';
import { SCENES, type Scene } from '../scenes';

/** Milliseconds until the networks of a scene are there. */
export const ON_THE_AIR = 5_000;

/** procd starts rpcd again after so many. */
const RESPAWN = 5_000;

/** The house that a person plays in: a router and the devices around it, and from time to time another one. */
export class World {
	router: SimulatedRouter;
	/** Where something is said: the log of the router, and what became of it. */
	say: (text: string) => void = text => console.log(`  ${text}`);
	onMove: (router: SimulatedRouter) => void = () => {};
	#clock: WallClock;

	constructor(
		readonly speed: number,
		scene: Scene
	) {
		this.#clock = new WallClock(speed);
		this.router = this.#build(scene);
	}

	/** Moves to another house; what is said of it. */
	enter(name: string): string {
		const scene = Object.hasOwn(SCENES, name) ? SCENES[name] : undefined;
		if (!scene) return `No such scene: ${name}. There are ${Object.keys(SCENES).join(', ')}.`;
		const { rpcd } = this.router;
		this.#clock.stop();
		rpcd.stop();
		this.#clock = new WallClock(this.speed);
		this.router = this.#build(scene);
		this.onMove(this.router);
		return `${name}: ${scene.about}`;
	}

	/** Does what a line says; null: there is no such word. */
	async act(line: string): Promise<string | null> {
		const [word, scene = ''] = line.split(/\s+/);
		if (word === 'scene') return this.enter(scene);
		return await actByWords(this.router, line);
	}

	#build({ options, prepare }: Scene): SimulatedRouter {
		const router = new SimulatedRouter({ clock: this.#clock, ...options });
		for (const name of Object.keys(HOUSEHOLD)) inHouse(router, name);
		this.#clock.after(ON_THE_AIR, () => prepare?.(router));
		router.onLog = line => this.say(line);
		router.rpcd.onCrash = reason => {
			this.say(`rpcd ended, procd starts it again: ${reason.message}`);
			router.clock.after(RESPAWN, () => router.rpcd.start());
		};
		return router;
	}
}

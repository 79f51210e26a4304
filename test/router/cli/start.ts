import { HttpServer } from '../http';
import { USUAL } from '../release';
import { SCENES, type Scene } from '../scenes';
import { help } from '../stories';
import { releaseOf, sceneOf, verdicts } from '../wireless-file';
import { checkLuci, serve } from './serve';
import { build, watchSources } from './sources';
import { endWithNpm } from './npm';
import { converse } from './terminal';
import { ON_THE_AIR, World } from './world';

export interface StartOptions {
	/** null: the first that is free. */
	port: number | null;
	speed?: string | undefined;
	scene?: string | undefined;
	/** Somebody's /etc/config/wireless. */
	wireless?: string | undefined;
	release?: string | undefined;
}

/** `npx wps-sim start`: runs a router until it is told to quit. */
export async function start({ port, speed = '1', ...options }: StartOptions): Promise<void> {
	if (!(Number(speed) > 0)) throw new Error(`--speed ${speed} is no number above 0`);
	const scene = chooseScene(options);
	checkLuci();
	endWithNpm();
	await build();

	const world = new World(Number(speed), scene);
	const server = new HttpServer(world.router);
	server.enterScene = name => world.enter(name);
	world.onMove = router => server.replaceRouter(router);
	const tab = await serve(server, port);
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(0));

	for (const line of world.router.rpcd.stderr) console.error(line);
	process.stdout.write(`
The simulated router is up: ${scene.about}.

  WPS tab    ${tab}
  logins     root (may do everything), reader (may only look), wps (may do nothing but WPS); any password
  shell      npx wps-sim call luci.wps status          what "ubus call" does on a router
             npx wps-sim listen luci.wps               what "ubus listen" does

Start WPS in the tab, then type here what happens in the house, or press it in the page's bar:

${HELP}

`);
	world.say = converse(async text => (await world.act(text)) ?? `One of:\n${HELP}`);
	if (options.wireless !== undefined)
		world.router.clock.after(ON_THE_AIR, async () =>
			(await verdicts(world.router)).forEach(line => world.say(line))
		);
	watchSources(world);
}

export function chooseScene({ scene = 'house', wireless, release = USUAL }: Omit<StartOptions, 'port'>): Scene {
	const chosen = releaseOf(release);
	if (wireless !== undefined) return sceneOf(wireless, chosen);
	const found = Object.hasOwn(SCENES, scene) ? SCENES[scene] : undefined;
	if (!found) throw new Error(`--scene ${scene} is none of ${Object.keys(SCENES).join(', ')}`);
	return { ...found, options: { release: chosen, ...found.options } };
}

const HELP = `${help()}

  scene NAME       move to another house: ${Object.keys(SCENES).join(', ')}
  quit`;

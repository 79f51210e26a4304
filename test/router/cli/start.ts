import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { clearLine, createInterface, cursorTo } from 'node:readline';
import { HttpServer } from '../http';
import { USUAL } from '../release';
import { SCENES, type Scene } from '../scenes';
import { help } from '../stories';
import { releaseOf, sceneOf, verdicts } from '../wireless-file';
import { announce } from './places';
import { build, watchSources } from './sources';
import { endWithNpm } from './npm';
import { ON_THE_AIR, World } from './world';

const TAB = '/cgi-bin/luci/admin/network/wireless/wps';
const FIRST_PORT = 8080;
const LAST_PORT = 8099;

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
	const found = await listen(server, port);
	const { token, forget } = announce(found);
	server.token = token;
	process.on('exit', forget);
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(0));

	for (const line of world.router.rpcd.stderr) console.error(line);
	process.stdout.write(`
The simulated router is up: ${scene.about}.

  WPS tab    http://127.0.0.1:${found}${TAB}
  logins     root (may do everything), reader (may only look), wps (may do nothing but WPS); any password
  shell      npx wps-sim call luci.wps status          what "ubus call" does on a router
             npx wps-sim listen luci.wps               what "ubus listen" does

Start WPS for "Home" in the tab, then type here what happens in the house, or press it in the page's bar:

${HELP}

`);
	world.say = converse(world);
	if (options.wireless !== undefined)
		world.router.clock.after(ON_THE_AIR, async () =>
			(await verdicts(world.router)).forEach(line => world.say(line))
		);
	watchSources(world);
}

function chooseScene({ scene = 'house', wireless, release = USUAL }: Omit<StartOptions, 'port'>): Scene {
	const chosen = releaseOf(release);
	if (wireless !== undefined) return sceneOf(wireless, chosen);
	const found = Object.hasOwn(SCENES, scene) ? SCENES[scene] : undefined;
	if (!found) throw new Error(`--scene ${scene} is none of ${Object.keys(SCENES).join(', ')}`);
	return { ...found, options: { release: chosen, ...found.options } };
}

const HELP = `${help()}

  scene NAME       move to another house: ${Object.keys(SCENES).join(', ')}
  quit`;

/** A LUCI_DIR that is none would only show as a blank page. */
function checkLuci(): void {
	const folder = process.env['LUCI_DIR'];
	if (folder && !existsSync(join(folder, 'modules/luci-base/htdocs/luci-static/resources/luci.js')))
		throw new Error(`LUCI_DIR=${folder} is no checkout of LuCI: modules/luci-base is not in it`);
}

async function listen(server: HttpServer, port: number | null): Promise<number> {
	for (let at = port ?? FIRST_PORT; ; at++) {
		try {
			return await server.listen(at);
		} catch (error) {
			const { code } = error as NodeJS.ErrnoException;
			if (code === 'EACCES') throw new Error(`Port ${at} is for root: --port ${FIRST_PORT}`, { cause: error });
			if (code !== 'EADDRINUSE') throw error;
			if (port !== null)
				throw new Error(`Port ${port} is taken: without --port the next free one is used`, { cause: error });
			if (at === LAST_PORT)
				throw new Error(`The ports ${FIRST_PORT} to ${LAST_PORT} are taken: --port NUMBER`, { cause: error });
		}
	}
}

/** Lines from the terminal; without one it just serves. Answers how something is said there. */
function converse(world: World): (text: string) => void {
	const { stdin, stdout } = process;
	const terminal = createInterface({ input: stdin, output: stdout, terminal: stdin.isTTY });
	const prompt = () => {
		if (stdin.isTTY) terminal.prompt(true);
	};
	terminal.on('line', async line => {
		const text = line.trim();
		if (text === 'quit' || text === 'q') process.exit(0);
		if (text) console.log((await world.act(text)) ?? `One of:\n${HELP}`);
		prompt();
	});
	terminal.on('close', () => stdin.isTTY && process.exit(0));
	prompt();
	return text => {
		// above what is being typed, which then stands below it again
		if (stdin.isTTY) {
			cursorTo(stdout, 0);
			clearLine(stdout, 0);
		}
		console.log(`  ${text}`);
		prompt();
	};
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { clearLine, createInterface, cursorTo } from 'node:readline';
import { WallClock } from '../clock';
import { act, help } from '../control';
import { HttpServer } from '../http';
import { SimulatedRouter } from '../router';
import { sceneOptions, SCENES } from '../scenes';
import { announce } from './places';
import { build, watchSources } from './sources';
import { endWithNpm } from './npm';

const TAB = '/cgi-bin/luci/admin/network/wireless/wps';
const FIRST_PORT = 8080;
const LAST_PORT = 8099;

export interface StartOptions {
	/** null: the first that is free. */
	port: number | null;
	speed: string | undefined;
	scene: string | undefined;
}

/** `npx wps-sim start`: runs a router until it is told to quit. */
export async function start({ port, speed = '1', scene = 'home' }: StartOptions): Promise<void> {
	if (!(Number(speed) > 0)) throw new Error(`--speed ${speed} is no number above 0`);
	const options = sceneOptions(scene);
	if (!options) throw new Error(`--scene ${scene} is none of ${Object.keys(SCENES).join(', ')}`);
	checkLuci();
	endWithNpm();
	await build();

	const router = new SimulatedRouter({ ...options, clock: new WallClock(Number(speed)) });
	for (const name of ['printer', 'lamp', 'television', 'camera', 'scanner']) router.device(name);
	const server = new HttpServer(router);
	const found = await listen(server, port);
	const { token, forget } = announce(found);
	server.token = token;
	process.on('exit', forget);
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(0));

	for (const line of router.rpcd.stderr) console.error(line);
	process.stdout.write(`
The simulated router is up.

  WPS tab    http://127.0.0.1:${found}${TAB}
  logins     root (may do everything), reader (may only look); any password
  shell      npx wps-sim call luci.wps status          what "ubus call" does on a router
             npx wps-sim listen luci.wps               what "ubus listen" does

Start WPS for "Home" in the tab, then type here what happens in the house:

${help()}
  quit

`);
	const say = converse(router);
	router.rpcd.onCrash = reason => {
		say(`rpcd ended, procd starts it again: ${reason.message}`);
		router.clock.after(5000, () => router.rpcd.start());
	};
	router.onLog = say;
	watchSources(router, say);
}

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
function converse(router: SimulatedRouter): (text: string) => void {
	const { stdin, stdout } = process;
	const terminal = createInterface({ input: stdin, output: stdout, terminal: stdin.isTTY });
	const prompt = () => {
		if (stdin.isTTY) terminal.prompt(true);
	};
	terminal.on('line', line => {
		const text = line.trim();
		if (text === 'quit' || text === 'q') process.exit(0);
		if (text) console.log(act(router, text) ?? `One of:\n${help()}\n  quit`);
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

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { format } from './blob';
import type { Answer, Message } from './bus';
import { WallClock } from './clock';
import { act, readWords, type Order } from './control';
import { HttpServer } from './http';
import { UBUS_WORDS } from './modules/ubus';
import { inHouse, HOUSEHOLD } from './household';
import { RELEASES, USUAL } from './release';
import { SimulatedRouter } from './router';
import { TYPES, type ArgumentType } from './rpcd/policy';
import { closeHouse, NAMES, openHouse } from './street';
import { SCENES, scenes, type Scene } from './scenes';
import { help } from './stories';
import { releaseOf, sceneOf, verdicts } from './wireless-file';

const USAGE = `wps-sim: a simulated OpenWrt router with the WPS tab

  npx wps-sim start [--scene house] [--port 8080] [--speed 1]
                                                   runs it; --speed 10 lets two minutes pass in twelve seconds
  npx wps-sim start --wireless FILE [--release 24.10]
                                                   the same with somebody's /etc/config/wireless, and what WPS makes of it
                                                   on that release (${RELEASES.join(', ')})
  npx wps-sim house [--house 3] [--port 8080]      runs several and a broker, as one house
  npx wps-sim call OBJECT METHOD [JSON]            as "ubus call" on the running router
  npx wps-sim list [OBJECT]                        as "ubus list", with an object "ubus -v list"
  npx wps-sim do ACTION [DEVICE]                   what a person does, see below
  npx wps-sim press-button                         presses the WPS button on the router's case
  npx wps-sim log                                  as "logread"

Actions:
${help()}

Scenes:
${scenes()}
`;

/** Where a running simulator says how to reach it. */
const PLACE = join(tmpdir(), `wps-sim-${userInfo().uid}.json`);

const TAB = '/cgi-bin/luci/admin/network/wireless/wps';

/** Milliseconds until the networks of a scene are there. */
const ON_THE_AIR = 5_000;

/** UBUS_STATUS_PARSE_ERROR */
const PARSE_ERROR = 12;

const { values: options, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		port: { type: 'string' },
		house: { type: 'string' },
		at: { type: 'string' },
		speed: { type: 'string', default: '1' },
		scene: { type: 'string', default: 'house' },
		wireless: { type: 'string' },
		release: { type: 'string', default: USUAL },
		help: { type: 'boolean', short: 'h' }
	}
});
const [command, ...words] = positionals;

try {
	if (options.help || !command) process.stdout.write(USAGE);
	else if (command === 'house' || (command === 'start' && options.house)) await startHouse();
	else if (command === 'start') await start();
	else if (command === 'call' && words.length >= 2 && words.length <= 3) process.exitCode = await call();
	else if (command === 'list') process.exitCode = await list();
	else if (command === 'do' && words.length) process.exitCode = await order(words);
	else if (command === 'press-button' && !words.length) process.exitCode = await order(['button']);
	else if (command === 'log')
		for (const line of (await ask<{ lines: string[] }>({ action: 'log' })).lines) console.log(line);
	else {
		process.stderr.write(USAGE);
		process.exitCode = 1;
	}
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}

async function start(): Promise<void> {
	const speed = Number(options.speed);
	if (!(speed > 0)) throw new Error('--speed must be a number above 0');
	const scene = chosenScene();
	const router = new SimulatedRouter({ clock: new WallClock(speed), ...scene.options });
	for (const name of Object.keys(HOUSEHOLD)) inHouse(router, name);
	router.clock.after(ON_THE_AIR, () => scene.prepare?.(router));
	const server = new HttpServer(router);
	const port = await server.listen(Number(options.port ?? 8080)).catch(portTaken);
	writeFileSync(PLACE, JSON.stringify({ port, pid: process.pid }), { mode: 0o600 });
	process.on('exit', () => forget());
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
	for (const line of router.rpcd.stderr) console.error(line);
	process.stdout.write(`
The simulated router is up: ${scene.about}.

  WPS tab    http://127.0.0.1:${port}${TAB}
  logins     root (may do everything), reader (may only look), wps (may do nothing but WPS); any password
  shell      npx wps-sim call luci.wps status          what "ubus call" does on a router
             npx wps-sim call luci.wps start '{"network":"Home"}'

Start WPS for "Home" in the tab, then type here what happens in the house, or press it in the page's bar:

${help()}
  quit

`);
	router.rpcd.onCrash = reason => {
		console.error(`  rpcd ended, procd starts it again: ${reason.message}`);
		router.clock.after(5000, () => router.rpcd.start());
	};
	router.onLog = line => console.log(`  ${line}`);
	if (options.wireless !== undefined)
		router.clock.after(ON_THE_AIR, async () => (await verdicts(router)).map(line => console.log(`  ${line}`)));
	converse(text => said(router, text));
}

/** Brings the broker where there is none. */
function bringBroker(): void {
	const setUp = resolve(import.meta.dirname, '../setup.js');
	if (spawnSync(process.execPath, [setUp, '--house'], { stdio: 'inherit' }).status !== 0) process.exit(1);
}

async function startHouse(): Promise<void> {
	const count = Number(options.house ?? 3);
	if (!(count >= 2 && count <= NAMES.length)) throw new Error(`--house takes 2 to ${NAMES.length} routers`);
	bringBroker();
	const port = Number(options.port ?? 8080);
	const house = await openHouse(count, chosenScene(), port).catch(portTaken);
	const { doors, broker } = house;
	const ports = Object.fromEntries(doors.map(door => [door.name, door.port]));
	writeFileSync(PLACE, JSON.stringify({ port, ports, pid: process.pid }), { mode: 0o600 });
	process.on('exit', () => forget());
	const close = () => void closeHouse(house).then(() => process.exit(0));
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, close);
	const [first, second] = doors.map(({ name }) => name);
	process.stdout.write(`
${count} simulated routers are up, one house with a broker between them.

${doors.map(door => `  ${door.name.padEnd(10)} http://127.0.0.1:${door.port}${TAB}`).join('\n')}
  topics     mosquitto_sub -p ${broker.port} -v -t 'wps/#'
  logins     root; any password
  shell      npx wps-sim call luci.wps house                              (--at ${second}: on that router)

Press once, in the tab of any router or with

  npx wps-sim call luci.wps start '{"network":"Home","house":true}'

then type here what happens, with the router at which it does, and see the others close:

  ${second} join          a printer near that router; "tv", "gadget", "two", "off" … as with one router (npx wps-sim)
  quit

`);
	// what hostapd says of three routers at once is too much
	for (const { name, router } of doors)
		router.onLog = line => {
			const [, text] = /luci\.wps: (.*)/.exec(line) ?? [];
			if (text) console.log(`  ${name.padEnd(10)} ${text}`);
		};
	converse(async text => {
		const [name, ...rest] = text.split(' ');
		const door = doors.find(one => one.name === name);
		return door ? await said(door.router, rest.join(' ')) : `First the router: ${first} ${text}`;
	}, close);
}

function portTaken(error: NodeJS.ErrnoException): never {
	if (error.code !== 'EADDRINUSE') throw error;
	throw new Error(`Port ${options.port ?? 8080} is taken: npx wps-sim ${command} --port 8090`);
}

function chosenScene(): Scene {
	const release = releaseOf(options.release);
	if (options.wireless !== undefined) return sceneOf(options.wireless, release);
	const scene = Object.hasOwn(SCENES, options.scene) ? SCENES[options.scene] : undefined;
	if (!scene) throw new Error(`--scene is one of:\n${scenes()}`);
	return { ...scene, options: { release, ...scene.options } };
}

/** Lines from the terminal; without one it just serves. */
function converse(answer: (text: string) => Promise<string>, quit: () => void = () => process.exit(0)): void {
	const terminal = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY });
	if (process.stdin.isTTY) terminal.prompt();
	terminal.on('line', async line => {
		const text = line.trim();
		if (text === 'quit' || text === 'q') return quit();
		if (text) console.log(await answer(text));
		if (process.stdin.isTTY) terminal.prompt();
	});
	terminal.on('close', () => process.stdin.isTTY && quit());
}

async function said(router: SimulatedRouter, text: string): Promise<string> {
	const words = readWords(text);
	return (words && (await act(router, words.word, words.object))) ?? `One of:\n${help()}\n  quit`;
}

async function call(): Promise<number> {
	const [object = '', method = '', json = '{}'] = words;
	const fail = (code: number) => {
		const words_ = UBUS_WORDS[code] ?? 'Unknown error';
		console.error(
			process.stderr.isTTY
				? `Command failed: ${words_}`
				: `Command failed: ubus call ${words.join(' ')} (${words_})`
		);
		return code;
	};
	let args: Message;
	try {
		args = JSON.parse(json) as Message;
	} catch {
		return fail(PARSE_ERROR);
	}
	if (typeof args !== 'object' || args === null || Array.isArray(args)) return fail(PARSE_ERROR);
	const { code, data } = await ask<Answer>({ action: 'call', object, method, args });
	if (data) console.log(format(data));
	return code ? fail(code) : 0;
}

interface Listed {
	name: string;
	id: number;
	methods: string[];
	arguments: Record<string, Record<string, ArgumentType>>;
}

async function list(): Promise<number> {
	const [pattern] = words;
	const { objects } = await ask<{ objects: Listed[] }>({ action: 'list', ...(pattern && { object: pattern }) });
	if (!objects.length) {
		console.error('Command failed: Not found');
		return 4;
	}
	for (const { name, id, methods, arguments: known } of objects.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
		if (!pattern) {
			console.log(name);
			continue;
		}
		console.log(`'${name}' @${id.toString(16).padStart(8, '0')}`);
		for (const method of methods) {
			const args = Object.entries(known[method] ?? {}).map(([arg, type]) => `"${arg}":"${TYPES[type].word}"`);
			console.log(`\t"${method}":{${args.join(',')}}`);
		}
	}
	return 0;
}

async function order(words: string[]): Promise<number> {
	const at = places().ports?.[words[0] ?? ''];
	if (at) {
		options.port = String(at);
		words.shift();
	}
	const whole = words.join(' ');
	const { word, object } = readWords(whole) ?? { word: whole };
	const answer = await ask<{ said?: string; error?: string }>({ action: word, ...(object && { device: object }) });
	console.log(answer.said ?? answer.error);
	return answer.said ? 0 : 1;
}

/** Asks the running simulator. */
async function ask<T>(order_: Order): Promise<T> {
	const response = await fetch(`http://127.0.0.1:${running()}/simulator`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(order_)
	}).catch(() => {
		throw new Error('No simulator answers: npx wps-sim start');
	});
	return (await response.json()) as T;
}

/** Where simulators answer; of a house each of its routers. */
function places(): { port?: number; ports?: Record<string, number> } {
	return existsSync(PLACE) ? JSON.parse(readFileSync(PLACE, 'utf8')) : {};
}

function running(): number {
	if (options.port) return Number(options.port);
	const { port, ports } = places();
	if (port === undefined) throw new Error('No simulator runs: npx wps-sim start');
	const at = options.at === undefined ? port : ports?.[options.at];
	if (at === undefined) throw new Error(`--at is one of ${Object.keys(ports ?? {}).join(', ') || 'a house'}`);
	return at;
}

/** Unless another simulator has taken over. */
function forget(): void {
	try {
		if (JSON.parse(readFileSync(PLACE, 'utf8')).pid === process.pid) rmSync(PLACE);
	} catch {
		// gone already
	}
}

import { parseArgs } from 'node:util';
import { readWords } from '../control';
import { RELEASES } from '../release';
import { scenes } from '../scenes';
import { help } from '../stories';
import { ask, choose } from './ask';
import { isRouter } from './places';
import { call, list, listenTo } from './ubus';

const USAGE = `wps-sim: a simulated OpenWrt router with the WPS tab

  npx wps-sim start             runs it
      --port 8080               where; without it the first free port from 8080 on
      --speed 1                 10 lets two minutes pass in twelve seconds
      --scene house             whose, see below
      --wireless FILE           with somebody's /etc/config/wireless, and what WPS makes of it
      --release 25.12           on that release (${RELEASES.join(', ')})
      --house 3                 several routers and a broker, as one house
  npx wps-sim call OBJECT METHOD [JSON]   as "ubus call" on the running router
  npx wps-sim list [OBJECT]     as "ubus list", with an object "ubus -v list"
  npx wps-sim listen [EVENT]    as "ubus listen": shows events, such as luci.wps, until Ctrl-C
  npx wps-sim log [TEXT]        as "logread -e TEXT"
  npx wps-sim do ACTION [DEVICE]          what a person does, see below
  npx wps-sim press-button      presses the WPS button on the router's case

  All take --port, for when several run, and --at NAME for a router of a house; "do" takes its name before the action, too.

Actions, for "do" or typed where the simulator runs:
${help()}

Scenes, for "start --scene", or "do scene NAME" to move there:
${scenes()}
`;

/** One line, no stack: somebody has mistyped. */
class Mistyped extends Error {}

function readCommandLine() {
	try {
		return parseArgs({
			allowPositionals: true,
			options: {
				port: { type: 'string' },
				speed: { type: 'string' },
				scene: { type: 'string' },
				wireless: { type: 'string' },
				release: { type: 'string' },
				house: { type: 'string' },
				at: { type: 'string' },
				help: { type: 'boolean', short: 'h' }
			}
		});
	} catch (error) {
		throw new Mistyped((error as Error).message.split(/\.(?: |$)/)[0]);
	}
}

function readPort(text: string | undefined): number | null {
	if (text === undefined) return null;
	const port = Number(text);
	if (!/^\d+$/.test(text) || port > 65_535) throw new Mistyped(`--port ${text} is no port`);
	return port;
}

/** What each command wants behind its name: at least and at most so many words. */
const COMMANDS: Record<
	string,
	{ words: [min: number, max: number]; run: (words: string[]) => Promise<number | void> }
> = {
	start: {
		words: [0, 0],
		run: start
	},
	call: { words: [2, 3], run: call },
	list: { words: [0, 1], run: list },
	listen: { words: [0, 1], run: listenTo },
	log: { words: [0, 1], run: log },
	do: { words: [1, Infinity], run: order },
	'press-button': { words: [0, 0], run: () => order(['button']) }
};

/** The router itself is loaded only where it runs: the other commands are quick. */
async function start(): Promise<void> {
	const options = { ...values, port: readPort(values.port) };
	if (options.house === undefined) return void (await (await import('./start')).start(options));
	if (values.wireless !== undefined) throw new Mistyped('--house takes no --wireless');
	await (await import('./house')).startHouse({ ...options, house: options.house });
}

async function log([text = '']: string[]): Promise<void> {
	const { lines } = await ask<{ lines: string[] }>({ action: 'log' });
	for (const line of lines) if (line.includes(text)) console.log(line);
}

async function order(words: string[]): Promise<number> {
	const [at = '', ...rest] = words;
	if (rest.length > 0 && isRouter(at)) {
		choose(null, at);
		words = rest;
	}
	const text = words.join(' ');
	const [first, name] = words;
	const { word, object } = (first === 'scene' ? { word: first, object: name } : readWords(text)) ?? { word: text };
	const { said, actions = [] } = await ask<{ said?: string; actions?: string[] }>({
		action: word,
		...(object && { device: object })
	});
	if (said === undefined) throw new Error(`No such action: ${text}. There are ${actions.join(', ')}.`);
	console.log(said);
	return 0;
}

let values: ReturnType<typeof readCommandLine>['values'] = {};

// whoever reads, as `| head` does, may have had enough
process.stdout.on('error', () => process.exit());

try {
	const commandLine = readCommandLine();
	values = commandLine.values;
	const [name, ...words] = commandLine.positionals;
	if (values.help || name === undefined) process.stdout.write(USAGE);
	else {
		const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
		if (!command) throw new Mistyped(`No such command: ${name}`);
		const [min, max] = command.words;
		if (words.length < min || words.length > max) throw new Mistyped(`${name} takes other words`);
		for (const option of ['speed', 'scene', 'wireless', 'release', 'house'] as const)
			if (name !== 'start' && values[option] !== undefined) throw new Mistyped(`${name} takes no --${option}`);
		choose(readPort(values.port), values.at);
		process.exitCode = (await command.run(words)) ?? 0;
	}
} catch (error) {
	const hint = error instanceof Mistyped ? ': npx wps-sim --help' : '';
	console.error((error instanceof Error ? error.message : String(error)) + hint);
	process.exitCode = 1;
}

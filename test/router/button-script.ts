import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { pressButton, pressStock, runsScripts } from './case';
import { VirtualClock } from './clock';
import type { SimulatedRouter } from './router';
import { readConfig } from './uci';

const SCRIPT = resolve(import.meta.dirname, '../../root/etc/rc.wps/30-luci-app-wps');

/** Milliseconds: the script leaves a call behind in the background, which may take so long. */
const BACKGROUND = 6_000;

/** What the script calls is a function, since Debian's busybox prefers its applets to what PATH holds. */
const STAND_INS = `stand_in() {
	answer="$(printf '%s\\n' "$@" >"$PLACE/$$.args" && wget -q -O - --post-file "$PLACE/$$.args" "$STAND_IN")"
	code="\${answer%%:*}"
	printf '%s' "\${answer#*:}"
	return "\${code:-1}"
}
for name in ubus uci logger; do eval "$name() { stand_in $name \\"\\$@\\"; }"; done
`;

/** busybox on this machine, or null. */
function busybox(): string | null {
	for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
		try {
			accessSync(join(folder, 'busybox'), constants.X_OK);
			return join(folder, 'busybox');
		} catch {
			continue;
		}
	}
	return null;
}

/**
 * The button on the case, by root/etc/rc.wps/30-luci-app-wps itself under a real busybox ash, with stand-ins for ubus, uci
 * and logger that reach the simulated router. Without busybox, and on releases that run no such scripts, in our own words.
 * Answers who took the press.
 */
export async function runButton(router: SimulatedRouter, seconds = 0): Promise<'script' | 'OpenWrt' | 'no busybox'> {
	const program = busybox();
	if (!program || !runsScripts(router.files)) {
		pressButton(router.bus, router.files, seconds);
		return program ? 'OpenWrt' : 'no busybox';
	}
	const code = await run(router, program, seconds);
	if (code === 0) return 'script';
	pressStock(router.bus, router.files, seconds);
	return 'OpenWrt';
}

async function run(router: SimulatedRouter, program: string, seconds: number): Promise<number | null> {
	const place = mkdtempSync(join(tmpdir(), 'wps-button-'));
	const script = readFileSync(SCRIPT, 'utf8');
	writeFileSync(join(place, 'script'), script.replace('\n', `\n${STAND_INS}`));
	const server = serve(router);
	const port = await new Promise<number>(done =>
		server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port))
	);
	const child = spawn(program, ['ash', join(place, 'script')], {
		env: {
			PATH: process.env['PATH'] ?? '',
			PLACE: place,
			STAND_IN: `http://127.0.0.1:${port}/`,
			BUTTON: 'wps',
			ACTION: 'released',
			SEEN: String(seconds)
		},
		stdio: 'ignore'
	});
	const code = await new Promise<number | null>((done, fail) => child.once('exit', done).once('error', fail));
	setTimeout(() => {
		server.close();
		rmSync(place, { recursive: true, force: true });
	}, BACKGROUND).unref();
	server.unref();
	return code;
}

/** One program call a request: its words in lines; the answer is its exit code, a colon, and what it prints. */
function serve(router: SimulatedRouter): Server {
	return createServer(async (request, response) => {
		const words: string[] = [];
		for await (const part of request as AsyncIterable<Buffer>) words.push(part.toString());
		const argv = words.join('').split('\n').slice(0, -1);
		const [code, output] = await standIn(router, argv);
		response.end(`${code}:${output}`);
	});
}

async function standIn(router: SimulatedRouter, argv: string[]): Promise<[code: number, output: string]> {
	const [name = '', ...args] = argv;
	if (name === 'logger') {
		router.run(['/usr/bin/logger', ...args]);
		return [0, ''];
	}
	const words = args.filter((word, index) => !word.startsWith('-') && args[index - 1] !== '-t');
	if (name === 'uci') {
		const [, config = '', section, option = ''] = /^(\w+)\.(\w+)\.(\w+)$/.exec(words[1] ?? '') ?? [];
		const found = readConfig(router.files, config).find(each => each['.name'] === section)?.[option];
		return found === undefined ? [1, ''] : [0, [found].flat().join(' ')];
	}
	const [, object = '', method = '', json = '{}'] = words;
	const { code, data } =
		router.clock instanceof VirtualClock
			? router.call(object, method, JSON.parse(json))
			: await router.request(object, method, JSON.parse(json));
	return [code, data ? JSON.stringify(data) : ''];
}

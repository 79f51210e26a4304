/*
 * npm test                runs every suite
 * npm test -- unit …      runs the named ones; with WPS_RELEASE=24.10 (or main) the routers run that release
 * npm run test:router     tries the router of WPS_TARGET with what is safe there
 * First it says what it installs and how long it takes; the last line says how many were skipped, passed and failed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { findStale, OUTPUTS } from '../src/build/outputs';

const ROOT = join(import.meta.dirname, '..');

interface Suite {
	/** What it takes on a quiet machine of two cores, seconds. */
	seconds: number;
	/** The program that brings what it needs; with `--plan` it only says what that is. */
	setUp?: string[];
	/** Waits for its guest most of the time: it runs beside all others, and its report comes last. */
	aside?: true;
}

const SUITES: Record<string, Suite> = {
	unit: { seconds: 30 },
	contract: { seconds: 120 },
	shell: { seconds: 60, setUp: ['test/setup.js', '--shell'] },
	house: { seconds: 45, setUp: ['test/setup.js', '--house'] },
	browser: { seconds: 120, setUp: ['test/setup.js', '--browser'] },
	radio: { seconds: 330, setUp: ['--import', 'tsx', 'test/radio/setup.ts'], aside: true }
};

/** Runs only by name, and alone: what is safe of the contract suite, and test/live, on a real router. */
const ROUTER = 'router';
const ROUTER_USAGE =
	'Usage: WPS_TARGET=ssh://root@192.168.1.1 npm run test:router [-- --allow-changes [--section NAME]]';

interface Tally {
	passed: number;
	failed: number;
	skipped: number;
}

/** Runs on the real interpreter too, where there is one: by the environment (UCODE) or on PATH; and for an older release. */
const CONTRACT = 'contract';
/** The last with scripts in shell and netifd all in C. */
const OLDER = '24.10';

function findUcode(): string | null {
	const folders = (process.env['PATH'] ?? '').split(delimiter).map(folder => join(folder, 'ucode'));
	return [process.env['UCODE'] ?? '', ...folders].find(path => path && existsSync(path)) ?? null;
}

/** How else the contract suite runs. */
function otherWays(): [what: string, environment: NodeJS.ProcessEnv][] {
	const ways: [string, NodeJS.ProcessEnv][] = process.env['WPS_RELEASE'] ? [] : [[OLDER, { WPS_RELEASE: OLDER }]];
	const ucode = findUcode();
	if (ucode) ways.push([ucode, { UCODE: ucode }]);
	return ways;
}

/** Waits for its browser most of the time: two of them side by side need little more than half of it. */
const BROWSER = 'browser';

/** Two halves of these files, of which neither has much more to do than the other. */
function halve(files: string[]): [string[], string[]] {
	const halves: [string[], string[]] = [[], []];
	const work = [0, 0];
	const tests = (file: string) => readFileSync(join(ROOT, file), 'utf8').split('await ').length;
	for (const [file, size] of files.map(file => [file, tests(file)] as const).toSorted((a, b) => b[1] - a[1])) {
		const less = work[0]! <= work[1]! ? 0 : 1;
		halves[less].push(file);
		work[less]! += size;
	}
	return halves;
}

/** The test files of a suite. */
function findTests(suite: string): string[] {
	const folder = join(ROOT, 'test', suite);
	const names = readdirSync(folder, { recursive: true }).map(String);
	return names
		.filter(name => name.endsWith('.test.ts'))
		.map(name => join('test', suite, name))
		.toSorted();
}

/**
 * Runs one suite in a mocha of its own; its report goes to the terminal, the numbers come back. The report of one that runs
 * beside another is shown behind that one's.
 */
async function runSuite(
	suite: string,
	files: string[],
	environment: NodeJS.ProcessEnv = {},
	beside: Promise<unknown> | null = null
): Promise<Tally> {
	const folder = mkdtempSync(join(tmpdir(), 'luci-app-wps-test-'));
	const report = join(folder, 'report.json');
	const args = ['--import', 'tsx', join(ROOT, 'node_modules/mocha/bin/mocha.js')];
	// A busy machine is no failure.
	args.push(
		'--timeout',
		'60000',
		'--reporter',
		join(ROOT, 'test/reporter.cjs'),
		'--reporter-option',
		`output=${report}`,
		...files
	);
	if (!beside) console.log(`\n${suite}`);
	const child = spawn(process.execPath, args, {
		cwd: ROOT,
		stdio: beside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
		env: { ...process.env, UCODE: '', ...environment }
	});
	const said: Buffer[] = [];
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => said.push(chunk));
	const code = await new Promise<number | null>(resolve => child.on('close', resolve));
	if (beside) {
		await beside;
		process.stdout.write(`\n${suite}\n${Buffer.concat(said)}`);
	}
	try {
		const { passes, failures, pending } = JSON.parse(readFileSync(report, 'utf8'));
		// mocha ended badly without blaming a test: that is a failure as well
		const failed = failures === 0 && code !== 0 ? 1 : failures;
		return { passed: passes, failed, skipped: pending };
	} catch {
		console.error(`${suite}: mocha ended with ${code} and no report`);
		return { passed: 0, failed: 1, skipped: 0 };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

type Named = [name: string, suite: Suite];
type Tallied = [name: string, tally: Tally];

/** Runs suites one after the other, each in all its ways at once; the reports are shown behind `beside`. */
async function runSuites(suites: Named[], beside: Promise<unknown> | null = null): Promise<Tallied[]> {
	const tallies: Tallied[] = [];
	for (const [suite, { setUp }] of suites) {
		const ready = !setUp || spawnSync(process.execPath, setUp, { cwd: ROOT, stdio: 'inherit' }).status === 0;
		if (!ready) {
			tallies.push([suite, { passed: 0, failed: 1, skipped: 0 }]);
			continue;
		}
		const tests = findTests(suite);
		const [one, other] = suite === BROWSER ? halve(tests) : [tests, []];
		const first = runSuite(suite, one, {}, beside);
		const runs: [string, Promise<Tally>][] = [[suite, first]];
		if (other.length > 0) {
			const name = `${suite} (the other half)`;
			runs.push([name, runSuite(name, other, {}, first)]);
		}
		// its clock is its own: what runs beside it costs it nothing
		if (suite === CONTRACT)
			for (const [what, environment] of otherWays())
				runs.push([`${suite} (${what})`, runSuite(`${suite} (${what})`, tests, environment, first)]);
		for (const [name, run] of runs) tallies.push([name, await run]);
	}
	return tallies;
}

/** Compiled files that are not what the sources say. */
async function checkCompiled(): Promise<Tally> {
	const tally = { passed: 0, failed: 0, skipped: 0 };
	for (const path of Object.keys(OUTPUTS)) {
		const stale = await findStale(path).catch((failure: unknown) => String(failure));
		if (stale) console.error(`stale: ${path} (npm run build)${stale === true ? '' : `\n${stale}`}`);
		tally[stale ? 'failed' : 'passed']++;
	}
	return tally;
}

/** Ends as CI reads it. */
const summary = ({ passed, failed, skipped }: Tally) =>
	`${skipped > 0 ? `${skipped} skipped, ` : ''}${passed} passed, ${failed} failed`;

const duration = (seconds: number) => (seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 6) / 10} min`);

const isAside = ([, { aside }]: Named) => aside === true;

/** Says what will happen before it does. */
function announce(suites: Named[]): void {
	const times = suites.map(([name, { seconds }]) => `${name} (${duration(seconds)})`);
	const sumOf = (some: Named[]) => some.reduce((total, [, { seconds }]) => total + seconds, 0);
	const sum = Math.max(sumOf(suites.filter(isAside)), sumOf(suites.filter(suite => !isAside(suite))));
	const whole = suites.length > 1 ? `, about ${duration(sum)} in all` : '';
	console.log(`Suites: ${times.join(', ')}${whole}, on a quiet machine of two cores.`);
	for (const [, { setUp }] of suites)
		if (setUp) spawnSync(process.execPath, [...setUp, '--plan'], { cwd: ROOT, stdio: 'inherit' });
}

function fail(message: string): never {
	console.error(message);
	process.exit(1);
}

/** What the command line asks for. */
function readArguments() {
	try {
		const options = { 'allow-changes': { type: 'boolean' }, section: { type: 'string' } } as const;
		return parseArgs({ options, allowPositionals: true });
	} catch (error) {
		return fail(error instanceof Error ? error.message : String(error));
	}
}

const { positionals: wanted, values } = readArguments();
const live = wanted.includes(ROUTER);
const allowChanges = values['allow-changes'] ?? false;
if (live) {
	const hasTarget = process.env['WPS_TARGET']?.startsWith('ssh://');
	if (!hasTarget || wanted.length > 1 || (values.section && !allowChanges)) fail(ROUTER_USAGE);
	if (allowChanges) process.env['WPS_ALLOW_CHANGES'] = '1';
	if (values.section) process.env['WPS_SECTION'] = values.section;
} else if (Object.keys(values).length > 0) fail(ROUTER_USAGE);
const unknown = wanted.filter(suite => !(suite in SUITES) && suite !== ROUTER);
if (unknown.length > 0) fail(`No such suite: ${unknown.join(', ')}. There are ${Object.keys(SUITES).join(', ')}.`);

const tallies: Tallied[] = [];
const suites = Object.entries(SUITES).filter(([suite]) => wanted.length === 0 || wanted.includes(suite));
if (suites.length > 0) announce(suites);
const rest = suites.filter(suite => !isAside(suite));
let finish = () => {};
const finished = new Promise<void>(resolve => (finish = resolve));
const aside = runSuites(suites.filter(isAside), rest.length > 0 ? finished : null);
tallies.push(...(await runSuites(rest)));
finish();
tallies.push(...(await aside));
if (live) tallies.push([ROUTER, await runSuite(ROUTER, ['contract', 'live'].flatMap(findTests))]);
const ran = tallies.length > 0;
if (wanted.length === 0) tallies.push(['compiled files', await checkCompiled()]);

const sum: Tally = { passed: 0, failed: 0, skipped: 0 };
console.log();
for (const [suite, tally] of tallies) {
	console.log(`${suite}: ${summary(tally)}`);
	for (const key of ['passed', 'failed', 'skipped'] as const) sum[key] += tally[key];
}
console.log(summary(sum));
process.exitCode = sum.failed > 0 || !ran || sum.passed === 0 ? 1 : 0;

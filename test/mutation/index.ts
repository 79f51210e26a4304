/*
 * Breaks the compiled handler, the tab and the bridge in many small ways and counts how many of them the tests notice.
 *   npm run mutation                                  300 times the handler, 40 times the tab: about an hour
 *   npm run mutation -- --handler 50 --view 0         so many
 *   npm run mutation -- --handler 0 --view 0 --house 40   the bridge: about half a minute for each
 *   npm run mutation -- --only src/core,src/service --seed 7   only in sources that begin so; other ones for another seed
 * What survives is printed as docs/mutation.md has it, where each that can't be noticed is explained.
 */
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../src/build/outputs';
import { findTests, unitNotices } from './core';
import { choose, compile, type Kind, type Mutant } from './mutants';
import { Runner, type Outcome } from './pool';

const EXPLAINED = join(ROOT, 'docs/mutation.md');

/** Which suite runs what is broken. */
const SUITES: Record<Kind, string> = { handler: 'test/contract', view: 'test/browser', house: 'test/house' };

/** Quick tests of the sources themselves, by where those are. */
const QUICK: Record<string, string> = { 'src/core/': 'test/unit/core', 'src/house/': 'test/unit/house' };

const { values } = parseArgs({
	options: {
		handler: { type: 'string', default: '300' },
		view: { type: 'string', default: '40' },
		house: { type: 'string', default: '0' },
		seed: { type: 'string', default: '1' },
		only: { type: 'string', default: '' },
		workers: { type: 'string', default: String(Math.min(2, availableParallelism())) }
	}
});

type Result = { mutant: Mutant; by: Outcome | 'the build' | 'unit tests' };

/** How a mutant is told in docs/mutation.md. */
const name = ({ file, before, after }: Mutant) => `\`${file}\`: \`${before}\` → \`${after}\``;

/** Breaks one of them so many times, with several processes. */
async function tryOut(kind: Kind, count: number): Promise<Result[]> {
	const mutants = await choose(kind, count, Number(values.seed), values.only);
	if (mutants.length === 0) return [];
	const tests = findTests(SUITES[kind]);
	const original = await compile(kind, null);
	if (!original) throw new Error('The sources can not be compiled: npm run build');
	/** How often each test file has noticed something: those come first. */
	const merits = new Map<string, number>();
	const results: Result[] = [];

	/** What fails where nothing is broken, and how long each file takes: found out when the first mutant needs it. */
	let baseline: Promise<Runner> | null = null;
	async function learn(): Promise<Runner> {
		const first = new Runner(tests, original!);
		const skipped = await first.baseline();
		first.close();
		for (const title of skipped) console.log(`Left out, since it fails where nothing is broken: ${title}`);
		return new Runner(tests, original!, skipped, first.times);
	}
	const order = (times: Map<string, number>) =>
		tests.toSorted(
			(a, b) => (merits.get(b) ?? 0) - (merits.get(a) ?? 0) || (times.get(a) ?? 0) - (times.get(b) ?? 0)
		);

	const queue = [...mutants];
	await Promise.all(
		Array.from({ length: Math.max(1, Number(values.workers)) }, async () => {
			let runner: Runner | null = null;
			for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
				const files = await compile(kind, mutant);
				let by: Result['by'] = files ? null : 'the build';
				// the quicker ones first
				const quick = Object.keys(QUICK).find(start => mutant!.file.startsWith(start));
				if (!by && quick && (await unitNotices(mutant, findTests(QUICK[quick]!)))) by = 'unit tests';
				if (files && !by) {
					const { skipped, times } = await (baseline ??= learn());
					runner ??= new Runner(tests, original, skipped, times);
					by = await runner.run(files, order(times));
				}
				if (by && typeof by === 'object') merits.set(by.file, (merits.get(by.file) ?? 0) + 1);
				results.push({ mutant, by });
				const told = by === null ? 'SURVIVES' : typeof by === 'string' ? by : by.title;
				console.log(
					`${results.length}/${mutants.length} ${mutant.file}:${mutant.line} ${mutant.change}: ${told}`
				);
			}
			runner?.close();
		})
	);
	return results;
}

console.log(
	`Breaking the handler ${values.handler} times, the tab ${values.view} times, the bridge ${values.house} times: about 10 s for each on a quiet machine, 30 s for the bridge.`
);
const began = performance.now();
const results: Result[] = [];
for (const kind of ['handler', 'view', 'house'] as const) results.push(...(await tryOut(kind, Number(values[kind]))));
const explained = existsSync(EXPLAINED) ? readFileSync(EXPLAINED, 'utf8') : '';

console.log(
	'\n| | broken | noticed | refused by the build | explained | survived |\n| --- | --- | --- | --- | --- | --- |'
);
const roomOf = ({ mutant }: Result) => mutant.file.split('/').slice(0, 2).join('/');
for (const room of [...new Set(results.map(roomOf))].toSorted()) {
	const those = results.filter(result => roomOf(result) === room);
	const refused = those.filter(({ by }) => by === 'the build').length;
	const survived = those.filter(({ by }) => by === null);
	const known = survived.filter(({ mutant }) => explained.includes(name(mutant))).length;
	const noticed = those.length - refused - survived.length;
	const share = those.length > refused ? Math.round((100 * noticed) / (those.length - refused)) : 100;
	console.log(
		`| ${room} | ${those.length} | ${noticed} (${share} %) | ${refused} | ${known} | ${survived.length - known} |`
	);
}
const open = results.filter(({ mutant, by }) => by === null && !explained.includes(name(mutant)));
if (open.length > 0) console.log('\nSurvivors that docs/mutation.md does not explain:\n');
for (const { mutant } of open) console.log(`- ${name(mutant)} (line ${mutant.line}): `);
console.log(`\nSeed ${values.seed}, ${Math.round((performance.now() - began) / 60_000)} minutes.`);
process.exit();

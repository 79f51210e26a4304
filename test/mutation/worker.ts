/*
 * Runs a suite again and again in one process, each time on other compiled files: that is much faster than a mocha of its
 * own for each. Told by the pool what to run, and with which files (WPS_PLUGIN, WPS_VIEW).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import Mocha from 'mocha';
import { ROOT } from '../../src/build/outputs';
import type { Files } from './mutants';

/** What the pool asks. */
export interface Task {
	/** The compiled files. */
	files: Files;
	/** Test files, those first that will probably notice. */
	order: string[];
	/** Only this test, by the end of its title. */
	only?: string;
}

/** What it is answered; before each test `{ test }` shows that things go on. */
export type Word = { ready: true } | { test: string } | { failed: Noticed[]; times: Record<string, number> };

/** How a process runs them, as JSON in MUTATION. */
export interface Manner {
	/** Where the compiled files go. */
	folder: string;
	tests: string[];
	/** Tests that fail where nothing is broken, by their whole titles. */
	skipped: string[];
	/** The first failure is enough. */
	bail: boolean;
}

/** A test that failed. */
export interface Noticed {
	file: string;
	title: string;
}

const { folder, tests, skipped, bail } = JSON.parse(process.env['MUTATION']!) as Manner;
const say = (word: Word) => process.send!(word);

/** A report that is none. */
class Silent extends Mocha.reporters.Base {}

const mocha = new Mocha({ reporter: Silent, bail, timeout: 10_000 });
mocha.cleanReferencesAfterRun(false);
for (const file of tests) mocha.addFile(join(ROOT, file));
await mocha.loadFilesAsync();
const suites = mocha.suite.suites;
mocha.suite.eachTest(test => {
	if (skipped.includes(test.fullTitle())) delete test.fn;
});
const fileOf = ({ file }: { file?: string | undefined }) => relative(ROOT, file ?? '');

function run({ files, order, only }: Task): Promise<void> {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	suites.sort((a, b) => order.indexOf(fileOf(a)) - order.indexOf(fileOf(b)));
	mocha.grep(only === undefined ? /(?:)/ : new RegExp(`${only.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));

	const failed: Noticed[] = [];
	const times: Record<string, number> = {};
	return new Promise(done => {
		const runner = mocha.run(() => {
			say({ failed, times });
			done();
		});
		runner.on('test', test => say({ test: test.fullTitle() }));
		runner.on('test end', test => (times[fileOf(test)] = (times[fileOf(test)] ?? 0) + (test.duration ?? 0)));
		runner.on('fail', test => failed.push({ file: fileOf(test), title: test.fullTitle() }));
	});
}

process.on('message', task => void run(task as Task));
process.on('disconnect', () => process.exit());
say({ ready: true });

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError } from '../../../src/build/finding';
import { ROOT } from '../../../src/build/outputs';
import { checkRules } from '../../../src/build/script/rule';
import type { Rule } from '../../../src/build/script/rule';
import { locateInFile } from '../../../src/build/syntax/places';
import { parse } from '../../../src/build/syntax/walk';
import { buildHandler } from '../../../src/build/ucode/handler';
import { RULES, SOURCE_RULES } from '../../../src/build/ucode/rules';
import { RULES as VIEW_RULES } from '../../../src/build/view/rules';
import { handlerOf, viewOf } from './files';

interface Vector {
	name: string;
	source: string;
	exit: number;
}

const vectors: Vector[] = JSON.parse(readFileSync(join(ROOT, 'test/unit/ucode-vectors.json'), 'utf8'));

/** What a build refuses, as `file:line rule`. */
async function refused(build: Promise<string>): Promise<string[]> {
	try {
		await build;
		return [];
	} catch (failure) {
		if (!(failure instanceof BuildError)) throw failure;
		return failure.findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
	}
}

const asHandler = (code: string) => handlerOf({ 'src/service/plugin.ts': `${code}\nexport { f as default };\n` });
const asView = (code: string) =>
	viewOf({ 'src/view/wps.ts': `${code}\nimport view from 'luci:view';\nexport default view.extend({ f });\n` });

/** The rules of the handler that emitted text breaks; what is no JavaScript at all breaks `syntax`. */
function rulesBroken(source: string): string[] {
	let program;
	try {
		program = parse(source);
	} catch {
		return ['syntax'];
	}
	return checkRules(RULES, program, source, locateInFile('vector', source)).map(({ rule }) => rule);
}

/** A test for each fixture of each rule: it is refused, on the line that says `here`. */
function tryFixtures(rules: readonly Rule[], file: string, build: (code: string) => Promise<string>): void {
	for (const { name, broken, emittedOnly } of rules)
		it(`refuses ${name}`, async () => {
			assert.ok(broken.length > 0, 'no fixture');
			for (const code of broken) {
				const line = code.split('\n').findIndex(row => row.endsWith('// here')) + 1;
				const found = emittedOnly
					? rulesBroken(code).map(rule => `${file}:1 ${rule}`)
					: await refused(build(code));
				assert.ok(found.includes(`${file}:${line} ${name}`), `line ${line} of: ${found.join(', ')}\n${code}`);
			}
		});
}

/** Every rule of a folder is in its list, under its own name; those for ucode and view alike have another place. */
function checkList(folder: string, rules: readonly Rule[]): void {
	const files = readdirSync(join(ROOT, folder)).map(file => file.replace('.ts', ''));
	const shared = readdirSync(join(ROOT, 'src/build/script')).map(file => file.replace('.ts', ''));
	const names = rules.map(({ name }) => name).filter(name => !shared.includes(name));
	assert.deepEqual(
		files.filter(file => file !== 'index'),
		names.toSorted()
	);
}

describe('rules', () => {
	describe('of ucode', () => {
		tryFixtures([...SOURCE_RULES, ...RULES], 'src/service/plugin.ts', asHandler);

		it('are all in the list', () => checkList('src/build/ucode/rules', [...SOURCE_RULES, ...RULES]));

		it('pass what is clean', async () =>
			assert.deepEqual(await refused(buildHandler(ROOT, { entry: 'test/unit/build/clean.js' })), []));

		it('refuse in emitted text what no source can bring there', () =>
			assert.deepEqual(rulesBroken('for (const a in []) die(a);'), ['no-const-in-for']));

		describe('agree with ucode', () => {
			for (const { name, source, exit } of vectors)
				if (exit === 255)
					it(`refuse what ucode refuses: ${name}`, () => assert.notDeepEqual(rulesBroken(source), []));

			it('accept nothing that ucode can not compile', () => {
				// the vectors use more of the library than the handler may
				const accepted = vectors.filter(({ source }) =>
					rulesBroken(source).every(rule => rule === 'unknown-global')
				);
				assert.ok(accepted.length > 20, `${accepted.length} accepted`);
				assert.deepEqual(
					accepted.filter(({ exit }) => exit === 255).map(({ name }) => name),
					[]
				);
			});
		});
	});

	describe('of the view', () => {
		tryFixtures(VIEW_RULES, 'src/view/wps.ts', asView);

		it('are all in the list', () => checkList('src/build/view/rules', VIEW_RULES));
	});
});

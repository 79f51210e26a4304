import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDialect, DIALECT_RULES } from '../../src/build/dialect';
import { buildHandler } from '../../src/build/handler';
import { ROOT } from '../../src/build/outputs';
import { BuildError, locateInFile } from '../../src/build/places';
import { parse } from '../../src/build/walk';

const FOLDER = 'test/unit/dialect';

interface Vector {
	name: string;
	source: string;
	exit: number;
}

const vectors: Vector[] = JSON.parse(readFileSync(join(ROOT, 'test/unit/ucode-vectors.json'), 'utf8'));

/** Findings as `line rule`, of a source on its way to ucode. */
async function findingsOf(file: string): Promise<string[]> {
	try {
		await buildHandler(ROOT, file);
		return [];
	} catch (failure) {
		if (!(failure instanceof BuildError)) throw failure;
		return failure.findings.map(({ file: where, line, rule }) => `${where}:${line} ${rule}`);
	}
}

/** The rules that emitted text breaks; what is no JavaScript at all breaks `syntax`. */
function rulesBroken(source: string): string[] {
	let program;
	try {
		program = parse(source);
	} catch {
		return ['syntax'];
	}
	return checkDialect(program, source, locateInFile('vector', source)).map(({ rule }) => rule);
}

describe('dialect', () => {
	const fixtures = readdirSync(join(ROOT, FOLDER)).filter(name => name.endsWith('.js'));

	for (const name of fixtures) {
		const file = `${FOLDER}/${name}`;
		const [, rule, line] = /^\/\/ rule: (\S+?)(?:, line (\d+))?\n/.exec(readFileSync(join(ROOT, file), 'utf8'))!;

		it(rule === 'none' ? 'passes what is clean' : `refuses ${rule}`, async () => {
			const found = await findingsOf(file);
			if (rule === 'none') assert.deepEqual(found, []);
			else assert.ok(found.includes(`${file}:${line} ${rule}`), `line ${line} of: ${found.join(', ')}`);
		});
	}

	it('refuses in emitted text what no source can bring there', () => {
		assert.deepEqual(rulesBroken('let a = 1_000;'), ['no-numeric-separator']);
		assert.deepEqual(rulesBroken("let a = '\\u{e4}';"), ['no-code-point-escape']);
		assert.deepEqual(rulesBroken('for (const a in []) die(a);'), ['no-const-in-for']);
	});

	it('has a fixture for every rule', () => {
		const proven = new Set(fixtures.map(name => name.replace('.js', '')));
		const emittedOnly = ['no-numeric-separator', 'no-code-point-escape'];
		assert.deepEqual(
			DIALECT_RULES.filter(rule => !proven.has(rule) && !emittedOnly.includes(rule)),
			[]
		);
	});

	describe('agrees with ucode', () => {
		for (const { name, source, exit } of vectors)
			if (exit === 255)
				it(`refuses what ucode refuses: ${name}`, () => assert.notDeepEqual(rulesBroken(source), []));

		it('accepts nothing that ucode can not compile', () => {
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

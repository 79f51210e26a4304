import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyNode } from 'acorn';
import { findLeftovers, isOfHandler, OUTPUTS, ROOT, sharedNames } from '../../../src/build/outputs';
import { compact, compactOf, findCompact, listCompact } from '../../../src/build/package/compact';
import { joinDeclarations, packNames } from '../../../src/build/package/pack-names';
import { shorten } from '../../../src/build/package/shorten';
import { joinLines, squeeze, squeezeStyles } from '../../../src/build/package/squeeze';
import { analyseNames } from '../../../src/build/syntax/scopes';
import { parse } from '../../../src/build/syntax/walk';
import { SimulatedRouter } from '../../router/router';
import { run } from './dist';

const PATHS = listCompact(ROOT);
const HANDLER = 'root/usr/share/rpcd/ucode/luci.wps.uc';
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/**
 * What a script means: its syntax without places, with names that it declares by their number; so two scripts that differ in
 * these names alone mean the same.
 */
function meaning(text: string): string {
	const program = parse(text);
	const { variables } = analyseNames(program);
	const numbers = new Map<number, string>();
	for (const [index, { identifier, references: uses }] of variables.entries())
		for (const { start } of [identifier, ...uses.map(use => use.identifier)]) numbers.set(start, `#${index}`);
	const show = (node: unknown): unknown => {
		if (Array.isArray(node)) return node.map(show);
		if (node instanceof RegExp) return String(node);
		if (typeof node !== 'object' || node === null) return node;
		const {
			start: _start,
			end: _end,
			raw: _raw,
			shorthand: _shorthand,
			...rest
		} = node as AnyNode & Record<string, unknown>;
		// the key of `{ a }` is a name, the value the variable; they stand at one place
		if (rest.type === 'Property') {
			const key = (rest as { key: { name?: string }; computed: boolean }).computed
				? show((rest as { key: unknown }).key)
				: ((rest as { key: { name?: string; value?: unknown } }).key.name ?? (rest as any).key.value);
			return { ...rest, key, value: show((rest as { value: unknown }).value) };
		}
		if (rest.type === 'MemberExpression' && !rest.computed)
			return { ...rest, object: show(rest.object), property: (rest.property as { name: string }).name };
		if (rest.type === 'ImportSpecifier')
			return { imported: (rest.imported as { name: string }).name, local: show(rest.local) };
		if (rest.type === 'Identifier') return { type: 'Identifier', name: numbers.get(_start) ?? rest.name };
		return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, show(value)]));
	};
	// jsmin makes a blank of a control character in a text
	return JSON.stringify(show(program.body)).replaceAll('\\t', ' ');
}

/** Texts of a shell script that go over several lines, one of which begins with a tab that belongs to it. */
function indentedTexts(script: string): string[] {
	const texts = script.matchAll(/\\.|"(?:\\.|[^"\\])*"|'[^']*'|(?<![^\s;])#[^\n]*/gs);
	return [...texts].map(([text]) => text).filter(text => /^["'].*\n\t/s.test(text));
}

describe('compact files', function () {
	this.timeout(120_000);

	it('are made of all that runs on the router, and in the browser', () => {
		const some = ['root/etc/init.d/wps-guard', 'root/etc/rc.wps/30-luci-app-wps'];
		const tab = ['view/wps.js', 'wps/more.js'].map(name => `htdocs/luci-static/resources/${name}`);
		for (const path of [...some, HANDLER, ...tab]) assert.ok(PATHS.includes(path), path);
		assert.deepEqual(findCompact(ROOT), PATHS.map(compactOf).toSorted());
		for (const path of PATHS) assert.ok(compactOf(path) in OUTPUTS, path);
		assert.deepEqual(findLeftovers(), []);
	});

	for (const path of PATHS) {
		it(`${path} is smaller, and may be run as the other`, () => {
			assert.ok(read(compactOf(path)).length < read(path).length);
			const mode = (file: string) => statSync(join(ROOT, file)).mode & 0o777;
			assert.equal(mode(compactOf(path)), mode(path));
		});

		if (/\.(uc|js)$/.test(path))
			it(`${path} means the same`, async () => {
				const names = isOfHandler(path) ? await sharedNames() : undefined;
				const joined = squeezeStyles(joinDeclarations(packNames(read(path), names ?? new Map())));
				assert.ok(meaning(read(compactOf(path))) === meaning(joined));
				assert.equal(compact(path, read(path), names), read(compactOf(path)));
			});
		else if (path.endsWith('.json'))
			it(`${path} says the same`, () =>
				assert.deepEqual(JSON.parse(read(compactOf(path))), JSON.parse(read(path))));
		else
			it(`${path} is the same script without comments and indentation`, () => {
				run('sh', ['-n'], Buffer.from(read(compactOf(path))));
				const lines = read(path).split('\n');
				const kept = lines.filter((line, index) => index === 0 || !/^\s*#/.test(line));
				assert.equal(read(compactOf(path)), kept.map(line => line.replace(/^\t+/, '')).join('\n'));
				assert.deepEqual(indentedTexts(kept.join('\n')), []);
			});
	}

	it('of the handler answers in the simulator', () => {
		const router = new SimulatedRouter({ plugin: join(ROOT, compactOf(HANDLER)) });
		assert.deepEqual(router.rpcd.stderr, []);
		assert.equal(router.call('luci.wps', 'start', { network: 'Home' }).code, 0);
		assert.equal(router.call('luci.wps', 'cancel').code, 0);
		assert.equal(router.call('luci.wps', 'status').data?.['supported'], true);
	});
});

describe('what scripts do without', () => {
	const cases: Record<string, string> = {
		'function f() {\n\tg();\n\treturn 1;\n}': 'function f() {\n\tg();\n\treturn 1\n}',
		'const f = () => { g(); };': 'const f = () => { g() };',
		// ucode insists on these
		'function f() { return; }': 'function f() { return; }',
		'while (a) { break; }': 'while (a) { break; }',
		'if (a) { let b = 1; }': 'if (a) { let b = 1; }',
		'const style = `\n.a > .b, .c:is(d, e) { color: #fff; margin: 0 1em }\n@media (min-width: 1px) { .a { top: 0 } }\n`;':
			'const style = `.a>.b,.c:is(d,e){color:#fff;margin:0 1em}@media (min-width:1px){.a{top:0}}`;',
		'const text = `\n{ a: b }; c\n`;': 'const text = `\n{ a: b }; c\n`;'
	};
	for (const [text, wanted] of Object.entries(cases))
		it(JSON.stringify(text), () => assert.equal(squeeze(text), wanted));

	it('line breaks behind a brace that ends a statement', () =>
		assert.equal(
			joinLines('function f(){g()}\nif(a){b()}\nconst h=()=>{g()}\nh();'),
			'function f(){g()}if(a){b()}const h=()=>{g()}\nh();'
		));
});

describe('short names', () => {
	const cases: Record<string, string> = {
		"import * as fs from 'fs';\nfs.open(length);": "import * as A from 'fs';\nA.open(length);",
		"import { open, popen as run } from 'fs';\nopen(run);": "import { open as A, popen as B } from 'fs';\nA(B);",
		'const first = { first, second: first.first };': 'const A = { first: A, second: A.first };',
		'function go(path) {\n\tconst a = path;\n\treturn () => a + path;\n}':
			'function A(a) {\n\tconst b = a;\n\treturn () => b + a;\n}',
		'const f = x => y => z => x + y + z;': 'const A = a => b => c => a + b + c;',
		'let one = a(b);\nconst f = () => one;': 'let A = a(b);\nconst B = () => A;',
		'export function open() {\n\treturn local;\n}\nconst local = 1;\nexport { local as here };':
			'export function open() {\n\treturn local;\n}\nconst local = 1;\nexport { local as here };'
	};
	for (const [text, wanted] of Object.entries(cases))
		it(JSON.stringify(text), () => {
			assert.equal(shorten(text), wanted);
			assert.equal(meaning(shorten(text)), meaning(text));
		});

	it('are the shared ones for what several files share, and for nothing else', () => {
		const shared = new Map([
			['open', 'aA'],
			['close', 'aB']
		]);
		const text =
			'const open = resident.aA;\nfunction local(open) {\n\treturn open;\n}\nreturn { aA: open, local };';
		const short = shorten(text, shared);
		assert.equal(short, 'const aA = resident.aA;\nfunction A(a) {\n\treturn a;\n}\nreturn { aA: aA, local: A };');
		assert.equal(meaning(short), meaning(text));
		assert.ok(squeeze(short).endsWith('return { aA, local: A };'));
	});

	it('hide nothing: neither what is not declared here, nor what stands further out', () => {
		const globals = 'print(a, A, aa, a0);';
		const many = Array.from({ length: 60 }, (_, index) => `n${index}`);
		const text = `const top = 1;\nfunction outer(${many.join(', ')}) {\n\treturn inner => top + inner + ${many.join(' + ')};\n}\n${globals}\n`;
		const short = shorten(text);
		assert.equal(meaning(short), meaning(text));
		assert.ok(short.endsWith(`${globals}\n`));
		const declared = analyseNames(parse(short)).variables.map(({ name }) => name);
		assert.equal(new Set(declared).size, declared.length);
		for (const name of declared)
			assert.ok(!['a', 'A', 'aa', 'a0', 'do', 'in', 'if', 'as', 'of', 'is'].includes(name), name);
	});
});

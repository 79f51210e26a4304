import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { printed, runUcode, UcodeError, UnsupportedError, type Host } from '../router/ucode';
import { fromBytes, toBytes } from '../router/ucode/bytes';

interface Vector {
	name: string;
	source: string;
	stdout?: string;
	error?: string;
}

const here = (path: string) => new URL(path, import.meta.url);
const vectors = JSON.parse(readFileSync(here('ucode-vectors.json'), 'utf8')) as Vector[];
const typings = readFileSync(here('../../src/typings/ucode.d.ts'), 'utf8');

const DOUBLE = 'a double of integral value';
const TWO_VARIABLES = 'for-in with two variables';

/** Vectors out of reach, by what they use: a global that src/typings/ucode.d.ts does not declare, or one of the above. */
const SKIPPED: Record<string, string> = {
	'for-in with two variables': TWO_VARIABLES,
	'integer division': DOUBLE,
	numbers: DOUBLE,
	'substr, index, rindex': 'rindex',
	uniq: 'uniq',
	reverse: 'reverse',
	assert: 'assert',
	'sleep exists': 'sleep',
	printf: 'printf',
	b64: 'b64enc',
	iptoarr: 'iptoarr'
};

/** The vectors were measured without strict mode; in it, which is how we run, an unknown name is this (measured with `ucode -S`). */
const STRICT: Record<string, string> = {
	'function used before its declaration': 'Reference error: access to undeclared variable f',
	'function calls a later function': 'Reference error: access to undeclared variable g'
};

/** Beyond the vectors, measured with `ucode -S` of July 2026: what the script prints, or the exception that ends it. */
const MEASURED: [source: string, outcome: string][] = [
	['let a = 1; { print(a); let a = 2; print(a); }', '12'],
	['let fs = []; for (let i = 0; i < 3; i++) push(fs, () => i); print(map(fs, f => f()));', '[ 3, 3, 3 ]'],
	['let fs = []; for (let x in [ 1, 2 ]) push(fs, () => x); print(map(fs, f => f()));', '[ 2, 2 ]'],
	['let o = { a: 1, b: 2, c: 3 }; for (let k in o) { delete o.b; print(k); }', 'ac'],
	['let o = {}; o[null] = 1; o[[ 1 ]] = 2; print(o);', '{ "[ 1 ]": 2 }'],
	['let a = [ 1, 2 ]; a[-1] = 5; a[-9] = 1; a.x = 2; print(a, a.length);', '[ 1, 5 ]'],
	['let a; print(a?.b.c.d());', ''],
	['let a = {}; print(a?.b.c);', 'Reference error: left-hand side expression is null'],
	["let a = 'x'; print(a?.b.c, a?.b());", ''],
	['let f = 5; print(f?.()); let o = { f }; print(o.f?.());', ''],
	['let s; s.x = 1;', 'Type error: attempt to set property on null value'],
	['switch (2) { case 1: let a = 5; case 2: print(a === null); }', 'true'],
	["switch (1) { case '1': print('s'); break; case 1: print('i'); }", 'i'],
	["let s = '5'; print(s++, s, s + 1);", '567'],
	['let o = {}; o.x++; o.y += 1; o.z ??= 4; o.z &&= 5; print(o);', '{ "x": 1, "y": 1, "z": 5 }'],
	['let o = { f: function() { return this; } }; let g = o.f; print((o.f)() === o, g());', 'true'],
	['let o = { v: 1, mk: function() { return () => this; } }; let g = o.mk(); print(g());', ''],
	["let o = {}; o['__proto__'] = 5; print(o, o.constructor, 'toString' in o);", '{ "__proto__": 5 }false'],
	['print({ ...null });', 'Type error: Value (null) is not iterable'],
	["print(...'ab');", 'Type error: (ab) is not iterable'],
	['die({ a: 1 });', '{ "a": 1 }'],
	["try { die('x'); } catch (e) { print(e, ' ', '' + e, ' ', keys(e)); }", 'x x [ "type", "message", "stacktrace" ]'],
	['function f() { return f(); } try { f(); } catch (e) { print(e.type); }', 'Runtime error'],
	["require('nope');", "Runtime error: No module named 'nope' could be found"],
	["import { nope } from 'fs';", 'Reference error: Module does not export nope'],
	["print(substr('hä', 1, 1) == chr(195), length(substr('hä', 2)), split('a', ''));", 'true1[ "a" ]'],
	["print(int('0x1f'), int(' 12a'), int('ff', 16), hex('0xfg'), int(-1.9), int(null));", '012255NaN-10'],
	["print(replace('abc', /(b)(x)?/, '[$1|$2|$&|$`]'), match('ab', /(x)?b/));", 'a[b|$2|b|a]c[ "b", null ]'],
	['print(match("a\\nb", /^b/), match("a\\nb", /a.b/), match("a\\nb", /a.b/s));', '[ "b" ][ "a\\nb" ]'],
	[
		"print(sprintf('%s|%d|%5s|%05d|%.2f|%x', null, '0x1f', 'é', -5, 0.125, -1));",
		'(null)|31|   é|-0005|0.12|ffffffffffffffff'
	],
	["print(json('[1,]')); json('{\"a\":1');", 'Syntax error: Failed to parse JSON string: unexpected end of data'],
	["json('[1 2]');", "Syntax error: Failed to parse JSON string: array value separator ',' expected"],
	["json('1 x');", 'Syntax error: Trailing garbage after JSON data'],
	["print([ 1 / 0, NaN, 2.5, 'a\"b' ], null, 1 / 2.5);", '[ 1e309, "NaN", 2.5, "a\\"b" ]0.4']
];

/** What both refuse before anything runs. */
const REFUSED = [
	'let a = 1\nprint(a)',
	'const c = 1; c = 2;',
	'const c = 1; c++;',
	'let a = 1; let a = 2;',
	'function f(a) { let a = 2; }',
	'print(max(1, 2,));',
	'let a = [ 1, , 2 ];',
	'let o = { 1: 2 };',
	'let elif = 1;',
	'for (const i = 0; i < 1; ) break;',
	'let a = .5;',
	'let { a } = { a: 1 };',
	'let a = 1; delete a;',
	'let a = f`x`;',
	'function* g() { }',
	"{ import * as fs from 'fs'; }",
	"import { readfile } from 'fs'; readfile = 1;",
	"import * as nope from 'nope';",
	'export const a = 1;'
];

/** What ucode takes and the stand-in does not: it says so instead of computing something else. */
const UNSUPPORTED = [
	'let a = 7.0;',
	"print('a\\\nb');",
	'let a = 2.5; print(a * 2);',
	'let a = 9007199254740993;',
	'print(~5);',
	'print(2 ** 3 ** 2);',
	"print('' + print);",
	"print(match('ab', /a|ab/));",
	"print(match('a1', /[\\d]/));",
	"print(replace('ab', / *$/, ''));",
	"print(sort([ 'a', 1 ]));",
	'let o = { a: 1 }; for (let k in o) o[k + k] = 1;'
];

interface Run {
	stdout: string;
	error: unknown;
	result?: unknown;
}

function run(source: string, host: Partial<Host> = {}): Run {
	let stdout = '';
	const print = (...values: unknown[]) => {
		stdout += values.map(printed).join('');
	};
	const globals = { print, time: () => 5, clock: () => [1, 2], system: () => 0, warn: () => 0, ...host.globals };
	const modules = { fs: { readfile: () => null }, ...host.modules };
	try {
		const result = runUcode(source, 'test.uc', { ...host, modules, globals });
		return { stdout, error: null, result };
	} catch (error) {
		return { stdout, error };
	}
}

function ucodeError(run: Run): UcodeError {
	assert.ok(run.error instanceof UcodeError, String((run.error as Error | null)?.stack ?? 'it ran'));
	return run.error;
}

describe('ucode stand-in: vectors', () => {
	for (const { name, source, stdout, error } of vectors) {
		if (name in SKIPPED) continue;
		it(name, () => {
			const outcome = run(source);
			if (error === undefined) {
				if (outcome.error) throw outcome.error;
				assert.equal(outcome.stdout, stdout);
				return;
			}
			const raised = ucodeError(outcome);
			assert.ok(!(raised instanceof UnsupportedError), raised.message);
			const atRuntime = !error.startsWith('Syntax error') || error.includes('JSON');
			if (atRuntime) assert.equal(raised.message, STRICT[name] ?? error);
			else assert.equal(raised.kind, 'Syntax error');
		});
	}

	it('skips only what uses what is out of reach', () => {
		for (const [name, reason] of Object.entries(SKIPPED)) {
			const vector = vectors.find(other => other.name === name);
			assert.ok(vector, `no vector ${name}`);
			if (reason === TWO_VARIABLES) assert.match(vector.source, /for \(let \w+, \w+ in /);
			else if (reason === DOUBLE) assert.match(vector.source, /\b\d+(\.0+|e\d+)\b/);
			else {
				assert.match(vector.source, new RegExp(`\\b${reason}\\b`));
				assert.doesNotMatch(typings, new RegExp(`declare function ${reason}\\b`));
			}
			assert.ok(run(vector.source).error, `${name} runs after all`);
		}
	});

	it('offers every function that the typings declare', () => {
		const declared = [...typings.matchAll(/^declare function (\w+)/gm)].map(([, name]) => name!);
		assert.ok(declared.length > 30);
		for (const name of declared) assert.equal(run(`print(type(${name}));`).stdout, 'function', name);
	});
});

describe('ucode stand-in: beyond the vectors', () => {
	for (const [source, outcome] of MEASURED) {
		it(source, () => {
			const { stdout, error } = run(source);
			if (error && !(error instanceof UcodeError)) throw error;
			assert.equal(error ? (error as Error).message : stdout, outcome);
		});
	}

	for (const source of REFUSED) {
		it(`refuses ${JSON.stringify(source)}`, () => {
			const outcome = run(source);
			assert.equal(ucodeError(outcome).kind, 'Syntax error');
			assert.equal(outcome.stdout, '');
		});
	}

	for (const source of UNSUPPORTED) {
		it(`does not guess at ${source}`, () => {
			assert.ok(run(`try { ${source} } catch { }`).error instanceof UnsupportedError);
		});
	}

	it('says the same as the real interpreter, where there is one', function () {
		if (spawnSync('ucode', ['-h']).error) this.skip();
		for (const [source, outcome] of MEASURED) {
			const real = spawnSync('ucode', ['-S', '-'], { input: source, encoding: 'utf8' });
			assert.equal(real.status === 0 ? real.stdout : real.stderr.split('\n')[0], outcome, source);
		}
		for (const source of REFUSED)
			assert.notEqual(spawnSync('ucode', ['-S', '-'], { input: source }).status, 0, source);
	});
});

describe('ucode stand-in: host', () => {
	it('answers what the top-level return gave, with functions to call', () => {
		const { result } = run(
			'let n = 0; function up(by) { n += by ?? 1; return n; } return { up, none: function() { } };'
		);
		const { up, none } = result as { up: (by?: number) => number; none: () => unknown };
		assert.equal(up(), 1);
		assert.equal(up(3), 4);
		assert.equal(none(), null);
	});

	it('gives plain objects', () => {
		assert.deepEqual(run('return { a: [ 1, { b: null } ], ...{ c: 2 } };').result, { a: [1, { b: null }], c: 2 });
	});

	it('calls methods of the host on their object, and takes undefined for null', () => {
		class Connection {
			calls = 0;
			call(...args: unknown[]): unknown {
				this.calls++;
				return args.length > 1 ? { args, nothing: undefined } : undefined;
			}
		}
		const connection = new Connection();
		const source = `
			import { connect } from 'ubus';
			const bus = connect();
			const reply = bus.call('a', 'b');
			print(bus.call('a') === null, reply.nothing === null, reply.args, type(bus), bus.error === null);
		`;
		const { stdout, error } = run(source, { modules: { ubus: { connect: () => connection } } });
		assert.equal(error, null);
		assert.equal(stdout, 'truetrue[ "a", "b" ]resourcetrue');
		assert.equal(connection.calls, 2);
	});

	it('hands callbacks to the host as plain functions', () => {
		const later: (() => unknown)[] = [];
		const uloop = { timer: (_: number, callback: () => unknown) => void later.push(callback) };
		const outcome = run("import * as uloop from 'uloop'; let n = 0; uloop.timer(5, () => ++n); return () => n;", {
			modules: { uloop }
		});
		later[0]!();
		assert.equal((outcome.result as () => number)(), 1);
	});

	it('finds modules by require, and globals of the host', () => {
		const { stdout } = run("print(require('log').level, UBUS_STATUS_OK, time());", {
			modules: { log: { level: 3 } },
			globals: { UBUS_STATUS_OK: 0, time: () => 17 }
		});
		assert.equal(stdout, '3017');
	});

	it('runs a script that require finds, once', () => {
		const script = (name: string) =>
			name === 'a.b' ? { source: "let n = 0; print('ran '); return () => ++n;", file: 'b.uc' } : null;
		const { stdout, error } = run("print(require('a.b')(), require('a.b')()); require('a.c');", { script });
		assert.equal(stdout, 'ran 12');
		assert.match(String(error), /No module named 'a\.c' could be found/);
	});

	it('says where an exception was', () => {
		const source = 'let o;\nfunction inner() {\n\treturn [\n\t\to.x\n\t];\n}\n\n\nprint(1,\n\tinner());\n';
		const raised = ucodeError(run(source));
		assert.equal(raised.file, 'test.uc');
		assert.equal(raised.line, 4);
		assert.deepEqual(raised.frames[0], { filename: 'test.uc', line: 4, function: 'inner' });
		assert.equal(raised.frames[1]!.line, 10);
		assert.equal(ucodeError(run('\n\nlet a = ;')).line, 3);
		assert.equal(ucodeError(run('\n\nlet a = new B();')).line, 3);
	});

	it('does not let scripts catch errors of the simulator', () => {
		const broken = () => {
			throw new TypeError('bug of the simulator');
		};
		const { error } = run('try { broken(); } catch { }', { globals: { broken } });
		assert.match(String(error), /bug of the simulator/);
	});

	it('lets the host raise exceptions that scripts catch', () => {
		const raise = () => {
			throw new UcodeError('Runtime error', 'no');
		};
		assert.equal(
			run('try { raise(); } catch (e) { print(e.type, e.message); }', { globals: { raise } }).stdout,
			'Runtime errorno'
		);
	});

	it('keeps bytes that are no UTF-8', () => {
		const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
		assert.deepEqual(new Uint8Array(toBytes(fromBytes(bytes))), bytes);
		assert.equal(fromBytes(toBytes('ä€😀')), 'ä€😀');
	});
});

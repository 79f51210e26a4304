import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { ROOT } from '../../../src/build/outputs';
import { minify } from '../../../src/build/package/minify';

const read = (name: string) => readFileSync(join(ROOT, 'htdocs/luci-static/resources', name), 'utf8');
const VIEW = read('view/wps.js');
const PART = read('wps/more.js');

const syntax = (text: string) =>
	parse(text, { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true });

/** What a script means, without where it stands; jsmin makes every control character in a text a space. */
const meaning = (text: string) =>
	JSON.stringify(syntax(text), (key, value) =>
		['start', 'end', 'raw'].includes(key)
			? undefined
			: typeof value === 'string'
				? value.replaceAll('\t', ' ')
				: value
	);

const directives = (text: string) =>
	syntax(text).body.flatMap(statement =>
		'directive' in statement && statement.directive ? [statement.directive] : []
	);

/** What the real jsmin of LuCI makes of the left side. */
const CASES: Record<string, string> = {
	'// first\nlet a = 1;\n': '\nlet a=1;',
	'a = b\nc = d': '\na=b\nc=d',
	'if (x)\n\treturn y;\nelse\n\t(z)': '\nif(x)\nreturn y;else\n(z)',
	"'use strict';\n'require view';\n\nreturn view": "'use strict';'require view';return view",
	'a + +b; a - -b; a\n++\nb': '\na+ +b;a- -b;a\n++\nb',
	'x = { a: 1 }\n[1]': '\nx={a:1}\n[1]',
	'f( /[/"]  \\/ /g, " a  b " )': '\nf(/[/"]  \\/ /g," a  b ")',
	'a / b /* c */ / d': '\na/b/d',
	'`a  ${ b }\n c`': '`a  ${ b }\n c`',
	"x = 'it\\'s'  // it's\ny": "\nx='it\\'s'\ny",
	'é = $ in _': '\né=$ in _',
	'a\r\n\tb\r\n': '\na\nb'
};

describe('the minified view', () => {
	for (const [name, text] of Object.entries({ view: VIEW, part: PART }))
		it(`means the same: the ${name}`, () => {
			const small = minify(text);
			assert.ok(small.length < text.length);
			assert.equal(meaning(small), meaning(text));
			assert.ok(!small.includes('/*') && !/^\s*\/\//m.test(small));
		});

	it('keeps what LuCI reads before it runs a view', () => {
		const found = directives(minify(VIEW));
		assert.deepEqual(found, directives(VIEW));
		assert.equal(found[0], 'use strict');
		assert.ok(found.includes('require view'));
		assert.deepEqual(directives(minify(PART)), directives(PART));
		assert.ok(directives(PART).includes('require baseclass'));
	});

	it('is a function body that returns the view', () => {
		const small = minify(VIEW);
		assert.equal(syntax(small).body.at(-1)!.type, 'ReturnStatement');
		// eslint-disable-next-line no-implied-eval, no-new-func -- what LuCI does, short of calling it
		assert.equal(typeof new Function('window', 'document', 'L', 'view', small), 'function');
	});

	for (const [script, wanted] of Object.entries(CASES))
		it(`is made as by jsmin: ${JSON.stringify(script)}`, () => assert.equal(minify(script), wanted));

	it('is refused where jsmin loses its way', () => {
		for (const script of ["'", 'f(/a', '`', '/* a']) assert.throws(() => minify(script), script);
		// which takes the slash for a division, and the quote for the beginning of a text
		assert.throws(() => minify("return /'/"));
	});
});

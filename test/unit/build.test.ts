import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findComments, findLeads } from '../../src/build/comments';
import { buildHandler } from '../../src/build/handler';
import { checkImports } from '../../src/build/imports';
import { ROOT } from '../../src/build/outputs';
import { buildView } from '../../src/build/view';

/** Puts files into a folder of their own for as long as `use` takes. */
async function withFiles<T>(files: Record<string, string>, use: (root: string) => T | Promise<T>): Promise<T> {
	const root = mkdtempSync(join(tmpdir(), 'luci-app-wps-build-'));
	try {
		for (const [path, text] of Object.entries(files)) {
			mkdirSync(dirname(join(root, path)), { recursive: true });
			writeFileSync(join(root, path), text);
		}
		return await use(root);
	} finally {
		rmSync(root, { recursive: true });
	}
}

const UNTRANSLATED = { 'src/service/untranslated.ts': 'export function _(text: string) {\n\treturn text;\n}\n' };

const handlerOf = (files: Record<string, string>) =>
	withFiles({ ...UNTRANSLATED, ...files }, root => buildHandler(root));

const viewOf = (files: Record<string, string>) => withFiles(files, root => buildView(root));

describe('build', () => {
	describe('comments', () => {
		it('are told from strings, templates and regular expressions', () => {
			const text =
				"const a = '// no'; // one\nconst b = `${/* two */ c} // no`;\nmatch(/[/*]/, '/*'); /* three */\n";
			assert.deepEqual(
				findComments(text).map(({ start, end }) => text.slice(start, end)),
				['// one', '/* two */', '/* three */']
			);
		});

		it('belong to the code below them', () => {
			assert.deepEqual(findLeads('/* file */\n\n/** f */\nf();\n\ng(); // tail\n'), [
				{ line: 4, comments: ['/** f */'], gap: true },
				{ line: 6, comments: ['// tail'], gap: true }
			]);
		});
	});

	it('joins modules to a handler that reads as it was written, the doc comments left in the sources', async () => {
		const emitted = await handlerOf({
			'src/core/a.ts': `/* About a. */

import { readfile } from 'fs';

/** Gone with its type. */
export interface Thing {
	/** and its parts */
	name: string;
}

/** Gone, nobody needs it. */
export const unused = 1;

/** The mode. */
export const MODE = 0o600;

/** Names. */
export function names(things: Thing[]): string[] {
	const found: string[] = [];

	// each of them
	for (const thing of things) push(found, thing.name);
	readfile('a');
	return found;
}
`,
			'src/service/plugin.ts': `import { readfile, type Stat } from 'fs';
import { MODE, names } from '../core/a';

let calls = 0;

function count(names: string[]): number {
	calls++;
	return length(names);
}

const plugin = { 'luci.wps': { a: { args: {}, call: () => [count(names([])), MODE, readfile('b')] } } };

export { plugin as default };
`
		});
		assert.equal(
			emitted.slice(emitted.indexOf("'use strict'")),
			`'use strict';

import { readfile } from 'fs';

// src/core/a.ts
const MODE = 0o600;

function names(things) {
	const found = [];

	// each of them
	for (let thing in things) push(found, thing.name);
	readfile('a');
	return found;
}

// src/service/plugin.ts
let calls = 0;

function count(names) {
	calls++;
	return length(names);
}

const plugin = { 'luci.wps': { a: { args: {}, call: () => [count(names([])), MODE, readfile('b')] } } };

return plugin;
`
		);
	});

	it('is deterministic', async () => {
		const [one, other] = await Promise.all([
			buildHandler(ROOT, 'test/unit/dialect/clean.js'),
			buildHandler(ROOT, 'test/unit/dialect/clean.js')
		]);
		assert.equal(one, other);
	});

	it('refuses two things of one name at top level, and tells both places', async () => {
		await assert.rejects(
			handlerOf({
				'src/core/a.ts': 'export function go() {\n\treturn state();\n}\nfunction state() {\n\treturn 1;\n}\n',
				'src/service/plugin.ts':
					"import { go } from '../core/a';\nfunction state() {\n\treturn go();\n}\nexport default { state };\n"
			}),
			/src\/service\/plugin\.ts:2: name-collision: 'state' also means something else in src\/core\/a\.ts:4/
		);
	});

	it('turns imports of LuCI modules into directives', async () => {
		const emitted = await viewOf({
			'src/view/part.ts': "import ui from 'luci:ui';\nexport const show = () => ui.showModal(_('A' + 'b'));\n",
			'src/view/wps.ts':
				"import ui from 'luci:ui';\nimport widgets from 'luci:tools.widgets';\nimport view from 'luci:view';\nimport { show } from './part';\n\n/** The page. */\nexport default view.extend({ show, ui, widgets, ms: 1000 });\n"
		});
		assert.equal(
			emitted.slice(emitted.indexOf("'use strict'")),
			`'use strict';
'require tools.widgets as widgets';
'require ui';
'require view';

// src/view/part.ts
const show = () => ui.showModal(_('Ab'));

// src/view/wps.ts
return view.extend({ show, ui, widgets, ms: 1000 });
`
		);
	});

	for (const [rule, code] of Object.entries({
		'no-nested-template': 'const f = (a: string) => `${`${a}`}`;',
		'no-regexp-quote': "const f = (a: string) => a.replace(/['\"]/, '');",
		'text-literal': 'const f = (a: string) => _(`${a}`);'
	}))
		it(`refuses in the view: ${rule}`, async () => {
			const wps = `import view from 'luci:view';\n${code}\nexport default view.extend({ f });\n`;
			await assert.rejects(viewOf({ 'src/view/wps.ts': wps }), new RegExp(`src/view/wps.ts:2: ${rule}`));
		});

	it('knows who may import whom', async () => {
		const files = {
			'src/contract/a.ts': "import { b } from '../core/b';\n",
			'src/core/b.ts': "import type { A } from '../contract/a';\nimport { c } from './c';\n",
			'src/view/v.ts': "import type { A } from '../contract/a';\nimport {\n\tb\n} from '../core/b';\n"
		};
		const found = await withFiles(files, root => checkImports(root));
		assert.deepEqual(
			found.map(({ file, line, message }) => `${file}:${line} ${message}`),
			[
				'src/contract/a.ts:1 src/contract may not import src/core/b.ts',
				'src/view/v.ts:2 src/view may not import src/core/b.ts'
			]
		);
	});

	it('gives the package one version', () => {
		const makefile = readFileSync(join(ROOT, 'Makefile'), 'utf8');
		const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
		assert.equal(/^PKG_VERSION:=(.*)$/m.exec(makefile)?.[1], version);
	});
});

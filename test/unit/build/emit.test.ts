import assert from 'node:assert/strict';
import { checkImports } from '../../../src/build/imports';
import { ROOT } from '../../../src/build/outputs';
import { findComments, findLeads } from '../../../src/build/syntax/comments';
import { buildHandler } from '../../../src/build/ucode/handler';
import { handlerOf, viewOf, withFiles } from './files';

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
			buildHandler(ROOT, { entry: 'test/unit/build/clean.js' }),
			buildHandler(ROOT, { entry: 'test/unit/build/clean.js' })
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
});

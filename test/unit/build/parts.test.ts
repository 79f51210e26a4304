import assert from 'node:assert/strict';
import { buildHandler } from '../../../src/build/ucode/handler';
import { buildPart } from '../../../src/build/ucode/part';
import { SimulatedRouter } from '../../router/router';
import { tabOf, withFiles } from './files';

const SOURCES = {
	'src/service/untranslated.ts': 'export function _(text: string) {\n\treturn text;\n}\n',
	'src/service/memory.ts': `const seen: string[] = [];

export function remember(name: string): void {
	push(seen, name);
}

export function count(): number {
	return length(seen);
}
`,
	'src/core/label.ts': 'export const label = (name: string) => `the ${name}`;\n',
	'src/service/parts/devices.ts': `import * as fs from 'fs';
import { label } from '../../core/label';
import { count, remember } from '../memory';

let calls = 0;

/** Only here. */
export function rename(name: string) {
	calls++;
	// both files know it
	remember(label(name));
	return { calls, count: count(), there: fs.access('/etc/config/wireless') };
}

export const forget = () => ({ calls });
`,
	'src/service/plugin.ts': `import { count, remember } from './memory';
import { forget, rename } from './parts/devices';

const plugin = {
	demo: {
		see: { args: { name: '' }, call: (req: { args: { name: string } }) => remember(req.args.name) },
		count: { args: {}, call: () => ({ count: count() }) },
		rename: { args: { name: '' }, call: (req: { args: { name: string } }) => rename(req.args.name) },
		forget: { args: {}, call: () => forget() }
	}
};

export { plugin as default };
`
};

const compile = (changes: Record<string, string> = {}) =>
	withFiles({ ...SOURCES, ...changes }, async root => {
		const [handler, part] = await Promise.all([buildHandler(root), buildPart(root, 'devices')]);
		return { handler, part };
	});

describe('a part of the handler', () => {
	it('has a file of its own, which is given what it shares', async () => {
		const { part } = await compile();
		assert.equal(
			part.slice(part.indexOf("'use strict'")),
			`'use strict';

import * as fs from 'fs';

return resident => {
	const count = resident.count;
	const remember = resident.remember;

	// src/core/label.ts
	const label = name => \`the \${name}\`;

	// src/service/parts/devices.ts
	let calls = 0;

	function rename(name) {
		calls++;
		// both files know it
		remember(label(name));
		return { calls, count: count(), there: fs.access('/etc/config/wireless') };
	}

	const forget = () => ({ calls });

	return { forget, rename };
};
`
		);
	});

	it('leaves a stub in the resident file, and nothing of its own', async () => {
		const { handler } = await compile();
		assert.ok(
			handler.includes(`
// src/service/parts/devices.ts
// in a file of its own, loaded when it is needed
let devicesPart;

function loadDevices() {
	devicesPart ??= require('luci.wps.devices')(resident);
	return devicesPart;
}

function forget(...args) {
	return loadDevices().forget(...args);
}

function rename(...args) {
	return loadDevices().rename(...args);
}
`),
			handler
		);
		assert.doesNotMatch(handler, /label|calls/);
	});

	it('is loaded when it is first needed, and shares what the resident file remembers', async () => {
		const { handler, part } = await compile();
		const router = new SimulatedRouter({ plugin: { file: '/usr/share/rpcd/ucode/demo.uc', source: handler } });
		const call = (method: string, args = {}) => {
			const { code, data } = router.call('demo', method, args);
			return data ?? code;
		};
		assert.deepEqual(call('see', { name: 'lamp' }), 5);
		assert.deepEqual(call('count'), { count: 1 });
		// not on disk: whoever needs it fails, nobody else
		assert.deepEqual(call('forget'), 9);
		assert.match(router.rpcd.stderr.join(), /No module named 'luci\.wps\.devices' could be found/);

		router.files.put('/usr/share/ucode/luci/wps/devices.uc', part);
		assert.deepEqual(call('rename', { name: 'printer' }), { calls: 1, count: 2, there: true });
		assert.deepEqual(call('rename', { name: 'camera' }), { calls: 2, count: 3, there: true });
		assert.deepEqual(call('count'), { count: 3 });
		// once is enough
		router.files.drop('/usr/share/ucode/luci/wps/devices.uc');
		assert.deepEqual(call('forget'), { calls: 2 });
		router.rpcd.stop();
	});

	it('has what two parts need in the resident file, once', async () => {
		const { handler, part } = await compile({
			'src/service/parts/pin.ts':
				"import { label } from '../../core/label';\nexport const pin = () => label('pin');\n",
			'src/service/plugin.ts': SOURCES['src/service/plugin.ts']
				.replace('() => forget()', "() => [forget(), pin()] }, x: { call: () => ''")
				.replace('import {', "import { pin } from './parts/pin';\nimport {")
		});
		assert.match(handler, /\nconst label = /);
		assert.match(handler, /\nresident\.label = label;\n/);
		assert.match(part, /const label = resident\.label;/);
	});

	for (const [what, changes, complaint] of [
		[
			'a variable that changes',
			{
				'src/service/memory.ts':
					'export let count = 0;\nexport const remember = (name: string) => {\n\tcount += length(name);\n};\n'
			},
			/src\/service\/memory\.ts:1: no-shared-let: 'count' changes/
		],
		[
			'a whole module',
			{
				'src/service/parts/devices.ts':
					"import * as memory from '../memory';\nexport const forget = () => memory;\nexport const rename = forget;\n"
			},
			/devices\.ts:1: part-import: import of src\/service\/memory\.ts: name what is needed/
		],
		[
			'a value that is no function',
			{ 'src/service/parts/devices.ts': 'export const forget = 1;\nexport const rename = () => forget;\n' },
			/devices\.ts:1: part-export: 'forget' is no function/
		],
		[
			'a default export',
			{
				'src/service/parts/devices.ts': 'export default () => 1;\n',
				'src/service/plugin.ts': 'export default {};\n'
			},
			/devices\.ts:1: part-export: a part exports functions by name/
		]
	] as const)
		it(`does not share ${what}`, async () => assert.rejects(compile(changes), complaint));

	it('has a name that ucode finds', async () => {
		await assert.rejects(
			compile({ 'src/service/parts/own-key.ts': 'export const f = () => 1;\n' }),
			/own-key\.ts:1: part-name: ucode finds modules whose names are letters, digits and _ only/
		);
	});
});

const TAB = {
	'src/view/part.ts':
		"export async function requirePart(name: string) {\n\treturn await L.require<any>('wps/' + name);\n}\n",
	'src/view/words.ts': 'export const quote = (name: string) => `<${name}>`;\n',
	'src/view/parts/rare.ts': `import ui from 'luci:ui';
import { quote } from '../words';

const signs: string[] = [];

/** Only here. */
export async function tell(name: string): Promise<void> {
	// what is shared is there
	ui.showModal([quote(name)], signs);
}
`,
	'src/view/wps.ts': `import view from 'luci:view';
import { tell } from './parts/rare';
import { quote } from './words';

export default view.extend({ load: () => tell('a'), render: () => quote('b') });
`
};

const codeOf = (text: string) => text.slice(text.indexOf("'use strict'"));

describe('a part of the tab', () => {
	it("is a module for LuCI's loader, which is given what it shares", async () => {
		const { part } = await tabOf(TAB, 'rare');
		assert.equal(
			codeOf(part),
			`'use strict';
'require baseclass';
'require ui';

return baseclass.extend({
	open: ({ quote }) => {
		// src/view/parts/rare.ts
		const signs = [];

		async function tell(name) {
			// what is shared is there
			ui.showModal([quote(name)], signs);
		}

		return { tell };
	}
});
`
		);
	});

	it('leaves a stub in the view, and nothing of its own', async () => {
		const { view } = await tabOf(TAB, 'rare');
		assert.ok(
			view.includes(`
// src/view/parts/rare.ts
// in a file of its own, loaded when it is needed
let rarePart;

async function askRare(name, args) {
	rarePart ??= (await requirePart('rare'))?.open(resident);
	return rarePart?.[name](...args);
}

const tell = (...args) => askRare('tell', args);
`),
			view
		);
		assert.ok(view.includes('\nObject.assign(resident, { quote });\n'), view);
		assert.doesNotMatch(view, /signs|'require ui'/);
	});

	it('is loaded when it is first needed, once, and asked again after a failure', async () => {
		const { view, part } = await tabOf(TAB, 'rare');
		const shown: string[] = [];
		let loads = 0;
		const run = (code: string, modules: Record<string, unknown>) =>
			// eslint-disable-next-line no-implied-eval, no-new-func -- what LuCI does
			new Function(...Object.keys(modules), code)(...Object.values(modules)) as any;
		const ui = { showModal: ([title]: string[]) => shown.push(title!) };
		const extend = { extend: (members: unknown) => members };
		const L = {
			require: async () => {
				loads++;
				if (loads === 1) throw new Error('no answer');
				return run(part, { baseclass: extend, ui });
			}
		};
		const tab = run(view, { view: extend, L });
		assert.equal(tab.render(), '<b>');
		assert.equal(loads, 0);
		await assert.rejects(tab.load(), /no answer/);
		await tab.load();
		await tab.load();
		assert.deepEqual([shown, loads], [['<a>', '<a>'], 2]);
	});

	for (const [what, changes, complaint] of [
		[
			'a variable that changes',
			{
				'src/view/words.ts':
					'export let quote = (name: string) => name;\nexport const turn = () => {\n\tquote = name => name;\n};\n',
				'src/view/wps.ts': `import { turn } from './words';\n${TAB['src/view/wps.ts']}turn();\n`
			},
			/words\.ts:1: no-shared-let: 'quote' changes/
		],
		[
			'what nobody waits for',
			{ 'src/view/parts/rare.ts': 'export const tell = (name: string) => name;\n' },
			/rare\.ts:1: part-export: 'tell' is not async/
		],
		[
			'a name that LuCI would take for a path',
			{ 'src/view/parts/r-are.ts': 'export async function f() {}\n' },
			/r-are\.ts:1: part-name: LuCI makes a path/
		]
	] as const)
		it(`does not have ${what}`, async () => assert.rejects(tabOf({ ...TAB, ...changes }, 'rare'), complaint));
});

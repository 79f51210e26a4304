import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError } from '../../../src/build/finding';
import { ROOT } from '../../../src/build/outputs';
import { buildPart } from '../../../src/build/ucode/part';
import { handlerOf } from './files';

const TEXT = readFileSync(join(ROOT, 'docs/compiler.md'), 'utf8');

/** The statement in each form that the page shows. */
const shown = new Map(
	[...TEXT.matchAll(/<!-- form: (\S+)[^\n]*-->\n+```\w*\n(.*?)```/gs)].map(({ 1: form, 2: code }) => [form!, code!])
);

/** Which numbers esbuild gives to names depends on what else is called so. */
const unnumbered = (text: string) => text.replaceAll(/\b([a-z]+)\d+\b/gi, '$1');

describe('docs/compiler.md', () => {
	it('shows the forms of one statement as they are', async function () {
		this.timeout(120_000);
		const source = /<!-- form: source (\S+) -->/.exec(TEXT)![1]!;
		const forms = new Map([['source', readFileSync(join(ROOT, source), 'utf8')]]);
		forms.set('emitted', await buildPart(ROOT, 'look', { watch: (form, text) => void forms.set(form, text) }));
		assert.deepEqual([...forms.keys()].toSorted(), [...shown.keys()].filter(form => form !== 'refused').toSorted());
		for (const [form, text] of forms)
			assert.ok(unnumbered(text).includes(unnumbered(shown.get(form)!)), `${form}:\n${shown.get(form)}`);
	});

	it('shows what is refused as it is told', async () => {
		const loop = (code: string) =>
			handlerOf({
				'src/router/packages.ts': `const wpad = /a+/;\n\nexport function find(paths: string[]) {\n\t// the first\n\t${code}\n}\n`,
				'src/service/plugin.ts': "import { find } from '../router/packages';\n\nexport default { find };\n"
			});
		const told: string[] = [];
		for (const code of [
			'for (const path in paths) if (match(path, wpad)) return path;',
			'for (const path of paths) if (match(path, /a+?b/)) return path;'
		])
			await loop(code).catch((failure: BuildError) => told.push(failure.message));
		assert.equal(`${told.join('\n')}\n`, shown.get('refused'));
	});
});

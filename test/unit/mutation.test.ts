import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/build/outputs';
import { listChanges } from '../mutation/changes';
import { unitNotices } from '../mutation/core';
import { choose, dice } from '../mutation/mutants';

const SOURCE = `import { a } from "x";
const limit = 10;
function f(list, text) {
	if (!list) return false;
	for (const one of list) if (one.n < limit) continue;
	report(text + "s");
	return list[0] ?? null;
}
const method = defineMethod({ pin: "", force: true }, (request) => f(request));
export { f };
`;

describe('mutation', () => {
	it('breaks what decides something, one thing at a time', () => {
		const lines = SOURCE.split('\n');
		const changed = listChanges(SOURCE).map(({ from, to, text }) => {
			const other = (SOURCE.slice(0, from) + text + SOURCE.slice(to)).split('\n');
			const at = other.findIndex((line, index) => line !== lines[index]);
			return other[at]!.trim();
		});
		assert.deepEqual(changed, [
			'const limit = 11;',
			'if (!(!list)) return false;',
			'if (list) return false;',
			'if (!list) return null;',
			'if (!list) return true;',
			'for (const one of list) if (!(one.n < limit)) continue;',
			'for (const one of list) if (one.n <= limit) continue;',
			'for (const one of list) if (one.n < limit) ;',
			';',
			'report(text + "");',
			'return null;',
			'return list[1] ?? null;',
			'return list[0] && null;'
		]);
	});

	it('chooses the same mutants for the same seed, each once', async function () {
		this.timeout(120_000);
		const names = async (seed: number) =>
			(await choose('handler', 30, seed, 'src/core')).map(
				({ file, before, after }) => `${file} ${before} ${after}`
			);
		const [one, again, other] = [await names(1), await names(1), await names(2)];
		assert.deepEqual(one, again);
		assert.notDeepEqual(one, other);
		assert.equal(one.length, 30);
		assert.ok(one.every(name => name.startsWith('src/core/')));
		assert.notEqual(dice(1)(), dice(2)());
	});

	it('has the tests of src/core run what is broken', async function () {
		this.timeout(120_000);
		const file = 'src/core/radar.ts';
		const source = readFileSync(join(ROOT, file), 'utf8');
		const tests = ['test/unit/core/radar.test.ts'];
		assert.equal(await unitNotices({ file, source }, tests), false);
		assert.equal(await unitNotices({ file, source: source.replace('144', '143') }, tests), true);
		assert.equal(await unitNotices({ file, source: 'throw 1' }, tests), true);
	});
});

import { bundle } from '../script/bundle';
import { emit } from '../script/emit';
import type { Target, Variation } from '../script/emit';
import { exportToReturn } from '../script/steps/export-to-return';
import { importLines } from './import-lines';
import { ENTRY, OPTIONS } from './options';
import { makeStubs } from './parts';
import { RULES, SOURCE_RULES } from './rules';
import { forOfToForIn } from './steps/for-of-to-for-in';
import { restoreRequire } from './steps/restore-require';

const target: Target = {
	header: [
		'// The ubus object luci.wps, compiled from src/service, src/router, src/core and src/contract:',
		'// edit those, where the doc comments are, and run `npm run build`.'
	],
	importLines,
	steps: [restoreRequire, forOfToForIn, exportToReturn],
	sourceRules: SOURCE_RULES,
	width: 110,
	rules: RULES
};

/** The handler as one ucode file: all but its parts. */
export async function buildHandler(root: string, variation: Variation = {}): Promise<string> {
	const stubs = await makeStubs(root, variation);
	const instead = new Map([...(variation.instead ?? []), ...stubs]);
	return await emit(await bundle(root, variation.entry ?? ENTRY, { ...OPTIONS, instead }), target, variation.watch);
}

import { emit } from '../script/emit';
import type { Target, Variation } from '../script/emit';
import { bundleResident } from '../script/parts';
import { exportToReturn } from '../script/steps/export-to-return';
import { importLines } from './import-lines';
import { HANDLER } from './parts';
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
	return await emit(await bundleResident(HANDLER, root, variation), target, variation.watch);
}

import { emit } from '../script/emit';
import type { Target, Variation } from '../script/emit';
import { bundleResident } from '../script/parts';
import { exportToReturn } from '../script/steps/export-to-return';
import { directives } from './directives';
import { TAB } from './parts';
import { RULES } from './rules';

const target: Target = {
	header: [
		'// The WPS tab, compiled from src/view and src/contract (doc comments there):',
		'// edit those and run `npm run build`.'
	],
	importLines: directives,
	steps: [exportToReturn],
	sourceRules: [],
	width: 120,
	rules: RULES
};

/** The WPS tab as one LuCI view: all but its parts. */
export async function buildView(root: string, variation: Variation = {}): Promise<string> {
	return await emit(await bundleResident(TAB, root, variation), target, variation.watch);
}

import { bundle } from '../script/bundle';
import { emit } from '../script/emit';
import type { Target, Variation } from '../script/emit';
import { exportToReturn } from '../script/steps/export-to-return';
import { directives, PREFIX } from './directives';
import { RULES } from './rules';

/** Where the tab begins. */
export const ENTRY = 'src/view/wps.ts';

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

/** The WPS tab as one LuCI view. */
export async function buildView(root: string, { entry = ENTRY, instead, watch }: Variation = {}): Promise<string> {
	const joined = await bundle(root, entry, { external: [`${PREFIX}*`], ...(instead && { instead }) });
	return await emit(joined, target, watch);
}

import { bundle } from '../script/bundle';
import { emit } from '../script/emit';
import type { Target } from '../script/emit';
import { exportToReturn } from '../script/steps/export-to-return';
import { directives, PREFIX } from './directives';
import { RULES } from './rules';

const target: Target = {
	header: [
		'// The WPS tab, compiled from src/view and src/contract (doc comments there):',
		'// edit those and run `npm run build`.'
	],
	importLines: directives,
	steps: [exportToReturn],
	sourceRules: [],
	rules: RULES
};

/** The WPS tab as one LuCI view. */
export async function buildView(root: string, entry = 'src/view/wps.ts'): Promise<string> {
	return await emit(await bundle(root, entry, { external: [`${PREFIX}*`] }), target);
}

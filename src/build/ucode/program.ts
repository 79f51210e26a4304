import { bundle } from '../script/bundle';
import { emit } from '../script/emit';
import type { Target, Variation } from '../script/emit';
import { exportToReturn } from '../script/steps/export-to-return';
import { importLines } from './import-lines';
import { OPTIONS } from './options';
import { RULES, SOURCE_RULES } from './rules';
import { forOfToForIn } from './steps/for-of-to-for-in';
import { restoreRequire } from './steps/restore-require';

const target: Target = {
	header: [
		'// The bridge to the other routers of the house, compiled from src/house:',
		'// edit that, where the doc comments are, and run `npm run build`.'
	],
	importLines,
	steps: [restoreRequire, forOfToForIn, exportToReturn],
	sourceRules: SOURCE_RULES,
	width: 110,
	rules: RULES
};

/** Where the bridge begins. */
export const PROGRAM = 'src/house/program.ts';

/** A program of its own as one ucode file. */
export async function buildProgram(root: string, { entry = PROGRAM, instead }: Variation = {}): Promise<string> {
	return await emit(await bundle(root, entry, { ...OPTIONS, ...(instead && { instead }) }), target);
}

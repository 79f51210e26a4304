import { emit } from '../script/emit';
import type { Target, Variation } from '../script/emit';
import type { Imported } from '../script/draft';
import { bundlePart, SHARED, splitImports } from '../script/parts';
import { exportsToFunction } from '../script/steps/exports-to-function';
import { importLines } from './import-lines';
import { HANDLER } from './parts';
import { RULES, SOURCE_RULES } from './rules';
import { forOfToForIn } from './steps/for-of-to-for-in';
import { restoreRequire } from './steps/restore-require';

/** Takes ucode's modules in, and begins the function that gets the rest. */
function beginFunction(imports: Imported[]): string[] {
	const { shared, others } = splitImports(imports);
	const lines = shared.map(({ imported, local }) => `const ${local} = ${SHARED}.${imported};`);
	return [...importLines(others), '', `return ${SHARED} => {`, ...lines];
}

const target: Target = {
	header: [
		'// A part of the ubus object luci.wps that is loaded when it is needed, compiled from src/service/parts',
		'// and what only that uses: edit those, where the doc comments are, and run `npm run build`.'
	],
	importLines: beginFunction,
	steps: [restoreRequire, forOfToForIn, exportsToFunction('};')],
	sourceRules: SOURCE_RULES,
	width: 110,
	rules: RULES
};

/** One part of the handler as a ucode file. */
export async function buildPart(root: string, part: string, variation: Variation = {}): Promise<string> {
	return await emit(await bundlePart(HANDLER, root, part, variation), target, variation.watch);
}

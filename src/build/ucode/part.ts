import { emit } from '../script/emit';
import type { Target, Variation } from '../script/emit';
import type { Imported } from '../script/draft';
import { importLines } from './import-lines';
import { bundlePart, RESIDENT } from './parts';
import { RULES, SOURCE_RULES } from './rules';
import { exportsToFunction } from './steps/exports-to-function';
import { forOfToForIn } from './steps/for-of-to-for-in';
import { restoreRequire } from './steps/restore-require';

const isResident = ({ module }: Imported) => module.startsWith(RESIDENT);

/** Takes ucode's modules in, and begins the function that gets the rest. */
function beginFunction(imports: Imported[]): string[] {
	const shared = imports.filter(isResident).toSorted((a, b) => (a.local < b.local ? -1 : 1));
	return [
		...importLines(imports.filter(imported => !isResident(imported))),
		'',
		'return resident => {',
		...shared.map(({ imported, local }) => `const ${local} = resident.${imported};`)
	];
}

const target: Target = {
	header: [
		'// A part of the ubus object luci.wps that is loaded when it is needed, compiled from src/service/parts',
		'// and what only that uses: edit those, where the doc comments are, and run `npm run build`.'
	],
	importLines: beginFunction,
	steps: [restoreRequire, forOfToForIn, exportsToFunction],
	sourceRules: SOURCE_RULES,
	width: 110,
	rules: RULES
};

/** One part of the handler as a ucode file. */
export async function buildPart(root: string, part: string, variation: Variation = {}): Promise<string> {
	return await emit(await bundlePart(root, part, variation), target, variation.watch);
}

import { emit } from '../script/emit';
import type { Imported } from '../script/draft';
import type { Target, Variation } from '../script/emit';
import { bundlePart, splitImports } from '../script/parts';
import { exportsToFunction } from '../script/steps/exports-to-function';
import { directives, PREFIX } from './directives';
import { TAB } from './parts';
import { RULES } from './rules';

/** LuCI's loader makes an object of the class that a module returns: the function is a method of it. */
const BASE: Imported = { module: `${PREFIX}baseclass`, imported: 'default', local: 'baseclass' };

function beginClass(imports: Imported[]): string[] {
	const { shared, others } = splitImports(imports);
	const names = shared.map(({ imported, local }) => (imported === local ? local : `${imported}: ${local}`));
	return [...directives([BASE, ...others]), '', 'return baseclass.extend({', `open: ({ ${names.join(', ')} }) => {`];
}

const target: Target = {
	header: [
		'// A part of the WPS tab that is loaded when it is needed, compiled from src/view/parts and what only that uses',
		'// (doc comments there): edit those and run `npm run build`.'
	],
	importLines: beginClass,
	steps: [exportsToFunction('}\n});', true)],
	sourceRules: [],
	width: 120,
	rules: RULES
};

/** One part of the tab as a LuCI module. */
export async function buildViewPart(root: string, part: string, variation: Variation = {}): Promise<string> {
	return await emit(await bundlePart(TAB, root, part, variation), target, variation.watch);
}

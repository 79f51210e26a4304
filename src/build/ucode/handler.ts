import { bundle } from '../script/bundle';
import { emit } from '../script/emit';
import type { Target } from '../script/emit';
import { importLines } from './import-lines';
import { RULES, SOURCE_RULES } from './rules';
import { forOfToForIn } from './steps/for-of-to-for-in';
import { REQUIRE, restoreRequire } from './steps/restore-require';

/** Where ucode's modules come from. */
const MODULES = ['fs', 'ubus', 'uci', 'uloop', 'log'];

const target: Target = {
	header: [
		'// The ubus object luci.wps, compiled from src/service, src/router, src/core and src/contract:',
		'// edit those, where the doc comments are, and run `npm run build`.'
	],
	importLines,
	steps: [restoreRequire, forOfToForIn],
	sourceRules: SOURCE_RULES,
	rules: RULES
};

/** The handler as one ucode file. */
export async function buildHandler(
	root: string,
	entry = 'src/service/plugin.ts',
	untranslated = 'src/service/untranslated.ts'
): Promise<string> {
	const joined = await bundle(root, entry, {
		external: MODULES,
		inject: [untranslated],
		define: { require: REQUIRE }
	});
	return await emit(joined, target);
}

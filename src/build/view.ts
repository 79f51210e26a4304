import { bundle } from './bundle';
import { emit } from './emit';
import type { Target } from './emit';
import { checkJsmin } from './jsmin';
import type { Imported } from './names';
import { BuildError } from './places';
import { checkTexts } from './texts';

const PREFIX = 'luci:';

/** `import rpc from 'luci:rpc'` becomes what LuCI's loader reads: `'require rpc';`. */
function directives(imports: Imported[]): string[] {
	return imports
		.toSorted((a, b) => (a.module < b.module ? -1 : 1))
		.map(({ module, imported, local }) => {
			const name = module.slice(PREFIX.length);
			if (!module.startsWith(PREFIX) || imported !== 'default') {
				const message = `import of '${module}': a view takes whole LuCI modules, import name from 'luci:module'`;
				throw new BuildError([{ file: 'src/view', line: 1, rule: 'luci-import', message }]);
			}
			return name.replaceAll('.', '_') === local ? `'require ${name}';` : `'require ${name} as ${local}';`;
		});
}

const target: Target = {
	header: [
		'// The WPS tab, compiled from src/view and src/contract (doc comments there):',
		'// edit those and run `npm run build`.'
	],
	importLines: directives,
	checkSource: () => [],
	checkEmitted: (program, text, locate) => [...checkTexts(program, locate), ...checkJsmin(program, text, locate)]
};

/** The WPS tab as one LuCI view. */
export async function buildView(root: string, entry = 'src/view/wps.ts'): Promise<string> {
	return await emit(await bundle(root, entry, { external: [`${PREFIX}*`] }), target);
}

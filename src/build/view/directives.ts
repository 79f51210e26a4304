import { BuildError } from '../finding';
import type { Imported } from '../script/draft';

/** How the sources name LuCI's modules: `import rpc from 'luci:rpc'`. */
export const PREFIX = 'luci:';

/** `import rpc from 'luci:rpc'` becomes what LuCI's loader reads: `'require rpc';`. */
export function directives(imports: Imported[]): string[] {
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

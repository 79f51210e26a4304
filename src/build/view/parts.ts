import type { Family } from '../script/parts';
import { PREFIX } from './directives';

/** The tab, and what a person rarely opens there. */
export const TAB: Family = {
	entry: 'src/view/wps.ts',
	folder: 'src/view/parts',
	options: { external: [`${PREFIX}*`] },
	later: true,
	names: /^[a-z]+$/,
	whyNames: 'LuCI makes a path of dots and slashes, and a word of the rest',
	outputOf: part => `htdocs/luci-static/resources/wps/${part}.js`,
	open: part => `(await requirePart('${part}'))?.open(resident)`,
	openWith: "import { requirePart } from '../part';\n"
};

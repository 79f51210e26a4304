import { bundle, REQUIRE } from './bundle';
import { checkDialect, checkDialectSource } from './dialect';
import { emit } from './emit';
import type { Draft, Target } from './emit';
import type { Imported } from './names';
import { checkTexts } from './texts';
import { walk } from './walk';

/** Where ucode's modules come from. */
const MODULES = ['fs', 'ubus', 'uci', 'uloop', 'log'];

/** One import line a module. */
function importLines(imports: Imported[]): string[] {
	const modules = new Map<string, string[]>();
	const lines: string[] = [];
	for (const { module, imported, local } of imports.toSorted((a, b) => (a.local < b.local ? -1 : 1))) {
		if (imported === '*') lines.push(`import * as ${local} from '${module}';`);
		else if (imported === 'default') lines.push(`import ${local} from '${module}';`);
		else {
			const specifier = imported === local ? local : `${imported} as ${local}`;
			modules.set(module, [...(modules.get(module) ?? []), specifier]);
		}
	}
	for (const [module, specifiers] of modules) lines.push(`import { ${specifiers.join(', ')} } from '${module}';`);
	return lines.toSorted((a, b) => (a.split("'")[1]! < b.split("'")[1]! ? -1 : 1));
}

/** ucode's for-in gives the values of an array, as for-of does in JavaScript. */
function forOfToForIn({ program, text, edits }: Draft): void {
	walk(program, node => {
		if (node.type !== 'ForOfStatement' || node.await || node.left.type !== 'VariableDeclaration') return;
		const name = node.left.declarations[0]!.id;
		if (name.type !== 'Identifier') return;
		edits.replace(node.left.start, name.start, 'let ');
		const of = name.end + text.slice(name.end).search(/\bof\b/);
		edits.replace(of, of + 'of'.length, 'in');
	});
}

const target: Target = {
	header: [
		'// The ubus object luci.wps, compiled from src/service, src/router, src/core and src/contract:',
		'// edit those, where the doc comments are, and run `npm run build`.'
	],
	importLines: imports => {
		const lines = importLines(imports);
		return lines.length > 0 ? ['', ...lines] : [];
	},
	change: forOfToForIn,
	checkSource: checkDialectSource,
	checkEmitted: (program, text, locate) => [...checkDialect(program, text, locate), ...checkTexts(program, locate)]
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

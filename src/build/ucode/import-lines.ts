import type { Imported } from '../script/draft';

/** What a handler takes from ucode's own modules, one line a module. */
export function importLines(imports: Imported[]): string[] {
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
	const sorted = lines.toSorted((a, b) => (a.split("'")[1]! < b.split("'")[1]! ? -1 : 1));
	return sorted.length > 0 ? ['', ...sorted] : [];
}

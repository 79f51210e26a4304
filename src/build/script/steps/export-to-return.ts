import type { AnyNode, VariableDeclaration } from 'acorn';
import type { Draft } from '../draft';

/** The `export { x as default }` with which esbuild ends, or null. */
function findExport({ program }: Draft): { statement: AnyNode; name: string } | null {
	const statement = program.body.at(-1);
	if (statement?.type !== 'ExportNamedDeclaration' || statement.specifiers.length !== 1) return null;
	const { local, exported } = statement.specifiers[0]!;
	if (local.type !== 'Identifier' || exported.type !== 'Identifier' || exported.name !== 'default') return null;
	return { statement, name: local.name };
}

/** What esbuild made of `export default <expression>`: a variable that is in no source, at the end. */
export function findDefaultExpression(draft: Draft): VariableDeclaration | null {
	const declaration = draft.program.body.at(-2);
	if (declaration?.type !== 'VariableDeclaration' || declaration.declarations.length !== 1) return null;
	const { id } = declaration.declarations[0]!;
	const name = findExport(draft)?.name;
	if (id.type !== 'Identifier' || id.name !== name) return null;
	const written = [...draft.bundle.sources.values()].some(source => source.includes(name));
	return written ? null : declaration;
}

/** The one export becomes what the file returns: neither ucode's loader of handlers nor LuCI's of views knows exports. */
export function exportToReturn(draft: Draft): void {
	const { bundle, names, edits, locate, findings } = draft;
	const found = findExport(draft);
	if (!found) {
		const message = 'the entry exports one default and nothing else';
		findings.push({ file: [...bundle.sources.keys()].at(-1)!, line: 1, rule: 'one-export', message });
		return;
	}
	const { statement, name } = found;
	const expression = findDefaultExpression(draft);
	if (expression) {
		edits.replace(expression.start, expression.declarations[0]!.init!.start, 'return ');
		edits.remove(statement.start, statement.end);
	} else {
		const variable = names.top.variables.get(name)!;
		edits.replace(statement.start, statement.end, `\nreturn ${locate(variable.identifier.start).name ?? name};`);
	}
}

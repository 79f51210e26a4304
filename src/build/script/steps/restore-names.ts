import type { Program } from 'acorn';
import { outwards } from '../../syntax/scopes';
import type { Names, Variable } from '../../syntax/scopes';
import { walk } from '../../syntax/walk';
import type { Draft, Imported } from '../draft';

/** What each import variable of a program stands for; `local` is the name its author gave it. */
function findImports(program: Program, names: Names, wanted: Map<Variable, string>): Map<Variable, Imported> {
	const imports = new Map<Variable, Imported>();
	for (const declaration of program.body) {
		if (declaration.type !== 'ImportDeclaration') continue;
		for (const specifier of declaration.specifiers) {
			const variable = names.top.variables.get(specifier.local.name)!;
			let imported = specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*';
			if (specifier.type === 'ImportSpecifier')
				imported =
					specifier.imported.type === 'Identifier'
						? specifier.imported.name
						: String(specifier.imported.value);
			imports.set(variable, { module: String(declaration.source.value), imported, local: wanted.get(variable)! });
		}
	}
	return imports;
}

/** Whether calling a variable `name` would give some reference another meaning. */
function clashes(names: Names, wanted: Map<Variable, string>, variable: Variable, name: string): boolean {
	const nameOf = (other: Variable | null, fallback: string) => (other ? wanted.get(other)! : fallback);
	const hidden = names.references.some(
		({ identifier, scope, variable: target }) =>
			target !== variable &&
			nameOf(target, identifier.name) === name &&
			outwards(scope).includes(variable.scope) &&
			!(target && outwards(target.scope).includes(variable.scope) && target.scope !== variable.scope)
	);
	const captured = variable.references.some(({ scope }) => {
		const way = outwards(scope);
		return way
			.slice(0, way.indexOf(variable.scope))
			.some(inner => [...inner.variables.values()].some(other => wanted.get(other) === name));
	});
	return hidden || captured;
}

/**
 * Gives every name back what its author wrote. esbuild numbers names that occur twice:
 * the same import in two files becomes one again, an inner name may hide an outer one again,
 * and two different things of one name at top level are an error.
 */
export function restoreNames(draft: Draft): void {
	const { program, names, edits, locate, findings } = draft;
	const wanted = new Map<Variable, string>();
	for (const variable of names.variables)
		wanted.set(variable, locate(variable.identifier.start).name ?? variable.name);
	const imports = findImports(program, names, wanted);

	const owners = new Map<string, Variable>();
	for (const variable of names.top.variables.values()) {
		const name = wanted.get(variable)!;
		const owner = owners.get(name);
		if (!owner) owners.set(name, variable);
		else if (JSON.stringify(imports.get(variable) ?? variable.name) !== JSON.stringify(imports.get(owner))) {
			const { file, line } = locate(variable.identifier.start);
			const other = locate(owner.identifier.start);
			const message = `'${name}' also means something else in ${other.file}:${other.line}: rename one of them`;
			findings.push({ file, line, rule: 'name-collision', message });
		}
	}

	const exportsFrom = program.body.findLast(({ type }) => type === 'ExportNamedDeclaration')?.start ?? Infinity;

	/** Keys of `{ name: name2 }` that the author wrote as `{ name }`. */
	const shorthands = new Map<number, number>();
	walk(program, node => {
		if (node.type !== 'Property' || node.shorthand || node.computed || node.value.type !== 'Identifier') return;
		const [key, value] = [locate(node.key.start), locate(node.value.start)];
		if (key.line === value.line && key.column === value.column) shorthands.set(node.value.start, node.key.start);
	});

	for (const [variable, name] of wanted) {
		if (name === variable.name) continue;
		if (variable.scope !== names.top && clashes(names, wanted, variable, name)) {
			const { file, line } = locate(variable.identifier.start);
			const message = `'${name}' hides another '${name}' that is used beside it: rename one of them`;
			findings.push({ file, line, rule: 'name-collision', message });
			continue;
		}
		const places = variable.references
			.map(reference => reference.identifier)
			.filter(({ end }) => end <= exportsFrom);
		if (variable.kind !== 'import') places.push(variable.identifier);
		for (const { start, end } of places) edits.replace(shorthands.get(start) ?? start, end, name);
	}
	draft.imports = [...new Map([...imports.values()].map(one => [JSON.stringify(one), one])).values()];
}

import type { AnyNode, Comment, Program, VariableDeclaration } from 'acorn';
import type { Bundle } from './bundle';
import { REQUIRE } from './bundle';
import { Edits } from './edits';
import { formatCode } from './format';
import { MODULE_LINE, restoreLeads } from './leads';
import { restoreNames } from './names';
import type { Imported } from './names';
import { BuildError, locateBySourceMap } from './places';
import type { Finding, Locate } from './places';
import { analyseNames } from './scopes';
import type { Names } from './scopes';
import { parse, walk } from './walk';

/** A program on its way from esbuild to the router. */
export interface Draft {
	text: string;
	program: Program;
	names: Names;
	edits: Edits;
	locate: Locate;
}

/** What one kind of output does its own way. */
export interface Target {
	/** Comment lines on top. */
	header: string[];
	/** The lines that take the names of outside modules in. */
	importLines(imports: Imported[]): string[];
	/** Further changes. */
	change?(draft: Draft): void;
	/** What esbuild's output, still with the sources' own constructs, may not contain. */
	checkSource(program: Program, text: string, locate: Locate): Finding[];
	/** What the emitted text may not contain. */
	checkEmitted(program: Program, text: string, locate: Locate): Finding[];
}

/** esbuild's own functions, which nobody wrote. */
const HELPER =
	/^__(?:defProp|export|esm|commonJS|toESM|toCommonJS|require|name|spread|publicField|async|await|using|private)/;

/** `var` of a joined module back to `const` or `let`. */
function restoreConst({ program, names, edits }: Draft, skip: AnyNode | null): void {
	for (const node of program.body) {
		if (node.type !== 'VariableDeclaration' || node.kind !== 'var' || node === skip) continue;
		const constant = node.declarations.every(
			({ id, init }) =>
				init &&
				id.type === 'Identifier' &&
				!names.top.variables.get(id.name)!.references.some(reference => reference.write)
		);
		edits.replace(node.start, node.start + 'var'.length, constant ? 'const' : 'let');
	}
}

/** Numbers and `undefined` as they were written: esbuild has forms of its own (384, 1e3, `void 0`). */
function restoreLiterals({ program, edits, locate }: Draft, sources: Map<string, string>): void {
	walk(program, node => {
		let value: number | undefined;
		if (node.type === 'Literal' && typeof node.value === 'number') value = node.value;
		else if (node.type !== 'UnaryExpression' || node.operator !== 'void') return;
		const { file, line, column } = locate(node.start);
		const source = (sources.get(file)?.split('\n')[line - 1] ?? '').slice(column);
		const written = /^(?:undefined|0[xob][\da-f]+|\d[\d_]*)\b(?!\.)/i.exec(source)?.[0].replaceAll('_', '');
		const same = value === undefined ? written === 'undefined' : Number(written) === value;
		if (written && same) edits.replace(node.start, node.end, written);
	});
}

/** Line ends inside templates as they were written: esbuild makes real ones of `\\n`. */
function restoreTemplates({ program, edits, locate, text }: Draft, sources: Map<string, string>): void {
	walk(program, node => {
		if (node.type !== 'TemplateLiteral' || !node.quasis.some(({ value }) => value.raw.includes('\n'))) return;
		const { file, line, column } = locate(node.start);
		const source = (sources.get(file)?.split('\n')[line - 1] ?? '').slice(column);
		// a template that ends on its line holds no line end of its own
		if (!/^`(?:[^`\\]|\\.)*`/.test(source)) return;
		for (const { start, end } of node.quasis)
			edits.replace(start, end, text.slice(start, end).replaceAll('\n', '\\n').replaceAll('\t', '\\t'));
	});
}

/** The `export { x as default }` with which esbuild ends, or null. */
function findExport(program: Program): { statement: AnyNode; name: string } | null {
	const statement = program.body.at(-1);
	if (statement?.type !== 'ExportNamedDeclaration' || statement.specifiers.length !== 1) return null;
	const { local, exported } = statement.specifiers[0]!;
	if (local.type !== 'Identifier' || exported.type !== 'Identifier' || exported.name !== 'default') return null;
	return { statement, name: local.name };
}

/** What esbuild made of `export default <expression>`: a variable that is in no source, at the end. */
function findDefaultExpression(
	program: Program,
	name: string,
	sources: Map<string, string>
): VariableDeclaration | null {
	const declaration = program.body.at(-2);
	if (declaration?.type !== 'VariableDeclaration' || declaration.declarations.length !== 1) return null;
	const { id } = declaration.declarations[0]!;
	const written = [...sources.values()].some(source => source.includes(name));
	return id.type === 'Identifier' && id.name === name && !written ? declaration : null;
}

/** The one export becomes what the file returns. */
function exportToReturn({ program, names, edits, locate }: Draft, sources: Map<string, string>): void {
	const { statement, name } = findExport(program)!;
	const expression = findDefaultExpression(program, name, sources);
	if (expression) {
		edits.replace(expression.start, expression.declarations[0]!.init!.start, 'return ');
		edits.remove(statement.start, statement.end);
	} else {
		const variable = names.top.variables.get(name)!;
		edits.replace(statement.start, statement.end, `\nreturn ${locate(variable.identifier.start).name ?? name};`);
	}
}

/** Whether a joined module still says something, to keep the line that names it. */
function dropEmptyModules({ text, program, edits }: Draft): void {
	const lines = [...text.matchAll(MODULE_LINE)];
	let former: string | null = null;
	for (const [index, line] of lines.entries()) {
		const end = lines[index + 1]?.index ?? text.length;
		const stays = program.body.some(
			({ type, start }) =>
				start > line.index && start < end && type !== 'ImportDeclaration' && type !== 'ExportNamedDeclaration'
		);
		if (!stays || former === line[1]) edits.remove(line.index, line.index + line[0].length);
		else edits.insert(line.index, '\n');
		if (stays) former = line[1]!;
	}
}

/** Turns joined modules into the file that goes to the router, and refuses what can't work there. */
export async function emit(bundle: Bundle, target: Target): Promise<string> {
	const { text } = bundle;
	const comments: Comment[] = [];
	const program = parse(text, comments);
	const names = analyseNames(program);
	const edits = new Edits();
	const locate = locateBySourceMap(text, bundle.map);
	const draft: Draft = { text, program, names, edits, locate };
	const findings: Finding[] = [];
	const exported = findExport(program);
	if (!exported) {
		const message = 'the entry exports one default and nothing else';
		throw new BuildError([{ file: [...bundle.sources.keys()].at(-1)!, line: 1, rule: 'one-export', message }]);
	}

	for (const variable of names.top.variables.values())
		if (HELPER.test(variable.name)) {
			const { file, line } = locate(variable.references[0]?.identifier.start ?? variable.identifier.start);
			const message = `needs esbuild's helper ${variable.name}: write it another way`;
			findings.push({ file, line, rule: 'no-helper', message });
		}
	findings.push(...target.checkSource(program, text, locate));
	if (findings.length > 0) throw new BuildError(findings);

	const modules = [...text.matchAll(MODULE_LINE)].map(({ index }) => index);
	for (const { start, end } of comments) {
		if (modules.includes(start)) continue;
		const lineStart = text.lastIndexOf('\n', start) + 1;
		const alone = text.slice(lineStart, start).trim() === '' && text[end] === '\n';
		edits.remove(alone ? lineStart : start, alone ? end + 1 : end);
	}
	for (const node of program.body) if (node.type === 'ImportDeclaration') edits.remove(node.start, node.end);

	const { imports, findings: collisions } = restoreNames(program, names, edits, locate);
	findings.push(...collisions);
	for (const { identifier, variable } of names.references)
		if (!variable && identifier.name === REQUIRE) edits.replace(identifier.start, identifier.end, 'require');
	restoreConst(draft, findDefaultExpression(program, exported.name, bundle.sources));
	restoreLiterals(draft, bundle.sources);
	restoreTemplates(draft, bundle.sources);
	dropEmptyModules(draft);
	target.change?.(draft);
	exportToReturn(draft, bundle.sources);
	if (findings.length > 0) throw new BuildError(findings);
	restoreLeads(bundle, program, edits);

	const body = edits.apply(text);
	const top = `${[...target.header, '', "'use strict';", ...target.importLines(imports)].join('\n')}\n\n`;
	const emitted = top + body.text;
	const locateEmitted: Locate = offset => locate(body.former(Math.max(0, offset - top.length)));
	findings.push(...target.checkEmitted(parse(emitted), emitted, locateEmitted));
	if (findings.length > 0) throw new BuildError(findings);
	return (await formatCode(emitted)).replace(/^(\/\/ src\/\S+\.ts\n)\n+/gm, '$1');
}

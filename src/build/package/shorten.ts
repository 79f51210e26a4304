import type { AnyNode, Program } from 'acorn';
import { Edits } from '../syntax/edits';
import { analyseNames } from '../syntax/scopes';
import type { Scope, Variable } from '../syntax/scopes';
import { parse, walk } from '../syntax/walk';

const SMALL = [...'abcdefghijklmnopqrstuvwxyz'];
const CAPITALS = SMALL.map(letter => letter.toUpperCase());
const LETTERS = [...SMALL, ...CAPITALS];
const DIGITS = [...'0123456789'];

/** Words of two letters that ucode (lexer.c) or JavaScript, to which the simulator turns it, keep for themselves. */
const KEYWORDS = ['as', 'do', 'if', 'in', 'is', 'of'];

function* pairs(second: string[]): Generator<string> {
	for (const a of LETTERS) for (const b of second) yield a + b;
}

/** What is exported is known by its name to others. */
function exportedNames(program: AnyNode): Set<string> {
	const found = new Set<string>();
	walk(program, node => {
		if (node.type !== 'ExportNamedDeclaration') return;
		for (const { local } of node.specifiers) if (local.type === 'Identifier') found.add(local.name);
		walk(node.declaration ?? node, (below, ancestors) => {
			if (below.type === 'Identifier' && ancestors.length <= 2) found.add(below.name);
		});
	});
	return found;
}

/** The function that a part is, or that its class has (src/build/script/parts.ts). */
function aroundPart(program: Program): AnyNode[] {
	const last = program.body.at(-1);
	const part = last?.type === 'ReturnStatement' && last.argument;
	if (!part || part.type !== 'CallExpression') return part ? [part] : [];
	const members = part.arguments.flatMap(made => (made.type === 'ObjectExpression' ? made.properties : []));
	return members.flatMap(member => (member.type === 'Property' ? [member.value] : []));
}

/**
 * Gives every name that a ucode file declares a short one. Names of properties and of what is not declared here stay.
 *
 * At the top they have two letters, those that are used most one capital; below it one small letter, or a letter and a digit:
 * so none of these hides one of those. Below
 * the top each scope goes on counting where the scope around it has ended: no two names that meet anywhere are alike.
 * @param shared  short ones for what several files share: what is declared by such a name gets the same
 */
export function shorten(text: string, shared: ReadonlyMap<string, string> = new Map()): string {
	const program = parse(text);
	const { top, variables, references } = analyseNames(program);
	const foreign = new Set(references.filter(({ variable }) => variable === null).map(each => each.identifier.name));
	const kept = exportedNames(program);
	const isFree = (name: string) => !foreign.has(name) && !kept.has(name) && !KEYWORDS.includes(name);
	const taken = new Set(shared.values());
	const topNames = [...CAPITALS, ...pairs(LETTERS)].filter(name => isFree(name) && !taken.has(name));
	const lowerNames = [...SMALL, ...pairs(DIGITS)].filter(isFree);

	/** What all of a part is in counts as its top. */
	const tops = new Set<AnyNode>([
		program,
		...aroundPart(program).filter(({ type }) => type === 'ArrowFunctionExpression')
	]);
	const isTop = (scope: Scope) => tops.has(scope.node);

	/** How many names the scopes around have used. */
	const base = ({ parent }: Scope): number =>
		parent === null || isTop(parent) ? 0 : base(parent) + parent.variables.size;

	const shorts = new Map<Variable, string>();
	const ofTop = variables.filter(({ name, scope }) => isTop(scope) && !(scope === top && kept.has(name)));
	const own = ofTop.filter(({ name }) => !shared.has(name));
	for (const variable of ofTop) if (shared.has(variable.name)) shorts.set(variable, shared.get(variable.name)!);
	for (const variable of own.toSorted((one, other) => other.references.length - one.references.length))
		shorts.set(variable, topNames.shift()!);
	const places = new Map<Scope, number>();
	for (const variable of variables) {
		const { scope } = variable;
		if (isTop(scope)) continue;
		const place = places.get(scope) ?? 0;
		places.set(scope, place + 1);
		shorts.set(variable, lowerNames[base(scope) + place]!);
	}
	if ([...shorts.values()].includes(undefined!)) throw new Error('more names than short ones');

	/** Where one word is the name of a property and a variable. */
	const shorthands = new Set<number>();
	const imported = new Set<number>();
	walk(program, node => {
		if (node.type === 'Property' && node.shorthand) shorthands.add(node.start);
		if (node.type === 'ImportSpecifier' && node.imported.start === node.local.start) imported.add(node.start);
	});
	const edits = new Edits();
	const rename = ({ start, end, name }: { start: number; end: number; name: string }, short: string) => {
		if (shorthands.has(start)) edits.replace(start, end, `${name}: ${short}`);
		else if (imported.has(start)) edits.replace(start, end, `${name} as ${short}`);
		else edits.replace(start, end, short);
	};
	for (const [{ identifier, references: uses }, short] of shorts) {
		rename(identifier, short);
		for (const use of uses) rename(use.identifier, short);
	}
	return edits.apply(text).text;
}

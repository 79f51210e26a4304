import type { AnyNode } from 'acorn';
import { SHARED } from '../script/parts';
import { Edits } from '../syntax/edits';
import { parse, walk } from '../syntax/walk';

/** Letters for names of properties, two of them. */
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** A short name for each of these, the same for all files of one handler. */
export function shortNames(names: string[]): ReadonlyMap<string, string> {
	const shorts = LETTERS.flatMap(a => LETTERS.map(b => `${a}${b.toUpperCase()}`));
	if (names.length > shorts.length) throw new Error('more names than short ones');
	return new Map(names.toSorted().map((name, index) => [name, shorts[index]!]));
}

/** `resident.NAME`, or `loadPart().NAME` (src/build/script/parts.ts). */
function isShared(object: AnyNode): boolean {
	if (object.type === 'Identifier') return object.name === SHARED;
	return (
		object.type === 'CallExpression' && object.callee.type === 'Identifier' && /^load[A-Z]/.test(object.callee.name)
	);
}

/** Gives what the files of a handler share, and ask each other for, short names. */
export function packNames(text: string, names: ReadonlyMap<string, string>): string {
	const program = parse(text);
	const edits = new Edits();
	walk(program, node => {
		if (node.type !== 'MemberExpression' || node.computed || !isShared(node.object)) return;
		const short = node.property.type === 'Identifier' && names.get(node.property.name);
		if (short) edits.replace(node.property.start, node.property.end, short);
	});

	// what a part answers
	const last = program.body.at(-1);
	const part = last?.type === 'ReturnStatement' && last.argument;
	if (part && part.type === 'ArrowFunctionExpression' && part.body.type === 'BlockStatement') {
		const answer = part.body.body.at(-1);
		if (answer?.type !== 'ReturnStatement' || answer.argument?.type !== 'ObjectExpression')
			throw new Error('a part that answers nothing');
		for (const property of answer.argument.properties) {
			if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
			const short = names.get(property.key.name);
			if (short === undefined) continue;
			if (property.shorthand) edits.insert(property.start, `${short}: `);
			else edits.replace(property.key.start, property.key.end, short);
		}
	}
	return edits.apply(text).text;
}

/** One statement for declarations that follow each other. */
export function joinDeclarations(text: string): string {
	const edits = new Edits();
	walk(parse(text), node => {
		if (node.type !== 'Program' && node.type !== 'BlockStatement') return;
		for (const [index, one] of node.body.entries()) {
			const next = node.body[index + 1];
			if (one.type !== 'VariableDeclaration' || next?.type !== 'VariableDeclaration' || one.kind !== next.kind)
				continue;
			if (text[one.end - 1] === ';') edits.replace(one.end - 1, next.start + next.kind.length, ',');
		}
	});
	return edits.apply(text).text;
}

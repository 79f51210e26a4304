/*
 * What LuCI's build/i18n-scan.pl finds with xgettext, and complaints about what it would not find.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyNode, Program } from 'acorn';
import { lineAndColumn, lineStarts } from '../syntax/places';
import type { Finding } from '../finding';
import { parse, walk } from '../syntax/walk';
import { readLiteral, readName } from './literal';
import { mergeMessages } from './message';
import type { Message } from './message';
import { checkVisible } from './visible';

/** What a file, or all of them, has to translate. */
export interface Scan {
	messages: Message[];
	findings: Finding[];
}

/** LuCI's text functions, and where their arguments stand (the scanner's `_:1,2c` and `N_:2,3,4c`). */
const KEYWORDS: Record<string, { id: number; plural?: number; context: number }> = {
	_: { id: 0, context: 1 },
	N_: { id: 1, plural: 2, context: 3 }
};

/** A text longer than this is a paragraph: translators and narrow screens want sentences. */
export const MAX_LENGTH = 200;

/** White space as `_()` sees it before it looks a text up. */
const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The one other name for `_`: by it a text is looked up that stands in the catalogue for another file. */
const LOOKUP = 'translate';

/** How the name of a text function is used other than by calling it. */
function isMention(node: AnyNode, parent: AnyNode | undefined): boolean {
	if (node.type !== 'Identifier' || !Object.hasOwn(KEYWORDS, node.name)) return false;
	if (parent?.type === 'CallExpression') return parent.callee !== node;
	if (parent?.type === 'VariableDeclarator')
		return !(node.name === '_' && parent.id.type === 'Identifier' && parent.id.name === LOOKUP);
	if (parent?.type === 'FunctionDeclaration') return parent.id !== node;
	if (parent?.type === 'MemberExpression') return parent.computed && parent.property === node;
	return !(parent?.type === 'Property' && parent.key === node && parent.value !== node);
}

/** Texts of JavaScript or ucode. */
export function scanCode(file: string, text: string, program: Program = parse(text)): Scan {
	const scan: Scan = { messages: [], findings: [] };
	const starts = lineStarts(text);
	const lineOf = (node: AnyNode) => lineAndColumn(starts, node.start).line;
	const refuse = (node: AnyNode, rule: string, message: string) =>
		scan.findings.push({ file, line: lineOf(node), rule, message });

	walk(program, (node, ancestors) => {
		if (isMention(node, ancestors.at(-1)))
			refuse(node, 'text-literal', 'a text function is called by its name, else the scanner finds no text');
		if (node.type !== 'CallExpression') return;
		const name = readName(node);
		const keyword = Object.hasOwn(KEYWORDS, name) ? KEYWORDS[name] : undefined;
		if (!keyword) return;

		const read = (position: number | undefined, optional: boolean): string | null => {
			const argument = position === undefined ? undefined : node.arguments[position];
			if (!argument) return optional ? '' : null;
			const literal = argument.type === 'SpreadElement' ? null : readLiteral(argument);
			if (literal === null) return null;
			const wrong =
				collapse(literal) === ''
					? 'is empty'
					: literal !== collapse(literal)
						? 'has white space that looking it up would not find'
						: literal.length > MAX_LENGTH && `has more than ${MAX_LENGTH} characters`;
			if (wrong) refuse(argument, 'text-shape', `'${collapse(literal)}' ${wrong}`);
			return collapse(literal);
		};
		const id = read(keyword.id, false);
		const plural = read(keyword.plural, keyword.plural === undefined);
		const context = read(keyword.context, true);
		if (id === null || plural === null || context === null)
			refuse(node, 'text-literal', `${name}() takes texts as literals: the scanner reads them`);
		else if (id !== '')
			scan.messages.push({ context, id, plural, uses: [{ file, line: lineOf(node.arguments[keyword.id]!) }] });
	});
	return scan;
}

/** Titles and descriptions of a menu or an access list. */
export function scanJson(file: string, text: string): Scan {
	const starts = lineStarts(text);
	const messages = [...text.matchAll(/"(?:title|description)"\s*:\s*("(?:[^"\\]|\\.)*")/g)].map(
		({ 1: value, index }) => {
			const uses = [{ file, line: lineAndColumn(starts, index).line }];
			return { context: '', id: collapse(JSON.parse(value!)), plural: '', uses };
		}
	);
	return { messages: messages.filter(({ id }) => id !== ''), findings: [] };
}

function scanFile(root: string, file: string): Scan {
	const text = readFileSync(join(root, file), 'utf8');
	if (/\/(?:menu|acl)\.d\/[^/]+\.json$/.test(file)) return scanJson(file, text);
	if (!/\.(?:js|uc)$/.test(file)) return { messages: [], findings: [] };
	const program = parse(text);
	const scan = scanCode(file, text, program);
	if (file.endsWith('.js')) scan.findings.push(...checkVisible(file, text, program));
	return scan;
}

/** All texts of what is installed on a router: the compiled files under htdocs and root. */
export function scanProject(root: string): Scan {
	const scans = ['htdocs', 'root']
		.flatMap(folder =>
			readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
				.filter(entry => entry.isFile())
				.map(entry => join(entry.parentPath, entry.name).slice(root.length).replace(/^\//, ''))
		)
		.toSorted()
		.map(file => scanFile(root, file));
	return {
		messages: mergeMessages(scans.flatMap(({ messages }) => messages)),
		findings: scans.flatMap(({ findings }) => findings)
	};
}

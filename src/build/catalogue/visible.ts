import type { AnyNode, Program } from 'acorn';
import { lineAndColumn, lineStarts } from '../syntax/places';
import type { Finding } from '../finding';
import { walk } from '../syntax/walk';
import { readLiteral, readName } from './literal';

/** Attributes that people read or hear. */
const ATTRIBUTES = ['alt', 'title', 'placeholder', 'aria-label', 'aria-description', 'aria-valuetext', 'data-tooltip'];

/** Properties whose text people read. */
const PROPERTIES = ['textContent', 'innerText', 'innerHTML', 'title', 'placeholder', 'ariaLabel'];

/** What these elements hold is for machines, or the same in every language. */
const CODE = ['style', 'script', 'pre', 'code', 'kbd', 'samp'];

const UNITS = /(?<!\p{L})(?:dBm?|[kMG]?Hz|[kMG]bit\/s)(?!\p{L})/gu;

const hasWords = (text: string) => /\p{L}{2}/u.test(text.replace(/%[-'.\d ]*[a-zA-Z]/g, '').replace(UNITS, ''));

/** The beginning of a sentence, wherever it stands. */
const isSentence = (text: string) => /^\p{Lu}[\p{L}’'-]* \p{L}+/u.test(text);

const isTextCall = (node: AnyNode) => node.type === 'CallExpression' && ['_', 'N_'].includes(readName(node));

/** Strings that end up in a value as they are. What functions return is not looked into, but what is formatted. */
function stringsOf(node: AnyNode): [node: AnyNode, text: string][] {
	switch (node.type) {
		case 'Literal':
			return typeof node.value === 'string' ? [[node, node.value]] : [];
		case 'TemplateElement':
			return [[node, node.value.raw]];
		case 'TemplateLiteral':
			return [...node.quasis, ...node.expressions].flatMap(stringsOf);
		case 'ArrayExpression':
			return node.elements.flatMap(element => (element ? stringsOf(element) : []));
		case 'ConditionalExpression':
			return [node.consequent, node.alternate].flatMap(stringsOf);
		case 'LogicalExpression':
			return [node.left, node.right].flatMap(stringsOf);
		case 'BinaryExpression':
			return node.operator === '+' ? [node.left as AnyNode, node.right].flatMap(stringsOf) : [];
		case 'CallExpression':
			return node.callee.type === 'MemberExpression' && readName(node) === 'format'
				? stringsOf(node.callee.object)
				: [];
		default:
			return [];
	}
}

/** What an attribute or a child given to `E()` shows. */
function shownBy(argument: AnyNode): AnyNode[] {
	if (argument.type !== 'ObjectExpression') return [argument];
	return argument.properties.flatMap(property => {
		if (property.type !== 'Property' || property.computed) return [];
		return ATTRIBUTES.includes(readLiteral(property.key) ?? readName(property.key)) ? [property.value] : [];
	});
}

/** The values that a node puts before people's eyes. */
function valuesOf(node: AnyNode): AnyNode[] {
	if (node.type === 'AssignmentExpression')
		return node.left.type === 'MemberExpression' && PROPERTIES.includes(readName(node.left)) ? [node.right] : [];
	if (node.type !== 'CallExpression') return [];

	const [first, ...others] = node.arguments;
	const word = first ? (readLiteral(first) ?? '') : '';
	switch (readName(node)) {
		case 'E':
			return CODE.includes(word)
				? []
				: [...(first?.type === 'ArrayExpression' ? [first] : []), ...others.flatMap(shownBy)];
		case 'setAttribute':
			return ATTRIBUTES.includes(word) ? others : [];
		case 'showModal':
		case 'addNotification':
			return node.arguments.slice(0, 2);
		default:
			return [];
	}
}

/** Rule `untranslated`: texts for people that do not go through `_()`. */
export function checkVisible(file: string, text: string, program: Program): Finding[] {
	const starts = lineStarts(text);
	const found = new Map<number, string>();
	walk(program, (node, ancestors) => {
		for (const [{ start }, words] of valuesOf(node).flatMap(stringsOf))
			if (hasWords(words)) found.set(start, words);
		const words = node.type === 'Literal' ? readLiteral(node) : null;
		if (words !== null && isSentence(words) && !ancestors.some(isTextCall)) found.set(node.start, words);
	});
	return [...found].map(([start, words]) => ({
		file,
		line: lineAndColumn(starts, start).line,
		rule: 'untranslated',
		message: `'${words}' is for people: _('…')`
	}));
}

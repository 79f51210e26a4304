import { Edits } from '../syntax/edits';
import { parse, walk } from '../syntax/walk';

/** A style sheet, one rule a line. */
const STYLE_SHEET = /^\n(?:\S.* \{ .* \}\n)+$/;

/** Leaves out what a statement need not end with at the end of a block: ucode insists on it where something else ends there. */
function dropSemicolons(text: string): string {
	const edits = new Edits();
	walk(parse(text), node => {
		const last = node.type === 'BlockStatement' ? node.body.at(-1) : undefined;
		const may = last?.type === 'ExpressionStatement' || (last?.type === 'ReturnStatement' && last.argument);
		if (last && may && text[last.end - 1] === ';') edits.remove(last.end - 1, last.end);
	});
	return edits.apply(text).text;
}

/** Names once what is called the same inside and outside. */
function joinProperties(text: string): string {
	const edits = new Edits();
	walk(parse(text), node => {
		if (node.type !== 'Property' || node.shorthand || node.computed || node.method) return;
		const { key, value } = node;
		if (key.type !== 'Identifier' || value.type !== 'Identifier' || key.name !== value.name) return;
		edits.remove(key.start, value.start);
	});
	return edits.apply(text).text;
}

/** Leaves out the white space of style sheets that a browser does not need. */
export function squeezeStyles(text: string): string {
	const edits = new Edits();
	walk(parse(text), node => {
		if (node.type !== 'TemplateElement' || !STYLE_SHEET.test(node.value.raw)) return;
		const short = node.value.raw.replaceAll(/\s*([{},;>\n])\s*/g, '$1').replaceAll(/: |\n/g, sign => sign.trim());
		edits.replace(node.start, node.end, short);
	});
	return edits.apply(text).text;
}

/** What ends in a brace needs no line break behind it, of which jsmin is not sure. */
export function joinLines(text: string): string {
	const edits = new Edits();
	walk(parse(text), node => {
		if (node.type !== 'Program' && node.type !== 'BlockStatement') return;
		for (const { type, end } of node.body)
			if (/^(?:Function|If|For|While|Try|Switch)/.test(type) && text[end - 1] === '}' && text[end] === '\n')
				edits.remove(end, end + 1);
	});
	return edits.apply(text).text;
}

/** The same script without what it does without. */
export const squeeze = (text: string): string => squeezeStyles(joinProperties(dropSemicolons(text)));

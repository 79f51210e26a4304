/** What stands above a line of code in a source: comments, and whether a blank line sets it apart. */
export interface Lead {
	/** Line of the code, from 1. */
	line: number;
	comments: string[];
	/** A blank line stands above the comments, or above the code where there are none. */
	gap: boolean;
}

interface Found {
	start: number;
	end: number;
}

/** After these words a slash begins a regular expression. */
const BEFORE_REGEXP = /(?:^|[=(,[{};:!&|?+\-*%~^<>]|\b(?:return|case|typeof|in|of|delete|void|=>))$/;

/** The comments of a TypeScript source by position; strings, templates and regular expressions are stepped over. */
export function findComments(text: string): Found[] {
	const found: Found[] = [];
	/** For every open `${` the depth of braces inside it. */
	const templates: number[] = [];
	let at = 0;

	function skipQuoted(quote: string): void {
		for (at++; at < text.length && text[at] !== quote; at++) {
			if (text[at] === '\\') at++;
			else if (quote === '`' && text[at] === '$' && text[at + 1] === '{') {
				templates.push(0);
				at += 2;
				return;
			}
		}
		at++;
	}

	function skipRegexp(): void {
		let bracket = false;
		for (at++; at < text.length && (bracket || text[at] !== '/'); at++) {
			if (text[at] === '\\') at++;
			else if (text[at] === '[') bracket = true;
			else if (text[at] === ']') bracket = false;
			else if (text[at] === '\n') return;
		}
		at++;
	}

	let code = '';
	while (at < text.length) {
		const start = at;
		const character = text[at]!;
		const two = text.slice(at, at + 2);
		if (two === '//' || two === '/*') {
			const end = two === '//' ? text.indexOf('\n', at) : text.indexOf('*/', at + 2) + 2;
			at = end < start + 2 ? text.length : end;
			found.push({ start, end: at });
			continue;
		}
		if (character === "'" || character === '"' || character === '`') skipQuoted(character);
		else if (character === '/' && BEFORE_REGEXP.test(code)) skipRegexp();
		else if (character === '}' && templates.at(-1) === 0) {
			templates.pop();
			at--;
			at++;
			skipQuoted('`');
		} else {
			if (templates.length > 0 && character === '{') templates[templates.length - 1]!++;
			if (templates.length > 0 && character === '}') templates[templates.length - 1]!--;
			at++;
		}
		code = (code + text.slice(start, at).trim()).slice(-16);
	}
	return found;
}

/** A comment without the indentation that its place in the source gave it. */
function outdent(comment: string): string {
	return comment
		.split('\n')
		.map((line, index) => (index === 0 ? line : line.replace(/^\s+(?=\*)/, ' ').trimEnd()))
		.join('\n');
}

/** Tool directives are for the tools of the source. */
const DIRECTIVE = /^\/[/*]\s*(?:@ts-|oxlint-|eslint-|prettier-)/;

/**
 * What stands above each line of code of a source. A comment at the end of a line counts as standing above it;
 * one on top of the file, set apart from the code or followed by imports, is about the file and left out.
 */
export function findLeads(text: string): Lead[] {
	const lines = text.split('\n');
	const byLine = new Map<number, string[]>();
	const bare = text.split('');
	const line = (offset: number) => text.slice(0, offset).split('\n').length;

	for (const { start, end } of findComments(text)) {
		const first = line(start);
		byLine.set(first, [...(byLine.get(first) ?? []), text.slice(start, end)]);
		for (let at = start; at < end; at++) if (bare[at] !== '\n') bare[at] = ' ';
	}

	const code = bare.join('').split('\n');
	const leads: Lead[] = [];
	let comments: string[] = [];
	let gap = false;
	let seen = false;
	for (const [index, row] of lines.entries()) {
		for (const comment of byLine.get(index + 1) ?? [])
			if (!DIRECTIVE.test(comment)) comments.push(outdent(comment));
		if (row.trim() === '') {
			if (!seen && comments.length > 0) {
				comments = [];
				seen = true;
			}
			if (comments.length === 0) gap = true;
		} else if (code[index]!.trim() !== '') {
			if (!seen && /^import\b/.test(code[index]!)) comments = [];
			seen = true;
			if (comments.length > 0 || gap) leads.push({ line: index + 1, comments, gap });
			comments = [];
			gap = false;
		}
	}
	return leads;
}

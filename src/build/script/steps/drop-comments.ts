import type { Draft } from '../draft';
import { MODULE_LINE } from './module-lines';

/** Takes away what esbuild left of the comments: restore-comments puts back those that belong to the code. */
export function dropComments({ text, comments, edits }: Draft): void {
	const modules = [...text.matchAll(MODULE_LINE)].map(({ index }) => index);
	for (const { start, end } of comments) {
		if (modules.includes(start)) continue;
		const lineStart = text.lastIndexOf('\n', start) + 1;
		const alone = text.slice(lineStart, start).trim() === '' && text[end] === '\n';
		edits.remove(alone ? lineStart : start, alone ? end + 1 : end);
	}
}

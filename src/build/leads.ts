import { eachMapping } from '@jridgewell/trace-mapping';
import type { Program } from 'acorn';
import type { Bundle } from './bundle';
import { findLeads } from './comments';
import type { Edits } from './edits';
import { lineStarts } from './places';

/** esbuild's comment that names the module which begins there. */
export const MODULE_LINE = /^\/\/ (src\/\S+\.ts)\n/gm;

/** What may stand on a line before the token that the source map knows. */
const OPENING = /^\s*(?:(?:export|default|var|let|const|function|async)\s+)*$/;

/** For every source, where the code of its lines went: the leftmost token of the line. */
function anchors({ text, map }: Bundle): Map<string, Map<number, { column: number; offset: number }>> {
	const starts = lineStarts(text);
	const files = new Map<string, Map<number, { column: number; offset: number }>>();
	eachMapping(map, ({ source, originalLine, originalColumn, generatedLine, generatedColumn }) => {
		if (source === null) return;
		const lines = files.get(source) ?? new Map();
		files.set(source, lines);
		const known = lines.get(originalLine);
		if (known && known.column <= originalColumn) return;
		const offset = starts[generatedLine - 1]! + generatedColumn;
		lines.set(originalLine, { column: originalColumn, offset: offset + text.slice(offset).search(/\S|$/) });
	});
	return files;
}

/**
 * Puts the comments and blank lines of the sources back, which esbuild drops.
 * A comment whose code is gone (a type, a function nobody uses) goes with it.
 * @param documented  also the doc comments, which explain to whoever edits the sources
 */
export function restoreLeads(bundle: Bundle, program: Program, edits: Edits, documented: boolean): void {
	const { text } = bundle;
	const gone = program.body.filter(({ type }) => type === 'ImportDeclaration');
	const modules = new Map<string, number>();
	for (const { 1: path, index } of text.matchAll(MODULE_LINE))
		modules.set(path!, index + text.slice(index).indexOf('\n') + 1);

	for (const [path, lines] of anchors(bundle)) {
		const { header, leads } = findLeads(bundle.sources.get(path)!);
		if (documented && header !== null && modules.has(path)) edits.insert(modules.get(path)!, `${header}\n\n`);
		for (const { line, comments, gap } of leads) {
			const anchor = lines.get(line);
			if (!anchor || gone.some(({ start, end }) => start <= anchor.offset && anchor.offset < end)) continue;
			const lineStart = text.lastIndexOf('\n', anchor.offset - 1) + 1;
			const alone = OPENING.test(text.slice(lineStart, anchor.offset));
			const kept = comments.filter(comment => documented || !comment.startsWith('/**'));
			const lead = kept.map(comment => `${comment}\n`).join('');
			if (alone) edits.insert(lineStart, `${gap ? '\n' : ''}${lead}`);
			else if (lead) edits.insert(anchor.offset, `\n${lead}`);
		}
	}
}

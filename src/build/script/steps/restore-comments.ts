import { eachMapping } from '@jridgewell/trace-mapping';
import { findLeads } from '../../syntax/comments';
import { lineStarts } from '../../syntax/places';
import type { Bundle } from '../bundle';
import type { Draft } from '../draft';

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
 * Puts the comments and blank lines of the sources back, which esbuild drops; the doc comments stay behind:
 * they are for whoever edits the sources, and a router's flash is scarce.
 * A comment whose code is gone (a type, a function nobody uses) goes with it.
 */
export function restoreComments({ bundle, text, program, edits }: Draft): void {
	const gone = program.body.filter(({ type }) => type === 'ImportDeclaration');

	for (const [path, lines] of anchors(bundle)) {
		for (const { line, comments, gap } of findLeads(bundle.sources.get(path)!)) {
			const anchor = lines.get(line);
			if (!anchor || gone.some(({ start, end }) => start <= anchor.offset && anchor.offset < end)) continue;
			const lineStart = text.lastIndexOf('\n', anchor.offset - 1) + 1;
			const alone = OPENING.test(text.slice(lineStart, anchor.offset));
			const kept = comments.filter(comment => !comment.startsWith('/**'));
			const lead = kept.map(comment => `${comment}\n`).join('');
			if (alone) edits.insert(lineStart, `${gap ? '\n' : ''}${lead}`);
			else if (lead) edits.insert(anchor.offset, `\n${lead}`);
		}
	}
}

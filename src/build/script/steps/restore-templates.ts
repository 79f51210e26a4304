import { walk } from '../../syntax/walk';
import type { Draft } from '../draft';

/** Line ends inside templates as they were written: esbuild makes real ones of `\\n`. */
export function restoreTemplates({ program, edits, locate, text, bundle }: Draft): void {
	walk(program, node => {
		if (node.type !== 'TemplateLiteral' || !node.quasis.some(({ value }) => value.raw.includes('\n'))) return;
		const { file, line, column } = locate(node.start);
		const source = (bundle.sources.get(file)?.split('\n')[line - 1] ?? '').slice(column);
		// a template that ends on its line holds no line end of its own
		if (!/^`(?:[^`\\]|\\.)*`/.test(source)) return;
		for (const { start, end } of node.quasis)
			edits.replace(start, end, text.slice(start, end).replaceAll('\n', '\\n').replaceAll('\t', '\\t'));
	});
}

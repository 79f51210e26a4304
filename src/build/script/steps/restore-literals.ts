import { walk } from '../../syntax/walk';
import type { Draft } from '../draft';

/** Numbers and `undefined` as they were written: esbuild has forms of its own (384, 1e3, `void 0`). */
export function restoreLiterals({ program, edits, locate, bundle }: Draft): void {
	walk(program, node => {
		let value: number | undefined;
		if (node.type === 'Literal' && typeof node.value === 'number') value = node.value;
		else if (node.type !== 'UnaryExpression' || node.operator !== 'void') return;
		const { file, line, column } = locate(node.start);
		const source = (bundle.sources.get(file)?.split('\n')[line - 1] ?? '').slice(column);
		const written = /^(?:undefined|0[xob][\da-f]+|\d[\d_]*)\b(?!\.)/i.exec(source)?.[0].replaceAll('_', '');
		const same = value === undefined ? written === 'undefined' : Number(written) === value;
		if (written && same) edits.replace(node.start, node.end, written);
	});
}

import type { Draft } from '../../script/draft';
import { walk } from '../../syntax/walk';

/** ucode's for-in gives the values of an array, as for-of does in JavaScript. */
export function forOfToForIn({ program, text, edits }: Draft): void {
	walk(program, node => {
		if (node.type !== 'ForOfStatement' || node.await || node.left.type !== 'VariableDeclaration') return;
		const name = node.left.declarations[0]!.id;
		if (name.type !== 'Identifier') return;
		edits.replace(node.left.start, name.start, 'let ');
		const of = name.end + text.slice(name.end).search(/\bof\b/);
		edits.replace(of, of + 'of'.length, 'in');
	});
}

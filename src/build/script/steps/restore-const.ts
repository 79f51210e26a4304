import type { Draft } from '../draft';
import { findDefaultExpression } from './export-to-return';

/** `var` of a joined module back to `const` or `let`. */
export function restoreConst(draft: Draft): void {
	const { program, names, edits } = draft;
	const returned = findDefaultExpression(draft);
	for (const node of program.body) {
		if (node.type !== 'VariableDeclaration' || node.kind !== 'var' || node === returned) continue;
		const constant = node.declarations.every(
			({ id, init }) =>
				init &&
				id.type === 'Identifier' &&
				!names.top.variables.get(id.name)!.references.some(reference => reference.write)
		);
		edits.replace(node.start, node.start + 'var'.length, constant ? 'const' : 'let');
	}
}

import type { Draft } from '../draft';

/** The imports stand on top of the file in the form that its reader understands: here they go. */
export function dropImports({ program, edits }: Draft): void {
	for (const node of program.body) if (node.type === 'ImportDeclaration') edits.remove(node.start, node.end);
}

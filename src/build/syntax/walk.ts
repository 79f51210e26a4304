import { parse as acornParse } from 'acorn';
import type { AnyNode, Comment, Program } from 'acorn';

/** Reads JavaScript as the build emits it: imports and a `return` at top level included. */
export function parse(text: string, onComment?: Comment[]): Program {
	return acornParse(text, {
		ecmaVersion: 'latest',
		sourceType: 'module',
		allowReturnOutsideFunction: true,
		...(onComment ? { onComment } : {})
	});
}

/** The nodes directly below a node, in the order of the text. */
export function children(node: AnyNode): AnyNode[] {
	const found: AnyNode[] = [];
	for (const value of Object.values(node)) {
		for (const item of Array.isArray(value) ? value : [value])
			if (item !== null && typeof item === 'object' && typeof item.type === 'string') found.push(item as AnyNode);
	}
	return found.toSorted((a, b) => a.start - b.start);
}

/** Visits a node and everything below it, with the way from the root. */
export function walk(node: AnyNode, visit: (node: AnyNode, ancestors: AnyNode[]) => void, above: AnyNode[] = []): void {
	visit(node, above);
	const way = [...above, node];
	for (const child of children(node)) walk(child, visit, way);
}

/** Whether a node is one of the loops that may declare a variable of their own. */
export function isLoop({ type }: AnyNode): boolean {
	return type === 'ForStatement' || type === 'ForInStatement' || type === 'ForOfStatement';
}

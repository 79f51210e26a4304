/** Whether `this` stands in an arrow function. */
export function hasArrowThis(node: unknown): boolean {
	return anyNode(node, inner => inner.type === 'ArrowFunctionExpression' && hasOwnThis(inner));
}

/** Whether `this` stands in the node and not in a function inside it that has one of its own. */
export function hasOwnThis(node: unknown): boolean {
	const ownFunction = (type: unknown) => type === 'FunctionExpression' || type === 'FunctionDeclaration';
	return anyNode(
		node,
		inner => inner.type === 'ThisExpression',
		inner => !ownFunction(inner.type)
	);
}

type Test = (node: { type?: unknown }) => boolean;

function anyNode(node: unknown, test: Test, enter: Test = () => true): boolean {
	if (typeof node !== 'object' || node === null || !enter(node)) return false;
	return test(node) || Object.values(node).some(child => anyNode(child, test, enter));
}

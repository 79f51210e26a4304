import type { AnyNode } from 'acorn';

/** A text that is written out: a string, a template that takes nothing in, or such joined by `+`; else null. */
export function readLiteral(node: AnyNode): string | null {
	if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
	if (node.type === 'TemplateLiteral') return node.expressions.length > 0 ? null : node.quasis[0]!.value.cooked!;
	if (node.type !== 'BinaryExpression' || node.operator !== '+') return null;
	const left = readLiteral(node.left as AnyNode);
	const right = readLiteral(node.right);
	return left === null || right === null ? null : left + right;
}

/** What is called, or the property that is named: `f` of `f()`, `x.f()` and `x.f`; else ''. */
export function readName(node: AnyNode): string {
	if (node.type === 'CallExpression') return readName(node.callee);
	if (node.type === 'Identifier') return node.name;
	return node.type === 'MemberExpression' && !node.computed ? readName(node.property) : '';
}

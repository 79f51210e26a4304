import type { AnyNode } from 'acorn';
import type { Rule } from './rule';

/** Which arguments of LuCI's text functions the scanner for translations reads. */
const TEXT_ARGUMENTS: Record<string, number[]> = { _: [0, 1], N_: [1, 2, 3] };

function isLiteral(node: AnyNode): boolean {
	if (node.type === 'BinaryExpression' && node.operator === '+')
		return isLiteral(node.left as AnyNode) && isLiteral(node.right);
	return node.type === 'Literal' && typeof node.value === 'string';
}

/** What is not written out can't be found by the scanner, and would stay untranslated. */
export const textLiteral: Rule = {
	name: 'text-literal',
	broken: ['const f = text => _(text); // here', 'const f = text => _(`${text}`); // here'],
	visit: {
		CallExpression(node, refuse) {
			const { callee } = node;
			if (callee.type !== 'Identifier') return;
			const read = (TEXT_ARGUMENTS[callee.name] ?? []).map(position => node.arguments[position]);
			if (read.some(argument => argument && !isLiteral(argument)))
				refuse(node, `${callee.name}() takes texts as literals: the scanner for translations reads them`);
		}
	}
};

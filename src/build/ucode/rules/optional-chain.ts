import type { AnyNode } from 'acorn';
import type { Rule } from '../../script/rule';

/** Whether this part of a chain may have ended it. */
function isOptional(node: AnyNode): boolean {
	if (node.type === 'MemberExpression') return node.optional || isOptional(node.object);
	return node.type === 'CallExpression' && (node.optional || isOptional(node.callee));
}

/** In JavaScript all that follows is skipped where a?.b ends a chain, in older ucode only the next step. */
export const optionalChain: Rule = {
	name: 'optional-chain',
	broken: ['const f = timer => timer?.cancel(); // here', 'const f = reply => reply.data?.values.username; // here'],
	visit: {
		CallExpression(node, refuse) {
			if (!node.optional && isOptional(node.callee))
				refuse(node, 'before July 2025 ucode calls what a?.b did not find: a?.b?.()');
		},
		MemberExpression(node, refuse) {
			if (!node.optional && isOptional(node.object))
				refuse(node, 'before July 2025 ucode reads on where a?.b ended: a?.b?.c');
		}
	}
};

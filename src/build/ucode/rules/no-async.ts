import type { AnyNode } from 'acorn';
import type { Refuse, Rule } from '../../script/rule';

const MESSAGE = 'ucode has no promises';

function refuseAsync(node: AnyNode, refuse: Refuse): void {
	if ('async' in node && node.async) refuse(node, MESSAGE);
}

export const noAsync: Rule = {
	name: 'no-async',
	broken: ['const f = async () => 1; // here'],
	visit: {
		FunctionDeclaration: refuseAsync,
		FunctionExpression: refuseAsync,
		ArrowFunctionExpression: refuseAsync,
		AwaitExpression: (node, refuse) => refuse(node, MESSAGE)
	}
};

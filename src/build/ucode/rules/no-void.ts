import type { Rule } from '../../script/rule';

export const noVoid: Rule = {
	name: 'no-void',
	broken: ['const f = g => void g(); // here'],
	visit: {
		UnaryExpression(node, refuse) {
			if (node.operator === 'void') refuse(node, 'ucode has no void');
		}
	}
};

import type { Rule } from '../../script/rule';

export const noInstanceof: Rule = {
	name: 'no-instanceof',
	broken: ['const f = (o, T) => o instanceof T; // here'],
	visit: {
		BinaryExpression(node, refuse) {
			if (node.operator === 'instanceof') refuse(node, 'ucode has no instanceof');
		}
	}
};

import type { Rule } from '../../script/rule';

export const noTypeof: Rule = {
	name: 'no-typeof',
	broken: ['const f = x => typeof x; // here'],
	visit: {
		UnaryExpression(node, refuse) {
			if (node.operator === 'typeof') refuse(node, 'ucode has no typeof: type(x)');
		}
	}
};

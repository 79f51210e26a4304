import type { Rule } from '../../script/rule';

export const noLooseEquality: Rule = {
	name: 'no-loose-equality',
	broken: ['const f = a => a == 1; // here'],
	visit: {
		BinaryExpression(node, refuse) {
			if (node.operator === '==') refuse(node, '== converts, and differently in both languages: ===');
			if (node.operator === '!=') refuse(node, '!= converts, and differently in both languages: !==');
		}
	}
};

import type { Rule } from '../../script/rule';

export const noInOperator: Rule = {
	name: 'no-in-operator',
	broken: ["const f = o => 'a' in o; // here"],
	visit: {
		BinaryExpression(node, refuse) {
			if (node.operator === 'in') refuse(node, 'in looks for values of an array in ucode: exists(object, key)');
		}
	}
};

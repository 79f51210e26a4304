import type { Rule } from '../../script/rule';

/** What ucode divides, it divides as integers. */
export const noDivision: Rule = {
	name: 'no-division',
	broken: ['const f = a => int(a / 2) + a / 2; // here'],
	visit: {
		BinaryExpression(node, refuse, { ancestors }) {
			const parent = ancestors.at(-1);
			const rounded =
				parent?.type === 'CallExpression' &&
				parent.arguments.length === 1 &&
				parent.callee.type === 'Identifier' &&
				parent.callee.name === 'int';
			if (node.operator === '/' && !rounded)
				refuse(node, '7 / 2 is 3 in ucode and 3.5 in JavaScript: int(7 / 2)');
		},
		AssignmentExpression(node, refuse) {
			if (node.operator === '/=') refuse(node, '7 / 2 is 3 in ucode and 3.5 in JavaScript: x = int(x / 2)');
		}
	}
};

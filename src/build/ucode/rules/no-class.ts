import type { Rule } from '../../script/rule';

export const noClass: Rule = {
	name: 'no-class',
	broken: [
		`class A {} // here
const f = () => A;`
	],
	visit: {
		ClassDeclaration: (node, refuse) => refuse(node, 'ucode has no classes'),
		ClassExpression: (node, refuse) => refuse(node, 'ucode has no classes')
	}
};

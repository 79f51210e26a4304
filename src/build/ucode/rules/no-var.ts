import type { Rule } from '../../script/rule';

export const noVar: Rule = {
	name: 'no-var',
	broken: [
		`const f = () => {
	var a = 1; // here
	return a;
};`
	],
	visit: {
		VariableDeclaration(node, refuse) {
			if (node.kind === 'var') refuse(node, 'ucode has no var: let or const');
		}
	}
};

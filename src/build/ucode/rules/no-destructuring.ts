import type { Rule } from '../../script/rule';

export const noDestructuring: Rule = {
	name: 'no-destructuring',
	broken: [
		`const f = o => {
	const { a } = o; // here
	return a;
};`
	],
	visit: {
		ObjectPattern: (node, refuse) => refuse(node, 'ucode has no destructuring'),
		ArrayPattern: (node, refuse) => refuse(node, 'ucode has no destructuring')
	}
};

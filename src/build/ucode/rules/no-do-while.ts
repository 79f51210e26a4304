import type { Rule } from '../../script/rule';

export const noDoWhile: Rule = {
	name: 'no-do-while',
	broken: [
		`const f = () => {
	let i = 0;
	do { // here
		i++;
	} while (i < 2);
};`
	],
	visit: {
		DoWhileStatement: (node, refuse) => refuse(node, 'ucode has no do-while')
	}
};

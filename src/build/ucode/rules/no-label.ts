import type { Rule } from '../../script/rule';

export const noLabel: Rule = {
	name: 'no-label',
	broken: [
		`const f = () => {
	outer: for (;;) break outer; // here
};`
	],
	visit: {
		LabeledStatement: (node, refuse) => refuse(node, 'ucode has no labels')
	}
};

import type { Rule } from '../../script/rule';

export const noThrow: Rule = {
	name: 'no-throw',
	broken: [
		`const f = () => {
	throw 'x'; // here
};`
	],
	visit: {
		ThrowStatement: (node, refuse) => refuse(node, 'ucode has no throw: die(message)')
	}
};

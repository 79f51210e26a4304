import type { Rule } from '../../script/rule';

export const noForOf: Rule = {
	name: 'no-for-of',
	broken: [
		`const f = list => {
	let last = '';
	for (last of list); // here
	return last;
};`
	],
	visit: {
		ForOfStatement: (node, refuse) => refuse(node, 'only for (const name of …) has a counterpart in ucode')
	}
};

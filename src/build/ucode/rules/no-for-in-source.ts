import type { Rule } from '../../script/rule';

/** Looked for in the sources: in what is emitted, for-in is what for-of has become. */
export const noForInSource: Rule = {
	name: 'no-for-in-source',
	broken: [
		`const f = o => {
	for (const key in o) die(key); // here
};`
	],
	visit: {
		ForInStatement: (node, refuse) =>
			refuse(node, 'for-in gives keys in JavaScript, values in ucode: for (const key of keys(x))')
	}
};

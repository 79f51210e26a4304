import type { Rule } from '../../script/rule';

export const noDefaultParameter: Rule = {
	name: 'no-default-parameter',
	broken: ['const f = (a, b = 2) => [a, b]; // here'],
	visit: {
		AssignmentPattern: (node, refuse) => refuse(node, 'ucode has no default values: x ??= … in the body')
	}
};

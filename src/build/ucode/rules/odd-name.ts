import type { Rule } from '../../script/rule';

export const oddName: Rule = {
	name: 'odd-name',
	broken: ['const f = $a => $a; // here'],
	visit: {
		Identifier(node, refuse) {
			if (/[^\w]/.test(node.name)) refuse(node, 'names of ucode have ASCII letters, digits and _ only');
		}
	}
};

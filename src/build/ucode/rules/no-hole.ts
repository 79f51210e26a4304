import type { Rule } from '../../script/rule';

export const noHole: Rule = {
	name: 'no-hole',
	broken: ['const f = () => [, 1]; // here'],
	visit: {
		ArrayExpression(node, refuse) {
			if (node.elements.includes(null)) refuse(node, 'ucode has no holes in arrays: null');
		}
	}
};

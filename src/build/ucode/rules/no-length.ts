import type { Rule } from '../../script/rule';

export const noLength: Rule = {
	name: 'no-length',
	broken: ['const f = a => a.length; // here'],
	visit: {
		MemberExpression(node, refuse) {
			if (!node.computed && node.property.type === 'Identifier' && node.property.name === 'length')
				refuse(node, 'values have no members in ucode: length(x)');
		}
	}
};

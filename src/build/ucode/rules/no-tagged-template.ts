import type { Rule } from '../../script/rule';

export const noTaggedTemplate: Rule = {
	name: 'no-tagged-template',
	broken: ['const f = tag => tag`x`; // here'],
	visit: {
		TaggedTemplateExpression: (node, refuse) => refuse(node, 'ucode has no tagged templates')
	}
};

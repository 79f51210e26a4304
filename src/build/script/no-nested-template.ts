import type { Rule } from './rule';

export const noNestedTemplate: Rule = {
	name: 'no-nested-template',
	broken: ['const f = a => `${`${a}`}`; // here'],
	visit: {
		TemplateLiteral(node, refuse, { ancestors }) {
			if (ancestors.some(({ type }) => type === 'TemplateLiteral'))
				refuse(node, 'jsmin takes a template inside a template for code');
		}
	}
};

import type { Rule } from '../../script/rule';

export const noDynamicImport: Rule = {
	name: 'no-dynamic-import',
	broken: ["const f = () => import('fs'); // here"],
	visit: {
		ImportExpression: (node, refuse) => refuse(node, 'ucode has no dynamic import')
	}
};

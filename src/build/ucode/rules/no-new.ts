import type { Rule } from '../../script/rule';

export const noNew: Rule = {
	name: 'no-new',
	broken: ['const f = T => new T(); // here'],
	visit: {
		NewExpression: (node, refuse) => refuse(node, 'ucode has no constructors'),
		MetaProperty: (node, refuse) => refuse(node, 'ucode has no constructors and no import.meta')
	}
};

import type { Rule } from '../../script/rule';

export const noNumberKey: Rule = {
	name: 'no-number-key',
	broken: ['const f = () => ({ 2: 3 }); // here'],
	visit: {
		Property(node, refuse) {
			if (!node.computed && node.key.type === 'Literal' && typeof node.key.value !== 'string')
				refuse(node, 'keys of ucode are strings: quote it');
		}
	}
};

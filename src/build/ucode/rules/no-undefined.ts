import type { Rule } from '../../script/rule';

export const noUndefined: Rule = {
	name: 'no-undefined',
	broken: ['const f = () => undefined; // here'],
	reference({ identifier, variable }, refuse) {
		if (!variable && identifier.name === 'undefined') refuse(identifier, 'ucode has no undefined: null');
	}
};

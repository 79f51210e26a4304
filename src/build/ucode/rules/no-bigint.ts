import type { Rule } from '../../script/rule';

export const noBigint: Rule = {
	name: 'no-bigint',
	broken: ['const f = () => 10n; // here'],
	visit: {
		Literal(node, refuse) {
			if ('bigint' in node && node.bigint) refuse(node, 'ucode has no BigInt');
		}
	}
};

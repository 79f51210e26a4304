import type { Rule } from '../../script/rule';

export const noDoubleLiteral: Rule = {
	name: 'no-double-literal',
	broken: ['const f = () => 1.5; // here'],
	visit: {
		Literal(node, refuse, { text }) {
			const raw = text.slice(node.start, node.end);
			if (typeof node.value === 'number' && /^[\d_]*\.|^[\d_.]+e/i.test(raw))
				refuse(node, 'doubles lose digits in ucode');
		}
	}
};

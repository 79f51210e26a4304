import type { Rule } from '../../script/rule';

export const noNumericSeparator: Rule = {
	name: 'no-numeric-separator',
	broken: ['let a = 1_000; // here'],
	emittedOnly: true,
	visit: {
		Literal(node, refuse, { text }) {
			const number = typeof node.value === 'number' && text.slice(node.start, node.end);
			if (number && number.includes('_')) refuse(node, 'ucode has no digit separators');
		}
	}
};

import type { Rule } from '../../script/rule';

export const noCodePointEscape: Rule = {
	name: 'no-code-point-escape',
	broken: ["let a = '\\u{e4}'; // here"],
	emittedOnly: true,
	visit: {
		Literal(node, refuse, { text }) {
			if (typeof node.value === 'string' && /\\u\{/.test(text.slice(node.start, node.end)))
				refuse(node, 'ucode has no \\u{…}');
		}
	}
};

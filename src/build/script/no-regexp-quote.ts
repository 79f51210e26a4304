import type { Rule } from './rule';

export const noRegexpQuote: Rule = {
	name: 'no-regexp-quote',
	broken: ["const f = a => a.replace(/['\"]/, ''); // here"],
	visit: {
		Literal(node, refuse, { text }) {
			if ('regex' in node && node.regex && /['"`]/.test(text.slice(node.start, node.end)))
				refuse(node, 'jsmin takes a quote in a regular expression for a string');
		}
	}
};

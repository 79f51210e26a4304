import type { Rule } from '../../script/rule';
import { visitRegexps } from '../regexp';

export const regexpLazy: Rule = {
	name: 'regexp-lazy',
	broken: ['const f = text => match(text, /a+?b/); // here'],
	visit: visitRegexps(parts =>
		parts.some(({ text, next, bracket }) => !bracket && /^[*+?}]$/.test(text) && /[?+*]/.test(next))
			? 'POSIX has no lazy or possessive repetition'
			: null
	)
};

import type { Rule } from '../../script/rule';
import { visitRegexps } from '../regexp';

export const regexpGroup: Rule = {
	name: 'regexp-group',
	broken: ['const f = text => match(text, /(?:a)b/); // here'],
	visit: visitRegexps(parts =>
		parts.some(({ text, next, bracket }) => !bracket && text === '(' && next === '?')
			? '(? is not in POSIX: no lookaround, no named and no non-capturing groups'
			: null
	)
};

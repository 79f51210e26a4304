import type { Rule } from '../../script/rule';
import { visitRegexps } from '../regexp';

export const regexpBracketEscape: Rule = {
	name: 'regexp-bracket-escape',
	broken: ['const f = text => match(text, /[\\w-]/); // here'],
	visit: visitRegexps(parts =>
		parts.some(({ text, bracket }) => bracket && /^\\[a-z\-\]^]/i.test(text) && !/^\\[tnrfxu]/.test(text))
			? 'a backslash inside brackets is no escape: order the characters instead'
			: null
	)
};

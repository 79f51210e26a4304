import type { Rule } from '../../script/rule';
import { visitRegexps } from '../regexp';

export const regexpEscape: Rule = {
	name: 'regexp-escape',
	broken: ['const f = text => match(text, /\\ba/); // here'],
	visit: visitRegexps(parts => {
		const found = parts.find(({ text, bracket }) => !bracket && /^\\[bBkpP1-9]/.test(text));
		return found ? `${found.text} is not in POSIX` : null;
	})
};

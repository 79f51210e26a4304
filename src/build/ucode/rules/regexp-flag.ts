import type { Rule } from '../../script/rule';
import { visitRegexps } from '../regexp';

export const regexpFlag: Rule = {
	name: 'regexp-flag',
	broken: ['const f = text => match(text, /a/u); // here'],
	visit: visitRegexps((_parts, flags) =>
		/[^gis]/.test(flags) ? `ucode knows the flags g, i and s, not '${flags}'` : null
	)
};

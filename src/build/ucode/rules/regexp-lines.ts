import type { Rule } from '../../script/rule';
import { visitRegexps } from '../regexp';

export const regexpLines: Rule = {
	name: 'regexp-lines',
	broken: [
		'const f = text => match(text, /^a$/); // here',
		'const f = text => match(text, /a[^b]/); // here',
		'const f = text => match(text, /a.b/s); // here'
	],
	visit: visitRegexps((parts, flags) =>
		flags.includes('s') || parts.some(({ text, bracket }) => !bracket && /^(?:\^|\$|\[\^|\\[WD])$/.test(text))
			? 'whether ^, $ and negated classes mean lines, with or without s, differs by release: match(text, …)?.[0] === text'
			: null
	)
};

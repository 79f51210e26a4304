/** Rules about regular expressions. */
export const REGEXP_RULES = [
	'regexp-bracket-escape',
	'regexp-escape',
	'regexp-flag',
	'regexp-group',
	'regexp-lazy',
	'regexp-lines'
] as const;

export type RegexpRule = (typeof REGEXP_RULES)[number];

/** What ucode (the C library's extended regular expressions) can't do, or does in another way than JavaScript. */
export function checkRegexp(pattern: string, flags: string): { rule: RegexpRule; message: string }[] {
	const found: { rule: RegexpRule; message: string }[] = [];
	const refuse = (rule: RegexpRule, message: string) => {
		if (!found.some(other => other.rule === rule)) found.push({ rule, message });
	};

	if (/[^gis]/.test(flags)) refuse('regexp-flag', `ucode knows the flags g, i and s, not '${flags}'`);

	let bracket = false;
	let lines = flags.includes('s');
	for (let at = 0; at < pattern.length; at++) {
		const character = pattern[at]!;
		const next = pattern[at + 1] ?? '';
		if (bracket) {
			if (character === '\\' && /[a-z\-\]^]/i.test(next) && !/[tnrfxu]/.test(next))
				refuse(
					'regexp-bracket-escape',
					'a backslash inside brackets is no escape: order the characters instead'
				);
			if (character === '\\') at++;
			else if (character === '[' && next === ':') at = Math.max(at, pattern.indexOf(':]', at) + 1);
			else if (character === ']') bracket = false;
			continue;
		}
		if (character === '[') {
			bracket = true;
			if (next === '^') {
				lines = true;
				at++;
			}
		} else if (character === '\\') {
			at++;
			if (/[WD]/.test(next)) lines = true;
			else if (/[bBkpP1-9]/.test(next)) refuse('regexp-escape', `\\${next} is not in POSIX`);
		} else if (character === '(' && next === '?')
			refuse('regexp-group', '(? is not in POSIX: no lookaround, no named and no non-capturing groups');
		else if (/[*+?}]/.test(character) && /[?+*]/.test(next))
			refuse('regexp-lazy', 'POSIX has no lazy or possessive repetition');
		else if (character === '^' || character === '$') lines = true;
	}
	if (lines)
		refuse(
			'regexp-lines',
			'whether ^, $ and negated classes mean lines, with or without s, differs by release: match(text, …)?.[0] === text'
		);
	return found;
}

import type { Visitors } from '../script/rule';

/** One piece of a regular expression's pattern. */
export interface Part {
	/** A character, or an escape with its backslash; `[^` for a bracket that negates. */
	text: string;
	/** The character behind it. */
	next: string;
	/** Inside brackets. */
	bracket: boolean;
}

/** The pieces of a pattern; classes like `[:alpha:]` inside brackets are stepped over. */
function partsOf(pattern: string): Part[] {
	const parts: Part[] = [];
	let bracket = false;
	for (let at = 0; at < pattern.length; at++) {
		const class_ = bracket && pattern.startsWith('[:', at) ? pattern.indexOf(':]', at) + 1 : 0;
		if (class_ > at) {
			at = class_;
			continue;
		}
		const pair = pattern[at] === '\\' || (!bracket && pattern.startsWith('[^', at));
		const text = pattern.slice(at, at + (pair ? 2 : 1));
		at += text.length - 1;
		parts.push({ text, next: pattern[at + 1] ?? '', bracket });
		if (bracket ? text === ']' : text.startsWith('[')) bracket = !bracket;
	}
	return parts;
}

/**
 * Looks at every regular expression, which ucode hands to the C library: extended ones, by POSIX.
 * `check` answers why it is refused, or null.
 */
export function visitRegexps(check: (parts: Part[], flags: string) => string | null): Visitors {
	return {
		Literal(node, refuse) {
			if (!('regex' in node) || !node.regex) return;
			const message = check(partsOf(node.regex.pattern), node.regex.flags);
			if (message !== null) refuse(node, message);
		}
	};
}

/*
 * LuCI's buildroot runs every script under htdocs/ through jsmin (JsMin in luci.mk), which takes away comments and white
 * space and knows nothing else of JavaScript. This does the same to the byte, so that the packages made here and those
 * made by the SDK hold the same view; and it serves for ucode as well (compact.ts).
 */

/** Characters of names and numbers: white space between two of them must stay. */
const isWord = (char: string) => /[\w$\\]/.test(char) || char > '~';

/** What may end a statement before a line break, and what may begin one after it. */
const endsLine = (char: string) => isWord(char) || '}])+-"\'`'.includes(char);
const beginsLine = (char: string) => isWord(char) || '{[(+-!~'.includes(char);

/** After one of these a slash begins a regular expression. */
const BEFORE_REGEXP = '(,=:[!&|?+-~*/{};';

/** `+ +a` must not become `++a`. */
const OPERATORS = '+-*/';

class Reader {
	#text: string;
	#at = 0;

	constructor(text: string) {
		this.#text = text
			.replace(/^\uFEFF/, '')
			.replaceAll('\r', '\n')
			.replaceAll(/[^\n -\uFFFF]/g, ' ');
	}

	get done(): boolean {
		return this.#at >= this.#text.length;
	}

	/** The next character; a comment reads as white space. */
	next(): string {
		const rest = this.#text.slice(this.#at, this.#at + 2);
		if (rest !== '//' && rest !== '/*') return this.#text.charAt(this.#at++);
		const end = this.#text.indexOf(rest === '//' ? '\n' : '*/', this.#at + 2);
		if (end < 0 && rest === '/*') throw new Error('comment without an end');
		this.#at = end < 0 ? this.#text.length : end + rest.length - (rest === '//' ? 1 : 0);
		return rest === '//' ? '\n' : ' ';
	}

	/** The rest of a literal up to and with `end`. */
	literal(end: string): string {
		const from = this.#at;
		for (let inSet = false; this.#at < this.#text.length; this.#at++) {
			const char = this.#text.charAt(this.#at);
			if (char === '\\') this.#at++;
			else if (end === '/' && char === '[') inSet = true;
			else if (inSet && char === ']') inSet = false;
			else if (!inSet && char === end) return this.#text.slice(from, ++this.#at);
		}
		throw new Error(`literal without its ${end}: ${this.#text.slice(from, from + 40)}`);
	}
}

/** What stays of the white space `gap` between two characters. */
function keepGap(gap: string, before: string, after: string): string {
	if (gap === '') return '';
	if (gap.includes('\n')) {
		if (endsLine(before) && beginsLine(after)) return '\n';
	} else if (isWord(before) && isWord(after)) return ' ';
	return OPERATORS.includes(before) && OPERATORS.includes(after) ? gap.at(-1)! : '';
}

/** Takes comments and needless white space out of a script. */
export function minify(script: string): string {
	const reader = new Reader(script);
	let output = '';
	let before = ')';
	let gap = '\n';
	while (!reader.done) {
		const char = reader.next();
		if (char === ' ' || char === '\n') {
			gap += char;
			continue;
		}
		const lineEnded = gap.includes('\n') && endsLine(before);
		const isRegexp = char === '/' && BEFORE_REGEXP.includes(before) && !lineEnded;
		output += keepGap(gap, before, char) + char;
		if (isRegexp) output += reader.literal('/');
		else if ('\'"`'.includes(char)) output += reader.literal(char);
		before = char;
		gap = '';
	}
	return output;
}

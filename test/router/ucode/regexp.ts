import { fromBinary, toBinary } from './bytes';
import { UcodeError, UnsupportedError } from './errors';

/** A regular expression of ucode: extended POSIX syntax, bytes, and the longest match of alternatives. */
export class Regexp {
	readonly #expression: RegExp;
	/** The same with alternatives the other way round: where both differ, the order decided, and POSIX knows none. */
	readonly #reversed: RegExp | null;
	readonly #source: string;
	readonly #flags: string;

	constructor(source: string, flags: string) {
		this.#source = source;
		this.#flags = flags;
		const dotAll = flags.includes('s');
		// without REG_NEWLINE an anchor is one of the text, with it (no flag s) also one of the line
		const options = `g${flags.includes('i') ? 'i' : ''}${dotAll ? '' : 'm'}`;
		const binary = toBinary(source);
		this.#expression = new RegExp(new Translation(binary, dotAll, false).whole(), options);
		this.#reversed = binary.includes('|')
			? new RegExp(new Translation(binary, dotAll, true).whole(), options)
			: null;
	}

	get global(): boolean {
		return this.#flags.includes('g');
	}

	/** As text: ucode shows `\d` as the class it stands for, which only a curious script would notice. */
	get text(): string {
		if (/\\/.test(this.#source)) throw new UnsupportedError('the text of a regular expression with escapes');
		const order = ['g', 'i', 's'].filter(flag => this.#flags.includes(flag)).join('');
		return `/${this.#source}/${order}`;
	}

	/** The first match. */
	first(subject: string): Found | null {
		return this.#at(toBinary(subject), 0);
	}

	/** All matches, which must not be empty: ucode's way of going on behind an empty one is its own. */
	all(subject: string): Found[] {
		const binary = toBinary(subject);
		const found: Found[] = [];
		for (let match = this.#at(binary, 0); match; match = this.#at(binary, match.end)) {
			if (match.end === match.start) throw new UnsupportedError('going through empty matches');
			found.push(match);
		}
		return found;
	}

	#at(binary: string, from: number): Found | null {
		const match = execute(this.#expression, binary, from);
		if (this.#reversed && match) {
			const other = execute(this.#reversed, binary, from);
			if (match[0] !== other?.[0])
				throw new UnsupportedError(`alternatives of different length in /${this.#source}/`);
		}
		if (!match) return null;
		const end = match.index + match[0].length;
		return {
			start: match.index,
			end,
			// Asked for once a text, not once a match.
			get before() {
				return fromBinary(binary.slice(0, match.index));
			},
			get after() {
				return fromBinary(binary.slice(end));
			},
			between: fromBinary(binary.slice(from, match.index)),
			groups: match.map(group => (group === undefined ? null : fromBinary(group)))
		};
	}
}

export interface Found {
	/** Offsets in bytes. */
	start: number;
	end: number;
	before: string;
	after: string;
	/** From where the search began to the match. */
	between: string;
	/** The whole match and the groups; null for a group that took no part. */
	groups: (string | null)[];
}

function execute(expression: RegExp, subject: string, from: number): RegExpExecArray | null {
	expression.lastIndex = from;
	return expression.exec(subject);
}

const CLASSES: Record<string, string> = {
	alpha: 'A-Za-z',
	digit: '0-9',
	alnum: 'A-Za-z0-9',
	upper: 'A-Z',
	lower: 'a-z',
	space: ' \\t\\n\\v\\f\\r',
	blank: ' \\t',
	xdigit: '0-9A-Fa-f',
	punct: '!-\\/:-@\\[-`{-~',
	cntrl: '\\0-\\x1f\\x7f',
	print: ' -~',
	graph: '!-~'
};

/** ucode's own: `\d` and the like outside brackets (vector: regexp classes). */
const SHORTHANDS: Record<string, string> = { d: CLASSES.digit!, s: CLASSES.space!, w: `${CLASSES.alnum!}_` };

/** One pass over the text of an expression. Refuses what the C libraries disagree on or JavaScript lacks. */
class Translation {
	#at = 0;

	constructor(
		private readonly source: string,
		private readonly dotAll: boolean,
		private readonly reverse: boolean
	) {}

	whole(): string {
		const translated = this.#alternatives();
		if (this.#at < this.source.length) this.#refuse('unmatched )');
		return translated;
	}

	#alternatives(): string {
		const branches = [this.#branch()];
		while (this.#accept('|')) branches.push(this.#branch());
		if (branches.length > 1 && branches.includes('')) this.#refuse('an empty alternative');
		return (this.reverse ? branches.reverse() : branches).join('|');
	}

	#branch(): string {
		let translated = '';
		while (this.#at < this.source.length && !'|)'.includes(this.#peek())) {
			const anchor = '^$'.includes(this.#peek());
			const atom = this.#atom();
			const quantifier = this.#quantifier();
			if (quantifier && (anchor || this.#quantifier())) this.#refuse('a quantifier of nothing, or two of them');
			if (quantifier && new RegExp(`^${atom}$`).test('')) this.#refuse('a repeated group that may be empty');
			translated += atom + quantifier;
		}
		return translated;
	}

	#atom(): string {
		const character = this.#next();
		switch (character) {
			case '(':
				return this.#group();
			case '[':
				return this.#brackets();
			case '\\':
				return this.#escape();
			case '.':
				return this.dotAll ? '[^]' : '[^\\n]';
			case '^':
			case '$':
				return character;
			case '*':
			case '+':
			case '?':
				throw new UcodeError('Syntax error', 'Invalid preceding regular expression');
			case '{':
				return this.#refuse('a bare {');
			default:
				return literal(character);
		}
	}

	#group(): string {
		if (this.#peek() === '?') throw new UcodeError('Syntax error', 'Invalid preceding regular expression');
		const inner = this.#alternatives();
		if (!this.#accept(')')) throw new UcodeError('Syntax error', 'Unmatched ( or \\(');
		if (!inner) this.#refuse('an empty group');
		return `(${inner})`;
	}

	#quantifier(): string {
		const [found] = /^(?:[*+?]|\{\d+(?:,\d*)?\})/.exec(this.source.slice(this.#at)) ?? [''];
		this.#at += found.length;
		return found;
	}

	#escape(): string {
		const character = this.#next();
		const shorthand = SHORTHANDS[character.toLowerCase()];
		if (shorthand) return /[a-z]/.test(character) ? `[${shorthand}]` : this.#negated(shorthand);
		if ('nrtfv'.includes(character)) return `\\${character}`;
		if (/[A-Za-z0-9<>]/.test(character)) this.#refuse(`\\${character}`);
		return literal(character);
	}

	#negated(members: string): string {
		return `[^${members}${this.dotAll ? '' : '\\n'}]`;
	}

	/** A bracket expression, in which `]` may come first and a backslash only before what would mean the same without. */
	#brackets(): string {
		const negated = this.#accept('^');
		let members = '';
		for (let first = true; first || this.#peek() !== ']'; first = false) members += this.#member(first);
		this.#next();
		return negated ? this.#negated(members) : `[${members}]`;
	}

	#member(first: boolean): string {
		const named = /^\[:(\w+):\]/.exec(this.source.slice(this.#at));
		if (named) {
			this.#at += named[0].length;
			return CLASSES[named[1]!] ?? this.#refuse(`the class ${named[1]!}`);
		}
		const start = this.#memberCharacter(first);
		if (this.#peek() !== '-' || this.source[this.#at + 1] === ']') return start;
		this.#next();
		return `${start}-${this.#memberCharacter(false)}`;
	}

	#memberCharacter(first: boolean): string {
		const character = this.#next();
		if (character === '[' && '.=:'.includes(this.#peek())) this.#refuse(`[${this.#peek()}`);
		if (character > '\x7f') this.#refuse('a class of characters beyond ASCII');
		if (character !== '\\') return literal(character);
		const escaped = this.#next();
		if ('nrtfv'.includes(escaped)) return `\\${escaped}`;
		const last = this.#peek() === ']';
		if (/[A-Za-z0-9^]/.test(escaped) || (escaped === '-' && !first && !last) || (escaped === ']' && !first)) {
			this.#refuse(`\\${escaped} in brackets`);
		}
		return literal(escaped);
	}

	#peek(): string {
		return this.source.charAt(this.#at);
	}

	#accept(character: string): boolean {
		const there = this.#peek() === character && this.#at < this.source.length;
		if (there) this.#at++;
		return there;
	}

	#next(): string {
		if (this.#at >= this.source.length) throw new UcodeError('Syntax error', 'Unterminated regular expression');
		return this.source.charAt(this.#at++);
	}

	#refuse(what: string): never {
		throw new UnsupportedError(`${what} in the regular expression /${fromBinary(this.source)}/`);
	}
}

function literal(character: string): string {
	return /\w/.test(character) ? character : `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

import { UcodeError, UnsupportedError } from './errors';
import { double, integer } from './numbers';

/** `json()` (vectors: json parse, json parse error). As json-c it takes a comma before a closing bracket and single quotes. */
export function parseJson(text: string): unknown {
	return new Parser(text).document();
}

/** Words that json-c knows in any case, with what it expects when one begins and goes on otherwise. */
const WORDS: { word: string; value: unknown; expected: string | null }[] = [
	{ word: 'null', value: null, expected: 'null' },
	{ word: 'true', value: true, expected: 'boolean' },
	{ word: 'false', value: false, expected: 'boolean' },
	{ word: 'nan', value: NaN, expected: 'null' },
	{ word: 'infinity', value: Infinity, expected: null }
];

const SPACE = /[ \t\n\v\f\r]*/y;
const NUMBER = /-?(\d+)(\.\d*)?([eE][+-]?\d*)?/y;
const PLAIN = { '"': /[^"\\]*/y, "'": /[^'\\]*/y };
const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', '/': '/' };

class Parser {
	#at = 0;

	constructor(private readonly text: string) {}

	document(): unknown {
		const value = this.#value();
		this.#space();
		if (this.#at < this.text.length) throw new UcodeError('Syntax error', 'Trailing garbage after JSON data');
		return value;
	}

	#value(): unknown {
		const character = this.#look();
		if (character === '{') return this.#object();
		if (character === '[') return this.#array();
		if (character === '"' || character === "'") return this.#string(character);
		if (character === '-' || /\d/.test(character)) return this.#number();
		return this.#word();
	}

	#object(): object {
		const object: Record<string, unknown> = {};
		this.#at++;
		while (this.#look() !== '}') {
			const quote = this.#look();
			if (quote !== '"' && quote !== "'") this.#fail('quoted object property name expected');
			const name = this.#string(quote);
			if (this.#look() !== ':') this.#fail("object property name separator ':' expected");
			this.#at++;
			const value = this.#value();
			Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
			this.#separator('}', "object value separator ',' expected");
		}
		this.#at++;
		return object;
	}

	#array(): unknown[] {
		const array: unknown[] = [];
		this.#at++;
		while (this.#look() !== ']') {
			array.push(this.#value());
			this.#separator(']', "array value separator ',' expected");
		}
		this.#at++;
		return array;
	}

	#separator(closing: string, message: string): void {
		const character = this.#look();
		if (character === ',') this.#at++;
		else if (character !== closing) this.#fail(message);
	}

	#string(quote: '"' | "'"): string {
		let value = '';
		this.#at++;
		for (;;) {
			value += this.#take(PLAIN[quote])[0];
			const character = this.#next();
			if (character === quote) return value;
			value += this.#escape();
		}
	}

	#escape(): string {
		const character = this.#next();
		if (character !== 'u') return ESCAPES[character] ?? this.#fail('invalid string sequence');
		const unit = this.#unit();
		if (unit < 0xd800 || unit > 0xdfff) return String.fromCharCode(unit);
		const pair = unit < 0xdc00 && this.text.startsWith('\\u', this.#at);
		if (!pair) return '\ufffd';
		this.#at += 2;
		const second = this.#unit();
		if (second < 0xdc00 || second > 0xdfff) throw new UnsupportedError('half a surrogate pair in JSON');
		return String.fromCharCode(unit, second);
	}

	#unit(): number {
		let digits = '';
		while (digits.length < 4) {
			const digit = this.#next();
			if (!/[0-9a-fA-F]/.test(digit)) this.#fail('invalid string sequence');
			digits += digit;
		}
		return parseInt(digits, 16);
	}

	#number(): number {
		if (!/^-?(\d|$)/.test(this.text.slice(this.#at, this.#at + 2))) return this.#negativeWord();
		if (this.text.length === this.#at + 1 && this.text.endsWith('-')) this.#end();
		const [digits, , fraction, exponent] = this.#take(NUMBER);
		const nested = /[\s,\]}]/.test(this.text.charAt(this.#at));
		if (this.#at < this.text.length && !nested && this.#depth()) this.#fail('number expected');
		const value = Number(digits.replace(/[eE][+-]?$/, ''));
		return fraction === undefined && exponent === undefined ? integer(value) : double(value);
	}

	#negativeWord(): number {
		this.#at++;
		if (this.text.charAt(this.#at) === '.') throw new UnsupportedError('-. in JSON');
		if (!/^i/i.test(this.text.slice(this.#at))) this.#fail('number expected');
		return -(this.#word() as number);
	}

	/** Whether the value stands inside another one: json-c looks at what follows a number only there. */
	#depth(): boolean {
		return /^[ \t\n\v\f\r]*[[{]/.test(this.text);
	}

	#word(): unknown {
		const found = WORDS.filter(({ word }) => word[0] === this.#look().toLowerCase());
		if (!found.length) this.#fail('unexpected character');
		const rest = this.text.slice(this.#at).toLowerCase();
		for (const { word, value } of found) {
			if (!rest.startsWith(word)) continue;
			this.#at += word.length;
			return value;
		}
		if (found.some(({ word }) => word.startsWith(rest))) this.#end();
		const { expected } = found[0]!;
		return this.#fail(expected ? `${expected} expected` : 'unexpected character');
	}

	#look(): string {
		this.#space();
		if (this.#at >= this.text.length) this.#end();
		return this.text.charAt(this.#at);
	}

	#space(): void {
		this.#take(SPACE);
		if (this.text.charAt(this.#at) === '/') throw new UnsupportedError('comments in JSON');
	}

	#next(): string {
		if (this.#at >= this.text.length) this.#end();
		return this.text.charAt(this.#at++);
	}

	#take(pattern: RegExp): RegExpExecArray {
		pattern.lastIndex = this.#at;
		const found = pattern.exec(this.text);
		if (!found) return this.#fail('unexpected character');
		this.#at = pattern.lastIndex;
		return found;
	}

	#end(): never {
		return this.#fail('unexpected end of data');
	}

	#fail(message: string): never {
		throw new UcodeError('Syntax error', `Failed to parse JSON string: ${message}`);
	}
}

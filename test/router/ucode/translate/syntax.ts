import { parse, type Program, type Token } from 'acorn';
import { UcodeError } from '../errors';

export interface Script {
	program: Program;
	/** Whether a comma stands between the offsets behind the last argument of a call. */
	hasTrailingComma(from: number, to: number): boolean;
}

/** Reads a script; refuses the texts that JavaScript takes for one and ucode does not (a line end is no semicolon there). */
export function parseScript(source: string, file: string): Script {
	const tokens: Token[] = [];
	const inserted: number[] = [];
	const commas: number[] = [];
	const program = read(source, file, { tokens, inserted, commas });
	for (const end of inserted) {
		const next = tokens.find(token => token.start >= end);
		if (next && next.start < source.length && source[next.start] !== '}') throw unexpected(file, next);
	}
	return {
		program,
		hasTrailingComma: (from, to) => commas.some(at => at >= from && at < to)
	};
}

interface Notes {
	tokens: Token[];
	inserted: number[];
	commas: number[];
}

function read(source: string, file: string, { tokens, inserted, commas }: Notes): Program {
	try {
		return parse(source, {
			ecmaVersion: 'latest',
			sourceType: 'module',
			allowReturnOutsideFunction: true,
			preserveParens: true,
			locations: true,
			onToken: tokens,
			onInsertedSemicolon: end => inserted.push(end),
			onTrailingComma: end => commas.push(end)
		});
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		const { line } = (error as SyntaxError & { loc: { line: number } }).loc;
		throw new UcodeError('Syntax error', error.message.replace(/ \(\d+:\d+\)$/, ''), { file, line });
	}
}

function unexpected(file: string, token: Token): UcodeError {
	return new UcodeError('Syntax error', 'Unexpected token', { file, line: token.loc?.start.line ?? 0 });
}

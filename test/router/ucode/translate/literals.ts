import { UcodeError, UnsupportedError, type Place } from '../errors';

const NUMBER = /^(?:0x[0-9a-f]+|0b[01]+|0o[0-7]+|(\d+)(\.\d+)?(e[+-]?\d+)?)$/i;

/** A number as JavaScript text. Doubles of integral value (`7.0`, `1e3`) are refused: here they would be integers. */
export function numberLiteral(raw: string, value: unknown, place: Place): string {
	const found = NUMBER.exec(raw);
	if (!found || typeof value !== 'number') throw new UcodeError('Syntax error', 'Unexpected token', place);
	const fractional = found[2] !== undefined || found[3] !== undefined;
	if (fractional && Number.isInteger(value)) throw new UnsupportedError(`the double ${raw}`, place);
	if (!fractional && !Number.isSafeInteger(value)) throw new UnsupportedError(`the integer ${raw}`, place);
	return String(value);
}

/** Text of a string or template as a JavaScript string (vector: string escapes). */
export function textLiteral(raw: string, value: string, place: Place): string {
	for (const [, escaped] of raw.matchAll(/\\(u\{|x[89a-f]|[^])/gi)) {
		if (escaped === 'u{') throw new UcodeError('Syntax error', 'Invalid escape sequence', place);
		if (/^([ea\r\n]|x.)$/.test(escaped!))
			throw new UnsupportedError(`the escape ${JSON.stringify(escaped)}`, place);
	}
	if (/\p{Surrogate}/u.test(value)) throw new UnsupportedError('half a surrogate pair', place);
	return JSON.stringify(value);
}

import { byteLength, fromBinary, toBinary } from './bytes';
import { UnsupportedError } from './errors';
import { toInteger, toNumber } from './numbers';
import { toJson, toText } from './print';

interface Directive {
	/** As written: what is shown when ucode does not know it. */
	written: string;
	flags: string;
	width: number;
	precision: number | null;
	conversion: string;
}

const DIRECTIVE = /%([-+ #0]*)(\d*)(?:\.(\d*))?([a-zA-Z%*$]?)/g;

/** Vectors: sprintf, printf. */
export function sprintf(format: unknown, values: readonly unknown[]): string {
	if (typeof format !== 'string') return '';
	let used = 0;
	return format.replace(DIRECTIVE, (written: string, flags: string, width: string, precision, conversion: string) => {
		if (conversion === '%') return '%';
		const convert = CONVERSIONS[conversion];
		if (!convert) throw new UnsupportedError(`the directive ${written} of sprintf`);
		const directive = { written, flags, width: Number(width), precision: precisionOf(precision), conversion };
		return convert(values[used++], directive);
	});
}

function precisionOf(written: unknown): number | null {
	return typeof written === 'string' ? Number(written) : null;
}

const CONVERSIONS: Record<string, (value: unknown, directive: Directive) => string> = {
	s: (value, directive) =>
		padded(cut(shownText(value), directive.precision), { ...directive, flags: noZero(directive) }),
	d: (value, directive) => padded(signed(BigInt(toInteger(value)), directive), directive),
	i: (value, directive) => padded(signed(BigInt(toInteger(value)), directive), directive),
	u: (value, directive) => padded(unsigned(value).toString(), directive),
	x: (value, directive) => padded(prefixed(unsigned(value).toString(16), '0x', directive), directive),
	X: (value, directive) => padded(prefixed(unsigned(value).toString(16).toUpperCase(), '0X', directive), directive),
	o: (value, directive) => padded(unsigned(value).toString(8), plain(directive)),
	c: (value, directive) =>
		padded(String.fromCharCode(characterOf(value)), { ...directive, flags: noZero(directive) }),
	f: (value, directive) => padded(fixed(toNumber(value), directive), directive),
	J: (value, directive) => {
		plain(directive);
		if (directive.precision !== null) throw new UnsupportedError('an indented %J');
		return toJson(value);
	}
};

function shownText(value: unknown): string {
	const text = value === null || value === undefined ? '(null)' : toText(value);
	if (text.includes('\0')) throw new UnsupportedError('%s of a text with a zero byte');
	return text;
}

function cut(text: string, precision: number | null): string {
	return precision === null ? text : fromBinary(toBinary(text).slice(0, precision));
}

function unsigned(value: unknown): bigint {
	return BigInt.asUintN(64, BigInt(toInteger(value)));
}

function characterOf(value: unknown): number {
	const code = toInteger(value);
	if (code < 0 || code > 0x7f) throw new UnsupportedError('%c of a byte beyond ASCII');
	return code;
}

function signed(value: bigint, { flags }: Directive): string {
	if (value < 0n) return value.toString();
	return `${flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''}${value}`;
}

function prefixed(digits: string, prefix: string, { flags }: Directive): string {
	return flags.includes('#') && digits !== '0' ? prefix + digits : digits;
}

/** Digits after the point; halves go to the even digit, as in C. */
function fixed(value: number, { flags, precision }: Directive): string {
	if (!Number.isFinite(value)) return String(value).toLowerCase().replace('infinity', 'inf');
	const digits = precision ?? 6;
	if (digits > 19 || Math.abs(value) >= 1e20) throw new UnsupportedError('%f beyond 19 digits');
	const longer = value.toFixed(digits + 1);
	// only a double with so few binary places can lie in the middle
	const tie = longer.endsWith('5') && Number.isInteger(value * 2 ** (digits + 1)) && Number(longer) === value;
	const kept = longer.replace(/\.?.$/, '');
	const text = tie && /[02468]$/.test(kept) ? kept : value.toFixed(digits);
	return flags.includes('+') && value >= 0 ? `+${text}` : text;
}

function plain(directive: Directive): Directive {
	if (directive.flags || directive.width) throw new UnsupportedError(`the directive ${directive.written} of sprintf`);
	return directive;
}

function noZero({ flags }: Directive): string {
	return flags.replaceAll('0', '');
}

/** Widths count bytes. */
function padded(text: string, { flags, width }: Directive): string {
	const missing = Math.max(0, width - byteLength(text));
	if (flags.includes('-')) return text + ' '.repeat(missing);
	if (!flags.includes('0') || /^-?[in]/.test(text)) return ' '.repeat(missing) + text;
	const [, sign, digits] = /^([-+ ]?(?:0[xX])?)(.*)$/s.exec(text) as unknown as [string, string, string];
	return sign + '0'.repeat(missing) + digits;
}

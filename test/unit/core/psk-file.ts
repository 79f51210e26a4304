/** What hostapd holds of one line. */
export interface PskEntry {
	id: string;
	wps: boolean;
	mac: string;
	secret: string;
}

/** C's strchr, strtol and hwaddr_aton as far as they are needed here. */
const atoi = (text: string) => Number.parseInt(/^\s*[+-]?\d+/.exec(text)?.[0] ?? '0', 10);

/** str_token (src/utils/common.c): skips delimiters, cuts at the next one. */
class Tokens {
	constructor(private rest: string) {}

	next(delimiters: string): string | null {
		let start = 0;
		while (start < this.rest.length && delimiters.includes(this.rest[start])) start++;
		if (start === this.rest.length) return null;
		let end = start + 1;
		while (end < this.rest.length && !delimiters.includes(this.rest[end])) end++;
		const token = this.rest.slice(start, end);
		this.rest = this.rest.slice(end + 1);
		return token;
	}
}

/** fgets into a buffer of 128. */
function* pieces(bytes: string): Generator<string> {
	for (let at = 0; at < bytes.length;) {
		const newline = bytes.indexOf('\n', at);
		const end = Math.min(newline < 0 ? bytes.length : newline + 1, at + 127);
		yield bytes.slice(at, end);
		at = end;
	}
}

/**
 * hostapd_config_read_wpa_psk (hostap src/ap/ap_config.c), followed step by step and written for the tests alone: the lines
 * in order, or null where hostapd gives up.
 */
export function readAsHostapd(text: string): PskEntry[] | null {
	const entries: PskEntry[] = [];
	// one character a byte
	for (const piece of pieces(Buffer.from(text, 'utf8').toString('latin1'))) {
		if (piece.startsWith('#')) continue;
		const line = piece.split('\n')[0].split('\0')[0];
		if (line === '') continue;
		const context = new Tokens(line);
		let id = '';
		let wps = 0;
		let token: string | null;
		while ((token = context.next(' ')) !== null) {
			if (!token.includes('=')) break;
			const tag = new Tokens(token);
			const name = tag.next('=');
			if (name === null) break;
			const value = tag.next('') ?? '';
			if (name === 'keyid') id = value;
			else if (name === 'wps') wps = atoi(value);
			else if (name !== 'vlanid') return null;
		}
		const mac = /^([0-9a-f]{2}:){5}[0-9a-f]{2}/i.exec(token ?? '')?.[0];
		if (mac === undefined) return null;
		const secret = context.next('');
		if (secret === null) return null;
		const isPsk = secret.length === 64 && /^[0-9a-f]{64}$/i.test(secret);
		if (!isPsk && (secret.length < 8 || secret.length > 63)) return null;
		if (id.length >= 32) return null;
		entries.push({
			id,
			wps: wps !== 0,
			mac: mac.toLowerCase(),
			secret: Buffer.from(secret, 'latin1').toString('utf8')
		});
	}
	return entries;
}

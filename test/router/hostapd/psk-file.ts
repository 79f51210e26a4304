import { pbkdf2Sync } from 'node:crypto';
import { fromBinary, toBinary, toBytes } from '../ucode/bytes';

/** One entry of hostapd's list of pre-shared keys (struct hostapd_wpa_psk). */
export interface Entry {
	/** Null stands for 00:00:00:00:00:00, every station. */
	mac: string | null;
	/** Tagged `wps=1`: handed over to who joins by WPS. */
	wps: boolean;
	psk: string;
	/** `keyid=`: what is said of a station that came with it. */
	id: string | null;
}

export interface PskFile {
	/** The last line first. Those above a line that is wrong are there already. */
	entries: Entry[];
	/** In hostapd's words, the key included; null: all is well. */
	error: string | null;
}

/** hostapd reads lines into a buffer of 128 bytes; what is longer goes on as another line. */
const LINE = 127;

/** sizeof(keyid) */
const KEYID = 32;

/** hostapd_config_read_wpa_psk (hostap src/ap/ap_config.c). */
export function readPskFile(text: string, path: string, ssid: string): PskFile {
	const entries: Entry[] = [];
	let number = 0;
	for (const line of lines(toBinary(text))) {
		const where = `on line ${++number} in '${path}'`;
		// A string of C ends there.
		const [content = ''] = line.replace(/\n$/, '').split('\0');
		if (content === '' || content.startsWith('#')) continue;
		const { tags, address, rest } = split(content);
		const unknown = Object.keys(tags).find(name => !['keyid', 'wps', 'vlanid'].includes(name));
		if (unknown !== undefined) return { entries, error: `Unrecognized '${unknown}=${tags[unknown]}' ${where}` };
		// hwaddr_aton looks at no more than it needs.
		const mac = /^([0-9a-f]{2}:){5}[0-9a-f]{2}/i.exec(address)?.[0].toLowerCase();
		if (!mac) return { entries, error: `Invalid MAC address '${address}' ${where}` };
		if (!rest) return { entries, error: `No PSK ${where}` };
		const psk = toPsk(fromBinary(rest), ssid);
		if (psk === null) return { entries, error: `Invalid PSK '${fromBinary(rest)}' ${where}` };
		if ((tags['keyid']?.length ?? 0) >= KEYID) return { entries, error: `PSK keyid too long ${where}` };
		entries.unshift({
			mac: mac === '00:00:00:00:00:00' ? null : mac,
			wps: isSet(tags['wps']),
			psk,
			id: tags['keyid'] || null
		});
	}
	return { entries, error: null };
}

/** As fgets gives them. */
function lines(binary: string): string[] {
	return (binary.match(/[^\n]*\n|[^\n]+$/g) ?? []).flatMap(
		line => line.match(new RegExp(`[^]{1,${LINE}}`, 'g')) ?? []
	);
}

/** Tags, then the address, all of them separated by spaces; behind the address one space, and then all is the key. */
function split(line: string): { tags: Record<string, string>; address: string; rest: string } {
	const tags: Record<string, string> = {};
	let rest = line;
	for (;;) {
		const [whole = '', token = ''] = /^ *([^ ]*) ?/.exec(rest) ?? [];
		rest = rest.slice(whole.length);
		const [, name, value = ''] = /^=*([^=]+)=?([^]*)$/.exec(token) ?? [];
		if (!token.includes('=') || name === undefined) return { tags, address: token, rest };
		tags[name] = value;
	}
}

/** atoi: `yes` is no. */
function isSet(value = ''): boolean {
	return (Number.parseInt(value, 10) || 0) !== 0;
}

const derived = new Map<string, string>();

/** 64 hex digits stand for themselves; 8 to 63 bytes are a passphrase. */
export function toPsk(key: string, ssid: string): string | null {
	if (/^[0-9a-f]{64}$/i.test(key)) return key.toLowerCase();
	const bytes = toBytes(key);
	if (bytes.length < 8 || bytes.length > 63) return null;
	const name = `${ssid}\0${key}`;
	const psk = derived.get(name) ?? pbkdf2Sync(bytes, toBytes(ssid), 4096, 32, 'sha1').toString('hex');
	derived.set(name, psk);
	return psk;
}

import { createHash, pbkdf2Sync } from 'node:crypto';
import type { BssConfig } from './config';
import type { Files } from './files';

interface Entry {
	/** Null stands for 00:00:00:00:00:00, every station. */
	mac: string | null;
	wps: boolean;
	psk: string;
}

/** What an enrollee is given: the text it will store as the key of that network. */
export interface Credential {
	ssid: string;
	key: string;
	/** An open network handed out an invented WPA2 key (facts 2.4): the profile is useless. */
	invented: boolean;
}

/** The pre-shared keys of one BSS: the network's own, those of the psk file, those invented by WPS (facts 2.5). */
export class Keys {
	#text: string | null = null;
	#file: Entry[] = [];
	/** Per-device keys, in memory only: hostapd runs as `network` and cannot append to the file. */
	readonly #invented = new Map<string, string>();

	constructor(
		readonly config: BssConfig,
		readonly files: Files
	) {}

	/** Reads the psk file; false when hostapd would not accept it. Every set-up begins with new `Keys`: invented ones are lost. */
	load(): boolean {
		const text = this.#read();
		const entries = text === null ? null : parse(text, this.config.ssid);
		if (!entries) return false;
		this.#text = text;
		this.#file = entries;
		return true;
	}

	/** Would loading again bring anything else (the hash in hostapd.uc)? */
	get outdated(): boolean {
		return this.#read() !== this.#text;
	}

	/** wps_build_cred: the choice order (a) to (d) of facts 2.5. */
	credential(mac: string, hasDisplay: boolean, salt: string): Credential {
		const { ssid, passphrase, pskFile, wps } = this.config;
		const random = createHash('sha256').update(`${mac} ${ssid} ${salt}`).digest('hex');
		if (wps?.state === 1 && !passphrase) return { ssid, key: random, invented: true };
		if (pskFile) {
			const preset = this.#file.find(entry => entry.wps && (entry.mac === null || entry.mac === mac));
			if (preset) return { ssid, key: preset.psk, invented: false };
		}
		const first = this.#file[0]?.psk ?? this.#network();
		if (!hasDisplay && first) return { ssid, key: first, invented: false };
		if (!pskFile) return { ssid, key: passphrase ?? random, invented: false };
		this.#invented.set(mac, random);
		return { ssid, key: random, invented: false };
	}

	/** The 4-way handshake: is this one of the keys that this station may use? */
	accepts(mac: string, key: string): boolean {
		const psk = toPsk(key, this.config.ssid);
		if (psk === null) return false;
		if (psk === this.#network() || this.#invented.get(mac) === psk) return true;
		return this.#file.some(entry => (entry.mac === null || entry.mac === mac) && entry.psk === psk);
	}

	#read(): string | null {
		const { pskFile } = this.config;
		if (!pskFile) return '';
		return this.files.readable && !this.files.readable(pskFile) ? null : this.files.read(pskFile);
	}

	#network(): string | null {
		const { passphrase, ssid } = this.config;
		return passphrase === null ? null : toPsk(passphrase, ssid);
	}
}

/** The key list: the last line of the file is its head (facts 2.5 (b)). Null: hostapd rejects the file. */
function parse(text: string, ssid: string): Entry[] | null {
	const entries: Entry[] = [];
	for (const line of text.split('\n')) {
		if (!line || line.startsWith('#')) continue;
		const [, tags = '', mac = '', key = ''] =
			/^((?:(?:keyid|wps|vlanid)=\S+ )*)([0-9a-f:]{17}) (.+)$/i.exec(line) ?? [];
		const psk = toPsk(key, ssid);
		if (psk === null) return null;
		const address = mac.toLowerCase();
		entries.unshift({
			mac: address === '00:00:00:00:00:00' ? null : address,
			wps: /\bwps=1\b/.test(tags),
			psk
		});
	}
	return entries;
}

const derived = new Map<string, string>();

/** 64 hex digits stand for themselves; 8 to 63 characters are a passphrase. */
export function toPsk(key: string, ssid: string): string | null {
	if (/^[0-9a-f]{64}$/i.test(key)) return key.toLowerCase();
	const length = Buffer.byteLength(key);
	if (length < 8 || length > 63) return null;
	const name = `${ssid}\0${key}`;
	const psk = derived.get(name) ?? pbkdf2Sync(key, ssid, 4096, 32, 'sha1').toString('hex');
	derived.set(name, psk);
	return psk;
}

import { createHash } from 'node:crypto';
import type { BssConfig } from './config';
import type { Credential } from './credential';
import type { Files } from './files';
import { readPskFile, toPsk, type Entry } from './psk-file';

/** The pre-shared keys of one BSS: the network's own, those of the psk file, those invented by WPS. */
export class Keys {
	/** What stood in the file when it was last read; null: it could not be read. */
	#text: string | null = null;
	/** The newest first: per-device keys of WPS, the file from its end, the network's own. */
	#list: Entry[] = [];
	/** The first of the list when WPS was set up: reading the file again does not change it (hostapd_init_wps). */
	#first: string | null = null;

	constructor(
		readonly config: BssConfig,
		readonly files: Files
	) {}

	/** Sets up: every key that was only in memory is lost. An error keeps the BSS, and with it the radio, down. */
	load(): string | null {
		const error = this.#read();
		this.#first = this.#list[0]?.psk ?? null;
		return error;
	}

	/** RELOAD_WPA_PSK: the former keys are gone whatever the file is like now; up to a wrong line they are there again. */
	reload(path: string | null): string | null {
		this.config.pskFile = path;
		return this.#read();
	}

	/** Would reading again bring anything else (the hash in hostapd.uc)? */
	get outdated(): boolean {
		return this.#content() !== this.#text;
	}

	/**
	 * wps_build_cred (hostap src/wps/wps_registrar.c): the file's key for WPS; else, without a display, the first of all
	 * keys; else the passphrase where there is no file; else one that is invented.
	 */
	credential(mac: string, hasDisplay: boolean, salt: string): Credential {
		const { ssid, passphrase, pskFile, wps } = this.config;
		const random = createHash('sha256').update(`${mac} ${ssid} ${salt}`).digest('hex');
		if (wps?.state === 1 && !passphrase) return { ssid, key: random, invented: true };
		const preset = this.#preset(mac);
		if (preset) return { ssid, key: preset, invented: false };
		if (!hasDisplay && this.#first) return { ssid, key: this.#first, invented: false };
		if (!pskFile) return { ssid, key: passphrase ?? random, invented: false };
		this.#list.unshift({ mac, wps: true, psk: random, id: null });
		// Where hostapd may, it adds the key to the file, at its very end (hostapd_wps_new_psk_cb).
		if (this.files.writable?.(pskFile))
			this.files.write(pskFile, `${this.files.read(pskFile) ?? ''}wps=1 ${mac} ${random}\n`);
		return { ssid, key: random, invented: false };
	}

	/** Is this one of the keys that this station may use? */
	accepts(mac: string, key: string): boolean {
		const psk = toPsk(key, this.config.ssid);
		return this.#list.some(entry => (entry.mac === null || entry.mac === mac) && entry.psk === psk);
	}

	/** What names the key that a station has proved (ap_sta_wpa_get_keyid). */
	idOf(psk: string): string | null {
		return this.#list.find(entry => entry.psk === psk)?.id ?? null;
	}

	/** hostapd_wps_lookup_pskfile_cb: this device's own line before one for all. */
	#preset(mac: string): string | undefined {
		const lines = this.#list.filter(entry => entry.wps);
		return (lines.find(entry => entry.mac === mac) ?? lines.find(entry => entry.mac === null))?.psk;
	}

	#read(): string | null {
		const { pskFile, passphrase, ssid } = this.config;
		const network = passphrase === null ? null : toPsk(passphrase, ssid);
		this.#list = network === null ? [] : [{ mac: null, wps: false, psk: network, id: null }];
		this.#text = this.#content();
		if (pskFile === null) return null;
		if (this.#text === null) return `WPA PSK file '${pskFile}' not found.`;
		const { entries, error } = readPskFile(this.#text, pskFile, ssid);
		this.#list.unshift(...entries);
		return error;
	}

	#content(): string | null {
		const { pskFile } = this.config;
		if (pskFile === null) return '';
		return this.files.readable && !this.files.readable(pskFile) ? null : this.files.read(pskFile);
	}
}

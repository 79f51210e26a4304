import { Guest } from './guest/guest';
import { until } from './wait';

/** Settings of a device that a test may want otherwise, by their names in wpa_supplicant.conf. */
interface Habits {
	/** Frequencies in MHz; it looks nowhere else, so that it disturbs nobody elsewhere. */
	freq_list?: string;
	/** Access points that it keeps away from, like `bssid 02:00:00:00:00:00`: beside those frequencies it may overhear others. */
	disallow_aps?: string;
	/** What it has: buttons, a display. */
	config_methods?: string;
	/** `1`: of a passphrase that it is handed it makes WPA3 as well. */
	wps_cred_add_sae?: '0' | '1';
}

/** What a device does where nothing else is said. */
export const HABITS: Required<Habits> = {
	freq_list: '2412',
	disallow_aps: '',
	config_methods: 'virtual_push_button virtual_display keypad',
	wps_cred_add_sae: '0'
};

/** A real device: wpa_supplicant on one of the guest's radios. */
export class Enrollee {
	#started = false;

	/**
	 * @param radio  the guest's radio, from 0
	 * @param habits what it does where a test says nothing else
	 */
	constructor(
		readonly guest: Guest,
		readonly radio: number,
		readonly name: string,
		readonly habits = HABITS
	) {}

	get ifname(): string {
		return `wlan${this.radio}`;
	}

	get mac(): string {
		return `02:00:00:00:0${this.radio}:00`;
	}

	get #conf(): string {
		return `/run/${this.ifname}.conf`;
	}

	/** Switches it on, or, when it is on, makes it forget all. */
	async reset(): Promise<void> {
		if (this.#started) {
			await this.cli('wps_cancel', 'remove_network all', 'disconnect', 'bss_flush 0', 'blacklist clear');
			return this.adopt(this.habits);
		}
		const lines = [
			'ctrl_interface=/run/wpa',
			'update_config=1',
			`device_name=${this.name}`,
			`config_methods=${this.habits.config_methods}`,
			'p2p_disabled=1',
			`freq_list=${this.habits.freq_list}`,
			''
		];
		const start = `wpa_supplicant -i ${this.ifname} -c ${this.#conf} -D nl80211 >/run/log 2>&1 &`;
		await this.guest.must(`${Guest.file(this.#conf, lines.join('\n'))}\n${start}`);
		await until(async () => /PONG/.test(await this.cli('ping').catch(() => '')), 15, `${this.name} to start`);
		this.#started = true;
		if (this.habits.disallow_aps) await this.adopt(this.habits);
	}

	/** Does otherwise from now on, until it is reset. */
	async adopt(habits: Habits): Promise<void> {
		await this.cli(...Object.entries(habits).map(([name, value]) => `set ${name} ${value}`));
	}

	/** Somebody presses its button. */
	async press(): Promise<void> {
		await this.cli('wps_pbc');
	}

	/** It shows this PIN. */
	async showPin(pin: string): Promise<void> {
		await this.cli(`wps_pin any ${pin}`);
	}

	/** wpa_cli status, field by field. */
	async status(): Promise<Record<string, string>> {
		const text = await this.cli('status');
		return Object.fromEntries([...text.matchAll(/^([^=\n]+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
	}

	/** Connected with a key that it was given. */
	async isConnected(ssid?: string): Promise<boolean> {
		const status = await this.status();
		return status['wpa_state'] === 'COMPLETED' && (ssid === undefined || status['ssid'] === ssid);
	}

	async waitConnected(ssid: string, seconds = 30): Promise<void> {
		let last: unknown;
		await until(
			async () => {
				last = await this.status();
				return this.isConnected(ssid);
			},
			seconds,
			`${this.name} to be connected to ${ssid}`,
			() => last
		);
	}

	/** The key that it was handed, as it stands in its configuration: a passphrase in quotes, or 64 digits; null: it has none. */
	async key(): Promise<string | null> {
		await this.cli('save_config');
		const text = await this.guest.must(`cat ${this.#conf}`);
		return /^\tpsk=(.*)$/m.exec(text)?.[1] ?? null;
	}

	/** Somebody types in a network and its key. */
	async learn(ssid: string, key: string): Promise<void> {
		await this.cli(
			'add_network',
			`set_network 0 ssid '"${ssid}"'`,
			`set_network 0 psk ${key.startsWith('"') ? `'${key}'` : key}`,
			'select_network 0'
		);
	}

	/** Waits until it has heard this access point once more, and so has decided about it. */
	async waitScan(bssid: string): Promise<void> {
		const heard = async () => Number(/^update_idx=(\d+)$/m.exec(await this.cli(`bss ${bssid}`))?.[1] ?? -1);
		const before = await heard();
		await until(async () => (await heard()) > before, 20, `${this.name} to hear ${bssid}`);
	}

	/** Does it hear a network of this name, now? What it heard before does not count. */
	async hears(ssid: string): Promise<boolean> {
		// Now and then iw misses the end.
		const scan = `timeout 4 iw dev ${this.ifname} scan flush freq ${this.habits.freq_list}`;
		const { text } = await until(
			async () => {
				const output = await this.guest.run(scan);
				// Busy with a scan of somebody else's.
				return output.status === 0 ? output : null;
			},
			30,
			`${this.name} to scan`
		);
		return text.split('\n').includes(`\tSSID: ${ssid}`);
	}

	/** Waits for a line of its log. */
	async waitSaid(pattern: RegExp, from: number, seconds = 30): Promise<void> {
		await until(() => this.said(pattern, from).length > 0, seconds, `${this.name} to say ${pattern}`);
	}

	/** Tries what it has stored, now, with whomever it hears now. */
	async reconnect(): Promise<void> {
		await this.cli('bss_flush 0', 'enable_network all', 'reassociate');
	}

	/** Lines of its log since `from` (see `mark`). */
	said(pattern: RegExp, from = 0): string[] {
		return this.guest.log
			.slice(from)
			.filter(line => line.startsWith(`${this.ifname}: `))
			.filter(line => pattern.test(line));
	}

	/** Commands of wpa_cli, in one go. */
	cli(...commands: string[]): Promise<string> {
		return this.guest.must(
			commands.map(command => `wpa_cli -p /run/wpa -i ${this.ifname} ${command}`).join('\n'),
			5
		);
	}
}

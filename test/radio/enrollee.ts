import { Guest } from './guest/guest';
import { until } from './wait';

/** A real device: wpa_supplicant on one of the guest's radios. */
export class Enrollee {
	#started = false;

	/**
	 * @param radio   the guest's radio, from 0
	 * @param channel frequency in MHz; it looks nowhere else, so that it disturbs nobody elsewhere
	 */
	constructor(
		readonly guest: Guest,
		readonly radio: number,
		readonly name: string,
		readonly frequency = 2412
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
			return;
		}
		const lines = [
			'ctrl_interface=/run/wpa',
			'update_config=1',
			`freq_list=${this.frequency}`,
			`device_name=${this.name}`,
			'config_methods=virtual_push_button virtual_display keypad',
			'p2p_disabled=1',
			''
		];
		const start = `wpa_supplicant -i ${this.ifname} -c ${this.#conf} -D nl80211 >/run/log 2>&1 &`;
		await this.guest.must(`${Guest.file(this.#conf, lines.join('\n'))}\n${start}`);
		await until(async () => /PONG/.test(await this.cli('ping').catch(() => '')), 15, `${this.name} to start`);
		this.#started = true;
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

	/** The passphrase that it was handed; null: it has none, or a key that is no text. */
	async passphrase(): Promise<string | null> {
		await this.cli('save_config');
		const text = await this.guest.must(`cat ${this.#conf}`);
		return /^\tpsk="(.*)"$/m.exec(text)?.[1] ?? null;
	}

	/** Waits until it has heard this access point once more, and so has decided about it. */
	async waitScan(bssid: string): Promise<void> {
		const heard = async () => Number(/^update_idx=(\d+)$/m.exec(await this.cli(`bss ${bssid}`))?.[1] ?? -1);
		const before = await heard();
		await until(async () => (await heard()) > before, 20, `${this.name} to hear ${bssid}`);
	}

	/** Waits for a line of its log. */
	async waitSaid(pattern: RegExp, from: number, seconds = 30): Promise<void> {
		await until(() => this.said(pattern, from).length > 0, seconds, `${this.name} to say ${pattern}`);
	}

	/** Tries what it has stored, now. */
	async reconnect(): Promise<void> {
		await this.cli('enable_network all', 'reassociate');
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

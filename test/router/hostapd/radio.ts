import { Bss, type Host } from './bss';
import type { BssConfig, RadioConfig } from './config';

/** From the configuration's arrival to the first beacon. */
const START = 100;

/** A restarted BSS is off the air for so long (trace "turn WPS off by uci and on again"). */
export const BSS_RESTART = 500;

/** hostapd's interface state, as `get_status` and `hostapd_cli status` name it. */
export type RadioState = 'COUNTRY_UPDATE' | 'DFS' | 'ENABLED' | 'DISABLED';

/** `struct hostapd_iface`: one radio and its BSSs. */
export class Radio {
	state: RadioState = 'COUNTRY_UPDATE';
	bss: Bss[] = [];
	#cacEnds: number | null = null;
	readonly #waits = new Map<Bss | null, () => void>();

	constructor(
		readonly host: Host,
		public config: RadioConfig
	) {}

	/** Seconds of the running radar check that are left; null when none runs. */
	get cacLeft(): number | null {
		return this.#cacEnds === null ? null : Math.ceil((this.#cacEnds - this.host.clock.monotonic()) / 1000);
	}

	/** False: the configuration is refused and the radio stays down with all its BSSs. */
	start(): boolean {
		this.bss = this.config.bss.map(config => new Bss(this.host, this, config));
		if (!this.bss.every(bss => bss.setUp())) {
			this.stop();
			return false;
		}
		const { cac } = this.config;
		if (cac > 0) {
			this.state = 'DFS';
			this.#cacEnds = this.host.clock.monotonic() + cac * 1000;
			this.bss[0]?.log(`DFS-CAC-START freq=${this.config.freq} chan=${this.config.channel} cac_time=${cac}s`);
		}
		this.#wait(null, cac * 1000 + START, () => {
			if (cac > 0) this.bss[0]?.log(`DFS-CAC-COMPLETED success=1 freq=${this.config.freq}`);
			this.#cacEnds = null;
			this.state = 'ENABLED';
			for (const bss of this.bss) if (!this.#waits.has(bss)) bss.goOnAir();
		});
		return true;
	}

	stop(): void {
		for (const abort of this.#waits.values()) abort();
		this.#waits.clear();
		this.#cacEnds = null;
		for (const bss of this.bss) bss.takeDown();
		this.bss = [];
		this.state = 'DISABLED';
	}

	/**
	 * A new configuration for the same radio settings (hostapd.uc iface_reload_config): unchanged BSSs stay,
	 * changed key files are read again, other changes restart the BSS. False: the radio has to start anew.
	 */
	reload(config: RadioConfig): boolean {
		const before = new Map(this.bss.map(bss => [bss.ifname, bss]));
		const first = this.bss[0];
		if (!first || config.bss[0]?.bssid !== first.config.bssid) return false;
		const names = new Set(config.bss.map(bss => bss.ifname));
		for (const bss of this.bss) if (!names.has(bss.ifname)) this.#remove(bss);
		this.config = config;
		this.bss = config.bss.map(each => before.get(each.ifname) ?? new Bss(this.host, this, each));
		return config.bss.every((each, index) => {
			const bss = this.bss[index];
			if (!bss) return false;
			return before.has(each.ifname) ? this.#update(bss, each) : this.#bringUp(bss, START);
		});
	}

	/** The BSS disappears for half a second and returns as another ubus object, with its old statistics. */
	restartBss(bss: Bss, config: BssConfig = bss.config): boolean {
		bss.takeDown();
		bss.config = config;
		return this.#bringUp(bss, BSS_RESTART);
	}

	#update(bss: Bss, config: BssConfig): boolean {
		const former = bss.config;
		if (same(former, config) && !bss.keys.outdated) return true;
		const onlyFile = same({ ...former, pskFile: null }, { ...config, pskFile: null });
		return onlyFile && former.pskFile && config.pskFile ? bss.reloadKeys(config) : this.restartBss(bss, config);
	}

	#bringUp(bss: Bss, delay: number): boolean {
		if (!bss.setUp()) return false;
		this.#wait(bss, delay, () => {
			if (this.state === 'ENABLED') bss.goOnAir();
		});
		return true;
	}

	#remove(bss: Bss): void {
		this.#waits.get(bss)?.();
		this.#waits.delete(bss);
		bss.takeDown();
	}

	#wait(bss: Bss | null, delay: number, task: () => void): void {
		this.#waits.get(bss)?.();
		this.#waits.set(
			bss,
			this.host.clock.after(delay, () => {
				this.#waits.delete(bss);
				task();
			})
		);
	}
}

function same(left: BssConfig, right: BssConfig): boolean {
	return JSON.stringify(left) === JSON.stringify(right);
}

import { Bss, type Host } from './bss';
import type { BssConfig, RadioConfig } from './config';

/** From the configuration's arrival to the first beacon. */
const START = 100;

/** A restarted BSS is off the air for so long (test/traces/openwrt-wifi-stack.log, "turn WPS off by uci and on again"). */
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

	get band(): '2g' | '5g' | '6g' {
		const { freq } = this.config;
		return freq < 4000 ? '2g' : freq < 5950 ? '5g' : '6g';
	}

	/** Seconds of the running radar check that are left; null when none runs. */
	get cacLeft(): number | null {
		return this.#cacEnds === null ? null : Math.ceil((this.#cacEnds - this.host.clock.monotonic()) / 1000);
	}

	/**
	 * False: the configuration is refused and the radio stays down with all its BSSs. `beacon`: the uplink is
	 * connected already, so start_disabled does not count (iface_add in hostapd.uc).
	 */
	start(beacon = false): boolean {
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
			for (const bss of this.bss) if (!this.#waits.has(bss)) bss.start(beacon || undefined);
		});
		return true;
	}

	stop(): void {
		for (const abort of this.#waits.values()) abort();
		this.#waits.clear();
		this.#cacEnds = null;
		for (const bss of this.bss) bss.remove();
		this.bss = [];
		this.state = 'DISABLED';
	}

	/**
	 * The uplink has its channel, or does without one: all beacons start (uc_hostapd_iface_start). On the channel
	 * that it has, nothing happens when the first BSS beacons already, whatever the others do.
	 */
	startBeacons(frequency: number | null): void {
		if (this.state !== 'ENABLED') {
			if (this.state === 'DISABLED') this.start(true);
			return;
		}
		if (frequency === this.config.freq && this.bss[0]?.onAir) return;
		for (const bss of this.bss) bss.beacon();
	}

	/** The uplink is looking for its network: all beacons stop; a radar check is given up (uc_hostapd_iface_stop). */
	stopBeacons(): void {
		if (this.state === 'ENABLED') for (const bss of this.bss) bss.silence();
		else this.stop();
	}

	/** Is this what it runs, the content of the key files included? */
	holds(config: RadioConfig): boolean {
		return (
			this.bss.length === config.bss.length &&
			config.bss.every((each, index) => {
				const bss = this.bss[index];
				return !!bss && !bss.keys.outdated && JSON.stringify(bss.source) === JSON.stringify(each);
			})
		);
	}

	/**
	 * A new configuration for the same radio settings (iface_reload_config in hostapd.uc): a BSS whose lines are the
	 * same stays, with other key files it reads them. Where none stays, the first is set up anew in its place and
	 * keeps its statistics; all others that differ are deleted and added as new ones, which know nothing of former
	 * results. False: the radio has to start anew.
	 */
	reload(config: RadioConfig): boolean {
		const first = this.bss[0];
		if (!first || this.state !== 'ENABLED' || config.bss[0]?.bssid !== first.config.bssid) return false;
		const free = [...this.bss];
		const kept: (Bss | undefined)[] = config.bss.map(each => {
			const index = free.findIndex(bss => bss.ifname === each.ifname && sameLines(bss.source, each));
			return free.splice(index, index < 0 ? 0 : 1)[0];
		});
		if (!kept.some(Boolean)) kept[0] = free.shift();
		const names = new Set(config.bss.map(bss => bss.ifname));
		for (const bss of free) this.#remove(bss, !names.has(bss.ifname));
		this.config = config;
		const replaced = new Set(free.map(bss => bss.ifname));
		this.bss = config.bss.map((each, index) => kept[index] ?? new Bss(this.host, this, each));
		return config.bss.every((each, index) => {
			const bss = this.bss[index];
			if (!bss) return false;
			if (!kept[index]) return this.#bringUp(bss, replaced.has(each.ifname) ? BSS_RESTART : START);
			return sameLines(bss.source, each) ? this.#update(bss, each) : this.restartBss(bss, each);
		});
	}

	/** The BSS disappears for half a second and returns as another ubus object, with its old statistics. */
	restartBss(bss: Bss, source: BssConfig = bss.source): boolean {
		if (bss.ifname === source.ifname) bss.takeDown();
		else bss.remove();
		bss.configure(source);
		return this.#bringUp(bss, BSS_RESTART);
	}

	/** Only the key file may differ: no restart, and nobody asks how it went (bss_reload_psk, set_config with files_only). */
	#update(bss: Bss, config: BssConfig): boolean {
		if (bss.source.pskFile !== config.pskFile || bss.keys.outdated) bss.reloadKeys(config);
		return true;
	}

	/** Before July 2026 a start_disabled of the configuration silenced a running access point here (OpenWrt e7cf46369b). */
	#bringUp(bss: Bss, delay: number): boolean {
		if (!bss.setUp()) return false;
		this.#wait(bss, delay, () => {
			if (this.state === 'ENABLED') bss.start(this.host.clearsStartDisabled || undefined);
		});
		return true;
	}

	#remove(bss: Bss, interfaceToo: boolean): void {
		this.#waits.get(bss)?.();
		this.#waits.delete(bss);
		if (interfaceToo) bss.remove();
		else bss.takeDown();
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

/** The same but for the files that hostapd re-reads without a restart (file_fields in hostapd.uc). */
function sameLines(left: BssConfig, right: BssConfig): boolean {
	const lines = (config: BssConfig) => JSON.stringify({ ...config, pskFile: null });
	return lines(left) === lines(right);
}

import { UBUS, type Answer, type Bus, type Message, type Method } from '../bus';
import type { Clock } from '../clock';
import type { Bss, Host } from './bss';
import { runCli, type CliResult } from './cli';
import type { BssConfig, RadioConfig } from './config';
import type { Files } from './files';
import { readLines } from './lines';
import { Radio } from './radio';

/** `full` has CONFIG_WPS, `basic` has not. */
export type Build = 'full' | 'basic';

/** procd needs so long to start the daemon again. */
const RESPAWN = 500;

type Handler = (args: Message) => Answer;
type NotifyListener = (object: string, type: string, message: Message) => void;

/** The one hostapd process of the router: radios, BSSs, ubus objects, control sockets. */
export class Hostapd implements Host {
	readonly bus: Bus;
	readonly clock: Clock;
	readonly files: Files;
	/** The binary of the running process. */
	running: Build;
	/** The binary on disk; a package swap changes only this one until the next restart. */
	installed: Build;
	/** Milliseconds until an answer. */
	slow = 0;
	/** hostapd of main: see `Host`. */
	readonly clearsStartDisabled: boolean;
	/** Is the uplink of this radio connected, as wpa_supplicant tells it? */
	uplinkConnected: (phy: string) => boolean = () => false;
	readonly radios = new Map<string, Radio>();
	/** All that was ever logged, as it would stand in syslog behind `hostapd: `. */
	readonly journal: string[] = [];
	#alive = false;
	#hung = false;
	/** What stands in its sockets while it is busy. */
	#waiting: (() => void)[] = [];
	/** Configuration that outlives a restart where no netifd brings it again. */
	readonly #configs = new Map<string, RadioConfig>();
	readonly #exits = new Set<() => void>();
	readonly #listeners = new Set<NotifyListener>();
	readonly #log: (line: string) => void;
	readonly #netdev: Host['netdev'];
	#abortRespawn = () => {};

	constructor(options: {
		bus: Bus;
		clock: Clock;
		files: Files;
		log?: (line: string) => void;
		/** The kernel's side of the interfaces. */
		netdev?: Host['netdev'];
		running: Build;
		installed: Build;
		clearsStartDisabled?: boolean;
	}) {
		this.bus = options.bus;
		this.clock = options.clock;
		this.files = options.files;
		this.running = options.running;
		this.installed = options.installed;
		this.#log = options.log ?? (() => {});
		this.#netdev = options.netdev ?? (() => {});
		this.clearsStartDisabled = options.clearsStartDisabled ?? false;
		this.#launch();
	}

	get build(): Build {
		return this.running;
	}

	get alive(): boolean {
		return this.#alive;
	}

	get hasWps(): boolean {
		return this.running === 'full';
	}

	/** The objects exist but nothing answers any more; what was asked meanwhile is obeyed when it wakes. */
	get hung(): boolean {
		return this.#hung;
	}

	set hung(hung: boolean) {
		this.#hung = hung;
		if (!hung) for (const task of this.#waiting.splice(0)) task();
	}

	/** Does it when the daemon gets to it. */
	whenAwake(task: () => void): void {
		if (this.#hung) this.#waiting.push(task);
		else this.clock.after(this.slow, () => this.#alive && (this.#hung ? this.#waiting.push(task) : task()));
	}

	get bssList(): readonly Bss[] {
		return [...this.radios.values()].flatMap(radio => radio.bss);
	}

	/** The BSS of that name, on the air or not. */
	bss(ifname: string): Bss | undefined {
		const candidates = this.bssList.filter(bss => bss.ifname === ifname);
		return candidates.find(bss => bss.objectId !== null) ?? candidates[0];
	}

	// Configuration

	/**
	 * `config_set`: starts, reloads or (with null) removes a radio. False: HOSTAPD_START_FAILED, the whole radio
	 * is down. A build without WPS rejects the file for one unknown line.
	 */
	configSet(phy: string, config: RadioConfig | null): boolean {
		if (!this.#alive) return false;
		const former = this.radios.get(phy);
		if (!config) {
			former?.stop();
			this.radios.delete(phy);
			this.#configs.delete(phy);
			return true;
		}
		const next = structuredClone(config);
		this.#configs.set(phy, next);
		if (former && sameRadio(former.config, next)) {
			// Nothing is read where nothing differs (iface_reload_config).
			if (former.holds(next) || (this.#accepts(next) && former.reload(next))) return true;
		}
		former?.stop();
		this.radios.delete(phy);
		if (this.#accepts(next)) {
			const radio = new Radio(this, next);
			this.radios.set(phy, radio);
			if (radio.start(this.uplinkConnected(phy))) return true;
			this.radios.delete(phy);
		}
		this.log(`hostapd.add_iface failed for phy ${phy} ifname=${next.bss[0]?.ifname}`);
		return false;
	}

	/** One BSS alone goes down and comes back; its statistics survive. */
	restartBss(ifname: string, changes: Partial<BssConfig> = {}): boolean {
		const bss = this.bss(ifname);
		return !!bss && bss.radio.restartBss(bss, { ...bss.source, ...changes });
	}

	// Life and death

	/** `service wpad restart`: everything is forgotten, and what runs afterwards is the installed build. */
	restart(): void {
		this.kill();
		this.#abortRespawn = this.clock.after(RESPAWN, () => this.start());
	}

	/** The process is gone and stays away until `start` or `restart`. */
	kill(): void {
		this.#abortRespawn();
		if (!this.#alive) return;
		this.#alive = false;
		this.#waiting = [];
		for (const radio of this.radios.values()) radio.stop();
		this.radios.clear();
		this.bus.remove('hostapd');
		for (const listener of [...this.#exits]) listener();
	}

	start(): void {
		if (this.#alive) return;
		this.running = this.installed;
		this.hung = false;
		this.#launch();
		if (!this.#exits.size) for (const [phy, config] of [...this.#configs]) this.configSet(phy, config);
	}

	/** netifd watches the process; whoever registers here brings the configuration again after an exit. */
	onExit(listener: () => void): () => void {
		this.#exits.add(listener);
		return () => this.#exits.delete(listener);
	}

	/** Subscribers of `hostapd.<ifname>`: probe, auth, assoc, deauth, sta-authorized, key-mismatch (OpenWrt's ubus.c). */
	onNotify(listener: NotifyListener): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	// The command line

	/** hostapd_cli with these arguments. */
	cli(argv: string[], limit = 0): CliResult {
		return runCli(this, argv, limit);
	}

	/** `hostapd -v<feature>` asks the binary on disk. */
	hasFeature(feature: string): boolean {
		return this.installed === 'full' || feature !== 'wps';
	}

	// What BSSs use

	log(line: string): void {
		this.journal.push(line);
		this.#log(line);
	}

	publish(name: string, methods: Record<string, Handler>): number | null {
		const guarded = Object.entries(methods).map(([method, handler]) => [method, this.#guard(handler)]);
		return this.bus.publish(name, Object.fromEntries(guarded));
	}

	unpublish(name: string, id: number): void {
		if (this.bus.list(name).some(object => object.id === id)) this.bus.remove(name);
	}

	notify(object: string, type: string, message: Message): void {
		for (const listener of [...this.#listeners]) listener(object, type, structuredClone(message));
	}

	netdev(ifname: string, state: { address: string; carrier: boolean } | null): void {
		this.#netdev(ifname, state);
	}

	#launch(): void {
		this.#alive = true;
		this.publish('hostapd', {
			reload: () => this.#reload(),
			apsta_state: args => this.#uplinkChanged(args),
			bss_info: args => this.#bssInfo(args),
			status: () => ({ code: UBUS.OK, data: { interfaces: this.#interfaces() } })
		});
	}

	#guard(handler: Handler): Method {
		return (args, reply) => {
			if (!this.#hung && !this.slow) return handler(args);
			this.whenAwake(() => reply(handler(args)));
		};
	}

	/** Without arguments: all radios read their configuration again, and with it the key files (hostapd.uc main_obj). */
	#reload(): Answer {
		for (const [phy, config] of [...this.#configs]) this.configSet(phy, config);
		return { code: UBUS.OK };
	}

	/** What wpa_supplicant tells of a radio's uplink, mesh or adhoc network (main_obj.apsta_state in hostapd.uc). */
	#uplinkChanged({ phy, up, frequency }: Message): Answer {
		if (typeof phy !== 'string' || !phy || typeof up !== 'boolean') return { code: UBUS.INVALID_ARGUMENT };
		const radio = this.radios.get(phy);
		if (up) radio?.startBeacons(typeof frequency === 'number' && frequency ? frequency : null);
		else radio?.stopBeacons();
		return { code: UBUS.OK };
	}

	/** Only what stands in the file under these names: `ssid2` does not count (test/traces/openwrt-wifi-stack.log, "bss_info, status"). */
	#bssInfo({ iface }: Message): Answer {
		if (typeof iface !== 'string') return { code: UBUS.INVALID_ARGUMENT };
		const bss = this.bss(iface);
		if (!bss) return { code: UBUS.NOT_FOUND };
		const { wpa, pairwise, ieee80211w, keyMgmt } = bss.config;
		const data: Message = { hw_mode: bss.radio.config.hwMode };
		if (wpa) Object.assign(data, { wpa: String(wpa), wpa_pairwise: pairwise.join(' ') });
		data.ieee80211w = String(ieee80211w);
		if (wpa) data.wpa_key_mgmt = keyMgmt.join(' ');
		return { code: UBUS.OK, data };
	}

	#interfaces(): Message {
		const entries = this.bssList.map(bss => [
			bss.ifname,
			{
				wiphy: bss.radio.config.wiphy,
				macaddr: bss.address,
				running: bss.started,
				pending: bss.radio.state !== 'ENABLED'
			}
		]);
		return Object.fromEntries(entries) as Message;
	}

	/** hostapd_config_read: one line that it does not like and the whole file is refused (hostap hostapd/config_file.c). */
	#accepts(config: RadioConfig): boolean {
		const errors = config.bss.flatMap(bss => readLines(bss, this.files, this.hasWps).errors);
		for (const error of errors) this.log(error);
		if (errors.length) this.log(`${errors.length} errors found in configuration file 'data:'`);
		return !errors.length;
	}
}

function sameRadio(left: RadioConfig, right: RadioConfig): boolean {
	return JSON.stringify({ ...left, bss: [] }) === JSON.stringify({ ...right, bss: [] });
}

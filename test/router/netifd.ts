import { UBUS, type Answer, type Bus, type Message, type Value } from './bus';
import type { Clock } from './clock';
import type { Files, Hostapd } from './hostapd/index';
import {
	DEVICE_TYPES,
	INTERFACE_TYPES,
	isSet,
	list,
	radiosOf,
	STATION_TYPES,
	text,
	typed,
	type Section
} from './hostapd/uci-types';
import { radioConfig, type Interface } from './hostapd/wifi-scripts';
import { since, type Release } from './release';
import type { Supplicant } from './supplicant';

export type { Section };

/** /etc/config/wireless as committed. */
export interface WirelessConfig {
	/** wifi-device */
	devices: Section[];
	/** wifi-iface */
	interfaces: Section[];
	/** wifi-station */
	stations: Section[];
}

/** Milliseconds: the script for one radio, taking it down, noticing that hostapd died (once a second). */
const SETUP = 1_300;
const TEARDOWN = 200;
const PROCESS_CHECK = 1_000;

/** A failed set-up is tried again so often (wireless-device.uc DEFAULT_RETRY). */
const RETRIES = 3;

const NONE: ReadonlySet<string> = new Set();

/** `phy`: phy0-ap0 (23.05 and later); `wlan`: wlan0, wlan0-1 (22.03). */
export type Naming = 'phy' | 'wlan';

/** One wifi-device with its interfaces, as netifd holds it. */
interface Data {
	config: { [option: string]: Value };
	phy: string;
	interfaces: Interface[];
}

type State = 'down' | 'setup' | 'up' | 'teardown';

/** A radio's state machine (WS/files/lib/netifd/wireless-device.uc). */
interface Device {
	name: string;
	data: Data;
	state: State;
	autostart: boolean;
	retry: number;
	retrySetupFailed: boolean;
	/** Something changed since the running set-up began. */
	changed: boolean;
	gone: boolean;
	/** Sections whose interface names the script has told. */
	named: ReadonlySet<string>;
}

/** netifd's wireless part with its scripts: UCI in, hostapd configuration and ubus status out. */
export class Netifd {
	readonly bus: Bus;
	readonly clock: Clock;
	readonly hostapd: Hostapd;
	readonly files: Files;
	/** Tells how many set-ups each radio had, for tests that count. */
	readonly setups = new Map<string, number>();
	readonly #read: () => WirelessConfig;
	readonly #naming: Naming;
	readonly #release: Release;
	readonly #supplicant: Supplicant | null;
	readonly #devices = new Map<string, Device>();
	/** netifd runs one script at a time. */
	readonly #queue: { device: Device; delay: number; done: () => void }[] = [];
	#abortScript: (() => void) | null = null;
	#running = false;

	constructor(options: {
		bus: Bus;
		clock: Clock;
		hostapd: Hostapd;
		files: Files;
		read: () => WirelessConfig;
		naming?: Naming;
		release?: Release;
		supplicant?: Supplicant;
	}) {
		this.bus = options.bus;
		this.clock = options.clock;
		this.hostapd = options.hostapd;
		this.files = options.files;
		this.#read = options.read;
		this.#naming = options.naming ?? 'phy';
		this.#release = options.release ?? '25.12';
		this.#supplicant = options.supplicant ?? null;
		this.hostapd.onExit(() => this.#processGone());
	}

	boot(): void {
		if (this.#running) return;
		this.#running = true;
		this.bus.publish('network.wireless', {
			status: args => this.#status(args),
			up: args => this.#each(args, device => this.#start(device)),
			down: args => this.#each(args, device => this.#stop(device))
		});
		this.bus.publish('network', {
			reload: () => {
				this.reload();
				return { code: UBUS.OK };
			}
		});
		this.bus.publish('service', { event: args => this.#event(args) });
		this.reload();
	}

	/** Reads the configuration again and touches the radios that differ from what they run. */
	reload(): void {
		if (!this.#running) return;
		const config = this.#read();
		const names = new Set(config.devices.map(section => section['.name']));
		for (const device of this.#devices.values()) {
			if (names.has(device.name)) continue;
			device.gone = true;
			this.#teardown(device);
		}
		for (const data of this.#interpret(config)) this.#update(data.name, data.data);
	}

	/** `service network restart`: the objects vanish, all radios go down and come up again. */
	restart(): void {
		this.halt();
		this.clock.after(PROCESS_CHECK, () => this.boot());
	}

	/** All radios go down, and the objects are gone; `boot` brings them back. */
	halt(): void {
		this.#running = false;
		this.#abortScript?.();
		this.#abortScript = null;
		this.#queue.length = 0;
		for (const name of ['network.wireless', 'network', 'service']) this.bus.remove(name);
		for (const { data } of this.#devices.values()) {
			this.hostapd.configSet(data.phy, null);
			this.#supplicant?.configure(data.phy, 0, []);
		}
		this.#devices.clear();
	}

	// ubus

	/** As the ucode object (25.12 on): refuses arguments it does not know, with code 2. */
	#status(args: Message): Answer {
		const { device: wanted, ...rest } = args;
		if (Object.keys(rest).length || (wanted !== undefined && typeof wanted !== 'string'))
			return { code: UBUS.INVALID_ARGUMENT };
		if (typeof wanted === 'string' && !this.#devices.has(wanted)) return { code: UBUS.NOT_FOUND };
		const shown = [...this.#devices.values()].filter(device => wanted === undefined || device.name === wanted);
		return { code: UBUS.OK, data: Object.fromEntries(shown.map(device => [device.name, describe(device)])) };
	}

	#each({ device: wanted }: Message, action: (device: Device) => void): Answer {
		for (const device of [...this.#devices.values()])
			if (wanted === undefined || device.name === wanted) action(device);
		return { code: UBUS.OK };
	}

	/** procd's `service event`: a committed change of /etc/config/wireless ends in `network reload`. */
	#event({ type, data }: Message): Answer {
		if (typeof type !== 'string') return { code: UBUS.INVALID_ARGUMENT };
		const about = data && typeof data === 'object' && !Array.isArray(data) ? data.package : null;
		if (type === 'config.change' && (about === 'wireless' || about === 'network'))
			this.clock.after(100, () => this.reload());
		return { code: UBUS.OK };
	}

	// The state machine

	#update(name: string, data: Data): void {
		let device = this.#devices.get(name);
		if (!device) {
			device = {
				name,
				data,
				state: 'down',
				autostart: true,
				retry: RETRIES,
				retrySetupFailed: false,
				changed: true,
				gone: false,
				named: NONE
			};
			this.#devices.set(name, device);
		} else {
			device.gone = false;
			if (JSON.stringify(device.data) === JSON.stringify(data)) return;
			device.data = data;
			device.named = NONE;
			device.changed = true;
		}
		device.retry = RETRIES;
		device.retrySetupFailed = false;
		if (data.config.disabled) this.#teardown(device);
		else this.#setup(device);
	}

	#start(device: Device): void {
		device.autostart = true;
		device.retry = RETRIES;
		device.retrySetupFailed = false;
		if (device.state === 'down') this.#setup(device);
	}

	#stop(device: Device): void {
		device.autostart = false;
		this.#teardown(device);
	}

	/** An up radio is set up again without a teardown: hostapd finds out what changed. */
	#setup(device: Device): void {
		if (device.state !== 'up' && device.state !== 'down') return;
		if (!device.autostart || device.retrySetupFailed || device.data.config.disabled || device.gone) return;
		device.state = 'setup';
		device.changed = false;
		device.named = NONE;
		this.#script(device, SETUP, () => this.#configure(device));
	}

	#configure(device: Device): void {
		if (device.state !== 'setup') return;
		if (device.changed && !device.data.config.disabled && !device.gone && device.autostart) {
			device.state = 'down';
			return this.#setup(device);
		}
		this.setups.set(device.name, (this.setups.get(device.name) ?? 0) + 1);
		const outcome = radioConfig({ ...device.data, release: this.#release }, name => this.#keyFile(name));
		// Without a daemon the script waits for it until netifd's patience is over (DEFAULT_SCRIPT_TIMEOUT).
		if ('config' in outcome && this.hostapd.alive) {
			const { config, named } = outcome;
			// config_set answers with the process whatever hostapd makes of the file (hostapd.uc): netifd takes the radio for up.
			if (config.bss.length) this.hostapd.configSet(device.data.phy, config);
			else this.#clear(device);
			this.#supplicant?.configure(device.data.phy, config.freq, device.data.interfaces);
			device.state = 'up';
			device.named = new Set(named);
			return;
		}
		if (device.retry > 0) device.retry--;
		else device.retrySetupFailed = true;
		this.#teardown(device);
	}

	#clear(device: Device): boolean {
		return this.hostapd.configSet(device.data.phy, null);
	}

	#teardown(device: Device): void {
		if (device.state === 'teardown') return;
		if (device.state === 'down') {
			if (device.gone) this.#devices.delete(device.name);
			return;
		}
		device.state = 'teardown';
		this.#script(device, TEARDOWN, () => {
			this.#clear(device);
			this.#supplicant?.configure(device.data.phy, 0, []);
			device.named = NONE;
			device.state = 'down';
			if (device.gone) this.#devices.delete(device.name);
			else this.#setup(device);
		});
	}

	#script(device: Device, delay: number, done: () => void): void {
		const waiting = this.#queue.findIndex(each => each.device === device);
		if (waiting >= 0) this.#queue.splice(waiting, 1);
		this.#queue.push({ device, delay, done });
		this.#runNext();
	}

	#runNext(): void {
		if (this.#abortScript) return;
		const next = this.#queue.shift();
		if (!next) return;
		this.#abortScript = this.clock.after(next.delay, () => {
			this.#abortScript = null;
			next.done();
			this.#runNext();
		});
	}

	/** netifd looks once a second whether hostapd's pid is alive, and sets up all radios again. */
	#processGone(): void {
		this.clock.after(PROCESS_CHECK, () => {
			if (!this.#running) return;
			for (const device of [...this.#devices.values()]) if (device.state === 'up') this.#teardown(device);
		});
	}

	/** The stock file is truncated at every set-up, a configured one only touched (wifi-scripts, ap.uc). */
	#keyFile({
		configured,
		ifname,
		stations
	}: {
		configured: string | null;
		ifname: string;
		stations: string;
	}): string {
		if (configured) {
			if (!this.files.exists(configured)) this.files.write(configured, '');
			return configured;
		}
		const path = `/var/run/hostapd-${ifname}.psk`;
		this.files.write(path, stations);
		return path;
	}

	#interpret({ devices, interfaces, stations }: WirelessConfig): { name: string; data: Data }[] {
		const release = this.#release;
		let mlo = 0;
		const mloNames = new Map<string, string>();
		for (const section of interfaces)
			if (this.#isMlo(section) && !isSet(section.disabled)) mloNames.set(section['.name'], `ap-mld${mlo++}`);
		// A radio of a type for which there is no script does not exist for netifd.
		const own = devices.filter(device => device.type === 'mac80211');
		return own.map(device => {
			const name = device['.name'];
			const number = devices.indexOf(device);
			const wiphy = text(device.phy as string) ?? `phy${number}`;
			const phy = device.radio === undefined ? wiphy : `${wiphy}.${String(device.radio)}`;
			const counters = new Map<string, number>();
			const config: Data['config'] = { ...typed(device, DEVICE_TYPES, release), phy: wiphy };
			// netifd in ucode gives a radio that is off no interfaces at all (wireless.uc config_init).
			const off = config.disabled === true && since(release, '25.12');
			const mine = interfaces.filter(
				section => !off && radiosOf(section, release).includes(name) && !isSet(section.disabled)
			);
			return {
				name,
				data: {
					config,
					phy,
					interfaces: mine.map(section => {
						const options = typed(section, INTERFACE_TYPES, release);
						const mode = Array.isArray(options.mode) ? '' : (text(options.mode) ?? '');
						const kind = since(release, '25.12') ? mode : ({ adhoc: 'ibss', monitor: 'mon' }[mode] ?? mode);
						const count = counters.get(this.#naming === 'phy' ? kind : '') ?? 0;
						const mloName = mloNames.get(section['.name']);
						if (!mloName) counters.set(this.#naming === 'phy' ? kind : '', count + 1);
						const usual =
							this.#naming === 'phy'
								? `${phy}-${kind}${count}`
								: `wlan${number}${count ? `-${count}` : ''}`;
						return {
							section: this.#nameOf(section, interfaces),
							config: { ...options, ...(since(release, '25.12') && { radios: [] }) },
							ifname: text(options.ifname) ?? mloName ?? usual,
							stations: this.#stationsOf(section, stations)
						};
					})
				}
			};
		});
	}

	/** Up to 24.10 a section without a name is called by its place among its kind (netifd config.c, config_section_idx). */
	#nameOf(section: Section, all: Section[]): string {
		if (since(this.#release, '25.12') || !section['.anonymous']) return section['.name'];
		return `@wifi-iface[${all.indexOf(section)}]`;
	}

	/** wifi-station sections of an interface. Up to 24.10 one without a name has none, and a list of interfaces means all. */
	#stationsOf(section: Section, stations: Section[]): Interface['stations'] {
		const ucode = since(this.#release, '25.12');
		if (!ucode && section['.anonymous']) return [];
		const own = stations.filter(({ iface, disabled }) => {
			if (isSet(disabled)) return false;
			if (iface === undefined || (!ucode && Array.isArray(iface))) return true;
			return (ucode ? list(iface as string) : [iface]).includes(section['.name']);
		});
		return own.map(each => typed(each, STATION_TYPES, this.#release));
	}

	#isMlo(section: Section): boolean {
		return isSet(section.mlo) && radiosOf(section, this.#release).length > 1;
	}
}

/** One radio in `network.wireless status` (wireless-device.uc status()). The key stands in it in clear. */
function describe({ data, state, autostart, retrySetupFailed, named }: Device): Message {
	return {
		up: state === 'up',
		pending: state === 'setup' || state === 'teardown',
		autostart,
		disabled: data.config.disabled === true,
		retry_setup_failed: retrySetupFailed,
		config: data.config,
		interfaces: data.interfaces.map(({ section, config, ifname, stations }) => ({
			section,
			config,
			...(named.has(section) ? { ifname } : {}),
			vlans: [],
			stations: stations.map(each => ({ config: each }))
		}))
	};
}

import { UBUS, type Answer, type Bus, type Message, type Value } from './bus';
import type { Clock } from './clock';
import type { Files, Hostapd } from './hostapd/index';
import { DEVICE_TYPES, INTERFACE_TYPES, isSet, list, text, typed, type Section } from './hostapd/uci-types';
import { radioConfig, type Interface } from './hostapd/wifi-scripts';
import type { Release } from './release';
import type { Supplicant } from './supplicant';

export type { Section };

/** /etc/config/wireless as committed. */
export interface WirelessConfig {
	/** wifi-device */
	devices: Section[];
	/** wifi-iface */
	interfaces: Section[];
}

/** Milliseconds: the script for one radio, taking it down, noticing that hostapd died (once a second). */
const SETUP = 1_300;
const TEARDOWN = 200;
const PROCESS_CHECK = 1_000;

/** A failed set-up is tried again so often (wireless-device.uc DEFAULT_RETRY). */
const RETRIES = 3;

/** `phy`: phy0-ap0 (23.05 and later); `wlan`: wlan0, wlan0-1 (facts §3, ifnames). */
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
	/** The interface names are known only after a set-up. */
	named: boolean;
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

	/** As the ucode object: refuses arguments it does not know, with code 2 (facts §5). */
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
				named: false
			};
			this.#devices.set(name, device);
		} else {
			device.gone = false;
			if (JSON.stringify(device.data) === JSON.stringify(data)) return;
			device.data = data;
			device.named = false;
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
		device.named = false;
		this.#script(device, SETUP, () => this.#configure(device));
	}

	#configure(device: Device): void {
		if (device.state !== 'setup') return;
		if (device.changed && !device.data.config.disabled && !device.gone && device.autostart) {
			device.state = 'down';
			return this.#setup(device);
		}
		this.setups.set(device.name, (this.setups.get(device.name) ?? 0) + 1);
		const config = radioConfig({ ...device.data, release: this.#release }, name => this.#keyFile(name));
		const up = config.bss.length ? this.hostapd.configSet(device.data.phy, config) : this.#clear(device);
		this.#supplicant?.configure(device.data.phy, config.freq, device.data.interfaces);
		if (up) {
			device.state = 'up';
			device.named = true;
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
			device.named = false;
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

	/** netifd looks once a second whether hostapd's pid is alive, and sets up all radios again (facts §6). */
	#processGone(): void {
		this.clock.after(PROCESS_CHECK, () => {
			if (!this.#running) return;
			for (const device of [...this.#devices.values()]) if (device.state === 'up') this.#teardown(device);
		});
	}

	/** The stock file is truncated at every set-up, a configured one only touched (facts 2.5). */
	#keyFile({ configured, ifname }: { configured: string | null; ifname: string }): string {
		if (configured) {
			if (!this.files.exists(configured)) this.files.write(configured, '');
			return configured;
		}
		const path = `/var/run/hostapd-${ifname}.psk`;
		this.files.write(path, '');
		return path;
	}

	#interpret({ devices, interfaces }: WirelessConfig): { name: string; data: Data }[] {
		let mlo = 0;
		const mloNames = new Map<string, string>();
		for (const section of interfaces)
			if (isMlo(section) && !isSet(section.disabled)) mloNames.set(section['.name'], `ap-mld${mlo++}`);
		return devices.map((device, index) => {
			const name = device['.name'];
			const wiphy = text(device.phy) ?? `phy${index}`;
			const phy = text(device.radio) === null ? wiphy : `${wiphy}.${text(device.radio)}`;
			const counters = new Map<string, number>();
			const mine = interfaces.filter(section => list(section.device).includes(name) && !isSet(section.disabled));
			const config = { ...typed(device, DEVICE_TYPES), phy: wiphy };
			return {
				name,
				data: {
					config,
					phy,
					interfaces: mine.map(section => {
						const mode = text(section.mode) ?? 'ap';
						const kind =
							{ ap: 'ap', sta: 'sta', mesh: 'mesh', adhoc: 'ibss', monitor: 'mon' }[mode] ?? mode;
						const number = counters.get(this.#naming === 'phy' ? kind : '') ?? 0;
						const mloName = mloNames.get(section['.name']);
						if (!mloName) counters.set(this.#naming === 'phy' ? kind : '', number + 1);
						const usual =
							this.#naming === 'phy'
								? `${phy}-${kind}${number}`
								: `wlan${index}${number ? `-${number}` : ''}`;
						return {
							section: section['.name'],
							config: { mode, ...typed(section, INTERFACE_TYPES), radios: [] },
							ifname: text(section.ifname) ?? mloName ?? usual
						};
					})
				}
			};
		});
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
		interfaces: data.interfaces.map(({ section, config, ifname }) => ({
			section,
			config,
			...(named ? { ifname } : {}),
			vlans: [],
			stations: []
		}))
	};
}

function isMlo(section: Section): boolean {
	return isSet(section.mlo) && list(section.device).length > 1;
}

import { UBUS, type Bus, type Message } from './bus';
import type { Clock } from './clock';
import type { Hostapd } from './hostapd/index';
import type { Interface } from './hostapd/wifi-scripts';

/** Milliseconds until a search begins, behind hostapd's own set-up, and from there to the connection. */
const BEGIN = 200;
const CONNECT = 3_000;

/** The modes that wpa_supplicant runs (mac80211.sh of the wifi-scripts). */
const MODES = ['sta', 'mesh', 'adhoc'];

/** One interface of wpa_supplicant: the way to another access point, a mesh, an adhoc network. */
export class Uplink {
	/** What `wpa_cli status` calls wpa_state. */
	state: 'SCANNING' | 'COMPLETED' = 'SCANNING';
	/** wps_start was called: the router is the device. */
	pressed = false;

	constructor(
		readonly ifname: string,
		readonly phy: string,
		readonly mode: string,
		/** Of the radio: the other side is on the same channel. */
		readonly frequency: number
	) {}
}

/** What the daemon needs of the router. */
interface Surroundings {
	bus: Bus;
	clock: Clock;
	hostapd: Hostapd;
	/** The kernel's interface, as for hostapd's. */
	netdev: (ifname: string, state: { address: string; carrier: boolean } | null) => void;
}

/** wpa_supplicant with OpenWrt's scripts (files/wpa_supplicant.uc): it searches, connects, and tells hostapd of each step. */
export class Supplicant {
	/** Is what the uplinks look for in reach? Meshes and adhoc networks need nobody. */
	near = true;
	readonly #uplinks = new Map<string, Uplink>();
	/** What each radio was configured with: the same again changes nothing, not even for a radio that was set up anew. */
	readonly #configs = new Map<string, string>();
	readonly #waits = new Map<string, () => void>();

	constructor(readonly around: Surroundings) {
		around.hostapd.uplinkConnected = phy => this.#of(phy).some(uplink => uplink.state === 'COMPLETED');
	}

	get uplinks(): readonly Uplink[] {
		return [...this.#uplinks.values()];
	}

	/** netifd's script for one radio; called after it has configured hostapd. */
	configure(phy: string, frequency: number, interfaces: Interface[]): void {
		const mine = interfaces.filter(({ config }) => MODES.includes(String(config.mode)));
		// A station follows the other side's channel; the others bring their own.
		const fixed = mine.some(each => each.config.mode !== 'sta') ? frequency : null;
		const config = mine.length ? JSON.stringify([fixed, mine]) : '';
		if (config === (this.#configs.get(phy) ?? '')) return this.#searchAgain(phy);
		this.#configs.set(phy, config);
		for (const uplink of this.#of(phy)) this.#remove(uplink);
		for (const { ifname, config: options } of mine) this.#add(ifname, phy, String(options.mode), frequency);
	}

	/** The access point on the other side comes into reach. */
	connect(): void {
		this.near = true;
		for (const uplink of this.#uplinks.values()) if (uplink.state !== 'COMPLETED') this.#search(uplink);
	}

	/** It goes: all uplinks begin to search. */
	disconnect(): void {
		this.near = false;
		for (const uplink of this.#uplinks.values()) if (uplink.mode === 'sta') this.#search(uplink);
	}

	#of(phy: string): Uplink[] {
		return this.uplinks.filter(uplink => uplink.phy === phy);
	}

	/** hostapd stops a supplicant that is not connected while it adds the radio, and lets it go on then (hostapd.uc). */
	#searchAgain(phy: string): void {
		for (const uplink of this.#of(phy)) if (uplink.state !== 'COMPLETED') this.#search(uplink);
	}

	#add(ifname: string, phy: string, mode: string, frequency: number): void {
		const uplink = new Uplink(ifname, phy, mode, frequency);
		this.#uplinks.set(ifname, uplink);
		this.#show(uplink);
		// All answer 0, whatever becomes of it (OpenWrt's wpa_supplicant.uc).
		const press = (pressed: boolean) => {
			uplink.pressed = pressed;
			return { code: UBUS.OK };
		};
		this.around.bus.publish(`wpa_supplicant.${ifname}`, {
			reload: () => ({ code: UBUS.OK }),
			control: () => ({ code: UBUS.OK }),
			wps_start: () => press(true),
			wps_cancel: () => press(false)
		});
		this.#search(uplink);
	}

	#remove(uplink: Uplink): void {
		this.#waits.get(uplink.ifname)?.();
		this.#uplinks.delete(uplink.ifname);
		this.around.bus.remove(`wpa_supplicant.${uplink.ifname}`);
		this.around.netdev(uplink.ifname, null);
	}

	#search(uplink: Uplink): void {
		this.#wait(uplink, BEGIN, () => {
			this.#enter(uplink, 'SCANNING', { up: false });
			if (uplink.mode === 'sta' && !this.near) return;
			this.#wait(uplink, CONNECT, () =>
				this.#enter(uplink, 'COMPLETED', { up: true, frequency: uplink.frequency })
			);
		});
	}

	#wait(uplink: Uplink, delay: number, task: () => void): void {
		this.#waits.get(uplink.ifname)?.();
		this.#waits.set(uplink.ifname, this.around.clock.after(delay, task));
	}

	#show({ ifname, state }: Uplink): void {
		this.around.netdev(ifname, { address: addressOf(ifname), carrier: state === 'COMPLETED' });
	}

	/** iface_hostapd_notify. */
	#enter(uplink: Uplink, state: Uplink['state'], message: Message): void {
		uplink.state = state;
		this.#show(uplink);
		this.around.bus.call('hostapd', 'apsta_state', { phy: uplink.phy, ...message });
	}
}

/** Another than that of any access point: those begin with 02, 42, 82 or c2 (wifi-scripts.ts). */
function addressOf(ifname: string): string {
	const [, phy = '0', number = '0'] = /^\D*(\d+)\D+(\d+)?$/.exec(ifname) ?? [];
	return ['06', '00', '00', '00', phy.padStart(2, '0'), number.padStart(2, '0')].join(':');
}

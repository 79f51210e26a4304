import type { Answer, Message } from '../bus';
import type { Clock } from '../clock';
import { DEFAULT_ADDRESS, forcedOff, type BssConfig } from './config';
import type { Files } from './files';
import { parseCredential, type Credential } from './credential';
import { Keys } from './keys';
import type { Radio } from './radio';
import { readLines, type Reading } from './lines';
import { toPsk } from './psk-file';
import { Registrar, type Enrollee, type Offer, type Password } from './registrar';
import type { Station } from './station';
import { WpsStats } from './stats';
import { uuidOf } from './uuid';
import { bssMethods } from './methods';

/** What a BSS needs of the process it lives in. */
export interface Host {
	readonly clock: Clock;
	readonly files: Files;
	readonly bssList: readonly Bss[];
	/** Compiled with CONFIG_WPS? */
	readonly hasWps: boolean;
	/** A BSS that is set up anew beacons whatever start_disabled says (OpenWrt e7cf46369b, main since July 2026). */
	readonly clearsStartDisabled: boolean;
	log(line: string): void;
	publish(name: string, methods: Record<string, (args: Message) => Answer>): number | null;
	unpublish(name: string, id: number): void;
	notify(object: string, type: string, message: Message): void;
	/** The kernel's interface of this name, and whether it has a carrier; null takes it away. */
	netdev(ifname: string, state: { address: string; carrier: boolean } | null): void;
}

/** The HT element of a simple device, as in the trace. */
const HT_CAPABILITIES: Message = {
	ht_capabilities_info: 4222,
	supported_mcs_set: {
		a_mpdu_params: 27,
		ht_extended_capabilities: 0,
		tx_bf_capability_info: 0,
		asel_capabilities: 0,
		supported_mcs_set: [255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]
	}
};

/** One BSS: its ubus object while it is on the air, its registrar, its stations. */
export class Bss {
	readonly stats = new WpsStats();
	readonly stations = new Map<string, Station>();
	/** MAC addresses that del_client banned, until when (monotonic). */
	readonly banned = new Map<string, number>();
	/** Every del_client that named a station or not, for tests. */
	readonly removals: { mac: string; reason: number; deauth: boolean; banTime: number }[] = [];
	/** Set up: the object is there and get_status says ENABLED, with beacons or without. */
	started = false;
	/** Beacons are sent: only now anybody hears it. */
	onAir = false;
	/** Null: wps_state is 0 on this BSS. */
	registrar: Registrar | null = null;
	keys: Keys;
	/** UUID-R, which devices compare (wpas_wps_scan_pbc_overlap, hostap wpa_supplicant/wps_supplicant.c). */
	uuid = '';
	#reading: Reading;
	#object: number | null = null;
	/** The driver refuses to start the beacon. */
	#broken = false;

	constructor(
		readonly host: Host,
		readonly radio: Radio,
		/** As the scripts wrote it. */
		public source: BssConfig
	) {
		this.#reading = readLines(source, host.files, host.hasWps);
		this.keys = new Keys({ ...this.config }, host.files);
	}

	/** As hostapd understands it. */
	get config(): BssConfig {
		return this.#reading.config;
	}

	get ifname(): string {
		return this.config.ifname;
	}

	get objectName(): string {
		return `hostapd.${this.ifname}`;
	}

	/** The ubus object; null while off the air, or when the name was taken already (MLO). */
	get objectId(): number | null {
		return this.#object;
	}

	get address(): string {
		return (this.config.bssid ?? DEFAULT_ADDRESS).toLowerCase();
	}

	get independent(): boolean {
		return this.config.wps?.independent ?? false;
	}

	/** Another configuration, for the next set-up. */
	configure(source: BssConfig): void {
		this.source = source;
		this.#reading = readLines(source, this.host.files, this.host.hasWps);
	}

	/** hostapd_setup_bss: keys, registrar, and whether hostapd accepts them at all. */
	setUp(): boolean {
		this.#broken = false;
		this.keys = new Keys({ ...this.config }, this.host.files);
		const error = this.keys.load();
		if (error) {
			this.host.log(error);
			return false;
		}
		const { wps } = this.config;
		if (!wps || !this.host.hasWps) return true;
		this.uuid = this.#ownUuid();
		const reason = forcedOff(this.config);
		if (reason) this.host.log(reason);
		else this.registrar = new Registrar(this.host.clock, this.stats, line => this.log(line));
		if (!reason && wps.methods.includes('push_button'))
			this.host.log('WPS: Converting push_button to virtual_push_button for WPS 2.0 compliance');
		return true;
	}

	/**
	 * hostapd_setup_bss, behind any radar check: interface and object appear, and unless `start_disabled` says
	 * otherwise so does the beacon (hostapd_start_beacon, hostap src/ap/hostapd.c).
	 */
	start(beacon = !this.config.startDisabled): void {
		if (this.started) return;
		this.started = true;
		this.#setCarrier(false);
		this.#object = this.host.publish(this.objectName, bssMethods(this));
		if (beacon) this.beacon();
		this.log('AP-ENABLED ');
	}

	/** ieee802_11_set_beacon, all that `update_beacon` does. mac80211 sets the carrier in ieee80211_start_ap. */
	beacon(): boolean {
		if (!this.started || this.#broken) return false;
		this.onAir = true;
		this.#setCarrier(true);
		return true;
	}

	/**
	 * hostapd_drv_stop_ap: no beacon, no stations, no carrier (ieee80211_stop_ap), while hostapd goes on saying
	 * ENABLED. `broken`: nor does the driver start it again before the next set-up.
	 */
	silence(broken = false): void {
		this.#broken ||= broken;
		this.onAir = false;
		for (const station of [...this.stations.values()]) this.#drop(station);
		this.#setCarrier(false);
	}

	/** Down; the statistics and the interface stay. */
	takeDown(): void {
		const wasStarted = this.started;
		this.started = false;
		this.onAir = false;
		this.registrar?.dispose();
		this.registrar = null;
		if (this.#object !== null) this.host.unpublish(this.objectName, this.#object);
		this.#object = null;
		for (const station of [...this.stations.values()]) this.#drop(station);
		if (!wasStarted) return;
		this.#setCarrier(false);
		this.log('AP-DISABLED ');
	}

	/** Down, and its interface is gone. */
	remove(): void {
		this.takeDown();
		this.host.netdev(this.ifname, null);
	}

	/**
	 * RELOAD_WPA_PSK: a changed key file alone does not restart the BSS (test/traces/openwrt-wifi-stack.log, "own key file"). Who is connected with a
	 * key that is not in the list any more is thrown out; so is, on a network with WPA2 and WPA3, who is connected by
	 * SAE, and who has shown no key yet (hostapd_ctrl_iface_kick_mismatch_psk_sta_iter, hostap).
	 */
	reloadKeys(source: BssConfig): void {
		this.source = source;
		const error = this.keys.reload(source.pskFile);
		if (error) {
			this.host.log(error);
			return this.host.log('Reloading WPA-PSK passwords failed: -1');
		}
		for (const station of [...this.stations.values()]) {
			const { mac, psk } = station;
			if (psk !== null && this.keys.accepts(mac, psk)) continue;
			this.host.log(`STA ${mac} PSK/passphrase no longer valid - disconnect`);
			this.#drop(station);
		}
	}

	// What comes over the air

	/** The MAC filter answers neither probes nor authentication. */
	admits(mac: string): boolean {
		if ((this.banned.get(mac) ?? 0) > this.host.clock.monotonic()) return false;
		const { macfilter } = this.config;
		// The server is in no house of ours: it lets nobody in.
		if (!macfilter) return !this.config.askServer;
		return macfilter.list.includes(mac) === (macfilter.policy === 'allow');
	}

	/** A probe request; `pbc`: with the password id of a pressed button. False: no answer. */
	probe({ mac, uuid }: Enrollee, signal: number, pbc: boolean): boolean {
		if (!this.onAir || !this.admits(mac)) return false;
		const heard = { ...this.#heard(mac, signal), target: 'ff:ff:ff:ff:ff:ff' };
		this.#notify('probe', { ...heard, ht_capabilities: HT_CAPABILITIES });
		if (pbc) this.registrar?.hear(uuid);
		return true;
	}

	/**
	 * Authentication and association. A full one refuses in the first, for WPS as for all, and tells nobody
	 * (ap_sta_add, hostap src/ap/sta_info.c).
	 */
	associate(mac: string, signal: number, wps: boolean, dropped: () => void): Station | null {
		if (!this.onAir) return null;
		if (!this.admits(mac)) {
			this.log(`STA ${mac} IEEE 802.11: Station ${mac} not allowed to authenticate`);
			return null;
		}
		if (wps && !this.registrar) return null;
		this.stations.delete(mac);
		this.#notify('auth', this.#heard(mac, signal));
		if (this.#isFull()) return null;
		const aids = new Set([...this.stations.values()].map(station => station.aid));
		let aid = 1;
		while (aids.has(aid)) aid++;
		const station: Station = {
			mac,
			aid,
			signal,
			authorized: false,
			wps,
			sae: false,
			mfp: false,
			psk: null,
			dropped
		};
		this.stations.set(mac, station);
		this.#notify('assoc', this.#heard(mac, signal));
		if (wps) {
			this.log(`CTRL-EVENT-EAP-STARTED ${mac}`);
			this.log('CTRL-EVENT-EAP-PROPOSED-METHOD vendor=14122 method=1');
		}
		return station;
	}

	/** M1 of the WSC exchange. */
	offer(enrollee: Enrollee, password: Password): Offer {
		return this.registrar?.begin(enrollee, password) ?? 'no password';
	}

	/**
	 * The end of the exchange: the credential, or none. The station is deauthenticated either way: EAP-WSC always fails.
	 * Whom hostapd has forgotten gets no answer.
	 */
	conclude(
		enrollee: Enrollee,
		password: Password,
		willing: boolean,
		hasDisplay: boolean
	): Credential | 'refused' | 'no answer' {
		const { registrar } = this;
		if (!registrar || !this.stations.get(enrollee.mac)?.wps) return 'no answer';
		let credential: Credential | null = null;
		if (willing && registrar.holds(enrollee, password)) credential = this.#handOver(enrollee.mac, hasDisplay);
		if (credential) {
			registrar.accept(enrollee);
			const pin = password === 'pbc' ? null : password.pin;
			for (const other of this.siblings()) if (other !== this) other.registrar?.complete(enrollee.uuid, pin);
		} else registrar.refuse(enrollee, password);
		this.log(`CTRL-EVENT-EAP-FAILURE ${enrollee.mac}`);
		this.leave(enrollee.mac);
		return credential ?? 'refused';
	}

	/** Does it offer SAE, and does it offer the 4-way handshake with a pre-shared key? */
	get offers(): { sae: boolean; psk: boolean } {
		const { keyMgmt } = this.config;
		return {
			sae: keyMgmt.some(akm => akm.startsWith('SAE')),
			psk: keyMgmt.some(akm => akm.startsWith('WPA-PSK'))
		};
	}

	/** wps_build_cred: hostapd's own credential, unless it is skipped, and what `extra_cred` brought. */
	#handOver(mac: string, hasDisplay: boolean): Credential | null {
		const { skipsCredential, extraCredential } = this.#reading;
		if (skipsCredential) return extraCredential === null ? null : parseCredential(extraCredential);
		return this.keys.credential(mac, hasDisplay, String(this.host.clock.monotonic()));
	}

	/** The 4-way handshake, or SAE, of an associated station. */
	authorize(mac: string, key: string, sae: boolean): boolean {
		const station = this.stations.get(mac);
		if (!station) return false;
		const accepted = sae
			? this.offers.sae && key === this.config.passphrase
			: this.offers.psk && this.keys.accepts(mac, key);
		if (!accepted) {
			// In SAE the key is compared before there is any association (patch 600, sae_check_confirm).
			if (!sae) this.log(`AP-STA-POSSIBLE-PSK-MISMATCH ${mac}`);
			this.#notify('key-mismatch', { address: mac, ifname: this.ifname });
			this.leave(mac);
			return false;
		}
		Object.assign(station, { authorized: true, sae, mfp: sae, psk: sae ? null : toPsk(key, this.config.ssid) });
		const id = station.psk === null ? null : this.keys.idOf(station.psk);
		this.log(`AP-STA-CONNECTED ${mac}${id === null ? '' : ` keyid=${id}`} auth_alg=${sae ? 'sae' : 'open'}`);
		this.#notify('sta-authorized', { address: mac, ifname: this.ifname, 'auth-alg': sae ? 'sae' : 'open' });
		return true;
	}

	/** The station is gone, whoever wished it; the device itself knows. */
	leave(mac: string): void {
		const station = this.stations.get(mac);
		if (!station) return;
		this.stations.delete(mac);
		if (station.authorized) this.log(`AP-STA-DISCONNECTED ${mac}`);
		else this.log(`STA ${mac} IEEE 802.11: deauthenticated`);
		this.#notify('deauth', { address: mac, ifname: this.ifname });
	}

	/** The access point throws a station out. */
	kick(mac: string): void {
		const station = this.stations.get(mac);
		if (station) this.#drop(station);
	}

	/**
	 * Cancelling forgets whoever is in the middle of an exchange (ap_sta_wps_cancel), without a word to the device: there is no
	 * frame in ap_sta_deauthenticate (hostap src/ap/sta_info.c).
	 */
	kickWps(): void {
		for (const { mac, wps } of [...this.stations.values()]) {
			if (!wps) continue;
			this.stations.delete(mac);
			this.log(`STA ${mac} IEEE 802.11: deauthenticated due to local deauth request`);
		}
	}

	/** This BSS and those that share WPS with it: neither may have wps_independent (hostapd_wps_for_each). In the process's order. */
	siblings(): Bss[] {
		return this.host.bssList.filter(
			other => other.registrar && (other === this || (!other.independent && !this.independent))
		);
	}

	log(text: string): void {
		this.host.log(`${this.ifname}: ${text}`);
	}

	/**
	 * hostapd_init_wps: the configured one; else, unless independent, that of any other BSS of the group; else one
	 * made of the address, so that every access point looks like another device.
	 */
	#ownUuid(): string {
		const { wps } = this.config;
		if (wps?.uuid) return wps.uuid;
		const group = this.host.bssList.filter(bss => bss !== this && bss.registrar && !bss.independent);
		return (!this.independent && group[0]?.uuid) || uuidOf(this.address);
	}

	#setCarrier(carrier: boolean): void {
		this.host.netdev(this.ifname, { address: this.address, carrier });
	}

	#drop(station: Station): void {
		this.leave(station.mac);
		station.dropped();
	}

	/** `maxassoc` of the access point, or of its radio (patch 720). */
	#isFull(): boolean {
		const { config, bss } = this.radio;
		const all = bss.reduce((sum, each) => sum + each.stations.size, 0);
		return this.stations.size >= (this.config.maxStations ?? Infinity) || all >= (config.maxStations ?? Infinity);
	}

	#heard(mac: string, signal: number): Message {
		return { address: mac, ifname: this.ifname, target: this.address, signal, freq: this.radio.config.freq };
	}

	#notify(type: string, message: Message): void {
		this.host.notify(this.objectName, type, message);
	}
}

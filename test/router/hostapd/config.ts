/** The WPS lines of one BSS; absent when the scripts wrote none. */
export interface WpsConfig {
	/** `wps_state`: 2 configured, 1 "not configured" (open and OWE networks). */
	state: 1 | 2;
	independent: boolean;
	uuid: string | null;
	deviceName: string;
	methods: string[];
}

/** One `interface=`/`bss=` block of hostapd.conf, as far as the simulation looks at it. */
export interface BssConfig {
	ifname: string;
	/** `bssid=`; null as in the bare test set-up of the traces, where get_status then answers zeros. */
	bssid: string | null;
	ssid: string;
	hidden: boolean;
	wep: boolean;
	/** `wpa=`: bit 0 WPA, bit 1 RSN; 0 is open. */
	wpa: number;
	pairwise: string[];
	keyMgmt: string[];
	/** 0 off, 1 optional, 2 required. */
	ieee80211w: number;
	/** `wpa_passphrase` (8..63 characters) or `wpa_psk` (64 hex digits). */
	passphrase: string | null;
	/** `wpa_psk_file`. */
	pskFile: string | null;
	macfilter: { policy: 'allow' | 'deny'; list: string[] } | null;
	/** `macaddr_acl=2`, where no filter overrides it: a RADIUS server says who may come in. */
	askServer: boolean;
	/** What hostapd says of a line for which it takes nothing of the radio; null: there is none. */
	refusal: string | null;
	/** `start_disabled=1`: set up like any other, but beacons wait for `update_beacon` or the uplink. */
	startDisabled: boolean;
	/** `max_num_sta`; null: hostapd's own limit. */
	maxStations: number | null;
	/** Lines that the owner wrote himself (`hostapd_bss_options`): they stand behind all others. */
	raw: string[];
	wps: WpsConfig | null;
}

/** What netifd's script hands to hostapd for one radio (`config_set`). */
export interface RadioConfig {
	phy: string;
	wiphy: string;
	hwMode: string;
	channel: number;
	freq: number;
	/** Seconds of radar check before this channel may be used; 0 for none. */
	cac: number;
	/** `iface_max_num_sta`: of all BSSs together; null: no limit. */
	maxStations: number | null;
	bss: BssConfig[];
}

/** What the driver gives a BSS whose configuration names none. */
export const DEFAULT_ADDRESS = '02:00:00:00:00:00';

/** Why hostapd sets wps_state to 0 on its own, in its words; null when it does not (hostap src/ap/ap_config.c). */
export function forcedOff(config: BssConfig): string | null {
	if (config.hidden) return 'WPS: ignore_broadcast_ssid configuration forced WPS to be disabled';
	if (config.wep) return 'WPS: WEP configuration forced WPS to be disabled';
	const strong = config.pairwise.some(cipher => /^(CCMP|GCMP)/.test(cipher));
	if (config.wpa > 0 && (!(config.wpa & 2) || !strong))
		return 'WPS: WPA/TKIP configuration without WPA2/CCMP/GCMP forced WPS to be disabled';
	return null;
}

/** Channel number to centre frequency and operating class. */
export function opClass(freq: number, channel: number): number {
	if (freq < 4000) return 81;
	if (freq > 5950) return 131;
	if (channel <= 48) return 115;
	if (channel <= 64) return 118;
	return channel <= 144 ? 121 : 125;
}

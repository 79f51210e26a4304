import type { Band } from './status';

/** Options that hold a PIN of the router itself: whoever guesses its 11 000 halves is in (facts §8). */
export const PINS = ['wps_pin', 'ap_pin'];

/** All that lets a device or a stranger use such a PIN. */
export const EXPOSING = [...PINS, 'wps_label', 'ext_registrar'];

/** A radio (wifi-device section) and what netifd says of it; `up` is null when netifd does not know it. */
export interface Radio {
	name: string;
	band: Band | null;
	channel: number | null;
	disabled: boolean;
	up: boolean | null;
}

/** One configured access point: what the committed configuration asks for, and what netifd runs. Holds no key. */
export interface Bss {
	section: string;
	radio: Radio;
	ifname: string | null;
	ssid: string;
	disabled: boolean;
	encryption: string;
	/** Sections of one number have the same key; those without one have numbers of their own. */
	key_number: number;
	hidden: boolean;
	macfilter: string;
	ppsk: boolean;
	multi_ap: string;
	fast_roaming: boolean;
	/** `maxassoc`: how many devices it takes; null: as many as hostapd does */
	capacity: number | null;
	/** `wps_pushbutton` or `wps_label`: either makes hostapd offer WPS (hostapd.sh, hostapd_set_bss_options). */
	wps: boolean;
	independent: boolean;
	/** The UUID that the configuration gives it, by `option uuid` (main) or as a raw line; null: hostapd makes one. */
	uuid: string | null;
	/** Raw lines for hostapd.conf: `list hostapd_bss_options`, in order. */
	raw: string[];
	/** netifd runs it as it is configured; null when it does not run it. */
	applied: boolean | null;
	/** The option that lets a device or a stranger use a PIN of the router itself, if one is set. */
	pin_option: string | null;
	psk_file: string | null;
	/** wifi-station sections give this network keys of its own. */
	stations: boolean;
	/** Somebody has changed this network or its radio and not saved yet. */
	unsaved: boolean;
	/** Interfaces of the same radio that are no access points (`sta`, `mesh`, `adhoc`): until they are connected hostapd may not send. */
	uplinks: string[];
}

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
	hidden: boolean;
	macfilter: string;
	ppsk: boolean;
	multi_ap: string;
	fast_roaming: boolean;
	independent: boolean;
	/** `wps_pushbutton` or `wps_label`: either makes hostapd offer WPS (facts §3). */
	wps: boolean;
	/** netifd runs it as it is configured; null when it does not run it. */
	applied: boolean | null;
	/** The option that lets a device or a stranger use a PIN of the router itself, if one is set. */
	pin_option: string | null;
	psk_file: string | null;
	/** wifi-station sections give this network keys of its own. */
	stations: boolean;
	/** Somebody has changed this network or its radio and not saved yet. */
	unsaved: boolean;
}

import type { ProblemCode } from './problem';
import type { Band } from './status';

/** Options that hold a PIN of the router itself: its halves are checked one by one, so 11 000 guesses let anybody in. */
export const PINS = ['wps_pin', 'ap_pin'];

/** All that lets a device or a stranger use such a PIN. */
export const EXPOSING = [...PINS, 'wps_label', 'ext_registrar'];

/**
 * What reads the configuration on this router: netifd, in C up to 24.10 and in ucode since, and the wifi-scripts that write
 * hostapd's, in shell up to 24.10 (`old`: up to 23.05) and in ucode since. 25.12 can be built with the shell ones.
 */
export interface Software {
	netifd: 'c' | 'ucode';
	scripts: 'old' | 'shell' | 'ucode';
	/** The scripts know `option uuid`. */
	uuid: boolean;
	/** The scripts know `encryption dpp`. */
	dpp: boolean;
}

/** What a way of encryption is to WPS: `ok`, or what stands in the way. */
export type Protection =
	'ok' | 'unknown_encryption' | 'open_network' | 'wep' | 'tkip_only' | 'enterprise' | 'wpa3_only';

/** Problems that stand in the configuration, each with the option at fault. */
export type Faults = { [code in ProblemCode]?: string };

/** An option of a section for which all access points of a radio stay down. */
export interface Refusal {
	section: string;
	option: string;
}

/** A radio (wifi-device section) and what netifd says of it. */
export interface Radio {
	name: string;
	band: Band | null;
	channel: number | null;
	disabled: boolean;
	/** OpenWrt's own software runs radios of this type. */
	managed: boolean;
	/** null: netifd does not know it. */
	up: boolean | null;
	/** `wifi down` was said, and nothing starts it again. */
	stopped: boolean;
	/** netifd has given up. */
	failed: boolean;
	/** For what the scripts or hostapd refuse the whole radio, as far as the configuration tells. */
	refusal: Refusal | null;
}

/** One configured access point: what the committed configuration asks for, and what netifd runs. Holds no key. */
export interface Bss {
	section: string;
	radio: Radio;
	ifname: string | null;
	ssid: string;
	disabled: boolean;
	encryption: string;
	protection: Protection;
	/** WPA3 is offered too: a device that knows it uses it. */
	sae: boolean;
	/** Sections of one number have the same key; those without one have numbers of their own. */
	key_number: number;
	/** What of it stands in the way of WPS, or disappoints. */
	faults: Faults;
	/** How many devices it takes (`maxassoc`); null: as many as hostapd does */
	capacity: number | null;
	/** hostapd is told to offer WPS: `wps_pushbutton` or `wps_label` (hostapd.sh, hostapd_set_bss_options), or a raw line. */
	wps: boolean;
	independent: boolean;
	/** The UUID that the configuration gives it, by `option uuid` (main) or as a raw line; null: hostapd makes one. */
	uuid: string | null;
	/** Raw lines for hostapd.conf: `list hostapd_bss_options`, in order. */
	raw: string[];
	/** netifd runs it as it is configured; null when it does not run it. */
	applied: boolean | null;
	psk_file: string | null;
	/** wifi-station sections give this network keys of its own. */
	stations: boolean;
	/** Somebody has changed this network or its radio and not saved yet. */
	unsaved: boolean;
	/** Interfaces of the same radio that are no access points (`sta`, `mesh`, `adhoc`): until they are connected hostapd may not send. */
	uplinks: string[];
}

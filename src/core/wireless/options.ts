import type { Software } from '../../contract/bss';

/** How netifd takes an option over before the scripts see it; null: they don't declare it, and it is left out. */
type Kind = 'text' | 'yes' | 'number' | 'list' | null;

/** For shell scripts, for ucode scripts. */
type Kinds = [Kind, Kind];

/** A section as uci has it. */
export interface Section {
	[option: string]: any;
}

/**
 * Options of a wifi-iface section that decide about WPS. Shell: hostapd_common_add_bss_config (hostapd.sh) and
 * _wdev_common_iface_config (netifd-wireless.sh); ucode: wireless.wifi-iface.json, where an alias has the type of what it
 * stands for. `disabled` and `mode` are netifd's own (vif_policy in wireless.c, default_config_attr in wireless.uc).
 */
export const IFACE: { [option: string]: Kinds } = {
	mode: ['text', 'text'],
	disabled: ['yes', 'yes'],
	ssid: ['text', 'text'],
	encryption: ['text', 'text'],
	key: ['text', 'text'],
	wpa_psk_file: ['text', 'text'],
	hidden: ['yes', 'yes'],
	ignore_broadcast_ssid: [null, 'yes'],
	ieee80211w: ['number', 'number'],
	ieee80211r: ['yes', 'yes'],
	multi_ap: ['number', 'number'],
	ppsk: ['yes', 'yes'],
	macfilter: ['text', 'text'],
	auth_server: ['list', 'list'],
	auth_server_addr: [null, 'list'],
	maxassoc: ['number', 'number'],
	max_num_sta: [null, 'number'],
	wps_pushbutton: ['yes', 'yes'],
	wps_label: ['yes', 'yes'],
	wps_independent: ['number', 'number'],
	wps_pin: ['text', 'text'],
	ap_pin: [null, 'text'],
	ext_registrar: ['yes', 'yes'],
	wps_device_name: ['text', 'text'],
	multi_ap_backhaul_ssid: ['text', 'text'],
	multi_ap_backhaul_key: ['text', 'text'],
	uuid: ['text', 'text'],
	hostapd_bss_options: ['list', 'list']
};

/** Options of a wifi-device section that do: hostapd_common_add_device_config and wireless.wifi-device.json. */
export const DEVICE: { [option: string]: Kinds } = {
	disabled: ['yes', 'yes'],
	type: ['text', 'text'],
	band: ['text', 'text'],
	hwmode: ['text', 'text'],
	channel: ['text', 'text']
};

/** Two words each, and nothing else (uci_attr_to_blob in uci's blob.c; parse_bool in netifd's utils.uc). */
const YES = ['1', 'true'];
const NO = ['0', 'false'];

function yes(value: any): boolean | null {
	return index(YES, value) >= 0 ? true : index(NO, value) >= 0 ? false : null;
}

/** strtol with any base, of all of the value (blob.c); unary plus (utils.uc), which does not mind blanks at the end either. */
export function numberOf(value: any, software: Software): number | null {
	const text = type(value) === 'string' ? value : '';
	const digits = software.netifd === 'c' ? text : trim(text);
	if (match(digits, /0[xX][0-9a-fA-F]+/)?.[0] === digits) return hex(digits);
	if (match(digits, /-?[0-9]+/)?.[0] !== digits) return null;

	return int(digits, match(digits, /0[0-7]+/)?.[0] === digits ? 8 : 10);
}

/** The words of a value: blanks and tabs part them (uci_array_to_blob), in ucode any white space (parse_array). */
export function listOf(value: any): string[] {
	if (type(value) === 'array') return value;

	return filter(split(`${value ?? ''}`, /[ \t]+/), word => word !== '');
}

/** What netifd gives the scripts of one option, or null. A list where one value belongs is left out by netifd in C. */
export function taken(value: any, kinds: Kinds, software: Software): any {
	const kind = kinds[software.scripts !== 'ucode' ? 0 : 1];
	if ((value ?? null) === null || kind === null) return null;
	if (kind === 'list') return listOf(value);
	if (kind === 'yes') return yes(value);
	if (kind === 'number') return numberOf(value, software);

	return type(value) === 'string' ? value : null;
}

/** What netifd gives the scripts of a section: what it does not know, or does not understand, is missing. */
export function given(section: Section, table: { [option: string]: Kinds }, software: Software): Section {
	const options: Section = {};
	for (const option of keys(table)) options[option] = taken(section[option], table[option], software);
	if (!software.uuid) options.uuid = null;

	return options;
}

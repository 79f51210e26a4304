import type { Value } from '../bus';
import { since, type Release } from '../release';

/** A UCI section as `uci.get_all` gives it. */
export interface Section {
	'.name': string;
	'.type': string;
	'.index': number;
	'.anonymous'?: boolean;
	[option: string]: string | string[] | number | boolean | undefined;
}

/** What netifd makes of a value, as the scripts declare the option. */
type Type = 'text' | 'bool' | 'int' | 'list';

/** In shell scripts (up to 24.10), and in the schema of the ucode ones; null: not declared there, so netifd leaves it out. */
type Types = Record<string, [shell: Type | null, ucode: Type | null]>;

const both = (type: Type, ...options: string[]) =>
	options.map((option): [string, [Type, Type]] => [option, [type, type]]);
const onlyUcode = (type: Type, ...options: string[]) =>
	options.map((option): [string, [null, Type]] => [option, [null, type]]);

/** hostapd_common_add_device_config and drv_mac80211_init_device_config; wireless.wifi-device.json. */
export const DEVICE_TYPES: Types = Object.fromEntries([
	...both(
		'text',
		'type',
		'band',
		'hwmode',
		'channel',
		'htmode',
		'country',
		'path',
		'phy',
		'macaddr',
		'ifname_prefix'
	),
	...both('text', 'require_mode', 'distance', 'rxantenna', 'txantenna'),
	...both('bool', 'disabled', 'noscan', 'legacy_rates', 'country_ie', 'mu_beamformer'),
	...both(
		'int',
		'cell_density',
		'txpower',
		'radio',
		'beacon_int',
		'maxassoc',
		'log_level',
		'vht_max_mpdu',
		'rx_stbc'
	),
	...both('list', 'basic_rate', 'channels', 'hostapd_options'),
	...onlyUcode('int', 'iface_max_num_sta'),
	...onlyUcode('text', 'hw_mode')
]);

/** hostapd_common_add_bss_config and netifd's own; wireless.wifi-iface.json. */
export const INTERFACE_TYPES: Types = Object.fromEntries([
	...both('text', 'mode', 'ssid', 'encryption', 'key', 'ifname', 'macaddr', 'wpa_psk_file', 'macfilter', 'macfile'),
	...both('text', 'bssid', 'nasid', 'mesh_id', 'uuid', 'wps_pin', 'wps_device_name', 'wps_device_type'),
	...both('text', 'wps_manufacturer', 'multi_ap_backhaul_ssid', 'multi_ap_backhaul_key', 'auth_secret', 'server'),
	...both('text', 'mobility_domain', 'owe_transition_bssid', 'owe_transition_ssid', 'owe_transition_ifname'),
	...both(
		'bool',
		'disabled',
		'hidden',
		'isolate',
		'wds',
		'ppsk',
		'ieee80211r',
		'ft_over_ds',
		'ft_psk_generate_local'
	),
	...both('bool', 'wps_pushbutton', 'wps_label', 'ext_registrar', 'wps_pbc_in_m1', 'bridge_isolate', 'proxy_arp'),
	...both('int', 'multi_ap', 'maxassoc', 'ieee80211w', 'wps_independent', 'auth_port', 'dtim_period', 'sae_pwe'),
	...both('int', 'dynamic_vlan', 'eapol_version', 'time_advertisement'),
	...both('list', 'network', 'maclist', 'auth_server', 'acct_server', 'hostapd_bss_options'),
	...onlyUcode('text', 'ap_pin', 'sae_password_file'),
	...onlyUcode('bool', 'ignore_broadcast_ssid', 'mlo', 'wps_ap_setup_locked', 'owe_transition', 'eap_server'),
	...onlyUcode('int', 'max_num_sta', 'access_network_type'),
	...onlyUcode('list', 'device', 'auth_server_addr', 'transition_disable'),
	['wmm', ['bool', null]]
]);

export const STATION_TYPES: Types = Object.fromEntries([
	...both('text', 'key', 'vid', 'iface'),
	['mac', ['text', 'list']]
]);

type Raw = Section[string];

/** uci_attr_to_blob and uci_array_to_blob (uci's blob.c): what does not fit is left out. */
function toBlob(type: Type, value: Raw): Value | undefined {
	if (type === 'list')
		return Array.isArray(value)
			? value
			: String(value)
					.split(/[ \t]+/)
					.filter(Boolean);
	if (typeof value !== 'string') return undefined;
	if (type === 'text') return value;
	if (type === 'bool') return ['1', 'true'].includes(value) || (['0', 'false'].includes(value) ? false : undefined);
	if (/^\s*[-+]?0x[0-9a-f]+$/i.test(value)) return Number.parseInt(value, 16);
	if (/^\s*[-+]?0[0-7]*$/.test(value)) return Number.parseInt(value, 8);
	return /^\s*[-+]?[1-9][0-9]*$/.test(value) ? Number(value) : undefined;
}

/** parse_attribute_list (netifd's utils.uc): texts stay what they are, even lists. */
function toAttribute(type: Type, value: Raw): Value {
	if (type === 'list') return Array.isArray(value) ? value : String(value).split(/\s+/);
	if (type === 'text') return value as Value;
	if (type === 'bool')
		return value === '1' || value === 'true' || (value === '0' || value === 'false' ? false : null);
	const text = String(value).trim();
	if (/^0[0-7]+$/.test(text)) return Number.parseInt(text, 8);
	return Array.isArray(value) ? Number.NaN : Number(text);
}

/** A section's options as netifd hands them to the scripts, and shows them in `network.wireless status`. */
export function typed(section: Section, types: Types, release: Release): { [option: string]: Value } {
	const ucode = since(release, '25.12');
	const entries: [string, Value][] = [];
	for (const [option, value] of Object.entries(section)) {
		const type = types[option]?.[ucode ? 1 : 0];
		if (!type || value === undefined || (option === 'uuid' && !since(release, 'main'))) continue;
		const taken = ucode ? toAttribute(type, value) : toBlob(type, value);
		if (taken !== undefined) entries.push([option, taken]);
	}
	return Object.fromEntries(entries);
}

/** A set, non-empty string. */
export function text(value: Raw | Value): string | null {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value !== '' ? value : null;
}

/** A list, or the words of a string: UCI knows both for the same option. */
export function list(value: Raw | Value): string[] {
	if (Array.isArray(value)) return value.map(String);
	return typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : [];
}

/** What netifd takes for yes, of either kind. */
export function isSet(value: Raw): boolean {
	return value === '1' || value === 'true';
}

/** The radios that a section names: one, a list since 24.10, or the words of a text since 25.12. */
export function radiosOf(section: Section, release: Release): string[] {
	const { device } = section;
	if (since(release, '25.12')) return list(device as Raw);
	if (Array.isArray(device)) return since(release, '24.10') ? device : [];
	return typeof device === 'string' ? [device] : [];
}

import type { Value } from '../bus';
import type { BssConfig, RadioConfig, WpsConfig } from './config';
import { since, type Release } from '../release';
import { toBinary } from '../ucode/bytes';
import { isPersonal, keyManagement, readEncryption, type Auth } from './encryption';
import { schemaComplaint } from './schema';
import { list, text } from './uci-types';

type Options = { [option: string]: Value };

/** One enabled wifi-iface and the name its device gets. */
export interface Interface {
	section: string;
	config: Options;
	ifname: string;
	/** Its wifi-station sections, as netifd hands them over. */
	stations: Options[];
}

export interface RadioData {
	config: Options;
	phy: string;
	interfaces: Interface[];
	release: Release;
}

/** What the script of a radio does. */
export type Outcome =
	/** It dies of a value that the schema does not have. */
	| { died: string }
	/** It hands a configuration to hostapd, and names these interfaces to netifd. */
	| { config: RadioConfig; named: string[] };

/** Prepares the psk file of one BSS and says which it is. */
type KeyFile = (file: { configured: string | null; ifname: string; stations: string }) => string;

const DFS_FIRST = 52;
const DFS_LAST = 144;
const CAC = 60;
/** Weather radar: channels 120 to 128 are listened to for ten minutes. */
const CAC_WEATHER = 600;

/** Modes of interfaces that wpa_supplicant or the kernel runs. */
const OTHERS = ['sta', 'mesh', 'adhoc'];

/** What the wifi-scripts write for hostapd: ap.uc since 25.12, hostapd.sh before (test/vectors/wireless.json). */
export function radioConfig({ config, phy, interfaces, release }: RadioData, keyFile: KeyFile): Outcome {
	const ucode = since(release, '25.12');
	const died = ucode
		? schemaComplaint(
				config,
				interfaces.map(each => each.config)
			)
		: null;
	if (died !== null) return { died };
	const band = bandOf(config, release);
	const asked = Number.parseInt(text(config.channel) ?? '', 10);
	const channel = Number.isNaN(asked) || asked === 0 ? ({ '5g': 36, '6g': 37 }[band] ?? 1) : asked;
	const dfs = band === '5g' && channel >= DFS_FIRST && channel <= DFS_LAST;
	const wiphy = text(config.phy) ?? phy;
	const modes = interfaces.map(each => text(each.config.mode) ?? '');
	// ucode mac80211.sh (ap_start_disabled); the shell scripts count a number of their own that stays 0.
	const startDisabled = ucode && modes.some(mode => OTHERS.includes(mode));
	const bss: BssConfig[] = [];
	const known = ['ap', ...OTHERS, ...(ucode ? [] : ['monitor'])];
	let named = interfaces.filter((_each, index) => known.includes(modes[index] ?? ''));
	for (const [index, each] of interfaces.filter(({ config: { mode } }) => mode === 'ap').entries()) {
		// INVALID_WPA_PSK: shell scripts give up in the middle, and lose count of the others.
		if (!ucode && !hasSoundKey(each.config, release, band)) {
			named = [];
			break;
		}
		const written = bssConfig(each, { wiphy, index, band, release }, keyFile);
		bss.push({ ...written, refusal: written.refusal ?? radioRefusal(config, band, written), startDisabled });
	}
	return {
		named: named.map(({ section }) => section),
		config: {
			phy,
			wiphy,
			hwMode: { '2g': 'g', '60g': 'ad' }[band] ?? 'a',
			channel,
			freq: frequency(band, channel),
			maxStations: number(config.iface_max_num_sta ?? config.maxassoc),
			cac: dfs ? (channel >= 120 && channel <= 128 ? CAC_WEATHER : CAC) : 0,
			bss
		}
	};
}

/** _wdev_prepare_channel (netifd-wireless.sh): what it does not know goes by the channel; mac80211.sh of ucode: it is 2.4 GHz. */
function bandOf(config: Options, release: Release): string {
	const band = text(config.band);
	const shell = !since(release, '25.12');
	if (band !== null && (!shell || ['2g', '5g', '6g', '60g'].includes(band))) return band;
	const hwmode = (text(config.hwmode) ?? '').replace(/^11/, '');
	const high = shell && Number.parseInt(text(config.channel) ?? '', 10) > 14;
	const mode = ['a', 'b', 'g', 'ad'].includes(hwmode) ? hwmode : high ? 'a' : 'g';
	return { a: '5g', ad: '60g' }[mode] ?? '2g';
}

function frequency(band: string, channel: number): number {
	if (band === '2g') return channel === 14 ? 2484 : 2407 + channel * 5;
	return (band === '6g' ? 5950 : 5000) + channel * 5;
}

/** Bytes of a text: neither busybox nor ucode knows letters. */
const size = (value: string) => toBinary(value).length;

/** Keys of a RADIUS server (wpa_psk_radius). */
function hasServerKeys(config: Options, auth: Auth, release: Release): boolean {
	return config.ppsk === true && (since(release, '24.10') ? isPersonal(auth) : auth === 'psk');
}

/** hostapd.sh on a personal network: the key, and the one of the backhaul. */
function hasSoundKey(config: Options, release: Release, band: string): boolean {
	const { auth, wpa } = readEncryption(text(config.encryption), release, band);
	const key = text(config.key);
	const backhaul = text(config.multi_ap_backhaul_key);
	const repeaters = Number(config.multi_ap) > 0 && text(config.multi_ap_backhaul_ssid) !== null;
	if (asksWps(config) && repeaters && backhaul !== null && size(backhaul) < 8) return false;
	// FT_KEY_CANT_BE_DERIVED: the secret of the last branch that read one
	const secret = text(config.auth_secret) ?? (auth === 'owe' ? null : key);
	if (config.ieee80211r === true && wpa >= 2 && auth !== 'psk' && secret === null && since(release, '24.10'))
		return false;
	if (!isPersonal(auth) || hasServerKeys(config, auth, release)) return true;
	if (key === null) return since(release, '24.10') || text(config.wpa_psk_file) !== null;
	return size(key) >= 8 && size(key) <= 64;
}

function asksWps(config: Options): boolean {
	return config.wps_pushbutton === true || config.wps_label === true;
}

function bssConfig(
	{ config, ifname, stations }: Interface,
	{ wiphy, index, band, release }: { wiphy: string; index: number; band: string; release: Release },
	keyFile: KeyFile
): Omit<BssConfig, 'startDisabled'> {
	const ucode = since(release, '25.12');
	const security = readEncryption(text(config.encryption), release, band);
	const { auth, wpa } = security;
	const named = text(config.wpa_psk_file);
	const ssid = text(config.ssid) ?? '';
	const key = text(config.key);
	const sound = key !== null && size(key) >= 8 && size(key) <= 64;
	const asked = either(config, 'auth_server', 'auth_server_addr');
	const filter = text(config.macfilter);
	const frames = protection(config, security.auth, release, band);
	const usesFile = ['psk', 'psk-sae', 'psk-sae-compat'].includes(auth) && (!ucode || band !== '6g');
	// ap.uc appends a configured file whatever the encryption, and only there touches none: hostapd refuses one that is missing.
	const otherFile = ucode || (auth === 'sae' && !since(release, '24.10')) ? named : null;
	return {
		ifname,
		bssid: text(config.macaddr)?.toLowerCase() ?? address(wiphy, index),
		ssid,
		hidden: either(config, 'hidden', 'ignore_broadcast_ssid') === true,
		wep: auth === 'wep',
		wpa,
		pairwise: security.pairwise,
		keyMgmt: keyManagement(security, {
			roaming: config.ieee80211r === true,
			protectedFrames: frames.asked > 0,
			band
		}),
		ieee80211w: wpa >= 2 ? frames.written : 0,
		passphrase: isPersonal(auth) && !hasServerKeys(config, auth, release) && sound ? key : null,
		pskFile: usesFile ? keyFile({ configured: named, ifname, stations: stationLines(stations, ucode) }) : otherFile,
		macfilter:
			filter === 'allow' || filter === 'deny'
				? { policy: filter, list: list(config.maclist).map(mac => mac.toLowerCase()) }
				: null,
		askServer:
			hasServerKeys(config, auth, release) ||
			(list(asked).length > 0 && !['eap', 'eap2', 'eap-eap2', 'dpp', 'unknown'].includes(auth)),
		maxStations: number(either(config, 'maxassoc', 'max_num_sta')),
		raw: ucode ? list(config.hostapd_bss_options) : list(list(config.hostapd_bss_options).join(' ')),
		wps: wpsConfig(config, auth),
		refusal: refusal(config, auth, release)
	};
}

/** Of an option with an alias the alias counts, where it is written (validate.uc); the shell scripts know one of both. */
function either(config: Options, alias: string, name: string): Value | undefined {
	return alias in config ? config[alias] : config[name];
}

/** `ieee80211w`: what decides about the key management, and what is written. */
function protection(config: Options, auth: Auth, release: Release, band: string): { asked: number; written: number } {
	const said = typeof config.ieee80211w === 'number' ? config.ieee80211w : null;
	const strict = ['sae', 'owe', 'eap2', 'dpp'].includes(auth);
	if (since(release, '25.12')) {
		const usual = { 'psk-sae': 1, 'eap-eap2': 1, 'psk-sae-compat': band === '6g' ? 2 : 0 }[auth as string] ?? 0;
		const frames = strict ? 2 : (said ?? usual);
		return { asked: frames, written: frames };
	}
	const asked = said ?? (strict ? 2 : auth === 'psk-sae' || auth === 'eap-eap2' ? 1 : 0);
	return { asked, written: [0, 1, 2].includes(asked) ? asked : 0 };
}

/** Keys of single devices (hostapd_set_psk_file, iface_wpa_stations). */
function stationLines(stations: Options[], ucode: boolean): string {
	return stations
		.flatMap(({ mac, key, vid }) => {
			const vlan = text(vid) === null ? '' : `vlanid=${text(vid)} `;
			const addresses = list(mac);
			// The ucode scripts leave out who has no key; the shell ones write nothing in its place.
			if (ucode && text(key) === null) return [];
			return (addresses.length > 0 ? addresses : ['00:00:00:00:00:00']).map(
				address => `${vlan}${address} ${text(key) ?? ''}\n`
			);
		})
		.join('');
}

/** Why hostapd takes nothing of the whole radio, in its words; null: it does (hostapd_config_fill, hostapd_config_check_bss). */
function refusal(config: Options, auth: Auth, release: Release): string | null {
	const ucode = since(release, '25.12');
	const ssid = text(config.ssid) ?? '';
	const key = text(config.key);
	const ownKeys = hasServerKeys(config, auth, release);
	if (size(ssid) > 32 || (!ucode && !ssid)) return `Line 1: invalid SSID '${ssid}'`;
	if (Number(config.multi_ap) > 3 || Number(config.multi_ap) < 0) return "Line 1: Invalid multi_ap 'multi_ap'";
	if ((number(either(config, 'maxassoc', 'max_num_sta')) ?? 0) > 2007) return 'Line 1: Invalid max_num_sta';
	if (asksWps(config) && size(text(config.wps_device_name) ?? '') > 32) return 'Line 1: Too long device_name';
	// CONFIG_WEP is off in usual builds; the ucode scripts write no such line.
	if (auth === 'wep') return "Line 1: unknown configuration item 'wep_key0'";
	const servers = either(config, 'auth_server', 'auth_server_addr') ?? config.server;
	const serves = config.eap_server === true || list(config.hostapd_bss_options).includes('eap_server=1');
	if (['eap', 'eap2', 'eap-eap2'].includes(auth) && !list(servers).length && !serves)
		return 'Invalid IEEE 802.1X configuration (no EAP authenticator configured).';
	if (isPersonal(auth) && !ownKeys && key !== null && size(key) === 64 && !/^[0-9a-f]*$/i.test(key))
		return `Line 1: Invalid PSK '${key}'.`;
	return ownKeys && ['allow', 'deny'].includes(text(config.macfilter) ?? '')
		? 'WPA-PSK using RADIUS enabled, but no RADIUS checking (macaddr_acl=2) enabled.'
		: null;
}

/** The same about the radio's own section, or what does not go with it. */
function radioRefusal(config: Options, band: string, { keyMgmt }: { keyMgmt: string[] }): string | null {
	const country = text(config.country);
	if (country !== null && !/^[A-Z0-9]{2}/.test(country)) return `Line 1: Invalid country_code '${country}'`;
	// hostapd_config_check_bss_6g, where the width of the channels tells the operating class
	const wide = /^(HE|EHT)/.test(text(config.htmode) ?? '');
	return band === '6g' && wide && keyMgmt.includes('WPA-PSK') ? 'AKM not allowed in the 6 GHz band' : null;
}

/** A number above 0, however UCI has it. */
function number(value: Value | undefined): number | null {
	const parsed = Number.parseInt(String(value ?? ''), 10);
	return parsed > 0 ? parsed : null;
}

/** As on the traced router: 02:00:00:00:00:00 for phy0, 42:… for its second BSS, the radio's number in the last byte but one. */
function address(wiphy: string, index: number): string {
	const radio = Number.parseInt(/\d+$/.exec(wiphy)?.[0] ?? '0', 10);
	const first = (0x02 + index * 0x40) & 0xff;
	return [first, 0, 0, index >> 2, radio, 0].map(byte => byte.toString(16).padStart(2, '0')).join(':');
}

/** Either script writes the lines without asking whether the build knows WPS (hostapd.sh, ap.uc iface_wps). */
function wpsConfig(config: Options, auth: Auth): WpsConfig | null {
	const possible = auth === 'none' || auth === 'owe' || isPersonal(auth);
	const methods = [
		...(config.wps_pushbutton === true ? ['push_button'] : []),
		...(config.wps_label === true ? ['label'] : [])
	];
	if (!possible || !methods.length || config.multi_ap === 1) return null;
	return {
		state: auth === 'none' || auth === 'owe' ? 1 : 2,
		// What is no number is 0 to hostapd.
		independent: Number(config.wps_independent ?? 1) > 0,
		uuid: text(config.uuid),
		deviceName: text(config.wps_device_name) ?? 'OpenWrt AP',
		methods
	};
}

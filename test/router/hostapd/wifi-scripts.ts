import type { Value } from '../bus';
import type { BssConfig, RadioConfig, WpsConfig } from './config';
import { since, type Release } from '../release';
import { list, text } from './uci-types';

type Options = { [option: string]: Value };

/** One enabled wifi-iface and the name its device gets. */
export interface Interface {
	section: string;
	config: Options;
	ifname: string;
}

interface RadioData {
	config: Options;
	phy: string;
	interfaces: Interface[];
	release: Release;
}

/** Prepares the psk file of one BSS and says which it is. */
type KeyFile = (file: { configured: string | null; ifname: string }) => string;

const DFS_FIRST = 52;
const DFS_LAST = 144;
const CAC = 60;
/** Weather radar: channels 120 to 128 are listened to for ten minutes. */
const CAC_WEATHER = 600;

/** What the wifi-scripts write for hostapd (WS ap.uc, facts §3 and 10.3). */
export function radioConfig({ config, phy, interfaces, release }: RadioData, keyFile: KeyFile): RadioConfig {
	const band = text(config.band) ?? '2g';
	const asked = Number.parseInt(text(config.channel) ?? '', 10);
	const channel = Number.isNaN(asked) || asked === 0 ? ({ '5g': 36, '6g': 37 }[band] ?? 1) : asked;
	const dfs = band === '5g' && channel >= DFS_FIRST && channel <= DFS_LAST;
	const wiphy = text(config.phy) ?? phy;
	const access = interfaces.filter(each => each.config.mode === 'ap');
	// ucode mac80211.sh, 25.12 on (ap_start_disabled); the shell scripts count a number of their own that stays 0 (measured.md §1).
	const startDisabled =
		since(release, '25.12') && interfaces.some(each => ['sta', 'mesh', 'adhoc'].includes(String(each.config.mode)));
	return {
		phy,
		wiphy,
		hwMode: band === '2g' ? 'g' : 'a',
		channel,
		freq: frequency(band, channel),
		maxStations: number(config.iface_max_num_sta ?? config.maxassoc),
		cac: dfs ? (channel >= 120 && channel <= 128 ? CAC_WEATHER : CAC) : 0,
		bss: access.map((each, index) => ({ ...bssConfig(each, wiphy, index, keyFile), startDisabled }))
	};
}

function frequency(band: string, channel: number): number {
	if (band === '2g') return channel === 14 ? 2484 : 2407 + channel * 5;
	return (band === '6g' ? 5950 : 5000) + channel * 5;
}

function bssConfig(
	{ config, ifname }: Interface,
	wiphy: string,
	index: number,
	keyFile: KeyFile
): Omit<BssConfig, 'startDisabled'> {
	const security = interpretEncryption(text(config.encryption) ?? 'none');
	const filter = text(config.macfilter);
	const addresses = list(config.maclist).map(mac => mac.toLowerCase());
	const usesFile = ['psk', 'psk-sae'].includes(security.auth);
	const named = text(config.wpa_psk_file);
	// ap.uc appends a configured file whatever the encryption, and only there touches none: hostapd refuses one that is missing.
	const file = usesFile ? keyFile({ configured: named, ifname }) : named;
	const configured = typeof config.ieee80211w === 'number' ? config.ieee80211w : null;
	return {
		ifname,
		bssid: text(config.macaddr)?.toLowerCase() ?? address(wiphy, index),
		ssid: text(config.ssid) ?? 'OpenWrt',
		hidden: config.hidden === true,
		wep: security.auth === 'wep',
		wpa: security.wpa,
		pairwise: security.pairwise,
		keyMgmt: security.keyMgmt,
		ieee80211w: configured ?? security.mfp,
		passphrase: ['psk', 'psk-sae', 'sae'].includes(security.auth) ? text(config.key) : null,
		pskFile: file,
		macfilter: filter === 'allow' || filter === 'deny' ? { policy: filter, list: addresses } : null,
		maxStations: number(config.max_num_sta ?? config.maxassoc),
		raw: Array.isArray(config.hostapd_bss_options) ? config.hostapd_bss_options.map(String) : [],
		wps: wpsConfig(config, security.auth)
	};
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

/** ap.uc:231-259: no test whether the build knows WPS (facts §3). */
function wpsConfig(config: Options, auth: Auth): WpsConfig | null {
	const possible = auth !== 'eap' && auth !== 'wep' && config.multi_ap !== 1;
	const methods = [
		...(config.wps_pushbutton === true ? ['push_button'] : []),
		...(config.wps_label === true ? ['label'] : [])
	];
	if (!possible || !methods.length) return null;
	return {
		state: auth === 'none' || auth === 'owe' ? 1 : 2,
		independent: config.wps_independent !== 0,
		uuid: text(config.uuid),
		deviceName: text(config.wps_device_name) ?? 'OpenWrt AP',
		methods
	};
}

type Auth = 'none' | 'owe' | 'wep' | 'psk' | 'psk-sae' | 'sae' | 'eap';

interface Security {
	auth: Auth;
	wpa: number;
	pairwise: string[];
	keyMgmt: string[];
	mfp: number;
}

/** `option encryption`: authentication, then ciphers behind plus signs. */
function interpretEncryption(encryption: string): Security {
	const [kind = 'none', ...ciphers] = encryption.toLowerCase().split('+');
	const pairwise = [
		...(ciphers.some(cipher => cipher === 'ccmp' || cipher === 'aes') ? ['CCMP'] : []),
		...(ciphers.includes('gcmp') ? ['GCMP'] : []),
		...(ciphers.includes('tkip') ? ['TKIP'] : [])
	];
	if (!pairwise.length) pairwise.push('CCMP');
	if (kind === 'psk-mixed' && !ciphers.length) pairwise.push('TKIP');
	const rsn = { wpa: 2, pairwise };
	if (kind === 'owe') return { ...rsn, auth: 'owe', keyMgmt: ['OWE'], mfp: 2 };
	if (kind === 'sae') return { ...rsn, auth: 'sae', keyMgmt: ['SAE', 'SAE-EXT-KEY'], mfp: 2 };
	if (kind === 'sae-mixed' || kind === 'sae-compat' || kind === 'psk-sae')
		return { ...rsn, auth: 'psk-sae', keyMgmt: ['SAE', 'SAE-EXT-KEY', 'WPA-PSK', 'WPA-PSK-SHA256'], mfp: 1 };
	if (kind === 'psk2') return { ...rsn, auth: 'psk', keyMgmt: ['WPA-PSK'], mfp: 0 };
	if (kind === 'psk-mixed') return { auth: 'psk', wpa: 3, pairwise, keyMgmt: ['WPA-PSK'], mfp: 0 };
	if (kind === 'psk') return { auth: 'psk', wpa: 1, pairwise, keyMgmt: ['WPA-PSK'], mfp: 0 };
	if (kind.startsWith('wep')) return { auth: 'wep', wpa: 0, pairwise: [], keyMgmt: [], mfp: 0 };
	if (/^(wpa|dpp|eap)/.test(kind))
		return { ...rsn, auth: 'eap', keyMgmt: ['WPA-EAP'], mfp: kind.startsWith('wpa3') ? 2 : 0 };
	return { auth: 'none', wpa: 0, pairwise: [], keyMgmt: [], mfp: 0 };
}

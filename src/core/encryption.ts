import type { Protection, Software } from '../contract/bss';

/** Who may come in, as the wifi-scripts call it (auth_type); `unknown`: a name that they pass on and nothing understands. */
type Auth = 'none' | 'owe' | 'wep' | 'psk' | 'psk-sae' | 'psk-sae-compat' | 'sae' | 'eap' | 'dpp' | 'unknown';

/** What `option encryption` comes to in hostapd's configuration. */
export interface Security {
	auth: Auth;
	/** `wpa=`: 1 WPA, 2 WPA2 and WPA3, 3 both, 0 none of them. */
	wpa: number;
	/** `wpa_pairwise=` */
	ciphers: string[];
	/** `wpa_key_mgmt=`, as far as it tells who may come in */
	akms: string[];
}

/** Patterns in their order, and what the first that fits stands for. */
type Patterns<T> = [pattern: string, meaning: T][];

/** netifd-wireless.sh wireless_vif_parse_encryption, 22.03 to 24.10: patterns over the whole value, in lower case only. */
const SHELL_CIPHERS: Patterns<string[]> = [
	['*tkip+aes', ['CCMP', 'TKIP']],
	['*tkip+ccmp', ['CCMP', 'TKIP']],
	['*aes+tkip', ['CCMP', 'TKIP']],
	['*ccmp+tkip', ['CCMP', 'TKIP']],
	['*ccmp256', ['CCMP-256']],
	['*aes', ['CCMP']],
	['*ccmp', ['CCMP']],
	['*tkip', ['TKIP']],
	['*gcmp256', ['GCMP-256']],
	['*gcmp', ['GCMP']],
	['wpa3-192*', ['GCMP-256']],
	['*', ['CCMP']]
];

/** The same in netifd-wireless.sh and in iface.uc parse_encryption (25.12 on). */
const WPA: Patterns<number> = [
	['wpa2*', 2],
	['wpa3*', 2],
	['*psk2*', 2],
	['psk3*', 2],
	['sae*', 2],
	['owe*', 2],
	['wpa*mixed*', 3],
	['*psk*mixed*', 3],
	['wpa*', 1],
	['*psk*', 1],
	['*', 0]
];

/** netifd-wireless.sh, as above. */
const SHELL_AUTH: Patterns<Auth> = [
	['owe*', 'owe'],
	['wpa3*', 'eap'],
	['psk3-mixed*', 'psk-sae'],
	['sae-mixed*', 'psk-sae'],
	['psk3*', 'sae'],
	['sae*', 'sae'],
	['*psk*', 'psk'],
	['*wpa*', 'eap'],
	['*8021x*', 'eap'],
	['*wep*', 'wep'],
	['*', 'none']
];

/** iface.uc parse_encryption: what stands before the first plus sign, exactly. */
const UCODE_AUTH: { [name: string]: Auth } = {
	none: 'none',
	owe: 'owe',
	'wpa3-192': 'eap',
	'wpa3-mixed': 'eap',
	wpa3: 'eap',
	psk: 'psk',
	psk2: 'psk',
	'psk-mixed': 'psk',
	sae: 'sae',
	psk3: 'sae',
	'psk3-mixed': 'psk-sae',
	'sae-mixed': 'psk-sae',
	'sae-compat': 'psk-sae-compat',
	wpa: 'eap',
	wpa2: 'eap',
	'wpa-mixed': 'eap',
	// What the scripts themselves call it goes as well.
	'psk-sae': 'psk-sae',
	'psk-sae-compat': 'psk-sae-compat',
	eap: 'eap',
	eap2: 'eap',
	eap192: 'eap',
	'eap-eap2': 'eap'
};

/** iface.uc parse_encryption: what stands behind the first plus sign, exactly; anything else means CCMP. */
const UCODE_CIPHERS: { [names: string]: string[] } = {
	'tkip+aes': ['CCMP', 'TKIP'],
	'tkip+ccmp': ['CCMP', 'TKIP'],
	'aes+tkip': ['CCMP', 'TKIP'],
	'ccmp+tkip': ['CCMP', 'TKIP'],
	ccmp256: ['CCMP-256'],
	aes: ['CCMP'],
	ccmp: ['CCMP'],
	tkip: ['TKIP'],
	gcmp256: ['GCMP-256'],
	gcmp: ['GCMP']
};

/** hostapd_append_wpa_key_mgmt (hostapd.sh), wpa_key_mgmt (iface.uc). */
const AKMS: { [auth in Auth]: string[] } = {
	none: [],
	owe: ['OWE'],
	wep: [],
	psk: ['WPA-PSK'],
	'psk-sae': ['WPA-PSK', 'SAE'],
	// SAE stands in an element of its own there (rsn_override_key_mgmt).
	'psk-sae-compat': ['WPA-PSK', 'SAE'],
	sae: ['SAE'],
	eap: ['WPA-EAP'],
	dpp: ['DPP'],
	unknown: []
};

function firstFit<T>(patterns: Patterns<T>, text: string): T {
	return filter(patterns, entry => wildcard(text, entry[0]))[0][1];
}

function authOf(encryption: string, software: Software): Auth {
	if (encryption === 'dpp' && software.dpp) return 'dpp';
	if (software.scripts !== 'ucode') return firstFit(SHELL_AUTH, encryption);

	return UCODE_AUTH[split(encryption, '+')[0]] ?? 'unknown';
}

function ciphersOf(encryption: string, software: Software): string[] {
	if (software.scripts !== 'ucode') return firstFit(SHELL_CIPHERS, encryption);

	const place = index(encryption, '+');
	const names = place < 0 ? '' : substr(encryption, place + 1);
	return UCODE_CIPHERS[names] ?? (index(encryption, 'wpa3-192') === 0 ? ['GCMP-256'] : ['CCMP']);
}

/** What the scripts of this router make of the value of `encryption`; null: there is none. */
export function securityOf(encryption: string | null, software: Software): Security {
	const text = encryption ?? 'none';
	const auth = authOf(text, software);
	const wpa = auth === 'dpp' ? 2 : firstFit(WPA, text);

	return { auth, wpa, ciphers: wpa === 0 ? [] : ciphersOf(text, software), akms: wpa === 0 ? [] : AKMS[auth] };
}

/** With any of these WPS can work: hostapd switches it off where none is offered for WPA2 (ap_config.c, hostapd_config_check_bss). */
const STRONG = ['CCMP', 'GCMP', 'CCMP-256', 'GCMP-256'];

/** What WPS and hostapd make of it. */
export function protectionFrom(security: Security): Protection {
	const akms = security.akms;

	// 802.1X without WPA (encryption 8021x)
	if (security.auth === 'eap' || index(akms, 'DPP') >= 0 || index(akms, 'WPA-EAP') >= 0) return 'enterprise';
	if (security.auth === 'wep') return 'wep';
	if (security.wpa === 0 || index(akms, 'OWE') >= 0) return 'open_network';
	// Scripts of ucode pass the name on, and nobody writes keys or lines for WPS (ap.uc, iface_auth_type).
	if (length(akms) === 0) return 'unknown_encryption';
	if (index(akms, 'WPA-PSK') < 0) return 'wpa3_only';

	const strong = length(filter(security.ciphers, cipher => index(STRONG, cipher) >= 0)) > 0;
	return security.wpa !== 1 && strong ? 'ok' : 'tkip_only';
}

/** What WPS makes of `encryption` on this router; netifd leaves a list out. */
export function protectionOf(encryption: any, software: Software): Protection {
	return protectionFrom(securityOf(type(encryption) === 'string' ? encryption : null, software));
}

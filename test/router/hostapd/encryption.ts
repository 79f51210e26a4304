import { since, type Release } from '../release';

/** What the wifi-scripts call it (auth_type); `unknown`: the ucode ones pass on a name that they don't know. */
export type Auth =
	| 'none'
	| 'owe'
	| 'wep'
	| 'psk'
	| 'psk-sae'
	| 'psk-sae-compat'
	| 'sae'
	| 'eap'
	| 'eap2'
	| 'eap-eap2'
	| 'dpp'
	| 'unknown';

export interface Security {
	auth: Auth;
	wpa: number;
	pairwise: string[];
}

type Patterns<T> = [RegExp, T][];

/** `wpa=`, of shell and ucode scripts alike. */
const WPA: Patterns<number> = [
	[/^wpa[23]|psk2|^psk3|^sae|^owe/, 2],
	[/^wpa.*mixed|psk.*mixed/, 3],
	[/^wpa|psk/, 1]
];

/** netifd-wireless.sh: whatever the value looks like somewhere. */
const SHELL_AUTH: Patterns<Auth> = [
	[/^owe/, 'owe'],
	[/^wpa3-192/, 'eap2'],
	[/^wpa3-mixed/, 'eap-eap2'],
	[/^wpa3/, 'eap2'],
	[/^(psk3|sae)-mixed/, 'psk-sae'],
	[/^(psk3|sae)/, 'sae'],
	[/psk/, 'psk'],
	[/wpa|8021x/, 'eap'],
	[/wep/, 'wep']
];

const SHELL_CIPHERS: Patterns<string[]> = [
	[/(tkip\+(aes|ccmp)|(aes|ccmp)\+tkip)$/, ['CCMP', 'TKIP']],
	[/ccmp256$/, ['CCMP-256']],
	[/(aes|ccmp)$/, ['CCMP']],
	[/tkip$/, ['TKIP']],
	[/gcmp256$/, ['GCMP-256']],
	[/gcmp$/, ['GCMP']],
	[/^wpa3-192/, ['GCMP-256']]
];

/** iface.uc: what stands before the first plus sign. */
const UCODE_AUTH: Record<string, Auth> = {
	none: 'none',
	owe: 'owe',
	wpa: 'eap',
	wpa2: 'eap',
	'wpa-mixed': 'eap',
	wpa3: 'eap2',
	'wpa3-192': 'eap2',
	'wpa3-mixed': 'eap-eap2',
	psk: 'psk',
	psk2: 'psk',
	'psk-mixed': 'psk',
	psk3: 'sae',
	sae: 'sae',
	'psk3-mixed': 'psk-sae',
	'sae-mixed': 'psk-sae',
	'sae-compat': 'psk-sae-compat',
	// its own words for them
	'psk-sae': 'psk-sae',
	'psk-sae-compat': 'psk-sae-compat',
	eap: 'eap',
	eap2: 'eap2',
	eap192: 'eap2',
	'eap-eap2': 'eap-eap2'
};

/** iface.uc: all that stands behind it. */
const UCODE_CIPHERS: Patterns<string[]> = [
	[/^(tkip\+(aes|ccmp)|(aes|ccmp)\+tkip)$/, ['CCMP', 'TKIP']],
	[/^ccmp256$/, ['CCMP-256']],
	[/^(aes|ccmp)$/, ['CCMP']],
	[/^tkip$/, ['TKIP']],
	[/^gcmp256$/, ['GCMP-256']],
	[/^gcmp$/, ['GCMP']]
];

function first<T>(patterns: Patterns<T>, text: string, otherwise: T): T {
	return patterns.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise;
}

/** `option encryption` as the scripts of a release take it; null: it is missing. */
export function readEncryption(value: string | null, release: Release, band: string): Security {
	if (value === null && since(release, '25.12')) return { auth: 'unknown', wpa: 0, pairwise: [] };
	const text = value ?? 'none';
	const strongest = band === '60g' ? ['GCMP'] : ['CCMP'];
	if (text === 'dpp' && since(release, 'main')) return { auth: 'dpp', wpa: 2, pairwise: ['CCMP'] };
	const wpa = first(WPA, text, 0);
	if (!since(release, '25.12'))
		return {
			auth: first(SHELL_AUTH, text, 'none'),
			wpa,
			pairwise: wpa === 0 ? [] : first(SHELL_CIPHERS, text, strongest)
		};
	const [name = '', ...rest] = text.split('+');
	let auth = UCODE_AUTH[name] ?? 'unknown';
	// ap.uc generate: no WPA2 at 6 GHz
	if (band === '6g' && auth === 'psk-sae') auth = 'sae';
	if (band === '6g' && auth === 'eap-eap2') auth = 'eap2';
	const usual = name === 'wpa3-192' ? ['GCMP-256'] : strongest;
	return { auth, wpa, pairwise: wpa === 0 ? [] : first(UCODE_CIPHERS, rest.join('+'), usual) };
}

/** Do devices come in with a passphrase? */
export function isPersonal(auth: Auth): boolean {
	return ['psk', 'psk-sae', 'psk-sae-compat', 'sae'].includes(auth);
}

/** `wpa_key_mgmt=` (hostapd_append_wpa_key_mgmt in hostapd.sh, wpa_key_mgmt in iface.uc). */
export function keyManagement(
	{ auth, wpa }: Security,
	options: { roaming: boolean; protectedFrames: boolean; band: string }
): string[] {
	if (wpa === 0) return [];
	const roaming = (name: string) => (options.roaming ? [name] : []);
	const sha256 = (name: string) => (options.protectedFrames ? [name] : []);
	const psk = ['WPA-PSK', ...(wpa >= 2 ? roaming('FT-PSK') : []), ...sha256('WPA-PSK-SHA256')];
	const sae = ['SAE', ...roaming('FT-SAE')];
	switch (auth) {
		case 'psk':
			return psk;
		case 'psk-sae':
			return [...sae, 'WPA-PSK', ...roaming('FT-PSK'), ...sha256('WPA-PSK-SHA256')];
		case 'psk-sae-compat':
			return options.band === '6g' ? sae : psk;
		case 'sae':
			return sae;
		case 'eap':
			return ['WPA-EAP', ...(wpa >= 2 ? roaming('FT-EAP') : []), ...sha256('WPA-EAP-SHA256')];
		case 'eap2':
			return ['WPA-EAP-SHA256', ...roaming('FT-EAP')];
		case 'eap-eap2':
			return ['WPA-EAP', 'WPA-EAP-SHA256', ...roaming('FT-EAP')];
		case 'owe':
			return ['OWE'];
		case 'dpp':
			return ['DPP'];
		default:
			// hostapd's own idea
			return ['WPA-PSK'];
	}
}

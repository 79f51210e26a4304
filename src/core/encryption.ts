/** What WPS makes of a network's `encryption` option. */
export type Protection = 'ok' | 'open_network' | 'wep' | 'tkip_only' | 'enterprise' | 'wpa3_only';

/**
 * Sorts the names of UCI's `encryption` option by what hostapd does with WPS on such a network
 * (facts 2.4 and §3; the names are parsed as hostapd.sh's hostapd_set_... and ap.uc do).
 */
export function protectionOf(encryption: string): Protection {
	const parts = split(encryption, '+');
	const name = parts[0];
	const ciphers = slice(parts, 1);

	if (name === '' || name === 'none' || name === 'owe' || name === 'open') return 'open_network';
	if (substr(name, 0, 3) === 'wep') return 'wep';
	if (index(['wpa', 'dpp', '802', 'eap'], substr(name, 0, 3)) >= 0) return 'enterprise';
	if (index(['sae', 'sae-ext', 'psk3'], name) >= 0) return 'wpa3_only';
	if (name === 'psk') return 'tkip_only';

	const strong = filter(ciphers, cipher => cipher !== 'tkip');
	return length(ciphers) > 0 && length(strong) === 0 ? 'tkip_only' : 'ok';
}

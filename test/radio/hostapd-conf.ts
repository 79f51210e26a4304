import type { BssConfig, RadioConfig } from '../router/hostapd/index';

/**
 * hostapd.conf for the real hostapd out of what the simulated wifi-scripts made of UCI: the lines of
 * test/traces/openwrt-wifi-stack.log. Left out is what only OpenWrt's build knows (stationary_ap, radius of netifd …) and
 * what has no bearing on WPS.
 */
export function hostapdConf({ hwMode, channel, bss }: RadioConfig): string {
	const radio = ['driver=nl80211', `hw_mode=${hwMode}`, `channel=${channel}`, 'beacon_int=100', 'ieee80211n=1'];
	return [...radio, ...bss.flatMap((each, index) => block(each, index === 0))].join('\n') + '\n';
}

function block(config: BssConfig, first: boolean): string[] {
	return [
		'',
		`${first ? 'interface' : 'bss'}=${config.ifname}`,
		...(config.bssid ? [`bssid=${config.bssid}`] : []),
		`ssid=${config.ssid}`,
		'ctrl_interface=/var/run/hostapd',
		`ignore_broadcast_ssid=${config.hidden ? 1 : 0}`,
		'dtim_period=2',
		'wmm_enabled=1',
		...macfilter(config),
		...security(config),
		...wps(config),
		...(config.startDisabled ? ['start_disabled=1'] : []),
		...(config.maxStations ? [`max_num_sta=${config.maxStations}`] : []),
		...config.raw
	];
}

function security({ wpa, pairwise, keyMgmt, passphrase, pskFile, ieee80211w }: BssConfig): string[] {
	if (!wpa) return [];
	// Newer than Debian's hostapd.
	const known = keyMgmt.filter(akm => akm !== 'SAE-EXT-KEY');
	return [
		...(passphrase ? [`wpa_passphrase=${passphrase}`] : []),
		...(pskFile ? [`wpa_psk_file=${pskFile}`] : []),
		`wpa=${wpa}`,
		`wpa_pairwise=${pairwise.join(' ')}`,
		`wpa_key_mgmt=${known.join(' ')}`,
		`ieee80211w=${ieee80211w}`,
		...(known.includes('SAE') ? ['sae_require_mfp=1', 'sae_pwe=2'] : []),
		'disable_pmksa_caching=1'
	];
}

function wps({ wps: config }: BssConfig): string[] {
	if (!config) return [];
	return [
		`wps_state=${config.state}`,
		...(config.uuid ? [`uuid=${config.uuid}`] : []),
		'device_type=6-0050F204-1',
		`device_name=${config.deviceName}`,
		`config_methods=${config.methods.join(' ')}`,
		`wps_independent=${config.independent ? 1 : 0}`,
		'eap_server=1'
	];
}

function macfilter({ macfilter: filter, ifname }: BssConfig): string[] {
	if (!filter) return [];
	const allow = filter.policy === 'allow';
	return [`macaddr_acl=${allow ? 1 : 0}`, `${allow ? 'accept' : 'deny'}_mac_file=${macFile(ifname)}`];
}

export function macFile(ifname: string): string {
	return `/var/run/hostapd-${ifname}.maclist`;
}

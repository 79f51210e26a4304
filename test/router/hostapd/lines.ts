import type { BssConfig, WpsConfig } from './config';
import type { Files } from './files';

/** Lines that only a build with CONFIG_WPS knows (hostapd/config_file.c, hostapd_config_fill). */
const WPS_LINES = [
	...['wps_state', 'wps_independent', 'uuid', 'config_methods', 'device_name', 'device_type', 'os_version'],
	...['manufacturer', 'model_name', 'model_number', 'serial_number', 'ap_pin', 'ap_setup_locked', 'ap_settings'],
	...['skip_cred_build', 'extra_cred', 'wps_cred_processing', 'wps_cred_add_sae', 'wps_pin_requests', 'pbc_in_m1'],
	...['upnp_iface', 'friendly_name', 'server_id', 'wps_application_ext', 'multi_ap_backhaul_ssid'],
	...['multi_ap_backhaul_wpa_passphrase', 'multi_ap_backhaul_wpa_psk']
];

/** What hostapd made of one block of its configuration. */
export interface Reading {
	/** With what the raw lines changed. */
	config: BssConfig;
	/** What is wrong, in hostapd's words: with any of these the whole radio stays down. */
	errors: string[];
	/** `skip_cred_build=1`. */
	skipsCredential: boolean;
	/** What was in the file of `extra_cred` when the configuration was read. */
	extraCredential: string | null;
}

/** The raw lines of a BSS (`hostapd_bss_options`), which come last and so count (hostapd/config_file.c, ap.uc). */
export function readLines(config: BssConfig, files: Files, hasWps: boolean): Reading {
	const reading: Reading = { config, errors: [], skipsCredential: false, extraCredential: null };
	const change = (changes: Partial<BssConfig>) => (reading.config = { ...reading.config, ...changes });
	const wps = (changes: Partial<WpsConfig>) => {
		const before = reading.config.wps;
		if (before) change({ wps: { ...before, ...changes } });
	};
	if (config.wps && !hasWps)
		for (const name of ['wps_state', 'device_type', 'device_name', 'config_methods', 'wps_independent'])
			reading.errors.push(`Line 1: unknown configuration item '${name}'`);
	const options = config.wps?.uuid ? [`uuid=${config.wps.uuid}`] : [];
	if (config.refusal !== null) reading.errors.push(config.refusal);
	for (const line of [...options, ...config.raw]) {
		const [, name = '', value = ''] = /^([^=]*)=([^]*)$/.exec(line) ?? [];
		if (!line || line.startsWith('#')) continue;
		if (!line.includes('=')) reading.errors.push(`Line 1: invalid line '${line}'`);
		else if (!/^[a-z][a-z0-9_]*$/.test(name) || (!hasWps && WPS_LINES.includes(name)))
			reading.errors.push(`Line 1: unknown configuration item '${name}'`);
		else if (name === 'wps_state') change({ wps: withState(reading.config.wps, Number.parseInt(value, 10)) });
		else if (name === 'ignore_broadcast_ssid') change({ hidden: Number.parseInt(value, 10) !== 0 });
		else if (name === 'macaddr_acl') change(admission(reading.config, Number.parseInt(value, 10)));
		else if (name === 'wpa') change({ wpa: Number.parseInt(value, 10) });
		else if (name === 'wpa_key_mgmt') change({ keyMgmt: value.split(/ +/) });
		else if (name === 'wpa_pairwise' || name === 'rsn_pairwise') change({ pairwise: value.split(/ +/) });
		else if (name === 'ssid') change({ ssid: value });
		else if (name === 'wps_independent') wps({ independent: Number.parseInt(value, 10) !== 0 });
		else if (name === 'uuid') {
			// hostapd compares bytes
			const uuid = parseUuid(value);
			if (uuid) wps({ uuid });
			else reading.errors.push('Line 1: invalid UUID');
		} else if (name === 'max_num_sta') change({ maxStations: Number.parseInt(value, 10) });
		else if (name === 'start_disabled') change({ startDisabled: Number.parseInt(value, 10) !== 0 });
		else if (name === 'ieee80211w') change({ ieee80211w: Number.parseInt(value, 10) });
		else if (name === 'skip_cred_build') reading.skipsCredential = Number.parseInt(value, 10) !== 0;
		else if (name === 'extra_cred') {
			const readable = files.readable ? files.readable(value) : files.exists(value);
			reading.extraCredential = readable ? files.read(value) : null;
			if (reading.extraCredential === null)
				reading.errors.push(`Line 1: could not read Credentials from '${value}'`);
		}
	}
	const { wpa, keyMgmt, passphrase, pskFile, askServer } = reading.config;
	const personal = wpa > 0 && (keyMgmt.length === 0 || (keyMgmt.includes('WPA-PSK') && !keyMgmt.includes('SAE')));
	if (personal && passphrase === null && pskFile === null && !askServer)
		reading.errors.push('WPA-PSK enabled, but PSK or passphrase is not configured.');
	return reading;
}

/** `wps_state` over what the scripts wrote: 0 takes WPS away, any other brings it. */
function withState(wps: WpsConfig | null, state: number): WpsConfig | null {
	if (state !== 1 && state !== 2) return null;
	return { ...(wps ?? { independent: false, uuid: null, deviceName: '', methods: [] }), state };
}

/** `macaddr_acl` over what the scripts wrote. */
function admission({ macfilter }: BssConfig, acl: number): Partial<BssConfig> {
	if (acl === 2) return { askServer: true, macfilter: null };
	const list = acl === 1 ? macfilter : null;
	return { askServer: false, macfilter: acl === 1 ? { policy: 'allow', list: list?.list ?? [] } : null };
}

/** uuid_str2bin: with its dashes. */
function parseUuid(text: string): string | null {
	return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(text)?.[0].toLowerCase() ?? null;
}

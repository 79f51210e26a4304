import type { Bss, Radio } from '../../contract/bss';
import type { Configuration, Draft, DraftRadio } from './configuration';
import { IFACE } from './options';

/** Modes in which an interface is a station of something else, or a mesh point (wifi-scripts mac80211.sh, setup). */
const UPLINKS = ['sta', 'mesh', 'adhoc'];

/** What decides about WPS: netifd must run it as it is configured. */
const DECIDING = [
	'ssid',
	'encryption',
	'key',
	'hidden',
	'ignore_broadcast_ssid',
	'macfilter',
	'auth_server',
	'auth_server_addr',
	'ppsk',
	'multi_ap',
	'ieee80211w',
	'wps_pushbutton',
	'wps_label',
	'wps_independent',
	'uuid',
	'wpa_psk_file',
	'hostapd_bss_options'
];

/** Somebody's changes that are not committed yet, by section. */
export interface Staged {
	[section: string]: boolean;
}

/** The driver that OpenWrt's wifi-scripts run (add_driver in mac80211.sh). */
const DRIVER = 'mac80211';

/** What is off, and what is not there, is the same to the scripts. */
function plain(value: any): string {
	return value === false || value === null ? '' : sprintf('%J', value);
}

/** Types of values in netifd's answer that it did not understand: a list for a text, and what is no number at all. */
function isUnread(option: string, running: any): boolean {
	return type(running) === 'double' || (type(running) === 'array' && index(IFACE[option], 'list') < 0);
}

/** netifd runs this option as it is configured. */
function runs(option: string, configured: any, running: any): boolean {
	if (configured === running) return true;
	if (configured === null && isUnread(option, running)) return true;

	return plain(configured) === plain(running);
}

/** netifd runs this section as it is configured. */
function isApplied(draft: Draft, running: any): boolean {
	const options = draft.iface.options;

	return length(filter(DECIDING, option => !runs(option, options[option], running?.[option] ?? null))) === 0;
}

/** What netifd says of a radio; it knows those only for whose type there is a script. */
function radioNow(draft: DraftRadio, netifd: any, handlers: string[]): Radio {
	const known = netifd !== null || index(handlers, draft.type) >= 0;

	return {
		...draft.radio,
		managed: draft.type === DRIVER && known,
		up: netifd?.up ?? null,
		stopped: netifd?.autostart === false,
		failed: netifd?.retry_setup_failed === true
	};
}

function uplinksOf(interfaces: any[]): string[] {
	const uplinks = filter(interfaces, entry => index(UPLINKS, entry.config?.mode) >= 0);

	return filter(
		map(uplinks, entry => entry.ifname ?? null),
		ifname => ifname !== null
	);
}

/**
 * All access points that the configuration names, whether on the air or not, by radio and then by their place in the
 * configuration.
 * @param status    what `network.wireless status` answered, or null
 * @param handlers  drivers for which netifd has a script
 */
export function bssesNow(configuration: Configuration, status: any, staged: Staged, handlers: string[]): Bss[] {
	const bsses: Bss[] = [];
	const seen: { [ifname: string]: boolean } = {};

	for (const draft_radio of configuration) {
		const netifd = status?.[draft_radio.radio.name] ?? null;
		const interfaces = netifd?.interfaces ?? [];
		const radio = radioNow(draft_radio, netifd, handlers);
		const uplinks = uplinksOf(interfaces);

		for (const draft of draft_radio.drafts) {
			const name = draft.name;
			const running = filter(interfaces, (entry: any) => entry.section === name)[0] ?? null;
			const ifname = running?.ifname ?? null;
			// A multi-link network has one interface for all its radios (wireless.uc, mlo_vif_create).
			if (seen[ifname ?? '']) continue;
			seen[ifname ?? ''] = ifname !== null;

			push(bsses, {
				...draft.bss,
				radio,
				ifname,
				applied: running === null ? null : isApplied(draft, running.config ?? null),
				unsaved: staged[draft.bss.section] === true || staged[radio.name] === true,
				uplinks
			});
		}
	}

	return bsses;
}

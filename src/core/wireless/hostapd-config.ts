import { securityOf, type Security } from '../encryption';
import type { Iface } from './iface';
import { lineValue, RAW } from './raw';

/** A value that hostapd is told, and the option that says so. */
export interface Told {
	value: string;
	option: string;
}

/** What the scripts say of something, unless a raw line behind it says otherwise. */
function unless(iface: Iface, name: string, value: string, option: string): Told {
	const line = lineValue(iface.lines, name);

	return line === null ? { value, option } : { value: line, option: RAW };
}

/**
 * Which of two names of one option counts. The schema of the ucode scripts has names of its own, and an alias, where one is
 * written, overrides them (validate.uc, "convert all aliases").
 */
function nameOf(iface: Iface, alias: string, name: string): string {
	return iface.software.scripts !== 'ucode' || (iface.section[alias] ?? null) !== null ? alias : name;
}

/** atoi: hostapd takes the number at the beginning of a value, and 0 where there is none (hostapd_config_fill). */
export function atoi(value: string): number {
	const number = match(value, / *-?[0-9]+/)?.[0] ?? '';

	return number !== '' && index(value, number) === 0 ? int(trim(number)) : 0;
}

/** The words of a line that lists several. */
function wordsOfLine(line: string): string[] {
	return filter(split(line, ' '), word => word !== '');
}

/** Scripts of ucode die of a list where one value belongs (iface.uc, split). */
export function isUnreadable(iface: Iface): boolean {
	return iface.software.scripts === 'ucode' && type(iface.section.encryption) === 'array';
}

/** Who may come in and how; nobody knows where the scripts die. */
const UNREADABLE: Security = { auth: 'unknown', wpa: 2, ciphers: [], akms: [] };

/** Who may come in and how: the last word counts. */
export function toldSecurity(iface: Iface): Security {
	const security = isUnreadable(iface) ? UNREADABLE : securityOf(iface.options.encryption, iface.software);
	const wpa = lineValue(iface.lines, 'wpa');
	const akms = lineValue(iface.lines, 'wpa_key_mgmt');
	const ciphers = lineValue(iface.lines, 'rsn_pairwise') ?? lineValue(iface.lines, 'wpa_pairwise');

	return {
		auth: security.auth,
		wpa: wpa === null ? security.wpa : atoi(wpa),
		akms: akms === null ? security.akms : wordsOfLine(akms),
		ciphers: ciphers === null ? security.ciphers : wordsOfLine(ciphers)
	};
}

/** `ignore_broadcast_ssid`: other than 0, and the network is hidden. */
export function toldHidden(iface: Iface): Told {
	const name = nameOf(iface, 'hidden', 'ignore_broadcast_ssid');

	return unless(iface, 'ignore_broadcast_ssid', iface.options[name] === true ? '1' : '0', name);
}

/** Networks whose credential is a passphrase. */
const PERSONAL_AUTH = ['psk', 'psk-sae', 'psk-sae-compat', 'sae'];

/** The key decides who may come in. */
export function isPersonal(security: Security): boolean {
	return index(PERSONAL_AUTH, security.auth) >= 0;
}

/** `ppsk`: a RADIUS server knows a key for each device; up to 23.05 on WPA2 alone (hostapd.sh, wpa_psk_radius). */
export function hasServerKeys(iface: Iface, security: Security): boolean {
	const able = iface.software.scripts === 'old' ? security.auth === 'psk' : isPersonal(security);

	return able && iface.options.ppsk === true;
}

/** `macaddr_acl`: 1 only addresses of a list, 2 only those that a RADIUS server lets in. The filter is written last. */
export function toldAdmission(iface: Iface, security: Security): Told {
	const name = nameOf(iface, 'auth_server', 'auth_server_addr');
	const filters = iface.options.macfilter;
	let said: Told = { value: '0', option: 'macfilter' };

	if (hasServerKeys(iface, security)) said = { value: '2', option: 'ppsk' };
	// hostapd.sh hostapd_set_bss_options, ap.uc iface_ppsk: on any network but those of 802.1X
	if (length(iface.options[name] ?? []) > 0 && index(['eap', 'dpp', 'unknown'], security.auth) < 0)
		said = { value: '2', option: name };
	if (filters === 'allow') said = { value: '1', option: 'macfilter' };
	if (filters === 'deny') said = { value: '0', option: 'macfilter' };

	return unless(iface, 'macaddr_acl', said.value, said.option);
}

/** `ieee80211w`: 2, and management frames have to be protected. */
export function toldFrames(iface: Iface): Told {
	return unless(iface, 'ieee80211w', `${iface.options.ieee80211w ?? 0}`, 'ieee80211w');
}

/** Push button or label: either makes the scripts write lines for WPS (hostapd.sh, ap.uc iface_wps). */
export function asksWps(iface: Iface): boolean {
	return iface.options.wps_pushbutton === true || iface.options.wps_label === true;
}

/** `wps_state`: 2, and there is WPS; 1 is for a network that is not set up yet, whose settings the first device would change. */
export function toldWps(iface: Iface): Told {
	return unless(iface, 'wps_state', asksWps(iface) ? '2' : '0', 'wps_pushbutton');
}

/** Whether hostapd keeps WPS of this access point apart from that of others (`wps_independent`). */
export function toldIndependent(iface: Iface): boolean {
	const value = iface.options.wps_independent;
	// What is no number becomes one that is none in the ucode scripts, and 0 in hostapd.
	const unread = iface.software.scripts === 'ucode' && (iface.section.wps_independent ?? null) !== null ? '0' : '1';

	return atoi(unless(iface, 'wps_independent', `${value ?? unread}`, 'wps_independent').value) !== 0;
}

/** How many devices it takes; null: as many as hostapd does. */
export function toldCapacity(iface: Iface): number | null {
	const name = nameOf(iface, 'maxassoc', 'max_num_sta');
	const number = atoi(unless(iface, 'max_num_sta', `${iface.options[name] ?? 0}`, name).value);

	return number > 0 ? number : null;
}

/** The UUID that the configuration gives it, or null. */
export function toldUuid(iface: Iface): string | null {
	return lineValue(iface.lines, 'uuid') ?? iface.options.uuid;
}

/** The name of the network. */
export function toldSsid(iface: Iface): string {
	return lineValue(iface.lines, 'ssid') ?? iface.options.ssid ?? '';
}

import type { Software } from '../../contract/bss';
import { protectionFrom, type Security } from '../encryption';
import { isKey, type Iface } from './iface';
import { outsideOfDevice, outsideOfIface } from './limits';
import type { Section } from './options';
import { lineValue, RAW } from './raw';
import { asksWps, atoi, hasServerKeys, isPersonal, isUnreadable, toldAdmission, toldUuid } from './hostapd-config';

/** Bytes that hostapd takes for an SSID and for `device_name`, and devices for `max_num_sta` (hostapd_config_fill). */
const NAME = 32;
const DEVICES = 2007;

/** 802.1X can't do without an authentication server (hostapd_config_check_bss). */
function hasServer(iface: Iface): boolean {
	const servers = iface.options.auth_server ?? iface.options.auth_server_addr ?? [];

	const own = lineValue(iface.lines, 'eap_server') ?? iface.section.eap_server ?? '0';

	return length(servers) > 0 || (iface.section.server ?? null) !== null || own === '1';
}

/** uuid_str2bin: groups of hexadecimal digits; none is none at fault. */
function isUuid(uuid: string | null): boolean {
	return uuid === null || match(uuid, /[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/) !== null;
}

/** A line of hostapd.conf: a comment, or a name that there may be, and a value (config_file.c, hostapd_config_read). */
function isLine(line: string): boolean {
	return line === '' || index(line, '#') === 0 || match(line, /[a-z][a-z0-9_]*=.*/)?.[0] === line;
}

/**
 * hostapd refuses 64 characters that are no hexadecimal digits. With another length the shell scripts give up in the middle, and
 * forget all access points of the radio (hostapd.sh, INVALID_WPA_PSK); those in ucode only leave the key out. Up to 23.05 no key is as bad as a wrong one.
 */
function isRefusedKey(iface: Iface, security: Security): boolean {
	const key = iface.options.key;
	if (hasServerKeys(iface, security)) return false;
	if (key === null) return iface.software.scripts === 'old' && iface.options.wpa_psk_file === null;

	return !isKey(key) && (length(key) === 64 || iface.software.scripts !== 'ucode');
}

/** Up to 24.10 the scripts make a key for roaming of this one, or of a server's secret (hostapd.sh, FT_KEY_CANT_BE_DERIVED). */
function hasNoRoamingKey(iface: Iface, security: Security): boolean {
	const options = iface.options;
	const roams = options.ieee80211r === true && security.wpa >= 2 && security.auth !== 'psk';
	const key = security.auth === 'owe' ? null : options.key;

	return iface.software.scripts === 'shell' && roams && key === null && (iface.section.auth_secret ?? null) === null;
}

/** The key of another network that WPS hands to repeaters (hostapd.sh, INVALID_WPA_PSK as above). */
function hasBadBackhaulKey(iface: Iface): boolean {
	const key = iface.options.multi_ap_backhaul_key;

	return iface.options.multi_ap > 0 && !!iface.options.multi_ap_backhaul_ssid && key !== null && length(key) < 8;
}

/** The option for which hostapd takes nothing of a whole radio's configuration, or null: the scripts pass it on unseen. */
function refusedByHostapd(iface: Iface, security: Security): string | null {
	const options = iface.options;
	const protection = protectionFrom(security);
	const shell = iface.software.scripts !== 'ucode';
	const ssid = length(options.ssid ?? '');

	// The ucode scripts write the name in another way (ssid2), in which it may be empty.
	if (ssid > NAME || (shell && ssid === 0)) return 'ssid';
	if (index([null, 0, 1, 2, 3], options.multi_ap) < 0) return 'multi_ap';
	if ((options.maxassoc ?? options.max_num_sta ?? 0) > DEVICES) return 'maxassoc';
	// Usual builds know no WEP (CONFIG_WEP in hostapd's Makefile).
	if (protection === 'wep') return 'encryption';
	if (protection === 'unknown_encryption' && (isUnreadable(iface) || options.wpa_psk_file === null))
		return 'encryption';
	// hostapd asks for macaddr_acl=2 there, which the filter overrides (hostapd_config_check_bss).
	if (hasServerKeys(iface, security) && atoi(toldAdmission(iface, security).value) !== 2) return 'macfilter';
	if (security.auth === 'eap' && !hasServer(iface)) return 'auth_server';
	if (isPersonal(security) && isRefusedKey(iface, security)) return 'key';
	if (hasNoRoamingKey(iface, security)) return 'ieee80211r';
	if (shell && asksWps(iface) && hasBadBackhaulKey(iface)) return 'multi_ap_backhaul_key';
	if (asksWps(iface) && !isUuid(toldUuid(iface))) return 'uuid';
	if (asksWps(iface) && length(options.wps_device_name ?? '') > NAME) return 'wps_device_name';

	return length(filter(iface.lines, line => !isLine(line))) > 0 ? RAW : null;
}

/** Modes that the ucode scripts check (mac80211.sh, setup). */
const CHECKED = ['ap', 'sta', 'adhoc', 'mesh'];

/** The option of a section for which the scripts or hostapd refuse the whole radio that it is on, or null. */
export function refusedOf(iface: Iface, security: Security): string | null {
	const checked = index(CHECKED, iface.options.mode) >= 0;
	const outside = checked ? outsideOfIface(iface.section, iface.software) : null;

	return outside ?? (iface.options.mode === 'ap' ? refusedByHostapd(iface, security) : null);
}

/** The same of the section of the radio itself: hostapd wants countries in capitals. */
export function refusedOfRadio(device: Section, software: Software): string | null {
	const country = device.country ?? null;
	if (country !== null && match(country, /[A-Z0-9][A-Z0-9].*/)?.[0] !== country) return 'country';

	return outsideOfDevice(device, software);
}

import { EXPOSING, type Faults } from '../../contract/bss';
import { protectionFrom, type Security } from '../encryption';
import { isKey, type Iface } from './iface';
import { RAW } from './raw';
import { atoi, hasServerKeys, toldAdmission, toldFrames, toldHidden, toldSecurity, toldWps } from './hostapd-config';

/** The option that lets a device or a stranger use a PIN of the router itself, or null. */
function pinOf(iface: Iface): string | null {
	return filter(EXPOSING, option => index([null, '', false], iface.options[option]) < 0)[0] ?? null;
}

/**
 * The network's own key is at fault: none, or of a length that is none. None is needed where the owner has a file of keys, or
 * devices have theirs; then the ucode scripts also do without one that is too short or too long.
 */
function hasBadKey(iface: Iface, stations: boolean): boolean {
	const key = iface.options.key;
	if (key !== null && isKey(key)) return false;

	const others = stations || iface.options.wpa_psk_file !== null;
	return !others || (key !== null && (length(key) === 64 || iface.software.scripts !== 'ucode'));
}

/** Protection whose credential is the network's key. */
const KEYED = ['ok', 'wpa3_only', 'tkip_only'];

/** What of a section stands in the way of WPS, or disappoints: problems by code, each with the option at fault. */
export function faultsOf(iface: Iface, security: Security, stations: boolean): Faults {
	const options = iface.options;
	const protection = protectionFrom(security);
	const named = protectionFrom(toldSecurity({ ...iface, lines: [] }));
	const admission = toldAdmission(iface, security);
	const frames = toldFrames(iface);
	const hidden = toldHidden(iface);
	const wps = toldWps(iface);
	const pin = pinOf(iface);
	const faults: Faults = {};

	// Nothing that could be mended here would bring WPS (hostapd.sh, ap.uc iface_wps).
	if (options.multi_ap === 1) return { multi_ap_backhaul: 'multi_ap' };
	if (protection !== 'ok') faults[protection] = protection === named ? 'encryption' : RAW;
	if (hasServerKeys(iface, security)) faults.ppsk = 'ppsk';
	else {
		if (index(KEYED, protection) >= 0 && hasBadKey(iface, stations)) faults.bad_key = 'key';
		if (atoi(admission.value) === 2) faults.mac_authentication = admission.option;
	}
	if (atoi(hidden.value) !== 0) faults.hidden_ssid = hidden.option;
	if (atoi(wps.value) !== 2) faults.wps_disabled = wps.option;
	if (atoi(admission.value) === 1) faults.mac_allow_list = admission.option;
	if (pin !== null) faults.pin_exposed = pin;
	if (options.ieee80211r === true && security.wpa >= 2) faults.fast_roaming = 'ieee80211r';
	// Many devices get the credential and never come. In sae-compat WPA3 has an element of its own.
	const wpa2 = index(security.akms, 'SAE') < 0 || security.auth === 'psk-sae-compat';
	if (protection === 'ok' && wpa2 && atoi(frames.value) === 2) faults.pmf_required = frames.option;

	return faults;
}

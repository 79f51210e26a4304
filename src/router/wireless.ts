import * as fs from 'fs';
import * as uci from 'uci';
import type { Network, Radio } from '../contract/network';
import type { Band } from '../contract/status';

/** Where changes wait that are not committed yet: the shell's, and one folder a LuCI login (rpcd uci.c). */
const STAGED = ['/tmp/.uci/wireless', '/var/run/rpcd/uci-*/wireless'];

/**
 * The committed configuration alone. libuci mixes in what others have staged, and commits it along,
 * unless the file is named by its path (uci_file_load).
 */
export function committed(): uci.Cursor {
	const cursor = uci.cursor() ?? die('uci');
	cursor.load('/etc/config/wireless');

	return cursor;
}

function isOn(value: any): boolean {
	return value === true || index(['1', 'on', 'true', 'yes', 'enabled'], value) >= 0;
}

function listOf(value: any): string[] {
	return type(value) === 'array' ? value : split(trim(value ?? ''), /[ \t]+/);
}

function bandOf(device: uci.Section): Band | null {
	if (index(['2g', '5g', '6g'], device.band) >= 0) return device.band;
	if (match(device.hwmode ?? '', /^11[bg]/s)) return '2g';

	return device.hwmode === '11a' ? '5g' : null;
}

function readRadio(device: uci.Section, netifd: any): Radio {
	const channel = int(device.channel ?? '');

	return {
		name: device['.name'],
		band: bandOf(device),
		channel: channel > 0 ? channel : null,
		disabled: isOn(device.disabled),
		up: netifd === null ? null : netifd.up === true
	};
}

/** The sections that somebody's uncommitted changes touch. A line reads like `wireless.guest.ssid='x'` or `-wireless.guest`. */
function stagedSections(): { [section: string]: boolean } {
	const sections: { [section: string]: boolean } = {};

	for (const path of fs.glob(...STAGED)) {
		for (const line of split(fs.readfile(path) ?? '', '\n')) {
			const found = match(line, /^[^a-z]?wireless\.([A-Za-z0-9_]+)/s);
			if (found) sections[found[1]] = true;
		}
	}

	return sections;
}

function pinOption(iface: uci.Section): string | null {
	for (const option of ['wps_pin', 'ap_pin']) if (iface[option]) return option;
	for (const option of ['wps_label', 'ext_registrar']) if (isOn(iface[option])) return option;

	return null;
}

function hasStations(stations: uci.Section[], section: string): boolean {
	return length(filter(stations, station => !station.iface || index(listOf(station.iface), section) >= 0)) > 0;
}

/** What decides about WPS: netifd must run it as it is configured. */
const DECIDING = [
	'ssid',
	'encryption',
	'key',
	'hidden',
	'macfilter',
	'multi_ap',
	'wps_pushbutton',
	'wps_label',
	'wpa_psk_file'
];

/** One text for all that means the same: netifd has true for 1, and leaves out what is off. */
function plain(value: any): string {
	return isOn(value) ? '1' : index([null, false, 0, '0'], value) >= 0 ? '' : `${value}`;
}

function isApplied(iface: uci.Section, running: any): boolean {
	return length(filter(DECIDING, option => plain(iface[option]) !== plain(running[option]))) === 0;
}

/** What netifd runs of one section on one radio. */
function runningOf(netifd: any, section: string): any {
	for (const entry of netifd?.interfaces ?? []) if (entry.section === section) return entry;
	return null;
}

function ofType(config: { [name: string]: uci.Section }, wanted: string): uci.Section[] {
	const found = filter(values(config), section => section['.type'] === wanted);
	return sort(found, (a, b) => a['.index'] - b['.index']);
}

/**
 * All access points that the configuration names, whether on the air or not, by radio and
 * then by their place in the configuration.
 * @param status  what `network.wireless status` answered, or null
 */
export function readNetworks(status: any): Network[] {
	const config = committed().get_all('wireless') ?? {};
	const stations = ofType(config, 'wifi-station');
	const staged = stagedSections();
	const networks: Network[] = [];
	const seen: { [ifname: string]: boolean } = {};

	for (const device of ofType(config, 'wifi-device')) {
		const name = device['.name'];
		const netifd = status?.[name] ?? null;

		for (const iface of ofType(config, 'wifi-iface')) {
			const section = iface['.name'];
			if ((iface.mode ?? 'ap') !== 'ap' || index(listOf(iface.device), name) < 0) continue;

			// A multi-link network has one interface for all its radios (facts 1.1).
			const running = runningOf(netifd, section);
			const ifname = running?.ifname ?? null;
			if (ifname !== null && seen[ifname]) continue;
			if (ifname !== null) seen[ifname] = true;

			push(networks, {
				section,
				radio: readRadio(device, netifd),
				ifname,
				ssid: iface.ssid ?? '',
				disabled: isOn(iface.disabled),
				encryption: iface.encryption ?? 'none',
				hidden: isOn(iface.hidden),
				macfilter: iface.macfilter ?? '',
				ppsk: isOn(iface.ppsk),
				multi_ap: `${iface.multi_ap ?? ''}`,
				fast_roaming: isOn(iface.ieee80211r),
				independent: iface.wps_independent === null || isOn(iface.wps_independent),
				wps: isOn(iface.wps_pushbutton) || isOn(iface.wps_label),
				applied: running === null ? null : isApplied(iface, running.config ?? {}),
				pin_option: pinOption(iface),
				psk_file: iface.wpa_psk_file ?? null,
				stations: hasStations(stations, section),
				unsaved: staged[section] === true || staged[name] === true
			});
		}
	}

	return networks;
}

/** The hardware address that the interface uses on the air, or null. */
export function bssidOf(ifname: string): string | null {
	const text = match(ifname, /^[A-Za-z0-9._-]+$/s) ? fs.readfile(`/sys/class/net/${ifname}/address`) : null;

	return text === null ? null : trim(text);
}

/** The network's passphrase as it is committed, or null. Goes nowhere but into the key file. */
export function passphraseOf(section: string): string | null {
	return committed().get('wireless', section, 'key') ?? null;
}

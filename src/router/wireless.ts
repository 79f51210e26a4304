import * as fs from 'fs';
import * as uci from 'uci';
import { EXPOSING, type Bss, type Radio } from '../contract/bss';
import type { Band } from '../contract/status';

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
	return index([true, '1', 'on', 'true', 'yes', 'enabled'], value) >= 0;
}

function listOf(value: any): string[] {
	if (type(value) === 'array') return value;

	const text = trim(`${value ?? ''}`);
	return text === '' ? [] : split(text, /[ \t]+/);
}

function bandOf(device: uci.Section): Band | null {
	if (index(['2g', '5g', '6g'], device.band) >= 0) return device.band;
	if (index(['11b', '11g'], substr(device.hwmode ?? '', 0, 3)) >= 0) return '2g';

	return device.hwmode === '11a' ? '5g' : null;
}

/**
 * The sections that somebody's uncommitted changes touch: the shell's, and those of each LuCI login (rpcd uci.c).
 * A line reads like `wireless.guest.ssid='x'` or `-wireless.guest`.
 */
function stagedSections(): { [section: string]: boolean } {
	const sections: { [section: string]: boolean } = {};

	for (const path of fs.glob('/tmp/.uci/wireless', '/var/run/rpcd/uci-*/wireless')) {
		for (const line of split(fs.readfile(path) ?? '', '\n')) {
			const found = match(line, /[-+|~@^]?wireless\.([A-Za-z0-9_]+).*/);
			if (found?.[0] === line) sections[found[1]] = true;
		}
	}

	return sections;
}

/** Modes in which an interface is a station of something else, or a mesh point (wifi-scripts mac80211.sh, setup). */
const UPLINKS = ['sta', 'mesh', 'adhoc'];

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
	'wpa_psk_file',
	'hostapd_bss_options',
	'wps_independent'
];

const OFF = [null, false, 0, '', '0', 'off', 'false', 'no', 'disabled'];

/** One text for all that means the same: netifd has true for 1, and leaves out what is off. */
function plain(value: any): string {
	return isOn(value) ? '1' : index(OFF, value) >= 0 ? '' : `${value}`;
}

/** The option of these that lets a device set up the router by its PIN, or null. */
function exposing(iface: uci.Section): string | null {
	return filter(EXPOSING, option => plain(iface[option]) !== '')[0] ?? null;
}

function isApplied(iface: uci.Section, running: any): boolean {
	return length(filter(DECIDING, option => plain(iface[option]) !== plain(running[option]))) === 0;
}

/** A number for every key: equal keys have the same, and a section without one has a number of its own. */
function numberKeys(ifaces: uci.Section[]): { [section: string]: number } {
	const known: { [key: string]: number } = {};
	const numbers: { [section: string]: number } = {};

	for (const iface of ifaces) {
		const key = `${iface.key ?? ''}`;
		const fresh = length(numbers);
		numbers[iface['.name']] = key === '' ? fresh : (known[key] ??= fresh);
	}

	return numbers;
}

/** The value of the last raw line for hostapd.conf that sets this, or null. */
function rawValue(lines: string[], name: string): string | null {
	const found = filter(lines, line => substr(line, 0, length(name) + 1) === `${name}=`);
	return length(found) > 0 ? substr(found[length(found) - 1], length(name) + 1) : null;
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
export function readBsses(status: any): Bss[] {
	const config = committed().get_all('wireless') ?? {};
	const stations = ofType(config, 'wifi-station');
	const staged = stagedSections();
	const ifaces = ofType(config, 'wifi-iface');
	const key_numbers = numberKeys(ifaces);
	const bsses: Bss[] = [];
	const seen: { [ifname: string]: boolean } = {};

	for (const device of ofType(config, 'wifi-device')) {
		const name = device['.name'];
		const netifd = status?.[name] ?? null;
		const channel = int(device.channel ?? '');
		const radio: Radio = {
			name,
			band: bandOf(device),
			channel: channel > 0 ? channel : null,
			disabled: isOn(device.disabled),
			up: netifd?.up ?? null
		};
		const uplinks = filter(
			map(netifd?.interfaces ?? [], (entry: any) =>
				index(UPLINKS, entry.config?.mode) >= 0 ? entry.ifname : null
			),
			ifname => ifname !== null
		);

		for (const iface of ifaces) {
			const section = iface['.name'];
			if ((iface.mode ?? 'ap') !== 'ap' || index(listOf(iface.device), name) < 0) continue;

			// A multi-link network has one interface for all its radios (facts 1.1).
			const running = filter(netifd?.interfaces ?? [], (entry: any) => entry.section === section)[0] ?? null;
			const ifname = running?.ifname ?? null;
			if (seen[ifname ?? '']) continue;
			seen[ifname ?? ''] = ifname !== null;
			const own = filter(stations, one => !one.iface || index(listOf(one.iface), section) >= 0);

			const raw = listOf(iface.hostapd_bss_options);
			const capacity = int(iface.maxassoc ?? rawValue(raw, 'max_num_sta') ?? '0');

			push(bsses, {
				section,
				radio,
				ifname,
				ssid: iface.ssid ?? '',
				disabled: isOn(iface.disabled),
				encryption: iface.encryption ?? 'none',
				key_number: key_numbers[section],
				hidden: isOn(iface.hidden),
				macfilter: iface.macfilter ?? '',
				ppsk: isOn(iface.ppsk),
				multi_ap: `${iface.multi_ap ?? ''}`,
				capacity: capacity > 0 ? capacity : null,
				fast_roaming: isOn(iface.ieee80211r),
				independent: isOn(iface.wps_independent ?? '1'),
				wps: isOn(iface.wps_pushbutton) || isOn(iface.wps_label),
				uuid: iface.uuid ?? rawValue(raw, 'uuid'),
				raw,
				applied: running === null ? null : isApplied(iface, running.config ?? {}),
				pin_option: exposing(iface),
				psk_file: iface.wpa_psk_file ?? null,
				stations: length(own) > 0,
				unsaved: staged[section] === true || staged[name] === true,
				uplinks
			});
		}
	}

	return bsses;
}

/** The hardware address that the interface uses on the air, or null. */
export function bssidOf(ifname: string): string | null {
	return trim(fs.readfile(`/sys/class/net/${ifname}/address`) ?? '') || null;
}

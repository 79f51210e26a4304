import type { Bss } from '../contract/bss';

/** Access points whose credential is a passphrase: it serves WPA2 and WPA3 alike. */
const PERSONAL = ['ok', 'wpa3_only', 'tkip_only'];

/** What a credential for this access point is good for. */
function familyOf(bss: Bss): string {
	return index(PERSONAL, bss.protection) >= 0 ? 'personal' : bss.protection;
}

/**
 * What people call one Wi-Fi: the access points with one SSID, one key and ways of encryption that accept the same
 * credential, in the order of the first access point of each.
 */
export function networksOf(bsses: Bss[]): Bss[][] {
	const networks: Bss[][] = [];
	const places: { [name: string]: number } = {};

	for (const bss of bsses) {
		const name = `${bss.key_number} ${familyOf(bss)} ${bss.ssid}`;
		const place = places[name] ?? -1;
		if (place >= 0) push(networks[place], bss);
		else {
			places[name] = length(networks);
			push(networks, [bss]);
		}
	}

	return networks;
}

/** hostapd opens, closes and names them together (`wps_independent 0`, hostapd_wps_for_each of wps_hostapd.c). */
function isGroup(bsses: Bss[]): boolean {
	return length(filter(bsses, bss => bss.independent)) === 0;
}

/** A device that hears them takes them for one access point, and reports no overlap. */
export function areOne(bsses: Bss[]): boolean {
	if (length(bsses) < 2 || isGroup(bsses)) return true;

	const uuid = bsses[0].uuid;
	return uuid !== null && length(filter(bsses, bss => bss.uuid !== uuid)) === 0;
}

/**
 * Of the access points that are ready, those on which a start opens the network: all where a device takes them for one,
 * else the one that most devices without a keyboard know.
 */
export function openingOf(ready: Bss[]): Bss[] {
	if (areOne(ready)) return ready;

	return slice([...filter(ready, bss => bss.radio.band === '2g'), ...ready], 0, 1);
}

/** Those for which hostapd must be asked to open or close: of a group one is enough. */
export function askedOf<T extends { independent: boolean }>(members: T[]): T[] {
	const group = filter(members, member => !member.independent);
	return [...slice(group, 0, 1), ...filter(members, member => member.independent)];
}

/** Sections in the order of the configuration, each once. */
export function sectionsOf(bsses: Bss[]): string[] {
	const sections: string[] = [];
	for (const bss of bsses) if (index(sections, bss.section) < 0) push(sections, bss.section);

	return sections;
}

import type { Software } from '../../contract/bss';
import { listOf, taken, type Section } from './options';

/** Of a wifi-station section. */
const DISABLED: ['yes', 'yes'] = ['yes', 'yes'];

/** Whether a wifi-station section is about this interface. */
function isOf(station: Section, section: string, software: Software): boolean {
	const iface = station.iface ?? null;
	// uci_lookup_option_string sees no lists: such a station is one of every network (netifd config.c).
	if (software.netifd === 'c') return iface === null || type(iface) === 'array' || iface === section;

	return iface === null || index(listOf(iface), section) >= 0;
}

/**
 * Whether wifi-station sections give an interface keys of its own. netifd in C does not look for those of an anonymous section
 * (config.c config_wdev_parse_wireless_interface).
 */
export function hasStations(iface: Section, stations: Section[], software: Software): boolean {
	if (software.netifd === 'c' && iface['.anonymous']) return false;

	const own = filter(
		stations,
		station => taken(station.disabled, DISABLED, software) !== true && isOf(station, iface['.name'], software)
	);
	return length(own) > 0;
}

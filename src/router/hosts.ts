import * as fs from 'fs';

export interface Identity {
	name: string | null;
	ip: string | null;
}

const LEASES = '/tmp/dhcp.leases';
const NEIGHBOURS = '/proc/net/arp';

/** The last line of a table in which `column` holds this MAC: the newest entry. */
function lineOf(path: string, column: number, mac: string): string[] | null {
	const lines = map(split(fs.readfile(path) ?? '', '\n'), line => split(trim(line), /[ \t]+/));
	return pop(filter(lines, fields => lc(fields[column] ?? '') === mac));
}

/**
 * What the router knows of a device: the name it gave when it asked for an address, and that
 * address. Both come from the device itself.
 * @param mac  lower case
 */
export function identify(mac: string): Identity {
	const lease = lineOf(LEASES, 1, mac);
	if (lease !== null) return { name: lease[3] && lease[3] !== '*' ? lease[3] : null, ip: lease[2] ?? null };

	const neighbour = lineOf(NEIGHBOURS, 3, mac);
	return { name: null, ip: neighbour?.[0] ?? null };
}

import * as fs from 'fs';

export interface Identity {
	name: string | null;
	ip: string | null;
}

const LEASES = '/tmp/dhcp.leases';
const NEIGHBOURS = '/proc/net/arp';

const BLANKS = /[ \t]+/;

const NOBODY: Identity = { name: null, ip: null };

/** The lines of a table, each as its words. */
function tableOf(path: string): string[][] {
	return map(split(fs.readfile(path) ?? '', '\n'), line => split(trim(line), BLANKS));
}

function addressOfNeighbour(fields: string[]): Identity {
	return { name: null, ip: fields[0] };
}

function identityOfLease(fields: string[]): Identity {
	return { name: fields[3] && fields[3] !== '*' ? fields[3] : null, ip: fields[2] ?? null };
}

/**
 * What the router knows of devices, by MAC address in small letters: the name that each gave when it asked for an address,
 * and that address, by its newest entry. Both come from the device itself.
 */
export function identities(): { [mac: string]: Identity } {
	const known: { [mac: string]: Identity } = {};
	for (const fields of tableOf(NEIGHBOURS)) if (length(fields) > 3) known[lc(fields[3])] = addressOfNeighbour(fields);
	for (const fields of tableOf(LEASES)) if (length(fields) > 2) known[lc(fields[1])] = identityOfLease(fields);

	return known;
}

/**
 * The same of one device.
 * @param mac  small letters
 */
export function identify(mac: string): Identity {
	return identities()[mac] ?? NOBODY;
}

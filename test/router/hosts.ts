import type { Files } from './files';

export interface HostEntry {
	mac: string;
	ip: string;
	name: string | null;
}

const LEASES = '/tmp/dhcp.leases';
const ARP = '/proc/net/arp';
const ARP_HEAD = 'IP address       HW type     Flags       HW address            Mask     Device\n';

/** A device got an address: dnsmasq writes its lease, the kernel knows the neighbour. */
export function addHost(files: Files, epoch: number, { mac, ip, name }: HostEntry): void {
	const leases = files.text(LEASES) ?? '';
	files.put(LEASES, `${leases}${epoch + 43200} ${mac} ${ip} ${name ?? '*'} 01:${mac}\n`);
	const row = [ip.padEnd(16), '0x1'.padEnd(11), '0x2'.padEnd(11), mac.padEnd(21), '*'.padEnd(8), 'br-lan'].join(' ');
	files.put(ARP, `${files.text(ARP) || ARP_HEAD}${row}\n`);
}

/** Who is known by address. */
export function readHosts(files: Files): HostEntry[] {
	const hosts = new Map<string, HostEntry>();
	for (const line of (files.text(ARP) ?? '').split('\n').slice(1)) {
		const [ip, , , mac] = line.trim().split(/\s+/);
		if (ip && mac) hosts.set(mac, { mac, ip, name: null });
	}
	for (const line of (files.text(LEASES) ?? '').split('\n')) {
		const [, mac, ip, name] = line.split(' ');
		if (mac && ip) hosts.set(mac, { mac, ip, name: !name || name === '*' ? null : name });
	}
	return [...hosts.values()];
}

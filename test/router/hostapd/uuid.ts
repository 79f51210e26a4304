import { createHash } from 'node:crypto';

/** uuid_gen_mac_addr (hostap src/wps/wps_common.c). */
export function uuidOf(address: string): string {
	const namespace = Buffer.from('526480f8c99b4be5a65558ed5f5d6084', 'hex');
	const mac = Buffer.from(address.replaceAll(':', ''), 'hex');
	const hash = createHash('sha1').update(namespace).update(mac).digest();
	hash[6] = 0x50 | ((hash[6] ?? 0) & 0x0f);
	hash[8] = 0x80 | ((hash[8] ?? 0) & 0x3f);
	return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

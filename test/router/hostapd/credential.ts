import { fromBytes, toBytes } from '../ucode/bytes';

/** What an enrollee is given: the text it will store as the key of that network. */
export interface Credential {
	ssid: string;
	key: string;
	/** An open network handed out an invented WPA2 key (facts 2.4): the profile is useless. */
	invented: boolean;
}

/** Attribute types (H:src/wps/wps_defs.h). */
const [CREDENTIAL, SSID, AUTHENTICATION, ENCRYPTION, KEY, MAC] = [0x100e, 0x1045, 0x1003, 0x100f, 0x1027, 0x1020];

/**
 * What a device makes of the attributes that hostapd hands over as it read them from the file of `extra_cred`
 * (wps_process_cred, H:src/wps/wps_attr_process.c). Null: nothing that it could use, and it breaks off.
 */
export function parseCredential(content: string): Credential | null {
	const credential = attributes(toBytes(content))?.get(CREDENTIAL);
	const inside = credential && attributes(credential);
	const ssid = inside?.get(SSID);
	const key = inside?.get(KEY);
	if (!inside || !ssid || !key || ![AUTHENTICATION, ENCRYPTION, MAC].every(type => inside.has(type))) return null;
	return { ssid: fromBytes(ssid), key: fromBytes(key), invented: false };
}

/** Type and length of two bytes each, the high one first, then the value. Null: they don't fit together. */
function attributes(bytes: Buffer): Map<number, Buffer> | null {
	const found = new Map<number, Buffer>();
	for (let at = 0; at < bytes.length;) {
		if (at + 4 > bytes.length) return null;
		const [type, length] = [bytes.readUInt16BE(at), bytes.readUInt16BE(at + 2)];
		at += 4 + length;
		if (at > bytes.length) return null;
		if (!found.has(type)) found.set(type, bytes.subarray(at - length, at));
	}
	return found;
}

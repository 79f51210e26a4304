import { fromBytes, toBytes } from '../ucode/bytes';

/** What an enrollee is given: the text it will store as the key of that network. */
export interface Credential {
	ssid: string;
	key: string;
	/** An open network handed out an invented WPA2 key (wps_build_cred): the profile is useless. */
	invented: boolean;
}

/** Attribute types (hostap src/wps/wps_defs.h). */
const [CREDENTIAL, INDEX, SSID, AUTHENTICATION] = [0x100e, 0x1026, 0x1045, 0x1003];
const [ENCRYPTION, KEY, MAC] = [0x100f, 0x1027, 0x1020];

/**
 * What a device makes of the attributes that hostapd hands over as it read them from the file of `extra_cred`
 * (wps_process_cred, hostap src/wps/wps_attr_process.c). Null: nothing that it could use, and it breaks off.
 */
export function parseCredential(content: string): Credential | null {
	const credential = attributes(toBytes(content))?.get(CREDENTIAL);
	const inside = credential && attributes(credential);
	const ssid = inside?.get(SSID);
	const key = inside?.get(KEY);
	if (!inside || !ssid || !key || ![AUTHENTICATION, ENCRYPTION, MAC].every(type => inside.has(type))) return null;
	return { ssid: fromBytes(ssid), key: fromBytes(key), invented: false };
}

/** What a file for `extra_cred` holds: a WPA2 network and its passphrase, for whatever device (wps_build_credential). */
export function credentialFile(ssid: string, key: string): string {
	const inside: [type: number, value: Buffer][] = [
		[INDEX, Buffer.from([1])],
		[SSID, toBytes(ssid)],
		[AUTHENTICATION, Buffer.from([0, 0x20])],
		[ENCRYPTION, Buffer.from([0, 0x08])],
		[KEY, toBytes(key)],
		[MAC, Buffer.alloc(6, 0xff)]
	];
	return fromBytes(attribute(CREDENTIAL, Buffer.concat(inside.map(([type, value]) => attribute(type, value)))));
}

function attribute(type: number, value: Buffer): Buffer {
	const head = Buffer.alloc(4);
	head.writeUInt16BE(type);
	head.writeUInt16BE(value.length, 2);
	return Buffer.concat([head, value]);
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

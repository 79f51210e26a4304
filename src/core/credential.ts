/** The attributes of a WPS credential, in the order in which they are written (WSC 2.0.2 §12; hostap src/wps/wps_defs.h). */
const CREDENTIAL = 0x100e;
const NETWORK_INDEX = 0x1026;
const SSID = 0x1045;
const AUTHENTICATION_TYPE = 0x1003;
const ENCRYPTION_TYPE = 0x100f;
const NETWORK_KEY = 0x1027;
const MAC_ADDRESS = 0x1020;

/** WPS_AUTH_WPA2PSK and WPS_ENCR_AES: what a device makes WPA3 of where it can (wps_cred_add_sae). */
const WPA2_PSK = 0x0020;
const AES = 0x0008;

/** Two bytes, the high one first. */
function word(value: number): string {
	return chr(int(value / 256), value % 256);
}

/** Type and length, then the value. */
function attribute(kind: number, value: string): string {
	return word(kind) + word(length(value)) + value;
}

/**
 * What hostapd hands over to a device that joins (`extra_cred` with `skip_cred_build=1`, wps_registrar.c, wps_build_cred):
 * the network's own passphrase as text, which works on every band, on other routers and, where the device can, for WPA3.
 * A key of 64 hexadecimal digits is handed over as it is: the device takes it for the PSK.
 */
export function credentialBytes(ssid: string, key: string): string {
	return attribute(
		CREDENTIAL,
		attribute(NETWORK_INDEX, chr(1)) +
			attribute(SSID, ssid) +
			attribute(AUTHENTICATION_TYPE, word(WPA2_PSK)) +
			attribute(ENCRYPTION_TYPE, word(AES)) +
			attribute(NETWORK_KEY, key) +
			// for whatever device
			attribute(MAC_ADDRESS, chr(255, 255, 255, 255, 255, 255))
	);
}

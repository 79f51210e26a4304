import { EXPOSING, PINS, type Bss } from '../contract/bss';
import { canPersist, isKeyFile, keyFilePath } from './keyfile';

/** Options of a wifi-iface section and what they become; null takes them away. */
export type Change = { [option: string]: string | null };

/**
 * What turns WPS on, by push button alone.
 * @param persist  devices that join survive restarts, where that can be had without touching what the owner arranged
 */
export function enabling(network: Bss, persist: boolean): Change {
	const change: Change = { wps_pushbutton: '1' };

	for (const option of EXPOSING) change[option] = null;
	if (persist && canPersist(network)) change.wpa_psk_file = keyFilePath(network.section);
	else if (isKeyFile(network.psk_file)) change.wpa_psk_file = null;

	return change;
}

/** What takes away again all that `enabling` writes, and the label that alone would keep WPS on (facts §3). */
export function disabling(network: Bss): Change {
	const change: Change = { wps_pushbutton: null, wps_label: null };
	if (isKeyFile(network.psk_file)) change.wpa_psk_file = null;

	return change;
}

/** What can be put back when a change fails: a PIN that is gone stays gone, since nothing of ours may keep one. */
export function restorable(change: Change): string[] {
	return filter(keys(change), option => index(PINS, option) < 0);
}

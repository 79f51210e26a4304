import type { Network } from '../contract/network';
import { protectionOf } from './encryption';

/** Where the key file of one network lies: outside /var, so that it survives (facts 2.5 (1)). */
export function keyFilePath(section: string): string {
	return `/etc/hostapd-wps-${section}.psk`;
}

/**
 * The key file: every device that joins by WPS is handed the network's own key instead of one
 * of its own that hostapd forgets (facts 2.5 (1), measured in traces/psk-persistence.log).
 */
export function keyFileText(key: string): string {
	return `wps=1 00:00:00:00:00:00 ${key}\n`;
}

/** Whether a key file can help here: a WPA2 passphrase, and no keys that the owner arranged himself. */
export function canPersist(network: Network): boolean {
	return (
		protectionOf(network.encryption) === 'ok' &&
		!network.stations &&
		(network.psk_file === null || network.psk_file === keyFilePath(network.section))
	);
}

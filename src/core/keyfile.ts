import type { Bss } from '../contract/bss';
import { protectionOf } from './encryption';

/** Where the key file of one network lies: outside /var, so that it survives (facts 2.5 (1)). */
export function keyFilePath(section: string): string {
	return `/etc/hostapd-wps-${section}.psk`;
}

/** One of ours; perhaps by another name of the section, since uci calls anonymous ones anew when others go. */
export function isKeyFile(path: string | null): boolean {
	return path !== null && match(path, /\/etc\/hostapd-wps-[A-Za-z0-9_]+\.psk/)?.[0] === path;
}

/**
 * The key file: every device that joins by WPS is handed the network's own key instead of one
 * of its own that hostapd forgets (facts 2.5 (1), measured in traces/psk-persistence.log).
 */
export function keyFileText(key: string): string {
	return `wps=1 00:00:00:00:00:00 ${key}\n`;
}

/** Whether a key file can help here: a WPA2 passphrase, and no keys that the owner arranged himself. */
export function canPersist(network: Bss): boolean {
	return (
		protectionOf(network.encryption) === 'ok' &&
		!network.stations &&
		(network.psk_file === null || isKeyFile(network.psk_file))
	);
}

import type { Bss } from '../contract/bss';
import { protectionOf } from '../core/encryption';
import { isKeyFile, keyFileText } from '../core/keyfile';
import { send } from '../router/bus';
import { fileHolds, removeKeyFiles, writeKeyFile } from '../router/keyfile';
import { readOptions } from '../router/settings';

/**
 * What the key file of a network is to hold, or null. Where the owner has chosen another encryption it is
 * empty: the option names it still, and hostapd refuses a network whose file is missing.
 */
function textFor(section: string): string | null {
	const network = readOptions(section, ['encryption', 'key']);
	if (protectionOf(network.encryption ?? '') !== 'ok') return '';

	return network.key === null ? null : keyFileText(network.key);
}

/** Whether this network hands its own key to devices, so that they are known again after a restart. */
export function isPersistent(network: Bss): boolean {
	const text = isKeyFile(network.psk_file) ? textFor(network.section) : null;

	return !!text && fileHolds(network.psk_file ?? '', text);
}

/** Sees to it that the network's key is where hostapd finds it; null when it can't be, else whether that was news. */
export function storeKey(path: string, section: string): boolean | null {
	const text = textFor(section);
	if (text !== null && fileHolds(path, text)) return false;

	return text !== null && writeKeyFile(path, text) ? true : null;
}

/**
 * Keeps the key files true, whoever changed the configuration: the key of a network may be another
 * one, the network may be gone. hostapd takes a changed file over without a restart (`reload` of its
 * main object, files/hostapd.uc).
 */
export function tendKeyFiles(networks: Bss[]): void {
	const needed: { [path: string]: boolean } = {};
	let changed = false;

	for (const network of networks) {
		const path = network.psk_file ?? '';
		if (!isKeyFile(path) || needed[path]) continue;
		needed[path] = true;
		if (storeKey(path, network.section)) changed = true;
	}

	removeKeyFiles(needed);
	if (changed) send({ object: 'hostapd', method: 'reload' });
}

import type { Network } from '../contract/network';
import { keyFilePath, keyFileText } from '../core/keyfile';
import { ask } from '../router/bus';
import { fileHolds, keyFiles, removeKeyFile, writeKeyFile } from '../router/keyfile';
import { now } from '../router/time';
import { passphraseOf } from '../router/wireless';

/** Whether the configuration names our key file for this network. */
function usesKeyFile(network: Network): boolean {
	return network.psk_file === keyFilePath(network.section);
}

/** Whether this network hands its own key to devices, so that they are known again after a restart. */
export function isPersistent(network: Network): boolean {
	const key = usesKeyFile(network) ? passphraseOf(network.section) : null;

	return key !== null && fileHolds(keyFilePath(network.section), keyFileText(key));
}

/** Writes the network's key where hostapd finds it; false when that can't be done. */
export function storeKey(section: string): boolean {
	const key = passphraseOf(section);

	return key !== null && writeKeyFile(keyFilePath(section), keyFileText(key));
}

/**
 * Keeps the key files true, whoever changed the configuration: the key of a network may be another
 * one, the network may be gone. hostapd takes a changed file over without a restart (`reload` of its
 * main object, files/hostapd.uc).
 */
export function tendKeyFiles(networks: Network[]): void {
	const needed: { [path: string]: boolean } = {};
	let changed = false;

	for (const network of networks) {
		if (!usesKeyFile(network)) continue;
		needed[keyFilePath(network.section)] = true;
		if (!isPersistent(network) && storeKey(network.section)) changed = true;
	}

	for (const path of keyFiles()) if (!needed[path]) removeKeyFile(path);
	if (changed) ask([{ object: 'hostapd', method: 'reload', args: {} }], now().monotonic + 5000, () => null);
}

import * as fs from 'fs';
import { committed } from './wireless';

/** Whether this file holds exactly this line; a key file names the network's key, so it is never read further than here. */
export function fileHolds(path: string, text: string): boolean {
	return fs.readfile(path) === text;
}

/** The network's passphrase as it is committed, or null. Never leaves the handler but for the key file. */
export function passphraseOf(section: string): string | null {
	return committed().get('wireless', section, 'key') ?? null;
}

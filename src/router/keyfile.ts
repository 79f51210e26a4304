import * as fs from 'fs';
import { replaceFile } from './statefile';

/** Whether the file holds exactly this text: what it does hold never goes further than here. */
export function fileHolds(path: string, text: string): boolean {
	return fs.readfile(path) === text;
}

/** Writes a key file for hostapd, which runs as user network (facts 2.5); nobody else can read it. */
export function writeKeyFile(path: string, text: string): boolean {
	return replaceFile(path, text, 'network');
}

/** Removes the key files that are not needed any more, and what a power cut may have left of some. */
export function removeKeyFiles(needed: { [path: string]: boolean }): void {
	for (const path of fs.glob('/etc/hostapd-wps-*.psk', '/etc/hostapd-wps-*.psk.new'))
		if (!needed[path]) fs.unlink(path);
}

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

/** Removes a key file. */
export function removeKeyFile(path: string): void {
	fs.unlink(path);
}

/** The key files that lie about, and what a power cut may have left of some. */
export function keyFiles(): string[] {
	return fs.glob('/etc/hostapd-wps-*.psk', '/etc/hostapd-wps-*.psk.new');
}

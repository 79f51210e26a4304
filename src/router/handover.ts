import * as fs from 'fs';
import { replaceFile } from './statefile';

/** Whether the file is there. */
export function fileExists(path: string): boolean {
	return fs.access(path) === true;
}

/** Whether the file holds exactly this: what it does hold never goes further than here. null: it is there and can't be read. */
export function fileHolds(path: string, content: string): boolean | null {
	const found = fs.readfile(path);
	if (found === null && fileExists(path)) return null;

	return found === content;
}

/** Writes a file for hostapd, which runs as user network; nobody else can read it. */
export function writeHandover(path: string, content: string): boolean {
	return replaceFile(path, content, 'network');
}

/** Removes the files that no setting names any more, and what a power cut may have left of some. */
export function removeHandovers(needed: { [path: string]: boolean }): void {
	const ours = fs.glob(
		'/etc/hostapd-wps-*.psk',
		'/etc/hostapd-wps-*.psk.new',
		'/etc/hostapd-wps-*.cred',
		'/etc/hostapd-wps-*.cred.new'
	);
	for (const path of ours) if (!needed[path]) fs.unlink(path);
}

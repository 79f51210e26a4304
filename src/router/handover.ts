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

/** What a file holds; null: it is not there, or can't be read. */
export function readHandover(path: string): string | null {
	return fs.readfile(path);
}

/** Takes one away. */
export function removeHandover(path: string): void {
	fs.unlink(path);
}

/** Whether the file is too short for a key of 64 digits and what belongs to it: no need to read a long one. */
export function isShort(path: string): boolean {
	return (fs.stat(path)?.size ?? 0) < 90;
}

/** Writes a file for hostapd, which runs as user network; nobody else can read it. */
export function writeHandover(path: string, content: string): boolean {
	return replaceFile(path, content, 'network', true);
}

/** Whether there are, or may be, files of keys of devices. */
export function hasKeyFiles(): boolean {
	return length(fs.glob('/etc/hostapd-wps-*.psk')) > 0;
}

/** All files of ours, and what a power cut may have left of some. */
export function allHandovers(): string[] {
	return fs.glob(
		'/etc/hostapd-wps-*.psk',
		'/etc/hostapd-wps-*.psk.new',
		'/etc/hostapd-wps-*.cred',
		'/etc/hostapd-wps-*.cred.new'
	);
}

import * as fs from 'fs';
import { replaceFile } from '../router/statefile';

/*
 * The bridge's folder, in RAM and root's alone: options with the password, pipes, and who its children are.
 */

const FOLDER = '/var/run/wps-house';

/** Where a child looks for its options: $XDG_CONFIG_HOME. */
export function homeOf(role: string): string {
	return `${FOLDER}/${role}`;
}

/** The file in a child's folder. */
export function fileIn(role: string, name: string): string {
	return `${FOLDER}/${role}/${name}`;
}

/** Makes the folders; the mode is set again where they were there. */
export function makeFolders(roles: string[]): void {
	for (const path of [FOLDER, ...map(roles, role => homeOf(role))]) {
		fs.mkdir(path, 0o700);
		fs.chmod(path, 0o700);
	}
}

/** Writes a file there, mode 0600. */
export function putFile(role: string, name: string, text: string): boolean {
	return replaceFile(fileIn(role, name), text, null, false);
}

/** A fresh pipe with a name; false when it can't be made. */
export function makePipe(role: string): boolean {
	const path = fileIn(role, 'pipe');
	fs.unlink(path);

	return system(['mkfifo', '-m', '600', path], 2000) === 0;
}

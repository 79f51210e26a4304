import * as fs from 'fs';

/** In RAM: gone after a reboot, as the windows are. */
const PATH = '/var/run/luci-wps.json';

/** How long the flash may take to have written a file down, milliseconds. */
const FLASH = 3000;

/**
 * Writes text so that a reader, or a power cut, sees the old or the new file and nothing between.
 * Nobody but the owner may read it.
 * @param user   the owner; null: root
 * @param flash  it lies in flash: without this, after a power cut, UBIFS and others show the new name with nothing in it
 */
export function replaceFile(path: string, text: string, user: string | null, flash: boolean): boolean {
	const fresh = `${path}.new`;
	const file = fs.open(fresh, 'w', 0o600);
	if (!file) return false;

	const whole = fs.chmod(fresh, 0o600) && file.write(text) === length(text);
	// A router without this user runs hostapd as root.
	if (user !== null) fs.chown(fresh, user, user);
	const closed = file.close();
	if (flash && closed && whole) system(['fsync', fresh], FLASH);
	if (closed && whole && fs.rename(fresh, path)) return true;

	fs.unlink(fresh);
	return false;
}

/** What was kept by the last run of the handler since boot; null when there is nothing usable. */
export function loadState(): any {
	try {
		return json(fs.readfile(PATH) ?? '');
	} catch {
		return null;
	}
}

/** Keeps the state for the next run of the handler; false when it could not be written. */
export function saveState(state: object): boolean {
	return replaceFile(PATH, sprintf('%J\n', state), null, false);
}

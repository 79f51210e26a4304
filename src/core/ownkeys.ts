import { ANY, asComments, keyLine, linesText, keyLinesOf, type Key, type Line } from './keyfile';

/**
 * Keys of single devices in a network's key file. hostapd hands the last line with `wps=1` and no address over to whoever
 * joins (hostapd_wps_lookup_pskfile_cb in hostap's src/ap/wps_hostapd.c): that is the fresh key. Once a device has it, the
 * line becomes the device's own, and another fresh one follows. Lines of ours bear an identifier of ours; all others are
 * somebody's and stay.
 */

/** A key that nobody has yet, and its name, which is no secret: 8 and 64 random hexadecimal digits. */
export interface Fresh {
	id: string;
	secret: string;
}

/** A key that a device has; `mac` null: one that a device may have, nobody knows which. */
export interface Owned {
	id: string;
	mac: string | null;
}

/** The name of a key. */
export function keyName(digits: string): string {
	return `wps-${digits}`;
}

/** Whether we have given this name: `wps-` and eight characters. */
function isOwnName(id: string | null): boolean {
	return id !== null && length(id) === 12 && substr(id, 0, 4) === 'wps-';
}

/** The key of a line, if the line is ours. A secret of 64 characters is a key as it is: hostapd takes no other. */
function ownOf(line: Line): Key | null {
	const key = line.key;
	if (key === null || !isOwnName(key.id) || length(key.secret) !== 64) return null;

	return !key.wps || key.mac === ANY ? key : null;
}

/** The fresh key, the last that is; null: there is none. */
function freshOf(lines: Line[]): Key | null {
	return pop(filter(map(lines, ownOf), key => key?.wps === true)) ?? null;
}

function isFresh(key: Key | null, fresh: Key | null): boolean {
	return key !== null && key.wps && key.id === fresh?.id;
}

/** A fresh key's line that has another behind it is not handed over any more: perhaps it was. */
function asPassed(line: Line, fresh: Key | null): Line {
	const key = ownOf(line);
	return key === null || !key.wps || key.id === fresh?.id ? line : keyLine({ ...key, wps: false });
}

/**
 * The file of these lines, as hostapd takes it and as it hands out a fresh key: the one there is, else `next`, in the last line.
 */
function ordered(lines: Line[], next: Fresh): string {
	const present = freshOf(lines);
	const fresh = present ?? { ...next, wps: true, mac: ANY };
	const kept: Line[] = [];

	for (const line of lines) {
		if (line.refused) for (const comment of asComments(line)) push(kept, comment);
		else if (!isFresh(ownOf(line), present)) push(kept, asPassed(line, present));
	}

	return linesText([...kept, keyLine(fresh)]);
}

/** A network's key file with a fresh key in it; `text` null: it had none. */
export function prepared(text: string | null, next: Fresh): string {
	return ordered(keyLinesOf(text ?? ''), next);
}

/** Whether the file hands one key to all, and has none of single devices. */
export function isShared(text: string): boolean {
	const lines = keyLinesOf(text);
	if (length(filter(lines, line => ownOf(line) !== null)) > 0) return false;

	return length(filter(lines, line => line.key?.wps === true && line.key?.mac === ANY)) > 0;
}

/** The name of the fresh key; null: there is none. */
export function freshName(text: string): string | null {
	return freshOf(keyLinesOf(text))?.id ?? null;
}

/** The keys that devices have, by the file. */
export function owned(text: string): Owned[] {
	const found: Owned[] = [];
	for (const line of keyLinesOf(text)) {
		const key = ownOf(line);
		if (key !== null && key.id !== null && !key.wps)
			push(found, { id: key.id, mac: key.mac === ANY ? null : key.mac });
	}

	return found;
}

/**
 * The file once the device with this address has the key of this name: no other may come with it, and what the device had
 * before is void. Null: there is no such key, or it is another device's, and that it stays; or the address is none.
 */
export function bound(text: string, id: string, mac: string, next: Fresh): string | null {
	const lines = keyLinesOf(text);
	const keys = filter(map(lines, ownOf), key => key?.id === id);
	const key = keys[0] ?? null;
	if (key === null || mac === ANY) return null;
	if (length(filter(keys, one => one?.mac !== ANY && one?.mac !== mac)) > 0) return null;
	if (length(keys) === 1 && key.mac === mac) return ordered(lines, next);

	const others = filter(lines, line => ownOf(line)?.mac !== mac && ownOf(line)?.id !== id);
	return ordered([...others, keyLine({ ...key, mac, wps: false })], next);
}

/** The file without the keys of the device with this address. */
export function withdrawn(text: string, mac: string, next: Fresh): string {
	return ordered(
		filter(keyLinesOf(text), line => ownOf(line)?.mac !== mac || mac === ANY),
		next
	);
}

/**
 * The file with another fresh key, where nobody knows whether a device got the present one: it stays good for whoever comes
 * with it, and is handed to nobody again.
 */
export function setAside(text: string, next: Fresh): string {
	return ordered([...keyLinesOf(text), keyLine({ ...next, wps: true, mac: ANY })], next);
}

/** The file without all that is ours; what somebody else wrote is left. */
export function stripped(text: string): string {
	return linesText(filter(keyLinesOf(text), line => ownOf(line) === null));
}

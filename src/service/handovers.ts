import type { Bss } from '../contract/bss';
import type { KeyKind } from '../contract/device';
import { credentialBytes } from '../core/credential';
import { protectionOf } from '../core/encryption';
import { credentialLines, credentialPath, foreignLines, isOurs, nextCredentialPath, uuidLines } from '../core/handover';
import type { Change, Changes } from '../core/switching';
import { send } from '../router/bus';
import { readGuard } from '../router/guard';
import { allHandovers, fileExists, fileHolds, isShort, removeHandover, writeHandover } from '../router/handover';
import { readOptions, writeOptions } from '../router/wireless-options';
import { stampOf } from '../router/freshness';
import { now } from '../router/time';
import { software } from './bsses';
import { runningTask } from './memory';
import { isSpent, prepareKeys } from './parts/keys';

/**
 * What the credential file of a network is to hold, or null. Where the owner has chosen another encryption it is
 * empty: a line names it still, and hostapd refuses a radio whose file is missing.
 */
function credentialFor(section: string): string | null {
	const network = readOptions(section, ['encryption', 'ssid', 'key']);
	if (protectionOf(network.encryption, software()) !== 'ok') return '';
	if (network.key === null || network.ssid === null) return null;

	return credentialBytes(`${network.ssid}`, `${network.key}`);
}

/** Our first version gave all devices one line with the network's own key: it goes on being true until the network is switched. */
function sharedLine(section: string): string {
	return `wps=1 00:00:00:00:00:00 ${readOptions(section, ['key']).key ?? ''}\n`;
}

/** Whether this file hands out the network's key to all, as the first version had it. */
function isOfVersion1(bss: Bss): boolean {
	const path = bss.psk_file ?? '';
	return isOurs(path, 'psk') && isShort(path) && fileHolds(path, sharedLine(bss.section)) === true;
}

/** What a device that joins this access point now gets. */
function keyOf(bss: Bss): KeyKind {
	const path = credentialPath(bss.raw);
	if (path !== null) return fileHolds(path, credentialFor(bss.section) ?? '') === false ? 'lost' : 'shared';
	if (!isOurs(bss.psk_file, 'psk')) return 'lost';

	return isOfVersion1(bss) ? 'shared' : 'own';
}

/** What was found at the last look, by section; and the access points and what the files were like when all was in order. */
let kinds_found: { [section: string]: KeyKind } = {};
let in_order: { bsses: Bss[]; text: string } | null = null;

function keyFound(bss: Bss): KeyKind {
	return (kinds_found[bss.section] ??= keyOf(bss));
}

/** What a device that joins this network now gets, where it gets the least; as of the last `tendFiles`. */
export function keysOf(network: Bss[]): KeyKind {
	const kinds = map(
		filter(network, bss => bss.wps),
		keyFound
	);
	if (length(kinds) === 0 || index(kinds, 'lost') >= 0) return 'lost';

	return index(kinds, 'own') >= 0 ? 'own' : 'shared';
}

/** Sees to it that the network's credential is where hostapd finds it. */
export function storeCredential(path: string, section: string): boolean {
	const content = credentialFor(section);
	if (content === null) return false;

	return fileHolds(path, content) === true || writeHandover(path, content);
}

/** Sees to it that there is a file of keys with a fresh one in it: hostapd refuses a radio without it. */
export function storeKeyFile(path: string): boolean {
	return prepareKeys(path) !== null;
}

/** The same lines with the credential under another name, so that hostapd reads it again. */
function renamed(bss: Bss, path: string): Change {
	return { hostapd_bss_options: [...foreignLines(bss.raw), ...uuidLines(bss.raw), ...credentialLines(path)] };
}

/** The files that these access points name, and the folder that tells whether there are others. */
export function filesOf(bsses: Bss[]): string[] {
	const files: string[] = ['/etc'];
	for (const bss of bsses)
		for (const path of [credentialPath(bss.raw), isOurs(bss.psk_file, 'psk') ? bss.psk_file : null])
			if (path !== null && index(files, path) < 0) push(files, path);

	return files;
}

/**
 * Removes the files that no setting names. Keys of devices stay until somebody says that they may go: a setting can come back,
 * a key can't. What a job may have to put back is needed as well; and what the boot guard is about to put back, which writes
 * the files first.
 */
function removeFiles(needed: { [path: string]: boolean }): void {
	if (readGuard() !== null) return;

	const former = runningTask()?.former ?? {};
	for (const section of keys(former)) {
		const lines = former[section].hostapd_bss_options ?? [];
		needed[`${former[section].wpa_psk_file ?? ''}`] = true;
		needed[credentialPath(type(lines) === 'array' ? (lines as string[]) : []) ?? ''] = true;
	}

	for (const path of allHandovers())
		if (!needed[path] && (!isOurs(path, 'psk') || isSpent(path))) removeHandover(path);
}

/** When netifd was told to reload on our own account, milliseconds since boot; and for how long that may be felt. */
let reloaded = 0;
const FELT = 30000;

/** Whether radios may be coming back because of us, and not of a job, which has an eye on them itself. */
export function hasReloaded(at: number): boolean {
	return reloaded > 0 && at - reloaded < FELT;
}

/** True when all was in order. */
function tendNow(bsses: Bss[]): boolean {
	const needed: { [path: string]: boolean } = {};
	const changes: Changes = {};
	let fresh = false;
	let wrong = 0;

	for (const bss of bsses) {
		const path = credentialPath(bss.raw);
		const content = path === null ? null : credentialFor(bss.section);
		if (path !== null) needed[path] = true;
		if (path !== null && content !== null && fileHolds(path, content) === false) {
			wrong++;
			const next = bss.applied === true && fileExists(path) ? nextCredentialPath(path, bss.section) : path;
			needed[next] = true;
			if (writeHandover(next, content) && next !== path) changes[bss.section] = renamed(bss, next);
		}

		const list = isOurs(bss.psk_file, 'psk') ? bss.psk_file : null;
		if (list === null || needed[list]) continue;
		needed[list] = true;
		if (!fileExists(list)) {
			wrong++;
			fresh = storeKeyFile(list) || fresh;
		}
	}

	removeFiles(needed);
	if (length(changes) > 0 && writeOptions(changes)) {
		send({ object: 'network', method: 'reload' });
		reloaded = now().monotonic;
	}
	if (fresh) send({ object: 'hostapd', method: 'reload' });

	// What a job may have to put back is left until it is over.
	return wrong === 0 && runningTask() === null;
}

/**
 * Keeps the files true, whoever changed the configuration: the key or the name of a network may be another one, the network
 * may be gone. hostapd reads a file of keys again when it is told to (`reload` of its main object, OpenWrt hostapd.uc), a
 * credential only with its configuration: where that is in force already, under another name.
 * @returns true: all was in order, and all is as it was then
 */
export function tendFiles(bsses: Bss[]): boolean {
	const stamp = stampOf(filesOf(bsses));
	// The same list: the configuration and what reads it are as they were.
	if (in_order?.bsses === bsses && in_order.text === stamp.text) return true;

	kinds_found = {};
	in_order = tendNow(bsses) && stamp.settled ? { bsses, text: stamp.text } : null;

	return false;
}

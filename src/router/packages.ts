import * as fs from 'fs';
import type { Daemon } from '../contract/status';
import { madeOf, stampOf, type Made } from './freshness';
import { hasHostapdCli } from './hostapd-cli';
import { now } from './time';

const HOSTAPD = '/usr/sbin/hostapd';

/** How long a caller waits for it, and how soon after no answer it is asked again, milliseconds. */
const VERSION_PATIENCE = 500;
const AGAIN = 10000;

let asked = '';
let has_wps = false;

/** Milliseconds since boot before which it is not asked again. */
let pause = 0;

/**
 * Whether the hostapd on disk was built with WPS: it says so itself (`-vwps`, OpenWrt's patch 220). Asked once a binary:
 * starting it takes longer than all the rest of a status. null: it did not answer in time, and is asked again.
 */
function installedHasWps(): boolean | null {
	const found = fs.stat(HOSTAPD);
	if (found === null) return false;

	const version = `${found.inode} ${found.size} ${found.mtime}`;
	if (version === asked) return has_wps;
	if (now().monotonic < pause) return null;

	const code = system([HOSTAPD, '-vwps'], VERSION_PATIENCE);
	// Killed, or not to be run: that says nothing of what it can do.
	if (code < 0 || code > 125) {
		pause = now().monotonic + AGAIN;
		return null;
	}
	asked = version;
	has_wps = code === 0;

	return has_wps;
}

function packageManager(): 'opkg' | 'apk' | null {
	if (fs.access('/lib/apk/db/installed')) return 'apk';
	return fs.access('/usr/lib/opkg/status') ? 'opkg' : null;
}

/** The package that hostapd came with: the lists of apk and the control files of opkg bear the names of what is installed. */
function findPackage(): string | null {
	const wpad = /\/((wpad|hostapd)(-(basic|mesh|mini))?(-(mbedtls|openssl|wolfssl))?)\.(list|control)/;

	for (const path of fs.glob('/lib/apk/packages/[hw]*.list', '/usr/lib/opkg/info/[hw]*.control')) {
		const found = match(path, wpad);
		if (found) return found[1];
	}

	return null;
}

let found_package: Made<string | null> | null = null;

/** Where packages leave their traces: a file in each comes or goes with every one. */
const FOLDERS = ['/lib/apk/packages', '/usr/lib/opkg/info'];

/** What all that is told here is made of, but for what is looked at each time; which package manager there is nobody changes. */
export const PACKAGE_FILES = [HOSTAPD, ...FOLDERS];

/** The same; the folders are searched only when a file came or went there. */
function installedPackage(): string | null {
	found_package = madeOf(found_package, stampOf(FOLDERS), findPackage);

	return found_package.value;
}

/** Whether there is any access point software on disk. */
export function daemonInstalled(): boolean {
	return fs.access(HOSTAPD) === true;
}

/** The access point software on disk; what runs is for hostapd itself to say. */
export function readPackages(): Omit<Daemon, 'remedy' | 'running_has_wps'> {
	return {
		package: installedPackage(),
		installed_has_wps: installedHasWps(),
		pin_available: hasHostapdCli(),
		package_manager: packageManager()
	};
}

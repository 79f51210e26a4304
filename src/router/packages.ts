import * as fs from 'fs';
import type { Daemon } from '../contract/status';
import { hasHostapdCli } from './hostapd-cli';

const HOSTAPD = '/usr/sbin/hostapd';

let asked = '';
let has_wps = false;

/**
 * Whether the hostapd on disk was built with WPS: it says so itself (`-vwps`, OpenWrt's patch 220).
 * Asked once a binary: starting it takes longer than all the rest of a status.
 */
function installedHasWps(): boolean {
	const found = fs.stat(HOSTAPD);
	const version = found === null ? '' : `${found.inode} ${found.size} ${found.mtime}`;

	if (version !== asked) {
		asked = version;
		has_wps = found !== null && system([HOSTAPD, '-vwps'], 500) === 0;
	}

	return has_wps;
}

function packageManager(): 'opkg' | 'apk' | null {
	if (fs.access('/lib/apk/db/installed')) return 'apk';
	return fs.access('/usr/lib/opkg/status') ? 'opkg' : null;
}

/** The package that hostapd came with: the lists of apk and the control files of opkg bear the names of what is installed. */
function installedPackage(): string | null {
	const wpad = /\/((wpad|hostapd)(-(basic|mesh|mini))?(-(mbedtls|openssl|wolfssl))?)\.(list|control)/;

	for (const path of fs.glob('/lib/apk/packages/[hw]*.list', '/usr/lib/opkg/info/[hw]*.control')) {
		const found = match(path, wpad);
		if (found) return found[1];
	}

	return null;
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

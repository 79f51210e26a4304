import * as fs from 'fs';
import type { Daemon } from '../contract/status';
import { WITHOUT_WPS, WITH_WPS } from '../contract/wpad';
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

function installedPackage(): string | null {
	for (const name of [...WITH_WPS, ...WITHOUT_WPS])
		if (fs.access(`/lib/apk/packages/${name}.list`) || fs.access(`/usr/lib/opkg/info/${name}.control`)) return name;

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

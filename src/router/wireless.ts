import * as fs from 'fs';
import * as uci from 'uci';

const CONFIG = '/etc/config/wireless';

/**
 * The committed configuration alone. libuci mixes in what others have staged, and commits it along,
 * unless the file is named by its path (uci_file_load).
 */
export function committed(): uci.Cursor {
	const cursor = uci.cursor() ?? die('uci');
	cursor.load(CONFIG);

	return cursor;
}

/** The sections of the committed configuration by name. */
export function wirelessSections(): { [name: string]: uci.Section } {
	return committed().get_all('wireless') ?? {};
}

/**
 * The sections that somebody's uncommitted changes touch: the shell's, and those of each LuCI login (rpcd uci.c).
 * A line reads like `wireless.guest.ssid='x'` or `-wireless.guest`.
 */
export function stagedSections(): { [section: string]: boolean } {
	const sections: { [section: string]: boolean } = {};

	for (const path of fs.glob('/tmp/.uci/wireless', '/var/run/rpcd/uci-*/wireless')) {
		for (const line of split(fs.readfile(path) ?? '', '\n')) {
			const found = match(line, /[-+|~@^]?wireless\.([A-Za-z0-9_]+).*/);
			if (found?.[0] === line) sections[found[1]] = true;
		}
	}

	return sections;
}

/** Drivers for which netifd has a script: it asks each script there for the drivers that it knows, which are called as it is. */
export function wirelessHandlers(): string[] {
	const handlers: string[] = [];

	for (const name of fs.lsdir('/lib/netifd/wireless') ?? []) {
		const found = match(name, /(.+)\.sh/);
		if (found?.[0] === name) push(handlers, found[1]);
	}

	return handlers;
}

/** What writes hostapd's configuration, in ucode or in shell; and what is there where netifd's wireless part is ucode. */
const AP_UC = '/usr/share/ucode/wifi/ap.uc';
const HOSTAPD_SH = '/lib/netifd/hostapd.sh';
const WIRELESS_UC = '/lib/netifd/wireless.uc';

/** Another text when one of these is another file. */
function stampOf(paths: string[]): string {
	const stamps = map(paths, path => {
		const found = fs.stat(path);
		return found === null ? '' : `${found.inode} ${found.size} ${found.mtime}`;
	});

	return join('/', stamps);
}

/** Another text when other programs read the configuration. */
export function programStamp(): string {
	return stampOf([AP_UC, HOSTAPD_SH, WIRELESS_UC]);
}

/** Another text when the committed configuration is another one. */
export function wirelessStamp(): string {
	return stampOf([CONFIG]);
}

/** The programs that read the configuration, as far as they are there. */
export function wirelessPrograms(): { netifd_ucode: boolean; ap_uc: string | null; hostapd_sh: string | null } {
	return {
		netifd_ucode: fs.access(WIRELESS_UC) === true,
		ap_uc: fs.readfile(AP_UC),
		hostapd_sh: fs.readfile(HOSTAPD_SH)
	};
}

/** The section that a shell user means: `@wifi-iface[0]` is a name as good as any, and counts from the end with a minus (uci). */
export function sectionNamed(name: string): string {
	const found = match(name, /@wifi-iface\[-?[0-9]+\]/);

	return found?.[0] === name ? (committed().get_all('wireless', name)?.['.name'] ?? name) : name;
}

/** The hardware address that the interface uses on the air, or null. */
export function bssidOf(ifname: string): string | null {
	return trim(fs.readfile(`/sys/class/net/${ifname}/address`) ?? '') || null;
}

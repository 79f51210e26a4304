import * as fs from 'fs';
import * as uci from 'uci';
import { stampOf, type Stamp } from './freshness';

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

/** Where rpcd keeps what is staged by each LuCI login. */
const LOGINS = '/var/run/rpcd';

const STAGED = /[-+|~@^]?wireless\.([A-Za-z0-9_]+).*/;

/**
 * The sections that somebody's uncommitted changes touch: the shell's, and those of each LuCI login (rpcd uci.c).
 * A line reads like `wireless.guest.ssid='x'` or `-wireless.guest`.
 */
export function stagedSections(): { [section: string]: boolean } {
	const sections: { [section: string]: boolean } = {};
	const folders = ['/tmp/.uci'];
	for (const name of fs.lsdir(LOGINS) ?? []) if (index(name, 'uci-') === 0) push(folders, `${LOGINS}/${name}`);

	for (const folder of folders) {
		const text = fs.readfile(`${folder}/wireless`);
		if (text === null) continue;
		for (const line of split(text, '\n')) {
			const found = match(line, STAGED);
			if (found?.[0] === line) sections[found[1]] = true;
		}
	}

	return sections;
}

/** Drivers for which netifd has a script: it asks each script there for the drivers that it knows, which are called as it is. */
export function wirelessHandlers(): string[] {
	const handlers: string[] = [];

	for (const name of fs.lsdir('/lib/netifd/wireless') ?? []) {
		if (substr(name, -3) === '.sh') push(handlers, substr(name, 0, length(name) - 3));
	}

	return handlers;
}

/** What writes hostapd's configuration, in ucode or in shell; and what is there where netifd's wireless part is ucode. */
const AP_UC = '/usr/share/ucode/wifi/ap.uc';
const HOSTAPD_SH = '/lib/netifd/hostapd.sh';
const WIRELESS_UC = '/lib/netifd/wireless.uc';

const PROGRAMS = [AP_UC, HOSTAPD_SH, WIRELESS_UC];

/** All files that decide what a radio is told. */
export const WIRELESS = [CONFIG, ...PROGRAMS];

/** What the programs are like that read the configuration. */
export function programStamp(): Stamp {
	return stampOf(PROGRAMS);
}

/** What the committed configuration is like, and the programs that read it. */
export function wirelessStamp(): Stamp {
	return stampOf(WIRELESS);
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

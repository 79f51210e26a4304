import type { Software } from '../../contract/bss';
import { given, IFACE, type Section } from './options';
import { rawLinesOf } from './raw';

/** One wifi-iface section on its way to hostapd. */
export interface Iface {
	/** As uci has it. */
	section: Section;
	/** As netifd hands it to the scripts. */
	options: Section;
	/** Lines that its owner wrote for hostapd.conf. */
	lines: string[];
	software: Software;
}

export function readIface(section: Section, software: Software): Iface {
	const options = given(section, IFACE, software);

	return { section, options, lines: rawLinesOf(options.hostapd_bss_options ?? [], software), software };
}

/** The key of a section is one: hostapd.sh and ap.uc (iface_auth_type) count its bytes, hostapd reads 64 as hexadecimal digits. */
export function isKey(key: string): boolean {
	const size = length(key);

	return size === 64 ? match(key, /[0-9A-Fa-f]+/)?.[0] === key : size >= 8 && size < 64;
}

import type { Software } from '../../contract/bss';

/** Its lines are the last of a BSS, so they overrule all options. */
export const RAW = 'hostapd_bss_options';

/** Lines that the owner wrote for hostapd.conf; the shell scripts take every word for one (hostapd.sh, for val in $opts). */
export function rawLinesOf(entries: string[], software: Software): string[] {
	if (software.scripts === 'ucode') return entries;

	return filter(split(join(' ', entries), /[ \t]+/), word => word !== '');
}

/** What the last of these lines sets this to, or null: hostapd reads them in order, and they stand behind all others. */
export function lineValue(lines: string[], name: string): string | null {
	const begin = `${name}=`;
	const found = filter(lines, line => index(line, begin) === 0);

	return length(found) > 0 ? substr(found[length(found) - 1], length(begin)) : null;
}

import type { Software } from '../../contract/bss';
import type { Band } from '../../contract/status';
import type { Section } from './options';

/** hostapd's modes and what they are to people; 60 GHz (`ad`) is no band of ours. */
const BANDS: { [mode: string]: Band } = { b: '2g', g: '2g', a: '5g' };

/** The channel that is written; 0: whichever is best, or it is no number. */
export function writtenChannel(device: Section): number {
	const text = `${device.channel ?? ''}`;

	return match(text, /[0-9]+/)?.[0] === text ? int(text) : 0;
}

/**
 * hostapd's mode by `hwmode` of old files. Shell: what it does not know (11ng, 11na, 11ac) goes by the channel
 * (netifd-wireless.sh _wdev_prepare_channel). Ucode: it is 2.4 GHz, on whichever channel (mac80211.sh setup).
 */
function modeOf(device: Section, software: Software): string {
	const hwmode = `${device.hwmode ?? ''}`;
	const name = index(hwmode, '11') === 0 ? substr(hwmode, 2) : hwmode;
	if (index(['a', 'b', 'g', 'ad'], name) >= 0) return name;

	return software.scripts !== 'ucode' && writtenChannel(device) > 14 ? 'a' : 'g';
}

/** The band of a wifi-device section, or null where it is none of ours. */
export function bandOf(device: Section, software: Software): Band | null {
	const band = device.band ?? null;
	if (index(['2g', '5g', '6g'], band) >= 0) return band;
	if (band === '60g' || (band !== null && software.scripts === 'ucode')) return null;

	return BANDS[modeOf(device, software)] ?? null;
}

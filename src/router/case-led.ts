import * as fs from 'fs';

/** Where the kernel shows its LEDs, a folder each. */
export const LEDS = '/sys/class/leds';

/** The LEDs of the case that are for WPS by their label's function: WPS, or QSS in TP-Link's words. */
export function caseLights(): string[] {
	return map(fs.glob(`${LEDS}/*:wps`, `${LEDS}/*:qss`), path => substr(path, length(LEDS) + 1));
}

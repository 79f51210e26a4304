import type { Bss } from './hostapd/index';

export type Band = '2g' | '5g' | '6g';

/** What runs on the device: they understand several open windows differently. */
export type Software = 'wpa_supplicant' | 'iwd';

/** How a device sees the windows that it hears: one to join, none, or several that exclude each other. */
export type Choice = Bss | 'none' | 'overlap';

/** Which of the open windows a device with a pressed button joins. */
export function chooseWindow(open: Bss[], software: Software, preferred: Band | null): Choice {
	if (!open.length) return 'none';
	return software === 'iwd' ? byBand(open) : byUuid(open, preferred);
}

/** wpas_wps_scan_pbc_overlap (wpa_supplicant/wps_supplicant.c): another UUID than that of the selected one is an overlap. */
function byUuid(open: Bss[], preferred: Band | null): Choice {
	const selected = open.find(bss => bss.radio.band === preferred) ?? open[0];
	if (!selected) return 'none';
	return open.every(bss => bss.uuid === selected.uuid) ? selected : 'overlap';
}

/**
 * push_button_scan_results (iwd src/wsc.c): two on one band are an overlap whatever their UUID, one on each band are
 * compared, and 5 GHz is joined first.
 */
function byBand(open: Bss[]): Choice {
	const on = (band: Band) => open.filter(bss => bss.radio.band === band);
	const [low, high] = [on('2g'), on('5g')];
	if (low.length > 1 || high.length > 1) return 'overlap';
	if (low[0] && high[0] && low[0].uuid !== high[0].uuid) return 'overlap';
	return high[0] ?? low[0] ?? 'none';
}

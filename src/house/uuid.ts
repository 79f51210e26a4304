import { isWhole } from './text';

/*
 * The UUID that all access points of the house give themselves, so that a device which hears two of them takes them for one
 * (hostap wps_supplicant.c, wpas_wps_scan_pbc_overlap). It goes into hostapd's configuration: nothing else passes here.
 */

/** How often a router takes over another one in its life: flash wears out, and a house has one. */
const CHANGES = 3;

/** What is known of it. */
export interface Naming {
	/** As kept in /etc/config/wps. */
	own: string | null;
	/** The broker has told one since we are connected. */
	heard: boolean;
	changes: number;
}

/** Those of luci.wps begin with "wps" (core/handover.ts). */
export function isUuid(text: unknown): boolean {
	return isWhole(text, /77707300-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/, 36);
}

/**
 * A new one.
 * @param digits  24 random hexadecimal ones
 */
export function uuidFrom(digits: string): string {
	return `77707300-${substr(digits, 0, 4)}-4${substr(digits, 4, 3)}-8${substr(digits, 7, 3)}-${substr(digits, 10, 12)}`;
}

/** Takes over what the house says; true: it has to be kept. */
export function hearUuid(naming: Naming, payload: string): boolean {
	if (!isUuid(payload)) return false;
	naming.heard = true;
	if (payload === naming.own || naming.changes >= CHANGES) return false;
	naming.own = payload;
	naming.changes++;

	return true;
}

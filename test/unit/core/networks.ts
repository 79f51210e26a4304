import type { Bss, Radio, Software } from '../../../src/contract/bss';
import { protectionOf } from '../../../src/core/encryption';

/** The programs of 25.12. */
export const UCODE: Software = { netifd: 'ucode', scripts: 'ucode', uuid: false, dpp: false };

/** A WPA2 access point that is on the air with WPS on, in all respects as it should be. */
export function network(change: Partial<Omit<Bss, 'radio'>> = {}, radio: Partial<Radio> = {}): Bss {
	const { encryption = 'psk2' } = change;
	return {
		section: 'home',
		radio: {
			name: 'radio0',
			band: '2g',
			channel: 6,
			disabled: false,
			managed: true,
			up: true,
			stopped: false,
			failed: false,
			refusal: null,
			...radio
		},
		ifname: 'phy0-ap0',
		ssid: 'Home',
		disabled: false,
		encryption,
		protection: protectionOf(encryption, UCODE),
		sae: encryption.startsWith('sae'),
		key_number: 0,
		faults: {},
		capacity: null,
		independent: true,
		uuid: null,
		raw: [],
		wps: true,
		applied: true,
		psk_file: '/etc/hostapd-wps-home.psk',
		stations: false,
		unsaved: false,
		uplinks: [],
		...change
	};
}

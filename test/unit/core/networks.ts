import type { Bss, Radio } from '../../../src/contract/bss';

/** A WPA2 access point that is on the air with WPS on, in all respects as it should be. */
export function network(change: Partial<Omit<Bss, 'radio'>> = {}, radio: Partial<Radio> = {}): Bss {
	return {
		section: 'home',
		radio: { name: 'radio0', band: '2g', channel: 6, disabled: false, up: true, ...radio },
		ifname: 'phy0-ap0',
		ssid: 'Home',
		disabled: false,
		encryption: 'psk2',
		key_number: 0,
		hidden: false,
		macfilter: '',
		ppsk: false,
		multi_ap: '',
		fast_roaming: false,
		capacity: null,
		independent: true,
		uuid: null,
		raw: [],
		wps: true,
		applied: true,
		pin_option: null,
		psk_file: '/etc/hostapd-wps-home.psk',
		stations: false,
		unsaved: false,
		uplinks: [],
		...change
	};
}

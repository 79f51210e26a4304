import { SimulatedRouter, type RouterOptions } from '../../router/router';

export type Options = Record<string, string | string[]>;

const RADIO0: Options = { type: 'mac80211', band: '2g', channel: '6' };
const RADIO1: Options = { type: 'mac80211', band: '5g', channel: '36' };

export const HOME: Options = {
	mode: 'ap',
	ssid: 'Home',
	encryption: 'psk2',
	key: 'correct horse battery',
	wps_pushbutton: '1'
};

export const GUESTS: Options = { ...HOME, ssid: 'Guests', key: 'guest pass phrase' };

/** The first on 2.4 GHz, the second on 5 GHz. */
export const [LOW, HIGH] = ['phy0-ap0', 'phy1-ap0'];

/** Text of /etc/config/wireless: two radios, and these sections on them. */
export function wireless(sections: Record<string, Options>): string {
	const section = (type: string, [name, options]: [string, Options]) =>
		`config ${type} '${name}'\n${Object.entries(options)
			.flatMap(([option, value]) =>
				Array.isArray(value)
					? value.map(each => `\tlist ${option} '${each}'\n`)
					: [`\toption ${option} '${value}'\n`]
			)
			.join('')}`;
	const radios = Object.entries({ radio0: RADIO0, radio1: RADIO1 }).map(each => section('wifi-device', each));
	return [...radios, ...Object.entries(sections).map(each => section('wifi-iface', each))].join('\n');
}

/** One network on both bands, with these options on both. */
export function bothBands(network: Options, options: Options = {}, name = 'home'): Record<string, Options> {
	return {
		[`${name}2`]: { device: 'radio0', ...network, ...options },
		[`${name}5`]: { device: 'radio1', ...network, ...options }
	};
}

/** A router with these sections, without a handler. */
export function house(sections: Record<string, Options>, options: RouterOptions = {}) {
	const router = new SimulatedRouter({ plugin: null, config: wireless(sections), ...options });
	const ubus = (ifname: string, method: string) => router.bus.call(`hostapd.${ifname}`, method);
	/** `pbc_status` and `last_wps_result`. */
	const state = (ifname: string) => {
		const { pbc_status, last_wps_result } = ubus(ifname, 'wps_status').data ?? {};
		return [pbc_status, last_wps_result];
	};
	const uuid = (ifname: string) => router.hostapd.bss(ifname)?.uuid;
	return { router, ubus, state, uuid };
}

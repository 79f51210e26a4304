import { credentialFile } from './hostapd/credential';
import { inHouse } from './household';
import type { RouterOptions, SimulatedRouter } from './router';

/** A router as one finds it in somebody's house. */
export interface Scene {
	about: string;
	options: RouterOptions;
	/** What happens when its networks are on the air. */
	prepare?: (router: SimulatedRouter) => void;
}

type Options = Record<string, string | string[]>;

const KEY = 'correct horse battery';

const HOME: Options = { network: 'lan', mode: 'ap', ssid: 'Home', encryption: 'psk2', key: KEY };
const GUESTS: Options = { network: 'guest', mode: 'ap', ssid: 'Guests', encryption: 'none', isolate: '1' };
const ON: Options = { wps_pushbutton: '1' };

/** What `luci.wps enable` writes for a network on two bands, and the files that go with it. */
const fileOf = (section: string) => `/etc/hostapd-wps-${section}.cred`;
const lines = (section: string) => ['skip_cred_build=1', `extra_cred=${fileOf(section)}`];
const [FIRST, SECOND] = ['default_radio0', 'default_radio1'];
const FILES = Object.fromEntries([FIRST, SECOND].map(section => [fileOf(section), credentialFile('Home', KEY)]));

/** UCI's text. */
function section(type: string, name: string, options: Options): string {
	const rows = Object.entries(options).map(([option, value]) =>
		Array.isArray(value)
			? value.map(each => `\tlist ${option} '${each}'\n`).join('')
			: `\toption ${option} '${value}'\n`
	);
	return `config ${type} '${name}'\n${rows.join('')}\n`;
}

/** Two radios, and these networks. */
function wireless(networks: Record<string, Options>): string {
	const radio = (band: string, channel: string) => ({ type: 'mac80211', band, channel, country: 'DE' });
	return [
		section('wifi-device', 'radio0', radio('2g', '6')),
		section('wifi-device', 'radio1', radio('5g', '36')),
		...Object.entries(networks).map(([name, options]) => section('wifi-iface', name, options))
	].join('');
}

/** Home on both bands with these options, and guests on the first. */
function house(options: Options, named = (_section: string): Options => ({})): string {
	return wireless({
		[FIRST]: { device: 'radio0', ...HOME, ...options, ...named(FIRST) },
		[SECOND]: { device: 'radio1', ...HOME, ...options, ...named(SECOND) },
		guest: { device: 'radio0', ...GUESTS }
	});
}

const GROUP = { ...ON, wps_independent: '0' };
const handsOver = (name: string): Options => ({ hostapd_bss_options: lines(name) });

export const SCENES: Record<string, Scene> = {
	house: {
		about: 'Home on 2.4 and 5 GHz with WPS, and guests without',
		options: { config: house(GROUP, handsOver), put: FILES }
	},
	fresh: { about: 'the same before anybody has switched WPS on', options: { config: house({}) } },
	luci: {
		about: 'WPS switched on in the settings of each access point: the bands are two to a device, keys are lost',
		options: { config: house(ON) }
	},
	wpa3: {
		about: 'Home takes WPA2 and WPA3',
		options: { config: house({ ...GROUP, encryption: 'sae-mixed' }, handsOver), put: FILES }
	},
	two: {
		about: 'two networks with WPS, on two bands each',
		options: {
			config: wireless(
				Object.fromEntries(
					['0', '1'].flatMap(band => [
						[`home${band}`, { device: `radio${band}`, ...HOME, ...GROUP }],
						[
							`work${band}`,
							{ device: `radio${band}`, ...HOME, ...ON, ssid: 'Work', key: 'staple battery horse' }
						]
					])
				)
			)
		}
	},
	repeater: {
		about: 'the 2.4 GHz radio is also the way to another access point ("uplink lost", "uplink back")',
		options: {
			config: wireless({
				[FIRST]: { device: 'radio0', ...HOME, ...ON },
				uplink: {
					device: 'radio0',
					network: 'wwan',
					mode: 'sta',
					ssid: 'Next door',
					encryption: 'psk2',
					key: KEY
				}
			})
		}
	},
	full: {
		about: 'Home takes one device a band, and there is one on each ("off phone" makes room on 2.4 GHz)',
		options: { config: house({ ...GROUP, maxassoc: '1' }, handsOver), put: FILES },
		prepare: router => {
			for (const [name, band] of [
				['phone', '2g'],
				['television', '5g']
			] as const) {
				const device = inHouse(router, name);
				device.returns = band;
				device.learn('Home', KEY);
				device.reconnect();
			}
		}
	},
	basic: {
		about: 'no WPS software: wpad-basic-mbedtls',
		options: { config: house({}), installed: 'basic' }
	},
	upgraded: {
		about: 'as "house", after a firmware upgrade brought wpad-basic back',
		options: { config: house(GROUP, handsOver), put: FILES, installed: 'basic', pin: false }
	},
	old: {
		about: 'OpenWrt 22.03: opkg, wlan0, no script for the button',
		options: { config: house(ON), release: '22.03', packageManager: 'opkg', old: true }
	},
	quiet: {
		about: 'a case without a WPS light, a router without hostapd-utils',
		options: { config: house(GROUP), leds: {}, pin: false }
	}
};

/** One line a scene. */
export function scenes(): string {
	return Object.entries(SCENES)
		.map(([name, { about }]) => `  ${name.padEnd(16)} ${about}`)
		.join('\n');
}

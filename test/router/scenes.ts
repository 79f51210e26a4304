import { WIRELESS } from './config';
import type { Build } from './hostapd/index';
import type { RouterOptions, SimulatedRouter } from './router';

/** A house that the simulator can play. */
interface Scene {
	help: string;
	config: string;
	/** hostapd on disk; `full` unless told. */
	installed?: Build;
	/** hostapd in memory; as on disk unless told. */
	running?: Build;
}

const radio = (name: string, band: '2g' | '5g', channel: number) => `
config wifi-device '${name}'
	option type 'mac80211'
	option path 'platform/soc/18000000.wifi${band === '2g' ? '' : '+1'}'
	option band '${band}'
	option channel '${channel}'
	option htmode 'HE${band === '2g' ? 20 : 80}'
	option country 'DE'
`;

const section = (name: string, device: string, options: Record<string, string>) => `
config wifi-iface '${name}'
	option device '${device}'
${Object.entries(options)
	.map(([option, value]) => `\toption ${option} '${value}'\n`)
	.join('')}`;

const AP = { network: 'lan', mode: 'ap', encryption: 'psk2', key: 'correct horse battery' };
const HOME = { ...AP, ssid: 'Home' };
const RADIO0 = radio('radio0', '2g', 6);
const RADIO1 = radio('radio1', '5g', 36);

export const SCENES: Record<string, Scene> = {
	home: { help: 'WPS works on one network, and not on three others for different reasons', config: WIRELESS },
	'first-time': {
		help: 'one network, WPS is off',
		config: RADIO0 + section('home', 'radio0', HOME)
	},
	'dual-band': {
		help: 'one network on two bands',
		config:
			RADIO0 +
			section('home', 'radio0', { ...HOME, wps_pushbutton: '1' }) +
			RADIO1 +
			section('home5', 'radio1', { ...HOME, wps_pushbutton: '1' })
	},
	uplink: {
		help: 'the router is itself connected to another by Wi-Fi',
		config:
			RADIO0 +
			section('uplink', 'radio0', { ...AP, network: 'wwan', mode: 'sta', ssid: 'Upstairs' }) +
			section('home', 'radio0', { ...HOME, wps_pushbutton: '1' })
	},
	'no-software': {
		help: 'the access point software has no WPS',
		config: RADIO0 + section('home', 'radio0', HOME),
		installed: 'basic'
	},
	swapped: {
		help: 'the software was replaced by one with WPS, and not started since',
		config: RADIO0 + section('home', 'radio0', HOME),
		running: 'basic'
	}
};

export function sceneHelp(): string {
	return Object.entries(SCENES)
		.map(([name, { help }]) => `  ${name.padEnd(16)} ${help}`)
		.join('\n');
}

/** What a router in this scene is made of; null: no such scene. */
export function sceneOptions(name: string): RouterOptions | null {
	const scene = SCENES[name];
	if (!scene) return null;
	const { config, installed = 'full', running = installed } = scene;
	return { config, installed, running };
}

/** Turns a running router into that of another scene: what it knew is gone, who is logged in stays so. */
export function enterScene(router: SimulatedRouter, name: string): boolean {
	const options = sceneOptions(name);
	if (!options) return false;
	router.rpcd.stop();
	for (const device of router.devices.values()) {
		device.leave();
		device.credential = null;
	}
	router.install(options.running!);
	router.hostapd.restart();
	router.install(options.installed!);
	router.configure(options.config!);
	router.files.drop('/var/run/luci-wps.json');
	router.clock.after(1_000, () => router.rpcd.start());
	return true;
}

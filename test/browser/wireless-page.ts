import type { Call } from './canned';

/*
 * What LuCI's own Network → Wireless page asks of a router with two networks on two radios, answered: as much as it needs to
 * draw itself, so that the tab can be measured against it.
 */

const RADIOS = {
	radio0: { band: '2g', channel: '6', htmode: 'HT20' },
	radio1: { band: '5g', channel: '36', htmode: 'VHT80' }
};

const NETWORKS = [
	{ section: 'home_2g', ifname: 'phy0-ap0', device: 'radio0', ssid: 'Home', encryption: 'psk2' },
	{ section: 'guests_2g', ifname: 'phy0-ap1', device: 'radio0', ssid: 'Guests', encryption: 'none' },
	{ section: 'home_5g', ifname: 'phy1-ap0', device: 'radio1', ssid: 'Home', encryption: 'psk2' }
];

const section = (type: string, name: string, options: object) => ({ '.type': type, '.name': name, ...options });

const WIRELESS = Object.fromEntries([
	...Object.entries(RADIOS).map(([name, options]) => [
		name,
		section('wifi-device', name, { type: 'mac80211', ...options })
	]),
	...NETWORKS.map(({ section: name, ifname: _, ...options }) => [
		name,
		section('wifi-iface', name, { mode: 'ap', network: 'lan', ...options })
	])
]);

const CONFIGS: Record<string, object> = {
	wireless: WIRELESS,
	network: { lan: section('interface', 'lan', { device: 'br-lan', proto: 'static', ipaddr: '192.168.1.1' }) },
	firewall: { lan: section('zone', 'lan', { name: 'lan', network: ['lan'] }) },
	luci: { main: section('core', 'main', {}) }
};

const iwinfo = (ssid: string, frequency: number) => ({
	ssid,
	bssid: '02:00:00:00:00:00',
	mode: 'Master',
	frequency,
	channel: frequency < 5000 ? 6 : 36,
	txpower: 20,
	quality: 60,
	quality_max: 70,
	signal: -50,
	noise: -95,
	bitrate: 300_000,
	country: 'DE',
	encryption: { enabled: true, wpa: [2], authentication: ['psk'], ciphers: ['ccmp'] },
	hwmodes: ['n', 'ac'],
	htmodes: ['HT20', 'VHT80'],
	hardware: { name: 'Generic MAC80211' },
	phy: 'phy0',
	txpower_offset: 0,
	frequency_offset: 0
});

const radio = (name: string, frequency: number) => ({
	up: true,
	pending: false,
	autostart: true,
	disabled: false,
	retry_setup_failed: false,
	config: WIRELESS[name],
	iwinfo: iwinfo('', frequency),
	interfaces: NETWORKS.filter(({ device }) => device === name).map(({ section, ifname, ssid }) => ({
		section,
		ifname,
		config: { ...WIRELESS[section], network: ['lan'] },
		vlans: [],
		stations: [],
		iwinfo: iwinfo(ssid, frequency)
	}))
});

const netdev = (name: string, ifindex: number) => ({
	name,
	ifindex,
	type: 1,
	devtype: name.startsWith('phy') ? 'wlan' : 'ethernet',
	mac: `02:00:00:00:00:0${ifindex}`,
	mtu: 1500,
	up: true,
	flags: { up: true, broadcast: true },
	link: { carrier: true, speed: 1000, duplex: 'full' },
	stats: {},
	wireless: name.startsWith('phy'),
	ipaddrs: [],
	ip6addrs: [],
	...(name === 'br-lan' ? { bridge: true, ports: ['eth0'], id: '8000', stp: false } : {})
});

const DEVICES = ['lo', 'eth0', 'br-lan', ...NETWORKS.map(({ ifname }) => ifname)];

const ANSWERS: Record<string, object> = {
	'luci-rpc getWirelessDevices': { radio0: radio('radio0', 2437), radio1: radio('radio1', 5180) },
	'luci-rpc getNetworkDevices': Object.fromEntries(DEVICES.map((name, i) => [name, netdev(name, i + 1)])),
	'luci-rpc getBoardJSON': { network: { lan: { device: 'eth0', protocol: 'static' } } },
	'luci-rpc getHostHints': { '02:00:5E:00:53:10': { ipaddrs: ['192.168.1.42'], ip6addrs: [], name: 'printer' } },
	'network.interface dump': {
		interface: [{ interface: 'lan', up: true, l3_device: 'br-lan', device: 'br-lan', proto: 'static', data: {} }]
	},
	'network get_proto_handlers': { none: {}, static: {}, dhcp: {} },
	'iwinfo assoclist': {
		results: [{ mac: '02:00:5E:00:53:10', signal: -48, noise: -95, rx: { rate: 54_000 }, tx: { rate: 54_000 } }]
	},
	'uci changes': { changes: {} }
};

/** The answer to a call, or a code. */
export function answerWireless({ object, method, args }: Call): [code: number, data?: object] {
	if (object === 'uci' && method === 'get') return [0, { values: CONFIGS[String(args['config'])] ?? {} }];
	const answer = ANSWERS[`${object} ${method}`];
	return answer ? [0, answer] : [4];
}

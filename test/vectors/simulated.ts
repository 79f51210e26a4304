import { Bus, type Message } from '../router/bus';
import { VirtualClock } from '../router/clock';
import { Hostapd } from '../router/hostapd/index';
import { Netifd, type Section } from '../router/netifd';
import type { Release } from '../router/release';
import { parse } from '../router/uci';
import type { Air, Outcome } from './wireless';

/** Sections as uci gives them, in their order. */
export function sectionsOf(uci: string): Section[] {
	return parse('wireless', uci).sections.map(({ name, type, anonymous, options }, index) => ({
		'.name': name,
		'.type': type,
		'.index': index,
		'.anonymous': anonymous,
		...Object.fromEntries(options)
	}));
}

/** A configuration as the simulated programs of a release run it. */
export class Simulated {
	/** `network.wireless status` */
	readonly status: Record<string, any>;
	readonly #hostapd: Hostapd;

	constructor(uci: string, release: Release) {
		const clock = new VirtualClock();
		const bus = new Bus(clock);
		const store = new Map([
			['/etc/some.psk', ''],
			['/etc/x.psk', '']
		]);
		const files = {
			read: (path: string) => store.get(path) ?? null,
			write: (path: string, text: string) => void store.set(path, text),
			exists: (path: string) => store.has(path)
		};
		const sections = sectionsOf(uci);
		const ofType = (type: string) => sections.filter(section => section['.type'] === type);
		const read = () => ({
			devices: ofType('wifi-device'),
			interfaces: ofType('wifi-iface'),
			stations: ofType('wifi-station')
		});
		this.#hostapd = new Hostapd({ bus, clock, files, running: 'full', installed: 'full' });
		new Netifd({ bus, clock, hostapd: this.#hostapd, files, read, release }).boot();
		clock.advance(20_000);
		this.status = bus.call('network.wireless', 'status').data ?? {};
	}

	/** The same in the words of the vectors, but for the mode of the radio. */
	get outcome(): Omit<Outcome, 'hwMode'> {
		const radios = Object.entries(this.status);
		const { bssList, journal } = this.#hostapd;
		return {
			radios: Object.fromEntries(radios.map(([name, radio]) => [name, stateOf(radio)])),
			netifd: radios.flatMap(([, { interfaces }]) =>
				interfaces.map(({ section, ifname, stations, config }: any) => [
					section,
					ifname ?? null,
					stations.length,
					taken(config)
				])
			),
			refused: bssList.length === 0 && journal.some(line => line.includes('add_iface failed')),
			bss: Object.fromEntries(bssList.map(bss => [bss.ifname, airOf(bss)]))
		};
	}
}

function stateOf({ up, disabled, retry_setup_failed: failed }: Message): string {
	if (disabled) return 'disabled';
	return failed ? 'failed' : up ? 'up' : 'down';
}

function airOf({ config, registrar }: Hostapd['bssList'][number]): Air {
	return {
		wpsState: registrar ? (config.wps?.state ?? 0) : 0,
		wpa: config.wpa,
		akms: config.wpa > 0 ? config.keyMgmt.toSorted() : [],
		ciphers: config.wpa > 0 ? config.pairwise.toSorted() : [],
		hidden: config.hidden,
		acl: config.macfilter ? Number(config.macfilter.policy === 'allow') : config.askServer ? 2 : 0,
		mfp: config.ieee80211w,
		key: config.passphrase !== null,
		ssid: config.ssid
	};
}

/** Options that the vectors tell of. */
const OPTIONS = new Set([
	...['mode', 'ssid', 'encryption', 'key', 'hidden', 'ignore_broadcast_ssid', 'macfilter', 'auth_server'],
	...['auth_server_addr', 'ppsk', 'multi_ap', 'ieee80211w', 'ieee80211r', 'wps_pushbutton', 'wps_label'],
	...['wps_independent', 'uuid', 'wpa_psk_file', 'hostapd_bss_options', 'maxassoc', 'max_num_sta', 'disabled'],
	...['ext_registrar', 'wps_pin', 'ap_pin']
]);

/** What netifd hands to the scripts, where that is no text. */
function taken(config: Message): Record<string, unknown> {
	const entries = Object.entries(config).filter(
		([option, value]) => OPTIONS.has(option) && value !== null && typeof value !== 'string' && !Number.isNaN(value)
	);
	return Object.fromEntries(entries);
}

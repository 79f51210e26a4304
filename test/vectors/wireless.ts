import { readFileSync } from 'node:fs';
import type { Release } from '../router/release';

/** Options of a section; null: it is missing. */
type Options = Record<string, string | string[] | null>;

/** One interface of netifd: section, interface name, wifi-station sections, what it hands to the scripts where that is no text. */
export type NetifdEntry = [section: string, ifname: string | null, stations: number, taken: Record<string, unknown>];

/** What hostapd makes of one interface. */
export interface Air {
	wpsState: number;
	wpa: number;
	akms: string[];
	ciphers: string[];
	hidden: boolean;
	acl: number;
	mfp: number;
	key: boolean;
	ssid: string;
}

/** What the real programs of one release made of a configuration. */
export interface Outcome {
	radios: Record<string, string>;
	netifd: NetifdEntry[];
	refused: boolean;
	hwMode: string;
	bss: Record<string, Air>;
}

export interface Case {
	name: string;
	uci: string;
	/** null: it was not run on this release. */
	outcome(release: Release): Outcome | null;
}

type Raw = [number, number, string, string, number, number, number, number, string];

interface Stored {
	name: string;
	uci?: string;
	device?: Options;
	iface?: Options;
	more?: string;
	section?: null;
	results: Record<
		string,
		{ radios?: any; netifd?: NetifdEntry[]; refused?: boolean; hw_mode?: string; bss?: Record<string, Raw> }
	>;
}

const DEVICE: Options = { type: 'mac80211', phy: 'phy0', band: '2g', channel: '1' };
const IFACE: Options = {
	device: 'radio0',
	mode: 'ap',
	ssid: 'Home',
	encryption: 'psk2',
	key: 'secret12345',
	wps_pushbutton: '1'
};

function quote(value: string): string {
	return value.includes("'") ? `"${value}"` : `'${value}'`;
}

function section(head: string, options: Options): string {
	const lines = Object.entries(options).flatMap(([name, value]) => {
		if (value === null) return [];
		return Array.isArray(value)
			? value.map(each => `\tlist ${name} ${quote(each)}\n`)
			: [`\toption ${name} ${quote(value)}\n`];
	});
	return `config ${head}\n${lines.join('')}`;
}

function words(text: string): string[] {
	return text === '' ? [] : text.split(' ');
}

function air([wpsState, wpa, akms, ciphers, hidden, acl, mfp, key, ssid]: Raw): Air {
	return {
		wpsState,
		wpa,
		akms: words(akms).toSorted(),
		ciphers: words(ciphers).toSorted(),
		hidden: hidden === 1,
		acl,
		mfp,
		key: key === 1,
		ssid
	};
}

export const RELEASES: Release[] = ['23.05', '24.10', '25.12', 'main'];

/** test/vectors/wireless.json: the real netifd, wifi-scripts and hostapd of four releases, run over configurations. */
export const CASES: Case[] = JSON.parse(readFileSync(new URL('wireless.json', import.meta.url), 'utf8')).cases.map(
	(stored: Stored): Case => ({
		name: stored.name,
		uci:
			stored.uci ??
			`${section("wifi-device 'radio0'", { ...DEVICE, ...stored.device })}\n` +
				`${section(`wifi-iface${stored.section === null ? '' : " 'home'"}`, { ...IFACE, ...stored.iface })}` +
				`${stored.more ?? ''}`,
		outcome: release => {
			const found = Object.entries(stored.results).find(([releases]) =>
				releases.split(' ').includes(release)
			)?.[1];
			if (!found) return null;
			return {
				radios: found.radios ?? { radio0: 'up' },
				netifd: found.netifd ?? [['home', 'phy0-ap0', 0, { wps_pushbutton: true }]],
				refused: found.refused ?? false,
				hwMode: found.hw_mode ?? 'g',
				bss: Object.fromEntries(Object.entries(found.bss ?? {}).map(([ifname, raw]) => [ifname, air(raw)]))
			};
		}
	})
);

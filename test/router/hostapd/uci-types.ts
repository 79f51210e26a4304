import type { Value } from '../bus';

/** A UCI section as `uci.get_all` gives it. */
export interface Section {
	'.name': string;
	'.type': string;
	'.index': number;
	[option: string]: string | string[] | number | undefined;
}

type Type = 'bool' | 'int' | 'list' | 'lines';

/** Options that the schema turns into something else than a string. */
export const DEVICE_TYPES: Record<string, Type> = {
	disabled: 'bool',
	noscan: 'bool',
	legacy_rates: 'bool',
	cell_density: 'int',
	txpower: 'int',
	country_ie: 'bool',
	basic_rate: 'list',
	channels: 'list'
};

export const INTERFACE_TYPES: Record<string, Type> = {
	network: 'list',
	device: 'list',
	disabled: 'bool',
	hidden: 'bool',
	isolate: 'bool',
	wds: 'bool',
	wmm: 'bool',
	mlo: 'bool',
	ppsk: 'bool',
	ieee80211r: 'bool',
	ft_over_ds: 'bool',
	maclist: 'list',
	multi_ap: 'int',
	maxassoc: 'int',
	hostapd_bss_options: 'lines',
	ieee80211w: 'int',
	wps_pushbutton: 'bool',
	wps_label: 'bool',
	wps_ap_setup_locked: 'bool',
	wps_independent: 'int',
	ext_registrar: 'bool'
};

/** A section's options as they stand in `network.wireless status`. */
export function typed(section: Section, types: Record<string, Type>): { [option: string]: Value } {
	const entries: [string, Value][] = [];
	for (const [option, value] of Object.entries(section)) {
		if (option.startsWith('.') || value === undefined) continue;
		const type = types[option];
		if (type === 'bool') entries.push([option, isSet(value)]);
		else if (type === 'int') entries.push([option, Number.parseInt(String(value), 10) || 0]);
		else if (type === 'lines') entries.push([option, [value].flat().map(String)]);
		else if (type === 'list') entries.push([option, list(value)]);
		else entries.push([option, value]);
	}
	return Object.fromEntries(entries);
}

type Raw = string | string[] | number | undefined;

/** A set, non-empty string. */
export function text(value: Raw | Value): string | null {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value !== '' ? value : null;
}

/** A list, or the words of a string: UCI knows both for the same option. */
export function list(value: Raw | Value): string[] {
	if (Array.isArray(value)) return value.map(String);
	return typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : [];
}

/** What the scripts take for yes. */
export function isSet(value: Raw): boolean {
	return ['1', 'on', 'true', 'yes', 'enabled'].includes(String(value));
}

import './builtins';
import { deepEqual, equal } from 'node:assert/strict';
import type { Bss, Software } from '../../../src/contract/bss';
import { PROBLEMS, type ProblemCode } from '../../../src/contract/problem';
import { bssesNow } from '../../../src/core/wireless/bsses';
import { readConfiguration } from '../../../src/core/wireless/configuration';
import type { Release } from '../../router/release';
import { parse } from '../../router/uci';
import { CASES, type Air, type Outcome } from '../../vectors/wireless';

/** What of the software the releases differ in. */
const SOFTWARE: Record<string, Software> = {
	'23.05': { netifd: 'c', scripts: 'old', uuid: false, dpp: false },
	'24.10': { netifd: 'c', scripts: 'shell', uuid: false, dpp: false },
	'25.12': { netifd: 'ucode', scripts: 'ucode', uuid: false, dpp: false },
	main: { netifd: 'ucode', scripts: 'ucode', uuid: true, dpp: true }
};

/** As uci's get_all has a configuration. */
function sectionsOf(text: string): Record<string, any> {
	return Object.fromEntries(
		parse('wireless', text).sections.map(({ name, type, anonymous, options }, index) => [
			name,
			{ '.name': name, '.type': type, '.anonymous': anonymous, '.index': index, ...Object.fromEntries(options) }
		])
	);
}

/** `network.wireless status` as the vectors have it. */
function statusOf(text: string, outcome: Outcome, software: Software): Record<string, any> {
	const sections = Object.values(sectionsOf(text)) as Record<string, any>[];
	const ifaces = sections.filter(section => section['.type'] === 'wifi-iface');
	return Object.fromEntries(
		Object.entries(outcome.radios).map(([name, state]) => [
			name,
			{
				up: state === 'up',
				pending: false,
				autostart: true,
				disabled: state === 'disabled',
				retry_setup_failed: state === 'failed',
				interfaces: outcome.netifd.map(([section, ifname, , taken]) => {
					const own = ifaces.find((each, place) =>
						[each['.name'], `@wifi-iface[${place}]`].includes(section)
					);
					const texts = Object.entries(own ?? {}).filter(([, value]) => typeof value === 'string');
					return {
						section,
						...(ifname === null ? {} : { ifname }),
						config: {
							...Object.fromEntries(
								texts.filter(([option]) => TEXTS.has(option) && (option !== 'uuid' || software.uuid))
							),
							...taken
						}
					};
				})
			}
		])
	);
}

/** Options that netifd takes as texts: they stand in its answer as they are. */
const TEXTS = new Set(['mode', 'ssid', 'encryption', 'key', 'macfilter', 'wpa_psk_file', 'uuid', 'wps_pin', 'ap_pin']);

interface Verdict {
	ready: boolean;
	hidden: boolean;
	acl: number;
}

/** Faults that stop a start, but for the switch itself. */
function obstacles(bss: Bss): ProblemCode[] {
	const codes = Object.keys(bss.faults) as ProblemCode[];
	return codes.filter(code => PROBLEMS[code].refusal !== null && code !== 'wps_disabled');
}

/** What hostapd's own word comes to: WPS works, for a device that knows WPA2. */
function works(air: Air, keys: boolean): boolean {
	return air.wpsState === 2 && air.akms.includes('WPA-PSK') && air.wpa > 0 && air.acl !== 2 && (air.key || keys);
}

describe('the reading of the configuration is that of the real programs', () => {
	for (const release of ['23.05', '24.10', '25.12', 'main'] as Release[])
		describe(release, () => {
			for (const { name, uci, outcome } of CASES) {
				const real = outcome(release);
				if (!real) continue;
				it(name, () => {
					const software = SOFTWARE[release]!;
					const bsses = bssesNow(
						readConfiguration(sectionsOf(uci), software),
						statusOf(uci, real, software),
						{},
						['mac80211']
					);
					const found: unknown[] = [];
					const expected: unknown[] = [];
					for (const bss of bsses) {
						const entry = real.netifd.find(([, ifname]) => ifname !== null && ifname === bss.ifname);
						const air = real.bss[bss.ifname ?? ''];
						if (!air) {
							found.push([
								bss.section,
								obstacles(bss).length > 0 ||
									bss.disabled ||
									bss.radio.disabled ||
									!bss.radio.managed ||
									bss.radio.refusal !== null
							]);
							expected.push([bss.section, true]);
							continue;
						}
						const keys = entry![2] > 0 || bss.psk_file !== null;
						found.push([
							bss.section,
							{
								ready: bss.wps && obstacles(bss).length === 0 && bss.radio.refusal === null,
								hidden:
									'hidden_ssid' in bss.faults || ('multi_ap_backhaul' in bss.faults && air.hidden),
								admission:
									'multi_ap_backhaul' in bss.faults
										? air.acl
										: 'mac_allow_list' in bss.faults
											? 1
											: 'mac_authentication' in bss.faults || 'ppsk' in bss.faults
												? 2
												: 0,
								stations: bss.stations,
								applied: bss.applied,
								ssid: bss.ssid
							}
						]);
						expected.push([
							bss.section,
							{
								ready: works(air, keys) && bss.radio.band !== '6g',
								hidden: air.hidden,
								admission: air.acl,
								stations: entry![2] > 0,
								applied: true,
								ssid: air.ssid
							}
						]);
					}
					deepEqual(found, expected);
				});
			}
		});
});

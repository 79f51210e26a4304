import './builtins';
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Bss, Software } from '../../../src/contract/bss';
import { PROBLEMS, type ProblemCode } from '../../../src/contract/problem';
import type { Band } from '../../../src/contract/status';
import { bssesNow } from '../../../src/core/wireless/bsses';
import { readConfiguration } from '../../../src/core/wireless/configuration';
import type { Release } from '../../router/release';
import { sectionsOf, Simulated } from '../../vectors/simulated';
import { CASES, RELEASES, type Air, type Outcome } from '../../vectors/wireless';

const SHELL = { netifd: 'c', scripts: 'shell', uuid: false, dpp: false } as const;
const UCODE = { netifd: 'ucode', scripts: 'ucode', uuid: false, dpp: false } as const;

/** What the releases have of the programs. */
const SOFTWARE: Partial<Record<Release, Software>> = {
	'23.05': { ...SHELL, scripts: 'old' },
	'24.10': SHELL,
	'25.12': UCODE,
	main: { ...UCODE, uuid: true, dpp: true }
};

/** Neither the simulator nor the handler knows all of hostapd's some 600 words: one that is none is not seen. */
const UNKNOWN_WORDS = ["raw 'foo=bar'", 'a raw line that is none behind one that is fit'];

/** hostapd reads files of keys when it sets a BSS up; the vectors tell of the configuration alone. */
const FILES_OF_KEYS = /^station (without a key|with a short key|empty)$/;

const BANDS: Record<string, (Band | null)[]> = { g: ['2g'], b: ['2g'], a: ['5g', '6g'], ad: [null] };

/** Faults that stop a start, but for the switch. */
function obstaclesOf(bss: Bss): ProblemCode[] {
	const codes = Object.keys(bss.faults) as ProblemCode[];
	return codes.filter(code => PROBLEMS[code].refusal !== null && code !== 'wps_disabled');
}

/** What a network is, by hostapd's own word. */
function protectionBy({ wpa, akms, ciphers }: Air): string {
	if (akms.some(akm => akm.startsWith('WPA-EAP') || akm === 'DPP')) return 'enterprise';
	if (wpa === 0 || akms.includes('OWE')) return 'open_network';
	if (!akms.includes('WPA-PSK')) return 'wpa3_only';
	return (wpa & 2) > 0 && ciphers.some(cipher => cipher !== 'TKIP') ? 'ok' : 'tkip_only';
}

/** WPS works there, for a device that knows WPA2. */
function works(air: Air, bss: Bss): boolean {
	const hasKey = air.key || bss.stations || bss.psk_file !== null;
	return air.wpsState === 2 && protectionBy(air) === 'ok' && air.acl !== 2 && hasKey && bss.radio.band !== '6g';
}

/** What the reading says of an access point, and what it must say by the vectors. */
function compare(bss: Bss, { netifd, bss: airs, refused }: Outcome): [said: unknown, meant: unknown] {
	const air = airs[bss.ifname ?? ''];
	// Nothing of it is on the air: something must be said that waiting does not mend.
	const off = bss.disabled || bss.radio.disabled || !bss.radio.managed || bss.radio.failed;
	// At 6 GHz there is no WPS, whatever else is wrong there.
	const high = bss.radio.band === '6g';
	if (!air) return [{ told: off || high || bss.radio.refusal !== null }, { told: true }];
	const backhaul = 'multi_ap_backhaul' in bss.faults;
	const unknown = bss.protection === 'unknown_encryption';
	const admission =
		'mac_allow_list' in bss.faults ? 1 : 'mac_authentication' in bss.faults || 'ppsk' in bss.faults ? 2 : 0;
	const entry = netifd.find(([, ifname]) => ifname === bss.ifname);
	return [
		{
			ready: bss.wps && obstaclesOf(bss).length === 0 && bss.radio.refusal === null,
			protection: bss.protection,
			hidden: backhaul ? air.hidden : 'hidden_ssid' in bss.faults,
			admission: backhaul || unknown ? air.acl : admission,
			frames: 'pmf_required' in bss.faults,
			stations: bss.stations,
			applied: bss.applied,
			ssid: bss.ssid,
			refused: bss.radio.refusal !== null
		},
		{
			ready: works(air, bss),
			protection: unknown || high ? bss.protection : protectionBy(air),
			hidden: air.hidden,
			admission: air.acl,
			frames: !backhaul && protectionBy(air) === 'ok' && air.mfp === 2 && !air.akms.includes('SAE'),
			stations: entry?.[2] !== 0,
			applied: true,
			ssid: air.ssid,
			refused
		}
	];
}

describe('wireless configurations', () => {
	for (const release of RELEASES)
		describe(`on ${release} are to the simulator and to the handler what they are to the real programs`, () => {
			for (const { name, uci, outcome } of CASES) {
				const real = outcome(release);
				if (!real || UNKNOWN_WORDS.includes(name)) continue;
				it(name, () => {
					const simulated = new Simulated(uci, release);
					const { hwMode, ...seen } = real;
					if (!FILES_OF_KEYS.test(name)) deepEqual(simulated.outcome, seen);

					const software = SOFTWARE[release];
					ok(software);
					const sections = Object.fromEntries(sectionsOf(uci).map(section => [section['.name'], section]));
					const configuration = readConfiguration(sections, software);
					const bsses = bssesNow(configuration, simulated.status, {}, ['mac80211']);
					const pairs = bsses.map(bss => compare(bss, real));
					deepEqual(
						pairs.map(([said]) => said),
						pairs.map(([, meant]) => meant)
					);
					const onAir = configuration.filter(
						({ radio }) => real.radios[radio.name] === 'up' && !radio.refusal
					);
					if (Object.keys(real.bss).length > 0)
						for (const { radio } of onAir)
							ok(BANDS[hwMode]?.includes(radio.band), `${hwMode}: ${radio.band}`);
				});
			}
		});

	it('are some hundred, on each release', () => {
		for (const release of RELEASES) ok(CASES.filter(({ outcome }) => outcome(release)).length > 700, release);
		equal(new Set(CASES.map(({ name }) => name)).size, CASES.length);
	});
});

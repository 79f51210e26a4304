import type { Software } from '../../contract/bss';
import { listOf, numberOf, type Section } from './options';

/**
 * The values that ucode scripts let pass: these words, or from here to there. Of any other they die, and the radio stays down.
 * (A lower end of 0 is written, but not checked; validate.uc validate_value.)
 */
type Limit = Words | Range;
type Words = string[];
type Range = [from: number, to: number];

/** wireless.wifi-iface.json; checked by validate_value (validate.uc) for access points, uplinks and mesh points. */
const IFACE_LIMITS: { [option: string]: Limit } = {
	access_network_type: [0, 15],
	iw_access_network_type: [0, 15],
	anqp_domain_id: [0, 65535],
	assoc_sa_query_max_timeout: [1, 4294967295],
	ieee80211w_max_timeout: [1, 4294967295],
	assoc_sa_query_retry_timeout: [1, 4294967295],
	ieee80211w_retry_timeout: [1, 4294967295],
	dtim_period: [1, 255],
	dynamic_vlan: ['0', '1', '2'],
	eapol_version: ['1', '2'],
	ieee80211w: ['0', '1', '2'],
	macfilter: ['allow', 'deny'],
	ocv: [0, 15],
	reassociation_deadline: [1000, 65535],
	sae_pwe: ['0', '1', '2'],
	time_advertisement: ['0', '2'],
	transition_disable: ['on', 'off', '0', '1', 'sae', 'sae-pk', 'wpa3', 'owe']
};

/** Options that list several words. */
const LISTS = ['transition_disable'];

/** wireless.wifi-device.json. */
const DEVICE_LIMITS: { [option: string]: Limit } = {
	band: ['2g', '5g', '6g', '60g'],
	beacon_int: [15, 65535],
	cell_density: [0, 3],
	chanbw: ['5', '10', '20'],
	he_bss_color: [1, 128],
	htmode: [
		...['NOHT', 'HT20', 'HT40-', 'HT40+', 'HT40', 'VHT20', 'VHT40', 'VHT80', 'VHT160'],
		...['HE20', 'HE40', 'HE80', 'HE160', 'EHT20', 'EHT40', 'EHT80', 'EHT160', 'EHT320']
	],
	log_level: [0, 4],
	mbssid: [0, 2],
	require_mode: ['n', 'ac', 'ax'],
	rx_stbc: [0, 4],
	vht160: [0, 2],
	vht_link_adapt: [0, 3],
	vht_max_a_mpdu_len_exp: [0, 7],
	vht_max_mpdu: ['3895', '7991', '11454']
};

/** A value that is no number is between any two (comparisons with it are all false), but none of several words. */
function isWithin(option: string, value: any, limit: Limit, software: Software): boolean {
	if (index(LISTS, option) >= 0) return length(filter(listOf(value), word => index(limit as Words, word) < 0)) === 0;

	const number = numberOf(value, software);
	if (type(limit[0]) === 'string') return index(limit as Words, number === null ? value : `${number}`) >= 0;

	const range = limit as Range;
	return number === null || ((range[0] === 0 || number >= range[0]) && number <= range[1]);
}

/** The first option of a section whose value makes the scripts die, or null: shell scripts look at none of them. */
function firstOutside(section: Section, limits: { [option: string]: Limit }, software: Software): string | null {
	if (software.scripts !== 'ucode') return null;

	const isSet = (option: string) => (section[option] ?? null) !== null;
	const outside = (option: string) => !isWithin(option, section[option], limits[option], software);
	return filter(keys(limits), option => isSet(option) && outside(option))[0] ?? null;
}

/** The option of a wifi-iface section whose value makes the scripts die, or null. */
export function outsideOfIface(section: Section, software: Software): string | null {
	return firstOutside(section, IFACE_LIMITS, software);
}

/** The same of a wifi-device section. */
export function outsideOfDevice(section: Section, software: Software): string | null {
	return firstOutside(section, DEVICE_LIMITS, software);
}

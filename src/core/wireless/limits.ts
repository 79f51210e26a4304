import type { Software } from '../../contract/bss';
import { listOf, numberOf, type Section } from './options';

/** The values that ucode scripts let pass: these, or from here to there. Of any other they die, and the radio stays down. */
interface Limit {
	one_of?: string[];
	/** Of a list: each of its words. */
	words?: string[];
	from?: number;
	to?: number;
}

/** wireless.wifi-iface.json; checked by validate_value (validate.uc) for access points, uplinks and mesh points. */
const IFACE_LIMITS: { [option: string]: Limit } = {
	access_network_type: { from: 0, to: 15 },
	iw_access_network_type: { from: 0, to: 15 },
	anqp_domain_id: { from: 0, to: 65535 },
	assoc_sa_query_max_timeout: { from: 1, to: 4294967295 },
	ieee80211w_max_timeout: { from: 1, to: 4294967295 },
	assoc_sa_query_retry_timeout: { from: 1, to: 4294967295 },
	ieee80211w_retry_timeout: { from: 1, to: 4294967295 },
	dtim_period: { from: 1, to: 255 },
	dynamic_vlan: { one_of: ['0', '1', '2'] },
	eapol_version: { one_of: ['1', '2'] },
	ieee80211w: { one_of: ['0', '1', '2'] },
	macfilter: { one_of: ['allow', 'deny'] },
	ocv: { from: 0, to: 15 },
	reassociation_deadline: { from: 1000, to: 65535 },
	sae_pwe: { one_of: ['0', '1', '2'] },
	time_advertisement: { one_of: ['0', '2'] },
	transition_disable: { words: ['on', 'off', '0', '1', 'sae', 'sae-pk', 'wpa3', 'owe'] }
};

/** wireless.wifi-device.json. */
const DEVICE_LIMITS: { [option: string]: Limit } = {
	band: { one_of: ['2g', '5g', '6g', '60g'] },
	beacon_int: { from: 15, to: 65535 },
	cell_density: { from: 0, to: 3 },
	chanbw: { one_of: ['5', '10', '20'] },
	he_bss_color: { from: 1, to: 128 },
	htmode: {
		one_of: [
			...['NOHT', 'HT20', 'HT40-', 'HT40+', 'HT40', 'VHT20', 'VHT40', 'VHT80', 'VHT160'],
			...['HE20', 'HE40', 'HE80', 'HE160', 'EHT20', 'EHT40', 'EHT80', 'EHT160', 'EHT320']
		]
	},
	log_level: { from: 0, to: 4 },
	mbssid: { from: 0, to: 2 },
	require_mode: { one_of: ['n', 'ac', 'ax'] },
	rx_stbc: { from: 0, to: 4 },
	vht160: { from: 0, to: 2 },
	vht_link_adapt: { from: 0, to: 3 },
	vht_max_a_mpdu_len_exp: { from: 0, to: 7 },
	vht_max_mpdu: { one_of: ['3895', '7991', '11454'] }
};

/** A value that is no number is between any two, but none of several: comparisons with it are all false. */
function isWithin(value: any, limit: Limit, software: Software): boolean {
	const words = limit.words ?? null;
	if (words !== null) return length(filter(listOf(value), word => index(words, word) < 0)) === 0;

	const number = numberOf(value, software);
	const choices = limit.one_of ?? null;
	if (choices !== null) return index(choices, number === null ? value : `${number}`) >= 0;
	if (number === null) return true;

	// A lower end of 0 is not checked (validate_value: `if (schema.minimum && …)`).
	const from = limit.from ?? 0;
	return (from === 0 || number >= from) && number <= (limit.to ?? number);
}

/** The first option of a section whose value makes the scripts die, or null: shell scripts look at none of them. */
function firstOutside(section: Section, limits: { [option: string]: Limit }, software: Software): string | null {
	if (software.scripts !== 'ucode') return null;

	const isSet = (option: string) => (section[option] ?? null) !== null;
	return (
		filter(keys(limits), option => isSet(option) && !isWithin(section[option], limits[option], software))[0] ?? null
	);
}

/** The option of a wifi-iface section whose value makes the scripts die, or null. */
export function outsideOfIface(section: Section, software: Software): string | null {
	return firstOutside(section, IFACE_LIMITS, software);
}

/** The same of a wifi-device section. */
export function outsideOfDevice(section: Section, software: Software): string | null {
	return firstOutside(section, DEVICE_LIMITS, software);
}

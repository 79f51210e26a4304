/** Values that the schema of the ucode scripts (25.12 on) lets pass; with any other validate.uc ends the script. */
type Limits = Record<string, readonly string[] | { min: number; max: number }>;

const DEVICE: Limits = {
	band: ['2g', '5g', '6g', '60g'],
	htmode: [
		...['NOHT', 'HT20', 'HT40-', 'HT40+', 'HT40', 'VHT20', 'VHT40', 'VHT80', 'VHT160', 'HE20', 'HE40', 'HE80'],
		...['HE160', 'EHT20', 'EHT40', 'EHT80', 'EHT160', 'EHT320']
	],
	cell_density: { min: 0, max: 3 },
	beacon_int: { min: 15, max: 65_535 },
	log_level: { min: 0, max: 4 },
	rx_stbc: { min: 0, max: 4 },
	vht_max_mpdu: ['3895', '7991', '11454']
};

const INTERFACE: Limits = {
	access_network_type: { min: 0, max: 15 },
	dtim_period: { min: 1, max: 255 },
	dynamic_vlan: ['0', '1', '2'],
	eapol_version: ['1', '2'],
	ieee80211w: ['0', '1', '2'],
	macfilter: ['allow', 'deny'],
	sae_pwe: ['0', '1', '2'],
	time_advertisement: ['0', '2'],
	transition_disable: ['on', 'off', '0', '1', 'sae', 'sae-pk', 'wpa3', 'owe']
};

type Options = Record<string, unknown>;

/** Why validate.uc ends the script of a radio, in its words; null: it does not. */
function complaint(options: Options, limits: Limits): string | null {
	for (const [option, limit] of Object.entries(limits)) {
		const value = options[option];
		if (value === undefined || value === null) continue;
		if (Array.isArray(limit)) {
			const wrong = [value].flat().some(each => !limit.includes(String(each)));
			if (wrong) return `${option}: ${String(value)} has to be one of ${limit.join(', ')}`;
		} else {
			const { min, max } = limit as { min: number; max: number };
			if (min > 0 && Number(value) < min) return `${option}: ${String(value)} is lower than the minimum value`;
			if (Number(value) > max) return `${option}: ${String(value)} is larger than the maximum value`;
		}
	}
	return null;
}

/** iface.uc parse_encryption splits a text. */
function crash({ mode, encryption }: Options): string | null {
	return mode === 'ap' && Array.isArray(encryption) ? 'left-hand side expression is null' : null;
}

/** The same of a whole radio: its own section, and those in it that the script checks (mac80211.sh setup). */
export function schemaComplaint(device: Options, interfaces: Options[]): string | null {
	const checked = interfaces.filter(({ mode }) => ['ap', 'sta', 'adhoc', 'mesh'].includes(String(mode)));
	return (
		complaint(device, DEVICE) ??
		checked.map(each => complaint(each, INTERFACE) ?? crash(each)).find(each => each !== null) ??
		null
	);
}

import type { Software } from '../../contract/bss';

/** What is there of the programs that read the configuration: the texts of their scripts, null where there is none. */
export interface Programs {
	/** /lib/netifd/wireless.uc is there: netifd's wireless part is ucode (25.12 on). */
	netifd_ucode: boolean;
	/** /usr/share/ucode/wifi/ap.uc, else /lib/netifd/hostapd.sh: what writes hostapd's configuration. */
	ap_uc: string | null;
	hostapd_sh: string | null;
}

/** Which behaviour the programs of this router have: names of releases say less, 25.12 comes with either kind of scripts. */
export function softwareOf(programs: Programs): Software {
	const text = programs.ap_uc ?? programs.hostapd_sh ?? '';

	return {
		netifd: programs.netifd_ucode ? 'ucode' : 'c',
		// hostapd.sh knows files of SAE passwords since 24.10.
		scripts: programs.ap_uc !== null ? 'ucode' : index(text, 'sae_password_file') >= 0 ? 'shell' : 'old',
		uuid: index(text, 'uuid') >= 0,
		dpp: index(text, 'dpp') >= 0
	};
}

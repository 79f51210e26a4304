import type { Bss } from '../contract/bss';

/** The files beside the configuration that hostapd reads: what it hands over to all, and keys of devices. Outside /var, so that they survive. */
export type HandoverFile = 'cred' | 'psk';

/** Where the file of one section lies. */
export function handoverPath(section: string, kind: HandoverFile): string {
	return `/etc/hostapd-wps-${section}.${kind}`;
}

const OURS = /\/etc\/hostapd-wps-[A-Za-z0-9_]+\.(cred|psk)/;

/** One of ours; perhaps by another name of the section, since uci calls anonymous ones anew when others go. */
export function isOurs(path: string | null, kind: HandoverFile): boolean {
	const found = path === null ? null : match(path, OURS);

	return found !== null && found[0] === path && found[1] === kind;
}

/** The file of own keys that these access points share; null: they hand out no keys of their own. */
export function ownFileOf(network: Bss[]): string | null {
	return filter(network, bss => isOurs(bss.psk_file, 'psk'))[0]?.psk_file ?? null;
}

const SKIP = 'skip_cred_build=1';
const EXTRA = 'extra_cred=';

/** Ours begin with "wps": those that the owner chose stay. */
const UUID = 'uuid=77707300-';

/** hostapd reads a credential with its configuration only: for it to be read again its name has to be another one. */
export function nextCredentialPath(path: string, section: string): string {
	const usual = handoverPath(section, 'cred');
	return path === usual ? handoverPath(`${section}_`, 'cred') : usual;
}

/** The lines of hostapd.conf by which this credential is handed over in place of hostapd's own (wps_registrar.c, wps_build_cred). */
export function credentialLines(path: string): string[] {
	return [SKIP, EXTRA + path];
}

/** The credential file of ours that these lines name, or null. */
export function credentialPath(raw: string[]): string | null {
	for (const line of raw) {
		const path = substr(line, length(EXTRA));
		if (index(line, EXTRA) === 0 && isOurs(path, 'cred')) return path;
	}

	return null;
}

/** The line that makes a device take several access points for one. */
export function uuidLine(uuid: string): string {
	return `uuid=${uuid}`;
}

/**
 * A UUID of ours.
 * @param digits  24 random hexadecimal ones
 */
export function uuidOf(digits: string): string {
	return `77707300-${substr(digits, 0, 4)}-4${substr(digits, 4, 3)}-8${substr(digits, 7, 3)}-${substr(digits, 10, 12)}`;
}

/** The lines of these that set a UUID of ours. */
export function uuidLines(raw: string[]): string[] {
	return filter(raw, line => index(line, UUID) === 0);
}

/** The lines of hostapd.conf that are not ours, in order. */
export function foreignLines(raw: string[]): string[] {
	const own = credentialPath(raw);

	return filter(raw, line => {
		if (index(line, UUID) === 0) return false;
		return own === null || (line !== SKIP && line !== EXTRA + own);
	});
}

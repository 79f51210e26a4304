import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { credentialFile } from './hostapd/credential';
import { RELEASES, type Release } from './release';
import type { SimulatedRouter } from './router';
import type { Scene } from './scenes';
import { parse } from './uci/text';
import { fromBytes } from './ucode/bytes';

/** A file of keys, and one of a credential, that a network names: by options, or by lines for hostapd.conf. */
const KEYS = /^wpa_psk_file=(.+)$/;
const CREDENTIAL = /^extra_cred=(.+)$/;

/** What the configuration names and is not there with it: without them hostapd would refuse what it takes on its owner's router. */
function companions(text: string): Record<string, string> {
	const found: Record<string, string> = {};
	for (const { options } of parse('wireless', text).sections) {
		const text = (option: string) => [options.get(option) ?? ''].flat().join(' ');
		const lines = text('hostapd_bss_options').split(/\s+/);
		for (const path of [text('wpa_psk_file'), ...lines.map(line => KEYS.exec(line)?.[1] ?? '')])
			if (path) found[path] = '';
		for (const path of lines.map(line => CREDENTIAL.exec(line)?.[1] ?? ''))
			if (path) found[path] = credentialFile(text('ssid'), text('key'));
	}
	return found;
}

/** A router of this release with somebody's /etc/config/wireless. */
export function sceneOf(file: string, release: Release): Scene {
	const config = fromBytes(readFileSync(file));
	const about = `${basename(file)}, as OpenWrt ${release} takes it`;
	try {
		return { about, options: { config, release, put: companions(config) } };
	} catch {
		// As on a router: uci reads nothing of a file with such a line.
		return { about: `${about}: uci does not understand it`, options: { config, release } };
	}
}

/** The release of that name. */
export function releaseOf(name: string): Release {
	const release = RELEASES.find(each => each === name);
	if (!release) throw new Error(`--release is one of ${RELEASES.join(', ')}`);
	return release;
}

interface Shown {
	networks: {
		ssid: string;
		access_points: {
			section: string;
			ifname: string | null;
			problems: { code: string; option: string | null }[];
		}[];
	}[];
}

/** A line for each access point: what stands in the way of WPS there, as `luci.wps status` has it. */
export async function verdicts(router: SimulatedRouter): Promise<string[]> {
	const { data } = await router.request('luci.wps', 'status');
	const { networks } = (data ?? { networks: [] }) as unknown as Shown;
	const lines = networks.flatMap(({ ssid, access_points }) =>
		access_points.map(({ section, ifname, problems }) => {
			const said = problems.map(({ code, option }) => (option === null ? code : `${code} (${option})`));
			return `${section} "${ssid}", ${ifname ?? 'no interface'}: ${said.join(', ') || 'ready'}`;
		})
	);
	return lines.length > 0 ? lines : ['no access point'];
}

import { WITH_WPS, WITHOUT_WPS } from '../../contract/wpad';
import { codeOf, LANGUAGES } from './languages';
import type { InstalledFile } from './contents';
import { buildLmo } from './lmo';
import { readDefinition, readVariable } from './makefile';
import { apkScripts, appHooks, ipkScripts, NO_HOOKS } from './scripts';
import type { Scripts } from './scripts';

/** One package, in the words of both package managers where they differ. */
export interface Package {
	name: string;
	description: string;
	ipk: { depends: string[]; recommends: string[]; conflicts: string[]; scripts: Scripts };
	apk: { depends: string[]; scripts: Scripts };
	files: InstalledFile[];
	/** paths of settings, which an upgrade leaves as the owner has them */
	conffiles: string[];
}

/** What every package of a release says alike; from the Makefile. */
export const RELEASE = {
	app: readVariable('PKG_NAME'),
	title: readVariable('LUCI_TITLE'),
	version: `${readVariable('PKG_VERSION')}-r${readVariable('PKG_RELEASE')}`,
	license: readVariable('PKG_LICENSE'),
	maintainer: readVariable('LUCI_MAINTAINER'),
	url: readVariable('LUCI_URL'),
	section: 'luci'
};

/** What the handler and the view can't do without (a test looks at their imports). */
export const REQUIRED = [
	'luci-base',
	'rpcd-mod-ucode',
	'ucode-mod-ubus',
	'ucode-mod-uci',
	'ucode-mod-fs',
	'ucode-mod-uloop'
];

/** The QR code. No dependency for opkg: the feeds of 22.03 and 23.05 lack it, and one .ipk is for all releases. */
export const QR_CODE = 'luci-lib-uqr';

/** What both managers call whatever else is needed on every OpenWrt; the SDK writes it as well. */
const BASE = 'libc';

/** With hostapd_cli from here devices can join by PIN. apk has no word for it. */
export const RECOMMENDED = 'hostapd-utils';

/** The app itself. */
export function appPackage(files: InstalledFile[]): Package {
	return {
		name: RELEASE.app,
		description: RELEASE.title,
		files,
		conffiles: readDefinition('conffiles').trim().split('\n'),
		ipk: {
			// opkg takes the one that is installed, else the first it can get (facts/packaging.md 2a)
			depends: [WITH_WPS.join(' | '), BASE, ...REQUIRED],
			recommends: [QR_CODE, RECOMMENDED],
			conflicts: WITHOUT_WPS,
			scripts: ipkScripts(appHooks())
		},
		apk: {
			// any provider of hostapd but those without WPS: apk knows no alternatives (2b)
			depends: ['hostapd>0', ...WITHOUT_WPS.map(name => `!${name}>0`), BASE, ...REQUIRED, QR_CODE],
			scripts: apkScripts(RELEASE.app, appHooks())
		}
	};
}

/**
 * The translations of one folder under po/, laid out as by luci.mk.
 * Null when nothing is translated or LuCI has no such language.
 */
export function languagePackage(folder: string, po: Uint8Array): Package | null {
	const title = LANGUAGES[folder];
	const lmo = buildLmo(po);
	if (title === undefined || lmo === null) return null;
	const code = codeOf(folder);
	const name = `luci-i18n-wps-${code}`;
	const announce = `uci set luci.languages.${code.replaceAll('-', '_')}='${title}'; uci commit luci\n`;
	const depends = [BASE, RELEASE.app];
	return {
		name,
		description: `Translation for ${RELEASE.app} - ${title}`,
		files: [
			{ path: `/etc/uci-defaults/${name}`, mode: 0o644, content: Buffer.from(announce) },
			{ path: `/usr/lib/lua/luci/i18n/wps.${code}.lmo`, mode: 0o644, content: lmo }
		],
		conffiles: [],
		ipk: { depends, recommends: [], conflicts: [], scripts: ipkScripts(NO_HOOKS) },
		apk: { depends, scripts: apkScripts(name, NO_HOOKS) }
	};
}

/** The `control` of an .ipk, without a line for what is empty. */
export function controlText(pkg: Package, installedSize: number, epoch: number): string {
	const fields: [name: string, value: string | number][] = [
		['Package', pkg.name],
		['Version', RELEASE.version],
		['Depends', pkg.ipk.depends.join(', ')],
		['Recommends', pkg.ipk.recommends.join(', ')],
		['Conflicts', pkg.ipk.conflicts.join(', ')],
		['Source', RELEASE.app],
		['SourceName', RELEASE.app],
		['License', RELEASE.license],
		['Section', RELEASE.section],
		['SourceDateEpoch', epoch],
		['URL', RELEASE.url],
		['Maintainer', RELEASE.maintainer],
		['Architecture', 'all'],
		['Installed-Size', installedSize],
		['Description', pkg.description]
	];
	const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}\n`);
	return lines.join('');
}

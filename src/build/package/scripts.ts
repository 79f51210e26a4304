/*
 * What runs at installation, upgrade and removal: the wrappers that OpenWrt's buildroot puts into every
 * package (include/package-pack.mk), and our own part of them.
 */
import { readDefinition } from './makefile';

/** Scripts by the names of one package manager. */
export type Scripts = Record<string, string>;

/** A package's own part. */
interface Hooks {
	postinst: string | null;
	prerm: string | null;
	postrm: string | null;
}

export const NO_HOOKS: Hooks = { postinst: null, prerm: null, postrm: null };

/** The app's, from the Makefile, which hands them to the SDK as well. */
export const appHooks = (): Hooks => ({
	postinst: readDefinition('postinst'),
	prerm: readDefinition('prerm'),
	postrm: readDefinition('postrm')
});

const SHELL = '#!/bin/sh\n';
const NOT_WANTED = '[ "${IPKG_NO_SCRIPT}" = "1" ] && exit 0\n';
const FUNCTIONS = `[ -s \${IPKG_INSTROOT}/lib/functions.sh ] || exit 0
. \${IPKG_INSTROOT}/lib/functions.sh
`;

function present(scripts: Record<string, string | null>): Scripts {
	const entries = Object.entries(scripts).filter((entry): entry is [string, string] => entry[1] !== null);
	return Object.fromEntries(entries);
}

/** Members of an .ipk's control archive: the wrappers run what is called `-pkg`. */
export function ipkScripts({ postinst, prerm, postrm }: Hooks): Scripts {
	return present({
		postinst: `${SHELL}${NOT_WANTED}${FUNCTIONS}default_postinst $0 $@\n`,
		prerm: `${SHELL}${FUNCTIONS}default_prerm $0 $@\n`,
		'postinst-pkg': postinst,
		'prerm-pkg': prerm,
		postrm
	});
}

/** Scripts of an .apk, by apk's names: here the package's own part follows in the same file. */
export function apkScripts(name: string, { postinst, prerm, postrm }: Hooks): Scripts {
	const own = (script: string | null) => (script ?? '').replaceAll(/^\s*#!.*\n/gm, '');
	const environment = `export root="\${IPKG_INSTROOT}"\nexport pkgname="${name}"\n`;
	const install = `${NOT_WANTED}${FUNCTIONS}${environment}add_group_and_user\ndefault_postinst\n${own(postinst)}`;
	return present({
		'post-install': SHELL + install,
		'pre-deinstall': `${SHELL}${FUNCTIONS}${environment}default_prerm\n${own(prerm)}`,
		'post-deinstall': postrm,
		'post-upgrade': `${SHELL}export PKG_UPGRADE=1\n${install}`
	});
}

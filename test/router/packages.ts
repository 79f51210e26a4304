import type { Files } from './files';

export type PackageManager = 'opkg' | 'apk';

/** What the package managers leave on the router: their databases, one file list a package. */
export function writePackages(files: Files, manager: PackageManager | null, packages: string[]): void {
	for (const path of ['/lib/apk', '/usr/lib/opkg', '/usr/bin/apk', '/bin/opkg']) files.drop(path);
	if (manager === 'apk') {
		files.put('/usr/bin/apk', 'ELF', { mode: 0o755 });
		files.put(
			'/lib/apk/db/installed',
			packages.map(name => `P:${name}\nV:2025.08.26-r1\nA:aarch64_cortex-a53\n\n`).join('')
		);
		for (const name of packages) files.put(`/lib/apk/packages/${name}.list`, '/usr/sbin/wpad\n');
	}
	if (manager === 'opkg') {
		files.put('/bin/opkg', 'ELF', { mode: 0o755 });
		const stanza = (name: string) =>
			`Package: ${name}\nVersion: 2024.09.15-r1\nStatus: install user installed\nArchitecture: aarch64_cortex-a53\n`;
		files.put('/usr/lib/opkg/status', packages.map(name => `${stanza(name)}\n`).join(''));
		for (const name of packages) {
			files.put(`/usr/lib/opkg/info/${name}.control`, stanza(name));
			files.put(`/usr/lib/opkg/info/${name}.list`, '/usr/sbin/wpad\n');
		}
	}
}

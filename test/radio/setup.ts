/*
 * Brings what the radio suite needs: QEMU (installed, as root), and the guest's Debian packages (downloaded and
 * unpacked in node_modules/.cache/wps-radio, not installed).
 *   node --import tsx test/radio/setup.ts
 *   node --import tsx test/radio/setup.ts --plan    only says what would be brought
 */
import { spawnSync } from 'node:child_process';
import { buildImage } from './guest/image';
import { arePackagesThere, unpackPackages } from './guest/packages';
import { hasQemu } from './guest/qemu';

function apt(...args: string[]): void {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] });
	if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed`);
}

/** What is missing, and what it takes to bring it. */
function plan(): string[] {
	const missing: string[] = [];
	if (!hasQemu()) missing.push('Installing QEMU: 10 MB by apt-get, 45 MB on disk, about a minute');
	if (!arePackagesThere())
		missing.push(
			'Downloading a kernel, hostapd, wpa_supplicant, iwd and mosquitto for the guest: 80 MB by apt-get into node_modules/.cache, about a minute'
		);
	return missing;
}

function bring(): void {
	for (const line of plan()) console.error(`${line} …`);
	if (!hasQemu()) {
		if (process.getuid?.() !== 0) throw new Error("The radio tests need QEMU: install Debian's qemu-system-x86");
		apt('update', '-q');
		apt('install', '-q', '-y', '--no-install-recommends', 'qemu-system-x86', 'xz-utils');
	}
	try {
		unpackPackages();
	} catch (error) {
		// The lists of packages may be missing, or older than the archive.
		if (process.getuid?.() !== 0) throw error;
		apt('update', '-q');
		unpackPackages();
	}
	buildImage();
}

if (process.argv.includes('--plan')) plan().forEach(line => console.log(line));
else bring();

/*
 * Brings what the radio suite needs: QEMU (installed, as root), and the guest's Debian packages (downloaded and
 * unpacked in node_modules/.cache/wps-radio, not installed).
 *   node --import tsx test/radio/setup.ts
 */
import { spawnSync } from 'node:child_process';
import { buildImage } from './guest/image';
import { unpackPackages } from './guest/packages';
import { hasQemu } from './guest/qemu';

function apt(...args: string[]): void {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] });
	if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed`);
}

if (!hasQemu()) {
	if (process.getuid?.() !== 0) throw new Error("The radio tests need QEMU: install Debian's qemu-system-x86");
	console.error('Installing QEMU …');
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

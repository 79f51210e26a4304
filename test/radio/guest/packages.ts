import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Debian packages, unpacked here and nowhere else: nothing is installed, no service starts. */
export const CACHE = resolve(import.meta.dirname, '../../../node_modules/.cache/wps-radio');
export const ROOT = join(CACHE, 'root');

const STAMP = join(CACHE, 'packages.txt');
/** Of the kernel package only this is unpacked: the rest of the drivers is a hundred times as large. */
const KERNEL_PARTS = [
	'boot/vmlinuz-*',
	'kernel/crypto/*',
	'kernel/lib/*',
	'kernel/net/*',
	'kernel/drivers/virtio/*',
	'kernel/drivers/char/virtio_console*',
	'kernel/drivers/net/virtio_net*',
	'kernel/drivers/net/net_failover*',
	'kernel/drivers/leds/trigger/ledtrig-timer*',
	'kernel/drivers/leds/trigger/ledtrig-pattern*',
	'kernel/fs/9p/*',
	'kernel/fs/fscache/*',
	'kernel/fs/netfs/*',
	'kernel/drivers/net/wireless/*mac80211_hwsim*'
];
/** What runs in the guest, and which frequencies may be used where: without that list nobody may begin on 5 GHz. */
const PROGRAMS = [
	'busybox-static',
	'hostapd',
	'wpasupplicant',
	'iwd',
	'dbus-daemon',
	'dbus-bin',
	'iw',
	'socat',
	'mosquitto',
	'mosquitto-clients',
	'wireless-regdb'
];

/** What the cache was made for. */
const WANTED = [...PROGRAMS, ...KERNEL_PARTS].join(' ');

export function arePackagesThere(): boolean {
	return existsSync(STAMP) && readFileSync(STAMP, 'utf8').startsWith(`${WANTED}\n`);
}

/** Fetches what the guest is made of, unless it is there already. */
export function unpackPackages(): void {
	if (arePackagesThere()) return;
	const kernel = dependencies('linux-image-amd64').find(name => name.startsWith('linux-image-'));
	if (!kernel) throw new Error('apt knows no kernel package: apt-get update');
	const names = [kernel, ...PROGRAMS, ...libraries(PROGRAMS)];

	rmSync(CACHE, { recursive: true, force: true });
	const debs = join(CACHE, 'debs');
	mkdirSync(debs, { recursive: true });
	run('apt-get', ['download', '-q', ...names], debs);
	mkdirSync(ROOT);
	for (const deb of readdirSync(debs)) {
		const parts = deb.startsWith(kernel) ? KERNEL_PARTS.map(part => `*/${part}`) : [];
		const script = 'deb=$1 root=$2; shift 2; dpkg --fsys-tarfile "$deb" | tar -x -C "$root" --wildcards "$@"';
		run('sh', ['-c', script, 'unpack', join(debs, deb), ROOT, ...parts], CACHE);
	}
	rmSync(debs, { recursive: true });
	writeFileSync(STAMP, `${WANTED}\n${names.join('\n')}\n`);
}

/** All libraries behind the packages, without what they bring besides. */
function libraries(names: string[]): string[] {
	const found = new Set<string>();
	const visit = (name: string) => {
		for (const dependency of dependencies(name)) {
			if (!dependency.startsWith('lib') || found.has(dependency)) continue;
			found.add(dependency);
			visit(dependency);
		}
	};
	names.forEach(visit);
	return [...found];
}

function dependencies(name: string): string[] {
	const text = run('apt-cache', ['depends', '--important', name], '/');
	return [...text.matchAll(/^ {2}(?:Pre)?Depends: ([a-z0-9][^\s:]*)$/gm)].map(([, found = '']) => found);
}

function run(command: string, args: string[], cwd: string): string {
	const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 300_000 });
	if (error || status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
	return stdout;
}

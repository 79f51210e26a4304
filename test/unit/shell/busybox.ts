import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** A busybox of Debian's, for machines without one: unpacked here, not installed. */
const CACHE = resolve(import.meta.dirname, '../../../node_modules/.cache/busybox');

function run(command: string, ...args: string[]): boolean {
	return spawnSync(command, args, { cwd: CACHE, stdio: 'ignore', timeout: 120_000 }).status === 0;
}

function download(): boolean {
	mkdirSync(CACHE, { recursive: true });
	const fetched = run('apt-get', 'download', '-q', 'busybox-static');
	// The lists of packages may be missing, or older than the archive.
	const again = fetched || (run('apt-get', 'update', '-q') && run('apt-get', 'download', '-q', 'busybox-static'));
	const deb = again ? readdirSync(CACHE).find(name => name.endsWith('.deb')) : undefined;
	return deb !== undefined && run('dpkg', '-x', deb, '.');
}

let found: string | null | undefined;

/** The busybox whose ash runs scripts as OpenWrt's does; null where none can be had. */
export function busybox(): string | null {
	if (found !== undefined) return found;
	const own = ['bin/busybox', 'usr/bin/busybox'].map(path => join(CACHE, path));
	const paths = [...(process.env['PATH'] ?? '').split(delimiter).map(folder => join(folder, 'busybox')), ...own];
	const look = () => paths.find(existsSync) ?? null;
	return (found = look() ?? (download() ? look() : null));
}

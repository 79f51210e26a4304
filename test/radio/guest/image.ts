import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { archive, CHARACTER_DEVICE, DIRECTORY, FILE, PROGRAM, type Entry } from './cpio';
import { CACHE, ROOT } from './packages';

/** What runs in the guest. */
const PROGRAMS = [
	'hostapd',
	'hostapd_cli',
	'wpa_supplicant',
	'wpa_cli',
	'iwd',
	'dbus-daemon',
	'dbus-send',
	'iw',
	'socat',
	'mosquitto',
	'mosquitto_sub',
	'mosquitto_pub'
];

/** In the order of loading, behind what each needs: lines to the host, its folders, ciphers (iwd has the kernel compute), what drives LEDs, the simulated radios. */
const MODULES = [
	'virtio_pci',
	'virtio_console',
	'virtio_net',
	'9pnet_virtio',
	'9p',
	'ccm',
	'cmac',
	'gcm',
	'ctr',
	'michael_mic',
	'arc4',
	'ecb',
	'cbc',
	'des_generic',
	'md4',
	'md5',
	'sha1_generic',
	'sha256_generic',
	'sha512_generic',
	'hmac',
	'algif_hash',
	'algif_skcipher',
	'algif_aead',
	'ledtrig_timer',
	'ledtrig_pattern',
	'mac80211_hwsim'
];
const OPTIONS: Record<string, string> = { mac80211_hwsim: 'radios=7' };

export interface Image {
	kernel: string;
	initramfs: string;
}

/** Kernel and initramfs for QEMU, made of the unpacked packages and the scripts beside this file. */
export function buildImage(): Image {
	const initramfs = join(CACHE, 'initramfs.cpio');
	mkdirSync(CACHE, { recursive: true });
	const folders = [
		'bin',
		'dev',
		'etc',
		'lib',
		'lib64',
		'modules',
		'lib/firmware',
		'node',
		'node/lib',
		'node/bin',
		'repo'
	].map(path => ({ path, mode: DIRECTORY }));
	const entries: Entry[] = [
		...folders,
		{ path: 'dev/console', mode: CHARACTER_DEVICE, device: [5, 1] },
		script('init', 'init.sh'),
		script('agent.sh', 'agent.sh'),
		program('bin/busybox', find('busybox')),
		...programs(),
		...nodeLibraries(),
		...frequencies(),
		...modules()
	];
	writeFileSync(initramfs, archive(entries));
	return { kernel: kernel(), initramfs };
}

/** All that lies below these folders of the unpacked packages. */
function below(...folders: string[]): string[] {
	return folders
		.map(folder => join(ROOT, folder))
		.filter(existsSync)
		.flatMap(folder => readdirSync(folder, { recursive: true }).map(name => join(folder, String(name))));
}

function script(path: string, name: string): Entry {
	return program(path, join(import.meta.dirname, name));
}

function program(path: string, source: string): Entry {
	return { path, mode: PROGRAM, content: readFileSync(source) };
}

function find(name: string): string {
	const path = ['bin', 'sbin', 'lib64', 'usr/bin', 'usr/sbin', 'usr/lib64', 'usr/libexec']
		.map(dir => join(ROOT, dir, name))
		.find(existsSync);
	return path ?? missing(name);
}

/** The programs and their libraries, as Debian's own loader finds them. */
function programs(): Entry[] {
	const loader = find('ld-linux-x86-64.so.2');
	const folders = ['lib/x86_64-linux-gnu', 'usr/lib/x86_64-linux-gnu'].map(folder => join(ROOT, folder));
	const libraries = new Map<string, string>();
	for (const name of PROGRAMS) {
		const args = ['--inhibit-cache', '--library-path', folders.join(':'), '--list', find(name)];
		const { stdout, stderr } = spawnSync(loader, args, { encoding: 'utf8' });
		if (/not found/.test(stdout + stderr)) missing(`a library of ${name}: ${stdout}${stderr}`);
		for (const [, library = '', path = ''] of stdout.matchAll(/^\s(\S+) => (\/\S+)/gm))
			libraries.set(library, path);
	}
	return [
		...PROGRAMS.map(name => program(`bin/${name}`, find(name))),
		program('lib64/ld-linux-x86-64.so.2', loader),
		...[...libraries]
			.filter(([name]) => !name.startsWith('ld-linux'))
			.map(([name, path]) => program(`lib/${name}`, path))
	];
}

/** What the host's node needs of the host; node itself comes from there. */
function nodeLibraries(): Entry[] {
	const { stdout } = spawnSync('ldd', [process.execPath], { encoding: 'utf8' });
	const paths = [...stdout.matchAll(/(?:=> |^\s)(\/\S+)/gm)].map(([, path = '']) => path);
	if (paths.length === 0) missing('the libraries of node');
	return paths.map(path => program(`node/lib/${basename(path)}`, path));
}

/** The kernel's list of what is allowed in each country, with Debian's signature. */
function frequencies(): Entry[] {
	const files = below('lib/firmware', 'usr/lib/firmware');
	return ['regulatory.db', 'regulatory.db.p7s'].map(name => {
		const source = files.find(path => basename(path) === `${name}-debian`) ?? missing(name);
		return { path: `lib/firmware/${name}`, mode: FILE, content: readFileSync(source) };
	});
}

/** The modules with all that they depend on, and the list by which `init.sh` loads them. */
function modules(): Entry[] {
	const files = new Map(
		below('lib/modules', 'usr/lib/modules')
			.filter(path => /\.ko(\.xz)?$/.test(path))
			.map(path => [
				basename(path)
					.replace(/\.ko.*$/, '')
					.replaceAll('-', '_'),
				path
			])
	);
	const loaded = new Map<string, Buffer>();
	const load = (name: string) => {
		const path = files.get(name);
		// What is not there as a module is built in.
		if (loaded.has(name) || !path) return;
		const content = path.endsWith('.ko') ? readFileSync(path) : xz(readFileSync(path));
		const text = content.toString('latin1');
		const [, needed = ''] = /\0depends=([^\0]*)\0/.exec(text) ?? [];
		for (const other of needed.split(',').filter(Boolean)) load(other.replaceAll('-', '_'));
		loaded.set(name, content);
	};
	MODULES.forEach(load);
	const list = [...loaded.keys()].map(name => `/modules/${name}.ko ${OPTIONS[name] ?? ''}\n`).join('');
	return [
		{ path: 'etc/modules.list', mode: FILE, content: Buffer.from(list) },
		...[...loaded].map(([name, content]) => ({ path: `modules/${name}.ko`, mode: FILE, content }))
	];
}

/**
 * Debian's kernel without its wrapping: unpacking it costs the emulated processor more than all the rest
 * of the boot. Where that does not work, the file as it is.
 */
function kernel(): string {
	const packed = below('boot').find(path => basename(path).startsWith('vmlinuz-')) ?? missing('the kernel');
	const plain = join(CACHE, 'vmlinux');
	if (existsSync(plain)) return plain;
	const image = readFileSync(packed);
	const start = image.indexOf(Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]));
	if (start < 0) return packed;
	// The wrapping goes on behind the compressed part: xz complains about it, but has done its work then.
	const { stdout } = spawnSync('xz', ['-dc', '--single-stream'], {
		input: image.subarray(start),
		maxBuffer: 1 << 28
	});
	if (!stdout?.subarray(0, 4).equals(Buffer.from('\x7fELF'))) return packed;
	writeFileSync(plain, stdout);
	return plain;
}

function xz(content: Buffer): Buffer {
	const { stdout, status } = spawnSync('xz', ['-dc'], { input: content, maxBuffer: 1 << 26 });
	return status === 0 ? stdout : missing('xz');
}

function missing(what: string): never {
	throw new Error(`The guest lacks ${what}`);
}

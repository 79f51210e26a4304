/*
 * A small router made of files: the shell scripts of the package run here as they do there, by their real paths, under
 * busybox in a chroot. What is not busybox is a stand-in: uci (uci.ts, asked through pipes), hostapd, logger.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	closeSync,
	constants,
	copyFileSync,
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readContents } from '../../src/build/package/contents';
import { uci } from './uci';

/** What the package installs. */
const CONTENTS = new Map(readContents().map(file => [file.path, file]));
const BUSYBOX = ['/bin/busybox', '/usr/bin/busybox'].find(existsSync) ?? '/bin/busybox';

/** Applets that OpenWrt's busybox has as well (package/utils/busybox/Config-defaults.in). */
const APPLETS = [
	...['ash', 'cat', 'chmod', 'chown', 'cmp', 'cp', 'date', 'env', 'find', 'grep', 'kill', 'ls', 'mkdir'],
	...['mkfifo', 'mv', 'printf', 'rm', 'sed', 'sh', 'sleep', 'sync', 'wc']
];

/** The user that hostapd runs as has these numbers on every OpenWrt. */
export const NETWORK = 101;

/** Which hostapd is on disk. `crashing` ends as a program does whose library is missing. */
export type Daemon = 'full' | 'basic' | 'hanging' | 'crashing' | 'none';

const DAEMONS: Record<Exclude<Daemon, 'none'>, string> = {
	full: '[ "$1" = -vwps ]',
	basic: 'exit 1',
	hanging: 'exec sleep 60',
	crashing: 'exit 127'
};

/** What OpenWrt's rc.common does with an init script, without what we don't use. */
const RC_COMMON = `#!/bin/sh
initscript=$1
action=$2
shift 2
boot() { start "$@"; }
stop() { :; }
. "$initscript"
case " start stop boot $EXTRA_COMMANDS " in *" $action "*) "$action" "$@" ;; *) exit 1 ;; esac
`;

const PIPE = 'run/uci';
const UCI = `#!/bin/sh
mkfifo /run/uci.$$
{ printf '%s' $$; printf '\\t%s' "$@"; echo; } >/run/uci
{ read -r code; cat; } </run/uci.$$
rm /run/uci.$$
exit "$code"
`;

/** A power cut: nothing runs any more, before the n-th thing that changes something or is asked of a program. */
const STEPS = `
STEP=0
step() {
	STEP=$((STEP + 1))
	[ "$STEP" != "$CUT" ] || kill -9 $$
	echo "$STEP $*" >>/run/steps
}
cp() { step cp "$@"; command cp "$@"; }
mv() { step mv "$@"; command mv "$@"; }
rm() { step rm "$@"; command rm "$@"; }
sync() { step sync; }
chmod() { step chmod "$@"; command chmod "$@"; }
chown() { step chown "$@"; command chown "$@"; }
printf() { step printf; command printf "$@"; }
`;

interface Packed {
	link: boolean;
	mode: number;
	uid: number;
	gid: number;
	content: Buffer | string;
}

export interface Ran {
	code: number | null;
	/** ended by the signal of a power cut */
	cut: boolean;
	output: string;
	milliseconds: number;
}

export class Box {
	readonly root = mkdtempSync(join(tmpdir(), 'luci-app-wps-box-'));
	readonly #pipe: Socket;

	constructor() {
		for (const folder of ['bin', 'dev', 'run']) mkdirSync(join(this.root, folder));
		this.#copyBusybox();
		for (const applet of APPLETS) symlinkSync('busybox', join(this.root, 'bin', applet));
		system('mknod', '-m', '666', join(this.root, 'dev/null'), 'c', '1', '3');
		system('mkfifo', join(this.root, PIPE));
		this.#pipe = this.#serveUci();
		this.empty();
	}

	/** As it was at first. */
	empty(): void {
		for (const folder of ['etc', 'lib/upgrade', 'root', 'sbin', 'tmp', 'usr', 'var']) this.drop(folder);
		for (const name of readdirSync(join(this.root, 'run')))
			if (join('run', name) !== PIPE) this.drop(join('run', name));
		for (const folder of ['tmp', 'var/run', 'usr/sbin', 'etc/config', 'etc/rc.d'])
			mkdirSync(join(this.root, folder), { recursive: true });
		this.put('/etc/passwd', `root:x:0:0::/:/bin/ash\nnetwork:x:${NETWORK}:${NETWORK}::/:/bin/false\n`);
		this.put('/etc/group', `root:x:0:\nnetwork:x:${NETWORK}:\n`);
		this.put('/etc/rc.common', RC_COMMON);
		this.put('/sbin/uci', UCI, 0o755);
		this.put('/usr/bin/logger', '#!/bin/sh\nshift 4\necho "$*" >>/run/log\n', 0o755);
	}

	/** A program of Debian may need libraries. */
	#copyBusybox(): void {
		const libraries = spawnSync('ldd', [BUSYBOX], { encoding: 'utf8' }).stdout.match(/\/\S+/g) ?? [];
		for (const file of [BUSYBOX, ...libraries.filter(existsSync)]) {
			const place = join(this.root, file === BUSYBOX ? '/bin/busybox' : file);
			mkdirSync(dirname(place), { recursive: true });
			copyFileSync(file, place);
			chmodSync(place, 0o755);
		}
	}

	/** Answers the script UCI. */
	#serveUci(): Socket {
		// for writing as well: then it has no end when the only other writer is done
		const fd = openSync(join(this.root, PIPE), constants.O_RDWR | constants.O_NONBLOCK);
		const pipe = new Socket({ fd, readable: true, writable: false });
		let rest = '';
		pipe.on('data', data => {
			const lines = (rest + data.toString()).split('\n');
			rest = lines.pop() ?? '';
			for (const line of lines) {
				const [id, ...args] = line.split('\t');
				const { code, stdout } = uci(args, path => this.text(path));
				const answer = openSync(join(this.root, `run/uci.${id}`), 'w');
				writeFileSync(answer, `${code}\n${stdout}`);
				closeSync(answer);
			}
		});
		return pipe;
	}

	/** Installs files of the package. */
	install(...paths: string[]): void {
		for (const path of paths) {
			const { content, mode } = CONTENTS.get(path)!;
			this.put(path, Buffer.from(content), mode);
		}
	}

	/** Which hostapd is on disk from now on. */
	daemon(daemon: Daemon): void {
		this.drop('/usr/sbin/hostapd');
		if (daemon === 'none') return;
		this.put('/usr/sbin/hostapd', `#!/bin/sh\necho "$*" >>/run/hostapd\n${DAEMONS[daemon]}\n`, 0o755);
	}

	put(path: string, content: string | Buffer, mode = 0o644): void {
		const place = join(this.root, path);
		mkdirSync(dirname(place), { recursive: true });
		writeFileSync(place, content);
		chmodSync(place, mode);
	}

	bytes(path: string): Buffer | null {
		const place = join(this.root, path);
		return existsSync(place) ? readFileSync(place) : null;
	}

	text(path: string): string | null {
		return this.bytes(path)?.toString() ?? null;
	}

	/** `-rw------- network`, say. */
	owner(path: string): string {
		const { mode, uid, gid } = lstatSync(join(this.root, path));
		return `${(mode & 0o777).toString(8)} ${uid} ${gid}`;
	}

	has(path: string): boolean {
		return lstatSync(join(this.root, path), { throwIfNoEntry: false }) !== undefined;
	}

	drop(path: string): void {
		rmSync(join(this.root, path), { force: true, recursive: true });
	}

	/** A file or link with all that belongs to it, to be unpacked elsewhere. */
	pack(path: string): Packed {
		const place = join(this.root, path);
		const { mode, uid, gid } = lstatSync(place);
		const link = lstatSync(place).isSymbolicLink();
		return { link, mode: mode & 0o777, uid, gid, content: link ? readlinkSync(place) : readFileSync(place) };
	}

	unpack(path: string, { link, mode, uid, gid, content }: Packed): void {
		if (link) return this.link(path, String(content));
		this.put(path, content, mode);
		chownSync(join(this.root, path), uid, gid);
	}

	link(path: string, target: string): void {
		symlinkSync(target, join(this.root, path));
	}

	/** Everything below a folder, with content; for comparing. */
	picture(folder: string): Record<string, string> {
		const found: Record<string, string> = {};
		for (const name of readdirSync(join(this.root, folder), { recursive: true }).map(String).sort()) {
			const path = `${folder}/${name}`;
			if (lstatSync(join(this.root, path)).isFile())
				found[path] = `${this.owner(path)} ${this.bytes(path)!.toString('latin1')}`;
		}
		return found;
	}

	/** What the scripts said to syslog since the last time. */
	log(): string[] {
		return this.#lines('/run/log');
	}

	/** How hostapd was called since the last time. */
	asked(): string[] {
		return this.#lines('/run/hostapd');
	}

	/** What a run with `cut` did. */
	steps(): string[] {
		return this.#lines('/run/steps');
	}

	#lines(path: string): string[] {
		const lines = (this.text(path) ?? '').split('\n').slice(0, -1);
		this.drop(path);
		return lines;
	}

	/** Processes that are still there after a second, which is what those have to end that are told to. */
	async running(): Promise<string[]> {
		for (let tries = 0; tries < 20 && this.#running().length > 0; tries++)
			await new Promise(resolve => setTimeout(resolve, 50));
		return this.#running();
	}

	#running(): string[] {
		const numbers = readdirSync('/proc').filter(name => /^\d+$/.test(name));
		return numbers.flatMap(number => {
			try {
				if (readlinkSync(`/proc/${number}/root`) !== this.root) return [];
				return [readFileSync(`/proc/${number}/cmdline`, 'utf8')];
			} catch {
				// ended meanwhile
				return [];
			}
		});
	}

	/** An init script, as at boot; `cut`: the power goes before its n-th step. */
	async init(name: string, action = 'boot', cut: number | null = null): Promise<Ran> {
		const command = ['/etc/rc.common', `/etc/init.d/${name}`, action];
		if (cut === null) return await this.run(command);
		return await this.run(['-c', `${STEPS}set -- ${command.slice(1).join(' ')}\n. /etc/rc.common`], {
			CUT: String(cut)
		});
	}

	/** The shell with these arguments. */
	async run(args: string[], env: Record<string, string> = {}): Promise<Ran> {
		const began = performance.now();
		const child = spawn('chroot', [this.root, '/bin/sh', ...args], {
			// where busybox can, it counts letters instead of bytes here
			env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8', ...env },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let output = '';
		for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (output += data));
		return await new Promise(resolve => {
			child.on('close', (code, signal) =>
				resolve({ code, cut: signal === 'SIGKILL', output, milliseconds: performance.now() - began })
			);
		});
	}

	close(): void {
		this.#pipe.destroy();
		rmSync(this.root, { recursive: true, force: true });
	}
}

function system(command: string, ...args: string[]): void {
	const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
	if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
}

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { accessSync, constants as access, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { WEB } from '../orders';
import { REPOSITORY } from './bundle';
import type { Image } from './image';

const QEMU = 'qemu-system-x86_64';

/** The probe's whole machine must come and go in this time, milliseconds: emulated it takes a tenth of a second. */
const PROBE_LIMIT = 2_000;

export type Accelerator = 'kvm' | 'tcg';

export function hasQemu(): boolean {
	return spawnSync(QEMU, ['--version']).status === 0;
}

/**
 * KVM only where it proves to work: the device node alone says nothing, some hosts hang, on others it is
 * slower than emulation. `RADIO_ACCEL` names one.
 */
export function chooseAccelerator(): Accelerator {
	const named = process.env['RADIO_ACCEL'];
	if (named === 'kvm' || named === 'tcg') return named;
	try {
		accessSync('/dev/kvm', access.R_OK | access.W_OK);
	} catch {
		return 'tcg';
	}
	return probeKvm() ? 'kvm' : 'tcg';
}

/** Boots one sector that writes to the exit device: mov al, 0x11; out 0xf4, al; hlt. */
function probeKvm(): boolean {
	const folder = mkdtempSync(join(tmpdir(), 'wps-radio-'));
	try {
		const sector = Buffer.alloc(512);
		sector.set([0xb0, 0x11, 0xe6, 0xf4, 0xf4]);
		sector.writeUInt16LE(0xaa55, 510);
		const disk = join(folder, 'probe.img');
		writeFileSync(disk, sector);
		const args = ['-accel', 'kvm', '-m', '16', '-display', 'none', '-nodefaults'];
		args.push('-device', 'isa-debug-exit,iobase=0xf4,iosize=4');
		args.push('-drive', `file=${disk},format=raw,if=floppy`);
		const { status } = spawnSync(QEMU, args, { timeout: PROBE_LIMIT, killSignal: 'SIGKILL' });
		return status === 0x11 * 2 + 1;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Lines between host and guest, a socket each. */
export const PORTS = { log: 'log', agents: ['agent0', 'agent1', 'agent2'], orders: 'orders' } as const;

/** What the guest gets besides its image. */
export interface Shares {
	/** Folder of the sockets. */
	sockets: string;
	/** The program for the orders, as the guest sees it. */
	program: string;
	/** The port here that leads to the guest's web server. */
	web: number;
}

/** Starts the machine; its console goes to stdout. */
export function launch(
	{ kernel, initramfs }: Image,
	accelerator: Accelerator,
	{ sockets, program, web }: Shares
): ChildProcess {
	const ports = [PORTS.log, ...PORTS.agents, PORTS.orders];
	const args = [
		'-accel',
		accelerator === 'tcg' ? 'tcg,thread=multi' : 'kvm',
		'-cpu',
		'max',
		'-smp',
		'2',
		'-m',
		'512'
	];
	args.push('-display', 'none', '-nodefaults', '-no-reboot', '-serial', 'stdio');
	args.push('-kernel', kernel, '-initrd', initramfs);
	args.push('-append', `console=ttyS0 panic=-1 loglevel=5 random.trust_cpu=on mitigations=off program=${program}`);
	args.push('-device', 'virtio-serial-pci');
	ports.forEach((name, index) => {
		args.push('-chardev', `socket,path=${join(sockets, name)},server=on,wait=off,id=${name}`);
		args.push('-device', `virtserialport,chardev=${name},name=${name},nr=${index + 1}`);
	});
	for (const [tag, path] of [
		['repo', REPOSITORY],
		['node', dirname(process.execPath)]
	])
		args.push('-virtfs', `local,path=${path},mount_tag=${tag},security_model=none,readonly=on,multidevs=remap`);
	const forward = `hostfwd=tcp:127.0.0.1:${web}-${WEB.address}:${WEB.port}`;
	args.push('-netdev', `user,id=web,restrict=on,${forward}`, '-device', 'virtio-net-pci,netdev=web');
	const machine = spawn(QEMU, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	// The handler gives hostapd less than a second: on a busy host the guest goes first, where that is allowed.
	try {
		if (machine.pid) setPriority(machine.pid, constants.priority.PRIORITY_HIGH);
	} catch {
		// As fast as anybody, then.
	}
	return machine;
}

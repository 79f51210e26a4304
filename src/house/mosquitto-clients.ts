import * as fs from 'fs';
import * as uloop from 'uloop';
import { guarded } from '../router/bus';
import { fileIn, homeOf, putFile } from './runtime-folder';

/*
 * mosquitto's clients as children (package mosquitto-client-ssl).
 */

const SUBSCRIBER = '/usr/bin/mosquitto_sub';
const PUBLISHER = '/usr/bin/mosquitto_pub';

/** All roles: what listens, what says how we are, what says one thing. */
export const ROLES = ['sub', 'pub', 'post'];

/** A child, as long as it lives. Kept: a handle that is collected never calls back. */
interface Client {
	process: uloop.Process | null;
	pid: number;
}

const clients: { [role: string]: Client | null } = {};

export function isInstalled(): boolean {
	return fs.access(SUBSCRIBER, 'x') === true && fs.access(PUBLISHER, 'x') === true;
}

/** The program that has this number now, or null: numbers are given again. */
function nameOf(pid: number): string | null {
	const name = fs.readfile(`/proc/${pid}/comm`);
	return name === null ? null : trim(name);
}

function isOurs(pid: number): boolean {
	return index(['mosquitto_sub', 'mosquitto_pub'], nameOf(pid)) >= 0;
}

/** Ends what a bridge that died has left behind: it would say that this router is there, and be nobody's. */
export function endOrphans(): void {
	for (const role of ROLES) {
		const pid = int(fs.readfile(fileIn(role, 'pid')) ?? '');
		if (pid > 1 && isOurs(pid)) system(['kill', '-9', `${pid}`], 1000);
		fs.unlink(fileIn(role, 'pid'));
	}
}

/**
 * Starts one with options that stand in a file.
 * @param ended  gets how it ended
 */
export function startClient(role: string, options: string, ended: (code: number) => void): boolean {
	const program = role === 'sub' ? SUBSCRIBER : PUBLISHER;
	if (!putFile(role, role === 'sub' ? 'mosquitto_sub' : 'mosquitto_pub', options)) return false;

	const client: Client = { process: null, pid: 0 };
	const process = uloop.process(program, [], { XDG_CONFIG_HOME: homeOf(role), PATH: '/usr/bin:/bin' }, code =>
		guarded(() => {
			if (clients[role] === client) {
				clients[role] = null;
				fs.unlink(fileIn(role, 'pid'));
			}
			ended(code);
		})
	);
	if (process === null) return false;

	client.process = process;
	client.pid = process.pid();
	clients[role] = client;
	putFile(role, 'pid', `${client.pid}\n`);

	return true;
}

/** Ends one at once: the broker then says what its last will is. */
export function endClient(role: string): void {
	const client = clients[role] ?? null;
	if (client === null) return;
	clients[role] = null;
	fs.unlink(fileIn(role, 'pid'));
	system(['kill', '-9', `${client.pid}`], 1000);
}

/**
 * Which connections they have: libmosquitto connects again by itself, and says so to nobody. A closed socket, or another
 * one, tells.
 */
export function connectionsOf(roles: string[]): string {
	const sockets: string[] = [];
	for (const role of roles) {
		const folder = `/proc/${clients[role]?.pid ?? 0}/fd`;
		for (const entry of sort(fs.lsdir(folder) ?? [])) {
			const target = fs.readlink(`${folder}/${entry}`) ?? '';
			if (index(target, 'socket:') === 0) push(sockets, target);
		}
	}

	return join(' ', sockets);
}

import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';

/** Where running simulators say how to reach them: a folder that only their user can write to. */
const folder = () => join(tmpdir(), `wps-sim-${userInfo().uid}`);

/** The working copy that this one belongs to. */
const COPY = resolve(import.meta.dirname, '../../..');

export interface Place {
	port: number;
	pid: number;
	/** Tells this simulator from another that has its port now. */
	token: string;
	/** Its working copy. */
	copy: string;
	/** What the router is called in its house; null: it stands alone. */
	name: string | null;
}

const fileOf = ({ port }: { port: number }) => join(folder(), `${port}.json`);

/** The folder, made where it is missing; in /tmp anybody may have been faster. */
function ownFolder(): void {
	mkdirSync(folder(), { mode: 0o700, recursive: true });
	const stat = lstatSync(folder());
	const mine = !process.getuid || stat.uid === process.getuid();
	if (!stat.isDirectory() || !mine || stat.mode & 0o022) throw new Error(`${folder()} is not yours alone: remove it`);
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		// none, or somebody else's by now
		return false;
	}
}

/**
 * Says that a simulator runs; what is answered takes it back.
 * @param name  of the router, where a process runs the several of a house
 */
export function announce(port: number, name: string | null = null): { token: string; forget: () => void } {
	ownFolder();
	const place: Place = { port, pid: process.pid, token: randomBytes(16).toString('hex'), copy: COPY, name };
	// whoever reads finds all of it or nothing
	const fresh = `${fileOf(place)}.new`;
	writeFileSync(fresh, JSON.stringify(place), { mode: 0o600 });
	renameSync(fresh, fileOf(place));
	return { token: place.token, forget: () => forget(place) };
}

/** A simulator is gone; unless another has taken its port over. */
export function forget(place: { port: number; token?: string }): void {
	try {
		const { token } = JSON.parse(readFileSync(fileOf(place), 'utf8')) as Place;
		if (token === place.token) rmSync(fileOf(place));
	} catch {
		// gone already
	}
}

/** All that run. Those that died without a word are forgotten. */
function running(): Place[] {
	ownFolder();
	const places: Place[] = [];
	for (const name of readdirSync(folder()).filter(file => file.endsWith('.json'))) {
		try {
			const place = JSON.parse(readFileSync(join(folder(), name), 'utf8')) as Place;
			if (isAlive(place.pid)) places.push(place);
			else rmSync(join(folder(), name), { force: true });
		} catch {
			rmSync(join(folder(), name), { force: true });
		}
	}
	return places;
}

/**
 * The one that is meant: on this port; else the only one of this working copy, or the only one at all.
 * @param name  of the router of a house; null: its first
 */
export function find(port: number | null, name: string | null = null): Place {
	const places = running().toSorted((a, b) => a.port - b.port);
	if (port !== null) {
		const place = places.find(other => other.port === port);
		if (place) return place;
		throw new Error(`No simulator of yours runs on port ${port}: npx wps-sim start --port ${port}`);
	}
	const here = places.filter(({ copy }) => copy === COPY);
	const chosen = here.length > 0 ? here : places;
	const named = name === null ? chosen : chosen.filter(place => place.name === name);
	if (named.length === 0 && chosen.length > 0) throw new Error(noSuchRouter(name, chosen));
	const [place, ...others] = named;
	if (!place) throw new Error('No simulator runs: npx wps-sim start');
	if (others.every(other => other.name !== null && other.pid === place.pid)) return place;
	const ports = named.map(other => other.port);
	throw new Error(`Several simulators run, on the ports ${ports.join(' and ')}: say which with --port ${ports[0]}`);
}

function noSuchRouter(name: string | null, places: Place[]): string {
	const names = places.flatMap(place => place.name ?? []);
	return names.length > 0 ? `No router is called ${name}: ${names.join(', ')}` : `--at ${name}: no house runs`;
}

/** Whether a router of a house that runs is called so. */
export function isRouter(name: string): boolean {
	return running().some(place => place.name === name);
}

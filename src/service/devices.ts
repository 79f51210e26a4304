import type { Bss } from '../contract/bss';
import type { Device } from '../contract/device';
import type { Session } from '../contract/session';
import { ownFileOf } from '../core/handover';
import {
	byAge,
	cleanName,
	asDevice,
	entryOf,
	isDeviceName,
	isSame,
	optionsOf,
	placeOfEntry,
	type Entry,
	type Presence
} from '../core/device';
import { ask, NOT_FOUND, OK, type Call, type Reply } from '../router/bus';
import { now } from '../router/time';
import { keep, memory, touch } from './memory';
import { forgetKeys, keyNameOf, owned, reread, withdraw } from './parts/keys';
import {
	hostapdCall,
	identities,
	isMac,
	keysOf,
	networksOf,
	note,
	readBsses,
	readClients,
	readHandover,
	removeSections,
	settingsOf,
	tell,
	textOf,
	writeSection
} from './parts/look';
import type { AnyRequest, Request } from './request';

/** How long a device with the password of all is kept out, milliseconds. */
const KEPT_OUT = 60000;

/** Reason of a deauthentication: not authenticated any more (IEEE 802.11, table 9-49). */
const PREVIOUS_AUTHENTICATION_INVALID = 2;

/** Entries that are kept in flash, with the names of their sections. */
interface Kept {
	place: string;
	entry: Entry;
}

function keptEntries(): Kept[] {
	const kept: Kept[] = [];
	for (const section of settingsOf('device')) {
		const entry = entryOf(section.options);
		if (entry !== null) push(kept, { place: section.name, entry });
	}

	return kept;
}

/** All that is known, the newest first. */
function allEntries(): Entry[] {
	return byAge([...memory.passing, ...map(keptEntries(), kept => kept.entry)]);
}

function store(entry: Entry): boolean {
	const places = map(
		filter(keptEntries(), one => isSame(one.entry, entry)),
		one => one.place
	);
	return writeSection(places[0] ?? placeOfEntry(entry), 'device', optionsOf(entry));
}

function forgetPassing(entry: Entry): void {
	memory.passing = filter(memory.passing, one => !isSame(one, entry));
	touch();
	keep();
}

/** Keeps an entry, in flash unless the next restart makes it untrue; what the owner called the device stays. */
function keepEntry(entry: Entry): void {
	const former = filter(allEntries(), one => isSame(one, entry))[0] ?? null;
	const whole = {
		...entry,
		own_name: former?.own_name ?? null,
		hostname: entry.hostname ?? former?.hostname ?? null
	};

	forgetPassing(entry);
	if (entry.key !== 'lost' && store(whole)) return;

	// Without room in flash it is remembered as long as we are.
	memory.passing = [whole, ...memory.passing];
	touch();
	keep();
}

/** The network that a section belongs to. */
function networkWith(bsses: Bss[], section: string | null): Bss[] {
	for (const network of networksOf(bsses))
		if (length(filter(network, bss => bss.section === section)) > 0) return network;

	return [];
}

/** A device that joins is written down, and once more when it has told its name. */
export function followDevices(session: Session, before: Session | null): void {
	const peer = session.peer;
	if (peer === null || session.open) return;

	const hostname = cleanName(peer.name);
	if (session.state === 'success' && before?.state !== 'success') {
		const network = networkWith(readBsses(null), session.section);
		const path = ownFileOf(network);
		const id = path === null ? null : keyNameOf(path, peer.mac);
		keepEntry({
			mac: peer.mac,
			network: session.network,
			section: session.section,
			joined: session.ended,
			key: id === null ? keysOf(network) : 'own',
			id,
			own_name: null,
			hostname
		});
	} else if (hostname !== null && hostname !== cleanName(before?.peer?.name ?? null)) {
		const entry = filter(allEntries(), one => isSame(one, { mac: peer.mac, network: session.network }))[0] ?? null;
		if (entry !== null && entry.hostname !== hostname) keepEntry({ ...entry, hostname });
	}
}

/** A device that turned out to have a key of its own: it joined when nobody was looking, or its key could not be written then. */
export function keepFound(path: string, id: string, mac: string): void {
	const network = filter(networksOf(readBsses(null)), bsses => ownFileOf(bsses) === path)[0] ?? null;
	if (network === null) return;

	const keyless =
		filter(allEntries(), one => isSame(one, { mac, network: network[0].ssid }) && one.id === null)[0] ?? null;
	keepEntry({
		mac,
		network: network[0].ssid,
		section: keyless?.section ?? network[0].section,
		joined: keyless?.joined ?? now().epoch,
		key: 'own',
		id,
		own_name: null,
		hostname: null
	});
}

function dropKept(kept: Kept[]): boolean {
	return removeSections(map(kept, one => one.place));
}

/** Nobody has a key of his own in this file any more; says how many had. What else stands in it stays. */
export function dropKeys(path: string): number {
	const text = readHandover(path) ?? '';
	const ids: { [id: string]: boolean } = {};
	for (const key of owned(text)) ids[key.id] = true;

	const going = filter(keptEntries(), kept => kept.entry.id !== null && ids[kept.entry.id] === true);
	dropKept(going);
	memory.passing = filter(memory.passing, entry => entry.id === null || ids[entry.id] !== true);
	forgetKeys(path);
	return length(going);
}

/** The names of keys that these entries have. */
function idsOf(kept: Kept[]): { [id: string]: boolean } {
	const ids: { [id: string]: boolean } = {};
	for (const one of kept) if (one.entry.id !== null) ids[one.entry.id] = true;

	return ids;
}

function reconcileNetwork(network: Bss[]): void {
	const path = ownFileOf(network);
	const text = path === null ? null : readHandover(path);
	if (path === null || text === null) return;

	const known = filter(keptEntries(), kept => kept.entry.network === network[0].ssid && kept.entry.key === 'own');
	const ids = idsOf(known);
	const held: { [id: string]: boolean } = {};
	for (const key of owned(text)) {
		held[key.id] = true;
		if (key.mac !== null && !ids[key.id]) keepFound(path, key.id, key.mac);
	}
	dropKept(filter(known, kept => !held[kept.entry.id ?? '']));
}

/**
 * The file of keys says who has a key of his own, the settings what is known of them: after a power cut in between, the file
 * is right.
 */
export function reconcile(bsses: Bss[]): void {
	map(networksOf(bsses), reconcileNetwork);
}

/** Who is connected where, by MAC address. */
type Present = { [mac: string]: Presence | null };

function presentOn(running: Bss[], replies: Reply[]): Present {
	const present: Present = {};
	map(running, (bss, i) => {
		const seen = readClients(replies[i]);
		const clients = seen.kind === 'answer' ? (seen.clients ?? {}) : {};
		for (const mac of keys<string>(clients)) {
			const client = clients[mac];
			if (client === null || !client.authorized || client.wps) continue;
			present[mac] = { ifname: bss.ifname ?? '', section: bss.section, band: bss.radio.band, client };
		}
	});

	return present;
}

function isAmong(running: Bss[], ifname: string, network: string): boolean {
	return length(filter(running, bss => bss.ifname === ifname && bss.ssid === network)) > 0;
}

/** How an entry looks now. */
type Show = (entry: Entry) => Device;

/**
 * Looks who is there, and calls back with the access points and how an entry looks. A request fails when a daemon does not
 * answer in time: nobody is said to be away of whom it is not known.
 */
function lookAtDevices(request: AnyRequest & { deadline: number }, done: (running: Bss[], show: Show) => void): void {
	const deadline = request.deadline;
	ask([{ object: 'network.wireless', method: 'status' }], deadline, statuses => {
		if (index([OK, NOT_FOUND], statuses[0].code) < 0) return request.fail('timeout');

		const running = filter(readBsses(statuses[0].data), bss => bss.ifname !== null);
		const calls = map(running, bss => hostapdCall(bss.ifname ?? '', 'get_clients'));

		ask(calls, deadline, replies => {
			if (length(filter(replies, reply => readClients(reply).kind === 'silent')) > 0)
				return request.fail('timeout');

			const present = presentOn(running, replies);
			const known = identities();
			done(running, entry => {
				const presence = present[entry.mac] ?? null;
				const here = presence !== null && isAmong(running, presence.ifname, entry.network);
				return asDevice(entry, here ? presence : null, known[entry.mac] ?? null);
			});
		});
	});
}

/** `devices`: who has joined by WPS, the newest first, and who of them is there. */
export function tellDevices(request: Request<'devices'>): void {
	lookAtDevices(request, (_running, show) => request.answer({ devices: map(allEntries(), show) }));
}

/** The entries that a caller means; null: that is an error, which has been answered then. */
function meantBy(request: Request<'remove'> | Request<'rename'>): Entry[] | null {
	const typed = textOf(request, 'mac');
	const mac = typed === null ? null : lc(typed);
	const network = textOf(request, 'network');
	if (mac === null || !isMac(mac)) request.fail('invalid_argument', 'mac');
	else if (network === '') request.fail('invalid_argument', 'network');
	else {
		const meant = filter(allEntries(), one => one.mac === mac && (network === null || one.network === network));
		if (length(meant) > 0) return meant;
		request.fail('unknown_device');
	}

	return null;
}

/** Forgets an entry. False: it could not be written. */
function dropEntry(entry: Entry): boolean {
	forgetPassing(entry);
	return dropKept(filter(keptEntries(), kept => isSame(kept.entry, entry)));
}

/** Puts a device out that has the password of all, and keeps it out for a while, wherever this network is. */
function keepOut(running: Bss[], entry: Entry): Call[] {
	const args = {
		addr: entry.mac,
		reason: PREVIOUS_AUTHENTICATION_INVALID,
		deauth: true,
		ban_time: KEPT_OUT
	};
	const places = filter(running, bss => bss.ssid === entry.network);

	return map(places, bss => ({ ...hostapdCall(bss.ifname ?? '', 'del_client'), args }));
}

function tellRemoval(request: Request<'remove'>, device: Device, for_good: boolean): void {
	const how = for_good ? 'for good' : 'for a minute: it knows the password';
	note(`${device.name ?? device.mac} (${device.mac}) is taken out of "${device.network}" ${how}, by ${request.who}`);
	tell({ type: 'removed', device });
	request.answer({ device, for_good });
}

/** A device with a key of its own: the key is void, and hostapd puts out whoever came with it. */
function removeOwn(request: Request<'remove'>, entry: Entry, path: string, device: Device): void {
	if (!withdraw(path, entry.mac)) return request.fail('not_saved');

	// hostapd may take more than a second over it on a slow router: what is written it reads in the end, whoever waits.
	reread(request.deadline, read => {
		dropEntry(entry);
		tellRemoval(
			request,
			read ? { ...device, online: false, ifname: null, band: null, signal: null } : device,
			true
		);
	});
}

/** `remove`: takes a device out of its network. */
export function remove(request: Request<'remove'>): void {
	const meant = meantBy(request);
	if (meant === null) return;
	if (length(meant) > 1) return request.fail('ambiguous_target');

	const entry = meant[0];
	lookAtDevices(request, (running, show) => {
		const path = ownFileOf(filter(readBsses(null), bss => bss.ssid === entry.network));
		if (path !== null && keyNameOf(path, entry.mac) !== null) return removeOwn(request, entry, path, show(entry));

		ask(keepOut(running, entry), request.deadline, replies => {
			if (length(filter(replies, reply => reply.code !== OK)) > 0) return request.fail('timeout');
			if (!dropEntry(entry)) return request.fail('not_saved');
			tellRemoval(request, show(entry), false);
		});
	});
}

/** Writes down what the owner calls it now. */
function storeName(entry: Entry): boolean {
	const passing = filter(memory.passing, one => isSame(one, entry));
	if (length(passing) === 0) return store(entry);

	memory.passing = map(memory.passing, one => (isSame(one, entry) ? entry : one));
	touch();
	keep();
	return true;
}

/** `rename`: what the owner calls a device; an empty name: what it calls itself. */
export function rename(request: Request<'rename'>): void {
	const name = textOf(request, 'name');
	if (name === null || (name !== '' && !isDeviceName(name))) return request.fail('invalid_argument', 'name');

	const meant = meantBy(request);
	if (meant === null) return;

	const renamed = map(meant, entry => ({ ...entry, own_name: name || null }));
	lookAtDevices(request, (_running, show) => {
		if (length(filter(renamed, entry => !storeName(entry))) > 0) return request.fail('not_saved');

		const device = show(renamed[0]);
		note(`${device.mac} is called "${device.name ?? device.mac}", by ${request.who}`);
		tell({ type: 'renamed', device });
		request.answer({ device });
	});
}

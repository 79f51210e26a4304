import type { Clients, Observation, PbcStatus, Registrar } from '../contract/observation';
import { METHOD_NOT_FOUND, NOT_FOUND, OK, type Call, type Reply } from './bus';
import type { LogLine } from './journal';

const PBC_STATES: PbcStatus[] = ['Disabled', 'Active', 'Timed-out', 'Overlap'];
const RESULTS: Registrar['result'][] = ['None', 'Success', 'Failed'];

/** Before anything is known. */
export const BLANK: Registrar = { pbc: 'Disabled', result: 'None', reason: null, peer: null };

/** A call of one access point's hostapd object; the WPS methods take no arguments (facts 1.1). */
export function hostapdCall(ifname: string, method: string): Call {
	return { object: `hostapd.${ifname}`, method };
}

// ucode compiles a regular expression each time it comes to it (vm.c, uc_vm_insn_load_regexp).
const MAC = /([0-9a-f]{2}:){5}[0-9a-f]{2}/;

/** Whether this is a MAC address in small letters. */
export function isMac(text: string): boolean {
	return match(text, MAC)?.[0] === text;
}

/** The reasons but for one are those of an access point that is itself being set up (wps_ei_str, hostap src/wps/wps.c). */
function readRegistrar(data: any): Registrar {
	const result = data.last_wps_result;
	const known = data.reason === 'Authentication Failure';
	const peer = data.peer_address;

	return {
		pbc: index(PBC_STATES, data.pbc_status) < 0 ? 'Unknown' : data.pbc_status,
		result: index(RESULTS, result) < 0 ? 'Unknown' : result,
		reason: known ? 'authentication_failure' : data.reason ? 'unknown' : null,
		peer: type(peer) === 'string' && isMac(peer) ? peer : null
	};
}

function clientsOf(data: any): Clients {
	const clients: Clients = {};

	for (const mac of keys<string>(data?.clients ?? {})) {
		const entry = data.clients[mac];
		clients[lc(mac)] = {
			authorized: entry.authorized === true,
			wps: entry.wps === true,
			signal: type(entry.signal) === 'int' ? entry.signal : null
		};
	}

	return clients;
}

/**
 * What the replies to `wps_status` and, if it was asked, `get_clients` come to.
 * An answer that makes no sense counts as none.
 * @param told  see Observation
 */
export function readObservation(status: Reply, clients: Reply | null, told: string[]): Observation {
	if (status.code === METHOD_NOT_FOUND) return { kind: 'no_wps' };
	if (status.code === NOT_FOUND) return { kind: 'gone', told };
	if (status.code !== OK || type(status.data) !== 'object') return { kind: 'silent' };

	return {
		kind: 'answer',
		registrar: readRegistrar(status.data),
		clients: clients?.code === OK ? clientsOf(clients.data) : null,
		told
	};
}

/** What the reply to `get_clients` alone comes to: who is there, and nothing of WPS. */
export function readClients(reply: Reply): Observation {
	if (reply.code === NOT_FOUND) return { kind: 'gone', told: [] };
	if (reply.code !== OK) return { kind: 'silent' };

	return { kind: 'answer', registrar: null, clients: clientsOf(reply.data), told: [] };
}

/**
 * What hostapd wrote about WPS on this interface into the system log behind the line `after`, like `WPS-SUCCESS `
 * (facts 1.4). Words from the air stand further behind in a line.
 */
export function toldSince(ifname: string, after: number | null, lines: LogLine[]): string[] {
	const told: string[] = [];

	for (const line of lines) {
		const found = match(line.msg, /hostapd(\[[0-9]+\])?: ([A-Za-z0-9._-]+): (WPS-.*)/);
		if (found?.[0] === line.msg && found[2] === ifname && line.id > (after ?? line.id)) push(told, found[3]);
	}

	return told;
}

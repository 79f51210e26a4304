import type { Clients, Observation, PbcStatus, Registrar } from '../contract/observation';
import type { Reason } from '../contract/session';
import { METHOD_NOT_FOUND, NOT_FOUND, OK, type Call, type Reply } from './bus';

/** The few words that hostapd has for a failure (wps_ei_str, hostap src/wps/wps.c). */
const REASONS: { [text: string]: Reason } = {
	'Authentication Failure': 'authentication_failure',
	'TKIP Only Prohibited': 'tkip_prohibited',
	'WEP Prohibited': 'wep_prohibited'
};

const PBC_STATES: PbcStatus[] = ['Disabled', 'Active', 'Timed-out', 'Overlap'];
const RESULTS: Registrar['result'][] = ['None', 'Success', 'Failed'];

/** Before anything is known. */
export const BLANK: Registrar = { pbc: 'Disabled', result: 'None', reason: null, peer: null };

/** A call of one access point's hostapd object; the WPS methods take no arguments (facts 1.1). */
export function hostapdCall(ifname: string, method: string): Call {
	return { object: `hostapd.${ifname}`, method };
}

function readRegistrar(data: any): Registrar {
	const result = data.last_wps_result;
	const peer = data.peer_address;

	return {
		pbc: index(PBC_STATES, data.pbc_status) < 0 ? 'Unknown' : data.pbc_status,
		result: index(RESULTS, result) < 0 ? 'Unknown' : result,
		reason: data.reason ? (REASONS[data.reason] ?? 'unknown') : null,
		peer: type(peer) === 'string' && match(peer, /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/s) ? peer : null
	};
}

function readClients(data: any): Clients {
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
 */
export function readObservation(status: Reply, clients: Reply | null): Observation {
	if (status.code === METHOD_NOT_FOUND) return { kind: 'no_wps' };
	if (status.code === NOT_FOUND) return { kind: 'gone' };
	if (status.code !== OK || type(status.data) !== 'object') return { kind: 'silent' };

	return {
		kind: 'answer',
		registrar: readRegistrar(status.data),
		clients: clients?.code === OK ? readClients(clients.data) : null
	};
}

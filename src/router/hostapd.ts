import type { Clients, Observation, PbcStatus, Registrar } from '../contract/observation';
import { METHOD_NOT_FOUND, NOT_FOUND, OK, type Call, type Reply } from './bus';
import type { LogLine } from './journal';

const PBC_STATES: PbcStatus[] = ['Disabled', 'Active', 'Timed-out', 'Overlap'];
const RESULTS: Registrar['result'][] = ['None', 'Success', 'Failed'];

/** Before anything is known. */
export const BLANK: Registrar = { pbc: 'Disabled', result: 'None', reason: null, peer: null };

/** A call of one access point's hostapd object; the WPS methods take no arguments (OpenWrt's ubus.c). */
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

const HOSTAPD_LINE = /hostapd(\[[0-9]+\])?: ([A-Za-z0-9._-]+): (.*)/;

/** A line of hostapd's about an interface, like `AP-STA-CONNECTED …`; null: it is none. Words from the air stand further behind. */
function hostapdLine(line: LogLine): { ifname: string; text: string } | null {
	const found = match(line.msg, HOSTAPD_LINE);
	return found?.[0] === line.msg ? { ifname: found[2], text: found[3] } : null;
}

/** Which devices have come with which key of a file, by the name that its line has (`keyid=`; sta_info.c, ap_sta_set_authorized_event). */
export function cameWith(lines: LogLine[]): { mac: string; id: string }[] {
	const came: { mac: string; id: string }[] = [];
	for (const line of lines) {
		const words = split(hostapdLine(line)?.text ?? '', ' ');
		if (words[0] !== 'AP-STA-CONNECTED' || length(words) < 3 || !isMac(words[1])) continue;
		if (index(words[2], 'keyid=') === 0) push(came, { mac: words[1], id: substr(words[2], length('keyid=')) });
	}

	return came;
}

/** What hostapd wrote about these interfaces behind the line `after`; null: the log does not reach back so far, or began anew. */
function writtenSince(ifnames: string[], after: number, lines: LogLine[]): string[] | null {
	if (length(lines) === 0 || lines[0].id > after + 1 || lines[length(lines) - 1].id < after) return null;

	const written: string[] = [];
	for (const line of lines) {
		const found = hostapdLine(line);
		if (line.id > after && found !== null && index(ifnames, found.ifname) >= 0) push(written, found.text);
	}

	return written;
}

/** Whether a device began to authenticate by EAP, as it does for WPS, behind the line `after`; null: the log does not say. */
export function heardOn(ifnames: string[], after: number, lines: LogLine[]): boolean | null {
	const written = writtenSince(ifnames, after, lines);

	return written === null ? null : length(filter(written, text => index(text, 'CTRL-EVENT-EAP-STARTED ') === 0)) > 0;
}

/** The message in which a device is handed its key (hostap src/wps/wps_defs.h, enum wps_msg_type). */
const M8 = 12;

/**
 * Whether somebody failed behind the line `after`, and nobody so late that he had been handed a key: `msg` is what he refused
 * (hostap src/wps/wps_registrar.c, wps_process_wsc_nack). What the log does not say is a no.
 */
export function failedEarly(ifnames: string[], after: number, lines: LogLine[]): boolean {
	const failures = filter(writtenSince(ifnames, after, lines) ?? [], text => index(text, 'WPS-FAIL msg=') === 0);
	const late = filter(failures, text => int(substr(split(text, ' ')[1], length('msg='))) >= M8);

	return length(failures) > 0 && length(late) === 0;
}

/**
 * What hostapd wrote about WPS on this interface into the system log behind the line `after`, like `WPS-SUCCESS `
 * (hostap src/common/wpa_ctrl.h). Words from the air stand further behind in a line.
 */
export function toldSince(ifname: string, after: number | null, lines: LogLine[]): string[] {
	const told: string[] = [];

	for (const line of lines) {
		const found = hostapdLine(line);
		if (found?.ifname !== ifname || line.id <= (after ?? line.id)) continue;
		if (index(found.text, 'WPS-') === 0) push(told, found.text);
	}

	return told;
}

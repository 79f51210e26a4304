import type { Reason } from './session';

/** hostapd's `pbc_status`; anything it may say beyond these counts as Unknown. */
export type PbcStatus = 'Disabled' | 'Active' | 'Timed-out' | 'Overlap' | 'Unknown';

/** What `wps_status` says. `result`, `reason` and `peer` may be left over from an earlier session: only a change tells. */
export interface Registrar {
	pbc: PbcStatus;
	result: 'None' | 'Success' | 'Failed' | 'Unknown';
	reason: Reason | null;
	peer: string | null;
}

/** One entry of `get_clients`. `wps` holds only during the WPS association, before the device returns with its key. */
export interface Client {
	authorized: boolean;
	wps: boolean;
	signal: number | null;
}

/** Clients by lower-case MAC address. */
export type Clients = { [mac: string]: Client | null };

/**
 * What the running hostapd answered about one access point at one moment. `registrar` and `clients` are null where nobody asked
 * for them. `told` is what it wrote about WPS there into the
 * system log since the window opened; empty also when the log was not read.
 */
export type Observation =
	| { kind: 'gone'; told: string[] }
	| { kind: 'silent' }
	| { kind: 'no_wps' }
	| { kind: 'answer'; registrar: Registrar | null; clients: Clients | null; told: string[] };

/** One moment on both of the router's clocks: milliseconds since boot, seconds since the epoch. */
export interface Moment {
	monotonic: number;
	epoch: number;
}

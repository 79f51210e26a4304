/** What one WPS window came to, or is at: see "Session" in the contract. */
export type SessionState =
	'waiting' | 'connecting' | 'success' | 'joined' | 'timeout' | 'overlap' | 'cancelled' | 'failed' | 'lost';

/** Push button, or the PIN that the device shows. */
export type Method = 'pbc' | 'pin';

/** Who opened it: a call of this object, the button on the case, another router of the house, or something else. */
export type Origin = 'luci.wps' | 'button' | 'house' | 'external';

/**
 * Why a session ended as it did, where the state alone does not say it.
 * - `not_connected`: the keys were handed over, but the device did not come back with them
 * - `elsewhere`: somebody else closed or restarted the window (command line, another tool)
 * - `start_not_seen`: the window ran out or was closed; its start was not observed, so which of both is unknown
 * - `sibling`: another network of the same daemon took the device (`wps_independent 0`)
 * - `house`: another router of the house took the device
 * - `still_trying`: cancelled in the middle of an exchange: nobody tells the device, which tries for another half a minute
 * - `access_point_gone`, `daemon_restarted`, `no_answer`, `stale`: how the window was lost
 * - `several_devices`: two devices asked at once
 * - `authentication_failure`: hostapd's own word, and what a failed PIN means without one
 * - `unknown`: hostapd gave no reason, or one that no device can cause that is let in (wps_ei_str, hostap src/wps/wps.c)
 */
export type Reason =
	| 'not_connected'
	| 'elsewhere'
	| 'start_not_seen'
	| 'sibling'
	| 'house'
	| 'still_trying'
	| 'access_point_gone'
	| 'daemon_restarted'
	| 'no_answer'
	| 'stale'
	| 'several_devices'
	| 'authentication_failure'
	| 'unknown';

/** The device at the other end. `mac` is lower case; `signal` in dBm. Names come from the device: hostile text. */
export interface Peer {
	mac: string;
	name: string | null;
	ip: string | null;
	signal: number | null;
	authorized: boolean;
}

interface Waiting {
	state: 'waiting';
	open: true;
	ended: null;
	reason: null;
	peer: null;
}

interface Connecting {
	state: 'connecting';
	open: true;
	ended: null;
	reason: null;
	peer: Peer;
}

/** The keys are handed over; `not_connected` when the device did not come back with them in time. */
interface Succeeded {
	state: 'success';
	open: false;
	ended: number;
	reason: 'not_connected' | null;
	peer: Peer;
}

interface Joined {
	state: 'joined';
	open: false;
	ended: number;
	reason: null;
	peer: Peer;
}

/** Over, and nobody came in. */
interface Closed {
	state: Exclude<SessionState, 'waiting' | 'connecting' | 'success' | 'joined'>;
	open: false;
	ended: number;
	reason: Reason | null;
	peer: null;
}

/** What a session is at, and what can only be known then. */
export type Phase = Waiting | Connecting | Succeeded | Joined | Closed;

/**
 * A session as `luci.wps` answers it. Times in seconds; `started` and `ended` since the epoch. `ifnames`: the access points
 * that listen, or did to the end; `ifname` and `section`: where the device is or was. `by`: who asked, where known.
 */
export type Session = Phase & {
	id: string;
	network: string;
	ifnames: string[];
	ifname: string | null;
	section: string | null;
	method: Method;
	origin: Origin;
	by: string | null;
	started: number | null;
	duration: number;
	remaining: number | null;
	attempts_failed: number;
};

/** What a device joined with: a key of its own, the network's password, or one that OpenWrt forgets (docs/api.md). */
export type KeyKind = 'own' | 'shared' | 'lost';

/**
 * What joined by WPS. `name` is the owner's name for it, else what it calls itself: hostile text. `joined` in seconds
 * since the epoch; `kept` is false when the next restart forgets it; `signal` in dBm.
 */
export interface Device {
	mac: string;
	name: string | null;
	own_name: string | null;
	network: string;
	section: string | null;
	joined: number;
	key: KeyKind;
	kept: boolean;
	online: boolean;
	ifname: string | null;
	band: string | null;
	signal: number | null;
	ip: string | null;
}

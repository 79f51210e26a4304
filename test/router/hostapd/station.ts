import type { Message } from '../bus';

/** A device in hostapd's station list. */
export interface Station {
	mac: string;
	aid: number;
	signal: number;
	authorized: boolean;
	/** This is the association for the WSC exchange, not the real one. */
	wps: boolean;
	/** It proved its key by SAE, not in the 4-way handshake. */
	sae: boolean;
	/** Its frames are protected (802.11w). */
	mfp: boolean;
	/** Its pairwise master key; null before it has proved one. That of SAE is in no list of hostapd's. */
	psk: string | null;
	/** The deauthentication of this station, as the device notices it. */
	dropped: () => void;
}

/** One entry of `get_clients`, as in the trace. */
export function describe(station: Station): Message {
	return {
		auth: true,
		assoc: true,
		authorized: station.authorized,
		preauth: false,
		wds: false,
		wmm: false,
		ht: false,
		vht: false,
		he: false,
		wps: station.wps,
		mfp: station.mfp,
		rrm: [0, 0, 0, 0, 0],
		extended_capabilities: [4, 0, 74, 2, 1, 64, 64, 64, 0, 1, 32],
		aid: station.aid,
		bytes: { rx: 1464, tx: 409 },
		airtime: { rx: 0, tx: 0 },
		packets: { rx: 13, tx: 4 },
		rate: { rx: 5400000, tx: 100000 },
		signal: station.signal,
		capabilities: {}
	};
}

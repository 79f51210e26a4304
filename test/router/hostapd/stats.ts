import type { Message } from '../bus';

export type PbcStatus = 'Disabled' | 'Active' | 'Timed-out' | 'Overlap';

/** Error indications of WSC (wps_ei_str); a client that joins causes none but Authentication Failure. */
export type Reason = 'TKIP Only Prohibited' | 'WEP Prohibited' | 'Authentication Failure' | 'Unknown';

/**
 * hostapd's `struct wps_stat`. It belongs to the BSS, not to the registrar: nothing resets it when a
 * window opens, and it outlives a reload of the BSS (hostapd_wps_event_cb, hostap src/ap/wps_hostapd.c).
 */
export class WpsStats {
	pbc: PbcStatus = 'Disabled';
	result: 'None' | 'Success' | 'Failed' = 'None';
	reason: Reason | null = null;
	peer: string | null = null;

	succeeded(peer: string): void {
		this.pbc = 'Disabled';
		this.result = 'Success';
		this.peer = peer;
	}

	failed(peer: string, reason: Reason | null): void {
		this.result = 'Failed';
		this.reason = reason;
		this.peer = peer;
	}

	/** The `wps_status` reply: fields are absent, never empty (OpenWrt's ubus.c). */
	report(): Message {
		const message: Message = { pbc_status: this.pbc, last_wps_result: this.result };
		if (this.result === 'Failed' && this.reason) message.reason = this.reason;
		if (this.result !== 'None') message.peer_address = this.peer;
		return message;
	}
}

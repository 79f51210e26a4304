import type { Message } from '../bus';

export type PbcStatus = 'Disabled' | 'Active' | 'Timed-out' | 'Overlap';

/** Error indications of WSC (wps_ei_str); only the last is known from joining clients (facts 1.2). */
export type Reason = 'TKIP Only Prohibited' | 'WEP Prohibited' | 'Authentication Failure' | 'Unknown';

/**
 * hostapd's `struct wps_stat`. It belongs to the BSS, not to the registrar: nothing resets it when a
 * window opens, and it outlives a reload of the BSS (facts 1.2, "STALE by design").
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

	/** The `wps_status` reply: fields are absent, never empty (facts 1.2). */
	report(): Message {
		const message: Message = { pbc_status: this.pbc, last_wps_result: this.result };
		if (this.result === 'Failed' && this.reason) message.reason = this.reason;
		if (this.result !== 'None') message.peer_address = this.peer;
		return message;
	}
}

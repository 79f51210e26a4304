import type { ErrorCode } from './error';

/** How the owner can mend a problem: see "status" in the contract. */
export type Fix = 'enable' | 'wireless' | 'package' | 'wait' | null;

/** `refusal` is the error with which `start` answers while the problem stands; null: it is only a warning. */
export interface ProblemKind {
	fix: Fix;
	refusal: ErrorCode | null;
}

/** Every reason why WPS can't start or will disappoint, in the order in which they are reported (facts §11). */
export const PROBLEMS = {
	no_daemon: { fix: 'package', refusal: 'wps_not_supported' },
	daemon_without_wps: { fix: 'package', refusal: 'wps_not_supported' },
	daemon_restart_needed: { fix: null, refusal: 'wps_not_supported' },
	radio_disabled: { fix: 'wireless', refusal: 'not_on_air' },
	open_network: { fix: 'wireless', refusal: 'unsuitable_network' },
	wep: { fix: 'wireless', refusal: 'unsuitable_network' },
	tkip_only: { fix: 'wireless', refusal: 'unsuitable_network' },
	enterprise: { fix: 'wireless', refusal: 'unsuitable_network' },
	wpa3_only: { fix: 'wireless', refusal: 'unsuitable_network' },
	ppsk: { fix: 'wireless', refusal: 'unsuitable_network' },
	hidden_ssid: { fix: 'wireless', refusal: 'unsuitable_network' },
	band_6ghz: { fix: null, refusal: 'unsuitable_network' },
	multi_ap_backhaul: { fix: null, refusal: 'unsuitable_network' },
	wps_disabled: { fix: 'enable', refusal: 'wps_disabled' },
	unsaved_changes: { fix: 'wireless', refusal: 'busy' },
	radio_down: { fix: 'wait', refusal: 'not_on_air' },
	radar_check: { fix: 'wait', refusal: 'not_on_air' },
	not_on_air: { fix: 'wait', refusal: 'not_on_air' },
	window_open: { fix: 'wait', refusal: 'already_open' },
	overlap: { fix: 'wait', refusal: 'overlap' },
	mac_allow_list: { fix: 'wireless', refusal: null },
	not_persistent: { fix: 'enable', refusal: null },
	shared_flag: { fix: 'wireless', refusal: null },
	pin_exposed: { fix: 'enable', refusal: null },
	fast_roaming: { fix: 'wireless', refusal: null }
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** `option` names the UCI option at fault; `seconds` how long waiting takes, where known. */
export interface Problem {
	code: ProblemCode;
	severity: 'error' | 'warning';
	option: string | null;
	fix: Fix;
	seconds: number | null;
}

import type { ErrorCode } from './error';

/** How the owner can mend a problem: see "status" in the contract. */
export type Fix = 'enable' | 'wireless' | 'package' | 'wait' | null;

/** `refusal` is the error with which `start` answers while the problem stands; a warning does not stop it. */
export interface ProblemKind {
	severity: 'error' | 'warning';
	fix: Fix;
	refusal: ErrorCode | null;
}

/** Every reason why WPS can't start or will disappoint, in the order in which they are reported (facts §11). */
export const PROBLEMS = {
	no_daemon: { severity: 'error', fix: 'package', refusal: 'wps_not_supported' },
	daemon_without_wps: { severity: 'error', fix: 'package', refusal: 'wps_not_supported' },
	daemon_restart_needed: { severity: 'error', fix: null, refusal: 'wps_not_supported' },
	radio_disabled: { severity: 'error', fix: 'wireless', refusal: 'not_on_air' },
	open_network: { severity: 'error', fix: 'wireless', refusal: 'unsuitable_network' },
	wep: { severity: 'error', fix: 'wireless', refusal: 'unsuitable_network' },
	tkip_only: { severity: 'error', fix: 'wireless', refusal: 'unsuitable_network' },
	enterprise: { severity: 'error', fix: 'wireless', refusal: 'unsuitable_network' },
	wpa3_only: { severity: 'error', fix: 'wireless', refusal: 'unsuitable_network' },
	ppsk: { severity: 'error', fix: 'wireless', refusal: 'unsuitable_network' },
	hidden_ssid: { severity: 'error', fix: 'wireless', refusal: 'unsuitable_network' },
	band_6ghz: { severity: 'error', fix: null, refusal: 'unsuitable_network' },
	multi_ap_backhaul: { severity: 'error', fix: null, refusal: 'unsuitable_network' },
	wps_disabled: { severity: 'error', fix: 'enable', refusal: 'wps_disabled' },
	unsaved_changes: { severity: 'error', fix: 'wireless', refusal: 'busy' },
	radio_down: { severity: 'error', fix: 'wait', refusal: 'not_on_air' },
	radar_check: { severity: 'error', fix: 'wait', refusal: 'not_on_air' },
	not_on_air: { severity: 'error', fix: 'wait', refusal: 'not_on_air' },
	window_open: { severity: 'error', fix: 'wait', refusal: 'already_open' },
	overlap: { severity: 'error', fix: 'wait', refusal: 'overlap' },
	mac_allow_list: { severity: 'warning', fix: 'wireless', refusal: null },
	not_persistent: { severity: 'warning', fix: 'enable', refusal: null },
	shared_flag: { severity: 'warning', fix: 'wireless', refusal: null },
	pin_exposed: { severity: 'warning', fix: 'wireless', refusal: null },
	fast_roaming: { severity: 'warning', fix: 'wireless', refusal: null }
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** `option` names the UCI option at fault; `seconds` how long waiting takes, where known. */
export interface Problem {
	code: ProblemCode;
	severity: ProblemKind['severity'];
	option: string | null;
	fix: Fix;
	seconds: number | null;
}

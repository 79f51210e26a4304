/** How the owner can mend a problem: see "status" in the contract. */
export type Fix = 'enable' | 'wireless' | 'package' | 'wait' | null;

export interface ProblemKind {
	severity: 'error' | 'warning';
	fix: Fix;
}

/** Every reason why WPS can't start or will disappoint, in the order in which they are reported (facts §11). */
export const PROBLEMS = {
	no_daemon: { severity: 'error', fix: 'package' },
	daemon_without_wps: { severity: 'error', fix: 'package' },
	daemon_restart_needed: { severity: 'error', fix: null },
	radio_disabled: { severity: 'error', fix: 'wireless' },
	open_network: { severity: 'error', fix: 'wireless' },
	wep: { severity: 'error', fix: 'wireless' },
	tkip_only: { severity: 'error', fix: 'wireless' },
	enterprise: { severity: 'error', fix: 'wireless' },
	wpa3_only: { severity: 'error', fix: 'wireless' },
	ppsk: { severity: 'error', fix: 'wireless' },
	hidden_ssid: { severity: 'error', fix: 'wireless' },
	band_6ghz: { severity: 'error', fix: null },
	multi_ap_backhaul: { severity: 'error', fix: null },
	wps_disabled: { severity: 'error', fix: 'enable' },
	unsaved_changes: { severity: 'error', fix: 'wireless' },
	radio_down: { severity: 'error', fix: 'wait' },
	radar_check: { severity: 'error', fix: 'wait' },
	not_on_air: { severity: 'error', fix: 'wait' },
	window_open: { severity: 'error', fix: 'wait' },
	overlap: { severity: 'error', fix: 'wait' },
	mac_allow_list: { severity: 'warning', fix: 'wireless' },
	not_persistent: { severity: 'warning', fix: 'enable' },
	shared_flag: { severity: 'warning', fix: 'wireless' },
	pin_exposed: { severity: 'warning', fix: 'wireless' },
	fast_roaming: { severity: 'warning', fix: 'wireless' }
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** `option` names the UCI option at fault; `seconds` how long waiting takes, where known. */
export interface Problem extends ProblemKind {
	code: ProblemCode;
	option: string | null;
	seconds: number | null;
}

import type { ErrorCode } from './error';

/** How the owner can mend a problem: see "status" in the contract. */
export type Fix = 'enable' | 'wireless' | 'package' | 'wait' | null;

/** `refusal` is the error with which `start` answers while the problem stands; null: it is only a warning. */
export interface ProblemKind {
	fix: Fix;
	refusal: ErrorCode | null;
}

const NO_WPS = { fix: 'package', refusal: 'wps_not_supported' } as const;
const UNSUITABLE = { fix: 'wireless', refusal: 'unsuitable_network' } as const;
const NOT_YET = { fix: 'wait', refusal: 'not_on_air' } as const;
const WARNING = { fix: 'wireless', refusal: null } as const;

/** Every reason why WPS can't start or will disappoint, in the order in which they are reported: the one to mend first in front. */
export const PROBLEMS = {
	no_daemon: NO_WPS,
	daemon_without_wps: NO_WPS,
	daemon_restart_needed: { ...NO_WPS, fix: null },
	not_managed: { ...NOT_YET, fix: null },
	radio_disabled: { ...NOT_YET, fix: 'wireless' },
	radio_stopped: { ...NOT_YET, fix: 'wireless' },
	radio_failed: { ...NOT_YET, fix: 'wireless' },
	multi_ap_backhaul: { ...UNSUITABLE, fix: null },
	unknown_encryption: UNSUITABLE,
	open_network: UNSUITABLE,
	wep: UNSUITABLE,
	tkip_only: UNSUITABLE,
	enterprise: UNSUITABLE,
	wpa3_only: UNSUITABLE,
	bad_key: UNSUITABLE,
	ppsk: UNSUITABLE,
	mac_authentication: UNSUITABLE,
	hidden_ssid: UNSUITABLE,
	band_6ghz: { ...UNSUITABLE, fix: null },
	wps_disabled: { fix: 'enable', refusal: 'wps_disabled' },
	unsaved_changes: { fix: 'wireless', refusal: 'busy' },
	radio_down: NOT_YET,
	radar_check: NOT_YET,
	not_on_air: NOT_YET,
	silent: { ...NOT_YET, fix: 'enable' },
	window_open: { fix: 'wait', refusal: 'already_open' },
	overlap: { fix: 'wait', refusal: 'overlap' },
	full: { fix: 'wireless', refusal: 'unsuitable_network' },
	mac_allow_list: WARNING,
	not_persistent: { ...WARNING, fix: 'enable' },
	bands_apart: { ...WARNING, fix: 'enable' },
	routers_apart: { ...WARNING, fix: 'enable' },
	shared_flag: WARNING,
	pin_exposed: { ...WARNING, fix: 'enable' },
	fast_roaming: WARNING,
	pmf_required: WARNING,
	other_routers: { ...WARNING, fix: null }
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/**
 * `option` names the UCI option at fault; `seconds` how long waiting takes, where known; `sections` the access points that
 * have it: of one access point its own section, of a network those that it stands on.
 */
export interface Problem {
	code: ProblemCode;
	severity: 'error' | 'warning';
	option: string | null;
	fix: Fix;
	seconds: number | null;
	sections: string[];
}

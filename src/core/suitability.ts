import type { Bss } from '../contract/bss';
import { PROBLEMS, type Problem, type ProblemCode } from '../contract/problem';
import type { Daemon } from '../contract/status';
import { protectionOf } from './encryption';

/** Everything a rule may look at: one access point, and what goes on around it. */
export interface Situation {
	bss: Bss;
	daemon: Daemon;
	/** A hostapd program is on disk, whatever it can do. */
	daemon_installed: boolean;
	/** The hostapd object answers. */
	answers: boolean;
	/** It sends beacons; null: not known. */
	beacons: boolean | null;
	/** The uplink of its radio is not connected: until then the channel is not the final one, and hostapd may not send. */
	uplink_away: boolean;
	/** As many devices as it may take are connected. */
	full: boolean;
	/** The window that is open on this router, for so many seconds more (null: its start was not seen). */
	open: { remaining: number | null } | null;
	/** Seconds for which hostapd still refuses a start because several devices asked; 0 when it does not. */
	overlap_left: number;
	/** Seconds for which the radio still listens for radar before it may send; 0 when it does not. */
	radar_left: number;
	/** Devices that join now survive a restart. */
	persistent: boolean;
	/** How many networks of this router have WPS on. */
	flagged: number;
	/** hostapd opens and closes another network along with this one (`wps_independent 0` on both). */
	grouped: boolean;
}

/** What makes a problem of it: the option at fault, the seconds to wait, or true; false and null: no problem. */
type Cause = string | number | boolean | null;

/** The readiness check of facts §11 with the rules of facts 2.4. */
function causesOf(at: Situation): { [code in ProblemCode]?: Cause } {
	const network = at.bss;
	const daemon = at.daemon;
	const protection = protectionOf(network.encryption);
	// Switched on in the configuration: there is use in waiting for it.
	const wanted = !network.disabled && !network.radio.disabled;
	const awaited = wanted && at.radar_left === 0;
	const causes: { [code in ProblemCode]?: Cause } = {
		no_daemon: !at.daemon_installed,
		daemon_without_wps: at.daemon_installed && daemon.installed_has_wps === false,
		daemon_restart_needed:
			daemon.installed_has_wps !== null && daemon.running_has_wps === !daemon.installed_has_wps,
		radio_disabled: !wanted && 'disabled',
		ppsk: network.ppsk ? 'ppsk' : network.macfilter === 'radius' && 'macfilter',
		hidden_ssid: network.hidden && 'hidden',
		band_6ghz: network.radio.band === '6g' && 'band',
		multi_ap_backhaul: network.multi_ap === '1' && 'multi_ap',
		wps_disabled: !network.wps && 'wps_pushbutton',
		unsaved_changes: network.unsaved || network.applied === false,
		radio_down: awaited && network.radio.up !== true,
		radar_check: wanted && at.radar_left > 0 && at.radar_left,
		not_on_air: awaited && network.radio.up === true && !at.answers,
		silent: awaited && at.answers && at.beacons === false,
		full: at.full && 'maxassoc',
		window_open: at.open !== null && (at.open.remaining ?? true),
		overlap: at.overlap_left > 0 && at.overlap_left,
		mac_allow_list: network.macfilter === 'allow' && 'macfilter',
		pin_exposed: network.pin_option
	};

	if (protection !== 'ok') causes[protection] = 'encryption';
	if (network.wps) {
		causes.not_persistent = !at.persistent && protection === 'ok' && 'hostapd_bss_options';
		causes.shared_flag = at.grouped ? 'wps_independent' : at.flagged > 1 && 'wps_pushbutton';
		causes.fast_roaming = network.fast_roaming && 'ieee80211r';
	}

	return causes;
}

/**
 * All that stands in the way of WPS on this network, errors and warnings, the one to mend first in front:
 * the first error is what `start` answers.
 */
export function problemsOf(situation: Situation): Problem[] {
	const causes = causesOf(situation);
	const problems: Problem[] = [];

	for (const code of keys(PROBLEMS)) {
		const cause = causes[code] ?? false;
		if (cause === false) continue;

		const kind = PROBLEMS[code];
		push(problems, {
			code,
			severity: kind.refusal === null ? 'warning' : 'error',
			option: type(cause) === 'string' ? `${cause}` : null,
			fix: code === 'silent' && situation.uplink_away ? 'wait' : kind.fix,
			seconds: type(cause) === 'int' ? int(cause) : null,
			sections: [situation.bss.section]
		});
	}

	return problems;
}

/** The first problem that stops a start; null: `start` would be accepted. */
export function obstacle(problems: Problem[]): Problem | null {
	return filter(problems, problem => problem.severity === 'error')[0] ?? null;
}

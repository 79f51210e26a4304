import type { Bss } from '../contract/bss';
import { PROBLEMS, type Fix, type Problem, type ProblemCode } from '../contract/problem';
import type { Daemon } from '../contract/status';
import { RAW } from './wireless/raw';

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
	/** Devices get keys of their own here, and another router of the house has a network of this name, which does not know them. */
	elsewhere: boolean;
	/** Another router of the house has a network of this name, and this access point has not the UUID of the house. */
	apart: boolean;
}

/** In the order in which they are told. */
const CODES = keys(PROBLEMS);

/** What makes a problem of it: the option at fault, the seconds to wait, or true; false and null: no problem. */
type Cause = string | number | boolean | null;

/** A fault of the configuration names this option. */
function blames(bss: Bss, option: string): boolean {
	return length(filter(values(bss.faults), named => named === option)) > 0;
}

/** WPS can work there, once it is on and up: nothing is said of what comes after it where it can't. */
function isFit(bss: Bss): boolean {
	const unfit = filter(keys(bss.faults), code => PROBLEMS[code].refusal === 'unsuitable_network');

	return length(unfit) === 0 && bss.radio.managed;
}

/** Warnings about what a device would meet: they are none where WPS is off. */
const MET = ['fast_roaming', 'pmf_required'];

/** What of the configuration is a problem now. */
function configuredFaults(bss: Bss): { [code in ProblemCode]?: Cause } {
	const causes: { [code in ProblemCode]?: Cause } = {};
	for (const code of keys(bss.faults)) if (bss.wps || index(MET, code) < 0) causes[code] = bss.faults[code];

	return causes;
}

/** All that keeps this access point from WPS, or is worth a warning. */
function causesOf(at: Situation): { [code in ProblemCode]?: Cause } {
	const bss = at.bss;
	const radio = bss.radio;
	const daemon = at.daemon;
	const refusal = radio.refusal;
	// Switched on in the configuration, on a radio that may come up: there is use in waiting for it.
	const wanted = !bss.disabled && !radio.disabled;
	const run = wanted && (radio.managed || at.answers);
	// The section at fault has words of its own for it, in most cases.
	const told = refusal !== null && refusal.section === bss.section && blames(bss, refusal.option);
	const failed = run && !at.answers && (radio.failed || refusal !== null);
	const awaited = run && !radio.stopped && !failed && at.radar_left === 0;

	return {
		...configuredFaults(bss),
		no_daemon: !at.daemon_installed,
		daemon_without_wps: at.daemon_installed && daemon.installed_has_wps === false,
		daemon_restart_needed:
			daemon.installed_has_wps !== null && daemon.running_has_wps === !daemon.installed_has_wps,
		not_managed: wanted && !run && 'type',
		radio_disabled: !wanted && 'disabled',
		radio_stopped: run && radio.stopped,
		radio_failed: failed && !told && !radio.stopped && (refusal?.option ?? true),
		unsaved_changes: bss.unsaved || bss.applied === false,
		radio_down: awaited && radio.up !== true,
		radar_check: wanted && at.radar_left > 0 && at.radar_left,
		not_on_air: awaited && radio.up === true && !at.answers,
		silent: awaited && at.answers && at.beacons === false,
		full: at.full && 'maxassoc',
		window_open: at.open !== null && (at.open.remaining ?? true),
		overlap: at.overlap_left > 0 && at.overlap_left,
		not_persistent: bss.wps && isFit(bss) && !at.persistent && RAW,
		shared_flag: bss.wps && (at.grouped ? 'wps_independent' : at.flagged > 1 && 'wps_pushbutton'),
		routers_apart: bss.wps && at.apart && 'uuid',
		other_routers: bss.wps && at.elsewhere
	};
}

/** How the owner can mend it here and now. */
function mendOf(code: ProblemCode, cause: Cause, at: Situation): Fix {
	if (code === 'silent' && at.uplink_away) return 'wait';
	// What a raw line says is the owner's: no switch of ours takes it away.
	if (code === 'wps_disabled' && cause === RAW) return 'wireless';

	return PROBLEMS[code].fix;
}

/**
 * All that stands in the way of WPS on this network, errors and warnings, the one to mend first in front:
 * the first error is what `start` answers.
 */
export function problemsOf(situation: Situation): Problem[] {
	const causes = causesOf(situation);
	const problems: Problem[] = [];

	for (const code of CODES) {
		const cause = causes[code] ?? false;
		if (cause === false) continue;

		const kind = PROBLEMS[code];
		push(problems, {
			code,
			severity: kind.refusal === null ? 'warning' : 'error',
			option: type(cause) === 'string' ? `${cause}` : null,
			fix: mendOf(code, cause, situation),
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

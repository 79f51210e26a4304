import type { Network } from '../contract/network';
import { PROBLEMS, type Problem, type ProblemCode } from '../contract/problem';
import type { Daemon } from '../contract/status';
import { protectionOf } from './encryption';
import { canPersist } from './keyfile';

/** Everything a rule may look at: one network, and what goes on around it. */
export interface Situation {
	network: Network;
	daemon: Daemon;
	/** A hostapd program is on disk, whatever it can do. */
	daemon_installed: boolean;
	/** The hostapd object answers. */
	on_air: boolean;
	/** A window is open on this router, for so many seconds more (null: its start was not seen). */
	window_open: boolean;
	window_left: number | null;
	/** Seconds for which hostapd still refuses a start because several devices asked; 0 when it does not. */
	overlap_left: number;
	/** The radio listens for radar before it may send, for so many seconds more (null: unknown). */
	radar_check: boolean;
	radar_left: number | null;
	/** Devices that join now survive a restart. */
	persistent: boolean;
	/** How many networks of this router have WPS on. */
	flagged: number;
}

/** What a rule found: the option at fault, and how long to wait. */
interface Finding {
	option: string | null;
	seconds: number | null;
}

interface Rule {
	code: ProblemCode;
	find: (at: Situation) => Finding | null;
	/** Whether the usual mend helps here; absent: always. */
	mendable?: (at: Situation) => boolean;
}

function because(applies: boolean, option: string | null): Finding | null {
	return applies ? { option, seconds: null } : null;
}

function waiting(applies: boolean, seconds: number | null): Finding | null {
	return applies ? { option: null, seconds } : null;
}

function protectionRule(code: 'open_network' | 'wep' | 'tkip_only' | 'enterprise' | 'wpa3_only'): Rule {
	return { code, find: at => because(protectionOf(at.network.encryption) === code, 'encryption') };
}

/** Switched on in the configuration: there is use in waiting for it. */
function isWanted(network: Network): boolean {
	return !network.disabled && !network.radio.disabled;
}

/**
 * The readiness check of facts §11 with the rules of facts 2.4, in the order in which
 * they are reported: the first error is what `start` answers.
 */
const RULES: Rule[] = [
	{ code: 'no_daemon', find: at => because(!at.daemon_installed, null) },
	{
		code: 'daemon_without_wps',
		find: at => because(at.daemon_installed && !at.daemon.installed_has_wps, null)
	},
	{
		code: 'daemon_restart_needed',
		find: at => because(at.daemon.installed_has_wps && at.daemon.running_has_wps === false, null)
	},
	{ code: 'radio_disabled', find: at => because(!isWanted(at.network), 'disabled') },
	protectionRule('open_network'),
	protectionRule('wep'),
	protectionRule('tkip_only'),
	protectionRule('enterprise'),
	protectionRule('wpa3_only'),
	{
		code: 'ppsk',
		find: at =>
			because(at.network.ppsk || at.network.macfilter === 'radius', at.network.ppsk ? 'ppsk' : 'macfilter')
	},
	{ code: 'hidden_ssid', find: at => because(at.network.hidden, 'hidden') },
	{ code: 'band_6ghz', find: at => because(at.network.radio.band === '6g', 'band') },
	{ code: 'multi_ap_backhaul', find: at => because(at.network.multi_ap === '1', 'multi_ap') },
	{ code: 'wps_disabled', find: at => because(!at.network.wps, 'wps_pushbutton') },
	{
		code: 'unsaved_changes',
		find: at => because(at.network.unsaved || at.network.applied === false, null)
	},
	{
		code: 'radio_down',
		find: at => waiting(isWanted(at.network) && at.network.radio.up !== true && !at.radar_check, null)
	},
	{ code: 'radar_check', find: at => waiting(isWanted(at.network) && at.radar_check, at.radar_left) },
	{
		code: 'not_on_air',
		find: at => waiting(isWanted(at.network) && at.network.radio.up === true && !at.on_air && !at.radar_check, null)
	},
	{ code: 'window_open', find: at => waiting(at.window_open, at.window_left) },
	{ code: 'overlap', find: at => waiting(at.overlap_left > 0, at.overlap_left) },
	{ code: 'mac_allow_list', find: at => because(at.network.macfilter === 'allow', 'macfilter') },
	{
		code: 'not_persistent',
		find: at =>
			because(
				at.network.wps && !at.persistent && protectionOf(at.network.encryption) === 'ok',
				at.network.stations ? 'wifi-station' : 'wpa_psk_file'
			),
		mendable: at => canPersist(at.network)
	},
	{ code: 'shared_flag', find: at => because(at.network.wps && at.flagged > 1, 'wps_pushbutton') },
	{ code: 'pin_exposed', find: at => because(at.network.pin_option !== null, at.network.pin_option) },
	{ code: 'fast_roaming', find: at => because(at.network.wps && at.network.fast_roaming, 'ieee80211r') }
];

/** All that stands in the way of WPS on this network, errors and warnings, the one to mend first in front. */
export function problemsOf(situation: Situation): Problem[] {
	const problems: Problem[] = [];

	for (const rule of RULES) {
		const found = rule.find(situation);
		if (found === null) continue;

		const kind = PROBLEMS[rule.code];
		push(problems, {
			code: rule.code,
			severity: kind.refusal === null ? 'warning' : 'error',
			option: found.option,
			fix: rule.mendable && !rule.mendable(situation) ? null : kind.fix,
			seconds: found.seconds
		});
	}

	return problems;
}

/** The first problem that stops a start; null: `start` would be accepted. */
export function obstacle(problems: Problem[]): Problem | null {
	for (const problem of problems) if (problem.severity === 'error') return problem;
	return null;
}

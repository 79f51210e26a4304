import type { KeyKind } from '../contract/device';
import { NO_ANSWER, WPS_IS_OFF } from '../contract/error';
import type { Job } from '../contract/job';
import type { ProblemCode } from '../contract/problem';
import type { Reason, Session, SessionState } from '../contract/session';
import { quote } from './words';

/** What a switch costs. */
export const RESTART_NOTE = _('The network restarts: its devices are offline for a few seconds.');

const NO_WPS = _('The Wi-Fi software of this router has no WPS.');

/** Why WPS can't start, or will disappoint, in a line. */
export const PROBLEM_TEXTS: Record<ProblemCode, string> = {
	no_daemon: NO_WPS,
	daemon_without_wps: NO_WPS,
	daemon_restart_needed: _('Wi-Fi software with WPS is installed, but does not run yet.'),
	not_managed: _('Its radio is not run by OpenWrt.'),
	radio_disabled: _('It is switched off.'),
	radio_stopped: _('Wi-Fi was stopped on the command line.'),
	radio_failed: _('Its radio did not start: see the system log.'),
	multi_ap_backhaul: _('It is for the routers of a mesh only.'),
	unknown_encryption: _('Its encryption is unknown.'),
	open_network: _('An open network has no password to hand over.'),
	wep: _('WPS does not work with WEP: use WPA2.'),
	tkip_only: _('WPS does not work with TKIP: use CCMP (AES).'),
	enterprise: _('WPS does not work with WPA Enterprise.'),
	wpa3_only: _('WPS does not work with WPA3 alone.'),
	bad_key: _('Its password is missing, too short or too long.'),
	ppsk: _('Each device has a password of its own (PPSK).'),
	mac_authentication: _('A server decides which devices may join.'),
	hidden_ssid: _('WPS does not work with a hidden name.'),
	band_6ghz: _('WPS does not work on 6 GHz.'),
	wps_disabled: WPS_IS_OFF,
	unsaved_changes: _('Changed wireless settings wait to be applied.'),
	radio_down: _('Its radio is starting.'),
	radar_check: _('Its radio is listening for radar before it may send.'),
	not_on_air: _('It is not on the air yet.'),
	silent: _('It is silent: no device can find it.'),
	window_open: _('WPS is active on another network.'),
	overlap: _('WPS has to pause.'),
	full: _('It has no room for another device.'),
	mac_allow_list: _('Only devices on the list of the MAC filter can join.'),
	not_persistent: _('Devices that join now are forgotten at the next restart.'),
	bands_apart: _('WPS opens only one of its bands: they are not set up as one.'),
	routers_apart: _('A device between two routers takes them for two networks and joins neither.'),
	shared_flag: _('The button on the case starts WPS on several networks.'),
	pin_exposed: _('The router has a WPS PIN of its own.'),
	fast_roaming: _('Fast roaming (802.11r) is on: some devices cannot join.'),
	pmf_required: _('Protected frames (802.11w) are required: many devices cannot join.'),
	other_routers: _('Other routers have this network, too.')
};

/** What is behind it, where that is not plain. */
export const REASONS: { [code in ProblemCode]?: string } = {
	wpa3_only: _('Few devices with WPS know WPA3: use WPA2 and WPA3 mixed.'),
	silent: _('This happens when the settings of a radio change that is connected to another network, too.'),
	overlap: _(
		'Two devices asked at once, or one has just joined another network: for two minutes no other is let in.'
	),
	not_persistent: _('OpenWrt gives them a key that it does not store.'),
	pin_exposed: _('A stranger can find it out by trying, and gets the password with it.'),
	other_routers: _('A device with a key of its own works with this router only.')
};

/** What `enable` mends. */
export const MEND_TEXTS: { [code in ProblemCode]?: string } = {
	wps_disabled: _('Turn WPS on'),
	silent: _('Get it back on the air'),
	not_persistent: _('Keep devices'),
	bands_apart: _('Set up as one'),
	routers_apart: _('Set up as one'),
	pin_exposed: _('Remove the PIN')
};

/** What a device gets that joins, and what that means. */
export const KEY_TEXTS: { [kind in KeyKind]?: [what: string, meaning: string] } = {
	shared: [
		_('Devices get the password of the network.'),
		_('They stay after a restart and on other routers. To lock one out, change the password for all.')
	],
	own: [
		_('Each device gets a key of its own.'),
		_('You can remove any of them for good. They stay after a restart, but only on this router.')
	]
};

/** What a session is at, or came to: `%s`, `%s`: the device and the network. */
export const STATE_TEXTS: Record<SessionState, string> = {
	waiting: _('Press the WPS button on the device now.'),
	connecting: _('%s is connecting…'),
	success: _('%s has received the key to %s.'),
	joined: _('%s has joined %s.'),
	timeout: _('No device joined in time.'),
	overlap: _('Several devices asked to join, so none was let in.'),
	cancelled: _('WPS was stopped.'),
	failed: _('The device could not join.'),
	lost: _('WPS was interrupted.')
};

/** In place of the address of a device that has joined. */
export const NO_ADDRESS = _('No address is known yet: if the device does not work, check DHCP.');

const OUTSIDE = _('The time ran out, or WPS was stopped outside this page.');
const GONE = _('The network went off the air: try again when it is back.');

/** Why it ended so, and what to do next. */
export const ADVICE: { [key in SessionState | Reason]?: string } = {
	waiting: _('Some need it held for three seconds.'),
	success: _('Waiting for it to connect…'),
	timeout: _('Move the device closer and press its button sooner. Many devices know 2.4 GHz only.'),
	overlap: _('Stop WPS on the others, and try again in two minutes.'),
	failed: _('Restart the device and try again.'),
	not_connected: _('But it did not connect: let it forget this network, and try again.'),
	elsewhere: OUTSIDE,
	start_not_seen: OUTSIDE,
	sibling: _('The device joined another network of this router.'),
	house: _('Another router of this house let the device in.'),
	still_trying: _('The device may go on trying for half a minute.'),
	access_point_gone: GONE,
	daemon_restarted: GONE,
	no_answer: NO_ANSWER,
	authentication_failure: _('The PIN was wrong, or the device gave up.')
};

/** Who it is: by name, else by hardware address. */
export function nameText({ name, mac }: { name: string | null; mac: string }): string {
	return quote(name ?? mac.toUpperCase());
}

/** What a session is at, or came to, on a network that may be told with its band. */
export function sessionText({ state, method, peer, network }: Session, place = quote(network)): string {
	if (state === 'waiting' && method === 'pin') return _('Now start WPS on the device with its PIN.');
	return STATE_TEXTS[state].format(peer ? nameText(peer) : _('A device'), place);
}

/** A device that hears two windows often joins neither. */
export function rivalText(rivals: string): string {
	return _('WPS on %s at the same time keeps many devices out: use one at a time.').format(rivals);
}

/**
 * Why, and what to do next; may be empty.
 * @param rivals  the networks on which WPS was active meanwhile
 */
export function adviceText({ state, method, reason, attempts_failed: failed, open }: Session, rivals = ''): string {
	if (open && failed)
		return N_(failed, '%d attempt failed, WPS stays active.', '%d attempts failed, WPS stays active.').format(
			failed
		);
	if (state === 'timeout' && failed) return ADVICE.failed!;
	if (rivals && /waiting|timeout|overlap/.test(state)) return rivalText(rivals);
	if (open && method === 'pin') return '';
	return (reason && ADVICE[reason]) ?? ADVICE[state] ?? '';
}

/** Who opened a window, where it was not this page. */
export function originText({ origin, by }: Session): string {
	if (origin === 'luci.wps') return '';
	if (origin === 'button') return _('Started with the button on the router.');
	return by ? _('Started by %s.').format(quote(by)) : _('Started outside this page.');
}

/** How a session looks: open, or ended well, badly, or neither. */
export function lookOf({ open, state, reason }: Session): 'open' | 'good' | 'bad' | 'plain' {
	if (open) return 'open';
	if (state === 'joined' || reason === 'sibling' || reason === 'house') return 'good';
	return state === 'cancelled' || (state === 'success' && !reason) ? 'plain' : 'bad';
}

/** What a job is at, or came to. */
export function jobText({ kind, state }: Job): string {
	if (state === 'running') return kind === 'enable' ? _('Turning WPS on…') : _('Turning WPS off…');
	if (state === 'reverted') return _('The network did not come back, so its former settings were restored.');
	if (state === 'failed') return _('The settings could not be saved: the router may be out of space.');
	return kind === 'enable' ? _('WPS is on.') : _('WPS is off.');
}

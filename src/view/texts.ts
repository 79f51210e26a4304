import { NO_ANSWER, SEVERAL_DEVICES, WPS_IS_OFF } from '../contract/error';
import type { ProblemCode } from '../contract/problem';
import type { Peer, Reason, Session, SessionState } from '../contract/session';

/** Why WPS can't start, or will disappoint, and what mends it where no button does. */
export const PROBLEM_TEXTS: Record<ProblemCode, string> = {
	no_daemon: _('This router has no access point software.'),
	daemon_without_wps: _('The installed access point software has no WPS.'),
	daemon_restart_needed: _('Software with WPS is installed, but is not running yet: restart the router.'),
	radio_disabled: _('The network or its radio is switched off.'),
	open_network: _('WPS hands over a password, but this network has none.'),
	wep: _('WPS does not work with WEP: use WPA2.'),
	tkip_only: _('WPS does not work with TKIP: use WPA2 with CCMP (AES).'),
	enterprise: _('WPS does not work with WPA Enterprise.'),
	wpa3_only: _('WPS does not work with WPA3 alone: use mixed WPA2/WPA3.'),
	ppsk: _('WPS does not work where each device has its own password (PPSK).'),
	hidden_ssid: _('WPS does not work while the network name is hidden.'),
	band_6ghz: _('WPS does not work on 6 GHz: use another band.'),
	multi_ap_backhaul: _('WPS does not work on the backhaul of a mesh.'),
	wps_disabled: WPS_IS_OFF,
	unsaved_changes: _('The wireless settings have changes that are not applied: apply or revert them first.'),
	radio_down: _('The radio is not running yet.'),
	radar_check: _('The radio is checking for radar before it uses this channel.'),
	not_on_air: _('The network is not on the air yet.'),
	window_open: _('WPS is active on another network.'),
	overlap: SEVERAL_DEVICES,
	mac_allow_list: _('A MAC filter is set: only listed devices can join.'),
	not_persistent: _('Devices that join now will lose access when the network restarts.'),
	shared_flag: _('WPS is on for several networks: the WPS button of the router starts it on all of them.'),
	pin_exposed: _('The router has a WPS PIN, which strangers can guess: remove it.'),
	fast_roaming: _('Fast roaming (802.11r) is on: some devices cannot see such a network.')
};

/** Of which device and network it is said: `%s`, `%s`. */
const STATE_TEXTS: Record<SessionState, string> = {
	waiting: _('Waiting for a device'),
	connecting: _('A device is connecting…'),
	success: _('%s has received the password of %s.'),
	joined: _('%s has joined %s.'),
	timeout: _('No device joined in time.'),
	overlap: _('Several devices asked to join, so none was let in.'),
	cancelled: _('WPS was stopped.'),
	failed: _('The device could not join.'),
	lost: _('WPS was interrupted.')
};

/** What to do next, where the reason does not tell. */
const STATE_ADVICE: Partial<Record<SessionState, string>> = {
	success: _('Waiting for it to connect…'),
	timeout: _(
		'Move the device closer and press its WPS button within two minutes. Many devices only support 2.4 GHz.'
	),
	failed: _('Restart the device and try again.')
};

const REASON_TEXTS: Partial<Record<Reason, string>> = {
	not_connected: _(
		'But it did not connect: remove this network from the device and try again. With WPA3, use mixed WPA2/WPA3.'
	),
	elsewhere: _('It was stopped or restarted outside this page.'),
	start_not_seen: _('The time ran out, or WPS was stopped outside this page.'),
	sibling: _('The device joined another network of this router.'),
	access_point_gone: _('The network went off the air: try again when it is back.'),
	daemon_restarted: _('The network restarted in the meantime: try again.'),
	no_answer: NO_ANSWER,
	authentication_failure: _('The PIN was wrong, or the device gave up.')
};

/** A device by the name that it gave, or its hardware address. */
export function peerText(peer: Peer | null): string {
	if (!peer) return _('A device');

	const name = peer.name ?? peer.mac.toUpperCase();
	return peer.ip ? '%s (%s)'.format(name, peer.ip) : name;
}

/** What a session is at, or came to. */
export function sessionText(session: Session): string {
	return STATE_TEXTS[session.state].format(peerText(session.peer), session.ssid);
}

/** Why, and what to do next; may be empty. */
export function sessionAdvice({ state, reason }: Session): string {
	return (reason && REASON_TEXTS[reason]) ?? STATE_ADVICE[state] ?? '';
}

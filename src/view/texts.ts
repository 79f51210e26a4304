import type { KeyKind } from '../contract/device';
import { NO_ANSWER } from '../contract/error';
import type { Job } from '../contract/job';
import type { Reason, Session, SessionState } from '../contract/session';
import { quote } from './words';

/** What a switch costs. */
export const RESTART_NOTE = _('The network restarts: its devices are offline for a few seconds.');

/** What a device gets that joins, and what that means. */
export const KEY_TEXTS: { [kind in KeyKind]?: [what: string, meaning: string] } = {
	shared: [
		_('Devices get the password of the network.'),
		_('They stay after a restart and on other routers. No single one can be locked out.')
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

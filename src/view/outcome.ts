import type { Peer, Session } from '../contract/session';
import { createButton, showDialog } from './action';
import { join, renderBox } from './paint';
import { callRemove } from './service';
import { peerText, sessionAdvice, sessionText } from './texts';

/** How the last window of a network ended, and what can be done about it. */
export function renderOutcome(session: Session, mayWrite: boolean): Children {
	const { peer, state, ifname } = session;
	const lines: Children[] = [[E('strong', {}, [sessionText(session)])], [sessionAdvice(session)]];

	if (peer)
		lines.push([
			join(
				[
					peer.name && '%s: %s'.format(_('MAC'), peer.mac.toUpperCase()),
					peer.signal && '%s: %d dBm'.format(_('Signal'), peer.signal)
				],
				' · '
			)
		]);

	if (peer && state === 'joined' && mayWrite) lines.push([renderRemoval(ifname, peer)]);

	return [renderBox(['joined', 'success', 'cancelled'].includes(state) ? 'notice' : 'warning', lines)];
}

/** The check that nobody else came in (facts/peers.md §1.8), and LuCI's own way to throw a device out. */
function renderRemoval(ifname: string, peer: Peer): Node {
	const question = E('span', {}, [
		_('Is this your device?'),
		' ',
		createButton('remove', _('Remove', 'WPS'), () =>
			showDialog(
				peerText(peer),
				[
					_('Disconnect this device and keep it out for one minute?'),
					_('To keep it out for good, change the password, which it knows now.')
				],
				{
					label: _('Remove', 'WPS'),
					style: 'remove',
					task: async () => {
						const result = await callRemove(ifname, peer.mac);

						if (!result.refusal) question.textContent = _('The device was disconnected.');
						return result;
					}
				}
			)
		)
	]);

	return question;
}

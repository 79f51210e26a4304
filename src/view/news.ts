import { JOIN_GRACE } from '../contract/limits';
import type { Session } from '../contract/session';
import type { AccessPoint, Network } from '../contract/status';
import type { Page } from './page';
import { clockText, join, renderQuiet, repaint, secondsLeft, show, write } from './paint';
import type { Removable } from './remove';
import { ADVICE, adviceText, lookOf, NO_ADDRESS, originText, rivalText, sessionText, STATE_TEXTS } from './texts';
import { bandsText, listText, quote, signalText } from './words';

/** A network on which something happens, or has happened. */
export type Told = Network & { session: Session };

/** What to say about a window, or instead of one. */
interface News {
	look: ReturnType<typeof lookOf>;
	title: string;
	advice?: string;
	note?: string;
}

const SIGNS = { open: '', good: '✓', bad: '✕', plain: '–' };

const bandsOf = (aps: AccessPoint[]) => bandsText(aps.map(({ band }) => band));

/** Which bands listen, and which of this network do not. */
function listeningText({ access_points: aps }: Network, ifnames: string[]): string {
	const listens = ({ ifname }: AccessPoint) => ifnames.includes(ifname ?? '');
	const deaf = bandsOf(aps.filter(ap => !listens(ap)));

	return join([_('Listening on %s.').format(bandsOf(aps.filter(listens))), deaf && _('Not on %s.').format(deaf)]);
}

/** Other networks on which WPS was active during this session, as far as that is known. */
function rivalsOf({ status: { networks, now } }: Page, session: Session): string {
	const begins = ({ started, ended }: Session) => started ?? ended ?? now;
	const precedes = (one: Session, other: Session) => begins(one) < (other.ended ?? Infinity);
	const rivals = networks.filter(
		({ session: other }) => other && other.id !== session.id && precedes(session, other) && precedes(other, session)
	);

	return listText(rivals.map(({ ssid }) => quote(ssid)));
}

/** Who has just joined, as far as it is known by now. */
export function guestOf({ devices, status }: Page, told?: Told): (Removable & { kept: boolean; ip: string }) | null {
	if (told?.session.state !== 'joined') return null;

	const { peer, network, ended } = told.session;
	const device = devices.find(({ mac }) => mac === peer.mac);
	const { key, kept } = device ?? { key: told.keys, kept: told.keys !== 'lost' };
	const late = status.now - ended > JOIN_GRACE ? NO_ADDRESS : '';

	return { ...peer, network, key, kept, ip: device?.ip ?? peer.ip ?? late };
}

/** A session in words. */
export function tell(page: Page, told: Told): News {
	const { session, access_points: aps } = told;
	const { open, peer, section, ifname, ifnames, network } = session;
	const band = bandsOf(aps.filter(ap => ap.section === section && ap.ifname === ifname));
	const guest = guestOf(page, told);

	return {
		look: lookOf(session),
		title: sessionText(session, join([quote(network), band && '(%s)'.format(band)])),
		advice: guest?.kept
			? _('It stays after a restart.')
			: guest
				? _('It will be forgotten at the next restart.')
				: adviceText(session, rivalsOf(page, session)),
		note: open
			? join([listeningText(told, ifnames), originText(session)])
			: join([guest?.ip, peer?.name && peer.mac.toUpperCase(), peer?.signal && signalText(peer.signal)], ' · ')
	};
}

const longest = (...texts: string[]) => texts.reduce((a, b) => (a.length > b.length ? a : b));

/** The part of the box that shows an open window, and what became of it. */
export function createNews() {
	const sign = E('div', { class: 'wps-sign', 'aria-hidden': 'true' });
	const fill = E('div');
	const bar = E(
		'div',
		{ class: 'cbi-progressbar', role: 'progressbar', 'aria-valuemax': 120, 'aria-label': _('Remaining time') },
		[fill]
	);
	const words = E('div');
	/** All that may take the place of these words, unseen: the box is as large for the shortest as for the longest. */
	const room = E('div', { class: 'wps-off' });

	return {
		node: E('div', { class: 'wps-news' }, [
			E('div', {}, [sign, bar]),
			E('div', { class: 'wps-stack' }, [words, room])
		]),

		/** Keeps room for all that a window on this network may come to. */
		reserve(network: Network): void {
			const place = '%s (5 GHz)'.format(network.ssid);
			const titles = Object.values(STATE_TEXTS).map(text => text.format('living room television', place));

			repaint(room, place, () => [
				E('strong', { 'data-text': longest(...titles) }),
				E('div', { 'data-text': longest(...Object.values(ADVICE), rivalText(network.ssid)) }),
				E('div', { 'data-text': longest(listeningText(network, []), NO_ADDRESS + '0'.repeat(30)) })
			]);
		},

		/** Shows it; answers what there is to tell to who can't see it. Made anew: new lines are not old ones that have moved. */
		update(news: News): string {
			const { look, title, advice = '', note = '' } = news;

			sign.dataset['look'] = look;
			show(bar, look === 'open');
			write(sign, SIGNS[look] || sign.textContent!);
			repaint(words, news, () => [E('strong', {}, [title]), E('div', {}, [advice]), renderQuiet(note)]);
			return join([title, advice]);
		},

		/** Moves the time on. */
		tick({ remaining, duration }: Session, since: number): void {
			const left = secondsLeft(since + (remaining ?? duration) * 1000);
			const clock = remaining === null ? '…' : clockText(left);

			write(sign, clock);
			show(bar, remaining !== null);
			fill.style.width = '%d%%'.format((100 * left) / duration);
			bar.setAttribute('aria-valuenow', String(left));
			bar.setAttribute('aria-valuetext', clock);
		}
	};
}

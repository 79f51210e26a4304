import type { Session } from '../contract/session';
import type { AccessPoint, Network } from '../contract/status';
import { clockText, join, renderQuiet, repaint, secondsLeft, show, write } from './paint';
import { ADVICE, adviceText, lookOf, NO_ADDRESS, originText, rivalText, sessionText, STATE_TEXTS } from './texts';
import { bandsText, quote, signalText } from './words';

/** What to say about a window, or instead of one. */
export interface News {
	look: ReturnType<typeof lookOf>;
	title: string;
	advice: string;
	note: string;
}

const SIGNS = { open: '', good: '✓', bad: '✕', plain: '–' };

const bandsOf = (aps: AccessPoint[]) => bandsText(aps.map(({ band }) => band));

/** Which bands listen, and which of this network do not. */
function listeningText({ access_points: aps }: Network, ifnames: string[]): string {
	const listens = ({ ifname }: AccessPoint) => ifnames.includes(ifname ?? '');
	const deaf = bandsOf(aps.filter(ap => !listens(ap)));

	return join([_('Listening on %s.').format(bandsOf(aps.filter(listens))), deaf && _('Not on %s.').format(deaf)]);
}

/** Who has joined: whether it stays, and its address, or what is known instead. */
export interface Guest {
	kept: boolean;
	ip: string | null;
}

/** A session in words, with the device that has joined and the networks on which WPS was active meanwhile. */
export function tell(network: Network, session: Session, guest: Guest | null, rivals: string): News {
	const { open, peer, state, section, ifname, ifnames } = session;
	const band = bandsOf(network.access_points.filter(ap => ap.section === section && ap.ifname === ifname));

	return {
		look: lookOf(session),
		title: sessionText(session, join([quote(session.network), band && '(%s)'.format(band)])),
		advice:
			state !== 'joined'
				? adviceText(session, rivals)
				: guest?.kept
					? _('It stays after a restart.')
					: _('It will be forgotten at the next restart.'),
		note: open
			? join([listeningText(network, ifnames), originText(session)])
			: join([guest?.ip, peer?.name && peer.mac.toUpperCase(), peer?.signal && signalText(peer.signal)], ' · ')
	};
}

const longest = (texts: string[]) => texts.reduce((a, b) => (a.length > b.length ? a : b));

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
				E('strong', { 'data-text': longest(titles) }),
				E('div', { 'data-text': longest([...Object.values(ADVICE), rivalText(network.ssid)]) }),
				E('div', { 'data-text': longest([listeningText(network, []), NO_ADDRESS + ' · ' + '0'.repeat(24)]) })
			]);
		},

		update(news: News): void {
			sign.dataset['look'] = news.look;
			show(bar, news.look === 'open');
			write(sign, SIGNS[news.look] || sign.textContent!);
			// Made anew: the lines of one text are not those of another that have moved.
			repaint(words, news, () => [
				E('strong', {}, [news.title]),
				E('div', {}, [news.advice]),
				renderQuiet(news.note)
			]);
		},

		/** Moves the time on. */
		tick({ remaining, duration }: Session, since: number): void {
			const left = secondsLeft(since + (remaining ?? duration) * 1000);

			write(sign, remaining === null ? '…' : clockText(left));
			show(bar, remaining !== null);
			fill.style.width = '%d%%'.format((100 * left) / duration);
			bar.setAttribute('aria-valuenow', String(left));
			bar.setAttribute('aria-valuetext', clockText(left));
		}
	};
}

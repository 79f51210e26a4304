import type { Session } from '../contract/session';
import { clockText, join, secondsLeft } from './paint';
import { sessionText } from './texts';

/** What to do now. */
function guidance(session: Session): string {
	if (session.state === 'connecting') return sessionText(session);
	if (session.method === 'pin') return _('Now start WPS on the device with its PIN.');
	return _('Press the WPS button on the device now. Some need it held for three seconds.');
}

/** The part of a card that shows an open window: the time, a bar, what to do. `tick` moves the time on, `update` the rest. */
export function createCountdown() {
	const time = E('div', { class: 'wps-time' });
	const fill = E('div');
	const bar = E(
		'div',
		{ class: 'cbi-progressbar', role: 'progressbar', 'aria-valuemax': 120, 'aria-label': _('Remaining time') },
		[fill]
	);
	const todo = E('p');
	const note = E('p', { class: 'wps-quiet' });
	const node = E('div', {}, [time, bar, todo, note]);

	return {
		node,

		tick({ remaining, duration }: Session, since: number): void {
			const left = secondsLeft(remaining ?? 0, since);

			time.hidden = bar.hidden = remaining === null;
			time.textContent = clockText(left);
			fill.style.width = '%d%%'.format((100 * left) / duration);
			bar.setAttribute('aria-valuenow', String(left));
			bar.setAttribute('aria-valuetext', clockText(left));
		},

		update(session: Session): void {
			const failed = session.attempts_failed;

			todo.textContent = guidance(session);
			note.textContent = join([
				session.origin === 'external' && _('WPS was started outside this page. It ends within two minutes.'),
				failed &&
					N_(failed, '%d attempt failed, WPS stays active.', '%d attempts failed, WPS stays active.').format(
						failed
					)
			]);
		}
	};
}

import type { Session } from '../contract/session';
import { join, repaint } from './paint';
import { ask } from './service';
import { adviceText, lookOf, sessionText } from './texts';
import { dateText } from './words';

/** How many windows are looked back. */
const LIMIT = 20;

function renderEntry(session: Session): Node {
	return E('div', { class: 'wps-line' }, [
		E('span', { class: 'wps-quiet' }, [session.started ? dateText(session.started) : '']),
		' ',
		E('bdi', {}, [session.network]),
		': ',
		join([sessionText(session), (session.reason ?? session.attempts_failed > 0) && adviceText(session)])
	]);
}

/** Shows the windows by which nobody came in, and why. */
export async function showFailures(body: Element): Promise<void> {
	const { answer, refusal } = await ask('history', { limit: LIMIT });
	const failed = answer?.entries.filter(session => lookOf(session) === 'bad');

	repaint(body, failed ?? refusal, () =>
		failed?.length ? failed.map(renderEntry) : [refusal ?? _('None since the router started.')]
	);
}

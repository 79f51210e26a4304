import type { Session } from '../contract/session';
import { join, repaint } from './paint';
import { callHistory } from './service';
import { sessionAdvice, sessionText } from './texts';

function renderEntry(session: Session): Node {
	return E('li', {}, [
		session.started ? new Date(session.started * 1000).toLocaleString() + ' ' : '',
		E('strong', {}, [session.ssid]),
		': ',
		join([sessionText(session), !session.open && session.reason && sessionAdvice(session)])
	]);
}

/** The sessions since boot, folded away; asked for only while it is unfolded. */
export function createHistory() {
	const body = E('div');
	const node = E('details', { class: 'cbi-section wps-card', toggle: refresh }, [
		E('summary', {}, [E('strong', {}, [_('History')])]),
		body
	]);

	async function refresh(): Promise<void> {
		if (!node.open) return;

		const { answer, refusal } = await callHistory();

		repaint(body, answer ?? refusal, () =>
			answer?.entries.length
				? [E('ul', {}, answer.entries.map(renderEntry))]
				: [refusal ?? _('WPS has not been used since the router started.')]
		);
	}

	return { node, refresh };
}

import poll from 'luci:poll';
import view from 'luci:view';
import type { AccessPoint, Status } from '../contract/status';
import { createCard, type Card, type Page } from './card';
import { createHistory } from './history';
import { join, renderBox, repaint } from './paint';
import { isOfRouter, renderRemedy } from './remedies';
import { callAccess, callStatus, type Access, type Outcome } from './service';
import { STYLE } from './style';

/** Seconds between two looks at a router on which nothing happens. */
const IDLE_INTERVAL = 5;

/** Something is about to change, or the address of who has joined to come: worth a look every second. */
function isMoving({ session, job }: AccessPoint, now: number): boolean {
	const isAwaited = session?.peer && !session.peer.ip && now - session.ended! < 30;

	return session?.open || isAwaited || job?.state === 'running';
}

export default view.extend({
	load(): Promise<[Outcome<Status>, Outcome<Access>, Outcome<Access>]> {
		return Promise.all([
			callStatus(),
			callAccess('access-group', 'luci-app-wps', 'write'),
			callAccess('uci', 'wireless', 'read')
		]);
	},

	render([first, write, keys]) {
		/** By radio and section: a network comes and goes, and one section may be on several radios. */
		const cards = new Map<string, Card>();
		const said = E('div', { style: 'position: absolute; clip-path: inset(50%)', role: 'status' });
		const trouble = E('div', { role: 'alert' });
		const remedy = E('div');
		const list = E('div');
		const history = createHistory();
		const page: Page = {
			mayWrite: write.answer?.access ?? false,
			mayReadKeys: keys.answer?.access ?? false,
			pinAvailable: false,
			now: 0,
			received: 0,
			refresh: async () => show(await callStatus()),
			announce(text) {
				said.textContent = text;
				history.refresh();
			}
		};
		/** Hidden, or left for the settings of a network. */
		const isAway = () => document.hidden || !list.isConnected;
		let moving = false;
		let idle = 0;

		function show({ answer, refusal }: Outcome<Status>): void {
			repaint(trouble, refusal, () => [renderBox('warning', [[join([refusal, _('Trying again…')])]])]);
			if (!answer) return;

			const { daemon, access_points: aps } = answer;
			const problem = aps.flatMap(ap => ap.problems).find(isOfRouter);
			const enabled = aps.some(ap => ap.enabled);

			page.now = answer.now;
			page.received = performance.now();
			page.pinAvailable = daemon.pin_available;
			moving = aps.some(ap => isMoving(ap, answer.now));
			repaint(remedy, problem ? [problem, daemon, enabled] : !aps.length, () =>
				problem ? renderRemedy(problem, daemon, enabled) : [_('This router has no access point.')]
			);

			aps.forEach((ap, i) => {
				const place = join([ap.radio, ap.section]);
				const card = cards.get(place) ?? createCard(page);

				cards.set(place, card);
				if (list.children[i] !== card.node) list.insertBefore(card.node, list.children[i]!);
				card.update(ap);
			});
			while (list.children[aps.length]) list.lastChild!.remove();
		}

		show(first);
		poll.add(() => {
			if (isAway() || (!moving && ++idle % IDLE_INTERVAL)) return;
			return page.refresh();
		}, 1);
		document.addEventListener('visibilitychange', () => isAway() || page.refresh());
		setInterval(() => cards.forEach(card => card.tick()), 1000);

		return E('div', { class: 'cbi-map' }, [
			E('style', {}, STYLE),
			E('h2', {}, [_('WPS')]),
			E('div', { class: 'cbi-map-descr' }, [
				_(
					'Lets a printer, a TV or a repeater join without the password: start WPS here, then press the WPS button on the device. Anyone else who presses one nearby gets in, too.'
				)
			]),
			said,
			trouble,
			remedy,
			list,
			history.node
		]);
	},

	handleSaveApply: null,
	handleSave: null,
	handleReset: null
});

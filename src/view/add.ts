import { JOIN_GRACE } from '../contract/limits';
import type { Session } from '../contract/session';
import type { Network } from '../contract/status';
import { createButton, createChoice } from './action';
import { createNews, tell } from './news';
import { FRESH, idOf, type Page } from './page';
import { join, renderQuiet, renderSection, repaint, show, write } from './paint';
import { showPin } from './pin';
import { isAside, isError, mend, mendLabel, problemsOf, renderProblems } from './problems';
import { showQr } from './qr';
import { showRemove } from './remove';
import { ask, type Outcome } from './service';
import { jobText, lookOf, NO_ADDRESS, RESTART_NOTE } from './texts';
import { listText, placeText, quote } from './words';

/** A network on which something happens, or has happened. */
type Told = Network & { session: Session };

/**
 * The box on top: lets a device in, shows the window while it is open, and what became of it. All of that lies in one
 * place, one thing over the other, so that nothing moves when one takes the place of another.
 */
export function createAdd(page: Page) {
	const idle = E('div');
	const news = createNews();
	const main = createButton('action', '', () => deed());
	const ways = E('div', { class: 'wps-row' });
	const ends = E('div', { class: 'wps-row' }, [
		_('Not your device?'),
		createButton('neutral', _('Remove…'), () => showRemove(page, guest()!))
	]);
	const node = renderSection(
		_('Add a device'),
		[
			E('div', { class: 'wps-stack' }, [idle, news.node]),
			E('div', { class: 'wps-row' }, [main, E('div', { class: 'wps-stack' }, [ways, ends])])
		],
		'wps-box'
	);
	const pin = createButton('link', _('The device shows a PIN'), () => showPin(start));
	const qr = createButton('link', _('No WPS button? QR code'), () => showQr(chosen));
	const done = createButton('link', _('Done'), clear);

	ways.append(pin, ...(page.mayReadKeys ? [qr] : []), done);

	/** The network that is shown: the one with the news, or the one to start on; and the one that was chosen by hand. */
	let chosen: Network;
	let picked = '';
	let open: Told[] = [];
	let latest: Session | undefined;
	let deed: () => unknown;
	let refusal = '';
	let isForAll = false;
	/** Until when the news were read. */
	let read = 0;
	let painted = false;
	/** What there is to tell. */
	let text = '';

	/** Shows what came of a press. */
	async function report(outcome: Outcome<unknown>): Promise<Outcome<unknown>> {
		refusal = outcome.refusal ?? '';
		await page.refresh();
		return outcome;
	}

	/** Closes the news. */
	function clear(): void {
		refusal = '';
		read = page.status.now;
		update();
	}

	/** Opens a window, for the push button or for a PIN. Other routers know a network by its name alone. */
	async function start(code: string | null): Promise<Outcome<unknown>> {
		return report(
			await ask(
				'start',
				isForAll && !code ? { network: chosen.ssid, house: true } : { section: idOf(chosen), pin: code }
			)
		);
	}

	/** Closes what is open. A device that was faster is news, and one that tries on. */
	async function cancel(): Promise<void> {
		const outcomes = await Promise.all(open.map(network => ask('cancel', { section: idOf(network) })));

		await report(outcomes[0]!);
		if (outcomes.every(({ answer }) => answer?.session && !answer.session.reason)) clear();
	}

	async function doMend(): Promise<void> {
		await report(await mend(chosen));
	}

	/** The main button stays the same one, so that it keeps the focus; without a label there is none. */
	function setMain(label: string, task: () => unknown, isMain = true): void {
		deed = task;
		write(main, label);
		show(main, label && page.mayWrite);
		main.classList.toggle('cbi-button-action', isMain);
		main.classList.toggle('important', isMain);
		main.classList.toggle('spinning', chosen.job?.state === 'running');
	}

	/** What the button does where no window is open. */
	function setStart(): void {
		const { job, ready } = chosen;
		const error = problemsOf(chosen).find(isError);

		if (job?.state === 'running') setMain(jobText(job), () => {});
		else if (ready) setMain(_('Start WPS'), () => start(null));
		else setMain(error ? mendLabel(error) : '', doMend);
	}

	/** What there is to choose, what will happen when the button is pressed, or what stands in the way. */
	function renderIdle(networks: Network[]): Children {
		const { job } = chosen;
		const isOne = networks.length < 2;
		const problems = problemsOf(chosen).filter(problem => !isAside(problem));
		const place = isOne ? placeText(chosen) : quote(chosen.ssid);
		const mended = chosen.ready ? null : problems.find(isError);
		const lines = renderProblems(chosen, problems, problem => page.mayWrite && problem !== mended && doMend);
		const choices = networks.map(network =>
			createChoice('radio', 'wps-' + idOf(network), network === chosen, [placeText(network)], () => {
				picked = idOf(network);
				update();
			})
		);

		return [
			E('div', { class: 'wps-row', role: 'radiogroup', 'aria-label': _('Network') }, isOne ? [] : choices),
			...(chosen.ready
				? [
						E('p', {}, [_('A printer, a TV or a repeater joins %s without the password.').format(place)]),
						E('p', {}, [_('Start WPS here, then press the WPS button on the device within two minutes.')])
					]
				: [E('p', {}, [place])]),
			...lines,
			E('p', {}, [job && /reverted|failed/.test(job.state) ? jobText(job) : '']),
			page.mayWrite && hasHouse()
				? createChoice(
						'checkbox',
						'wps-house',
						isForAll,
						[_('On the other routers of this house, too')],
						isChosen => (isForAll = isChosen)
					)
				: '',
			renderQuiet(
				chosen.ready
					? _('Whoever presses a WPS button nearby gets in, too. You will see who it is.')
					: mended && mendLabel(mended)
						? RESTART_NOTE
						: ''
			)
		];
	}

	const hasHouse = () => page.status.house?.routers.some(({ there }) => there) ?? false;

	/** Who has just joined. */
	function guest() {
		const { peer, state, network = '', ended } = latest ?? {};
		const device = page.devices.find(({ mac }) => mac === peer?.mac);
		const { key, kept } = device ?? { key: chosen.keys, kept: chosen.keys !== 'lost' };
		const late = page.status.now - (ended ?? 0) > JOIN_GRACE ? NO_ADDRESS : null;

		return state === 'joined' && peer ? { ...peer, network, key, kept, ip: device?.ip ?? peer.ip ?? late } : null;
	}

	/** Other networks on which WPS was active during this session, as far as that is known. */
	function rivalsOf(session: Session): string {
		const { networks, now } = page.status;
		const begins = ({ started, ended }: Session) => started ?? ended ?? now;
		const precedes = (one: Session, other: Session) => begins(one) < (other.ended ?? Infinity);
		const rivals = networks.filter(
			({ session: other }) =>
				other && other.id !== session.id && precedes(session, other) && precedes(other, session)
		);

		return listText(rivals.map(({ ssid }) => quote(ssid)));
	}

	/** The network whose session is told: one that is open, else the last one that is still news. */
	function findNews(): Told | undefined {
		const { networks, now } = page.status;
		const since = Math.max(read, now - FRESH, ...networks.map(({ job }) => job?.started ?? 0));
		const told = networks.filter((network): network is Told => network.session !== null);

		open = told.filter(({ session }) => session.open);
		return (
			open[0] ??
			told.filter(({ session }) => session.ended! > since).sort((a, b) => b.session.ended! - a.session.ended!)[0]
		);
	}

	function tick(): void {
		if (latest?.open) news.tick(latest, page.received);
	}

	function update(): void {
		const all = page.status.networks;
		const enabled = all.filter(network => network.enabled);
		const networks = enabled.length ? enabled : all;
		const told = findNews();

		node.hidden = !networks.length;
		if (node.hidden) return;

		if (latest?.id !== told?.session.id) refusal = '';
		latest = told?.session;
		chosen =
			told ??
			networks.find(network => idOf(network) === picked) ??
			networks.find(({ ready }) => ready) ??
			networks.find(({ problems }) => problems.find(isError)?.fix === 'enable') ??
			networks[0]!;

		const look = latest?.open ? 'open' : refusal ? 'bad' : latest && lookOf(latest);
		const joined = guest();
		const isOver = look === 'good' || look === 'plain' || (look === 'bad' && !chosen.ready);

		news.reserve(chosen);
		// Behind the news all stays as it was, as it has a part in how large the box is.
		if (!look || !painted) repaint(idle, [networks, chosen.sections, hasHouse()], () => renderIdle(networks));
		const refused = { look: 'bad', title: refusal, advice: '', note: '' } as const;
		const said =
			look === 'bad' && refusal ? refused : told && tell(told, told.session, joined, rivalsOf(told.session));

		if (said) news.update(said);

		if (look === 'open') setMain(_('Cancel'), cancel, false);
		else if (isOver) setMain(_('Done'), clear, false);
		else setStart();

		show(idle, !look);
		show(news.node, look);
		show(ways, chosen.ready && !isOver && look !== 'open');
		show(pin, page.mayWrite);
		show(done, look);
		show(ends, joined && page.mayWrite);
		painted = true;
		tick();
		text = said ? join([said.title, said.advice]) : '';
	}

	return { node, clear, update, tick, text: () => text, chosen: () => (node.hidden ? undefined : chosen) };
}

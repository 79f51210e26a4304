import type { Problem } from '../contract/problem';
import type { Network } from '../contract/status';
import { createButton, createChoice } from './action';
import { explain, known } from './explain';
import { createNews, guestOf, tell, type Told } from './news';
import { FRESH, idOf, type Page } from './page';
import { mend, showPin, showQr, showRemove } from './parts/more';
import { renderQuiet, renderSection, repaint, show, write } from './paint';
import { isAside, isError, isOfRouter, mendLabel, problemsOf, renderProblems } from './problems';
import { ask, type Outcome } from './service';
import { jobText, KEY_TEXTS, lookOf, RESTART_NOTE } from './texts';
import { placeText, quote } from './words';

/**
 * The box on top: lets a device in, shows the window while it is open, and what became of it. All of that lies in one
 * place, one thing over the other, so that nothing moves when one takes the place of another.
 */
export function createAdd(page: Page) {
	const idle = E('div');
	const news = createNews();
	const main = createButton('action', '', () => deed());
	const pin = createButton('link', _('The device shows a PIN'), () => showPin(start));
	const qr = createButton('link', _('No WPS button? QR code'), () => showQr(chosen));
	const done = createButton('link', _('Done'), clear);
	const ways = E('div', { class: 'wps-row' }, [pin, page.mayReadKeys ? qr : '', done]);
	const ends = E('div', { class: 'wps-row' }, [
		_('Not your device?'),
		createButton('neutral', _('Remove…'), () => showRemove(page, guestOf(page, told)!))
	]);
	const node = renderSection(
		_('Add a device'),
		[
			E('div', { class: 'wps-stack' }, [idle, news.node]),
			E('div', { class: 'wps-row' }, [main, E('div', { class: 'wps-stack' }, [ways, ends])])
		],
		'wps-box'
	);

	/** The network that is shown: the one with the news, or the one to start on; and the one that was chosen by hand. */
	let chosen: Network;
	let told: Told | undefined;
	let picked = '';
	let deed: () => unknown;
	let refusal = '';
	let isForAll = true;
	/** Until when the news were read. */
	let read = 0;
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

	const hasHouse = () => page.status.house?.routers.some(({ there }) => there) ?? false;

	/** Opens a window, for the push button or for a PIN. Other routers know a network by its name alone. */
	async function start(code: string | null): Promise<Outcome<unknown>> {
		const target =
			isForAll && hasHouse() && !code
				? { network: chosen.ssid, house: true }
				: { section: idOf(chosen), pin: code };

		return report(await ask('start', target));
	}

	const openOnes = () => page.status.networks.filter((network): network is Told => network.session?.open ?? false);

	/** Closes what is open. A device that was faster is news, and one that tries on. */
	async function cancel(): Promise<void> {
		const outcomes = await Promise.all(openOnes().map(network => ask('cancel', { section: idOf(network) })));

		await report(outcomes[0]!);
		if (outcomes.every(({ answer }) => answer?.session && !answer.session.reason)) clear();
	}

	/** What a network is for a device that joins it; of the chosen one it is said at length what stands in the way. */
	function describe(network: Network): string {
		if (network.ready) return KEY_TEXTS[network.keys]?.[0] ?? '';

		const error = problemsOf(network).find(isError);

		return error && network !== chosen ? explain(error)[0] : '';
	}

	/** What there is to choose, what will happen when the button is pressed, or what stands in the way. */
	function renderIdle(networks: Network[], mended: Problem | undefined): Children {
		const { job, ready } = chosen;
		const isOne = networks.length < 2;
		const problems = problemsOf(chosen).filter(problem => !isAside(problem));
		const place = isOne ? placeText(chosen) : quote(chosen.ssid);
		const choices = networks.map(network =>
			createChoice(
				'radio',
				'wps-' + idOf(network),
				network === chosen,
				[placeText(network), renderQuiet(describe(network))],
				() => {
					picked = idOf(network);
					update();
				}
			)
		);
		const note = ready
			? _('Whoever presses a WPS button nearby gets in, too. You will see who it is.')
			: mended && mendLabel(mended) && RESTART_NOTE;

		return [
			E(
				'div',
				{ class: 'wps-row', role: 'radiogroup', 'aria-label': _('Network') },
				isOne ? [] : [_('Network'), ...choices]
			),
			E('p', {}, [
				ready ? _('A printer, a TV or a repeater joins %s without the password.').format(place) : place
			]),
			E('p', {}, [ready ? _('Start WPS here, then press the WPS button on the device within two minutes.') : '']),
			...renderProblems(page, chosen, problems, mended),
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
			renderQuiet(note || '')
		];
	}

	/** The network whose session is told: one that is open, else the last one that is still news. */
	function findNews(): Told | undefined {
		const { networks, now } = page.status;
		const since = Math.max(read, now - FRESH, ...networks.map(({ job }) => job?.started ?? 0));
		const recent = networks.filter((network): network is Told => (network.session?.ended ?? 0) > since);

		return openOnes()[0] ?? recent.sort((a, b) => b.session.ended! - a.session.ended!)[0];
	}

	function tick(): void {
		if (told?.session.open) news.tick(told.session, page.received);
	}

	function update(): void {
		const all = page.status.networks;
		const enabled = all.filter(network => network.enabled);
		const networks = enabled.length ? enabled : all;
		const former = told?.session.id;

		text = '';
		page.chosen = null;
		node.hidden = !all.length || all.some(({ problems }) => problems.some(isOfRouter));
		if (node.hidden) return;

		told = findNews();
		if (former !== told?.session.id) refusal = '';
		page.chosen = chosen =
			told ??
			networks.find(network => idOf(network) === picked) ??
			networks.find(({ ready }) => ready) ??
			networks.find(({ problems }) => problems.find(isError)?.fix === 'enable') ??
			networks[0]!;

		const { job, ready } = chosen;
		const error = problemsOf(chosen).find(isError);
		const isOpen = told?.session.open;
		const isRefused = refusal && !isOpen;
		const look = isRefused ? 'bad' : told && lookOf(told.session);
		const isOver = look && !isOpen && (look !== 'bad' || !ready);
		const isBusy = job?.state === 'running';

		news.reserve(chosen);
		// Behind the news all stays as it was, as it has a part in how large the box is.
		if (!look || !idle.firstChild)
			repaint(idle, [networks, chosen.sections, hasHouse(), known], () =>
				renderIdle(networks, ready ? undefined : error)
			);
		if (look) text = news.update(isRefused ? { look, title: refusal } : tell(page, told!));

		const [label, task]: [string, () => unknown] = isOpen
			? [_('Cancel'), cancel]
			: isOver
				? [_('Done'), clear]
				: isBusy
					? [jobText(job), () => {}]
					: ready
						? [_('Start WPS'), () => start(null)]
						: [error ? mendLabel(error) : '', () => mend(page, chosen)];

		// It stays the same one, so that it keeps the focus.
		deed = task;
		write(main, label);
		main.classList.toggle('important', !isOpen && !isOver);
		main.classList.toggle('spinning', !isOpen && !isOver && isBusy);
		show(main, label && page.mayWrite);
		show(idle, !look);
		show(news.node, look);
		show(ways, ready && !isOver && !isOpen);
		show(pin, page.mayWrite);
		show(done, look);
		show(ends, page.mayWrite && guestOf(page, told));
		tick();
	}

	return { node, clear, update, tick, said: () => text };
}

import type { Problem } from '../contract/problem';
import type { AccessPoint } from '../contract/status';
import { createButton } from './action';
import { createCountdown } from './countdown';
import { showSettings } from './settings';
import { renderOutcome } from './outcome';
import { clockText, join, repaint, secondsLeft } from './paint';
import { showPin } from './pin';
import { showQr } from './qr';
import { isOfRouter, renderProblems } from './remedies';
import { callCancel, callStart } from './service';
import { jobText, renderEnable, showDisable, type Report } from './switch';
import { sessionAdvice, sessionText } from './texts';

/** What all cards share. */
export interface Page {
	mayWrite: boolean;
	mayReadKeys: boolean;
	pinAvailable: boolean;
	/** The router's clock, and this page's when it was told (performance.now()). */
	now: number;
	received: number;
	refresh: () => Promise<void>;
	/** Tells a change of state to who can't see it. */
	announce: (text: string) => void;
}

/** How hard a problem is to mend: not needed, by waiting, by a button here, elsewhere. Only the hardest are told, and warnings where a mend is near. */
type Rank = 0 | 1 | 2 | 3;

function rank({ severity, fix }: Problem): Rank {
	if (severity === 'warning') return 0;
	return fix === 'wait' ? 1 : fix === 'enable' ? 2 : 3;
}

/** The state of a network in one word, and the colour of LuCI's label. */
function badge({ session, job, ready }: AccessPoint, worst: number): [word: string, look: string] {
	if (session?.open) return [_('Active', 'WPS'), 'notice'];
	if (job?.state === 'running' || worst === 1) return [_('Please wait'), 'notice'];
	if (ready) return [_('Ready'), 'success'];
	return worst === 2 ? [_('Disabled'), ''] : [_('Not possible'), 'warning'];
}

/** A card on the page. */
export type Card = ReturnType<typeof createCard>;

/**
 * One access point: its state, the one main button, what stands in the way. Built once, updated in place;
 * `tick` moves its clocks on.
 */
export function createCard(page: Page) {
	const title = E('h3');
	const label = E('span');
	const about = E('p', { class: 'wps-quiet' });
	const countdown = createCountdown();
	const outcome = E('div');
	const job = E('p');
	const problems = E('div');
	const enable = E('div');
	const refusal = E('p', { role: 'alert' });
	let ap: AccessPoint;
	let told: string;

	const report: Report = async result => {
		await page.refresh();
		refusal.textContent = result.refusal ?? '';
		return result;
	};
	const main = createButton('apply', '', async () =>
		report(await (ap.session?.open ? callCancel(ap.session.ifname) : callStart(ap.ifname!)))
	);
	const edit = createButton('link', _('Edit wireless network'), () => showSettings(ap));
	const pin = createButton('link', _('PIN of the device'), () => showPin(ap, report));
	const off = createButton('link', _('Turn WPS off'), () => showDisable(ap, report));
	const qr = createButton('link', _('QR Code'), () => showQr(ap));
	const node = E('section', { class: 'cbi-section wps-card' }, [
		E('div', { class: 'wps-row' }, [title, label]),
		about,
		countdown.node,
		outcome,
		main,
		job,
		problems,
		enable,
		refusal,
		E('div', { class: 'wps-row' }, [edit, pin, off, qr])
	]);

	/** Tells what has changed to who can't see it; what was refused before is of no interest then. */
	function announce(text: string): void {
		if (told !== undefined && told !== text) {
			refusal.textContent = '';
			if (text) page.announce(join([ap.ssid, text], ': '));
		}
		told = text;
	}

	function tick(): void {
		if (ap.session?.open) countdown.tick(ap.session, page.received);
		for (const { code, seconds } of ap.problems) {
			const wait = problems.querySelector(`[data-wait=${code}]`);
			if (wait) wait.textContent = clockText(secondsLeft(seconds ?? 0, page.received));
		}
	}

	function update(current: AccessPoint): void {
		ap = current;

		const { session, enabled, ready } = ap;
		const open = session?.open ?? false;
		const busy = ap.job?.state === 'running';
		const isFresh = (event: { ended: number | null } | null) =>
			event && (!event.ended || page.now - event.ended < 600);
		const ended = !open && isFresh(session) && session;
		const said = session && (open || ended) ? join([sessionText(session), sessionAdvice(session)]) : '';
		const news = !open && isFresh(ap.job) ? jobText(ap.job!) : '';
		const worst = Math.max(0, ...ap.problems.map(rank));
		const [word, look] = badge(ap, worst);
		const reasons = ap.problems.filter(
			problem => !busy && !open && !isOfRouter(problem) && [worst, worst < 3 ? 0 : 3].includes(rank(problem))
		);
		const mends = reasons.filter(({ fix }) => page.mayWrite && fix === 'enable').map(({ code }) => code);

		/** Turning WPS on mends the rest as well. */
		if (!enabled) mends.splice(1);

		title.textContent = ap.ssid;
		label.textContent = word;
		label.className = 'label ' + look;
		about.textContent = join(
			[
				ap.band && '%s GHz'.format(ap.band === '2g' ? '2.4' : ap.band[0]!),
				ap.channel && '%s %d'.format(_('Channel'), ap.channel),
				ap.ifname ?? ap.radio
			],
			' · '
		);
		node.setAttribute('aria-label', join([ap.ssid, about.textContent]));

		countdown.node.hidden = !open;
		if (open) countdown.update(session!);
		repaint(outcome, ended && [ended.id, said], () =>
			renderOutcome(ended as NonNullable<typeof session>, page.mayWrite)
		);
		job.textContent = news;
		job.className = busy ? 'spinning' : '';
		repaint(
			problems,
			reasons.map(({ code, seconds }) => [code, seconds === null]),
			() => renderProblems(reasons)
		);
		repaint(enable, mends.length && [enabled, mends], () => renderEnable(ap, mends, report));

		main.hidden = !page.mayWrite || !(ready || open);
		main.textContent = open ? _('Cancel') : _('Start WPS');
		main.classList.toggle('cbi-button-apply', !open);
		main.classList.toggle('cbi-button-negative', open);
		edit.hidden = !reasons.some(({ fix }) => fix === 'wireless');
		pin.hidden = main.hidden || open || !page.pinAvailable;
		off.hidden = !page.mayWrite || !enabled || open || busy;
		/** A code can only tell one key for all. */
		qr.hidden = !page.mayReadKeys || !ap.ifname || ap.problems.some(({ code }) => /wep|enterprise|ppsk/.test(code));
		tick();
		announce(join([news, said]));
	}

	return { node, tick, update };
}

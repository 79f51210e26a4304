import type { Button } from '../contract/button';
import type { Problem } from '../contract/problem';
import type { Network } from '../contract/status';
import { createButton, renderLink } from './action';
import { explain } from './explain';
import type { Page } from './page';
import { join } from './paint';
import { mend } from './parts/more';
import { bandsText } from './words';

/** The same on every network: told once, in a box of its own. */
export const isOfRouter = ({ code }: Problem): boolean => code.includes('daemon');

/**
 * WPS on several networks is none while our script has the button, which opens one of them; but hostapd itself may have
 * made one of several.
 */
export function isHere({ code, option }: Problem, { present, action }: Button): boolean {
	return code !== 'shared_flag' || option === 'wps_independent' || !present || action === 'stock';
}

/** Of no matter for a device that is about to join. */
export const isAside = ({ code }: Problem): boolean => code === 'shared_flag' || code === 'pin_exposed';

export const isError = ({ severity }: Problem): boolean => severity === 'error';

/**
 * What stands in the way on a network, or will disappoint. Of what hinders only the first: the rest may go with it,
 * as all does with the software.
 */
export function problemsOf({ problems }: Network): Problem[] {
	const first = problems.find(isError);

	return problems.some(isOfRouter) ? [] : problems.filter(problem => !isError(problem) || problem === first);
}

/** A code can only tell one key for all. */
export function hasQr({ problems }: Network): boolean {
	return !problems.some(({ code }) => /wep|enterprise|ppsk|key/.test(code));
}

/** The label of the button that mends a problem, where one does. */
export const mendLabel = (problem: Problem): string => (problem.fix === 'enable' && explain(problem)[2]) || '';

/**
 * Problems, one a line: on which bands, where not on all; what; how long; the mend; and why, on demand.
 * @param mended  the one whose mend is elsewhere
 */
export function renderProblems(page: Page, network: Network, problems: Problem[], mended?: Problem): Node[] {
	const { access_points: aps } = network;

	return problems.map(problem => {
		const { fix, option, seconds, sections } = problem;
		const [text, why] = explain(problem);
		const hit = aps.filter(({ section }) => sections.includes(section));
		const part = hit.length < aps.length && bandsText(hit.map(({ band }) => band));
		const label = page.mayWrite && problem !== mended && mendLabel(problem);

		return E('div', { class: 'wps-row', title: option }, [
			join([part, text], ': '),
			seconds ? E('span', { 'data-until': performance.now() + seconds * 1000 }) : '',
			fix === 'wireless' ? renderLink() : '',
			label ? createButton('neutral', label, () => mend(page, network)) : '',
			why ? E('details', {}, [E('summary', {}, [_('Why?')]), why]) : ''
		]);
	});
}

import type { Button } from '../contract/button';
import type { Problem } from '../contract/problem';
import type { Network } from '../contract/status';
import { createButton, renderLink } from './action';
import { join } from './paint';
import { ask, type Outcome } from './service';
import { MEND_TEXTS, PROBLEM_TEXTS, REASONS } from './texts';
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

/** The label of the button that mends a problem, where one does. */
export const mendLabel = ({ code, fix }: Problem): string => (fix === 'enable' && MEND_TEXTS[code]) || '';

/** Mends what `enable` mends, and leaves the kind of keys as it is. */
export function mend({ sections, keys }: Network): Promise<Outcome<unknown>> {
	return ask('enable', { section: sections[0]!, keys: keys === 'own' ? keys : 'shared' });
}

/**
 * Problems, one a line: on which bands, where not on all; what; how long; the mend; and why, on demand.
 * @param press  what the button does that mends a problem; false: no button
 */
export function renderProblems(
	{ access_points: aps }: Network,
	problems: Problem[],
	press: (problem: Problem) => false | (() => unknown)
): Node[] {
	return problems.map(problem => {
		const { code, fix, option, seconds, sections } = problem;
		const hit = aps.filter(({ section }) => sections.includes(section));
		const part = hit.length < aps.length && bandsText(hit.map(({ band }) => band));
		const label = mendLabel(problem);
		const parts: (Node | string)[] = [join([part, PROBLEM_TEXTS[code] ?? code], ': ')];

		if (seconds) parts.push(E('span', { 'data-until': performance.now() + seconds * 1000 }));
		if (fix === 'wireless') parts.push(renderLink(_('Wireless settings'), 'admin/network/wireless'));
		const task = press(problem);

		if (task && label) parts.push(createButton('neutral', label, task));
		if (REASONS[code]) parts.push(E('details', {}, [E('summary', {}, [_('Why?')]), REASONS[code]]));

		return E('div', { class: 'wps-row', title: option }, parts);
	});
}

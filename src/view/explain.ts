import { WPS_IS_OFF } from '../contract/error';
import type { Problem, ProblemCode } from '../contract/problem';
import { explainRest } from './parts/more';

/** A problem in a line; what is behind it, where that is not plain; what `enable` does about it. */
export type Explained = [text: string, why?: string, mend?: string];

/** What any router has now and then. */
const COMMON = {
	wps_disabled: [WPS_IS_OFF, '', _('Turn WPS on')],
	radio_disabled: [_('It is switched off.')],
	open_network: [_('An open network has no password to hand over.')],
	unsaved_changes: [_('Changed wireless settings wait to be applied.')],
	radio_down: [_('Its radio is starting.')],
	not_on_air: [_('It is not on the air yet.')],
	window_open: [_('WPS is active on another network.')],
	shared_flag: [_('The button on the case starts WPS on several networks.')]
} satisfies { [code in ProblemCode]?: Explained };

/** All others, which are learned when one of them is there. */
export type Rest = Record<Exclude<ProblemCode, keyof typeof COMMON>, Explained>;

/** What has been learned so far. */
export const known: { [code in ProblemCode]?: Explained } = COMMON;

/** Learns what there is to say about these problems. */
export async function learn(problems: Problem[]): Promise<void> {
	if (problems.some(({ code }) => !known[code])) Object.assign(known, await explainRest());
}

/** What there is to say about a problem; its code, where that could not be learned. */
export function explain({ code }: Problem): Explained {
	return known[code] ?? [code];
}

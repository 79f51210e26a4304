import { ANYWHERE, type Target } from './target';
import type { Whole } from './network-state';

/**
 * What a press of the button on the case opens: the network that the owner chose, else the first that has WPS on, in the
 * order of the configuration; null: none has.
 */
export function pressed(wholes: Whole[], chosen: string | null): Target | null {
	if (chosen !== null) return { ...ANYWHERE, network: chosen };

	const first = filter(wholes, whole => whole.enabled)[0] ?? null;
	return first === null ? null : { ...ANYWHERE, section: first.places[0].bss.section };
}

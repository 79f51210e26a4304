import type { Job } from '../contract/job';
import type { ProblemCode } from '../contract/problem';
import type { AccessPoint } from '../contract/status';
import { createButton, showDialog } from './action';
import { join } from './paint';
import { callDisable, callEnable, type Outcome } from './service';

/** A build without WPS refuses a configuration with it (facts §3). */
export const DOWNGRADE_NOTE = _(
	'With WPS on, Wi-Fi does not start under a wpad without WPS: turn WPS off before you use one.'
);

/** Shows the outcome of a call on its card. */
export type Report = <Answer>(outcome: Outcome<Answer>) => Promise<Outcome<Answer>>;

/** What a switch costs. */
const RESTART_NOTE = _('A restart takes the devices of the network offline for a few seconds.');

/**
 * What a job mends here: WPS that is off, and for those whose network it is on, what it lacks.
 * @param codes  the problems to mend, one button each
 */
export function renderEnable(
	{ section, enabled, persistent }: AccessPoint,
	codes: ProblemCode[],
	report: Report
): Children {
	const keep = _('Keep joined devices after a restart');
	const box = E('input', { type: 'checkbox', checked: '' });
	const mend = (label: string, persists: () => boolean) =>
		createButton(enabled ? 'neutral' : 'apply', label, async () => report(await callEnable(section, persists())));

	return [
		E('p', {}, enabled ? [] : [E('label', {}, [box, ' ', keep])]),
		...codes.map(code =>
			code === 'pin_exposed'
				? mend(_('Remove the PIN of the router'), () => persistent)
				: mend(enabled ? keep : _('Turn WPS on for this network'), () => box.checked)
		),
		E('p', { class: 'wps-quiet' }, [
			join([
				codes[0] !== 'pin_exposed' && _('For this, the router stores the password in a file.'),
				RESTART_NOTE,
				!enabled && DOWNGRADE_NOTE
			])
		])
	];
}

/** Asks before WPS goes off. */
export function showDisable({ section, ssid }: AccessPoint, report: Report): void {
	showDialog(_('Turn WPS off'), [ssid, RESTART_NOTE], {
		label: _('Turn WPS off'),
		style: 'negative',
		task: async () => report(await callDisable(section))
	});
}

/** What a job is at, or came to. */
export function jobText({ kind, state }: Job): string {
	const on = kind === 'enable';

	if (state === 'running') return join([on ? _('Turning WPS on…') : _('Turning WPS off…'), RESTART_NOTE]);
	if (state === 'done') return on ? _('WPS is on.') : _('WPS is off.');
	return state === 'reverted'
		? _('The network did not come back as expected, so the former settings were restored.')
		: _('The settings could not be saved: the router may be out of space.');
}

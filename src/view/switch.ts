import type { Job } from '../contract/job';
import type { ProblemCode } from '../contract/problem';
import type { AccessPoint } from '../contract/status';
import { createButton, showDialog } from './action';
import { join } from './paint';
import { callDisable, callEnable, type Outcome } from './service';

/** Shows the outcome of a call on its card. */
export type Report = <Answer>(outcome: Outcome<Answer>) => Promise<Outcome<Answer>>;

const RESTART_NOTE = _('The network restarts: its devices are offline for a few seconds.');

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
				codes[0] !== 'pin_exposed' && _('Keeping them stores the password in a file on the router.'),
				RESTART_NOTE,
				!enabled && _('Turn WPS off before you install a wpad without it, or Wi-Fi will not start.')
			])
		])
	];
}

export function showDisable({ section, ssid }: AccessPoint, report: Report): void {
	showDialog(_('Turn WPS off'), [ssid, RESTART_NOTE], {
		label: _('Turn WPS off'),
		style: 'negative',
		task: async () => report(await callDisable(section))
	});
}

export function jobText({ kind, state }: Job): string {
	if (state === 'running')
		return join([kind === 'enable' ? _('Turning WPS on…') : _('Turning WPS off…'), RESTART_NOTE]);
	if (state === 'done') return kind === 'enable' ? _('WPS is on.') : _('WPS is off.');
	return state === 'reverted'
		? _('The network did not come back as wanted, so the former settings were restored.')
		: _('The settings could not be stored: the router may have no free space.');
}

import type { Job } from '../contract/job';
import type { AccessPoint } from '../contract/status';
import { createButton, showDialog } from './action';
import { join } from './paint';
import { callDisable, callEnable, errorText, type Outcome } from './service';

/** Shows the outcome of a call on its card. */
export type Report = <Answer>(outcome: Outcome<Answer>) => Promise<Outcome<Answer>>;

const RESTART_NOTE = _('The network restarts: its devices are offline for a few seconds.');

export function renderEnable({ section, enabled }: AccessPoint, report: Report): Children {
	const keep = _('Keep joined devices after a restart');
	const box = E('input', { type: 'checkbox', checked: '' });
	const button = createButton(
		enabled ? 'neutral' : 'apply',
		enabled ? keep : _('Turn WPS on for this network'),
		async () => report(await callEnable(section, box.checked))
	);

	return [
		E('p', {}, enabled ? [] : [E('label', {}, [box, ' ', keep])]),
		button,
		E('p', { class: 'wps-quiet' }, [
			join([_('Keeping them stores the password in a file on the router.'), RESTART_NOTE])
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

export function jobText({ kind, state, code }: Job): string {
	if (state === 'running')
		return join([kind === 'enable' ? _('Turning WPS on…') : _('Turning WPS off…'), RESTART_NOTE]);
	if (state === 'done') return kind === 'enable' ? _('WPS is on.') : _('WPS is off.');
	return join([
		state === 'reverted'
			? _('The network did not come back as wanted, so the former settings were restored.')
			: _('Nothing was changed.'),
		errorText(code)
	]);
}

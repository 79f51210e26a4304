import type { ButtonAction } from '../contract/button';
import type { Network } from '../contract/status';
import { createButton } from './action';
import { known } from './explain';
import { idOf, type Page } from './page';
import { join, renderQuiet, renderSetting, repaint } from './paint';
import { showGuard, showQr, showSwitch } from './parts/more';
import { hasQr, isAside, isError, problemsOf, renderProblems } from './problems';
import { ask } from './service';
import { jobText, KEY_TEXTS } from './texts';
import { bandsText, quote } from './words';

/** WPS on one network: on or off, with which keys, what is amiss unless it is said above. */
function renderNetwork(page: Page, network: Network): Node {
	const { ssid, enabled, keys, job, access_points: aps } = network;
	const { mayWrite, mayReadKeys } = page;
	const isTold = network === page.chosen;
	const all = problemsOf(network);
	const canEnable = network.problems.every(problem => !isError(problem) || /enable|wait/.test(problem.fix ?? ''));
	const listed = all.filter(problem => (isAside(problem) || !isTold) && problem.code !== 'wps_disabled');
	const isBusy = job?.state === 'running';
	const [what = '', meaning = ''] = (enabled && KEY_TEXTS[keys]) || [];
	/** What comes in the place of another has its id, and so the focus. */
	const button = (id: string, style: string, label: string, task: () => unknown) =>
		createButton(style, label, task, join(['wps', id, idOf(network)], '-'));

	return renderSetting(
		[
			E('bdi', { title: aps.map(({ ifname, radio }) => ifname ?? radio).join(', ') }, [ssid]),
			renderQuiet(bandsText(aps.map(({ band }) => band)))
		],
		[
			...(isBusy
				? []
				: [
						join([enabled ? _('WPS is on.') : !listed.some(isError) && _('WPS is off.'), what]),
						renderQuiet(meaning),
						...renderProblems(page, network, listed)
					]),
			E('div', { class: isBusy ? 'spinning' : null }, [job && job.state !== 'done' ? jobText(job) : '']),
			E('div', { class: 'wps-row' }, [
				mayWrite && (enabled || canEnable)
					? button(enabled ? 'keys' : 'switch', 'neutral', enabled ? _('Keys…') : _('Turn WPS on…'), () =>
							showSwitch(page, network, false)
						)
					: '',
				mayWrite && enabled
					? button('switch', 'neutral', _('Turn WPS off…'), () => showSwitch(page, network, true))
					: '',
				mayReadKeys && !isTold && hasQr(network)
					? button('qr', 'link', _('QR code'), () => showQr(network))
					: ''
			])
		]
	);
}

/** What the button on the case does: opens one of the networks with WPS, nothing, or what OpenWrt does by itself. */
function renderButton({ status: { button, networks }, mayWrite, report }: Page): Node {
	const names = networks.filter(({ enabled }) => enabled).map(({ ssid }) => ssid);
	const actions: [action: ButtonAction, network: string | null, label: string][] = [
		['stock', null, _('Starts WPS on every network that has it on')],
		['off', null, _('Does nothing')]
	];

	for (const name of new Set(names.concat(button.network ?? [])))
		actions.unshift(['network', name, _('Starts WPS on %s').format(quote(name))]);

	const select: HTMLSelectElement = E(
		'select',
		{
			id: 'wps-button',
			'aria-label': _('The button on the case'),
			disabled: mayWrite ? null : '',
			change: async () => {
				const [action, network] = actions[select.selectedIndex]!;

				await report(await ask('button', { action, network }));
			}
		},
		actions.map(([action, network, label]) =>
			E('option', { selected: action === button.action && network === (button.network ?? network) ? '' : null }, [
				label
			])
		)
	);

	return renderSetting([_('The button on the case')], [select]);
}

/** What this router does: WPS by network, its button and its light. */
export function createRouter(page: Page) {
	const told = E('p');
	const list = E('div', { class: 'cbi-section-node' });
	const node = E('details', { class: 'cbi-section' }, [
		E('summary', {}, [E('h3', {}, [_('This router')])]),
		told,
		list
	]);

	node.open = matchMedia('(min-width: 600px)').matches;

	return {
		node,

		update(): void {
			const { networks, button, guard, light } = page.status;
			const { chosen } = page;

			told.hidden = !guard;
			if (guard) showGuard(told, guard.when);
			repaint(list, [page.status, chosen?.sections, known], () => [
				...networks.map(network => renderNetwork(page, network)),
				chosen && button.present ? renderButton(page) : '',
				chosen && light ? renderSetting([_('The WPS light')], [_('Blinks while WPS is active.')], light) : ''
			]);
		}
	};
}

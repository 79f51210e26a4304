import type { Network } from '../contract/status';
import { createChoice } from './action';
import { showDialog } from './dialog';
import { idOf, type Page } from './page';
import { renderQuiet } from './paint';
import { ask } from './service';
import { KEY_TEXTS, RESTART_NOTE } from './texts';
import { placeText } from './words';

const KINDS = ['shared', 'own'] as const;

/** Says how many devices a change throws out, which have another key than the network's password; nothing for none. */
function lossText({ devices }: Page, { ssid }: Network): string {
	const count = devices.filter(({ network, key }) => network === ssid && key !== 'shared').length;

	if (!count) return '';
	return N_(count, '%d device will have to join again.', '%d devices will have to join again.').format(count);
}

/** Turns WPS on, or changes what a device gets that joins; `off`: turns it off. */
export async function showSwitch(page: Page, network: Network, off: boolean): Promise<void> {
	const former = network.keys === 'own' ? 'own' : 'shared';
	const loss = E('strong', { role: 'status' }, [off ? lossText(page, network) : '']);
	let keys: (typeof KINDS)[number] = former;
	/** Once it has been said that devices have to go, they may. */
	let force = false;

	const choices = KINDS.map(kind => {
		const [what, meaning] = KEY_TEXTS[kind]!;

		return createChoice('radio', kind, kind === keys, [what, renderQuiet(meaning)], () => {
			keys = kind;
			loss.textContent = keys === former ? '' : lossText(page, network);
		});
	});

	showDialog(
		placeText(network),
		[...(off ? [] : choices), loss, RESTART_NOTE],
		off ? _('Turn WPS off') : network.enabled ? _('Save') : _('Turn WPS on'),
		off ? 'negative important' : 'action important',
		async () => {
			const outcome = await ask(off ? 'disable' : 'enable', {
				section: idOf(network),
				keys: off ? null : keys,
				force: force || loss.textContent !== ''
			});

			force = outcome.code === 'devices_would_go';
			if (outcome.answer) await page.refresh();
			return outcome;
		}
	);
}

import type { KeyKind } from '../contract/device';
import { renderLink } from './action';
import { showDialog } from './dialog';
import type { Page } from './page';
import { ask } from './service';
import { nameText } from './texts';
import { quote } from './words';

/** A device that can be thrown out, as far as its key allows. */
export interface Removable {
	mac: string;
	name: string | null;
	network: string;
	key: KeyKind;
}

/** Asks, with what a key allows, and throws the device out. */
export async function showRemove(page: Page, { mac, name, network, key }: Removable): Promise<void> {
	const who = nameText({ mac, name });
	const own = key === 'own';

	showDialog(
		who,
		own
			? [_('Its key is withdrawn: it is out at once, and for good. All other devices keep theirs.')]
			: [
					_('It is disconnected, and kept out for one minute.'),
					_('It knows the password of %s: to keep it out for good, change the password.').format(
						quote(network)
					),
					renderLink()
				].slice(0, key === 'lost' ? 1 : 3),
		own ? _('Remove', 'WPS') : _('Disconnect'),
		'negative important',
		async () => {
			const outcome = await ask('remove', { mac, network });
			const { answer } = outcome;

			if (answer)
				await page.forget(
					(answer.for_good ? _('%s was removed for good.') : _('%s was disconnected for one minute.')).format(
						who
					)
				);
			return outcome;
		}
	);
}

import type { Network } from '../contract/status';
import { idOf, type Page } from './page';
import { ask } from './service';

/** Mends what `enable` mends, and leaves the kind of keys as it is. */
export async function mend(page: Page, network: Network): Promise<void> {
	const keys = network.keys === 'own' ? 'own' : 'shared';

	await page.report(await ask('enable', { section: idOf(network), keys }));
}

import { strict as assert } from 'node:assert';
import { HANDS, LUCI_URL, setting, shows, Stage } from './stage';

describe('the way to the settings of a network', function () {
	this.timeout(120_000);
	let stage: Stage;

	if (LUCI_URL) return;

	afterEach(() => stage.close());

	for (const { name, press, context } of HANDS)
		it(`is a navigation: all of the page is the other one, and nothing of the tab goes on, by ${name}`, async () => {
			stage = await Stage.set({ context });
			const page = await stage.open();
			if (name === 'phone') await page.getByRole('heading', { name: 'This router' }).tap();
			const asked = () =>
				stage.router.bus.calls.filter(({ object, method }) => object === 'luci.wps' && method !== 'status')
					.length;
			await press(setting(page, 'Guests').getByRole('link', { name: 'Wireless settings' }));
			await page.waitForURL(/\/admin\/network\/wireless$/);
			await shows(page, 'Wireless Overview');
			assert.equal(await page.locator('.wps').count(), 0);
			const before = asked();
			await page.waitForTimeout(3000);
			assert.equal(asked(), before, 'nothing of the tab asks on');

			await page.goBack();
			await setting(page, 'Guests').waitFor({ state: name === 'phone' ? 'attached' : 'visible' });
		});
});

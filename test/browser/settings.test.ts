import { strict as assert } from 'node:assert';
import type { Locator, Page } from 'playwright-core';
import { button, card, dialogOf, HANDS, LUCI_URL, shows, Stage, watch } from './stage';

const EDIT = 'Edit wireless network';
const WIRELESS = /\/admin\/network\/wireless$/;

/** The first network whose settings stand in the way, and its name; null: another router than ours may have none. */
async function firstUnsuitable(page: Page): Promise<{ network: Locator; ssid: string } | null> {
	const network = page
		.getByRole('region')
		.filter({ has: button(page, EDIT) })
		.first();
	await page.getByRole('region').first().waitFor();
	if (LUCI_URL && !(await network.isVisible())) return null;
	return { network, ssid: (await network.locator('h3').textContent()) ?? '' };
}

describe('the way to the settings of a network', function () {
	this.timeout(120_000);
	let stage: Stage;

	beforeEach(async () => {
		stage = await Stage.set();
	});

	afterEach(() => stage.close());

	for (const { name, press } of HANDS)
		it(`leads to its dialog on LuCI's own page, by ${name}`, async function () {
			const page = await stage.open();
			const found = await firstUnsuitable(page);
			if (!found) return this.skip();
			const { network, ssid } = found;
			await press(button(network, EDIT));
			await dialogOf(page).getByRole('heading').first().waitFor();
			assert.ok((await dialogOf(page).locator('h4').textContent())?.includes(ssid));
			assert.match(new URL(page.url()).pathname, WIRELESS);
			assert.equal(await page.locator('body').getAttribute('data-page'), 'admin-network-wireless');
			assert.equal(await page.getByText('Lets a printer').count(), 0);

			await page.goBack();
			await button(card(page, ssid), EDIT).waitFor();
			assert.ok(!(await dialogOf(page).isVisible()));
		});

	if (LUCI_URL) return;

	it('leaves nothing behind that asks on', async () => {
		const page = await stage.open();
		await button(card(page, 'Guests'), EDIT).click();
		await shows(dialogOf(page), 'Wireless Network: Guests');
		const before = stage.router.bus.calls.filter(({ object }) => object === 'luci.wps').length;
		await watch(page, 20);
		await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
		await watch(page, 2);
		assert.equal(stage.router.bus.calls.filter(({ object }) => object === 'luci.wps').length, before);
	});

	it('shows the page where the network is not on it', async () => {
		const page = await stage.open();
		await page.route('**/view/network/wireless.js*', async route => {
			const response = await route.fetch();
			await route.fulfill({ response, body: (await response.text()).replace("'data-sid'", "'data-other'") });
		});
		await button(card(page, 'Guests'), EDIT).click();
		await shows(page, 'Wireless Overview');
		await watch(page, 2);
		assert.ok(!(await dialogOf(page).isVisible()));
		assert.match(new URL(page.url()).pathname, WIRELESS);
	});
});

import { strict as assert } from 'node:assert';
import { button, LUCI_URL, Stage } from './stage';

// The corner in which a person plays the world around the simulated router.
(LUCI_URL ? describe.skip : describe)("the simulator's corner", function () {
	this.timeout(120_000);
	let stage: Stage;

	beforeEach(async () => (stage = await Stage.set()));
	afterEach(() => stage.close());

	it('speaks another language, and each of its buttons does something', async () => {
		const page = await stage.open();
		const corner = page.locator('#simulator');
		await corner.locator('summary').click();
		await corner.locator('[name=language]').selectOption('de');
		await button(page, 'WPS starten').first().waitFor();
		assert.equal(await page.locator('html').getAttribute('lang'), 'de');

		stage.server.enterScene = name => `moved to ${name}`;
		await corner.locator('summary').click();
		await corner.locator('[name=scene]').selectOption('two');
		await corner.locator('output').getByText('moved to two').waitFor();

		for (const one of await corner.getByRole('button').all()) {
			const answered = page.waitForResponse(response => {
				const { action } = response.request().postDataJSON() ?? {};
				return response.url().endsWith('/simulator') && action !== 'light';
			});
			await one.click();
			assert.equal((await answered).status(), 200, (await one.textContent()) ?? '');
		}
	});
});

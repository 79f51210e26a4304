import { strict as assert } from 'node:assert';
import { button, LUCI_URL, Stage } from './stage';

// The corner in which a person plays the world around the simulated router.
(LUCI_URL ? describe.skip : describe)("the simulator's corner", function () {
	this.timeout(120_000);
	let stage: Stage;

	beforeEach(async () => (stage = await Stage.set()));
	afterEach(() => stage.close());

	it('has every device story, another house and another language', async () => {
		const page = await stage.open();
		const corner = page.locator('#simulator');
		await corner.locator('summary').click();
		await corner.locator('[name=language]').selectOption('de');
		await button(page, 'WPS starten').first().waitFor();
		assert.equal(await page.locator('html').getAttribute('lang'), 'de');
		await corner.locator('summary').click();

		const stories = await corner
			.getByRole('button')
			.evaluateAll(nodes => nodes.map(node => (node as HTMLButtonElement).value));
		for (const story of stories) {
			const answered = page.waitForResponse(/\/simulator$/);
			await corner.locator(`[value="${story}"]`).click();
			assert.equal((await answered).status(), 200, story);
		}
		assert.ok(['join', 'forget', 'two', 'fail', 'never', 'pin 12345670'].every(story => stories.includes(story)));

		await corner.locator('[name=scene]').selectOption('dual-band');
		await corner.getByText('dual-band: one network on two bands').waitFor();
		assert.match(stage.router.config, /option band '2g'[^]*option band '5g'/);
	});
});

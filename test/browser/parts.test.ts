import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { SCENES } from '../router/scenes';
import { box, button, dialogOf, look, LUCI_URL, setting, shows, Stage } from './stage';

/** Where what a person rarely opens is loaded from. */
const PART = /\/luci-static\/resources\/wps\/+more\.js/;

const FAILED = 'A part of this page could not be loaded: try again.';

/** Keeps that file from the page. */
const withhold = (page: Page) => page.route(PART, route => route.abort());

describe('what is loaded when it is needed', function () {
	this.timeout(120_000);
	let stage: Stage;

	if (LUCI_URL) return;

	afterEach(() => stage.close());

	it('is not there before, and once is enough', async () => {
		stage = await Stage.set();
		const loads: string[] = [];
		const page = await stage.open({ before: fresh => fresh.on('request', request => loads.push(request.url())) });
		const parts = () => loads.filter(url => PART.test(url)).length;
		await button(page, 'Start WPS').waitFor();
		// what is rare in this house is told with it
		const before = parts();
		for (let times = 0; times < 2; times++) {
			await button(page, 'The device shows a PIN').click();
			await dialogOf(page).getByRole('textbox', { name: 'PIN' }).waitFor();
			await button(dialogOf(page), 'Cancel').click();
			await page.waitForTimeout(600);
		}
		assert.ok(before <= 1);
		assert.equal(parts(), 1);
	});

	it('is told where it could not be loaded, and comes at the next press', async () => {
		stage = await Stage.set(SCENES.two!.options);
		const page = await stage.open({ before: fresh => withhold(fresh) });
		const pin = button(page, 'The device shows a PIN');
		await pin.click();
		await shows(page, FAILED);
		await page.locator('.wps:not(:has(.spinning))').waitFor();
		assert.equal(await dialogOf(page).isVisible(), false);
		await page.unroute(PART);
		await pin.click();
		await dialogOf(page).getByRole('textbox', { name: 'PIN' }).waitFor();
	});

	it('is told once, however often the page tries by itself; then the texts come by themselves', async () => {
		stage = await Stage.set();
		const page = await stage.open({ before: fresh => withhold(fresh) });
		await shows(setting(page, 'Home WPA3'), 'wpa3_only');
		await look(page);
		await look(page);
		await shows(page, FAILED);
		assert.equal(await page.getByText(FAILED).count(), 1);
		await page.unroute(PART);
		await look(page);
		await shows(setting(page, 'Home WPA3'), /WPS does not work with WPA3 alone\./);
		await box(page).getByText('Start WPS').first().waitFor();
	});
});

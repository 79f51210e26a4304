import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { button, card, dialogOf, HANDS, hasFocus, hit, LUCI_DIR, LUCI_URL, shows, Stage, tabTo } from './stage';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const EVERYWHERE = { exclude: [['#simulator']] };

/** In LuCI's own runtime the page around is none of ours. */
const OURS = { include: [['.cbi-map'], ['.modal-overlay-active #modal_overlay']] };

/** What has its colours from LuCI's themes, which is not for us to say. */
const THEMED = LUCI_DIR ? '.btn, .label, .alert-message, .cbi-map-descr' : 'none';

/** axe-core finds nothing. */
async function checkAxe(page: Page, what: string): Promise<void> {
	if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(AXE);
	const found = await page.evaluate(`
		document.getAnimations().forEach(animation => animation.finish());
		axe.run(${JSON.stringify(LUCI_DIR ? OURS : EVERYWHERE)}).then(({ violations }) =>
			violations.flatMap(({ id, nodes }) =>
				nodes
					.filter(({ target }) => id !== 'color-contrast' || !document.querySelector(target).closest('${THEMED}'))
					.map(({ html }) => id + ': ' + html)))`);
	assert.deepEqual(found, [], what);
}

const narrow = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true } as const;

async function checkWidth(page: Page, what: string): Promise<void> {
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	assert.ok(width <= 360, `${what}: ${width} pixels wide`);
}

describe('the tab for everyone', function () {
	this.timeout(120_000);
	let stage: Stage;

	if (LUCI_URL) return;

	afterEach(() => stage.close());

	for (const [look, context] of Object.entries({ light: {}, dark: { colorScheme: 'dark' }, phone: narrow } as const))
		it(`has nothing that axe-core finds fault with: ${look}`, async () => {
			stage = await Stage.set({ context });
			const page = await stage.open();
			const home = card(page, 'Home');
			const check = async (what: string) => {
				await checkAxe(page, what);
				if (look === 'phone') await checkWidth(page, what);
			};
			await button(home, 'Start WPS').waitFor();
			await check('idle and problems');

			await button(home, 'PIN of the device').click();
			await dialogOf(page).getByRole('textbox', { name: 'PIN' }).fill('12345678');
			await shows(dialogOf(page).getByRole('status'), /not a valid WPS PIN/);
			await check('PIN');
			await button(dialogOf(page), 'Cancel').click();

			await button(home, 'QR Code').click();
			await button(dialogOf(page), 'Close').waitFor();
			await check('QR code');
			await button(dialogOf(page), 'Close').click();

			await button(home, 'Start WPS').click();
			await shows(home, 'Active');
			await check('open');
			stage.router.press('printer');
			stage.router.advance(5);
			await button(home, 'Remove').waitFor();
			await page.locator('summary').click();
			await shows(page.locator('details'), /printer .* has joined/);
			await check('joined and history');

			await button(home, 'Remove').click();
			await check('removal');
			await button(dialogOf(page), 'Cancel').click();

			await button(home, 'Start WPS').click();
			await shows(home, 'Active');
			await button(page.locator('#simulator'), 'two at once').dispatchEvent('click');
			await shows(home, 'Several devices asked to join, so none was let in.');
			await check('overlap');
		});

	it('has nothing that axe-core finds fault with: remedy', async () => {
		stage = await Stage.set({ installed: 'basic' });
		const page = await stage.open();
		await shows(page, 'The installed access point software has no WPS.');
		await checkAxe(page, 'remedy');
	});

	it('has nothing that axe-core finds fault with: read-only', async () => {
		stage = await Stage.set();
		const page = await stage.open({ user: 'reader' });
		await shows(card(page, 'Home'), 'Ready');
		await checkAxe(page, 'read-only');
	});

	if (LUCI_DIR)
		for (const theme of ['bootstrap', 'material', 'openwrt', 'openwrt-2020'])
			it(`fits the theme ${theme}`, async () => {
				stage = await Stage.set({ context: narrow });
				const page = await stage.open({ theme });
				const home = card(page, 'Home');
				await button(home, 'Start WPS').click();
				await shows(home, 'Active');
				const overflow = await page.evaluate(() => {
					const root = document.querySelector('.cbi-map')!;
					return [...root.querySelectorAll('section *')]
						.filter(node => node.getBoundingClientRect().right > innerWidth)
						.map(node => node.outerHTML);
				});
				assert.deepEqual(overflow, []);
				await checkAxe(page, theme);
				await button(home, 'Cancel').click();
				await shows(home, 'WPS was stopped.');
				await checkAxe(page, theme);
			});

	it('needs no mouse', async () => {
		const { press } = HANDS[1]!;
		stage = await Stage.set();
		const page = await stage.open();
		const home = card(page, 'Home');
		const dialog = dialogOf(page);

		for (const name of ['PIN of the device', 'QR Code', 'Turn WPS off']) {
			await press(button(home, name));
			await dialog.getByRole('button').first().waitFor();
			await hit(page, 'Escape');
			await dialog.waitFor({ state: 'hidden' });
			assert.ok(await hasFocus(button(home, name)), `${name}: the focus comes back`);
		}

		await press(button(home, 'QR Code'), 'Space');
		await press(button(dialog, 'Close'), 'Space');
		await dialog.waitFor({ state: 'hidden' });

		await tabTo(page.locator('summary'));
		await hit(page, 'Space');
		await shows(page.locator('details'), 'WPS has not been used since the router started.');

		await tabTo(card(page, 'Home5').getByLabel('Keep joined devices after a restart'));
		await hit(page, 'Space');
		await press(button(card(page, 'Home5'), 'Turn WPS on for this network'), 'Space');
		await shows(card(page, 'Home5'), 'WPS is on.');
		assert.doesNotMatch(stage.router.config, /wpa_psk_file/);

		await press(button(home, 'Start WPS'), 'Space');
		await shows(home, 'Active');
		await press(button(home, 'Cancel'), 'Space');
		await shows(home, 'WPS was stopped.');
		await press(button(home, 'Turn WPS off'), 'Space');
		await press(button(dialog, 'Turn WPS off'), 'Space');
		await shows(home, 'WPS is off.');
	});
});

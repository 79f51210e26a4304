import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { button, dialogOf, LUCI_URL, shows, Stage } from './stage';

const BOLD = '<b onclick=alert(2)>';

/** Names that somebody else chose. The configuration takes no `'`. */
const NAMES: Record<string, { ssid: string; name: string }> = {
	markup: { ssid: '<img src=x onerror=alert(1)>', name: '<img/src=x/onerror=alert(1)>' },
	'right-to-left marks': { ssid: '\u202eemoH\u202c\u200f', name: '\u202eretnirp' },
	'quotes and placeholders': { ssid: '%s"&quot;`${1}\\;,:', name: '%d"&lt;`\\' },
	'bytes that are no text': { ssid: '\ufffd'.repeat(10), name: '\ufffd\ufffd' }
};

async function checkIsText(page: Page): Promise<void> {
	assert.equal(await page.locator('#view :is(img, b, script), #modal_overlay :is(b, script)').count(), 0);
}

describe('names in the tab', function () {
	this.timeout(120_000);
	let stage: Stage;

	if (LUCI_URL) return;

	afterEach(() => stage.close());

	for (const [what, { ssid, name }] of Object.entries(NAMES))
		it(`are shown as they are: ${what}`, async () => {
			stage = await Stage.set();
			stage.router.setOptions('default_radio0', { ssid });
			stage.router.setOptions('guest', { ssid: BOLD });
			stage.router.advance(10);
			const page = await stage.open();
			const home = page.locator('section').first();
			assert.equal(await home.locator('h3').textContent(), ssid);
			assert.ok((await home.getAttribute('aria-label'))?.startsWith(ssid));
			assert.equal(await page.locator('section h3').nth(1).textContent(), BOLD);

			await button(home, 'Turn WPS off').click();
			await shows(dialogOf(page), 'Turn WPS off');
			assert.equal(await dialogOf(page).locator('p').first().textContent(), ssid);
			await checkIsText(page);
			await button(dialogOf(page), 'Cancel').click();

			await button(home, 'QR Code').click();
			await button(dialogOf(page), 'Close').waitFor();
			assert.equal(await dialogOf(page).locator('h4').textContent(), ssid);
			await button(dialogOf(page), 'Close').click();

			await button(home, 'Start WPS').click();
			await shows(home, 'Active');
			stage.router.device(name).pressButton();
			await button(home, 'Remove').waitFor();
			assert.match((await home.locator('strong').textContent()) ?? '', /^.+ has joined .+\.$/s);
			const said = (await home.locator('strong').textContent()) ?? '';
			assert.ok(said.startsWith(`${name} (`) && said.endsWith(` has joined ${ssid}.`), said);
			assert.ok((await page.getByRole('status').first().textContent())?.includes(ssid));

			await button(home, 'Remove').click();
			assert.ok((await dialogOf(page).locator('h4').textContent())?.startsWith(`${name} (`));
			await checkIsText(page);
			await button(dialogOf(page), 'Cancel').click();

			await page.locator('summary').click();
			const entry = page.locator('details li').first();
			await entry.waitFor();
			assert.equal(await entry.locator('strong').textContent(), ssid);
			assert.ok((await entry.textContent())?.includes(`${name} (`));
			await checkIsText(page);
		});
});

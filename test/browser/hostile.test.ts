import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { fromBytes, toBytes } from '../router/ucode/bytes';
import { button, dialogOf, LUCI_URL, shows, Stage, until } from './stage';

const BOLD = '<b onclick=alert(2)>';

/** Bytes that are no UTF-8, as the simulated router carries them. */
const raw = (...bytes: number[]) => fromBytes(Uint8Array.from(bytes));

/** A browser shows what is no text by the replacement character. */
const shown = (text: string) => toBytes(text).toString('utf8');

/** Names that somebody else chose. The configuration takes no `'`. */
const NAMES: Record<string, { ssid: string; name: string }> = {
	markup: { ssid: '<img src=x onerror=alert(1)>', name: '<img/src=x/onerror=alert(1)>' },
	'right-to-left marks': { ssid: '\u202eemoH\u202c\u200f', name: '\u202eretnirp' },
	'quotes and placeholders': { ssid: '%s"&quot;`${1}\\;,:', name: '%d"&lt;`\\' },
	'32 bytes that are no UTF-8': {
		ssid: raw(...Array.from({ length: 32 }, (_, i) => [0x80, 0xff, 0xc3, 0xfe][i % 4]!)),
		name: raw(0xe2, 0x28, 0xa1, 0xff)
	},
	'bytes that are no UTF-8 among text': { ssid: raw(0x43, 0x61, 0x66, 0xe9, 0xed, 0xa0, 0x80), name: raw(0x50, 0xff) }
};

async function checkIsText(page: Page): Promise<void> {
	assert.equal(await page.locator('#view :is(img, b, script), #modal_overlay :is(b, script)').count(), 0);
}

describe('names in the tab', function () {
	this.timeout(120_000);
	let stage: Stage;

	if (LUCI_URL) return;

	afterEach(() => stage.close());

	for (const [what, names] of Object.entries(NAMES))
		it(`are shown as they are: ${what}`, async () => {
			const [ssid, name] = [shown(names.ssid), shown(names.name)];
			stage = await Stage.set();
			stage.router.setOptions('default_radio0', { ssid: names.ssid });
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
			stage.router.device(names.name).pressButton();
			await button(home, 'Remove').waitFor();
			const said = async () => (await home.locator('strong').textContent()) ?? '';
			await until(async () => (await said()).startsWith(`${name} (`), 'the name of the device');
			assert.ok((await said()).endsWith(` has joined ${ssid}.`), await said());
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

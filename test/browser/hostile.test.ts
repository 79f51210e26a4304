import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { fromBytes, toBytes } from '../router/ucode/bytes';
import { Canned, device, home, network, session } from './canned';
import { box, button, devices, dialogOf, LUCI_URL, settings, shows, Stage, told, until } from './stage';

const BOLD = '<b onclick=alert(2)>';

/** Bytes that are no UTF-8, as the simulated router carries them. */
const raw = (...bytes: number[]) => fromBytes(Uint8Array.from(bytes));

/** A browser shows what is no text by the replacement character. */
const shown = (text: string) => toBytes(text).toString('utf8');

/** A sentence without the marks that keep a name from turning it around. */
const plain = (text: string | null) => (text ?? '').replace(/[\u2068\u2069]/g, '');

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

	if (LUCI_URL) return;

	for (const [what, names] of Object.entries(NAMES))
		it(`are shown as they are: ${what}`, async () => {
			const [ssid, name] = [shown(names.ssid), shown(names.name)];
			const stage = await Stage.set();
			stage.router.setOptions('default_radio0', { ssid: names.ssid });
			stage.router.setOptions('guest', { ssid: BOLD });
			stage.router.advance(10);
			const page = await stage.open();
			await until(
				async () => plain(await box(page).innerText()).includes(`joins ${ssid} (2.4 GHz) without`),
				'the sentence'
			);
			assert.deepEqual((await settings(page).locator('bdi').allTextContents()).slice(0, 2), [ssid, BOLD]);

			await button(settings(page), 'Turn WPS off…').click();
			assert.equal(plain(await dialogOf(page).locator('h4').textContent()), `${ssid} (2.4 GHz)`);
			await checkIsText(page);
			await button(dialogOf(page), 'Cancel').click();

			await button(page, 'No WPS button? QR code').click();
			await button(dialogOf(page), 'Close').waitFor();
			assert.equal(await dialogOf(page).locator('h4').textContent(), ssid);
			await button(dialogOf(page), 'Close').click();

			await button(page, 'Start WPS').click();
			await shows(box(page), 'Press the WPS button on the device now.');
			stage.router.device(names.name).pressButton();
			await until(
				async () => plain(await box(page).innerText()).includes(`${name} has joined ${ssid} (2.4 GHz).`),
				'the name of the device'
			);
			assert.ok(plain(await told(page).textContent()).includes(`${name} has joined ${ssid}`));
			await checkIsText(page);

			await box(page).getByRole('button', { name: 'Remove…' }).click();
			assert.equal(plain(await dialogOf(page).locator('h4').textContent()), name);
			await checkIsText(page);
			await stage.close();
		});

	it('from right to left do not turn a sentence around', async () => {
		const ssid = '\u05d1\u05d9\u05ea';
		const name = '\u05de\u05d3\u05e4\u05e1\u05ea';
		const router = new Canned([
			home({
				ssid,
				session: session('joined', {
					network: ssid,
					peer: { mac: '02:00:5e:00:53:10', name, ip: null, signal: -48, authorized: true }
				} as never)
			}),
			network('Other', ['2g'])
		]);
		router.devices = [device(name, { network: ssid })];
		const page = await router.open();
		const text = await box(page).locator('strong').first().innerText();
		assert.equal(text, `\u2068${name}\u2069 has joined \u2068${ssid}\u2069 (5 GHz).`);
		assert.equal(await devices(page).locator('input').first().getAttribute('dir'), 'auto');
		assert.equal(await devices(page).locator('bdi').first().innerText(), ssid);
		await router.close();
	});
});

import { strict as assert } from 'node:assert';
import { resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { household, theWorld } from './world';

const TAB = '/cgi-bin/luci/admin/network/wireless/wps';
const SCREENSHOT = resolve(import.meta.dirname, '../results/radio-joined.png');

describe('from the tab to the air', function () {
	this.timeout(90_000);
	const home = household({ home: { ssid: 'Home', encryption: 'psk2' } });
	let browser: Browser;

	before(async () => {
		const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
		browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args });
	});
	after(() => browser?.close());

	// until the tab speaks version 2
	it.skip('a press on Start, a press on the device, and the tab says who has joined', async () => {
		const { printer } = theWorld();
		// The device was here before: dnsmasq knows its name.
		await home().addHost({ mac: printer.mac, ip: '192.168.1.23', name: 'printer' });

		const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
		page.setDefaultTimeout(30_000);
		await page.goto(`${await home().serve()}${TAB}`);
		await page.locator('[name=luci_username]').fill('root');
		await page.locator('[name=luci_password]').fill('secret');
		await page.locator('[name=luci_password]').press('Enter');
		await page.getByRole('button', { name: 'Start WPS', exact: true }).click();
		await page.getByRole('button', { name: 'Cancel', exact: true }).waitFor();
		assert.equal((await home().wpsStatus('phy0-ap0'))['pbc_status'], 'Active');

		await printer.press();
		const result = page.getByRole('region').getByText('printer (192.168.1.23) has joined Home.');
		await result.waitFor();
		await page.screenshot({ path: SCREENSHOT, animations: 'disabled' });

		await printer.waitConnected('Home');
		assert.equal(await home().serves('phy0-ap0', printer.mac), true);
		const [session] = (await home().ask('history')).entries;
		assert.equal(session?.state, 'joined');
		assert.equal(session?.peer?.mac, printer.mac);
	});
});

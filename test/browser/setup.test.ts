import { strict as assert } from 'node:assert';
import { button, card, HANDS, LUCI_URL, screenshot, shows, Stage } from './stage';

describe('PIN, QR code and switching WPS on in the tab', function () {
	this.timeout(60_000);
	let stage: Stage;

	if (LUCI_URL) return;

	beforeEach(async () => {
		stage = await Stage.set();
	});

	afterEach(async () => {
		await stage.close();
		assert.deepEqual(stage.complaints, []);
	});

	for (const { name, press } of HANDS) {
		it(`takes the PIN of a device, by ${name}`, async () => {
			const page = await stage.open();
			const home = card(page, 'Home');
			const dialog = page.locator('#modal_overlay');
			await press(button(home, 'PIN of the device'));
			const input = dialog.getByLabel('PIN');
			await input.pressSequentially('1234-5678');
			await shows(dialog.getByRole('status'), 'This is not a valid WPS PIN: check its digits.');
			await press(button(dialog, 'Start WPS'));
			await shows(dialog.getByRole('alert'), 'This is not a valid WPS PIN: check its digits.');
			await input.fill('1234-5670');
			await input.press('Enter');
			await shows(home, 'Start WPS with its PIN on the device now.');
			assert.ok(!(await dialog.isVisible()));
			stage.router.device('television').joinByPin('12345670');
			await shows(home, /television \(.*has joined Home/);
		});

		it(`turns WPS on and off, by ${name}`, async () => {
			const page = await stage.open();
			const network = card(page, 'Home5');
			await shows(network, 'Disabled');
			assert.ok(await network.getByLabel('Keep joined devices after a restart').isChecked());
			await press(button(network, 'Turn WPS on for this network'));
			await shows(network, /Turning WPS on…/);
			await shows(network, 'WPS is on.');
			await button(network, 'Start WPS').waitFor();
			await press(button(network, 'Turn WPS off'));
			await press(button(page.locator('#modal_overlay'), 'Turn WPS off'));
			await shows(network, 'WPS is off.');
			await shows(network, 'Disabled');
		});
	}

	it('shows the network as a QR code, and fetches the key only then', async () => {
		const page = await stage.open();
		const asked = () => stage.router.bus.calls.filter(({ args }) => args['config'] === 'wireless').length;
		await card(page, 'Home').waitFor();
		assert.equal(asked(), 0);
		await button(card(page, 'Home'), 'QR Code').click();
		await shows(page.locator('#modal_overlay'), /Scan this QR code with the client device\.|could not be made/);
		assert.equal(asked(), 1);
		await button(page.locator('#modal_overlay'), 'Close').click();
		assert.ok(await button(card(page, 'Home'), 'QR Code').evaluate(node => node === document.activeElement));
	});
});

describe('the tab on a phone and in the dark', function () {
	this.timeout(60_000);

	if (LUCI_URL) return;

	it('fits 360 pixels', async () => {
		const stage = await Stage.set({
			context: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }
		});
		const page = await stage.open();
		await button(card(page, 'Home'), 'Start WPS').tap();
		await shows(card(page, 'Home'), 'Active');
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		await screenshot(page, 'phone');
		await stage.close();
		assert.ok(width <= 360, `${width} pixels wide`);
	});

	it('is readable in the dark', async () => {
		const stage = await Stage.set({ context: { colorScheme: 'dark' } });
		const page = await stage.open();
		await button(card(page, 'Home'), 'Start WPS').click();
		await shows(card(page, 'Home'), 'Active');
		await screenshot(page, 'dark');
		await stage.close();
	});
});

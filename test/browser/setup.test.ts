import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { renderSVG } from 'uqr';
import { button, card, dialogOf, HANDS, hasFocus, hit, LUCI_DIR, LUCI_URL, shows, Stage, until } from './stage';

/** LuCI has its QR code library since May 2024. */
const itQr = LUCI_DIR && !existsSync(`${LUCI_DIR}/libs/luci-lib-uqr`) ? it.skip : it;

const pathOf = (svg: string) => / d="([^"]+)"/.exec(svg)?.[1];

/** The black squares of the QR code that says this. */
const modulesOf = (text: string) => pathOf(renderSVG(text, { pixelSize: 6, border: 4 }));

/** Those of the one in the dialog. */
async function modules(page: Page): Promise<string | undefined> {
	const source = await dialogOf(page).getByRole('img').getAttribute('src');
	return pathOf(decodeURIComponent(source ?? ''));
}

describe('PIN, QR code and switching WPS on in the tab', function () {
	this.timeout(120_000);
	let stage: Stage;

	if (LUCI_URL) return;

	beforeEach(async () => {
		stage = await Stage.set();
	});

	afterEach(() => stage.close());

	for (const { name, press } of HANDS) {
		it(`takes the PIN of a device, by ${name}`, async () => {
			const page = await stage.open();
			const home = card(page, 'Home');
			const dialog = dialogOf(page);
			await press(button(home, 'PIN of the device'));
			const input = dialog.getByRole('textbox', { name: 'PIN' });
			await input.pressSequentially('1234-5678');
			await shows(dialog.getByRole('status'), 'This is not a valid WPS PIN: check its digits.');
			await press(button(dialog, 'Start WPS'));
			await shows(dialog.getByRole('alert'), 'This is not a valid WPS PIN: check its digits.');
			await input.fill('1234-5670');
			await hit(page, 'Enter');
			await shows(home, 'Now start WPS on the device with its PIN.');
			assert.ok(!(await dialog.isVisible()));
			stage.router.device('television').joinByPin('12345670');
			await shows(home, /television \(.*has joined Home/);
			await button(home, 'Start WPS').waitFor();
			await press(button(home, 'PIN of the device'));
			await input.fill('0000 0000');
			await hit(page, 'Enter');
			await shows(home, 'Now start WPS on the device with its PIN.');
			stage.router.device('camera').joinByPin('12345670');
			await shows(home, 'The device could not join.');
			await shows(home, 'The PIN was wrong, or the device gave up.');
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
			await press(button(dialogOf(page), 'Turn WPS off'));
			await shows(network, 'WPS is off.');
			await shows(network, 'Disabled');
		});
	}

	it('keeps a network on two radios apart, and opens the one whose button is pressed', async () => {
		stage.router.configure(
			stage.router.config.replace(
				"option device 'radio0'\n\toption network 'lan'",
				"list device 'radio0'\n\tlist device 'radio1'\n\toption network 'lan'"
			)
		);
		stage.router.advance(10);
		const page = await stage.open();
		const cards = page
			.getByRole('region')
			.filter({ has: page.getByRole('heading', { name: 'Home', exact: true }) });
		await shows(cards.nth(1), /5 GHz/);
		await shows(cards.nth(0), /2\.4 GHz/);
		assert.equal(await cards.count(), 2);
		await button(cards.nth(1), 'Start WPS').click();
		await shows(cards.nth(1), 'Active');
		assert.equal(await button(cards.nth(0), 'Cancel').count(), 0);
		assert.equal(stage.router.handlerEvents.length, 1);
		await button(cards.nth(1), 'Cancel').click();
		await shows(cards.nth(1), 'WPS was stopped.');
	});

	it('says that what it turned on did not come back, and that all is as before', async () => {
		const page = await stage.open();
		const network = card(page, 'Home5');
		const { hostapd } = stage.router;
		const set = hostapd.configSet.bind(hostapd);
		hostapd.configSet = (phy, config) =>
			phy === 'phy1' && config?.bss.some(bss => bss.wps) ? (set(phy, null), false) : set(phy, config);
		await button(network, 'Turn WPS on for this network').click();
		await shows(network, /Turning WPS on…/);
		stage.router.advance(35);
		await shows(network, 'The network did not come back as expected, so the former settings were restored.');
		await shows(page.getByRole('status'), /former settings were restored/);
		await button(network, 'Turn WPS on for this network').waitFor();
	});

	it('does not tell of the job again when a window opens', async () => {
		const page = await stage.open();
		const network = card(page, 'Home5');
		await button(network, 'Turn WPS on for this network').click();
		await shows(network, 'WPS is on.');
		await button(network, 'Start WPS').click();
		await shows(page.getByRole('status'), 'Home5: Waiting for a device');
		assert.equal(await page.getByText('WPS is on.').count(), 0);
	});

	it('says that nothing could be stored', async () => {
		const page = await stage.open();
		stage.router.files.readOnly = ['/etc'];
		await button(card(page, 'Home5'), 'Turn WPS on for this network').click();
		await shows(card(page, 'Home5'), 'The settings could not be saved: the router may be out of space.');
	});

	it('shows the job to a second browser', async () => {
		const [page, other] = [await stage.open(), await stage.open({ user: 'reader' })];
		await shows(card(other, 'Home5'), 'Disabled');
		const { bus, clock, netifd } = stage.router;
		bus.remove('network');
		bus.publish('network', {
			reload: () => (clock.after(12_000, () => netifd.reload()), { code: 0 })
		});
		await button(card(page, 'Home5'), 'Turn WPS on for this network').click();
		await shows(card(other, 'Home5'), /Turning WPS on…/);
		await shows(card(other, 'Home5'), 'WPS is on.');
	});

	it('keeps joined devices where WPS is on already', async () => {
		const page = await stage.open();
		await shows(card(page, 'Home'), 'Devices that join now will lose access when the network restarts.');
		await button(card(page, 'Home'), 'Keep joined devices after a restart').click();
		await shows(card(page, 'Home'), 'WPS is on.');
		await until(() => /wpa_psk_file/.test(stage.router.config), 'the key file');
		await page.getByText('Devices that join now will lose access').waitFor({ state: 'detached' });
	});

	it('says why joined devices can not be kept, and has no button for it', async () => {
		stage.router.setOptions('default_radio0', { wpa_psk_file: '/etc/mine.psk' });
		const page = await stage.open();
		await shows(card(page, 'Home'), /cannot change that, because the network uses the setting wpa_psk_file\./);
		assert.equal(await button(card(page, 'Home'), 'Keep joined devices after a restart').count(), 0);
	});

	it('removes the PIN of the router', async () => {
		stage.router.setOptions('default_radio0', { wps_pin: '12345670' });
		const page = await stage.open();
		const home = card(page, 'Home');
		await shows(home, 'The router has a WPS PIN, which strangers can guess: remove it.');
		await button(home, 'Remove the PIN of the router').click();
		await shows(home, 'WPS is on.');
		await page.getByText('The router has a WPS PIN').waitFor({ state: 'detached' });
		assert.doesNotMatch(stage.router.config, /wps_pin|wpa_psk_file/);
	});

	it('says before WPS is turned on that it has to be off before a downgrade', async () => {
		const page = await stage.open();
		await shows(
			card(page, 'Home5'),
			/Wi-Fi does not start under a wpad without WPS: turn WPS off before you use one\./
		);
	});

	it('counts down while the radio checks for radar', async () => {
		stage.router.setOptions('radio1', { channel: '52' });
		const page = await stage.open();
		const network = card(page, 'Home5');
		stage.router.setOptions('default_radio1', { wps_pushbutton: '1' });
		await shows(network, 'Please wait');
		const wait = network.getByText(/^The radio is checking for radar before it uses this channel\. [01]:\d\d$/);
		await wait.waitFor();
		const before = await wait.innerText();
		await until(async () => (await wait.innerText()) < before, 'it counts down');
		stage.router.advance(60);
		await button(network, 'Start WPS').waitFor();
	});

	itQr('shows the network as a QR code, and fetches the key only then', async () => {
		const page = await stage.open();
		const asked = () => stage.router.bus.calls.filter(({ args }) => args['config'] === 'wireless').length;
		await card(page, 'Home').waitFor();
		assert.equal(asked(), 0);
		await button(card(page, 'Home'), 'QR Code').click();
		await shows(dialogOf(page), 'Scan this QR code with the client device.');
		assert.equal(asked(), 1);
		assert.equal(await modules(page), modulesOf('WIFI:T:WPA;S:Home;P:correct horse battery;H:false;;'));
		await button(dialogOf(page), 'Close').click();
		assert.ok(await hasFocus(button(card(page, 'Home'), 'QR Code')));

		await button(card(page, 'Guests'), 'QR Code').click();
		await shows(dialogOf(page), 'Scan this QR code with the client device.');
		assert.equal(await modules(page), modulesOf('WIFI:T:nopass;S:Guests;P:;H:false;;'));
	});

	itQr('escapes what a QR code gives a meaning, and says that a network is hidden', async () => {
		const { router } = stage;
		router.setOptions('default_radio0', { ssid: 'a;b,c:d"e\\', key: 'p;w:w,w"w\\', hidden: '1' });
		const page = await stage.open();
		await button(card(page, 'a;b,c:d"e\\'), 'QR Code').click();
		await shows(dialogOf(page), 'Scan this QR code with the client device.');
		const text = 'WIFI:T:WPA;S:a\\;b\\,c\\:d\\"e\\\\;P:p\\;w\\:w\\,w\\"w\\\\;H:true;;';
		assert.equal(await modules(page), modulesOf(text));
	});

	it('has no QR code where a device needs more than the one key', async () => {
		stage.router.setOptions('guest', { encryption: 'wpa2' });
		const page = await stage.open();
		await button(card(page, 'Home'), 'QR Code').waitFor();
		await button(card(page, 'Guests'), 'Edit wireless network').waitFor();
		assert.equal(await button(card(page, 'Guests'), 'QR Code').isVisible(), false);
	});
});

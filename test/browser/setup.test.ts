import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { renderSVG } from 'uqr';
import {
	box,
	button,
	dialogOf,
	HANDS,
	hasFocus,
	LUCI_DIR,
	LUCI_URL,
	setting,
	shows,
	Stage,
	told,
	until
} from './stage';

/** LuCI has its QR code library since May 2024. */
const itQr = LUCI_DIR && !existsSync(`${LUCI_DIR}/libs/luci-lib-uqr`) ? it.skip : it;

const QR = 'No WPS button? QR code';
const KEPT = 'WPS is on. Devices get the password of the network.';

const pathOf = (svg: string) => / d="([^"]+)"/.exec(svg)?.[1];

/** The black squares of the QR code that says this. */
const modulesOf = (text: string) => pathOf(renderSVG(text, { pixelSize: 6, border: 4 }));

/** Those of the one in the dialog. */
async function modules(page: Page): Promise<string | undefined> {
	const source = await dialogOf(page).getByRole('img').getAttribute('src');
	return pathOf(decodeURIComponent(source ?? ''));
}

describe('QR code and switching WPS on in the tab', function () {
	this.timeout(120_000);
	let stage: Stage;

	if (LUCI_URL) return;

	afterEach(() => stage.close());

	for (const { name, press, context } of HANDS)
		it(`turns WPS on and off, by ${name}`, async () => {
			stage = await Stage.set({ context });
			const page = await stage.open();
			if (name === 'phone') await page.getByRole('heading', { name: 'This router' }).tap();
			const network = setting(page, 'Home5');
			await shows(network, 'WPS is off.');
			await press(button(network, 'Turn WPS on…'));
			await press(button(dialogOf(page), 'Turn WPS on'));
			await shows(network, KEPT);
			await page.getByRole('radio', { name: 'Home5 (5 GHz)' }).waitFor();
			await press(button(network, 'Turn WPS off…'));
			await press(button(dialogOf(page), 'Turn WPS off'));
			await shows(network, 'WPS is off.');
			if (name !== 'phone') await until(() => hasFocus(button(network, 'Turn WPS on…')), 'the focus comes back');
		});

	it('gives keys of their own', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await button(setting(page, 'Home5'), 'Turn WPS on…').click();
		await dialogOf(page)
			.getByRole('radio', { name: /^Each device gets a key of its own\./ })
			.check();
		await button(dialogOf(page), 'Turn WPS on').click();
		await shows(setting(page, 'Home5'), 'WPS is on. Each device gets a key of its own.');
	});

	it('starts on the network that is chosen', async () => {
		stage = await Stage.set();
		await stage.router.request('luci.wps', 'enable', { section: 'default_radio1' });
		stage.router.advance(10);
		const page = await stage.open();
		await page.getByRole('radio', { name: 'Home5 (5 GHz)' }).check();
		await button(page, 'Start WPS').click();
		await shows(box(page), 'Listening on 5 GHz.');
		assert.equal(stage.router.handlerEvents.filter(({ type }) => type === 'started').length, 1);
	});

	it('says that what it turned on did not come back, and that all is as before', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		const network = setting(page, 'Home5');
		const { hostapd } = stage.router;
		const set = hostapd.configSet.bind(hostapd);
		hostapd.configSet = (phy, config) =>
			phy === 'phy1' && config?.bss.some(bss => bss.wps) ? (set(phy, null), false) : set(phy, config);
		await button(network, 'Turn WPS on…').click();
		await button(dialogOf(page), 'Turn WPS on').click();
		await shows(network, 'Turning WPS on…');
		stage.router.advance(35);
		await shows(network, 'The network did not come back, so its former settings were restored.');
		await shows(told(page), /former settings were restored/);
		await button(network, 'Turn WPS on…').waitFor();
	});

	it('says that nothing could be stored', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		stage.router.files.readOnly = ['/etc'];
		await button(setting(page, 'Home5'), 'Turn WPS on…').click();
		await button(dialogOf(page), 'Turn WPS on').click();
		await shows(page, /^The settings could not be (saved: the router may be out of space|written)\.$/);
	});

	it('shows the job to a second browser', async () => {
		stage = await Stage.set();
		const [page, other] = [await stage.open(), await stage.open({ user: 'reader' })];
		await shows(setting(other, 'Home5'), 'WPS is off.');
		const { bus, clock, netifd } = stage.router;
		bus.remove('network');
		bus.publish('network', {
			reload: () => (clock.after(24_000, () => netifd.reload()), { code: 0 })
		});
		await button(setting(page, 'Home5'), 'Turn WPS on…').click();
		await button(dialogOf(page), 'Turn WPS on').click();
		await shows(setting(other, 'Home5'), 'Turning WPS on…');
		await shows(setting(other, 'Home5'), KEPT);
	});

	it('keeps joined devices where WPS is on already', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await shows(box(page), 'Devices that join now are forgotten at the next restart.');
		await button(box(page), 'Keep devices').click();
		await shows(setting(page, 'Home'), KEPT);
		assert.equal(await page.getByText('Devices that join now are forgotten').count(), 0);
	});

	it('removes the PIN of the router', async () => {
		stage = await Stage.set();
		stage.router.setOptions('default_radio0', { wps_pin: '12345670' });
		const page = await stage.open();
		await shows(setting(page, 'Home'), 'The router has a WPS PIN of its own.');
		await button(setting(page, 'Home'), 'Remove the PIN').click();
		await page.getByText('The router has a WPS PIN').waitFor({ state: 'detached' });
		assert.doesNotMatch(stage.router.config, /wps_pin/);
	});

	it('counts down while the radio listens for radar', async () => {
		stage = await Stage.set();
		stage.router.setOptions('radio1', { channel: '52' });
		const page = await stage.open();
		stage.router.setOptions('default_radio1', { wps_pushbutton: '1' });
		await page.getByRole('radio', { name: 'Home5 (5 GHz)' }).check();
		await shows(box(page), /Its radio is listening for radar before it may send\./);
		const clock = box(page).locator('[data-until]');
		const before = await clock.innerText();
		assert.match(before, /^[01]:\d\d$/);
		await until(async () => (await clock.innerText()) < before, 'it counts down');
		stage.router.advance(60);
		await button(page, 'Start WPS').waitFor();
	});

	it('sets what the button on the case does', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await page.getByLabel('The button on the case').selectOption('Does nothing');
		await until(async () => {
			const { data } = await stage.router.request('luci.wps', 'status');
			return (data as { button: { action: string } }).button.action === 'off';
		}, 'the setting');
		stage.router.pressRouterButton();
		await page.waitForTimeout(500);
		assert.equal(await button(box(page), 'Cancel').count(), 0);
	});

	itQr('shows the network as a QR code, and fetches the key only then', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		const asked = () => stage.router.bus.calls.filter(({ args }) => args['config'] === 'wireless').length;
		await button(page, QR).waitFor();
		assert.equal(asked(), 0);
		await button(page, QR).click();
		await shows(dialogOf(page), 'Scan it with the camera of a phone or a tablet.');
		assert.equal(asked(), 1);
		assert.equal(await modules(page), modulesOf('WIFI:T:WPA;S:Home;P:correct horse battery;H:false;;'));
		await button(dialogOf(page), 'Close').click();
		assert.ok(await hasFocus(button(page, QR)));

		await button(setting(page, 'Guests'), 'QR code').click();
		await shows(dialogOf(page), 'Scan it with the camera of a phone or a tablet.');
		assert.equal(await modules(page), modulesOf('WIFI:T:nopass;S:Guests;P:;H:false;;'));
	});

	itQr('escapes what a QR code gives a meaning, and says that a network is hidden', async () => {
		stage = await Stage.set();
		const { router } = stage;
		router.setOptions('guest', { ssid: 'a;b,c:d"e\\', key: 'p;w:w,w"w\\', encryption: 'psk2', hidden: '1' });
		router.advance(10);
		const page = await stage.open();
		await button(page, 'QR code').first().click();
		await shows(dialogOf(page), 'Scan it with the camera of a phone or a tablet.');
		const text = 'WIFI:T:WPA;S:a\\;b\\,c\\:d\\"e\\\\;P:p\\;w\\:w\\,w\\"w\\\\;H:true;;';
		assert.equal(await modules(page), modulesOf(text));
	});

	it('has no QR code where a device needs more than the one key', async () => {
		stage = await Stage.set();
		stage.router.setOptions('guest', { encryption: 'wpa2', auth_server: '192.168.1.2', auth_secret: 'secret' });
		const page = await stage.open();
		await shows(setting(page, 'Guests'), /WPS does not work with WPA Enterprise\./);
		assert.equal(await button(setting(page, 'Guests'), 'QR code').count(), 0);
	});
});

import { strict as assert } from 'node:assert';
import { HttpServer } from '../router/http';
import { box, button, dialogOf, logIn, LUCI_URL, setting, shows, Stage, told } from './stage';

const OPEN = 'Press the WPS button on the device now.';
const IDLE = /^A printer, a TV or a repeater joins/;

describe('what can go wrong in the tab', function () {
	this.timeout(120_000);
	let stage: Stage;

	if (LUCI_URL) return;

	afterEach(() => stage.close());

	it('shows a read-only login the state and no buttons', async () => {
		stage = await Stage.set();
		const page = await stage.open({ user: 'reader' });
		await shows(box(page), IDLE);
		await shows(setting(page, 'Guests'), /An open network has no password to hand over\./);
		assert.equal(await button(page, 'Start WPS').count(), 0);

		const owner = await stage.open();
		await button(owner, 'Start WPS').click();
		await shows(box(owner), OPEN);
		await shows(box(page), OPEN);
		const buttons = await page.locator('.wps').getByRole('button').allInnerTexts();
		assert.deepEqual(
			buttons.filter(text => !/QR code/.test(text)),
			[],
			'the codes are for who may read the keys'
		);
	});

	it('takes a network that is gone off the page, and puts a new one on', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		const config = stage.router.config;
		await setting(page, 'Home WPA3').waitFor();
		stage.router.configure(config.replace(/\nconfig wifi-iface 'secure'[^]*$/, ''));
		await setting(page, 'Home WPA3').waitFor({ state: 'detached' });
		stage.router.configure(config);
		await setting(page, 'Home WPA3').waitFor();
	});

	it('shows what somebody else has started meanwhile', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await button(page, 'Start WPS').waitFor();
		await page.evaluate('Object.defineProperty(document, "hidden", { get: () => true, configurable: true })');
		const { code } = await stage.router.request('luci.wps', 'start', { section: 'default_radio0' });
		assert.equal(code, 0);
		await button(page, 'Start WPS').click();
		await shows(box(page), OPEN);
		await shows(told(page), /Press the WPS button on the device now\./);
		await stage.router.request('luci.wps', 'cancel');
		await page.evaluate('delete document.hidden');
		await shows(box(page), 'WPS was stopped.');
		assert.equal(await box(page).getByText('WPS is active already.').count(), 0, 'what was refused before');
	});

	it('says that the router does not answer, and recovers', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await button(page, 'Start WPS').waitFor();
		const port = Number(new URL(stage.url).port);
		await stage.server.close();
		await shows(page.getByRole('alert'), /The router does not answer\. Trying again…/);
		stage.server = new HttpServer(stage.router);
		await stage.server.listen(port);
		await page.getByText('Trying again…').waitFor({ state: 'detached' });
		await button(page, 'Start WPS').click();
		await shows(box(page), OPEN);
	});

	it('comes up when the service is missing, and fills when it is there', async () => {
		stage = await Stage.set({ plugin: null });
		const page = await stage.open();
		await shows(page.getByRole('alert'), /The WPS service is not running\. Trying again…/);
		assert.equal(await box(page).count(), 0);
	});

	it('says that the session is over, and goes on after a new login', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await button(page, 'Start WPS').waitFor();
		stage.router.rpcd.sessions.forgetAll();
		await shows(dialogOf(page), 'A new login is required since the authentication session expired.');
		await shows(page.locator('.cbi-map'), /Your login does not allow this, or it has expired\./);
		// the dispatcher asks whoever has no session to log in
		await page.context().clearCookies();
		await dialogOf(page)
			.getByText(/log ?in…/i)
			.click();
		await logIn(page);
		await button(page, 'Start WPS').click();
		await shows(box(page), OPEN);
	});

	it('says that there is no network', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await button(page, 'Start WPS').waitFor();
		stage.router.configure(stage.router.config.replace(/config wifi-iface[^]*?(?=config wifi-device|$)/g, ''));
		await shows(page, 'This router has no Wi-Fi network.');
		assert.equal(await box(page).isVisible(), false);
	});

	it('tells how to get software with WPS', async () => {
		stage = await Stage.set({ installed: 'basic' });
		const page = await stage.open();
		await shows(page, 'The Wi-Fi software of this router has no WPS.');
		assert.match(await page.locator('pre').innerText(), /wpad/);
		assert.equal(await button(page, 'Start WPS').count(), 0);
		assert.equal(await page.getByRole('button', { name: /Keep|Turn WPS on/ }).count(), 0);
	});

	it('tells to restart when software with WPS is there, but does not run', async () => {
		stage = await Stage.set({ running: 'basic' });
		const page = await stage.open();
		await shows(page, 'Wi-Fi software with WPS is installed, but does not run yet.');
		await shows(page.locator('pre'), /service wpad restart/);
		assert.equal(await button(page, 'Start WPS').count(), 0);
	});
});

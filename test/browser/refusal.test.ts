import { strict as assert } from 'node:assert';
import { HttpServer } from '../router/http';
import { button, card, dialogOf, logIn, LUCI_DIR, LUCI_URL, shows, Stage, until } from './stage';

describe('what can go wrong in the tab', function () {
	this.timeout(120_000);
	let stage: Stage;

	if (LUCI_URL) return;

	afterEach(() => stage.close());

	it('shows a read-only login the state and no buttons', async () => {
		stage = await Stage.set();
		const page = await stage.open({ user: 'reader' });
		await shows(card(page, 'Home'), 'Ready');
		await shows(card(page, 'Guests'), 'WPS hands over a password, but this network has none.');
		assert.equal(await button(page, 'Start WPS').count(), 0);
		assert.equal(await button(page, 'Turn WPS on for this network').count(), 0);

		const owner = await stage.open();
		await button(card(owner, 'Home'), 'Start WPS').click();
		await shows(card(owner, 'Home'), 'Active');
		await shows(card(page, 'Home'), 'Active');
		assert.equal(await button(page, 'Cancel').count(), 0);
	});

	it('takes a network that is gone off the page, and puts a new one on', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		const config = stage.router.config;
		await card(page, 'Home WPA3').waitFor();
		stage.router.configure(config.replace(/\nconfig wifi-iface 'secure'[^]*$/, ''));
		await card(page, 'Home WPA3').waitFor({ state: 'detached' });
		stage.router.configure(config);
		await card(page, 'Home WPA3').waitFor();
	});

	it('tells why a start was refused', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		const start = button(card(page, 'Home'), 'Start WPS');
		await start.waitFor();
		await page.evaluate('Object.defineProperty(document, "hidden", { get: () => true, configurable: true })');
		const { code } = await stage.router.request('luci.wps', 'start', { section: 'default_radio0' });
		assert.equal(code, 0);
		await start.click();
		await shows(page.getByRole('alert'), 'WPS is active already.');
		await button(card(page, 'Home'), 'Cancel').waitFor();
		await stage.router.request('luci.wps', 'cancel');
		await page.evaluate('delete document.hidden');
		await shows(card(page, 'Home'), 'WPS was stopped.');
		assert.equal(await page.getByText('WPS is active already.').count(), 0, 'what was refused before');
	});

	// LuCI's own runtime has its catalogues by hash.
	(LUCI_DIR ? it.skip : it)('tells it in the language of the reader', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await page.addInitScript(() => {
			(window as { TRANSLATIONS?: object }).TRANSLATIONS = {
				'WPS is active already.': 'WPS ist bereits aktiv.'
			};
		});
		await page.reload();
		await button(card(page, 'Home'), 'Start WPS').waitFor();
		await page.evaluate('Object.defineProperty(document, "hidden", { get: () => true })');
		await stage.router.request('luci.wps', 'start', { section: 'default_radio0' });
		await button(card(page, 'Home'), 'Start WPS').click();
		await shows(page.getByRole('alert'), 'WPS ist bereits aktiv.');
	});

	it('says that the router does not answer, and recovers', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await card(page, 'Home').waitFor();
		const port = Number(new URL(stage.url).port);
		await stage.server.close();
		await shows(page.getByRole('alert'), /The router does not answer\. Trying again…/);
		stage.server = new HttpServer(stage.router);
		await stage.server.listen(port);
		await page.getByText('Trying again…').waitFor({ state: 'detached' });
		await button(card(page, 'Home'), 'Start WPS').click();
		await shows(card(page, 'Home'), 'Active');
	});

	it('comes up when the service is missing', async () => {
		stage = await Stage.set({ plugin: null });
		const page = await stage.open();
		await shows(page.getByRole('alert'), /The WPS service is not running\. Trying again…/);
	});

	it('says that the session is over, and goes on after a new login', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await card(page, 'Home').waitFor();
		stage.router.rpcd.sessions.forgetAll();
		await shows(dialogOf(page), 'A new login is required since the authentication session expired.');
		await shows(page.locator('.cbi-map'), /Your login does not allow this, or it has expired\./);
		// the dispatcher asks whoever has no session to log in
		await page.context().clearCookies();
		await dialogOf(page)
			.getByText(/log ?in…/i)
			.click();
		await logIn(page);
		await button(card(page, 'Home'), 'Start WPS').click();
		await shows(card(page, 'Home'), 'Active');
	});

	it('counts down while waiting is all that helps', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await button(page.locator('#simulator'), 'two at once').click();
		await until(() => stage.router.hostapd.bss('phy0-ap0')?.registrar?.stats.pbc === 'Overlap', 'overlap');
		await shows(card(page, 'Home'), 'Please wait');
		await shows(card(page, 'Home'), /^Several devices asked to join within two minutes.* [01]:\d\d$/);
		assert.equal(await button(card(page, 'Home'), 'Start WPS').count(), 0);
		stage.router.advance(110);
		await button(card(page, 'Home'), 'Start WPS').waitFor();
	});

	it('says that there is no access point', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await card(page, 'Home').waitFor();
		stage.router.configure(stage.router.config.replace(/config wifi-iface[^]*?(?=config wifi-device|$)/g, ''));
		await shows(page, 'This router has no access point.');
		assert.equal(await page.locator('section').count(), 0);
	});

	it('tells how to get software with WPS', async () => {
		stage = await Stage.set({ installed: 'basic' });
		const page = await stage.open();
		await shows(page, 'The installed access point software has no WPS.');
		await shows(page, /connect by cable/);
		assert.match((await page.getByRole('link', { name: /Install/ }).getAttribute('href')) ?? '', /\?query=wpad-$/);
		assert.equal(await button(page, 'Start WPS').count(), 0);
		assert.equal(await button(page, 'Keep joined devices after a restart').count(), 0);

		const commands = await page.locator('pre').innerText();
		assert.match(commands, /wpad/);
		await page.evaluate(() => document.addEventListener('copy', () => (document.title = String(getSelection()))));
		await button(page, 'Copy').click();
		assert.equal(await page.title(), commands.trim().replace(/\s+/g, ' '));
		assert.equal((await page.evaluate(() => String(getSelection()))).trim(), commands.trim());
	});

	it('tells to turn WPS off before Wi-Fi has to start without it', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await card(page, 'Home').waitFor();
		stage.router.install('basic');
		await shows(page, 'The installed access point software has no WPS.');
		await shows(page.locator('.alert-message'), /With WPS on, Wi-Fi does not start under a wpad without WPS/);
		await button(card(page, 'Home'), 'Turn WPS off').click();
		await button(dialogOf(page), 'Turn WPS off').click();
		await page
			.locator('.alert-message')
			.getByText(/Wi-Fi does not start/)
			.waitFor({ state: 'detached' });
		assert.doesNotMatch(stage.router.config, /wps_pushbutton/);
		await shows(page, 'The installed access point software has no WPS.');
	});

	it('tells to restart when software with WPS is there, but does not run', async () => {
		stage = await Stage.set({ running: 'basic' });
		const page = await stage.open();
		await shows(page, /Software with WPS is installed, but is not running yet: restart the router\./);
		assert.equal(await page.locator('pre').count(), 0);
		assert.equal(await button(page, 'Start WPS').count(), 0);
	});
});

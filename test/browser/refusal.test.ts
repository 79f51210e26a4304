import { strict as assert } from 'node:assert';
import { HttpServer } from '../router/http';
import { button, card, look, LUCI_URL, screenshot, shows, Stage, until } from './stage';

describe('what can go wrong in the tab', function () {
	this.timeout(60_000);
	let stage: Stage;

	if (LUCI_URL) return;

	afterEach(async () => {
		await stage.close();
		assert.deepEqual(stage.complaints, []);
	});

	it('shows a read-only login the state and no buttons', async () => {
		stage = await Stage.set();
		const page = await stage.open('reader');
		await shows(card(page, 'Home'), 'Ready');
		await shows(card(page, 'Guests'), 'WPS hands over a password, but this network has none.');
		assert.equal(await button(page, 'Start WPS').count(), 0);
		assert.equal(await button(page, 'Turn WPS on for this network').count(), 0);

		const owner = await stage.open('root');
		await button(card(owner, 'Home'), 'Start WPS').click();
		await shows(card(owner, 'Home'), 'Active');
		await look(page);
		await shows(card(page, 'Home'), 'Active');
		assert.equal(await button(page, 'Cancel').count(), 0);
	});

	it('shows hostile names as they are', async () => {
		const hostile = '<img src=x onerror=alert(1)>';
		stage = await Stage.set();
		stage.router.setOptions('default_radio0', { ssid: hostile });
		stage.router.setOptions('default_radio1', { ssid: '\u202e%s"&quot;</h3>' });
		const page = await stage.open();
		const home = card(page, hostile);
		await shows(home.getByRole('heading'), hostile);
		await shows(page, '\u202e%s"&quot;</h3>');
		await button(home, 'Start WPS').click();
		await shows(home, 'Active');
		stage.router.device('<b/onmouseover=alert(2)>lamp</b>').pressButton();
		await shows(home, /<b\/onmouseover=alert\(2\)>lamp<\/b> \(.*has joined <img src=x/);
		await page.locator('summary').click();
		await shows(page.locator('details'), /<b\/onmouseover/);
		assert.equal(await page.locator('#view img, #view b').count(), 0);
	});

	it('takes a network that is gone off the page, and puts a new one on', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		const config = stage.router.config;
		await card(page, 'Home WPA3').waitFor();
		stage.router.configure(config.replace(/\nconfig wifi-iface 'secure'[^]*$/, ''));
		await look(page);
		await card(page, 'Home WPA3').waitFor({ state: 'detached' });
		stage.router.configure(config);
		await look(page);
		await card(page, 'Home WPA3').waitFor();
	});

	it('tells why a start was refused', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		const start = button(card(page, 'Home'), 'Start WPS');
		await start.waitFor();
		const { code } = await stage.router.request('luci.wps', 'start', { section: 'default_radio0' });
		assert.equal(code, 0);
		await start.click();
		await shows(page.getByRole('alert'), 'A WPS window is open already.');
		await button(card(page, 'Home'), 'Cancel').waitFor();
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
		await shows(page.getByRole('alert'), /The WPS service does not run\. Trying again…/);
	});

	it('says that the session is over', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await card(page, 'Home').waitFor();
		stage.router.rpcd.sessions.forgetAll();
		await look(page);
		await shows(page, /A new login is required|Your login does not allow this/);
	});

	it('counts down while waiting is all that helps', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await button(page.locator('#simulator'), 'two at once').click();
		await until(() => stage.router.hostapd.bss('phy0-ap0')?.registrar?.stats.pbc === 'Overlap', 'overlap');
		await look(page);
		await shows(card(page, 'Home'), 'Please wait');
		await shows(card(page, 'Home'), /^Several devices asked within two minutes.* [01]:\d\d$/);
		assert.equal(await button(card(page, 'Home'), 'Start WPS').count(), 0);
		await button(card(page, 'Home'), 'Start WPS').waitFor({ timeout: 30_000 });
	});

	it('says that there is no access point', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await card(page, 'Home').waitFor();
		stage.router.configure(stage.router.config.replace(/config wifi-iface[^]*?(?=config wifi-device|$)/g, ''));
		await look(page);
		await shows(page, 'This router has no access point.');
		assert.equal(await page.locator('section').count(), 0);
	});

	it('tells how to get software with WPS', async () => {
		stage = await Stage.set({ installed: 'basic' });
		const page = await stage.open();
		await shows(page, 'The installed access point software has no WPS.');
		await shows(page.locator('pre'), /wpad/);
		await shows(page, /be on a cable/);
		assert.match((await page.getByRole('link', { name: /Install/ }).getAttribute('href')) ?? '', /\?query=wpad-$/);
		assert.equal(await button(page, 'Start WPS').count(), 0);
		assert.equal(await button(page, 'Keep joined devices after a restart').count(), 0);
		await screenshot(page, 'problem');
	});

	it('asks the router rarely while nothing happens, and not at all while nobody looks', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await card(page, 'Home').waitFor();
		const asked = () =>
			stage.router.bus.calls.filter(({ object, method }) => object === 'luci.wps' && method === 'status');
		const first = asked().length;
		await until(() => asked().length > first, 'the next poll');
		const began = Date.now();
		const count = asked().length;
		await until(() => asked().length > count, 'the poll after');
		assert.ok(Date.now() - began > 3_500, 'five seconds between two polls');

		await page.evaluate('Object.defineProperty(document, "hidden", { get: () => true })');
		const hidden = asked().length;
		const end = Date.now() + 7_000;
		await until(() => Date.now() > end, 'seven seconds');
		assert.equal(asked().length, hidden);
	});
});

import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { button, card, dialogOf, HANDS, hasFocus, LUCI_URL, shows, Stage, until, watch } from './stage';

const SSID = process.env['LUCI_SSID'] ?? 'Home';

/** Seconds on the big clock of a card. */
async function remaining(page: Page): Promise<number> {
	const text = await card(page, SSID).locator('.wps-time').innerText();
	const [minutes = NaN, seconds = NaN] = text.split(':').map(Number);
	return minutes * 60 + seconds;
}

describe('a WPS window in the tab', function () {
	this.timeout(120_000);
	let stage: Stage;

	beforeEach(async () => {
		stage = await Stage.set();
	});

	afterEach(() => stage.close());

	for (const { name, press } of HANDS) {
		it(`opens, counts down and is cancelled, by ${name}`, async () => {
			const page = await stage.open();
			const home = card(page, SSID);
			await press(button(home, 'Start WPS'));
			await shows(home, 'Active');

			const bar = home.getByRole('progressbar', { name: 'Remaining time' });
			const start = Number(await bar.getAttribute('aria-valuenow'));
			assert.equal(await bar.getAttribute('aria-valuemax'), '120');
			assert.ok(start > 20 && start <= 120, `${start} seconds at the start`);
			await until(async () => (await remaining(page)) < start, 'the clock goes down');
			await shows(page.getByRole('status'), 'Waiting for a device');

			const cancel = button(home, 'Cancel');
			assert.ok(await hasFocus(cancel), 'focus stays on the button');
			await press(cancel);
			await shows(home, 'WPS was stopped.');
			await button(home, 'Start WPS').waitFor();
		});
	}

	it('is still there after a reload and in a second browser, and ends in both', async () => {
		const page = await stage.open();
		await button(card(page, SSID), 'Start WPS').click();
		await shows(card(page, SSID), 'Active');
		await page.reload();
		await button(card(page, SSID), 'Cancel').waitFor();
		await until(async () => (await remaining(page)) < 120, 'the clock goes on');

		const other = await stage.open();
		await button(card(other, SSID), 'Cancel').waitFor();
		const both = async () => Math.abs((await remaining(page)) - (await remaining(other)));
		await until(async () => (await both()) < 5, 'both tell the same time');
		await button(card(other, SSID), 'Cancel').click();
		await shows(card(other, SSID), 'WPS was stopped.');
		await shows(card(page, SSID), 'WPS was stopped.');
	});

	it('does not fire twice by a double click', async () => {
		const page = await stage.open();
		await button(card(page, SSID), 'Start WPS').dblclick();
		await shows(card(page, SSID), 'Active');
		await button(card(page, SSID), 'Cancel').waitFor();
		await button(card(page, SSID), 'Cancel').click();
		await shows(card(page, SSID), 'WPS was stopped.');
	});

	if (LUCI_URL) return;

	for (const { name, press } of HANDS) {
		it(`lets a device join, by ${name}`, async () => {
			const page = await stage.open();
			const home = card(page, SSID);
			await press(button(home, 'Start WPS'));
			await shows(home, 'Active');
			stage.router.press('printer');
			await shows(home, /^printer \(192\.168\.1\.\d+\) has joined Home\.$/);
			await shows(home, /MAC: 02:00:5E:00:53:10 · Signal: -48 dBm/);
			await shows(page.getByRole('status'), /has joined Home/);
			await shows(home, 'Ready');

			await press(button(home, 'Remove'));
			const dialog = dialogOf(page);
			await shows(dialog, 'Disconnect this device and keep it out for one minute?');
			await press(button(dialog, 'Cancel'));
			assert.ok(await hasFocus(button(home, 'Remove')), 'focus comes back');
			await press(button(home, 'Remove'));
			await press(button(dialog, 'Remove'));
			await shows(home, 'The device was disconnected.');
			const call = stage.router.bus.calls.find(({ method }) => method === 'del_client');
			const { ubus_rpc_session: _session, ...args } = call!.args;
			assert.deepEqual(args, { addr: '02:00:5e:00:53:10', reason: 5, deauth: true, ban_time: 60_000 });
		});
	}

	it('is old news after ten minutes, to be seen in the history alone', async () => {
		const page = await stage.open();
		const home = card(page, SSID);
		await button(home, 'Start WPS').click();
		await button(home, 'Cancel').click();
		await shows(home, 'WPS was stopped.');
		// a login that nobody uses lasts five minutes
		for (let minutes = 0; minutes < 12; minutes += 4) {
			stage.router.advance(240);
			await watch(page, 6);
		}
		await until(async () => (await home.getByText('WPS was stopped.').count()) === 0, 'the card forgets it');
		await shows(page.getByRole('status'), 'Home: WPS was stopped.');
	});

	it('runs out', async () => {
		const page = await stage.open();
		const home = card(page, SSID);
		await button(home, 'Start WPS').click();
		await shows(home, 'Active');
		stage.router.advance(110);
		await shows(home, 'No device joined in time.');
		await shows(home, /Move the device closer/);
	});

	it('lets nobody in when two devices ask', async () => {
		const page = await stage.open();
		const home = card(page, SSID);
		await button(home, 'Start WPS').click();
		await shows(home, 'Active');
		await button(page.locator('#simulator'), 'two at once').click();
		await shows(home, 'Several devices asked to join, so none was let in.');
		await shows(home, /stop WPS on the others and wait\. [12]:\d\d/);
	});

	it('stays open when one device fails', async () => {
		const page = await stage.open();
		const home = card(page, SSID);
		await button(home, 'Start WPS').click();
		await shows(home, 'Active');
		await button(page.locator('#simulator'), 'one that fails').click();
		await shows(home, '1 attempt failed, WPS stays active.');
		await button(home, 'Cancel').waitFor();
	});

	it('tells when a device takes the key and does not come back', async () => {
		const page = await stage.open();
		const home = card(page, SSID);
		await button(home, 'Start WPS').click();
		await shows(home, 'Active');
		await button(page.locator('#simulator'), 'one that forgets').click();
		await shows(home, /has received the password of Home\.$/);
		await shows(home, 'Waiting for it to connect…');
		stage.router.advance(30);
		await shows(home, /But it did not connect/);
	});

	it('is shown when the button of the router opened it', async () => {
		const page = await stage.open();
		stage.router.pressRouterButton();
		await shows(card(page, SSID), 'Active');
		await shows(card(page, SSID), 'WPS was started outside this page. It ends within two minutes.');
		await button(card(page, SSID), 'Cancel').click();
		await shows(card(page, SSID), 'WPS was stopped.');
	});

	it('is lost when the network goes off the air', async () => {
		const page = await stage.open();
		const home = card(page, SSID);
		await button(home, 'Start WPS').click();
		await shows(home, 'Active');
		stage.router.setOptions('default_radio0', { disabled: '1' });
		await shows(home, 'WPS was interrupted.');
		await shows(home, 'The network went off the air: try again when it is back.');
		await shows(home, 'Not possible');
		assert.equal(await button(home, 'Start WPS').count(), 0);
	});

	it('is told in the history', async () => {
		const page = await stage.open();
		const home = card(page, SSID);
		await button(home, 'Start WPS').click();
		await button(home, 'Cancel').click();
		await shows(home, 'WPS was stopped.');
		const history = page.locator('details');
		await history.locator('summary').click();
		await shows(history, /Home: WPS was stopped\./);
		await button(home, 'Start WPS').click();
		stage.router.press('printer');
		await shows(history, /printer \(192\.168\.1\.\d+\) has joined Home\./);
	});
});

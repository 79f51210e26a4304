import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import {
	box,
	button,
	devices,
	dialogOf,
	HANDS,
	hasFocus,
	LUCI_URL,
	main,
	setting,
	shows,
	Stage,
	told,
	until,
	watch,
	watchPage
} from './stage';

/** Seconds on the clock. */
async function remaining(page: Page): Promise<number> {
	const text = await box(page).locator('.wps-sign').innerText();
	const [minutes = NaN, seconds = NaN] = text.split(':').map(Number);
	return minutes * 60 + seconds;
}

const OPEN = 'Press the WPS button on the device now.';
const IDLE = /^A printer, a TV or a repeater joins/;

describe('a WPS window in the tab', function () {
	this.timeout(120_000);
	let stage: Stage;

	afterEach(() => stage.close());

	for (const { name, press, context } of HANDS) {
		it(`opens, counts down and is cancelled, by ${name}`, async () => {
			stage = await Stage.set({ context });
			const page = await stage.open();
			await press(button(page, 'Start WPS'));
			await shows(box(page), OPEN);

			const bar = box(page).getByRole('progressbar', { name: 'Remaining time' });
			const start = Number(await bar.getAttribute('aria-valuenow'));
			assert.equal(await bar.getAttribute('aria-valuemax'), '120');
			assert.ok(start > 20 && start <= 120, `${start} seconds at the start`);
			await until(async () => (await remaining(page)) < start, 'the clock goes down');
			await shows(told(page), /Press the WPS button on the device now\./);

			const cancel = button(box(page), 'Cancel');
			if (name !== 'phone') assert.ok(await hasFocus(cancel), 'focus stays on the button');
			await press(cancel);
			await shows(box(page), IDLE);
			await button(page, 'Start WPS').waitFor();
		});
	}

	it('is still there after a reload and in a second browser, and ends in both', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await button(page, 'Start WPS').click();
		await shows(box(page), OPEN);
		await page.reload();
		await button(box(page), 'Cancel').waitFor();
		await until(async () => (await remaining(page)) < 120, 'the clock goes on');

		const other = await stage.open();
		await button(box(other), 'Cancel').waitFor();
		const both = async () => Math.abs((await remaining(page)) - (await remaining(other)));
		await until(async () => (await both()) < 5, 'both tell the same time');
		await button(box(other), 'Cancel').click();
		await shows(box(other), IDLE);
		await shows(box(page), 'WPS was stopped.');
		await button(box(page), 'Done').click();
		await shows(box(page), IDLE);
	});

	it('does not fire twice by a double click', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await button(page, 'Start WPS').dblclick();
		await shows(box(page), OPEN);
		await button(box(page), 'Cancel').waitFor();
		await button(box(page), 'Cancel').click();
		await shows(box(page), IDLE);
	});

	if (LUCI_URL) return;

	for (const { name, press, context } of HANDS)
		it(`lets a device join, which moves nothing, by ${name}`, async () => {
			stage = await Stage.set({ context });
			await stage.router.request('luci.wps', 'enable', { section: 'default_radio0' });
			stage.router.advance(10);
			const page = await stage.open();
			await press(button(page, 'Start WPS'));
			await shows(box(page), OPEN);
			await page.waitForTimeout(600);
			const seen = await watchPage(page);
			stage.router.press('printer');
			await shows(box(page), 'printer has joined Home (2.4 GHz).');
			await shows(box(page), 'It stays after a restart.');
			await shows(box(page), /^192\.168\.1\.\d+ · 02:00:5E:00:53:10 · good signal$/);
			await shows(told(page), /printer has joined Home/);
			const { shifts, longTasks } = await seen();
			assert.deepEqual(
				shifts.filter(shift => !JSON.stringify(shift).includes('wps-name')),
				[],
				'layout shifts'
			);
			assert.ok(Math.max(0, ...longTasks) < 200, `long tasks: ${longTasks.join(', ')} ms`);
			assert.equal(await main(page).innerText(), 'Done');
			await press(main(page));
			await shows(box(page), IDLE);
			await button(page, 'Start WPS').waitFor();
		});

	it('runs out', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await button(page, 'Start WPS').click();
		await shows(box(page), OPEN);
		stage.router.advance(110);
		await shows(box(page), 'No device joined in time.');
		await shows(box(page), /Move the device closer/);
		await button(box(page), 'Start WPS').click();
		await shows(box(page), OPEN);
	});

	it('is old news after ten minutes', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await button(page, 'Start WPS').click();
		await shows(box(page), OPEN);
		stage.router.advance(121);
		await shows(box(page), 'No device joined in time.');
		// a login that nobody uses lasts five minutes
		for (let minutes = 0; minutes < 12; minutes += 4) {
			stage.router.advance(240);
			await watch(page, 11);
		}
		await shows(box(page), IDLE);
	});

	it('lets nobody in when two devices ask', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await button(page, 'Start WPS').click();
		await shows(box(page), OPEN);
		await button(page.locator('#simulator'), 'two at once').click();
		await shows(box(page), 'Several devices asked to join, so none was let in.');
		await button(box(page), 'Done').click();
		await shows(box(page), /WPS has to pause\./);
		await shows(box(page), /^[12]:\d\d$/);
		assert.equal(await button(page, 'Start WPS').isVisible(), false);
		stage.router.advance(130);
		await button(page, 'Start WPS').waitFor();
	});

	it('stays open when one device fails', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await button(page, 'Start WPS').click();
		await shows(box(page), OPEN);
		await button(page.locator('#simulator'), 'one that fails').click();
		await shows(box(page), '1 attempt failed, WPS stays active.');
		await button(box(page), 'Cancel').waitFor();
	});

	it('tells when a device takes the key and does not come back', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await button(page, 'Start WPS').click();
		await shows(box(page), OPEN);
		await button(page.locator('#simulator'), 'one that forgets').click();
		await shows(box(page), /has received the key to Home/);
		await shows(box(page), 'Waiting for it to connect…');
		stage.router.advance(30);
		await shows(box(page), /But it did not connect/);
	});

	it('is shown when the button of the router opened it', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		stage.router.pressRouterButton();
		await shows(box(page), OPEN);
		await shows(box(page), /Started with the button on the router\./);
		await button(box(page), 'Cancel').click();
		await shows(box(page), IDLE);
	});

	it('is lost when the network goes off the air', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		await button(page, 'Start WPS').click();
		await shows(box(page), OPEN);
		stage.router.setOptions('default_radio0', { disabled: '1' });
		await shows(box(page), 'WPS was interrupted.');
		await shows(box(page), 'The network went off the air: try again when it is back.');
		await button(box(page), 'Done').click();
		await shows(page, 'It is switched off.');
	});

	it('is told among the failed attempts, with why', async () => {
		stage = await Stage.set();
		const page = await stage.open();
		const failed = devices(page).locator('details');
		await failed.locator('summary').click();
		await shows(failed, 'None since the router started.');
		await button(page, 'Start WPS').click();
		await shows(box(page), OPEN);
		stage.router.advance(121);
		await shows(failed, /Home: No device joined in time\./);
	});

	for (const { name, press, context } of HANDS)
		it(`takes the PIN of a device, by ${name}`, async () => {
			stage = await Stage.set({ context });
			const page = await stage.open();
			const dialog = dialogOf(page);
			await press(button(page, 'The device shows a PIN'));
			const input = dialog.getByRole('textbox', { name: 'PIN' });
			await input.fill('1234-5678');
			await press(button(dialog, 'Start WPS'));
			await shows(dialog.getByRole('alert'), 'This is not a valid WPS PIN: check its digits.');
			await input.fill('1234-5670');
			await press(button(dialog, 'Start WPS'));
			await shows(box(page), 'Now start WPS on the device with its PIN.');
			assert.ok(!(await dialog.isVisible()));
			stage.router.device('television').joinByPin('12345670');
			await shows(box(page), /television has joined Home/);
			await press(button(box(page), 'Done'));
			await press(button(page, 'The device shows a PIN'));
			await input.fill('0000 0000');
			await press(button(dialog, 'Start WPS'));
			await shows(box(page), 'Now start WPS on the device with its PIN.');
			stage.router.device('camera').joinByPin('12345670');
			await shows(box(page), 'The device could not join.');
			await shows(box(page), 'The PIN was wrong, or the device gave up.');
		});

	it('opens on all bands of a network at once', async () => {
		stage = await Stage.set();
		stage.router.setOptions('default_radio1', { ssid: 'Home', key: 'correct horse battery', encryption: 'psk2' });
		stage.router.advance(10);
		const page = await stage.open();
		await shows(box(page), /2\.4 GHz and 5 GHz/);
		const mend = box(page)
			.getByRole('button', { name: /^(Turn WPS on|Set up as one|Keep devices)$/ })
			.first();
		await mend.click();
		await until(() => /default_radio1'[^]*wps_pushbutton '1'/.test(stage.router.config), 'WPS on both');
		await shows(setting(page, 'Home'), 'WPS is on. Devices get the password of the network.');
		await button(page, 'Start WPS').click();
		await shows(box(page), 'Listening on 2.4 GHz and 5 GHz.');
		stage.router.press('printer');
		await shows(box(page), /^printer has joined Home \((2\.4|5) GHz\)\.$/);
	});
});

import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { button, card, hasFocus, LUCI_URL, shows, Stage, until, watch } from './stage';

/** How often a page asks for the state; from now on. */
function countAsking(page: Page): () => number {
	let count = 0;
	page.on('request', request => {
		if (request.postData()?.includes('"luci.wps","status"')) count++;
	});
	return () => count;
}

const hide = (page: Page, hidden: boolean) =>
	page.evaluate(`Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${hidden} });
		document.dispatchEvent(new Event('visibilitychange'))`);

describe('what the tab asks of the router', function () {
	this.timeout(120_000);
	let stage: Stage;

	if (LUCI_URL) return;

	beforeEach(async () => {
		stage = await Stage.set();
	});

	afterEach(() => stage.close());

	it('is one batch at first', async () => {
		const page = await stage.open({ login: true });
		const batches: string[] = [];
		page.on('request', request => {
			if (/luci-app-wps|luci\.wps/.test(request.postData() ?? '')) batches.push(request.postData()!);
		});
		await page.reload();
		await card(page, 'Home').waitFor();
		assert.equal(batches.length, 1);
		const calls = JSON.parse(batches[0]!) as { params: string[] }[];
		assert.ok(calls.some(({ params }) => params[1] === 'luci.wps' && params[2] === 'status'));
	});

	it('is a call in five seconds, and none while nobody looks', async () => {
		const page = await stage.open();
		await card(page, 'Home').waitFor();
		const asked = countAsking(page);
		await watch(page, 20);
		assert.ok(asked() >= 1 && asked() <= 5, `${asked()} calls in 20 seconds`);

		await hide(page, true);
		await watch(page, 2);
		const before = asked();
		await watch(page, 12);
		assert.equal(asked(), before, 'hidden');

		await hide(page, false);
		await until(() => asked() > before, 'a look as soon as somebody is back');
	});

	it('is a call each second or two while a window is open', async () => {
		const page = await stage.open();
		await button(card(page, 'Home'), 'Start WPS').click();
		await shows(card(page, 'Home'), 'Active');
		const asked = countAsking(page);
		await watch(page, 20);
		assert.ok(asked() >= 6 && asked() <= 21, `${asked()} calls in 20 seconds`);
	});

	it('is a call each second while an address is to come, for half a minute at most', async () => {
		const page = await stage.open();
		stage.router.device('printer').onState = () => {};
		await button(card(page, 'Home'), 'Start WPS').click();
		await shows(card(page, 'Home'), 'Active');
		stage.router.press('printer');
		await shows(card(page, 'Home'), '02:00:5E:00:53:10 has joined Home.');
		const asked = countAsking(page);
		await watch(page, 10);
		assert.ok(asked() >= 4, `${asked()} calls in 10 seconds`);

		stage.router.advance(30);
		await watch(page, 5);
		const before = asked();
		await watch(page, 15);
		assert.ok(asked() - before <= 4, `${asked() - before} calls in 15 seconds`);
	});

	it('moves nothing when it says the same, and takes no focus', async () => {
		const page = await stage.open();
		const main = button(card(page, 'Home'), 'Start WPS');
		const box = card(page, 'Home5').getByRole('checkbox');
		await box.uncheck();
		await box.focus();
		const before = await main.boundingBox();
		const height = await page.evaluate(() => document.body.scrollHeight);
		const asked = countAsking(page);
		await until(() => asked() > 1, 'two more answers');
		assert.deepEqual(await main.boundingBox(), before);
		assert.equal(await page.evaluate(() => document.body.scrollHeight), height);
		assert.ok(await hasFocus(box));
		assert.ok(!(await box.isChecked()));
	});

	it('moves nothing while an answer takes its time, and is asked once', async () => {
		const page = await stage.open();
		const main = card(page, 'Home').getByRole('button', { name: /Start WPS|Cancel/ });
		const before = await main.boundingBox();
		let started = 0;
		let answer = () => {};
		const slow = new Promise<void>(done => (answer = done));
		await page.route('**/ubus*', async route => {
			if (route.request().postData()?.includes('"start"')) {
				started++;
				await slow;
			}
			await route.continue();
		});
		await main.click();
		await until(() => started > 0, 'the call');
		const { x, y } = (await main.boundingBox())!;
		assert.deepEqual([x, y], [before!.x, before!.y]);
		await main.click({ force: true });
		await main.click({ force: true });
		answer();
		await shows(card(page, 'Home'), 'Active');
		assert.equal(started, 1);
	});

	it('is one start when Enter is held down', async () => {
		const page = await stage.open();
		await button(card(page, 'Home'), 'Start WPS').focus();
		for (let more = 10; more > 0;) {
			await page.keyboard.down('Enter');
			if (await button(card(page, 'Home'), 'Cancel').isVisible()) more--;
		}
		await page.keyboard.up('Enter');
		await watch(page, 3);
		await button(card(page, 'Home'), 'Cancel').waitFor();
		assert.deepEqual(
			stage.router.handlerEvents.map(({ type }) => type),
			['started']
		);
	});

	for (const key of ['Enter', ' '])
		it(`is one start when ${key.trim() || 'Space'} is pressed twice`, async () => {
			const page = await stage.open();
			await button(card(page, 'Home'), 'Start WPS').focus();
			await page.keyboard.press(key);
			await page.keyboard.press(key);
			await shows(card(page, 'Home'), 'Active');
			await watch(page, 3);
			await button(card(page, 'Home'), 'Cancel').waitFor();
			assert.deepEqual(
				stage.router.handlerEvents.map(({ type }) => type),
				['started']
			);
		});
});

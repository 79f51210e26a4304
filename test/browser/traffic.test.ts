import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { box, button, LUCI_URL, main, shows, Stage, until, watch } from './stage';

const OPEN = 'Press the WPS button on the device now.';

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

	it('is one batch at first, and nothing more for a while', async () => {
		const page = await stage.open({ login: true });
		const batches: string[] = [];
		page.on('request', request => {
			if (/luci-app-wps|luci\.wps/.test(request.postData() ?? '')) batches.push(request.postData()!);
		});
		await page.reload();
		await button(page, 'Start WPS').waitFor();
		await watch(page, 5);
		assert.equal(batches.length, 1);
		const calls = (JSON.parse(batches[0]!) as { params: string[] }[]).map(
			({ params }) => `${params[1]} ${params[2]}`
		);
		assert.deepEqual(calls, ['luci.wps status', 'luci.wps devices', 'session access', 'session access']);
	});

	it('is a look in ten seconds, and none while nobody looks', async () => {
		const page = await stage.open();
		await button(page, 'Start WPS').waitFor();
		const asked = countAsking(page);
		await watch(page, 40);
		assert.ok(asked() >= 2 && asked() <= 5, `${asked()} looks in 40 seconds`);

		await hide(page, true);
		await watch(page, 2);
		const before = asked();
		await watch(page, 25);
		assert.equal(asked(), before, 'hidden');

		await hide(page, false);
		await until(() => asked() > before, 'a look as soon as somebody is back');
	});

	it('is a look each second or two while a window is open, and half a minute after it', async () => {
		const page = await stage.open();
		await button(page, 'Start WPS').click();
		await shows(box(page), OPEN);
		const asked = countAsking(page);
		await watch(page, 20);
		assert.ok(asked() >= 6 && asked() <= 21, `${asked()} looks in 20 seconds`);

		stage.router.press('printer');
		await shows(box(page), /printer has joined/);
		stage.router.advance(40);
		await watch(page, 5);
		const before = asked();
		await watch(page, 20);
		assert.ok(asked() - before <= 4, `${asked() - before} looks in 20 seconds`);
	});

	it('moves nothing while an answer takes its time, and is asked once', async () => {
		const page = await stage.open();
		const before = await main(page).boundingBox();
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
		await main(page).click();
		await until(() => started > 0, 'the call');
		const { x, y } = (await main(page).boundingBox())!;
		assert.deepEqual([x, y], [before!.x, before!.y]);
		await main(page).click({ force: true });
		await main(page).click({ force: true });
		answer();
		await shows(box(page), OPEN);
		assert.equal(started, 1);
	});

	const started = () => stage.router.handlerEvents.map(({ type }) => type);

	it('is one start when Enter is held down', async () => {
		const page = await stage.open();
		await button(page, 'Start WPS').focus();
		for (let more = 10; more > 0;) {
			await page.keyboard.down('Enter');
			if (await button(box(page), 'Cancel').isVisible()) more--;
		}
		await page.keyboard.up('Enter');
		await watch(page, 3);
		await button(box(page), 'Cancel').waitFor();
		assert.deepEqual(started(), ['started']);
	});

	for (const key of ['Enter', ' '])
		it(`is one start when ${key.trim() || 'Space'} is pressed twice`, async () => {
			const page = await stage.open();
			await button(page, 'Start WPS').focus();
			await page.keyboard.press(key);
			await page.keyboard.press(key);
			await shows(box(page), OPEN);
			await watch(page, 3);
			await button(box(page), 'Cancel').waitFor();
			assert.deepEqual(started(), ['started']);
		});
});

import type { BrowserContextOptions } from 'playwright-core';
import { box, LUCI_URL, main, screenshot, shows, Stage } from './stage';

/** SCREENSHOTS=1 npm test -- browser makes them anew. */
describe('pictures for the README', function () {
	this.timeout(120_000);
	let stage: Stage;

	if (LUCI_URL || !process.env['SCREENSHOTS']) return;

	afterEach(() => stage.close());

	async function home(context: BrowserContextOptions = {}) {
		stage = await Stage.set({ speed: 1, context: { viewport: { width: 1100, height: 760 }, ...context } });
		// long ago somebody turned WPS on
		await stage.router.request('luci.wps', 'enable', { section: 'default_radio0' });
		stage.router.advance(900);
		return await stage.open();
	}

	async function open(context?: BrowserContextOptions) {
		const page = await home(context);
		await main(page).click();
		await shows(box(page), 'Press the WPS button on the device now.');
		stage.router.advance(22);
		await shows(box(page), /1:3\d/);
		return page;
	}

	it('idle', async () => screenshot(await home(), 'idle'));
	it('open', async () => screenshot(await open(), 'open'));
	it('dark', async () => screenshot(await open({ colorScheme: 'dark' }), 'dark'));
	it('phone', async () =>
		screenshot(
			await open({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }),
			'phone'
		));

	it('joined', async () => {
		const page = await open();
		stage.router.press('printer');
		stage.router.advance(10);
		await shows(box(page), /has joined/);
		await screenshot(page, 'joined');
	});

	it('problem', async () => {
		stage = await Stage.set({ installed: 'basic', context: { viewport: { width: 1100, height: 640 } } });
		const page = await stage.open();
		await shows(page, 'The Wi-Fi software of this router has no WPS.');
		await screenshot(page, 'problem');
	});
});

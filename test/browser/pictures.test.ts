import type { BrowserContextOptions } from 'playwright-core';
import { button, card, LUCI_URL, screenshot, shows, Stage } from './stage';

describe('pictures for the README', function () {
	this.timeout(120_000);
	let stage: Stage;

	if (LUCI_URL || !process.env['SCREENSHOTS']) return;

	afterEach(() => stage.close());

	async function home(context: BrowserContextOptions = {}) {
		stage = await Stage.set({ speed: 1, context: { viewport: { width: 1100, height: 640 }, ...context } });
		// long ago somebody chose to keep joined devices
		await stage.router.request('luci.wps', 'enable', { section: 'default_radio0' });
		stage.router.advance(900);
		const page = await stage.open();
		await shows(card(page, 'Home'), 'Ready');
		return page;
	}

	async function open(context?: BrowserContextOptions) {
		const page = await home(context);
		await button(card(page, 'Home'), 'Start WPS').click();
		await shows(card(page, 'Home'), 'Active');
		stage.router.advance(22);
		await shows(card(page, 'Home'), /1:3\d/);
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
		await button(card(page, 'Home'), 'Remove').waitFor();
		await screenshot(page, 'joined');
	});

	it('problem', async () => {
		stage = await Stage.set({ installed: 'basic', context: { viewport: { width: 1100, height: 640 } } });
		const page = await stage.open();
		await shows(page, 'The installed access point software has no WPS.');
		await screenshot(page, 'problem');
	});
});

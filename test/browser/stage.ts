import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { WallClock } from '../router/clock';
import { HttpServer } from '../router/http';
import { SimulatedRouter } from '../router/router';
import type { RouterOptions } from '../router/router';

/** Another LuCI to run against; its tests of what only the simulator can do are left out. */
export const LUCI_URL = process.env['LUCI_URL'];

const TAB = '/cgi-bin/luci/admin/network/wireless/wps';
const SCREENSHOTS = resolve(import.meta.dirname, '../../.github/screenshots');

/** Router seconds per real second: two minutes pass in six seconds. */
const SPEED = 20;

let browser: Browser | null = null;

async function launch(): Promise<Browser> {
	return (browser ??= await chromium.launch({
		executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync'
		]
	}));
}

after(async () => {
	await browser?.close();
	browser = null;
});

export interface StageOptions extends RouterOptions {
	user?: string;
	speed?: number;
	context?: BrowserContextOptions;
}

/** A router with its web server. With LUCI_URL there is no simulated one to play with. */
export class Stage {
	readonly #closers: (() => Promise<unknown>)[] = [];
	#page: Page | null = null;
	/** What the pages complained about. */
	readonly complaints: string[] = [];

	private constructor(
		readonly url: string,
		readonly router: SimulatedRouter,
		public server: HttpServer,
		readonly options: StageOptions
	) {}

	static async set(options: StageOptions = {}): Promise<Stage> {
		if (LUCI_URL) return new Stage(LUCI_URL.replace(/\/$/, ''), null as never, null as never, options);

		const router = new SimulatedRouter({ clock: new WallClock(options.speed ?? SPEED), ...options });
		router.files.put('/etc/config/luci', "\nconfig core 'main'\n");
		const server = new HttpServer(router);
		const stage = new Stage(`http://127.0.0.1:${await server.listen()}`, router, server, options);
		await until(() => router.bus.list('hostapd.*').length > 0, 'the radios are up');
		return stage;
	}

	/** Logs in with a browser of its own and waits for the tab. */
	async open(user = this.options.user ?? process.env['LUCI_USER'] ?? 'root', shown = '.cbi-map'): Promise<Page> {
		const context = await (await launch()).newContext(this.options.context ?? {});
		this.#closers.push(() => context.close());
		const page = await context.newPage();
		this.#page ??= page;
		page.setDefaultTimeout(15_000);
		page.on('pageerror', error => {
			// LuCI's own, on its login page
			if (!/RPC call to uci\/get/.test(error.message)) this.complaints.push(String(error.stack));
		});
		page.on('dialog', dialog => this.complaints.push(`dialog: ${dialog.message()}`));
		await page.goto(this.url + TAB);
		await page.locator('[name=luci_username]').fill(user);
		await page.locator('[name=luci_password]').fill(process.env['LUCI_PASSWORD'] ?? 'secret');
		await page.locator('[name=luci_password]').press('Enter');
		await page.locator(shown).first().waitFor();
		return page;
	}

	/** Leaves no window open on a router that the next test finds as it is. */
	async #cancel(): Promise<void> {
		const cancel = this.#page && button(this.#page, 'Cancel');
		if (await cancel?.isVisible()) await cancel!.click();
		await cancel?.waitFor({ state: 'detached' }).catch(() => {});
	}

	async close(): Promise<void> {
		if (LUCI_URL) await this.#cancel();
		await Promise.all(this.#closers.map(close => close()));
		if (!LUCI_URL) await this.server.close();
	}
}

/** The card of a network, by its name; of the first when several have it. */
export function card(page: Page, ssid: string): Locator {
	return page
		.getByRole('region')
		.filter({ has: page.getByRole('heading', { name: ssid, exact: true }) })
		.first();
}

export function button(scope: Locator | Page, name: string): Locator {
	return scope.getByRole('button', { name, exact: true });
}

/** The two ways to press a button: each journey is made with both. */
export interface Hand {
	name: string;
	press(target: Locator): Promise<void>;
}

export const HANDS: Hand[] = [
	{ name: 'mouse', press: target => target.click() },
	{
		name: 'keyboard',
		async press(target) {
			await target.waitFor();
			const page = target.page();
			const isThere = () => target.evaluate(node => node === document.activeElement);
			for (let steps = 0; !(await isThere()); steps++) {
				if (steps > 80) throw new Error('The keyboard does not get there');
				await page.keyboard.press('Tab');
			}
			await page.keyboard.press('Enter');
		}
	}
];

/** Waits for a text to appear. */
export function shows(scope: Locator | Page, text: string | RegExp): Promise<void> {
	return scope.getByText(text).first().waitFor();
}

/** Somebody comes back to the tab, which looks at once instead of at its next poll. */
export async function look(page: Page): Promise<void> {
	await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
}

/** Waits for something outside the browser. */
export async function until(
	condition: () => boolean | Promise<boolean>,
	what: string,
	milliseconds = 15_000
): Promise<void> {
	const end = Date.now() + milliseconds;
	while (!(await condition())) {
		if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
		await new Promise(done => setTimeout(done, 25));
	}
}

/** A picture for the README, when SCREENSHOTS is set. The simulator's corner is no part of it. */
export async function screenshot(page: Page, name: string): Promise<void> {
	if (!process.env['SCREENSHOTS']) return;
	mkdirSync(SCREENSHOTS, { recursive: true });
	await page.screenshot({
		path: resolve(SCREENSHOTS, `${name}.png`),
		fullPage: true,
		animations: 'disabled',
		style: '#simulator { display: none }'
	});
}

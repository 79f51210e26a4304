import { strict as assert } from 'node:assert';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { VirtualClock } from '../router/clock';
import { HttpServer } from '../router/http';
import { SimulatedRouter } from '../router/router';
import type { RouterOptions } from '../router/router';

/** Another LuCI to run against; its tests of what only the simulator can do are left out. */
export const LUCI_URL = process.env['LUCI_URL'];

/** Milliseconds after which a test gives up: the machine may have other things to do. */
export const LIMIT = 30_000;

/** A checkout of LuCI, whose runtime then takes the place of the stand-in (see test/router/page). */
export const LUCI_DIR = LUCI_URL ? undefined : process.env['LUCI_DIR'];

const TAB = '/cgi-bin/luci/admin/network/wireless/wps';
const SCREENSHOTS = resolve(import.meta.dirname, '../../.github/screenshots');

/** Seconds of the router and of the page per real second. Long waits are jumps: router.advance(). */
const SPEED = 5;

/** How often the router's time moves on, and how far at most, in real milliseconds. */
const STEP = 5;
const LONGEST = 25;

let browser: Promise<Browser> | null = null;

/** The one browser of a run. */
export function launch(): Promise<Browser> {
	return (browser ??= chromium.launch({
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
	await (await browser)?.close();
	browser = null;
});

export interface StageOptions extends RouterOptions {
	speed?: number;
	context?: BrowserContextOptions;
}

/** Who comes, and what there is to see at first. */
export interface Visit {
	user?: string;
	/** Through the login page; else with a session from the router. */
	login?: boolean;
	theme?: string;
	/** Has the page before it goes anywhere. */
	before?: (page: Page) => unknown;
}

/** A router with its web server. With LUCI_URL there is no simulated one to play with. */
export class Stage {
	readonly #closers: (() => Promise<unknown> | void)[] = [];
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

		const clock = new VirtualClock();
		const router = new SimulatedRouter({ clock, ...options });
		router.files.put('/etc/config/luci', "\nconfig core 'main'\n");
		const server = new HttpServer(router);
		const stage = new Stage(`http://127.0.0.1:${await server.listen()}`, router, server, options);
		stage.#run(clock);
		return stage;
	}

	/** Lets the router's time pass, without a jump when the machine was busy: then all is late together. */
	#run(clock: VirtualClock): void {
		let before = performance.now();
		const timer = setInterval(() => {
			const now = performance.now();
			clock.advance(Math.min(LONGEST, now - before) * this.speed);
			before = now;
		}, STEP);
		this.#closers.push(() => clearInterval(timer));
	}

	get speed(): number {
		return this.options.speed ?? SPEED;
	}

	/** Opens the tab in a browser of its own. */
	async open({ user = process.env['LUCI_USER'] ?? 'root', login = false, theme, before }: Visit = {}): Promise<Page> {
		const context = await (await launch()).newContext(this.options.context ?? {});
		this.#closers.push(() => context.close());
		const page = await context.newPage();
		this.#page ??= page;
		page.setDefaultTimeout(LIMIT);
		page.on('pageerror', error => {
			// LuCI's own, on its login page
			if (!/RPC call to uci\/get/.test(error.message)) this.complaints.push(String(error.stack));
		});
		page.on('dialog', dialog => this.complaints.push(`dialog: ${dialog.message()}`));

		const session = LUCI_URL || login ? null : this.router.rpcd.sessions.login(user);
		if (session) await context.addCookies([{ name: 'sysauth_http', value: session, url: this.url }]);
		if (!LUCI_URL) await page.addInitScript(hurry, this.speed);
		await before?.(page);
		await page.goto(this.url + TAB + (theme ? `?theme=${theme}` : ''));
		if (!session) await logIn(page, user);
		await page.locator('.cbi-map').waitFor();
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
		assert.deepEqual(this.complaints, []);
	}
}

/** Runs in the page before all else: its clock keeps pace with the router's. */
export function hurry(speed: number): void {
	const { setInterval } = window;
	const now = performance.now.bind(performance);
	performance.now = () => now() * speed;
	window.setInterval = ((task: TimerHandler, delay = 0) => setInterval(task, delay / speed)) as never;
}

/** On LuCI's login page. */
export async function logIn(page: Page, user = 'root'): Promise<void> {
	await page.locator('[name=luci_username]').fill(user);
	await page.locator('[name=luci_password]').fill(process.env['LUCI_PASSWORD'] ?? 'secret');
	await page.locator('[name=luci_password]').press('Enter');
}

/** The box on top. */
export const box = (page: Page): Locator => page.getByRole('region', { name: 'Add a device' });

/** Its main button, whatever it says. */
export const main = (page: Page): Locator => box(page).locator(':scope > .wps-row > .btn');

/** The devices that joined. */
export const devices = (page: Page): Locator => page.getByRole('region', { name: 'Devices that joined by WPS' });

/** What this router does; folded on a phone. */
export const settings = (page: Page): Locator => page.locator('details.cbi-section');

/** What it does on one network. */
export function setting(page: Page, ssid: string): Locator {
	const name = page.locator('bdi', { hasText: new RegExp(`^${ssid}$`) });
	return settings(page).locator('.cbi-value', { has: name });
}

/** What is told to who can't see it. */
export const told = (page: Page): Locator => page.locator('.wps > [role=status]');

/** What a page has done by itself: by how much parts of it have moved (the box, the list, or what lies below), and what kept it from answering. */
export interface Seen {
	shifts: [value: number, ...parts: ('box' | 'list' | 'below')[]][];
	longTasks: number[];
}

/** Counts from now on what the browser holds against a page. It forgives what follows a press within half a second. */
export async function watchPage(page: Page): Promise<() => Promise<Seen>> {
	await page.evaluate(`window.seen = { shifts: [], longTasks: [] };
		const partOf = ({ node }) => {
			const element = node?.closest ? node : node?.parentElement;
			return element?.closest('.wps-box') ? 'box' : element?.closest('.table') ? 'list' : 'below';
		};
		new PerformanceObserver(list => {
			for (const { value, hadRecentInput, sources } of list.getEntries())
				if (!hadRecentInput) seen.shifts.push([value, ...sources.map(partOf)]);
		}).observe({ type: 'layout-shift' });
		new PerformanceObserver(list => seen.longTasks.push(...list.getEntries().map(({ duration }) => duration)))
			.observe({ type: 'longtask' })`);
	return () => page.evaluate('seen');
}

export function button(scope: Locator | Page, name: string): Locator {
	return scope.getByRole('button', { name, exact: true });
}

/** The dialog in front of the page. */
export function dialogOf(page: Page): Locator {
	return page.locator('#modal_overlay');
}

export function hasFocus(target: Locator): Promise<boolean> {
	return target.evaluate(node => node === document.activeElement);
}

/** Goes there with Tab alone. */
export async function tabTo(target: Locator): Promise<void> {
	await target.waitFor();
	for (let steps = 0; !(await hasFocus(target)); steps++) {
		assert.ok(steps < 80, 'the keyboard does not get there');
		await target.page().keyboard.press('Tab');
	}
}

/** A telephone. */
export const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true } as const;

/** The ways to press a button: each journey is made with all of them. */
export interface Hand {
	name: string;
	context: BrowserContextOptions;
	press(target: Locator, key?: string): Promise<void>;
}

/** In the page: waits until the finger has come up again from a button, as pressed twice at once it is pressed once. */
const COME_UP = `node => new Promise(done => {
	const target = node.form?.querySelector('button:not([type=button])') ?? node;
	const left = (target.pressed ?? -600) + 600 - new Event('').timeStamp;
	setTimeout(() => {
		target.pressed = new Event('').timeStamp;
		done();
	}, left);
})`;

/** One key, in no hurry. */
export async function hit(page: Page, key: string): Promise<void> {
	await page.evaluate(`(${COME_UP})(document.activeElement)`);
	await page.keyboard.press(key);
}

export const HANDS: Hand[] = [
	{
		name: 'mouse',
		context: {},
		async press(target) {
			await target.click();
			await target.page().evaluate('document.activeElement.pressed = new Event("").timeStamp');
		}
	},
	{
		name: 'keyboard',
		context: {},
		async press(target, key = 'Enter') {
			await tabTo(target);
			await hit(target.page(), key);
		}
	},
	{
		name: 'phone',
		context: PHONE,
		async press(target) {
			// two taps at once are one
			await target.page().waitForTimeout(600);
			await target.tap();
		}
	}
];

/** Lets time pass on the page's clock. */
export async function watch(page: Page, seconds: number): Promise<void> {
	const end = (await page.evaluate(() => performance.now())) + seconds * 1000;
	await page.waitForFunction(until => performance.now() > until, end, { polling: 20 });
}

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
	milliseconds = LIMIT
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

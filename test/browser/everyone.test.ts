import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { TRANSLATED } from '../../src/build/catalogue/languages';
import type { Network } from '../../src/contract/status';
import { Canned, DEVICES, guests, home, network, NOW, problem, session } from './canned';
import {
	box,
	button,
	devices,
	dialogOf,
	hasFocus,
	hit,
	LUCI_DIR,
	LUCI_URL,
	PHONE,
	setting,
	settings,
	shows,
	tabTo
} from './stage';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The page around is none of ours, be it LuCI's or what stands for it. */
const OURS = { include: [['.cbi-map'], ['.modal-overlay-active #modal_overlay']] };

/** What has its colours from LuCI's themes, which is not for us to say. */
const THEMED = '.btn, .alert-message, input, .cbi-value-title, h2, h3, h4';

const THEMES = LUCI_DIR ? ['bootstrap', 'material', 'openwrt', 'openwrt-2020'] : ['stand-in'];

/** A small telephone. */
const SMALL = { ...PHONE, viewport: { width: 320, height: 640 } };

const LOST = home({
	keys: 'lost',
	problems: [problem('not_persistent'), problem('pin_exposed'), problem('mac_allow_list')]
});
const OFF = network('Garage', ['5g'], { keys: 'lost', problems: [problem('wps_disabled')] });

/** All that the page has to show, one after the other. */
const SCENES: Record<string, Network[]> = {
	idle: [home(), network('Office', ['2g']), OFF, guests()],
	warnings: [LOST, guests()],
	waiting: [home({ problems: [problem('radar_check', { seconds: 50 })] }), guests()],
	open: [home({ session: session('waiting', { attempts_failed: 1, ifnames: ['phy0-ap0'] }) }), guests()],
	joined: [home({ session: session('joined') }), guests()],
	failed: [home({ session: session('timeout') }), guests()]
};

const REMEDY = {
	package: 'wpad-basic-mbedtls',
	installed_has_wps: false,
	running_has_wps: false,
	pin_available: false,
	package_manager: 'apk' as const,
	remedy: [
		"apk update && apk --cache-predownload add wpad-mbedtls '!wpad-basic-mbedtls' && apk del wpad-basic-mbedtls && reboot"
	]
};

const HOUSE = {
	connected: true,
	name: 'Villa',
	routers: [{ name: 'Attic', there: true, networks: [{ ssid: 'Home', ready: true, open: false }] }]
};

/** axe-core finds nothing. */
async function checkAxe(page: Page, what: string): Promise<void> {
	if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(AXE);
	const found = await page.evaluate(`
		document.getAnimations().forEach(animation => animation.finish());
		axe.run(${JSON.stringify(OURS)}).then(({ violations }) =>
			violations.flatMap(({ id, nodes }) =>
				nodes
					.filter(({ target }) => id !== 'color-contrast' || !document.querySelector(target).closest('${THEMED}'))
					.map(({ html, any }) => id + ': ' + html + ' ' + (any[0]?.message ?? ''))))`);
	assert.deepEqual(found, [], what);
}

/** Nothing of ours is wider than the page. */
async function checkWidth(page: Page, what: string): Promise<void> {
	const wide = await page.evaluate(() =>
		[...document.querySelectorAll('.cbi-map *, .modal-overlay-active #modal_overlay *')]
			.filter(node => {
				const { left, right, width } = node.getBoundingClientRect();
				const isSeen =
					width > 1 && !node.closest('.wps-hidden') && getComputedStyle(node).visibility !== 'hidden';
				return isSeen && (right > innerWidth + 1 || left < -1);
			})
			.map(node => node.outerHTML.slice(0, 200))
	);
	assert.deepEqual(wide, [], what);
}

/** What is chosen stands on the first line of what it means, half a line more or less. */
async function checkLines(page: Page, what: string): Promise<void> {
	const off = await page.evaluate(() => {
		return [...document.querySelectorAll('.wps label > input + span')]
			.filter(words => words.getClientRects().length > 0)
			.map(words => {
				const letter = document.createRange();
				letter.setStart(words.firstChild!, 0);
				letter.setEnd(words.firstChild!, 1);
				const [line, choice] = [letter, words.previousElementSibling!].map(of => of.getBoundingClientRect());
				return choice!.top + choice!.height / 2 - line!.top - line!.height / 2;
			})
			.filter(distance => Math.abs(distance) > 5);
	});
	assert.deepEqual(off, [], what);
}

/** Whatever can be pressed is large enough for a finger (WCAG 2.5.8); a link in a line of text need not be. */
async function checkTargets(page: Page, what: string): Promise<void> {
	const small = await page.evaluate(() =>
		[...document.querySelectorAll('.wps :is(button, a, select, summary, input, label)')]
			.filter(node => {
				const target = node.closest('label') ?? node;
				const { width, height } = target.getBoundingClientRect();
				return (
					width > 0 &&
					!node.matches('.cbi-value-title') &&
					getComputedStyle(node).visibility !== 'hidden' &&
					(height < 23.5 || width < 23.5)
				);
			})
			.map(node => node.outerHTML.slice(0, 120))
	);
	assert.deepEqual(small, [], what);
}

describe('the tab for everyone', function () {
	this.timeout(240_000);
	let router: Canned;

	if (LUCI_URL) return;

	afterEach(() => router.close());

	function create(networks: Network[] = SCENES['idle']!): Canned {
		router = new Canned(networks, { house: HOUSE, guard: { when: NOW, sections: [] } });
		router.devices = DEVICES;
		router.history = [session('timeout')];
		return router;
	}

	async function unfold(page: Page): Promise<void> {
		await page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = true)));
	}

	/** Shows another scene, all of it. */
	async function turn(page: Page, networks: Network[]): Promise<void> {
		router.say(networks);
		const [first] = networks as [Network];
		await page.waitForFunction(
			([ssid, isNews]) =>
				document.querySelector('details.cbi-section')?.textContent?.includes(ssid as string) &&
				!document.querySelector('.wps-news')?.classList.contains('wps-off') === isNews,
			[first.ssid, first.session !== null] as const
		);
		await unfold(page);
	}

	const LOOKS: Record<string, BrowserContextOptions> = { light: {}, dark: { colorScheme: 'dark' }, phone: PHONE };
	for (const theme of THEMES)
		for (const [kind, context] of Object.entries(LOOKS))
			it(`has nothing that axe-core finds fault with: ${theme}, ${kind}`, async () => {
				const page = await create().open({ theme, context });
				for (const [scene, networks] of Object.entries(SCENES)) {
					await turn(page, networks);
					await checkAxe(page, scene);
					await checkTargets(page, scene);
					await checkLines(page, scene);
					if (kind === 'phone') await checkWidth(page, scene);
					// what is hidden counts as well
					else
						assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), scene);
				}
				await turn(page, SCENES['idle']!);
				await button(page, 'The device shows a PIN').click();
				await checkAxe(page, 'PIN');
				await button(dialogOf(page), 'Cancel').click();
				await button(setting(page, 'Garage'), 'Turn WPS on…').click();
				await checkAxe(page, 'keys');
				await checkTargets(page, 'keys');
				await checkLines(page, 'keys');
				if (kind === 'phone') await checkWidth(page, 'keys');
				await button(dialogOf(page), 'Cancel').click();
				await button(devices(page), 'Remove…').first().click();
				await checkAxe(page, 'removal');
				await button(dialogOf(page), 'Cancel').click();
				router.say([home({ problems: [problem('daemon_without_wps')] })], { daemon: REMEDY });
				await shows(page, 'WPS needs other software');
				await checkAxe(page, 'remedy');
				if (kind === 'phone') await checkWidth(page, 'remedy');
			});

	for (const theme of THEMES)
		it(`fits 320 pixels in the longest languages: ${theme}`, async () => {
			for (const language of ['de', 'fr', 'ru', 'pt_BR']) {
				const page = await create().open({ theme, language, context: SMALL });
				for (const [scene, networks] of Object.entries(SCENES)) {
					await turn(page, networks);
					await checkWidth(page, `${language}: ${scene}`);
				}
				await router.close();
			}
		});

	it('speaks every language that it has, with its way to write numbers', async () => {
		for (const language of Object.keys(TRANSLATED)) {
			const page = await create([home({ session: session('waiting', { attempts_failed: 2 }) }), guests()]).open({
				language
			});
			await unfold(page);
			const text = await page.locator('.wps').innerText();
			const comma = ['de', 'es', 'fr', 'it', 'pl', 'pt_BR', 'ru', 'tr', 'uk'].includes(language);
			assert.match(text, comma ? /2,4 GHz/ : /2\.4 GHz/, language);
			assert.doesNotMatch(text, /Press the|attempt|Devices that|This router|good signal|WPS is on/, language);
			assert.doesNotMatch(text, /%[sd]/, language);
			await router.close();
		}
	});

	it('can be used where colours are forced, and where nothing may move', async () => {
		const page = await create(SCENES['joined']).open({
			context: { forcedColors: 'active', reducedMotion: 'reduce' }
		});
		await shows(box(page), 'printer has joined Home (5 GHz).');
		assert.equal(await box(page).locator('.wps-sign').innerText(), '✓', 'a sign, not only a colour');
		const border = await box(page).evaluate(node => getComputedStyle(node).borderTopStyle);
		assert.equal(border, 'solid');
		const moving = await page.evaluate(
			() =>
				document.getAnimations().filter(({ effect }) => (effect as KeyframeEffect).target?.closest('.wps'))
					.length
		);
		assert.equal(moving, 0);
	});

	it('needs no mouse', async () => {
		const page = await create().open();
		const dialog = dialogOf(page);
		const press = async (name: string, scope = page.locator('.wps')) => {
			await tabTo(button(scope, name).first());
			await hit(page, 'Enter');
		};
		for (const [name, scope] of [
			['The device shows a PIN', box(page)],
			['No WPS button? QR code', box(page)],
			['Keys…', setting(page, 'Home')],
			['Turn WPS off…', setting(page, 'Home')],
			['Turn WPS on…', setting(page, 'Garage')],
			['Remove…', devices(page)]
		] as const) {
			await press(name, scope);
			await dialog.getByRole('button').first().waitFor();
			assert.ok(
				await dialog.evaluate(node => node.contains(document.activeElement)),
				`${name}: the focus is in it`
			);
			await hit(page, 'Escape');
			await dialog.waitFor({ state: 'hidden' });
			assert.ok(await hasFocus(button(scope, name).first()), `${name}: the focus comes back`);
		}

		await tabTo(page.getByRole('radio', { name: /^Home/ }));
		await hit(page, 'ArrowRight');
		assert.ok(await page.getByRole('radio', { name: /^Office/ }).isChecked());

		await tabTo(devices(page).locator('summary'));
		await hit(page, 'Space');
		await shows(devices(page), /Home: No device joined in time\./);

		await tabTo(settings(page).locator('summary').first());
		await hit(page, 'Enter');
		assert.equal(await setting(page, 'Home').isVisible(), false);
	});
});

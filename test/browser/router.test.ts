import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { PROBLEMS } from '../../src/contract/problem';
import type { ProblemCode } from '../../src/contract/problem';
import { Canned, DEVICES, guests, home, job, network, NOW, problem, session } from './canned';
import { button, dialogOf, HANDS, hasFocus, LUCI_URL, PHONE, setting, settings, shows, tabTo, until } from './stage';

describe('what this router does', function () {
	this.timeout(60_000);
	let router: Canned;

	if (LUCI_URL) return;

	afterEach(() => router.close());

	it('is told by network: on or off, with which keys', async () => {
		router = new Canned([
			home(),
			network('Own', ['5g'], { keys: 'own' }),
			network('Off', ['2g'], { problems: [problem('wps_disabled')] }),
			guests()
		]);
		const page = await router.open();
		await shows(setting(page, 'Home'), 'WPS is on. Devices get the password of the network.');
		await shows(setting(page, 'Home'), /^They stay after a restart and on other routers\./);
		await shows(setting(page, 'Own'), 'WPS is on. Each device gets a key of its own.');
		await shows(setting(page, 'Off'), 'WPS is off.');
		assert.equal(await setting(page, 'Off').getByText('WPS is off').count(), 1, 'nothing is said twice');
		await shows(setting(page, 'Guests'), 'An open network has no password to hand over.');
		assert.equal(await button(setting(page, 'Guests'), 'Turn WPS on…').count(), 0);
		assert.equal(await setting(page, 'Home').locator('bdi').getAttribute('title'), 'phy0-ap0, phy1-ap0');
		assert.doesNotMatch(await page.locator('.wps').innerText(), /phy\d/);
	});

	it('says nothing of the network above again', async () => {
		router = new Canned([home({ enabled: false, problems: [problem('wpa3_only')] }), guests()]);
		const page = await router.open();
		await setting(page, 'Home').waitFor();
		assert.equal(await page.getByText('WPS does not work with WPA3 alone.').count(), 1);
	});

	it('tells of each problem in one line, with one mend at most', async () => {
		router = new Canned([home()], { button: { present: true, action: 'stock', network: null } });
		const page = await router.open();
		const read = (row: Element) =>
			[...row.querySelectorAll('.cbi-value-field > .wps-row:not(:has(> button[id]))')].map(line => ({
				text: (line.firstChild?.textContent ?? '').trim(),
				mends: line.querySelectorAll('button, a').length
			}));
		let former = '';
		for (const code of Object.keys(PROBLEMS) as ProblemCode[]) {
			if (code.includes('daemon') || code === 'wps_disabled') continue;
			router.say([home(), network('Other', ['2g'], { problems: [problem(code, { seconds: 30 })] })]);
			let lines: ReturnType<typeof read> = [];
			const isNew = async () => {
				lines = (await setting(page, 'Other').count()) ? await setting(page, 'Other').evaluate(read) : [];
				return lines[0] !== undefined && lines[0].text !== former;
			};
			await until(isNew, code);
			assert.equal(lines.length, 1, code);
			const [{ text, mends }] = lines as [(typeof lines)[0]];
			if (code.includes('_')) assert.ok(!text.includes(code), `${code} is told in words`);
			assert.ok(mends <= 1, `${code}: one mend`);
			assert.ok(text.length < 80, `${code}: ${text}`);
			former = text;
		}
	});

	it('warns of a button that opens several networks only where it does', async () => {
		const flagged = (option: string) => [
			home(),
			network('Other', ['2g'], { problems: [problem('shared_flag', { option })] })
		];
		const TEXT = 'The button on the case starts WPS on several networks.';
		router = new Canned(flagged('wps_pushbutton'), { button: { present: true, action: 'stock', network: null } });
		const page = await router.open();
		await shows(setting(page, 'Other'), TEXT);
		for (const [present, action, option, is] of [
			[true, 'network', 'wps_pushbutton', false],
			[false, 'network', 'wps_pushbutton', true],
			[true, 'off', 'wps_pushbutton', false],
			[true, 'network', 'wps_independent', true]
		] as const) {
			router.say(flagged(option), { button: { present, action, network: null } });
			await setting(page, 'Other')
				.getByText(TEXT)
				.waitFor({ state: is ? 'visible' : 'detached' });
		}
	});

	it('names the bands where a problem is not on all', async () => {
		router = new Canned([
			guests(),
			home({ ready: true, problems: [problem('radar_check', { seconds: 50, sections: ['home_5g'] })] }),
			network('Garage', ['2g'])
		]);
		const page = await router.open();
		await page.getByRole('radio', { name: /Garage/ }).check();
		await shows(setting(page, 'Home'), '5 GHz: Its radio is listening for radar before it may send.');
	});

	for (const { name, press, context } of HANDS) {
		const unfold = async (page: Page) => {
			if (name === 'phone') await page.getByRole('heading', { name: 'This router' }).tap();
		};

		it(`turns WPS on with the keys that are chosen, by ${name}`, async () => {
			router = new Canned([
				home(),
				network('Off', ['2g'], { keys: 'lost', problems: [problem('wps_disabled')] })
			]);
			const page = await router.open({ context });
			await unfold(page);
			const dialog = dialogOf(page);
			await press(button(setting(page, 'Off'), 'Turn WPS on…'));
			const shared = dialog.getByRole('radio', { name: /^Devices get the password of the network\./ });
			const own = dialog.getByRole('radio', { name: /^Each device gets a key of its own\./ });
			assert.ok(await shared.isChecked());
			assert.ok(await hasFocus(shared));
			await shows(dialog, 'The network restarts: its devices are offline for a few seconds.');
			if (name !== 'keyboard') await own.check();
			else await page.keyboard.press('ArrowDown');
			router.answers.enable = () => {
				const running = job('running', { network: 'Off' });
				router.say([home(), network('Off', ['2g'], { problems: [problem('wps_disabled')], job: running })]);
				return { job: running };
			};
			await press(button(dialog, 'Turn WPS on'));
			await shows(setting(page, 'Off'), 'Turning WPS on…');
			assert.deepEqual(router.asked('enable'), [{ section: 'off_2g', keys: 'own' }]);
			assert.ok(await hasFocus(button(setting(page, 'Off'), 'Turn WPS on…')), 'the focus comes back');
		});

		it(`turns WPS off, and says first who would have to go, by ${name}`, async () => {
			router = new Canned([home({ keys: 'own' })]);
			router.devices = DEVICES;
			const page = await router.open({ context });
			await unfold(page);
			const dialog = dialogOf(page);
			await press(button(setting(page, 'Home'), 'Turn WPS off…'));
			await shows(dialog, '2 devices will have to join again.');
			await press(button(dialog, 'Turn WPS off'));
			await until(() => router.asked('disable').length > 0, 'the call');
			assert.deepEqual(router.asked('disable'), [{ section: 'home_2g', force: true }]);
		});
	}

	it('turns WPS off without a word of devices where none has to go', async () => {
		router = new Canned([home()]);
		router.devices = [DEVICES[0]!];
		const page = await router.open();
		await button(setting(page, 'Home'), 'Turn WPS off…').click();
		assert.equal(await dialogOf(page).getByText('join again').count(), 0);
		await button(dialogOf(page), 'Turn WPS off').click();
		await until(() => router.asked('disable').length > 0, 'the call');
		assert.deepEqual(router.asked('disable'), [{ section: 'home_2g' }]);
	});

	it('asks again when devices have joined meanwhile that would have to go', async () => {
		router = new Canned([home({ keys: 'own' })]);
		const page = await router.open();
		await button(setting(page, 'Home'), 'Turn WPS off…').click();
		router.answers.disable = ({ force }) =>
			force
				? { job: job('running', { kind: 'disable' }) }
				: { error: { code: 'devices_would_go', message: 'Devices with keys of their own would lose them.' } };
		await button(dialogOf(page), 'Turn WPS off').click();
		await shows(dialogOf(page).getByRole('alert'), 'Devices with keys of their own would lose them.');
		await button(dialogOf(page), 'Turn WPS off').click();
		await dialogOf(page).waitFor({ state: 'hidden' });
		assert.deepEqual(router.asked('disable'), [{ section: 'home_2g' }, { section: 'home_2g', force: true }]);
	});

	it('changes the kind of keys, and says first who would have to join again', async () => {
		router = new Canned([home({ keys: 'own' })]);
		router.devices = DEVICES;
		const page = await router.open();
		await button(setting(page, 'Home'), 'Keys…').click();
		const dialog = dialogOf(page);
		assert.equal(await dialog.getByText('will have to join again').count(), 0);
		await dialog.getByRole('radio', { name: /^Devices get the password/ }).check();
		await shows(dialog, '2 devices will have to join again.');
		await button(dialog, 'Save').click();
		await until(() => router.asked('enable').length > 0, 'the call');
		assert.deepEqual(router.asked('enable'), [{ section: 'home_2g', keys: 'shared', force: true }]);
	});

	it('mends a network that is not chosen above', async () => {
		router = new Canned([home(), network('Garage', ['2g'], { problems: [problem('silent')] })]);
		const page = await router.open();
		router.answers.enable = () => ({ error: { code: 'busy', message: 'Another change is still under way.' } });
		await button(setting(page, 'Garage'), 'Get it back on the air').click();
		await shows(page, 'Another change is still under way.');
		assert.deepEqual(router.asked('enable'), [{ section: 'garage_2g', keys: 'shared' }]);
	});

	it('lets the button on the case be chosen, and shows the light', async () => {
		router = new Canned([home(), network('Garage', ['2g'])]);
		const page = await router.open();
		const select = page.getByLabel('The button on the case');
		const options = await select.locator('option').allTextContents();
		assert.deepEqual(
			new Set(options),
			new Set([
				'Starts WPS on Home',
				'Starts WPS on Garage',
				'Starts WPS on every network that has it on',
				'Does nothing'
			])
		);
		assert.equal(
			await select.evaluate((node: HTMLSelectElement) => node.selectedOptions[0]!.text),
			'Starts WPS on Home'
		);
		router.answers.button = args => ({ button: { present: true, ...args } });
		await tabTo(select);
		await select.selectOption('Starts WPS on Garage');
		await select.selectOption('Does nothing');
		await until(() => router.asked('button').length > 1, 'the calls');
		assert.deepEqual(router.asked('button'), [{ action: 'network', network: 'Garage' }, { action: 'off' }]);
		await shows(settings(page), 'Blinks while WPS is active.');

		router.say([home()], { button: { present: false, action: 'stock', network: null }, light: null });
		await select.waitFor({ state: 'detached' });
		assert.equal(await page.getByText('Blinks while WPS is active.').count(), 0);
	});

	it('takes the first network for the button where none is named', async () => {
		router = new Canned([home(), network('Garage', ['2g'])], {
			button: { present: true, action: 'network', network: null }
		});
		const page = await router.open();
		const select = page.getByLabel('The button on the case');
		assert.equal(
			await select.evaluate((node: HTMLSelectElement) => node.selectedOptions[0]!.text),
			'Starts WPS on Home'
		);
	});

	it('tells what the boot guard has taken away', async () => {
		router = new Canned([home()], { guard: { when: NOW - 4000, sections: ['home_2g'] } });
		const page = await router.open();
		await shows(settings(page), /^On Nov 26, 2026, .* the router took WPS out of the settings/);
	});

	it('is folded on a phone', async () => {
		router = new Canned([home()]);
		const page = await router.open({ context: PHONE });
		const settings = setting(page, 'Home');
		assert.equal(await settings.isVisible(), false);
		await page.getByRole('heading', { name: 'This router' }).click();
		assert.ok(await settings.isVisible());
	});

	it('has no buttons for who may only look', async () => {
		router = new Canned([home(), guests()]);
		router.mayWrite = router.mayReadKeys = false;
		const page = await router.open();
		await shows(setting(page, 'Home'), 'WPS is on. Devices get the password of the network.');
		assert.equal(await page.locator('.wps').getByRole('button').count(), 0);
		assert.ok(await page.getByLabel('The button on the case').isDisabled());
	});

	it('keeps the focus when something else changes', async () => {
		router = new Canned([home(), guests()]);
		const page = await router.open();
		const keys = button(setting(page, 'Home'), 'Keys…');
		await keys.focus();
		router.say([home(), network('New', ['2g'])]);
		await setting(page, 'New').waitFor();
		assert.ok(await hasFocus(keys));
	});
});

describe('what this router can not do yet', function () {
	this.timeout(60_000);
	let router: Canned;

	if (LUCI_URL) return;

	afterEach(() => router.close());

	it('comes first, with what helps', async () => {
		const daemon = {
			package: 'wpad-basic-mbedtls',
			installed_has_wps: false,
			running_has_wps: false,
			pin_available: false,
			package_manager: 'apk' as const,
			remedy: ['apk update', 'apk add wpad-mbedtls']
		};
		router = new Canned([home({ enabled: false, problems: [problem('daemon_without_wps')] })], { daemon });
		const page = await router.open();
		const remedy = page.getByRole('region', { name: 'WPS needs other software' });
		await shows(remedy, 'The Wi-Fi software of this router has no WPS.');
		const steps = await remedy.getByRole('listitem').allInnerTexts();
		assert.match(steps[0]!, /by cable/);
		assert.match(steps[1]!, /apk update\napk add wpad-mbedtls/);
		assert.equal(await page.getByRole('region', { name: 'Add a device' }).isVisible(), false);
		assert.equal(await page.getByText('has no WPS').count(), 1, 'nothing is said twice');
		assert.equal(await page.getByRole('button', { name: /Turn WPS on/ }).count(), 0);

		await remedy.locator('pre').click();
		assert.equal(
			await page.evaluate(() => String(getSelection())),
			'apk update\napk add wpad-mbedtls',
			'one click selects all'
		);

		router.say([home()], { daemon: { ...daemon, remedy: null } });
		await button(page, 'Start WPS').waitFor();
		assert.equal(await remedy.isVisible(), false);
	});

	it('is said alone where nobody knows a remedy', async () => {
		router = new Canned([home({ problems: [problem('daemon_without_wps')] })]);
		const page = await router.open();
		await shows(page, 'The Wi-Fi software of this router has no WPS.');
		assert.equal(await page.locator('pre').isVisible(), false);
	});

	it('is all where there is no network', async () => {
		router = new Canned([]);
		const page = await router.open();
		await shows(page, 'This router has no Wi-Fi network.');
		assert.equal(await page.getByRole('region', { name: /Add a device|WPS needs/ }).count(), 0);
	});
});

describe('the other routers of the house', function () {
	this.timeout(60_000);
	let router: Canned;

	if (LUCI_URL) return;

	afterEach(() => router.close());

	it('are told with what they can do now', async () => {
		const routers = [
			{
				name: 'Attic',
				there: true,
				networks: [
					{ ssid: 'Home', ready: true, open: true },
					{ ssid: 'Office', ready: true, open: false },
					{ ssid: 'Guests', ready: false, open: false }
				]
			},
			{ name: 'Cellar', there: false, networks: [] }
		];
		router = new Canned([home()], { house: { connected: true, name: 'Villa', routers } });
		const page = await router.open();
		const house = page.getByRole('region', { name: 'Other routers of this house' });
		const text = (await house.innerText()).split('\n').filter(Boolean);
		assert.deepEqual(text.slice(1), [
			'Attic',
			'Home: WPS is active',
			'Office: ready',
			'Guests: not ready',
			'Cellar',
			'not there'
		]);

		router.say([home()], { house: { connected: false, name: 'Villa', routers: [] } });
		await shows(house, 'This router has no connection to the house.');
		router.say([home()], { house: null });
		await house.waitFor({ state: 'hidden' });
	});

	it('let a window be closed that one of them opened', async () => {
		router = new Canned([home({ session: session('waiting', { origin: 'house', by: 'Attic' }) })]);
		const page = await router.open();
		router.answers.cancel = () => ({ session: session('cancelled') });
		await button(page, 'Cancel').click();
		await until(() => router.asked('cancel').length > 0, 'the call');
	});
});

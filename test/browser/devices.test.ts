import { strict as assert } from 'node:assert';
import type { Locator, Page } from 'playwright-core';
import type { Device } from '../../src/contract/device';
import { Canned, device, DEVICES, home, NOW, problem, session } from './canned';
import {
	button,
	devices,
	dialogOf,
	HANDS,
	hasFocus,
	hit,
	look,
	LUCI_DIR,
	LUCI_URL,
	shows,
	tabTo,
	told,
	until
} from './stage';

const NAME = 'input.wps-name';

/** The row of a device, by its address. */
const row = (page: Page, { mac }: Device): Locator =>
	devices(page).locator('tr', { has: page.getByTitle(mac.toUpperCase()) });

/** What stands in the cells of a row; in the first an input. */
const cells = async (line: Locator) =>
	(await line.locator('td').allInnerTexts()).slice(1, 5).map(text => text.replace(/\s+/g, ' ').trim());

describe('the devices that joined', function () {
	this.timeout(60_000);
	let router: Canned;

	if (LUCI_URL) return;

	beforeEach(() => {
		router = new Canned([home()]);
		router.devices = DEVICES;
	});

	afterEach(() => router.close());

	it('are told by name, network, when, now and key, in words', async () => {
		const [printer, television, unnamed] = DEVICES as [Device, Device, Device];
		const page = await router.open();
		assert.equal(await row(page, printer).locator(NAME).inputValue(), 'printer');
		const joined = /^Nov 23, 2026, \d+:\d\d [AP]M$/;
		const first = await cells(row(page, printer));
		assert.match(first[1]!.replace('\u202f', ' '), joined);
		assert.deepEqual(
			[first[0], ...first.slice(2)],
			['Home', 'connected, 5 GHz, good signal comes back after a power cut', 'the password']
		);
		await shows(row(page, printer), '192.168.1.42');
		assert.equal(await row(page, printer).getByTitle('-48 dBm').count(), 1);
		assert.deepEqual((await cells(row(page, television))).slice(2), [
			'connected, 2.4 GHz, fair signal comes back after a power cut',
			'its own'
		]);
		assert.deepEqual((await cells(row(page, unnamed))).slice(2), [
			'away has to join again after a power cut',
			'a temporary one'
		]);
		assert.equal(await row(page, unnamed).locator(NAME).getAttribute('placeholder'), '02:00:5E:00:53:12');
	});

	it('are none at first', async () => {
		router.devices = [];
		const page = await router.open();
		await shows(devices(page), 'No device has joined by WPS yet.');
	});

	it('may be away for a while', async () => {
		router.devices = [device('lamp', { online: false, band: null, signal: null, ip: null })];
		const page = await router.open();
		assert.equal((await cells(row(page, router.devices[0]!)))[2], 'away can come back by itself');
	});

	it('are followed by the way to lock somebody out', async () => {
		const page = await router.open();
		await shows(devices(page), 'Who knows the password can only be locked out by a new one:');
		const way = devices(page).getByRole('link', { name: 'Wireless settings' });
		assert.match((await way.getAttribute('href'))!, /\/admin\/network\/wireless$/);
	});

	it('have no table where nothing can join, unless there are some', async () => {
		router.say([home({ enabled: false, problems: [problem('daemon_without_wps')] })]);
		router.devices = [];
		const page = await router.open();
		await shows(page, 'WPS needs other software');
		assert.equal(await devices(page).count(), 0);
		assert.equal(await page.locator('#wps-button').count(), 0, 'what a button does that can do nothing');
		router.devices = DEVICES;
		await look(page);
		await row(page, DEVICES[0]!).waitFor();
	});

	for (const { name, context } of HANDS)
		it(`are renamed where they stand, by ${name}`, async () => {
			const page = await router.open({ context });
			const input = row(page, DEVICES[0]!).locator(NAME);
			router.answers.rename = ({ name }) => ({ device: { ...DEVICES[0]!, name } });
			if (name === 'keyboard') await tabTo(input);
			else await input.click();
			await input.fill('Office printer');
			if (name === 'keyboard') await hit(page, 'Enter');
			else await page.locator('h2').click();
			await until(() => router.asked('rename').length > 0, 'the name');
			assert.deepEqual(router.asked('rename'), [{ mac: '02:00:5e:00:53:10', name: 'Office printer' }]);

			await input.fill('no');
			await hit(page, 'Escape');
			assert.equal(await input.inputValue(), 'printer');
			assert.equal(router.asked('rename').length, 1, 'Escape changes nothing');
		});

	it('get their own names back by an empty one', async () => {
		const page = await router.open();
		await row(page, DEVICES[0]!).locator(NAME).fill('');
		await hit(page, 'Enter');
		await until(() => router.asked('rename').length > 0, 'the name');
		assert.deepEqual(router.asked('rename'), [{ mac: '02:00:5e:00:53:10', name: '' }]);
	});

	it('keep a name that is being typed, and say why it was refused', async () => {
		const page = await router.open();
		const input = row(page, DEVICES[0]!).locator(NAME);
		await input.fill('half');
		router.devices = [device('newcomer', { mac: '02:00:5e:00:53:99' }), ...DEVICES];
		router.say([home()]);
		await page.waitForTimeout(500);
		assert.equal(await input.inputValue(), 'half');
		assert.ok(await hasFocus(input));
		router.answers.rename = () => ({
			error: { code: 'unknown_device', message: 'No such device has joined by WPS.' }
		});
		await hit(page, 'Enter');
		await shows(page, 'No such device has joined by WPS.');
		await row(page, router.devices[0]!).waitFor();
	});

	it('keep the focus when the list changes', async () => {
		const page = await router.open();
		const remove = button(row(page, DEVICES[1]!), 'Remove…');
		await remove.focus();
		router.devices = [device('newcomer', { mac: '02:00:5e:00:53:99' }), ...DEVICES];
		router.say([home()]);
		await row(page, router.devices[0]!).waitFor();
		assert.ok(await hasFocus(remove));
	});

	for (const { name, press, context } of HANDS) {
		it(`with keys of their own are removed for good, by ${name}`, async () => {
			const page = await router.open({ context });
			const dialog = dialogOf(page);
			const television = DEVICES[1]!;
			await press(button(row(page, television), 'Remove…'));
			await shows(dialog, /Its key is withdrawn: it is out at once, and for good\./);
			await press(button(dialog, 'Cancel'));
			assert.ok(await hasFocus(button(row(page, television), 'Remove…')), 'the focus comes back');
			await press(button(row(page, television), 'Remove…'));
			router.answers.remove = () => {
				router.devices = DEVICES.filter(({ mac }) => mac !== television.mac);
				return { device: television, for_good: true };
			};
			await press(button(dialog, 'Remove'));
			await row(page, television).waitFor({ state: 'detached' });
			assert.deepEqual(router.asked('remove'), [{ mac: television.mac, network: 'Home' }]);
			await shows(told(page), 'Television was removed for good.');
			if (name !== 'phone')
				assert.ok(
					await hasFocus(page.getByRole('heading', { name: 'WPS', exact: true })),
					'the focus is not lost'
				);
		});

		it(`that know the password can be disconnected, and it says what helps for good, by ${name}`, async () => {
			const page = await router.open({ context });
			const dialog = dialogOf(page);
			await press(button(row(page, DEVICES[0]!), 'Remove…'));
			await shows(dialog, 'It is disconnected, and kept out for one minute.');
			await shows(dialog, 'It knows the password of Home: to keep it out for good, change the password.');
			assert.equal(await dialog.getByRole('link', { name: 'Wireless settings' }).count(), 1);
			router.answers.remove = () => {
				router.devices = DEVICES.map(one => ({ ...one, online: false }));
				return { device: DEVICES[0], for_good: false };
			};
			await press(button(dialog, 'Disconnect'));
			await shows(told(page), 'printer was disconnected for one minute.');
			await shows(row(page, DEVICES[0]!), 'away');
			assert.ok(await hasFocus(button(row(page, DEVICES[0]!), 'Remove…')), 'the focus comes back to the new row');
		});
	}

	it('are removed from the network that is meant, where they are in several', async () => {
		router.devices = [DEVICES[0]!, { ...DEVICES[0]!, network: 'Garage' }];
		const page = await router.open();
		await button(row(page, DEVICES[0]!).nth(1), 'Remove…').click();
		await button(dialogOf(page), 'Disconnect').click();
		await until(() => router.asked('remove').length > 0, 'the call');
		assert.deepEqual(router.asked('remove'), [{ mac: '02:00:5e:00:53:10', network: 'Garage' }]);
	});

	it('are no news any more when they are out', async () => {
		router = new Canned([home({ session: session('joined') })]);
		router.devices = DEVICES;
		const page = await router.open();
		await shows(page, 'Not your device?');
		await page.getByRole('region', { name: 'Add a device' }).getByRole('button', { name: 'Remove…' }).click();
		router.answers.remove = () => ({ device: DEVICES[0], for_good: false });
		await button(dialogOf(page), 'Disconnect').click();
		await shows(page, /A printer, a TV or a repeater joins/);
	});

	it('stay where a removal is refused, and it says why', async () => {
		const page = await router.open();
		await button(row(page, DEVICES[0]!), 'Remove…').click();
		router.answers.remove = () => ({ error: { code: 'timeout', message: 'The Wi-Fi software did not answer.' } });
		await button(dialogOf(page), 'Disconnect').click();
		await shows(dialogOf(page).getByRole('alert'), 'The Wi-Fi software did not answer.');
	});

	it('are for who may only look without buttons, and with names that can not be changed', async () => {
		router.mayWrite = false;
		const page = await router.open();
		const input = row(page, DEVICES[0]!).locator(NAME);
		assert.equal(await input.getAttribute('readonly'), '');
		assert.equal(await devices(page).getByRole('button').count(), 0);
	});

	if (LUCI_DIR)
		it('are sorted by the columns', async () => {
			const page = await router.open();
			const names = () =>
				devices(page)
					.locator(NAME)
					.evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).value));
			assert.deepEqual(await names(), ['printer', 'Television', '']);
			await devices(page).getByText('Now', { exact: true }).first().click();
			assert.deepEqual(await names(), ['', 'printer', 'Television']);
		});

	it('tell what failed and why, asked for only when it is unfolded', async () => {
		router.history = [
			session('joined'),
			session('timeout', { started: NOW - 500 }),
			session('cancelled'),
			session('failed', { reason: 'authentication_failure' })
		];
		const page = await router.open();
		assert.equal(router.asked('history').length, 0);
		const folded = devices(page).locator('details');
		await folded.locator('summary').click();
		await shows(folded, /Home: No device joined in time\./);
		await shows(folded, /Home: The device could not join\. The PIN was wrong/);
		assert.equal(await folded.locator('.wps-line').count(), 2);
		assert.deepEqual(router.asked('history'), [{ limit: 20 }]);
	});
});

import { strict as assert } from 'node:assert';
import type { Locator, Page } from 'playwright-core';
import type { Session, SessionState } from '../../src/contract/session';
import type { Network } from '../../src/contract/status';
import { type Call, Canned, device, guests, home, job, network, NOW, problem, session } from './canned';
import {
	box,
	button,
	devices,
	dialogOf,
	HANDS,
	hasFocus,
	hit,
	LUCI_URL,
	main,
	PHONE,
	shows,
	tabTo,
	told,
	until,
	watchPage
} from './stage';

/** The box, and where what lies below it begins. */
async function place(page: Page): Promise<unknown> {
	const { x, y, width, height } = (await box(page).boundingBox())!;
	return [x, y, width, height, (await devices(page).boundingBox())!.y].map(Math.round);
}

/** What is visible of the box, one line each. */
async function lines(scope: Locator): Promise<string[]> {
	return (await scope.innerText()).split('\n').filter(Boolean);
}

describe('the box that adds a device', function () {
	this.timeout(60_000);
	let router: Canned;

	if (LUCI_URL) return;

	afterEach(() => router.close());

	async function open(networks: Network[], visitor = {}): Promise<Page> {
		router = new Canned(networks);
		return await router.open(visitor);
	}

	it('says what will happen, and offers no choice where there is none', async () => {
		const page = await open([home(), guests()]);
		await shows(box(page), 'A printer, a TV or a repeater joins Home (2.4 GHz and 5 GHz) without the password.');
		assert.equal(await page.getByRole('radio').count(), 0);
		router.answers.start = () => ({ session: session('waiting') });
		await button(page, 'Start WPS').click();
		await until(() => router.asked('start').length > 0, 'the start');
		assert.deepEqual(router.asked('start'), [{ section: 'home_2g' }]);
	});

	for (const { name, press, context } of HANDS)
		it(`offers those with WPS, the first that is ready at first, by ${name}`, async () => {
			const waiting = network('Attic', ['5g'], { problems: [problem('radar_check', { seconds: 43 })] });
			const page = await open([waiting, home(), network('Garage', ['2g']), guests()], { context });
			const choice = page.getByRole('radiogroup', { name: 'Network' }).getByRole('radio');
			assert.equal(await choice.count(), 3);
			// each says what it is for a device, or what stands in the way
			for (const text of [
				/^Home \(2\.4 GHz and 5 GHz\)\s*Devices get the password of the network\.$/,
				/^Attic \(5 GHz\)\s*Its radio is listening for radar before it may send\.$/
			])
				assert.equal(await page.getByRole('radio', { name: text }).count(), 1, String(text));
			assert.ok(await page.getByRole('radio', { name: 'Home (2.4 GHz and 5 GHz)' }).isChecked());

			const attic = page.getByRole('radio', { name: 'Attic (5 GHz)' });
			if (name !== 'keyboard') await attic.click();
			else {
				await tabTo(page.getByRole('radio', { name: 'Home (2.4 GHz and 5 GHz)' }));
				await hit(page, 'ArrowLeft');
				assert.ok(await hasFocus(attic), 'the focus is where it was put');
			}
			await shows(box(page), /^0:4\d$/);
			assert.equal(await box(page).getByText('Its radio is listening for radar').count(), 1, 'said once');
			assert.equal(await main(page).isVisible(), false);

			await page.getByRole('radio', { name: 'Garage (2.4 GHz)' }).click();
			await press(button(page, 'Start WPS'));
			await until(() => router.asked('start').length > 0, 'the start');
			assert.deepEqual(router.asked('start'), [{ section: 'garage_2g' }]);
		});

	it('mends the one thing that is amiss where nothing is ready', async () => {
		const off = home({ keys: 'lost', problems: [problem('wps_disabled')] });
		const page = await open([guests(), off]);
		await shows(box(page), 'WPS is off on this network.');
		router.answers.enable = () => {
			router.say([guests(), { ...off, job: job('running') }]);
			return { job: job('running') };
		};
		await button(box(page), 'Turn WPS on').click();
		await box(page)
			.getByRole('button', { name: /Turning WPS on…/ })
			.click();
		assert.deepEqual(router.asked('enable'), [{ section: 'home_2g', keys: 'shared' }]);
		router.say([guests(), home({ job: job('done') })]);
		await button(box(page), 'Start WPS').waitFor();
		assert.ok(await hasFocus(main(page)), 'the focus stays');
		await shows(told(page), 'Home: WPS is on.');
	});

	it('tells a change that failed, and only where it is of use', async () => {
		const page = await open([home({ keys: 'own', problems: [problem('silent')], job: job('reverted') })]);
		await shows(box(page), 'The network did not come back, so its former settings were restored.');
		await shows(box(page), 'It is silent: no device can find it.');
		await button(box(page), 'Get it back on the air').click();
		await until(() => router.asked('enable').length > 0, 'the mend');
		assert.deepEqual(router.asked('enable'), [{ section: 'home_2g', keys: 'own' }], 'the kind of keys stays');
		router.say([home({ job: job('reverted', { ended: NOW - 601 }) })]);
		await page.getByText('former settings').first().waitFor({ state: 'detached' });
	});

	it('has the way to the settings where they stand in the way', async () => {
		const page = await open([home({ enabled: false, problems: [problem('wpa3_only')] })]);
		await shows(box(page), 'WPS does not work with WPA3 alone.');
		const link = box(page).getByRole('link', { name: 'Wireless settings' });
		assert.match((await link.getAttribute('href')) ?? '', /\/admin\/network\/wireless$/);
		assert.equal(await main(page).isVisible(), false);
		await box(page).getByText('Why?').click();
		await shows(box(page), 'Few devices with WPS know WPA3: use WPA2 and WPA3 mixed.');
	});

	it('tells what will disappoint, with its mend', async () => {
		const page = await open([
			home({ keys: 'lost', problems: [problem('not_persistent'), problem('pin_exposed')] })
		]);
		await shows(box(page), 'Devices that join now are forgotten at the next restart.');
		assert.equal(await box(page).getByText('The router has a WPS PIN of its own.').count(), 0, 'no matter here');
		await button(box(page), 'Keep devices').click();
		await until(() => router.asked('enable').length > 0, 'the mend');
		assert.deepEqual(router.asked('enable'), [{ section: 'home_2g', keys: 'shared' }]);
	});

	for (const isForAll of [true, false])
		it(`starts on all routers of the house, by the name of the network${isForAll ? '' : ', unless told otherwise'}`, async () => {
			router = new Canned([home()], {
				house: { connected: true, name: 'Villa', routers: [{ name: 'Attic', there: true, networks: [] }] }
			});
			const page = await router.open();
			if (!isForAll) await page.getByLabel('On the other routers of this house, too').uncheck();
			await button(page, 'Start WPS').click();
			await until(() => router.asked('start').length > 0, 'the start');
			const target = isForAll ? { network: 'Home', house: true } : { section: 'home_2g' };
			assert.deepEqual(router.asked('start'), [target]);
		});

	it('shows the time, what to do, and which bands listen', async () => {
		const page = await open([home({ session: session('waiting') })]);
		await shows(box(page), /^1:4\d$/);
		await shows(box(page), 'Press the WPS button on the device now.');
		await shows(box(page), 'Listening on 2.4 GHz and 5 GHz.');
		const bar = page.getByRole('progressbar', { name: 'Remaining time' });
		assert.match((await bar.getAttribute('aria-valuetext')) ?? '', /^1:4\d$/);

		router.say([home({ session: session('waiting', { ifnames: ['phy0-ap0'], attempts_failed: 2 }) })]);
		await shows(box(page), 'Listening on 2.4 GHz. Not on 5 GHz.');
		await shows(box(page), '2 attempts failed, WPS stays active.');
		await shows(told(page), /2 attempts failed/);
	});

	it('tells who opened a window, and nothing of time that nobody knows', async () => {
		const of = (rest: Partial<Session>) => [home({ session: session('waiting', rest) })];
		const page = await open(of({ origin: 'button', by: null }));
		await shows(box(page), /Started with the button on the router\./);
		router.say(of({ origin: 'house', by: 'Attic' }));
		await shows(box(page), /Started by Attic\./);
		router.say(of({ origin: 'external', by: null, remaining: null, started: null }));
		await shows(box(page), /Started outside this page\./);
		assert.equal(await page.getByRole('progressbar').isVisible(), false);
	});

	it('closes all that is open, and says nothing of what it closed itself', async () => {
		const two = [
			home({ session: session('waiting') }),
			network('Garage', ['2g'], { session: session('waiting', { id: '2', network: 'Garage' }) })
		];
		const page = await open(two);
		const ended = (one: Network) => ({ ...one, session: session('cancelled', { network: one.ssid, ended: NOW }) });
		router.answers.cancel = () => {
			router.say(two.map(ended), { now: NOW });
			return { session: session('cancelled') };
		};
		await button(box(page), 'Cancel').click();
		await button(box(page), 'Start WPS').waitFor();
		assert.deepEqual(router.asked('cancel'), [{ section: 'home_2g' }, { section: 'garage_2g' }]);
		assert.ok(await hasFocus(main(page)), 'the focus stays');
		assert.equal(await box(page).getByText('WPS was stopped.').isVisible(), false);
	});

	it('tells of a device that was faster than the cancel', async () => {
		const page = await open([home({ session: session('waiting') })]);
		router.answers.cancel = () => {
			router.say([home({ session: session('joined', { ended: NOW }) })]);
			return { session: null };
		};
		await button(box(page), 'Cancel').click();
		await shows(box(page), 'printer has joined Home (5 GHz).');
	});

	const ENDS: [state: SessionState, rest: Partial<Session>, sign: string, ...said: (string | RegExp)[]][] = [
		[
			'joined',
			{},
			'✓',
			'printer has joined Home (5 GHz).',
			'It stays after a restart.',
			/^192\.168\.1\.42 · 02:00:5E:00:53:10 · good signal$/
		],
		['success', {}, '–', 'printer has received the key to Home (5 GHz).', 'Waiting for it to connect…'],
		['success', { reason: 'not_connected' }, '✕', /received the key/, /But it did not connect/],
		['timeout', {}, '✕', 'No device joined in time.', /Move the device closer/],
		['overlap', {}, '✕', 'Several devices asked to join, so none was let in.'],
		['cancelled', { reason: 'elsewhere' }, '–', 'WPS was stopped.'],
		['cancelled', { reason: 'sibling' }, '✓', 'The device joined another network of this router.'],
		['failed', { reason: 'authentication_failure' }, '✕', 'The device could not join.', /The PIN was wrong/],
		[
			'cancelled',
			{ reason: 'still_trying' },
			'–',
			'WPS was stopped.',
			'The device may go on trying for half a minute.'
		],
		['timeout', { attempts_failed: 1 }, '✕', 'No device joined in time.', 'Restart the device and try again.'],
		['lost', { reason: 'access_point_gone' }, '✕', 'WPS was interrupted.', /went off the air/]
	];
	for (const [state, rest, sign, ...said] of ENDS)
		it(`shows how it ended: ${state} ${rest.reason ?? ''}`, async () => {
			const page = await open([home({ session: session(state, rest as never) }), guests()]);
			for (const text of said) await shows(box(page), text);
			assert.equal(await box(page).locator('.wps-sign').innerText(), sign);
			const again = sign === '✕';
			assert.equal(await main(page).innerText(), again ? 'Start WPS' : 'Done');
			await button(box(page), 'Done').click();
			await shows(box(page), /A printer, a TV or a repeater joins/);
		});

	it('tells that a device tries on after it was stopped in the middle', async () => {
		const page = await open([home({ session: session('connecting') })]);
		const cancelled = session('cancelled', { reason: 'still_trying', ended: NOW } as never);
		router.answers.cancel = () => {
			router.say([home({ session: cancelled })]);
			return { session: cancelled };
		};
		await button(box(page), 'Cancel').click();
		await shows(box(page), 'The device may go on trying for half a minute.');
	});

	it('names the networks whose windows keep devices out', async () => {
		const TOO = 'WPS on Garage at the same time keeps many devices out: use one at a time.';
		const garage = (rest: Partial<Session>) =>
			network('Garage', ['2g'], {
				session: session('waiting', { id: '2', network: 'Garage', ...rest } as never)
			});
		const waiting = home({ session: session('waiting', { started: null, origin: 'external' } as never) });
		const page = await open([waiting, garage({ started: null } as never)]);
		await shows(box(page), TOO);
		for (const [state, rest, is] of [
			['timeout', { ended: NOW - 20, state: 'timeout', open: false }, false],
			['timeout', { ended: NOW - 5, state: 'timeout', open: false }, true],
			['overlap', { ended: NOW - 1, started: NOW - 3, state: 'overlap', open: false }, true],
			['joined', { ended: NOW - 3, state: 'cancelled', open: false }, false]
		] as const) {
			router.say([home({ session: session(state) }), garage(rest as never)]);
			await shows(
				box(page),
				state === 'joined' ? /has joined/ : state === 'timeout' ? /in time/ : /none was let/
			);
			await box(page)
				.getByText(TOO)
				.waitFor({ state: is ? 'visible' : 'hidden' });
		}
	});

	it('tells that a device has no address, but only when it should have one', async () => {
		const NONE = /^No address is known yet: if the device does not work, check DHCP\. · 02:00:5E:00:53:10/;
		const peer = { ...session('joined').peer!, ip: null };
		const page = await open([home({ session: session('joined', { ended: NOW - 9, peer } as never) })]);
		await shows(box(page), /^02:00:5E:00:53:10 · good signal$/);
		router.say([home({ session: session('joined', { ended: NOW - 31, peer } as never) })]);
		await shows(box(page), NONE);
		router.devices = [device('printer')];
		router.say([home({ session: session('joined', { ended: NOW - 31, peer } as never) })]);
		await shows(box(page), /^192\.168\.1\.42 · /);
	});

	it('tells that a device will be forgotten', async () => {
		const page = await open([home({ keys: 'lost', session: session('joined') })]);
		await shows(box(page), 'It will be forgotten at the next restart.');
		router.devices = [device('printer', { kept: true, key: 'own' })];
		await shows(box(page), 'It stays after a restart.');
	});

	it('is old news after ten minutes, or when something else was changed', async () => {
		const page = await open([home({ session: session('timeout', { ended: NOW - 599 }) })]);
		await shows(box(page), 'No device joined in time.');
		router.say([home({ session: session('timeout', { ended: NOW - 601 }) })]);
		await shows(box(page), /A printer, a TV or a repeater joins/);
		router.say([home({ session: session('timeout', { ended: NOW - 9 }) })]);
		await shows(box(page), 'No device joined in time.');
		router.say([home({ session: session('timeout', { ended: NOW - 9 }), job: job('done') })]);
		await shows(box(page), /A printer, a TV or a repeater joins/);
	});

	it('tells why a start was refused, until something else is done', async () => {
		const page = await open([home(), guests()]);
		router.answers.start = () => ({
			error: {
				code: 'overlap',
				message: 'Several devices asked to join within two minutes: stop WPS on the others and wait.'
			}
		});
		await button(page, 'Start WPS').click();
		await shows(box(page), /Several devices asked to join within two minutes/);
		await shows(told(page), /Several devices asked/);
		assert.equal(await box(page).locator('.wps-sign').innerText(), '✕');
		await button(page, 'Done').click();
		await shows(box(page), /A printer, a TV or a repeater joins/);

		router.answers.start = () => 7;
		await button(page, 'Start WPS').click();
		await shows(box(page), 'Request timeout');
		router.say([home({ session: session('waiting') }), guests()]);
		await shows(box(page), 'Press the WPS button on the device now.');
	});

	for (const [form, context] of Object.entries({ desk: {}, phone: PHONE }))
		it(`keeps its place and its size from the start to the end: ${form}`, async () => {
			const page = await open([home(), guests()], { context });
			const seen = await watchPage(page);
			const before = await place(page);
			router.answers.start = () => {
				router.say([home({ session: session('waiting') }), guests()]);
				return { session: session('waiting') };
			};
			await button(page, 'Start WPS').click();
			await shows(box(page), 'Press the WPS button on the device now.');
			assert.deepEqual(await place(page), before, 'open');

			// the browser forgives what follows a press within half a second
			await page.waitForTimeout(600);
			const steps: [SessionState, Partial<Session>, string | RegExp][] = [
				['waiting', { attempts_failed: 1 }, /1 attempt failed/],
				['waiting', { ifnames: ['phy0-ap0'], origin: 'button' }, /Started with the button/],
				['connecting', {}, 'printer is connecting…'],
				['success', {}, /has received the key/],
				['joined', {}, /has joined/],
				['success', { reason: 'not_connected' }, /But it did not connect/],
				[
					'joined',
					{ peer: { ...session('joined').peer!, ip: null }, ended: NOW - 40 },
					/No address is known yet/
				],
				['timeout', {}, 'No device joined in time.'],
				['timeout', { attempts_failed: 1 }, 'Restart the device and try again.'],
				['overlap', {}, /so none was let in/],
				['failed', {}, 'The device could not join.'],
				['lost', { reason: 'access_point_gone' }, 'WPS was interrupted.']
			];
			for (const [state, rest, text] of steps) {
				router.say([home({ session: session(state, { id: state, ...rest } as never) }), guests()]);
				await shows(box(page), text);
				assert.deepEqual(await place(page), before, state);
			}
			const rival = { ...guests(), session: session('waiting', { id: 'rival' }) };
			router.say([home({ session: session('waiting') }), rival]);
			await shows(box(page), /^WPS on Guests at the same time/);
			assert.deepEqual(await place(page), before, 'a rival');
			assert.deepEqual((await seen()).shifts, [], 'what the browser counts');
		});

	it('takes the PIN of a device, and the service says what is wrong with it', async () => {
		const page = await open([home()]);
		await button(page, 'The device shows a PIN').click();
		const dialog = dialogOf(page);
		const input = dialog.getByRole('textbox', { name: 'PIN' });
		assert.ok(await hasFocus(input));
		router.answers.start = () => ({
			error: { code: 'pin_invalid', message: 'This is not a valid WPS PIN: check its digits.' }
		});
		await input.fill('12345678');
		await hit(page, 'Enter');
		await shows(dialog.getByRole('alert'), 'This is not a valid WPS PIN: check its digits.');
		router.answers.start = () => {
			router.say([home({ session: session('waiting', { method: 'pin' }) })]);
			return { session: session('waiting', { method: 'pin' }) };
		};
		await input.fill('12345670');
		await button(dialog, 'Start WPS').click();
		await shows(box(page), 'Now start WPS on the device with its PIN.');
		assert.deepEqual(router.asked('start').at(-1), { section: 'home_2g', pin: '12345670' });
		assert.equal(await dialog.isVisible(), false);
	});

	it('shows who may only look all but the buttons', async () => {
		router = new Canned([home({ session: session('joined') }), guests()]);
		router.mayWrite = router.mayReadKeys = false;
		router.devices = [device('printer')];
		const page = await router.open();
		await shows(box(page), 'printer has joined Home (5 GHz).');
		assert.deepEqual((await lines(box(page))).slice(0, 4), [
			'Add a device',
			'✓',
			'printer has joined Home (5 GHz).',
			'It stays after a restart.'
		]);
		assert.equal(await page.locator('.wps').getByRole('button').count(), 0);
	});

	it('needs no right but those on luci.wps to do all of it', async () => {
		// LuCI's own runtime asks this on every page (ui.js).
		const isOfLuci = ({ object, method, args }: Call) =>
			object === 'uci' && (method === 'changes' || args['config'] === 'luci');
		router = new Canned([home(), guests()]);
		router.mayReadKeys = false;
		router.devices = [device('printer')];
		router.others = call => (isOfLuci(call) ? [0, {}] : [6]);
		const page = await router.open();
		await button(page, 'Start WPS').click();
		await devices(page).getByRole('textbox', { name: 'Name' }).fill('Office');
		await hit(page, 'Enter');
		await page.getByLabel('The button on the case').selectOption('Does nothing');
		await button(devices(page), 'Remove…').click();
		await button(dialogOf(page), 'Disconnect').click();
		await dialogOf(page).waitFor({ state: 'hidden' });
		for (const method of ['start', 'rename', 'button', 'remove'] as const)
			assert.equal(router.asked(method).length, 1, method);
		const asked = router.calls.filter(call => call.object !== 'luci.wps' && !isOfLuci(call));
		assert.deepEqual([...new Set(asked.map(({ object }) => object))], ['session']);
	});

	it('has the QR code for who may read the key alone', async () => {
		router = new Canned([home(), guests()]);
		router.mayReadKeys = false;
		const page = await router.open();
		await button(page, 'The device shows a PIN').waitFor();
		assert.equal(await page.getByRole('button', { name: /QR code/ }).count(), 0);
	});
});

import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Device } from '../../src/contract/device';
import { Canned, device, guests, home, network, NOW, problem, session } from './canned';
import { box, button, launch, LUCI_URL, PHONE, screenshot, settings, shows } from './stage';

const DAY = 86_400;

const DEVICES: Device[] = [
	device('Office printer', { joined: NOW - 2 * DAY }),
	device('Living room TV', {
		mac: '02:00:5e:00:53:11',
		band: '2g',
		signal: -67,
		ip: '192.168.1.50',
		joined: NOW - 9 * DAY
	}),
	device('Heating', {
		mac: '02:00:5e:00:53:12',
		network: 'Things',
		key: 'own',
		band: '2g',
		signal: -78,
		ip: '192.168.1.61',
		joined: NOW - 40 * DAY
	})
];

const THINGS = network('Things', ['2g'], { keys: 'own' });

const WIDE = { viewport: { width: 1100, height: 640 } };

/** Three pictures as one, with numbers. */
async function compose(steps: Buffer[], name: string): Promise<void> {
	const page = await (await launch()).newPage({ viewport: { width: 960, height: 400 } });
	const rows = steps.map((step, i) => `<b>${i + 1}</b><img src="data:image/png;base64,${step.toString('base64')}">`);
	await page.setContent(
		`<body style="margin: 0; padding: 8px; display: grid; grid-template-columns: 40px 1fr; gap: 12px; align-items: center; background: #fff;
			font: bold 24px sans-serif; text-align: center; color: #555">${rows.join('')}`
	);
	await screenshot(page, name);
	await page.close();
}

describe('pictures for the README', function () {
	this.timeout(120_000);
	let router: Canned;

	if (LUCI_URL || !process.env['SCREENSHOTS']) return;

	afterEach(() => router.close());

	async function open(networks = [home(), THINGS, guests()], context: BrowserContextOptions = WIDE): Promise<Page> {
		router = new Canned(networks);
		router.devices = DEVICES;
		const page = await router.open({ context });
		await button(page, networks[0]!.session ? 'Cancel' : 'Start WPS').waitFor();
		return page;
	}

	const OPEN = [home({ session: session('waiting') }), THINGS, guests()];

	it('idle', async () => screenshot(await open(), 'idle'));
	it('dark', async () => screenshot(await open(OPEN, { ...WIDE, colorScheme: 'dark' }), 'dark'));
	it('phone', async () => screenshot(await open(OPEN, { ...PHONE, deviceScaleFactor: 2 }), 'phone'));

	it('join', async () => {
		const page = await open([home(), guests()], { viewport: { width: 900, height: 640 } });
		const steps = [await box(page).screenshot()];
		router.say([home({ session: session('waiting') }), guests()]);
		await shows(box(page), 'Press the WPS button on the device now.');
		steps.push(await box(page).screenshot({ animations: 'disabled' }));
		router.say([home({ session: session('joined') }), guests()]);
		await shows(box(page), /has joined/);
		steps.push(await box(page).screenshot());
		await compose(steps, 'join');
	});

	it('problem', async () => {
		const page = await open();
		router.devices = [];
		router.say([home({ enabled: false, problems: [problem('daemon_without_wps')] }), guests()], {
			daemon: {
				package: 'wpad-basic-mbedtls',
				installed_has_wps: false,
				running_has_wps: false,
				pin_available: false,
				package_manager: 'apk',
				remedy: [
					"apk update && apk --cache-predownload add wpad-mbedtls '!wpad-basic-mbedtls' && apk del wpad-basic-mbedtls && reboot"
				]
			}
		});
		await shows(page, 'WPS needs other software');
		await settings(page).evaluate((node: HTMLDetailsElement) => (node.open = false));
		await screenshot(page, 'problem');
	});
});

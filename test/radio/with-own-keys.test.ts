import { strict as assert } from 'node:assert';
import { HIGH, LOW, TWO_BANDS } from './household';
import { until } from './wait';
import { household, theWorld } from './world';

const APS = ['phy0-ap0', 'phy5-ap0'];
const PIN = '12345670';

/* One of the devices has iwd: this file comes behind walk-time.test.ts (see wpa3-iwd.test.ts). */
describe('a key of its own for each device', function () {
	this.timeout(120_000);
	const network = { ssid: 'Home', encryption: 'psk2', wps: false };
	const home = household({ low: network, high: { ...network, radio: 1 } }, TWO_BANDS);
	let mark = 0;

	const isServed = async (mac: string) => {
		const served = await Promise.all(APS.map(ifname => home().serves(ifname, mac)));
		return served.includes(true);
	};
	const devices = async () => (await home().ask('devices')).devices;
	/** hostapd's lines since `mark` about whoever went. */
	const gone = () =>
		theWorld()
			.guest.log.slice(mark)
			.filter(line => line.includes('AP-STA-DISCONNECTED'));
	const refusedSince = (mac: string) => () =>
		theWorld()
			.guest.log.slice(mark)
			.some(line => line.includes(`POSSIBLE-PSK-MISMATCH ${mac}`));

	before(() => theWorld().gadget.start());
	beforeEach(() => (mark = theWorld().guest.log.length));

	it('is handed over by button and by PIN, with and without a display; another one each time, and never the password', async () => {
		const { printer, scanner, gadget } = theWorld();
		await home().switchWps('enable', { network: 'Home', keys: 'own' }, 'low');
		assert.equal((await home().network('low')).keys, 'own');

		// hostapd keeps apart who has a display and who has not (wps_build_cred)
		await printer.adopt({ config_methods: 'virtual_push_button' });
		const pressed = await home().start('low');
		await printer.press();
		assert.equal((await home().waitFor(pressed.id, 'joined')).peer?.mac, printer.mac);
		const shown = await home().start('low', { pin: PIN });
		await scanner.showPin(PIN);
		assert.equal((await home().waitFor(shown.id, 'joined')).peer?.mac, scanner.mac);
		const last = await home().start('low');
		await gadget.press();
		assert.equal((await home().waitFor(last.id, 'joined', 60)).peer?.mac, gadget.mac);

		const keys = [await printer.key(), await scanner.key()];
		keys.push(/^PreSharedKey=(.*)$/m.exec(await gadget.stored('Home'))?.[1] ?? null);
		for (const key of keys) assert.match(String(key), /^[0-9a-f]{64}$/);
		assert.equal(new Set(keys).size, 3);
		const listed = (await devices()).map(({ mac, key, kept, online }) => ({ mac, key, kept, online }));
		const all = [gadget, scanner, printer].map(({ mac }) => ({ mac, key: 'own', kept: true, online: true }));
		assert.deepEqual(listed, all);
	});

	it('is of no use to another device', async () => {
		const { printer, scanner } = theWorld();
		const stolen = String(await scanner.key());
		await printer.reset();
		await printer.learn('Home', stolen);
		await until(refusedSince(printer.mac), 30, 'hostapd to refuse the copied key');
		assert.equal(await printer.isConnected(), false);
	});

	it('a device that is removed is out for good, and nobody else notices', async () => {
		const { scanner, gadget } = theWorld();
		mark = theWorld().guest.log.length;
		const { for_good } = await home().ask('remove', { mac: scanner.mac });
		assert.equal(for_good, true);
		await until(async () => !(await isServed(scanner.mac)), 5, 'the device to be out');
		await scanner.reconnect();
		await until(refusedSince(scanner.mac), 30, 'hostapd to refuse the void key');
		assert.equal(await scanner.isConnected(), false);
		assert.deepEqual(
			gone().filter(line => line.includes(gadget.mac)),
			[]
		);
		assert.equal(await isServed(gadget.mac), true);
	});

	it('a removed device may be let in anew; it gets another key', async () => {
		const { scanner } = theWorld();
		const before = await scanner.key();
		await scanner.reset();
		const { id } = await home().start('low');
		await scanner.press();
		assert.equal((await home().waitFor(id, 'joined')).peer?.mac, scanner.mac);
		assert.notEqual(await scanner.key(), before);
	});

	it('all come back after a restart of hostapd, on the other band as well', async () => {
		const { scanner, gadget } = theWorld();
		await gadget.stop();
		await home().restart();
		await gadget.start();
		await scanner.adopt(HIGH);
		await scanner.reconnect();
		await until(() => home().serves('phy5-ap0', scanner.mac), 30, 'the scanner on 5 GHz');
		await scanner.adopt(LOW);
		await scanner.reconnect();
		await until(() => home().serves('phy0-ap0', scanner.mac), 30, 'the scanner on 2.4 GHz');
		await until(() => isServed(gadget.mac), 60, 'iwd to be back');
	});
});

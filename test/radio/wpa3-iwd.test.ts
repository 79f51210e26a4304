import { strict as assert } from 'node:assert';
import { PASSPHRASE, TWO_BANDS } from './household';
import { until } from './wait';
import { household, theWorld } from './world';

/*
 * iwd keeps away where two windows are open on 2.4 GHz, whatever their UUID, and listens on all channels:
 * this file comes behind walk-time.test.ts.
 */
describe('a device with iwd, which insists on WPA3 where both sides can', function () {
	this.timeout(120_000);
	const mixed = { ssid: 'Mixed', encryption: 'sae-mixed', wps: false };
	const home = household({ low: mixed, high: { ...mixed, radio: 1 } }, TWO_BANDS);
	const where = async () => {
		const { gadget } = theWorld();
		for (const ifname of ['phy0-ap0', 'phy5-ap0']) if (await home().serves(ifname, gadget.mac)) return ifname;
		return null;
	};

	before(() => theWorld().gadget.start());

	it('joins a network with WPA2 and WPA3 by push button', async () => {
		const { gadget, guest } = theWorld();
		await home().switchWps('enable', { network: 'Mixed' }, 'low');
		const { id } = await home().start('low');
		await gadget.press();
		const session = await home().waitFor(id, 'joined', 60);
		assert.equal(session.peer?.mac, gadget.mac);
		await gadget.waitConnected('Mixed');
		assert.match(await gadget.stored('Mixed'), new RegExp(`^Passphrase=${PASSPHRASE}$`, 'm'));

		const { text } = await guest.run(`hostapd_cli -i ${session.ifname} sta ${gadget.mac}`);
		assert.match(text, /^AKMSuiteSelector=00-0f-ac-8$/m);
	});

	it('comes back when it and the access points have been off', async () => {
		const { gadget } = theWorld();
		await gadget.stop();
		await home().restart();
		await gadget.start();
		await gadget.waitConnected('Mixed');
		await until(where, 30, 'hostapd to let it in');
	});
});

import { strict as assert } from 'node:assert';
import { PASSPHRASE } from './household';
import { until } from './wait';
import { household, theWorld } from './world';

describe('after a restart of the access point', function () {
	this.timeout(90_000);
	const home = household({ home: { ssid: 'Home', encryption: 'psk2', more: {} } });
	beforeEach(() => theWorld().printer.reset());

	const join = async () => {
		const { printer } = theWorld();
		const { id } = await home().start('home');
		await printer.press();
		await home().waitFor(id, 'joined');
		await printer.waitConnected('Home');
	};

	it('a device that joined with the stock settings is not known any more', async () => {
		const { printer, guest } = theWorld();
		assert.equal((await home().network('home')).keys, 'lost');
		await join();
		const mark = guest.log.length;
		await home().restart();
		await printer.reconnect();
		const mismatch = () =>
			guest.log.slice(mark).some(line => line.includes(`POSSIBLE-PSK-MISMATCH ${printer.mac}`));
		await until(mismatch, 30, 'hostapd to refuse the key', () => guest.log.slice(mark));
		assert.equal(await printer.isConnected(), false);
		assert.equal(await home().serves('phy0-ap0', printer.mac), false);
	});

	it('a device that joined after `enable` has the password of the network, and comes back', async () => {
		const { printer } = theWorld();
		await home().switchWps('enable', { section: 'home' }, 'home');
		assert.equal((await home().network('home')).keys, 'shared');

		await join();
		await home().restart();
		await printer.reconnect();
		await printer.waitConnected('Home');
		assert.equal(await home().serves('phy0-ap0', printer.mac), true);
		assert.equal(await printer.passphrase(), PASSPHRASE);
	});
});

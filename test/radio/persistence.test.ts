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
		assert.equal((await home().accessPoint('home')).persistent, false);
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

	it('a device that joined with `persist` comes back', async () => {
		const { printer, guest } = theWorld();
		const { job } = await home().ask('enable', { section: 'home', persist: true });
		const done = async () => (await home().accessPoint('home')).job;
		await until(
			async () => (await done())?.state !== 'running',
			40,
			'the job to end',
			() => job
		);
		assert.equal((await done())?.state, 'done');
		assert.equal((await home().accessPoint('home')).persistent, true);
		assert.equal(await guest.must('cat /etc/hostapd-wps-home.psk'), `wps=1 00:00:00:00:00:00 ${PASSPHRASE}`);

		await join();
		await home().restart();
		await printer.reconnect();
		await printer.waitConnected('Home');
		assert.equal(await home().serves('phy0-ap0', printer.mac), true);
	});
});

import { strict as assert } from 'node:assert';
import { household, theWorld } from './world';

describe('windows that close early', function () {
	this.timeout(60_000);
	const home = household({ home: { ssid: 'Home', encryption: 'psk2' } });
	beforeEach(() => theWorld().printer.reset());

	it('cancelled: no device gets in any more', async () => {
		const { printer, guest } = theWorld();
		const { id } = await home().start('home');
		const { session } = await home().ask('cancel', { network: 'Home' });
		assert.equal(session?.id, id);
		assert.equal((await home().waitFor(id, 'cancelled')).reason, null);
		assert.deepEqual(await home().wpsStatus('phy0-ap0'), { pbc_status: 'Timed-out', last_wps_result: 'None' });

		const mark = guest.log.length;
		await printer.press();
		await printer.waitScan('02:00:00:00:00:00');
		assert.deepEqual(printer.said(/Trying to associate/, mark), []);
		assert.equal(await printer.isConnected(), false);
		assert.equal((await home().session(id)).state, 'cancelled');
	});

	it('closed by somebody else: cancelled as well', async () => {
		const { id } = await home().start('home');
		assert.equal(await home().shell('phy0-ap0', 'wps_cancel'), 'OK');
		const session = await home().waitFor(id, 'cancelled');
		assert.equal(session.reason, 'elsewhere');
	});

	it('hostapd dies: the window is lost, and a new one can be opened', async () => {
		const { printer } = theWorld();
		const { id } = await home().start('home');
		await home().restart();
		const session = await home().waitFor(id, 'lost');
		assert.equal(session.reason, 'access_point_gone');
		assert.deepEqual(await home().wpsStatus('phy0-ap0'), { pbc_status: 'Disabled', last_wps_result: 'None' });
		assert.equal(await printer.isConnected(), false);

		const again = await home().start('home');
		await printer.press();
		await home().waitFor(again.id, 'joined');
		await printer.waitConnected('Home');
	});
});

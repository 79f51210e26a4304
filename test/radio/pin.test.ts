import { strict as assert } from 'node:assert';
import { household, theWorld } from './world';

describe('joining by PIN', function () {
	this.timeout(60_000);
	const home = household({ home: { ssid: 'Home', encryption: 'psk2' } });
	beforeEach(() => Promise.all([theWorld().printer.reset(), theWorld().scanner.reset()]));

	it('the device that shows the PIN joins', async () => {
		const { printer } = theWorld();
		const { id, method } = await home().start('home', { pin: '1234-5670' });
		assert.equal(method, 'pin');
		assert.deepEqual(await home().wpsStatus('phy0-ap0'), { pbc_status: 'Disabled', last_wps_result: 'None' });
		await printer.showPin('12345670');
		const session = await home().waitFor(id, 'joined');

		assert.equal(session.peer?.mac, printer.mac);
		assert.deepEqual(await home().wpsStatus('phy0-ap0'), {
			pbc_status: 'Disabled',
			last_wps_result: 'Success',
			peer_address: printer.mac
		});
		await printer.waitConnected('Home');
		assert.equal(await home().serves('phy0-ap0', printer.mac), true);
	});

	it('a device with another PIN fails', async () => {
		const { scanner } = theWorld();
		const { id } = await home().start('home', { pin: '12345670' });
		const mark = theWorld().guest.log.length;
		await scanner.showPin('87654325');
		const session = await home().waitFor(id, 'failed');

		assert.equal(session.attempts_failed, 1);
		assert.equal(session.peer, null);
		const { last_wps_result, peer_address } = await home().wpsStatus('phy0-ap0');
		assert.deepEqual({ last_wps_result, peer_address }, { last_wps_result: 'Failed', peer_address: scanner.mac });
		assert.notEqual(scanner.said(/WPS-FAIL msg=\d+ config_error=18/, mark).length, 0);
		assert.equal(await scanner.isConnected(), false);
		assert.equal(await home().serves('phy0-ap0', scanner.mac), false);
	});
});

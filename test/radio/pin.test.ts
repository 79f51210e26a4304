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

	it('the same device joins again, though hostapd then says nothing new', async () => {
		const { printer } = theWorld();
		const before = await home().wpsStatus('phy0-ap0');
		assert.equal(before['peer_address'], printer.mac);
		const { id } = await home().start('home', { pin: '12345670' });
		await home().looks(2);
		assert.equal((await home().session(id)).state, 'waiting');
		await printer.showPin('12345670');
		const session = await home().waitFor(id, 'joined');

		assert.equal(session.peer?.mac, printer.mac);
		assert.deepEqual(await home().wpsStatus('phy0-ap0'), before);
		await printer.waitConnected('Home');
	});

	for (const time of ['a first time', 'a second time, though hostapd then says nothing new'])
		it(`a device with another PIN fails ${time}`, async () => {
			const { scanner, guest } = theWorld();
			const { id } = await home().start('home', { pin: '12345670' });
			const mark = guest.log.length;
			await scanner.showPin('87654325');
			const session = await home().waitFor(id, 'failed');

			assert.deepEqual(
				[session.attempts_failed, session.reason, session.peer],
				[1, 'authentication_failure', null]
			);
			const { last_wps_result, peer_address } = await home().wpsStatus('phy0-ap0');
			assert.deepEqual([last_wps_result, peer_address], ['Failed', scanner.mac]);
			assert.notEqual(scanner.said(/WPS-FAIL msg=\d+ config_error=18/, mark).length, 0);
			assert.equal(await scanner.isConnected(), false);
			assert.equal(await home().serves('phy0-ap0', scanner.mac), false);
		});

	it('once it has failed, the PIN lets nobody in any more', async () => {
		const { printer, scanner, guest } = theWorld();
		const { id } = await home().start('home', { pin: '12345670' });
		await scanner.showPin('87654325');
		await home().waitFor(id, 'failed');
		const mark = guest.log.length;
		await printer.showPin('12345670');
		await printer.waitScan('02:00:00:00:00:00');
		assert.deepEqual(printer.said(/WPS-SUCCESS/, mark), []);
		assert.equal(await printer.isConnected(), false);
	});

	it('where hostapd has WPS off, though the settings look right, the start is refused', async () => {
		// what hostapd_cli says of it can't be told from its exit code
		const { guest } = theWorld();
		assert.equal(await home().shell('phy0-ap0', 'set wps_state 0'), 'OK');
		await guest.must('hostapd_cli -i phy0-ap0 disable; hostapd_cli -i phy0-ap0 enable');
		await home().waitOnAir();
		const { text, status } = await guest.run('hostapd_cli -i phy0-ap0 wps_pin any 12345670 120');
		assert.deepEqual([text, status], ['FAIL', 0]);
		assert.equal((await home().network('home')).ready, true);
		assert.deepEqual(await home().refusal('start', { pin: '12345670' }), { status: 8, code: 'wps_disabled' });
	});
});

import { strict as assert } from 'node:assert';
import { household, theWorld } from './world';

describe('joining by push button', function () {
	this.timeout(60_000);
	const home = household({
		home: { ssid: 'Home', encryption: 'psk2' },
		mixed: { ssid: 'Mixed', encryption: 'sae-mixed' }
	});

	it('a device joins, and only the network that was opened', async () => {
		const { printer, guest } = theWorld();
		const { id } = await home().start('home');
		assert.equal((await home().wpsStatus('phy0-ap0'))['pbc_status'], 'Active');
		await printer.press();
		const session = await home().waitFor(id, 'joined');

		assert.equal(session.peer?.mac, printer.mac);
		assert.equal(session.peer?.authorized, true);
		assert.equal(session.attempts_failed, 0);
		const story = await home().story(id);
		assert.deepEqual(
			story.filter(kind => kind !== 'connecting'),
			['started', 'success', 'joined']
		);
		assert.deepEqual(await home().wpsStatus('phy0-ap0'), {
			pbc_status: 'Disabled',
			last_wps_result: 'Success',
			peer_address: printer.mac
		});
		assert.equal(await home().serves('phy0-ap0', printer.mac), true);
		await printer.waitConnected('Home');

		assert.deepEqual(await home().wpsStatus('phy0-ap1'), { pbc_status: 'Disabled', last_wps_result: 'None' });
		assert.deepEqual(await home().said(/^phy0-ap1: WPS-PBC-ACTIVE/), []);
		assert.equal((await home().network('mixed')).session, null);

		// The key is the device's own: this is what gets lost.
		const keys = await guest.must('cat /var/run/hostapd-phy0-ap0.psk');
		assert.match(keys, new RegExp(`^wps=1 ${printer.mac} [0-9a-f]{64}$`, 'm'));
	});

	it('a second device joins after the first; the old result does not count', async () => {
		const { printer, scanner } = theWorld();
		const { id } = await home().start('home');
		await home().looks(3);
		assert.equal((await home().session(id)).state, 'waiting');
		assert.deepEqual(await home().wpsStatus('phy0-ap0'), {
			pbc_status: 'Active',
			last_wps_result: 'Success',
			peer_address: printer.mac
		});
		await scanner.press();
		const session = await home().waitFor(id, 'joined');

		assert.equal(session.peer?.mac, scanner.mac);
		assert.equal((await home().wpsStatus('phy0-ap0'))['peer_address'], scanner.mac);
		await scanner.waitConnected('Home');
		assert.equal(await printer.isConnected('Home'), true);
		assert.equal(await home().serves('phy0-ap0', printer.mac), true);
	});

	it('the same device joins again, though hostapd then says nothing new', async () => {
		const { scanner } = theWorld();
		const before = await home().wpsStatus('phy0-ap0');
		await scanner.reset();
		const { id } = await home().start('home');
		await scanner.press();
		const session = await home().waitFor(id, 'joined');

		assert.equal(session.peer?.mac, scanner.mac);
		assert.deepEqual(await home().wpsStatus('phy0-ap0'), before);
		await scanner.waitConnected('Home');
	});
});

describe('joining a network with WPA2 and WPA3', function () {
	this.timeout(60_000);
	const home = household({ mixed: { ssid: 'Mixed', encryption: 'sae-mixed' } });

	it('a device joins by the WPA2 half', async () => {
		const { printer } = theWorld();
		const { id } = await home().start('mixed');
		await printer.press();
		const session = await home().waitFor(id, 'joined');

		assert.equal(session.peer?.mac, printer.mac);
		assert.equal((await home().wpsStatus('phy0-ap0'))['last_wps_result'], 'Success');
		await printer.waitConnected('Mixed');
		assert.equal(await home().serves('phy0-ap0', printer.mac), true);
	});
});

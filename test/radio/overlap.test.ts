import { strict as assert } from 'node:assert';
import { until } from './wait';
import { household, theWorld } from './world';

describe('two devices at once', function () {
	this.timeout(60_000);
	const home = household({ home: { ssid: 'Home', encryption: 'psk2' } });

	it('neither gets in', async () => {
		const { printer, scanner } = theWorld();
		const { id } = await home().start('home');
		await Promise.all([printer.press(), scanner.press()]);
		const session = await home().waitFor(id, 'overlap');
		assert.equal(session.reason, 'several_devices');
		assert.equal(session.peer, null);
		// by itself it would go on for two minutes, and refuse whoever comes
		const closed = async () => (await home().said(/^phy0-ap0: WPS-CANCEL/)).length > 0;
		await until(closed, 30, 'hostapd to listen no more');
		assert.equal(await printer.isConnected(), false);
		assert.equal(await scanner.isConnected(), false);
	});

	it('a new start is refused, by hostapd too', async () => {
		await Promise.all([theWorld().printer.reset(), theWorld().scanner.reset()]);
		assert.deepEqual(await home().refusal('start', { section: 'home' }), { status: 8, code: 'overlap' });
		const problem = (await home().network('home')).problems.find(({ code }) => code === 'overlap');
		assert.ok(problem && problem.seconds !== null && problem.seconds > 60 && problem.seconds <= 120);
		assert.equal(await home().shell('phy0-ap0', 'wps_pbc'), 'FAIL');
		assert.equal((await home().wpsStatus('phy0-ap0'))['pbc_status'], 'Overlap');
	});
});

describe('two networks that know nothing of each other', function () {
	this.timeout(60_000);
	const home = household({
		home: { ssid: 'Home', encryption: 'psk2' },
		other: { ssid: 'Other', encryption: 'psk2' }
	});

	it('who joined one of them a moment ago stands in the way on the other: said before the start, with the seconds', async () => {
		const { printer } = theWorld();
		const { id } = await home().start('home');
		await printer.press();
		await home().waitFor(id, 'joined');

		assert.deepEqual(await home().refusal('start', { section: 'other' }), { status: 8, code: 'overlap' });
		const { ready, problems } = await home().network('other');
		const seconds = problems.find(({ code }) => code === 'overlap')?.seconds ?? 0;
		assert.equal(ready, false);
		assert.ok(seconds > 60 && seconds <= 120, `${seconds} s`);
		// nothing of the kind on the network itself
		assert.equal((await home().network('home')).ready, true);
	});

	it('for hostapd would open it, and then refuse the next device, though it is alone', async () => {
		const { scanner } = theWorld();
		assert.equal(await home().shell('phy0-ap1', 'wps_pbc'), 'OK');
		assert.equal((await home().wpsStatus('phy0-ap1'))['pbc_status'], 'Active');
		await scanner.press();
		const refused = async () => (await home().wpsStatus('phy0-ap1'))['pbc_status'] === 'Overlap';
		await until(refused, 30, 'hostapd to refuse it');
		assert.equal(await scanner.isConnected(), false);
	});
});

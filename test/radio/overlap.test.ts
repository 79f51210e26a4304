import { strict as assert } from 'node:assert';
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
		assert.equal((await home().wpsStatus('phy0-ap0'))['pbc_status'], 'Overlap');
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

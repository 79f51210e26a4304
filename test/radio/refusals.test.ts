import { strict as assert } from 'node:assert';
import { household, theWorld } from './world';

describe('networks where WPS can not work', function () {
	this.timeout(60_000);
	const home = household({
		hidden: { ssid: 'Hidden', encryption: 'psk2', more: { hidden: '1' } },
		old: { ssid: 'Old', encryption: 'psk2+tkip' },
		modern: { ssid: 'Modern', encryption: 'sae' }
	});

	const refused = async (section: string, problem: string) => {
		assert.deepEqual(await home().refusal('start', { section }), { status: 8, code: 'unsuitable_network' });
		const { ready, problems, session } = await home().network(section);
		assert.equal(ready, false);
		assert.equal(problems[0]?.code, problem);
		assert.equal(session, null);
	};

	it('a hidden one: hostapd refuses for the same reason', async () => {
		await refused('hidden', 'hidden_ssid');
		assert.equal(await home().shell('phy0-ap0', 'wps_pbc'), 'FAIL');
		assert.notDeepEqual(await home().said(/ignore_broadcast_ssid .* forced WPS to be disabled/), []);
	});

	it('TKIP: hostapd refuses for the same reason', async () => {
		await refused('old', 'tkip_only');
		assert.equal(await home().shell('phy0-ap1', 'wps_pbc'), 'FAIL');
		assert.notDeepEqual(await home().said(/without WPA2\/CCMP\/GCMP forced WPS to be disabled/), []);
	});

	it('WPA3 alone: hostapd would open, but the device could not use what it gets', async () => {
		const { printer, guest } = theWorld();
		await refused('modern', 'wpa3_only');
		const mark = guest.log.length;
		assert.equal(await home().shell('phy0-ap2', 'wps_pbc'), 'OK');
		await printer.press();
		await printer.waitSaid(/WPS-SUCCESS/, mark);
		assert.equal((await home().wpsStatus('phy0-ap2'))['last_wps_result'], 'Success');
		await printer.waitScan('82:00:00:00:00:00');
		assert.equal(await printer.isConnected(), false);
		assert.equal(await home().serves('phy0-ap2', printer.mac), false);
	});
});

import { strict as assert } from 'node:assert';
import { until } from './wait';
import { household, theWorld } from './world';

const AP = 'phy0-ap0';

/** OpenWrt writes `start_disabled=1` beside an uplink: hostapd then has the access point without sending beacons. */
describe('an access point beside an uplink', function () {
	this.timeout(90_000);
	const home = household({
		home: { ssid: 'Home', encryption: 'psk2' },
		uplink: { ssid: 'Upstream', encryption: 'psk2', wps: false, more: { mode: 'sta' } }
	});
	const isHeard = () => theWorld().scanner.hears('Home');
	const carrier = async () => (await theWorld().guest.must(`cat /sys/class/net/${AP}/carrier`)).trim();

	before(() => until(isHeard, 30, 'the uplink to be connected, and the access point to be heard'));

	it('is not heard any more when its settings change while the uplink stays: told as silent, and not ready', async () => {
		await home().setOptions('home', { maxassoc: '20' });
		await until(async () => (await home().said(/AP-ENABLED/)).length > 1, 30, 'the access point to be back');
		assert.equal(await carrier(), '0');
		assert.equal(await isHeard(), false);
		const { data } = await home().request(`hostapd.${AP}`, 'get_status');
		assert.equal(data?.['status'], 'ENABLED');

		const { ready, access_points } = await home().network('home');
		assert.deepEqual([ready, access_points[0]?.on_air], [false, false]);
		assert.equal(access_points[0]?.problems.find(({ severity }) => severity === 'error')?.code, 'silent');
		assert.deepEqual(await home().refusal('start', { section: 'home' }), { status: 4, code: 'not_on_air' });
	});

	it('`enable` is done when it is heard', async () => {
		await home().switchWps('enable', { section: 'home' }, 'home');
		assert.equal(await isHeard(), true);
		assert.equal((await home().network('home')).ready, true);
	});

	it('`disable` too', async () => {
		const before = (await home().said(/AP-ENABLED/)).length;
		await home().switchWps('disable', { section: 'home' }, 'home');
		assert.equal((await home().said(/AP-ENABLED/)).length, before + 1);
		assert.equal(await isHeard(), true);
		assert.equal((await home().accessPoint('home')).on_air, true);
	});
});

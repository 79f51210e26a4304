import { strict as assert } from 'node:assert';
import { ONE_BAND, uci, type NetworkOptions } from './household';
import { RealStage, SimulatedStage, type Stage } from './stage';
import { household } from './world';

const AP = 'phy0-ap0';
const OTHER = 'phy0-ap1';
const NETWORKS: Record<string, NetworkOptions> = {
	home: { ssid: 'Home', encryption: 'psk2' },
	other: { ssid: 'Other', encryption: 'psk2' }
};

/** The same on both: what people and the handler do with hostapd. */
async function play(stage: Stage): Promise<void> {
	await stage.call(AP, 'wps_cancel');
	await stage.call(AP, 'wps_start');
	await stage.call(AP, 'wps_start');
	await stage.call(AP, 'wps_cancel');

	await stage.call(AP, 'wps_start');
	await stage.press('printer');
	await stage.waitStatus(AP, { last_wps_result: 'Success' });
	await stage.waitJoined('printer');

	// the result of before stays
	await stage.call(AP, 'wps_start');
	await stage.call(AP, 'wps_cancel');

	await stage.shell(AP, 'wps_check_pin', '12345671');
	await stage.shell(AP, 'wps_pin', 'any', '12345670', '120');
	await stage.showPin('scanner', '87654325');
	await stage.waitStatus(AP, { last_wps_result: 'Failed' });
	await stage.forget('scanner');
	await stage.shell(AP, 'wps_cancel');
	await stage.shell(AP, 'wps_pin', 'any', '12345670', '120');
	await stage.showPin('scanner', '12345670');
	await stage.waitStatus(AP, { last_wps_result: 'Success' });
	await stage.waitJoined('scanner');

	// a device that joined one network has asked all others as well
	await stage.call(AP, 'wps_start');
	await stage.forget('scanner');
	await stage.press('scanner');
	await stage.waitJoined('scanner');
	await stage.call(OTHER, 'wps_start');
	await stage.call(OTHER, 'wps_cancel');

	// two at once, with no window open; a guest that is slow today would be beyond the 5 s after a success in which
	// a device is not remembered (wps_registrar_probe_req_rx), a fast one within them, where the start is accepted
	await stage.pass(6);
	await stage.forget('printer');
	await stage.forget('scanner');
	await stage.press('printer');
	await stage.press('scanner');
	await stage.waitStatus(AP, { pbc_status: 'Overlap' });
	await stage.forget('printer');
	await stage.forget('scanner');
	await stage.call(AP, 'wps_start');
	await stage.call(AP, 'wps_cancel');
}

describe('the simulated hostapd and the real one', function () {
	this.timeout(90_000);
	const home = household(NETWORKS);

	it('answer alike to the same script', async () => {
		const simulated = new SimulatedStage(uci(ONE_BAND, NETWORKS), [AP, OTHER]);
		await play(simulated);
		const real = new RealStage(home(), [AP, OTHER]);
		await play(real);
		// Which interface was looked at first says nothing.
		for (const ifname of [AP, OTHER]) {
			const of = (stage: Stage) => stage.record.filter(line => line.startsWith(`${ifname} `));
			assert.deepEqual(of(real), of(simulated));
		}
		assert.ok(real.record.length > 25);
	});
});

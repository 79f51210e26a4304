import { strict as assert } from 'node:assert';
import { theWorld } from './world';

/** Opened when the suite began: all other tests ran meanwhile. */
describe('a window that nobody uses', function () {
	this.timeout(150_000);

	it('ends after 120 seconds; a device that is not on the list was not even heard', async () => {
		const { elsewhere, stranger } = theWorld();
		const { household, session, opened } = elsewhere;
		const { state, ended, remaining, reason, peer } = await household.waitFor(session.id, 'timeout', 140);
		const seconds = (performance.now() - opened) / 1000;

		assert.deepEqual(
			{ state, remaining, reason, peer },
			{ state: 'timeout', remaining: 0, reason: null, peer: null }
		);
		const duration = (ended ?? 0) - (session.started ?? 0);
		assert.ok(duration >= 118 && duration <= 123, `${duration} s by the handler's clock, ${seconds} s by ours`);
		assert.deepEqual(await household.story(session.id), ['started', 'timeout']);
		assert.deepEqual(await household.wpsStatus('phy1-ap0'), { pbc_status: 'Timed-out', last_wps_result: 'None' });
		assert.notDeepEqual(await household.said(/^phy1-ap0: WPS-TIMEOUT/), []);
		assert.equal(await stranger.isConnected(), false);
		assert.notEqual(stranger.said(/WPS-TIMEOUT/).length, 0);
	});
});

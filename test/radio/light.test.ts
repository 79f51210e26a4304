import { strict as assert } from 'node:assert';
import type { RealLed } from './household';
import { until } from './wait';
import { household, theWorld } from './world';

describe('the button and the light, on a real LED', function () {
	this.timeout(90_000);
	// Two access points of one network: as hostapd sees them, they are bands.
	const one = { ssid: 'Home', encryption: 'psk2', more: { wps_independent: '0' } };
	const home = household({ home: one, attic: one });
	let led: RealLed;
	before(async () => {
		led = await home().lendLed();
	});

	const rhythm = async () => [await led.trigger(), await led.read('delay_on'), await led.read('delay_off')];
	const newest = async () => (await home().ask('history', { limit: 1 })).entries[0];
	/** Presses until a window is open, or closed: an answer that is late does not say whether the press was. */
	const press = async (open: boolean) => {
		const done = async () => ((await newest())?.open ?? false) === open;
		await until(
			async () => {
				if (await done()) return true;
				await home().request('luci.wps', 'press', {}, 5_000);
				return done();
			},
			60,
			open ? 'a window to open' : 'the window to close'
		);
		return (await newest()) ?? assert.fail('No session');
	};

	it('a press opens the network everywhere, a device joins, and the light says so', async () => {
		const { printer } = theWorld();
		// Whatever drives it at first, it is lit.
		await led.write('trigger', 'none');
		await led.write('brightness', '1');
		const session = await press(true);
		assert.equal(session.origin, 'button');
		assert.deepEqual(session.ifnames, ['phy0-ap0', 'phy0-ap1']);
		assert.deepEqual(await rhythm(), ['timer', '200', '100']);
		await printer.press();
		await home().waitFor(session.id, 'joined');
		assert.deepEqual([await led.trigger(), await led.read('brightness')], ['none', '1']);
	});

	it('the kernel flashes by itself', async () => {
		await press(true);
		const seen = new Set<string>();
		const both = async () => seen.add(await led.read('brightness')).size === 2;
		await until(both, 10, 'the light to flash');
	});

	it('a second press closes it, and the LED does what it did before', async () => {
		const session = await press(false);
		assert.equal(session.state, 'cancelled');
		assert.deepEqual([await led.trigger(), await led.read('brightness')], ['none', '1']);
	});

	it('a trigger with settings comes back with them', async () => {
		await led.write('trigger', 'timer');
		await led.write('delay_on', '30');
		await led.write('delay_off', '70');
		await press(true);
		assert.deepEqual(await rhythm(), ['timer', '200', '100']);
		await press(false);
		assert.deepEqual(await rhythm(), ['timer', '30', '70']);
		await led.write('trigger', 'none');
	});

	it('the pattern of two devices at once is played by the kernel, and is what it takes', async () => {
		const { printer, scanner } = theWorld();
		await Promise.all([printer.reset(), scanner.reset()]);
		const session = await press(true);
		await Promise.all([printer.press(), scanner.press()]);
		await home().waitFor(session.id, 'overlap', 60);
		assert.equal(await led.trigger(), 'pattern');
		const flash = '1 100 1 0 0 100 0 0';
		assert.equal(await led.read('pattern'), [flash, flash, flash, flash, '1 100 1 0 0 600 0 0'].join(' '));
	});
});

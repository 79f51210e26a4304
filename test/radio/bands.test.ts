import { strict as assert } from 'node:assert';
import type { Enrollee } from './enrollee';
import { BOTH, HIGH, LOW, PASSPHRASE, TWO_BANDS, type NetworkOptions } from './household';
import { until } from './wait';
import { household, theWorld } from './world';

const HOME = ['phy0-ap0', 'phy5-ap0'];
const GUESTS = ['phy0-ap1', 'phy5-ap1'];

/** Both networks on both bands; the owner has switched WPS on nowhere. */
const off = (ssid: string, encryption: string): NetworkOptions => ({ ssid, encryption, wps: false });
const NETWORKS: Record<string, NetworkOptions> = {
	home2: off('Home', 'sae-mixed'),
	guests2: off('Guests', 'psk2'),
	home5: { ...off('Home', 'sae-mixed'), radio: 1 },
	guests5: { ...off('Guests', 'psk2'), radio: 1 }
};

describe('two networks on two bands', function () {
	this.timeout(120_000);
	const home = household(NETWORKS, TWO_BANDS);

	/** What hostapd says of each window. */
	const windows = async (...ifnames: string[]) => {
		const all = await Promise.all(ifnames.map(ifname => home().wpsStatus(ifname)));
		return all.map(({ pbc_status }) => pbc_status);
	};
	const open = async (network: string) => {
		const { session } = await home().ask('start', { network });
		assert.equal(session.state, 'waiting');
		return session;
	};
	/** The device knows one band only from now on, and comes there with what it has. */
	const moveTo = async (device: Enrollee, band: typeof LOW, ifname: string) => {
		await device.adopt(band);
		await device.reconnect();
		await device.waitConnected('Home');
		await until(() => home().serves(ifname, device.mac), 30, `${device.name} to be on ${ifname}`);
	};

	it('`enable` makes one of the access points of each', async () => {
		for (const [network, section] of [
			['Home', 'home2'],
			['Guests', 'guests2']
		] as const) {
			await home().switchWps('enable', { network }, section);
			const { bands, keys, problems } = await home().network(section);
			assert.deepEqual([bands, keys], [['2g', '5g'], 'shared']);
			assert.equal(
				problems.find(({ code }) => code === 'bands_apart'),
				undefined
			);
		}
	});

	it('one press opens both bands of the one that is named; a device joins on 5 GHz, and the other band closes', async () => {
		const { printer } = theWorld();
		await printer.adopt(HIGH);
		const { id, ifnames } = await open('Home');
		assert.deepEqual(ifnames, HOME);
		assert.deepEqual(await windows(...HOME, ...GUESTS), ['Active', 'Active', 'Disabled', 'Disabled']);

		await printer.press();
		const session = await home().waitFor(id, 'joined');
		assert.deepEqual([session.peer?.mac, session.ifname], [printer.mac, HOME[1]]);
		assert.deepEqual(await windows(...HOME), ['Disabled', 'Disabled']);
		assert.equal(await printer.key(), `"${PASSPHRASE}"`);
	});

	it('the next one joins on 2.4 GHz at once, with WPA3 where it can', async () => {
		const { scanner } = theWorld();
		await scanner.adopt({ ...LOW, wps_cred_add_sae: '1' });
		const { id } = await open('Home');
		await scanner.press();
		const session = await home().waitFor(id, 'joined');
		assert.deepEqual([session.peer?.mac, session.ifname], [scanner.mac, HOME[0]]);
		assert.deepEqual(await windows(...HOME), ['Disabled', 'Disabled']);
		assert.equal((await scanner.status())['key_mgmt'], 'SAE');
	});

	it('each goes to the other band with what it has', async () => {
		const { printer, scanner } = theWorld();
		await moveTo(printer, LOW, 'phy0-ap0');
		await moveTo(scanner, HIGH, 'phy5-ap0');
		assert.equal((await scanner.status())['key_mgmt'], 'SAE');
	});

	it('a device that was heard by the other network stands in its way: said before the start', async () => {
		assert.deepEqual(await home().refusal('start', { network: 'Guests' }), { status: 8, code: 'overlap' });
		assert.deepEqual(await windows(...GUESTS), ['Disabled', 'Disabled']);
	});

	it('both come back after a restart of the access points', async () => {
		const { printer, scanner } = theWorld();
		await home().restart();
		await Promise.all([printer.reconnect(), scanner.reconnect()]);
		await Promise.all([printer.waitConnected('Home'), scanner.waitConnected('Home')]);
		assert.equal(await home().serves('phy0-ap0', printer.mac), true);
		assert.equal(await home().serves('phy5-ap0', scanner.mac), true);
	});

	it('the other network opens on both bands and closes alike, and Home is not touched', async () => {
		const { printer } = theWorld();
		await printer.reset();
		await printer.adopt(BOTH);
		const { id, ifnames } = await open('Guests');
		assert.deepEqual(ifnames, GUESTS);
		assert.deepEqual(await windows(...GUESTS, ...HOME), ['Active', 'Active', 'Disabled', 'Disabled']);

		await printer.press();
		const session = await home().waitFor(id, 'joined');
		assert.equal(session.peer?.mac, printer.mac);
		await printer.waitConnected('Guests');
		const closed = async () => (await windows(...GUESTS)).every(status => status !== 'Active');
		await until(closed, 10, 'the other band to be closed');
		assert.deepEqual(await windows(...HOME), ['Disabled', 'Disabled']);
	});
});

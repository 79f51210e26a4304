import { strict as assert } from 'node:assert';
import type { ToldHouse } from '../../src/contract/house';
import type { Session } from '../../src/contract/session';
import type { Enrollee } from './enrollee';
import { Household, ONE_BAND, type NetworkOptions } from './household';
import { until } from './wait';
import { theWorld } from './world';

/*
 * Two routers with a hostapd each, with the real bridge and a real broker between them, near enough for every device to hear
 * both. It comes behind walk-time.test.ts: iwd listens on all channels.
 */

const HOME: Record<string, NetworkOptions> = { home: { ssid: 'Home', encryption: 'psk2', wps: false } };
const RADIOS = [ONE_BAND, [{ phy: 'phy5', channel: 1 }]];
const NAMES = ['attic', 'cellar'];

describe('a house of two routers, and a device that hears both', function () {
	this.timeout(400_000);
	let routers: [Household, Household];

	before(async () => {
		const { guest, printer, scanner } = theWorld();
		await Promise.all([printer.reset(), scanner.reset()]);
		const opened = await Promise.all(RADIOS.map(radios => Household.open(guest, HOME, radios)));
		routers = opened as typeof routers;
		for (const [index, router] of routers.entries()) await router.joinHouse(NAMES[index]!);
	});
	beforeEach(function () {
		theWorld().guest.note(this.currentTest?.fullTitle() ?? '');
	});
	after(async () => {
		await theWorld().gadget.stop();
		for (const router of routers) await router.close();
	});

	const houseOf = async (router: Household) => (await router.ask('house')).house;
	const session = async (router: Household): Promise<Session | null> => (await router.network('home')).session;
	const areOpen = async () =>
		Promise.all(routers.map(async router => ((await session(router))?.open ? 'open' : 'closed')));
	const waitOpen = async (...wanted: string[]) => {
		let last: unknown;
		const reached = async () => String((last = await areOpen())) === String(wanted);
		await until(reached, 60, `${NAMES.join()} to be ${wanted.join()}`, () => last);
	};
	/** What hostapd itself says. */
	const windows = async () => {
		const said = [await routers[0].wpsStatus('phy0-ap0'), await routers[1].wpsStatus('phy5-ap0')];
		return said.map(({ pbc_status }) => pbc_status);
	};
	const press = () => routers[0].ask('start', { network: 'Home', house: true });
	/** At which router a device is. */
	const placeOf = async (mac: string) => {
		const [attic, cellar] = routers;
		if (await attic.serves('phy0-ap0', mac)) return attic;
		return (await cellar.serves('phy5-ap0', mac)) ? cellar : null;
	};
	/** It has joined at one, and the other has closed for its sake. */
	const waitIn = async (device: Pick<Enrollee, 'mac' | 'waitConnected'>) => {
		await device.waitConnected('Home');
		const place = await until(() => placeOf(device.mac), 30, 'hostapd to let it in');
		await waitOpen('closed', 'closed');
		const other = routers.find(router => router !== place)!;
		// an emulated machine may be slower than the handler waits for it to come back
		const isIn = async () => ['joined', 'success'].includes((await session(place))?.state ?? '');
		await until(isIn, 30, 'the join to be told', () => session(place));
		assert.equal((await session(place))?.peer?.mac, device.mac);
		return (await session(other))?.state;
	};

	const waitReady = async () => {
		const ready = async () =>
			(await Promise.all(routers.map(houseOf))).every(house => house?.routers[0]?.networks[0]?.ready);
		await until(ready, 60, 'each to know that the other is ready');
	};

	it('is given one identity by the house', async () => {
		const isKnown = (house: ToldHouse | null) =>
			house?.connected === true &&
			house.uuid !== null &&
			house.routers.some(({ networks }) => networks.length > 0);
		const all = async () => (await Promise.all(routers.map(houseOf))).every(isKnown);
		await until(all, 60, 'the routers to know each other, and what the house is called');
		for (const router of routers) await router.switchWps('enable', { network: 'Home' }, 'home');
		await waitReady();
		const uuid = await theWorld().guest.must('cat /run/hostapd-*/phy*.conf | grep ^uuid= | sort | uniq -c');
		assert.match(uuid, /^ *2 uuid=77707300-[0-9a-f-]*$/m);
	});

	it('finds one network in them: no overlap, it joins at one, and the other closes', async () => {
		const { printer, guest } = theWorld();
		const mark = guest.log.length;
		await press();
		await waitOpen('open', 'open');
		assert.deepEqual(await windows(), ['Active', 'Active']);
		await printer.press();
		assert.equal(await waitIn(printer), 'cancelled');
		assert.deepEqual((await windows()).toSorted(), ['Disabled', 'Timed-out']);
		assert.deepEqual(printer.said(/OVERLAP/, mark), []);
	});

	it('is a clash to iwd: it joins neither, and hostapd does not notice', async () => {
		const { gadget, guest } = theWorld();
		// hostapd has heard two devices in these two minutes, and would refuse a third one
		for (const router of routers) await router.restart();
		await waitReady();
		await gadget.start();
		const mark = guest.log.length;
		await press();
		await waitOpen('open', 'open');
		await gadget.press();
		const refused = () => guest.log.slice(mark).some(line => line.includes('SessionOverlap'));
		await until(refused, 60, 'iwd to see an overlap');
		assert.equal(await placeOf(gadget.mac), null);
		assert.deepEqual(await windows(), ['Active', 'Active']);
	});
});

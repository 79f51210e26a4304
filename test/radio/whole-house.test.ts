import { strict as assert } from 'node:assert';
import type { ToldHouse } from '../../src/contract/house';
import type { Session } from '../../src/contract/session';
import type { Enrollee } from './enrollee';
import { Household, ONE_BAND, type NetworkOptions } from './household';
import { until } from './wait';
import { theWorld } from './world';

/*
 * Two routers with a hostapd each, with the real bridge and a real broker between them, near enough for every device to hear
 * both. It comes behind walk-time.test.ts: it closes the window there.
 */

const HOME: Record<string, NetworkOptions> = { home: { ssid: 'Home', encryption: 'psk2', wps: false } };
const RADIOS = [ONE_BAND, [{ phy: 'phy5', channel: 1 }]];
const NAMES = ['attic', 'cellar'];

/** How old a press must be for another one to be a second try, seconds (src/house/taking-turns.ts). */
const TRIED = 20;

describe('a house of two routers, and a device that hears both', function () {
	this.timeout(400_000);
	let routers: [Household, Household];
	let starting: Promise<void>;

	before(async () => {
		const { guest, printer, scanner, gadget, elsewhere } = theWorld();
		// iwd listens on all channels
		await elsewhere.household.ask('cancel', { network: 'Quiet' });
		await Promise.all([printer.reset(), scanner.reset()]);
		const opened = await Promise.all(RADIOS.map(radios => Household.open(guest, HOME, radios)));
		routers = opened as typeof routers;
		for (const [index, router] of routers.entries()) await router.joinHouse(NAMES[index]!);
		// it takes half a minute, and nobody minds it meanwhile
		starting = gadget.start();
		starting.catch(() => {});
	});
	beforeEach(function () {
		theWorld().guest.note(this.currentTest?.fullTitle() ?? '');
	});
	after(async () => {
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
	const press = (number = 0) => routers[number]!.ask('start', { network: 'Home', house: true });
	/** At which router a device is. */
	const placeOf = async (mac: string) => {
		const [attic, cellar] = routers;
		if (await attic.serves('phy0-ap0', mac)) return attic;
		return (await cellar.serves('phy5-ap0', mac)) ? cellar : null;
	};
	/** It has been given the keys by one, the other has closed, and that it is in is told, wherever it went with them. */
	const waitIn = async (device: Pick<Enrollee, 'mac' | 'waitConnected'>) => {
		await device.waitConnected('Home');
		await until(() => placeOf(device.mac), 30, 'hostapd to let it in');
		await waitOpen('closed', 'closed');
		let last: unknown;
		const giver = async () => {
			const sessions = await Promise.all(routers.map(session));
			last = sessions;
			return sessions.findIndex(one => one?.state === 'joined' && one.peer?.mac === device.mac) + 1;
		};
		const number = await until(giver, 30, 'the join to be told', () => last);
		return (await session(routers[2 - number]!))?.state;
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

	it('lets in the next one, though the router that did not take the last counts two, and refuses it', async () => {
		const { scanner, guest } = theWorld();
		const closings = async () =>
			(await Promise.all(routers.map(router => router.said(/: WPS-CANCEL/)))).flat().length;
		const mark = guest.log.length;
		await press();
		await waitOpen('open', 'open');
		const closed = await closings();
		await scanner.press();
		const refused = () => scanner.said(/WPS-FAIL/, mark).length > 0;
		const over = async () => (await scanner.isConnected('Home')) || refused();
		await until(over, 60, 'it to have come to one of them');
		if (refused()) {
			// the other one still listens, and this one no more, by hostapd's own word: who was refused is pressed once more
			await until(async () => (await closings()) > closed, 60, 'the window to close where it was refused');
			await scanner.press();
		}
		assert.match(String(await waitIn(scanner)), /^(overlap|cancelled)$/);
	});

	it('is a clash to iwd: it joins neither, and hostapd does not notice', async () => {
		const { gadget, guest } = theWorld();
		// hostapd has heard two devices in these two minutes, and would refuse a third one
		for (const router of routers) await router.restart();
		await waitReady();
		await starting;
		const mark = guest.log.length;
		await press();
		await waitOpen('open', 'open');
		await gadget.press();
		const refused = () => guest.log.slice(mark).some(line => line.includes('SessionOverlap'));
		await until(refused, 60, 'iwd to see an overlap');
		assert.equal(await placeOf(gadget.mac), null);
		assert.deepEqual(await windows(), ['Active', 'Active']);
	});

	it('listens in turns when somebody presses again, and iwd joins the one whose turn it is', async () => {
		const { gadget, guest } = theWorld();
		const began = (await session(routers[0]))!.started!;
		const tried = async () => (await routers[0].ask('status')).now > began + TRIED;
		await until(tried, 60, 'the first press to have been tried');
		await routers[0].ask('cancel', { network: 'Home' });
		await waitOpen('closed', 'closed');

		for (let tries = 0; tries < 3 && !(await placeOf(gadget.mac)); tries++) {
			const mark = guest.log.length;
			const over = async () =>
				(await gadget.isConnected('Home')) ||
				guest.log.slice(mark).some(line => line.includes('SimpleConfiguration'));
			// whose turn is first; iwd goes with the keys to the other one mostly
			await press(1);
			await waitOpen('closed', 'open');
			await gadget.press();
			await until(over, 130, 'iwd to join, or to give up');
			// it was too slow for the turn of a router: somebody presses again
			if (!(await gadget.isConnected('Home')))
				for (const router of routers) await router.ask('cancel', { network: 'Home' });
			await waitOpen('closed', 'closed');
		}
		await waitIn(gadget);
		await gadget.forget('Home');
	});
});

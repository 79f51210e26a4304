/*
 * What all files of this suite share, in one guest:
 *   phy0, channel 1    the router under test; each file opens its own (Household.open)
 *   phy5, channel 36   its second radio, where a file wants two bands; on channel 1 another router, where it wants two
 *   phy1, channel 11   a router whose window nobody uses, open from the start: see walk-time.test.ts
 *   phy2, phy3         two devices that look at channel 1 only, unless a test tells them otherwise
 *   phy4               a device that looks at channel 11 only
 *   phy6               a device with iwd, which looks everywhere; switched on by whoever wants it
 */
import type { Session } from '../../src/contract/session';
import { Enrollee, HABITS } from './enrollee';
import { Guest } from './guest/guest';
import { IwdDevice } from './iwd';
import { Household, ONE_BAND, type NetworkOptions } from './household';

export interface World {
	guest: Guest;
	printer: Enrollee;
	scanner: Enrollee;
	gadget: IwdDevice;
	/** Not on the list of the router on channel 11. */
	stranger: Enrollee;
	/** The router on channel 11 and its window. */
	elsewhere: { household: Household; session: Session; opened: number };
}

/** Only channel 11; it overhears channel 1, and would be a second device there. */
const QUIET = { freq_list: '2462', disallow_aps: 'bssid 02:00:00:00:00:00 bssid 02:00:00:00:05:00' };

let guest: Guest | null = null;
let world: World | null = null;

export function theWorld(): World {
	if (!world) throw new Error('Only within tests and hooks');
	return world;
}

/** Opens a router for the tests of one file, and clears away behind them. */
export function household(networks: Record<string, NetworkOptions>, radios = ONE_BAND): () => Household {
	let opened: Household | null = null;
	before(async () => {
		const { guest, printer, scanner } = theWorld();
		await Promise.all([printer.reset(), scanner.reset()]);
		opened = await Household.open(guest, networks, radios);
	});
	beforeEach(function () {
		theWorld().guest.note(this.currentTest?.fullTitle() ?? '');
	});
	after(() => opened?.close());
	return () => opened ?? (undefined as never);
}

before(async function () {
	this.timeout(120_000);
	guest = await Guest.boot();
	const printer = new Enrollee(guest, 2, 'Printer');
	const scanner = new Enrollee(guest, 3, 'Scanner');
	const gadget = new IwdDevice(guest, 6);
	const stranger = new Enrollee(guest, 4, 'Stranger', { ...HABITS, ...QUIET });
	const more = { macfilter: 'allow', maclist: '02:00:00:00:09:00' };
	const home = await Household.open(guest, { quiet: { ssid: 'Quiet', encryption: 'psk2', more } }, [
		{ phy: 'phy1', channel: 11 }
	]);
	await stranger.reset();
	const opened = performance.now();
	const session = await home.start('quiet');
	await stranger.press();
	world = { guest, printer, scanner, gadget, stranger, elsewhere: { household: home, session, opened } };
});

after(() => {
	guest?.shutDown();
	world = null;
});

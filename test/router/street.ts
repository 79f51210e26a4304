import { Bridge } from './bridge';
import { Broker } from './broker';
import { WallClock } from './clock';
import { HOUSEHOLD, inHouse } from './household';
import { SimulatedRouter } from './router';
import type { Scene } from './scenes';

/** What people call their routers. */
export const NAMES = ['attic', 'cellar', 'hall', 'kitchen', 'shed', 'garage', 'office', 'study', 'loft', 'barn'];

/** What `enable` gives to all of a house, in place of the group that one router alone makes of its bands. */
const UUID = '77707300-0000-4000-8000-000000000001';
const identify = (config: string) =>
	config.replaceAll("option wps_independent '0'", `list hostapd_bss_options 'uuid=${UUID}'`);

/** One router of a house. */
export interface Member {
	name: string;
	router: SimulatedRouter;
	bridge: Bridge;
}

/** Several simulated routers that are one house, and the broker between them. */
export interface House {
	broker: Broker;
	members: Member[];
}

/** @param speed  10 lets two minutes pass in twelve seconds */
export async function openHouse(count: number, scene: Scene, speed: number): Promise<House> {
	const broker = await Broker.start();
	const members: Member[] = [];
	for (const name of NAMES.slice(0, count)) {
		const router = new SimulatedRouter({
			clock: new WallClock(speed),
			...scene.options,
			...(scene.options.config && { config: identify(scene.options.config) })
		});
		const { clock, bus, files } = router;
		for (const device of Object.keys(HOUSEHOLD)) inHouse(router, device);
		const options = { broker: '127.0.0.1', port: broker.port, name, discovery: 'homeassistant', uuid: UUID };
		const lines = Object.entries(options).map(([option, value]) => `\toption ${option} '${value}'`);
		files.put('/etc/config/wps', ["config house 'house'", ...lines, ''].join('\n'));
		const bridge = new Bridge({ clock, bus, files, syslog: line => router.syslog(line) });
		bridge.start();
		members.push({ name, router, bridge });
	}
	return { broker, members };
}

export async function closeHouse({ broker, members }: House): Promise<void> {
	for (const { bridge } of members) bridge.end();
	await broker.end();
}

import { Bridge } from './bridge';
import { Broker } from './broker';
import { WallClock } from './clock';
import { HOUSEHOLD, inHouse } from './household';
import { SimulatedRouter } from './router';
import type { Scene } from './scenes';

/** What people call their routers. */
export const NAMES = ['attic', 'cellar', 'hall', 'kitchen', 'shed', 'garage', 'office', 'study', 'loft', 'barn'];

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
		const router = new SimulatedRouter({ clock: new WallClock(speed), ...scene.options });
		const { clock, bus, files } = router;
		for (const device of Object.keys(HOUSEHOLD)) inHouse(router, device);
		const options = { broker: '127.0.0.1', port: broker.port, name, discovery: 'homeassistant' };
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

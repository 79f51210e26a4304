import { Bridge } from './bridge';
import { Broker } from './broker';
import { WallClock } from './clock';
import { HttpServer } from './http';
import { HOUSEHOLD, inHouse } from './household';
import { SimulatedRouter } from './router';
import type { Scene } from './scenes';

/** What people call their routers. */
export const NAMES = ['attic', 'cellar', 'hall', 'kitchen', 'shed', 'garage', 'office', 'study', 'loft', 'barn'];

/** One router of a house, with its web server. */
export interface Door {
	name: string;
	router: SimulatedRouter;
	bridge: Bridge;
	port: number;
}

/** Several simulated routers that are one house, and the broker between them. */
export interface House {
	broker: Broker;
	doors: Door[];
}

/** @param port  of the first router; the next ones have the next */
export async function openHouse(count: number, scene: Scene, port: number): Promise<House> {
	const broker = await Broker.start();
	const doors: Door[] = [];
	for (const [number, name] of NAMES.slice(0, count).entries()) {
		const router = new SimulatedRouter({ clock: new WallClock(), ...scene.options });
		const { clock, bus, files } = router;
		for (const device of Object.keys(HOUSEHOLD)) inHouse(router, device);
		const options = { broker: '127.0.0.1', port: broker.port, name, discovery: 'homeassistant' };
		const lines = Object.entries(options).map(([option, value]) => `\toption ${option} '${value}'`);
		files.put('/etc/config/wps', ["config house 'house'", ...lines, ''].join('\n'));
		const bridge = new Bridge({ clock, bus, files, syslog: line => router.syslog(line) });
		bridge.start();
		doors.push({ name, router, bridge, port: await new HttpServer(router).listen(port + number) });
	}
	return { broker, doors };
}

export async function closeHouse({ broker, doors }: House): Promise<void> {
	for (const { bridge } of doors) bridge.end();
	await broker.end();
}

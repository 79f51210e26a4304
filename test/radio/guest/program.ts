/*
 * Runs in the guest: routers with the compiled handler, whose access points are real, for whoever orders on stdin.
 */
import { createInterface } from 'node:readline';
import { Bridge } from '../../router/bridge';
import { Broker } from '../../router/broker';
import { WallClock } from '../../router/clock';
import { addHost } from '../../router/hosts';
import { HttpServer } from '../../router/http';
import { SimulatedRouter } from '../../router/router';
import { RealHostapd } from '../bridge';
import { lendLed } from '../led';
import { WEB, type Order, type Orders, type Reply } from '../orders';

interface Household {
	router: SimulatedRouter;
	hostapd: RealHostapd;
	server: HttpServer | null;
	bridge: Bridge | null;
}

type Carrier = { [Name in keyof Orders]: (...args: Parameters<Orders[Name]>) => Promise<ReturnType<Orders[Name]>> };

const households: Household[] = [];

/** The one of the guest, as soon as somebody wants it. */
let broker: Promise<Broker> | null = null;

function at(number: number): Household {
	return households[number] ?? fail(`There is no router ${number}`);
}

function fail(message: string): never {
	throw new Error(message);
}

const orders: Carrier = {
	async open(config) {
		const router = new SimulatedRouter({ clock: new WallClock(), config, booted: false });
		router.files.put('/etc/config/luci', "\nconfig core 'main'\n");
		// what hostapd says is printed as it says it
		const number = households.length;
		router.onLog = line => line.startsWith('daemon.notice hostapd') || console.error(`router ${number}: ${line}`);
		return (
			households.push({
				router,
				hostapd: new RealHostapd(router, `/run/hostapd-${households.length}`),
				server: null,
				bridge: null
			}) - 1
		);
	},
	async joinHouse(number, name) {
		const household = at(number);
		const { clock, bus, files } = household.router;
		broker ??= Broker.start();
		const { port } = await broker;
		const options = { broker: '127.0.0.1', port, name };
		const lines = Object.entries(options).map(([option, value]) => `\toption ${option} '${value}'`);
		files.put('/etc/config/wps', ["config house 'house'", ...lines, ''].join('\n'));
		household.bridge = new Bridge({ clock, bus, files, syslog: line => household.router.syslog(line) });
		household.bridge.start();
	},
	async look(number) {
		const { router, hostapd } = at(number);
		const looks = router.bus.calls.filter(({ method }) => method === 'wps_status').length;
		return { onAir: hostapd.onAir, log: hostapd.log, looks, events: router.handlerEvents };
	},
	request: (number, ...call) => at(number).router.request(...call),
	cli: async (number, argv) => at(number).hostapd.cli(argv),
	wpsStatus: (number, ifname) => at(number).hostapd.status(ifname),
	kill: async number => at(number).hostapd.kill(),
	setOptions: async (number, section, options) => at(number).router.setOptions(section, options),
	async addHost(number, host) {
		const { files, clock } = at(number).router;
		addHost(files, clock.epoch(), host);
	},
	lendLed: async (number, led) => lendLed(at(number).router.files, led),
	async serve(number) {
		const household = at(number);
		household.server = new HttpServer(household.router);
		await household.server.listen(WEB.port, WEB.address);
	},
	async close(number) {
		const { router, hostapd, server, bridge } = at(number);
		bridge?.stop();
		bridge?.end();
		router.rpcd.stop();
		await server?.close();
		await hostapd.close();
	}
};

async function carryOut({ id, order, args }: Order): Promise<Reply> {
	try {
		const carry = orders[order] as (...args: unknown[]) => Promise<unknown>;
		return { id, answer: await carry(...args) };
	} catch (error) {
		return { id, error: String((error as Error).stack) };
	}
}

createInterface({ input: process.stdin })
	.on('line', async line => {
		const reply = await carryOut(JSON.parse(line) as Order);
		process.stdout.write(`${JSON.stringify(reply)}\n`);
	})
	// The other end is not there yet: init starts this anew.
	.on('close', () => process.exit());

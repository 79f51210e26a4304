import type { Device } from '../contract/device';
import type { Document, ToldNetwork, ToldWindow } from './document';
import { DEVICES } from './limits';
import type { HouseWindow, Model } from './model';
import { printable } from './text';
import { VERSION } from './topics';

/** A device as the topics tell of it: no address of it but when the owner wants so. */
export interface ToldDevice {
	name: string | null;
	network: string;
	joined: number;
	online: boolean;
	mac?: string;
}

/** All that this router says of itself. */
export interface Telling extends Document {
	version: number;
	name: string;
	networks: { [key: string]: ToldNetwork & { state: string } };
	devices: ToldDevice[];
}

function tellWindow(window: HouseWindow | null, at: number): ToldWindow | null {
	if (window === null) return null;

	return {
		ids: window.ids,
		by: window.by,
		age: int((at - window.began) / 1000),
		order: window.order,
		outcome: window.outcome,
		cause: window.cause,
		router: window.router,
		device: window.device === null ? null : printable(window.device, 64),
		code: window.code
	};
}

/** The newest devices. */
export function tellDevices(devices: Device[], macs: boolean): ToldDevice[] {
	return map(slice(devices, 0, DEVICES), device => {
		const told: ToldDevice = {
			name: device.name === null ? null : printable(device.name, 64),
			network: printable(device.network, 64),
			joined: device.joined,
			online: device.online
		};
		if (macs) told.mac = device.mac;
		return told;
	});
}

/** What is said now; `seq` is given to it when it goes out. */
export function tell(model: Model, devices: ToldDevice[], at: number): Telling {
	const networks: Telling['networks'] = {};
	for (const key of keys(model.locals)) {
		const local = model.locals[key];
		networks[key] = {
			ssid: printable(local.ssid, 64),
			ready: local.ready,
			problem: local.problem,
			open: local.open,
			state: local.open ? 'open' : local.ready ? 'idle' : 'not_ready',
			window: tellWindow(local.window, at)
		};
	}

	return { version: VERSION, name: model.name, run: model.run, seq: 0, there: true, networks, devices };
}

/** What makes two of them differ: ages grow by themselves. */
export function gist(telling: Telling): string {
	const networks: { [key: string]: object } = {};
	for (const key of keys(telling.networks)) {
		const network = telling.networks[key];
		networks[key] = { ...network, window: network.window === null ? null : { ...network.window, age: 0 } };
	}

	return sprintf('%J', { ...telling, seq: 0, networks });
}

/** What the broker says for a router that it has lost, or that was stopped. */
export function farewell(model: Model): string {
	return sprintf('%J', { version: VERSION, name: model.name, run: model.run, seq: 0, there: false });
}

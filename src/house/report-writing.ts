import type { Device } from '../contract/device';
import { DEVICES } from './limits';
import type { HouseWindow, Model } from './model';
import type { NetworkReport, Report, WindowReport } from './report';
import { printable } from './text';
import { VERSION } from './topics';

/** A device as the topics tell of it: no address of it but when the owner wants so. */
export interface DeviceReport {
	name: string | null;
	network: string;
	joined: number;
	online: boolean;
	mac?: string;
}

/** All that this router says of itself. */
export interface OwnReport extends Report {
	version: number;
	name: string;
	networks: { [key: string]: NetworkReport & { state: string } };
	devices: DeviceReport[];
}

function reportWindow(window: HouseWindow | null, at: number): WindowReport | null {
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
		code: window.code,
		mark: window.leaving?.mark ?? null,
		arrived: window.arrived
	};
}

/** The newest devices. */
export function reportDevices(devices: Device[], macs: boolean): DeviceReport[] {
	return map(slice(devices, 0, DEVICES), device => {
		const told: DeviceReport = {
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
export function writeReport(model: Model, devices: DeviceReport[], at: number): OwnReport {
	const networks: OwnReport['networks'] = {};
	for (const key of keys(model.networks)) {
		const own = model.networks[key];
		networks[key] = {
			ssid: printable(own.ssid, 64),
			ready: own.ready,
			problem: own.problem,
			open: own.open,
			state: own.open ? 'open' : own.ready ? 'idle' : 'not_ready',
			window: reportWindow(own.window, at)
		};
	}

	return { version: VERSION, name: model.name, run: model.run, seq: 0, there: true, networks, devices };
}

/** What makes two of them differ: ages grow by themselves. */
export function withoutAges(report: OwnReport): string {
	const networks: { [key: string]: object } = {};
	for (const key of keys(report.networks)) {
		const network = report.networks[key];
		networks[key] = { ...network, window: network.window === null ? null : { ...network.window, age: 0 } };
	}

	return sprintf('%J', { ...report, seq: 0, networks });
}

/** What the broker says for a router that it has lost, or that was stopped. */
export function lastWill(model: Model): string {
	return sprintf('%J', { version: VERSION, name: model.name, run: model.run, seq: 0, there: false });
}

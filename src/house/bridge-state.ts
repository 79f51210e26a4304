import { randomHex } from '../router/random';
import { now } from '../router/time';
import { ORDER_PAUSE, ORDERS, PRESS_PAUSE, PRESSES } from './limits';
import type { Model } from './model';
import { type Bucket, newBucket } from './rate-limit';
import type { DeviceReport } from './report-writing';
import type { Settings } from './settings';
import type { Naming } from './uuid';

/** All that the running bridge remembers. */
export interface State {
	settings: Settings;
	model: Model;
	naming: Naming;
	/** What is told of devices. */
	devices: DeviceReport[];
	/** What the broker has kept of our devices for Home Assistant, by topic. */
	discovered: { [topic: string]: string };
	/** How often another router of our name was heard: answered so often, and no more. */
	rivals: Bucket;
	rivalled: boolean;
	/** How often commands may make this router ask luci.wps to cancel: a flood keeps it busy. */
	cancels: Bucket;
	/** Answers to commands, and lines in the log about what others do. */
	replies: Bucket;
	notes: Bucket;
	/** The bridge has listened long enough to know who is there. */
	settled: boolean;
}

/** A bridge that has just been started. */
export function newState(settings: Settings, uuid: string | null): State {
	const at = now().monotonic;

	return {
		settings,
		model: {
			name: settings.name,
			turns: settings.turns,
			run: randomHex(6),
			networks: {},
			neighbours: {},
			endedIds: [],
			pastIds: [],
			commandStarts: newBucket(ORDERS, ORDER_PAUSE, at),
			neighbourStarts: newBucket(PRESSES, PRESS_PAUSE, at),
			commandIds: []
		},
		naming: { own: uuid, heard: false, changes: 0 },
		devices: [],
		discovered: {},
		rivals: newBucket(3, 60000, at),
		rivalled: false,
		cancels: newBucket(10, 2000, at),
		replies: newBucket(5, 2000, at),
		notes: newBucket(10, 2000, at),
		settled: false
	};
}

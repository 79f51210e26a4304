import type { Device } from '../contract/device';
import type { Network, Status } from '../contract/status';
import type { Outcome } from './service';

/** What all parts of the page share. */
export interface Page {
	readonly mayWrite: boolean;
	readonly mayReadKeys: boolean;
	/** The last answers, and this page's clock when the router gave them (performance.now()). */
	status: Status;
	devices: Device[];
	received: number;
	/** The network in the box on top, whose problems are told there; null: there is no box. */
	chosen: Network | null;
	/** Asks the router how things are, and shows it. */
	refresh: () => Promise<void>;
	/** Shows what came of a press. */
	report: (outcome: Outcome<unknown>) => Promise<void>;
	/** Tells that a device is out, which is no news any more. */
	forget: (text: string) => Promise<void>;
}

/** How long what has happened is news, seconds. */
export const FRESH = 600;

/** How a network is named to the service: an SSID may be ambiguous, or no text at all. */
export const idOf = ({ sections }: Network): string => sections[0]!;

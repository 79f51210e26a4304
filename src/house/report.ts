/**
 * What became of the house's window on one router. `closed`: another router ended it; `refused`: it did not open here;
 * `timeout`, `failed`: it ended here alone.
 */
export type Outcome = 'open' | 'joined' | 'overlap' | 'cancelled' | 'closed' | 'refused' | 'timeout' | 'failed';

/** What ends the window on every router. A device can come in once; two that ask at once are refused everywhere. */
export type Cause = 'joined' | 'overlap' | 'cancelled';

/** What one router says of the house's window on one of its networks. */
export interface WindowReport {
	/** One press has one name, two at once have two. */
	ids: string[];
	/** The router at which somebody pressed. */
	by: string;
	/** Seconds since, when this was said: no clock needs to be right. */
	age: number;
	/** Who listens after whom; empty: all at once. */
	order: string[];
	outcome: Outcome;
	/** What ended it in the whole house. */
	cause: Cause | null;
	/** Where it ended, and what came in there. */
	router: string | null;
	device: string | null;
	/** Why it did not open. */
	code: string | null;
	/** Of the device that was given the keys here and has not come back yet (arrivals.ts). */
	mark: number | null;
	/** The device that was given the keys elsewhere is here. */
	arrived: boolean;
}

/** What one router says of one of its networks. */
export interface NetworkReport {
	ssid: string;
	ready: boolean;
	problem: string | null;
	open: boolean;
	window: WindowReport | null;
}

/** What one router says of itself: its whole state, each time (docs/house.md). */
export interface Report {
	/** Another one each time that the bridge starts. */
	run: string;
	/** Counts what was said in this run. */
	seq: number;
	/** False: the broker has lost it (its last will), or it has been stopped. */
	there: boolean;
	networks: { [key: string]: NetworkReport };
}

/** What can become of it. */
export const OUTCOMES = ['open', 'joined', 'overlap', 'cancelled', 'closed', 'refused', 'timeout', 'failed'];

/** What can end it everywhere. */
export const CAUSES = ['joined', 'overlap', 'cancelled'];

/** What ends it at one router ends it at all. */
export function causeOf(outcome: Outcome): Cause | null {
	return index(CAUSES, outcome) < 0 ? null : (outcome as Cause);
}

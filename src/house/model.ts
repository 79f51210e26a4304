import type { Bucket } from './rate-limit';
import type { Cause, NetworkReport, Outcome } from './report';
import type { TurnMode } from './settings';

/** The house's window on one network of this router. */
export interface HouseWindow {
	/** One press has one name, two at once have two. */
	ids: string[];
	by: string;
	/** Milliseconds since boot at which somebody pressed. */
	began: number;
	/** Who listens after whom; empty: all at once. */
	order: string[];
	outcome: Outcome;
	/** Where it ended, and what came in there. */
	router: string | null;
	device: string | null;
	/** Why it did not open here. */
	code: string | null;
	/** How often luci.wps was asked to open it, and when it is once more, milliseconds since boot; null: it is not. */
	tries: number;
	again: number | null;
	/** It is over in the whole house. */
	over: boolean;
	/** What ended it in the house; null: time, or nothing yet. */
	cause: Cause | null;
	/** A device was given the keys here, and has not come back with them: its session of luci.wps, and its mark (arrivals.ts). */
	leaving: { session: string; mark: number } | null;
	/** A device that was given the keys elsewhere is looked for here: its mark, when next and until when, milliseconds since boot. */
	expected: { mark: number; next: number; until: number } | null;
	/** It has come. */
	arrived: boolean;
}

/** A network of this router. */
export interface OwnNetwork {
	key: string;
	ssid: string;
	ready: boolean;
	problem: string | null;
	/** Its access points that are on the air. */
	ifnames: string[];
	/** A window is open here. */
	open: boolean;
	/** A device is at it here. */
	busy: boolean;
	/** What was last asked of luci.wps: not asked twice. */
	asked: 'open' | 'close' | null;
	/** The router for whose sake it is to be closed, until it is. */
	closingFor: string | null;
	window: HouseWindow | null;
	/** Milliseconds since boot at which another router took a device whose press was heard here, too; null: none yet. */
	joinedElsewhere: number | null;
	/** Milliseconds since boot at which a press of the whole house ended without a device; null: the last one brought one. */
	lastFruitless: number | null;
}

/** Another router, as far as it has told. */
export interface Neighbour {
	name: string;
	/** Of its topics. */
	version: number;
	there: boolean;
	run: string;
	/** The run before: what it still says comes late. */
	former: string | null;
	seq: number;
	/** It has said so itself since we listen: what the broker had kept may be old. */
	live: boolean;
	networks: { [key: string]: NetworkReport };
}

/** All that the decisions are made from. */
export interface Model {
	name: string;
	turns: TurnMode;
	/** What this router says of itself, and how often it has. */
	run: string;
	networks: { [key: string]: OwnNetwork };
	neighbours: { [name: string]: Neighbour };
	/** Names of presses that a device, two of them or a person have ended; and of those that were open here and are over. */
	endedIds: string[];
	pastIds: string[];
	/** What commands, and other routers, may make us open. */
	commandStarts: Bucket;
	neighbourStarts: Bucket;
	/** Names of commands that were obeyed or refused. */
	commandIds: string[];
}

/** What has happened to a window, for whoever listens to events. */
export interface WindowEvent {
	type: string;
	key: string;
	network: string;
	device: string | null;
	/** At which router somebody pressed; null: it was not the whole house. */
	by: string | null;
	code: string | null;
	/** Who is told: whoever listens to this router, or to the house. */
	router: boolean;
	house: boolean;
}

/** What is to be done outside. */
export type Effect =
	| { kind: 'open'; key: string; ssid: string; by: string }
	| { kind: 'close'; key: string; ssid: string; by: string }
	| { kind: 'say'; what: WindowEvent }
	/** Who is here? */
	| { kind: 'look'; key: string }
	/** The device of this session of luci.wps is at another router. */
	| { kind: 'arrived'; session: string; router: string }
	| { kind: 'note'; text: string };

import type { Job } from '../contract/job';
import type { Session } from '../contract/session';
import type { Entry } from '../core/device';
import type { Changes } from '../core/switching';
import type { Sign } from '../core/light';
import type { Window } from '../core/window';
import type { Former } from '../router/led';
import { loadState, saveState } from '../router/statefile';

/** A job and what it takes to finish it, or to put things back as they were. */
export interface Task {
	job: Job;
	changes: Changes;
	former: Changes;
	/** The former configuration is being put back, for this reason. */
	reverting: Job['code'];
	/** Places (radio and section) that were on the air and must come back. */
	watched: string[];
	/** Milliseconds since boot until which they may take to come back. */
	until: number;
}

/** A device that joined by push button: other registrars of this router have heard its button as well. */
export interface Press {
	/** Those that do not remember it: where the device joined, and what has been set up anew since. */
	spared: string[];
	independent: boolean;
	/** Milliseconds since boot until which they remember it. */
	until: number;
}

/** What the WPS light shows. */
export interface Shown {
	led: string;
	/** What the LED did before, and is to do again. */
	former: Former;
	sign: Sign;
	/** Milliseconds since boot until which it is shown; null: as long as a window is open. */
	until: number | null;
}

/** What is known of a network's file of keys beside what it holds. Keys go by their names: no key is in here. */
export interface Custody {
	/** The fresh key that hostapd hands over; null: not known. */
	armed: string | null;
	/** Nobody can have got it. */
	sure: boolean;
	/** A device was in the middle of joining since a window opened. */
	heard: boolean;
	/** The last line of the system log before the window opened that hands it over; null: not known. */
	logged: number | null;
	/** How often the file was written since hostapd last said that it had read it. */
	unread: number;
	/** Devices that were let in last, by interface, as far as they have been taken into account. */
	peers: { [ifname: string]: string };
	/** A device that got a key whose line could not be written yet. */
	owed: { id: string; mac: string } | null;
	/** Milliseconds since boot until which the log is watched for a device that comes with a key of nobody. */
	watched: number;
}

/** A session, and the sections on which it is or was. */
export interface Placed {
	session: Session;
	sections: string[];
}

/** Everything that outlives a request and, by the state file, a restart of rpcd. Holds no key and no PIN. */
interface Memory {
	/** Newest first: the newest few, and from the oldest that is not over yet. */
	windows: Window[];
	/** The sessions before these, newest first, each a `Placed` as text: objects take five times the memory, and the time to walk them. */
	past: string[];
	/** Milliseconds since boot until which hostapd refuses a start, by interface. */
	overlaps: { [ifname: string]: number };
	presses: Press[];
	/** Interfaces on which we close what is left of a session that is over: hostapd may not have heard yet. */
	closing: { [ifname: string]: boolean };
	/** Interfaces that may say Active for ever: their window was lost or long over. */
	stuck: { [ifname: string]: boolean };
	/** The last job of each network, newest first. */
	tasks: Task[];
	light: { shown: Shown | null };
	/** By the path of the file. */
	keys: { [path: string]: Custody };
	/** Devices that the next restart forgets, newest first. */
	passing: Entry[];
	counter: number;
}

export const memory: Memory = {
	windows: [],
	past: [],
	overlaps: {},
	presses: [],
	closing: {},
	stuck: {},
	tasks: [],
	light: { shown: null },
	keys: {},
	passing: [],
	counter: 0
};

let changed = false;

/** How often it has changed: another number, and something is another than before. */
let revision = 0;

/** Something in `memory` is another than before: to be called where it is changed. */
export function touch(): void {
	changed = true;
	revision++;
}

export function memoryRevision(): number {
	return revision;
}

/** A name that no other session or job since boot has. */
export function freshId(epoch: number): string {
	memory.counter++;
	touch();
	return `${epoch}-${memory.counter}`;
}

/** Writes it down, if anything has changed. */
export function keep(): void {
	if (changed) changed = !saveState(memory);
}

/** A window as this version writes it. */
function isWhole(window: any): boolean {
	return type(window?.parts) === 'array' && type(window?.homes) === 'array' && exists(window?.session ?? {}, 'state');
}

function isPast(text: any): boolean {
	return type(text) === 'string' && index(text, '"session"') > 0;
}

function isTask(task: any): boolean {
	return type(task?.changes) === 'object' && type(task?.former) === 'object' && type(task?.job?.sections) === 'array';
}

function isShown(shown: any): boolean {
	return (
		type(shown?.led) === 'string' && type(shown?.former?.settings) === 'object' && type(shown?.sign) === 'string'
	);
}

/** Takes up what the last run of the handler left: rpcd restarts with every package that is installed. */
export function recall(): void {
	const state = loadState();
	for (const part of keys<keyof Memory>(memory))
		if (type(state?.[part]) === type(memory[part])) memory[part] = state[part];
	memory.windows = filter(memory.windows, isWhole);
	memory.past = filter(memory.past, isPast);
	memory.tasks = filter(memory.tasks, isTask);
	if (!isShown(memory.light.shown)) memory.light = { shown: null };
}

/** Nothing has happened since boot, and nothing is under way. */
export function isBlank(): boolean {
	for (const part of keys<keyof Memory>(memory))
		if (index(['counter', 'light'], part) < 0 && length(memory[part] as object) > 0) return false;

	return memory.light.shown === null;
}

/** The job that is under way; there is never more than one. */
export function runningTask(): Task | null {
	return filter(memory.tasks, task => task.job.state === 'running')[0] ?? null;
}

/** The last job of a network, or null. */
export function jobOf(sections: string[]): Job | null {
	for (const task of memory.tasks)
		if (length(filter(task.job.sections, name => index(sections, name) >= 0)) > 0) return task.job;

	return null;
}

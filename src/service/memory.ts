import type { Window } from '../core/window';
import type { Change } from '../core/switching';
import type { Job } from '../contract/job';
import { loadState, saveState } from '../router/statefile';

/** A job and what it takes to finish it, or to put things back as they were. */
export interface Task {
	job: Job;
	change: Change;
	former: Change;
	/** The network was on the air, so it must come back. */
	watched: boolean;
	/** Milliseconds since boot until which it may take to come back. */
	until: number;
}

/** Everything that outlives a request and, by the state file, a restart of rpcd. Holds no key and no PIN. */
interface Memory {
	/** Newest first. */
	windows: Window[];
	/** Milliseconds since boot until which hostapd refuses a start, by interface. */
	overlaps: { [ifname: string]: number };
	/** Interfaces that say Active for ever: a window was open when they were reloaded (facts 1.2). */
	stuck: { [ifname: string]: boolean };
	/** The last job by section. */
	tasks: { [section: string]: Task };
	counter: number;
}

export const memory: Memory = { windows: [], overlaps: {}, stuck: {}, tasks: {}, counter: 0 };

/** A name that no other session or job since boot has. */
export function freshId(epoch: number): string {
	memory.counter++;
	return `${epoch}-${memory.counter}`;
}

/** Writes it down, if anything has changed. */
export function keep(): void {
	saveState(memory);
}

/** Takes up what the last run of the handler left: rpcd restarts with every package that is installed. */
export function recall(): void {
	const state = loadState();
	for (const part of keys<keyof Memory>(memory))
		if (type(state?.[part]) === type(memory[part])) memory[part] = state[part];
	memory.windows = filter(
		memory.windows,
		window => exists(window?.last ?? {}, 'pbc') && exists(window?.session ?? {}, 'state')
	);
}

/** The job that is under way; there is never more than one. */
export function runningTask(): Task | null {
	return filter(values(memory.tasks), task => task?.job?.state === 'running')[0] ?? null;
}

/** The router's time. `monotonic` in milliseconds since boot, `epoch` in seconds. */
export interface Clock {
	monotonic(): number;
	epoch(): number;
	/** Runs `task` after `delay` milliseconds; the answer calls it off. */
	after(delay: number, task: () => void): () => void;
}

/** A clock that stands still until it is told to move: no test waits. */
export class VirtualClock implements Clock {
	#now = 60_000;
	#offset = 1_790_000_000;
	#order = 0;
	#tasks: { due: number; order: number; task: () => void }[] = [];

	monotonic(): number {
		return this.#now;
	}

	epoch(): number {
		return this.#offset + Math.floor(this.#now / 1000);
	}

	after(delay: number, task: () => void): () => void {
		const entry = { due: this.#now + Math.max(0, delay), order: this.#order++, task };
		this.#tasks.push(entry);
		return () => {
			this.#tasks = this.#tasks.filter(other => other !== entry);
		};
	}

	/** How many tasks wait. */
	get pending(): number {
		return this.#tasks.length;
	}

	/** Runs the next task that is due within `limit` milliseconds; false when there is none (time then stands at the limit). */
	runNext(limit = Infinity): boolean {
		const [next] = this.#tasks.sort((a, b) => a.due - b.due || a.order - b.order);
		if (!next || next.due > this.#now + limit) {
			if (Number.isFinite(limit)) this.#now += limit;
			return false;
		}
		this.#tasks.shift();
		this.#now = Math.max(this.#now, next.due);
		next.task();
		return true;
	}

	/** Moves time forward, running what falls due on the way. */
	advance(milliseconds: number): void {
		const end = this.#now + milliseconds;
		while (this.runNext(end - this.#now));
	}

	/** Time passes, and what falls due waits: somebody holds everything up. */
	standStill(milliseconds: number): void {
		this.#now += milliseconds;
	}

	/** The wall clock jumps (NTP after boot); the monotonic one does not. */
	setEpoch(seconds: number): void {
		this.#offset = seconds - Math.floor(this.#now / 1000);
	}
}

/** Real time, for a simulator that people use. `speed` 10 lets two minutes pass in twelve seconds. */
export class WallClock implements Clock {
	readonly #start = performance.now();
	readonly #epoch = Date.now();
	readonly #timers = new Set<NodeJS.Timeout>();
	#stopped = false;

	constructor(readonly speed = 1) {}

	monotonic(): number {
		return Math.floor((performance.now() - this.#start) * this.speed) + 60_000;
	}

	/** Keeps pace with the other: what took two minutes of the router took them by its wall clock, too. */
	epoch(): number {
		return Math.floor((this.#epoch + (performance.now() - this.#start) * this.speed) / 1000);
	}

	after(delay: number, task: () => void): () => void {
		if (this.#stopped) return () => {};
		const timer = setTimeout(() => {
			this.#timers.delete(timer);
			task();
		}, delay / this.speed);
		this.#timers.add(timer);
		return () => {
			this.#timers.delete(timer);
			clearTimeout(timer);
		};
	}

	/** Nothing happens by it any more. */
	stop(): void {
		this.#stopped = true;
		for (const timer of this.#timers) clearTimeout(timer);
	}
}

/** The process was killed in the middle: nothing in it runs any further. Not an exception that a handler may catch. */
export class Killed extends Error {
	constructor(readonly step: string) {
		super(`killed before: ${step}`);
	}
}

/**
 * One life of rpcd. Everything that its plugin does to the outside world is a numbered step, so that
 * a test can let the process die before any of them. What is left of a dead process does nothing.
 */
export class Process {
	dead: Error | null = null;
	readonly steps: string[] = [];
	/** Dies before the step of this number (from 1). */
	killAt = Infinity;
	/** Told when a step kills it, even in a handler that lives on for a moment. */
	onKilled: (reason: Killed) => void = () => {};
	readonly #cleanup = new Set<() => void>();

	/** Called before each effect; raises when the process is dead, or dies now. */
	step(name: string): void {
		this.check();
		this.steps.push(name);
		if (this.steps.length < this.killAt) return;
		const killed = new Killed(name);
		this.end(killed);
		this.onKilled(killed);
		throw killed;
	}

	/** Raises in a dead process: a handler that catches exceptions gets no further than its next call. */
	check(): void {
		if (this.dead) throw this.dead;
	}

	/** Runs a callback of the event loop, unless the process is dead. */
	enter<T>(task: () => T): T | undefined {
		return this.dead ? undefined : task();
	}

	/** Registers what the kernel takes back at the end (timers, connections); the answer forgets it. */
	own(release: () => void): () => void {
		this.#cleanup.add(release);
		return () => this.#cleanup.delete(release);
	}

	end(reason: Error): void {
		if (this.dead) return;
		this.dead = reason;
		for (const release of this.#cleanup) release();
		this.#cleanup.clear();
	}
}

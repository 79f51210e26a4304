import { VirtualClock, type Clock } from '../router/clock';

/** How often time moves, and how much it does at most each time, milliseconds. */
const TURN = 4;
const STEP = 20;

/** How much faster it goes where a test has nothing to wait for. */
const FAST = 10;

/**
 * The time of a house, which passes as this process gets on, not by the wall: whatever holds us up on a busy machine holds up
 * the broker and its clients as well, and makes none of our routers late.
 */
export class HouseClock implements Clock {
	readonly #clock = new VirtualClock();
	readonly #timer: NodeJS.Timeout;
	#last = performance.now();
	/** A part of a millisecond that is still to pass. */
	#rest = 0;
	/** Until when it goes fast. */
	#goal = -Infinity;

	constructor() {
		this.#timer = setInterval(() => this.#turn(), TURN);
	}

	monotonic(): number {
		return this.#clock.monotonic();
	}

	epoch(): number {
		return this.#clock.epoch();
	}

	after(delay: number, task: () => void): () => void {
		return this.#clock.after(delay, task);
	}

	/** Lets so much time pass, fast, but in steps, so that what is said meanwhile is heard. */
	async pass(milliseconds: number): Promise<void> {
		const goal = this.monotonic() + milliseconds;
		this.#goal = goal;
		await new Promise<void>(done => this.after(milliseconds, done));
		if (this.#goal === goal) this.#goal = -Infinity;
	}

	stop(): void {
		clearInterval(this.#timer);
	}

	#turn(): void {
		const now = performance.now();
		const elapsed = Math.min(STEP, now - this.#last) + this.#rest;
		const whole = Math.floor(elapsed);
		this.#last = now;
		this.#rest = elapsed - whole;
		const left = this.#goal - this.monotonic();
		this.#clock.advance(left > 0 ? Math.min(left, whole * FAST) : whole);
	}
}

/** The clock of a router that is off by so many seconds. */
export class SkewedClock implements Clock {
	constructor(
		readonly clock: Clock,
		readonly skew: number
	) {}

	monotonic(): number {
		return this.clock.monotonic();
	}

	epoch(): number {
		return this.clock.epoch() + this.skew;
	}

	after(delay: number, task: () => void): () => void {
		return this.clock.after(delay, task);
	}
}

/** The same clock for one program: how often it was woken by it. */
export class CountingClock implements Clock {
	rings = 0;

	constructor(readonly clock: Clock) {}

	monotonic(): number {
		return this.clock.monotonic();
	}

	epoch(): number {
		return this.clock.epoch();
	}

	after(delay: number, task: () => void): () => void {
		return this.clock.after(delay, () => {
			this.rings++;
			task();
		});
	}
}

import type { Clock } from './clock';
import { FileError, type Files } from './files';

const FOLDER = '/sys/class/leds';

/** What an LED shows: dark, steadily on, or flashing in a rhythm of milliseconds on and off. */
export type Shine = { kind: 'dark' } | { kind: 'on' } | { kind: 'rhythm'; steps: [on: number, off: number][] };

export interface LedOptions {
	/** The triggers that the kernel has, but for `none`. */
	triggers?: string[];
	max?: number;
	/** What works on it from the start (`linux,default-trigger`). */
	trigger?: string;
	brightness?: number;
}

/** The files that a trigger has while it works, and what they hold at first (ledtrig-timer.c, -pattern.c, -netdev.c, -heartbeat.c). */
const SETTINGS: Record<string, Record<string, string>> = {
	timer: { delay_on: '500', delay_off: '500' },
	pattern: { pattern: '', repeat: '-1' },
	netdev: { device_name: '', interval: '50', link: '0', tx: '0', rx: '0' },
	heartbeat: { invert: '0' }
};

/** What takes any text; all else takes a number. */
const TEXTS = ['pattern', 'device_name'];

/** An LED of the case as the kernel's LED class shows it in /sys: led-class.c, led-triggers.c. */
export class Led {
	readonly #triggers: string[];
	readonly #max: number;
	#trigger = 'none';
	#brightness: number;
	/** How often somebody has written something into its files. */
	writes = 0;

	constructor(
		readonly files: Files,
		readonly name: string,
		{ triggers = ['timer', 'heartbeat', 'netdev'], max = 255, trigger = 'none', brightness = 0 }: LedOptions = {}
	) {
		this.#triggers = ['none', ...triggers];
		this.#max = max;
		this.#brightness = brightness;
		this.#put('max_brightness', String(max));
		this.#choose(trigger);
		this.#shine(brightness);
		this.#takes('trigger', text => {
			if (!this.#triggers.includes(text.trim())) throw new FileError('EINVAL');
			this.#choose(text.trim());
		});
		this.#takes('brightness', text => {
			const value = numberIn(text);
			// 0 ends a trigger (led-class.c, brightness_store).
			if (value === 0) this.#choose('none');
			this.#shine(Math.min(this.#max, value));
		});
		for (const name of Object.values(SETTINGS).flatMap(settings => Object.keys(settings)))
			this.#takes(name, text => this.#put(name, TEXTS.includes(name) ? text.trim() : String(numberIn(text))));
	}

	get trigger(): string {
		return this.#trigger;
	}

	/** A file of it. */
	read(attribute: string): string | null {
		return this.files.text(this.#place(attribute));
	}

	/** What one sees. */
	get shine(): Shine {
		if (this.#trigger === 'timer') {
			const [on, off] = ['delay_on', 'delay_off'].map(name => Number(this.read(name)));
			if (off === 0) return { kind: 'on' };
			return on === 0 ? { kind: 'dark' } : { kind: 'rhythm', steps: [[on!, off!]] };
		}
		if (this.#trigger === 'pattern') return { kind: 'rhythm', steps: rhythm(this.read('pattern') ?? '') };
		return { kind: this.#brightness > 0 ? 'on' : 'dark' };
	}

	#choose(trigger: string): void {
		if (trigger !== this.#trigger || !this.files.has(this.#place('trigger'))) {
			for (const name of Object.keys(SETTINGS[this.#trigger] ?? {})) this.files.drop(this.#place(name));
			// What a trigger did last is over (led_trigger_set).
			if (this.#trigger !== 'none') this.#shine(0);
			this.#trigger = trigger;
			for (const [name, value] of Object.entries(SETTINGS[trigger] ?? {})) this.#put(name, value);
		}
		this.#put('trigger', this.#triggers.map(name => (name === this.#trigger ? `[${name}]` : name)).join(' '));
	}

	#takes(attribute: string, listener: (text: string) => void): void {
		this.files.onWrite(this.#place(attribute), text => {
			this.writes++;
			listener(text);
		});
	}

	#shine(brightness: number): void {
		this.#brightness = brightness;
		this.#put('brightness', String(brightness));
	}

	#put(attribute: string, text: string): void {
		this.files.put(this.#place(attribute), `${text}\n`);
	}

	#place(attribute: string): string {
		return `${FOLDER}/${this.name}/${attribute}`;
	}
}

/** kstrtoul. */
function numberIn(text: string): number {
	if (!/^\d+\n?$/.test(text)) throw new FileError('EINVAL');
	return Number(text);
}

/** Pairs of brightness and milliseconds, with jumps of no time between them. */
function rhythm(pattern: string): [number, number][] {
	const numbers = pattern.trim().split(/\s+/).map(Number);
	const steps: [number, number][] = [];
	for (let i = 0; i + 1 < numbers.length; i += 2) {
		const [brightness, time] = [numbers[i]!, numbers[i + 1]!];
		if (time === 0) continue;
		if (brightness > 0) steps.push([time, 0]);
		else if (steps.length > 0) steps.at(-1)![1] += time;
	}
	return steps;
}

/** What one saw of an LED, from one change to the next: for patterns that somebody has to keep going. */
export class Watcher {
	readonly seen: { at: number; shine: Shine }[] = [];

	constructor(
		readonly led: Led,
		readonly clock: Clock
	) {
		this.look();
	}

	/** Writes down a change. */
	look(): void {
		const shine = this.led.shine;
		const last = this.seen.at(-1);
		if (JSON.stringify(last?.shine) !== JSON.stringify(shine))
			this.seen.push({ at: this.clock.monotonic(), shine });
	}
}

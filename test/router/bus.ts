import type { Clock } from './clock';

export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
export type Message = { [key: string]: Value };

/** ubus status codes (ubusmsg.h). */
export const UBUS = {
	OK: 0,
	INVALID_COMMAND: 1,
	INVALID_ARGUMENT: 2,
	METHOD_NOT_FOUND: 3,
	NOT_FOUND: 4,
	NO_DATA: 5,
	PERMISSION_DENIED: 6,
	TIMEOUT: 7,
	NOT_SUPPORTED: 8,
	UNKNOWN_ERROR: 9
} as const;

export interface Answer {
	code: number;
	data?: Message;
}

/** A method answers at once, later through `reply`, or never (returns nothing and does not call `reply`: the caller times out). */
export type Method = (args: Message, reply: (answer: Answer) => void) => Answer | void;

interface Published {
	id: number;
	methods: Record<string, Method>;
}

/** ubusd: objects by name, calls, and events. Every call is written down in `calls`, so that tests can count. */
export class Bus {
	readonly calls: { object: string; method: string; args: Message }[] = [];
	/** Lookups by `list`. */
	lookups = 0;
	readonly #objects = new Map<string, Published>();
	readonly #listeners = new Set<{ pattern: string; callback: (type: string, message: Message) => void }>();
	#id = 0x20000000;

	constructor(readonly clock: Clock) {}

	/** ubusd refuses a path that exists: the second object stays invisible (ubusd_create_object, ubus ubusd_obj.c). */
	publish(name: string, methods: Record<string, Method>): number | null {
		if (this.#objects.has(name)) return null;
		const id = (this.#id += 0x01d3);
		this.#objects.set(name, { id, methods });
		this.event('ubus.object.add', { id, path: name });
		return id;
	}

	remove(name: string): void {
		const object = this.#objects.get(name);
		if (!object) return;
		this.#objects.delete(name);
		this.event('ubus.object.remove', { id: object.id, path: name });
	}

	/** Names, or the method names of one object. */
	list(pattern = '*'): { name: string; id: number; methods: string[] }[] {
		this.lookups++;
		return [...this.#objects]
			.filter(([name]) => glob(pattern, name))
			.map(([name, { id, methods }]) => ({ name, id, methods: Object.keys(methods) }));
	}

	/** `done` is called exactly once, never before this returns unless the object is missing (as libubus does). */
	defer(object: string, method: string, args: Message, timeout: number, done: (answer: Answer) => void): () => void {
		const target = this.#objects.get(object);
		if (!target) {
			done({ code: UBUS.NOT_FOUND });
			return () => {};
		}
		let settled = false;
		const settle = (answer: Answer) => {
			if (settled) return;
			settled = true;
			cancelTimeout();
			done(structuredClone(answer));
		};
		const cancelTimeout = this.clock.after(timeout, () => settle({ code: UBUS.TIMEOUT }));
		this.calls.push({ object, method, args: structuredClone(args) });
		this.clock.after(1, () => {
			const handler = Object.hasOwn(target.methods, method) ? target.methods[method] : undefined;
			if (this.#objects.get(object) !== target) return settle({ code: UBUS.NOT_FOUND });
			if (!handler) return settle({ code: UBUS.METHOD_NOT_FOUND });
			const answer = handler(structuredClone(args), settle);
			if (answer) settle(answer);
		});
		return () => {
			settled = true;
			cancelTimeout();
		};
	}

	/** Blocking, as `ubus call` in the same process would be: a method that does not answer at once counts as timed out. */
	call(object: string, method: string, args: Message = {}): Answer {
		const target = this.#objects.get(object);
		if (!target) return { code: UBUS.NOT_FOUND };
		this.calls.push({ object, method, args: structuredClone(args) });
		const handler = Object.hasOwn(target.methods, method) ? target.methods[method] : undefined;
		if (!handler) return { code: UBUS.METHOD_NOT_FOUND };
		return handler(structuredClone(args), () => {}) ?? { code: UBUS.TIMEOUT };
	}

	event(type: string, message: Message): void {
		for (const { pattern, callback } of [...this.#listeners]) if (glob(pattern, type)) callback(type, message);
	}

	listen(pattern: string, callback: (type: string, message: Message) => void): () => void {
		const listener = { pattern, callback };
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
}

/** A trailing `*` is all that ubus patterns know. */
function glob(pattern: string, name: string): boolean {
	return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

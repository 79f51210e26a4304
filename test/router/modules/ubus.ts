import { UBUS, type Bus, type Message, type Method } from '../bus';
import { kindOf } from '../ucode/types';
import { isMessage, toMessage } from './message';
import type { Process } from './process';
import { resource } from './resource';

/** ubus_strerror (libubus.c). */
export const UBUS_WORDS = [
	'Success',
	'Invalid command',
	'Invalid argument',
	'Method not found',
	'Not found',
	'No response',
	'Permission denied',
	'Request timed out',
	'Operation not supported',
	'Unknown error',
	'Connection failed',
	'Out of memory',
	'Parsing message data failed',
	'System error'
];

/** What the module asks about the rest of the router. */
export interface UbusSurroundings {
	bus: Bus;
	process: Process;
	/** Objects that the same rpcd serves: a blocking call to them hangs all of rpcd, which has one thread. */
	servedHere(object: string): boolean;
	/** A blocking call that did not answer at once: `milliseconds` is how long rpcd stood still. */
	blocked(call: { object: string; method: string; milliseconds: number }): void;
	/** An exception in a listener ends the event loop, that is rpcd (ubus.c uc_ubus_listener_cb). */
	crash(error: unknown): void;
	/** An exception in the callback of a deferred call is lost without a word (ubus.c uc_ubus_call_user_cb). */
	lost(error: unknown): void;
	/** Argument types by method, as `list` with a name answers them. */
	signature(object: string): Record<string, Record<string, number>>;
	/** ucode before July 2025: the module has no guard(). */
	old: boolean;
	/** ubusd's socket is gone: nothing can be sent. */
	unreachable(): boolean;
}

/** A method of an object that the script publishes itself. */
interface PublishedMethod {
	args?: Record<string, unknown>;
	call(request: object): unknown;
}

/** Deferred requests: a method that answers one of these replies later. */
export const deferreds = new WeakSet<object>();

/** ucode's ubus module (lib/ubus.c) on the simulated bus. */
export function ubusModule(surroundings: UbusSurroundings): Record<string, unknown> {
	const { bus, process } = surroundings;
	let lastError = { code: 0, words: '' };

	function failed(code: number, words: string): null {
		lastError = { code, words };
		return null;
	}

	function error(numeric: unknown = false): number | string | null {
		const { code, words } = lastError;
		lastError = { code: 0, words: '' };
		if (!code) return null;
		return numeric ? code : [UBUS_WORDS[code], words].filter(Boolean).join(': ');
	}

	/** Blocking. Data of an answer that failed is lost, as in reality. */
	function call(timeout: number, object: string, method: string, args: Message): unknown {
		process.step(`ubus call ${object} ${method}`);
		const words = `Failed to invoke function '${method}' on object '${object}'`;
		if (surroundings.unreachable()) return failed(10, '');
		if (surroundings.servedHere(object)) {
			surroundings.blocked({ object, method, milliseconds: timeout });
			return failed(UBUS.TIMEOUT, words);
		}
		const answer = bus.call(object, method, args);
		process.check();
		if (answer.code === UBUS.TIMEOUT) surroundings.blocked({ object, method, milliseconds: timeout });
		if (answer.code) return failed(answer.code, words);
		lastError = { code: 0, words: '' };
		return answer.data ?? null;
	}

	/**
	 * Without blocking. A missing object answers null and the callback is NOT run; a request that can not be
	 * sent answers null after the callback ran with the code alone (uc_ubus_defer, uc_ubus_defer_common).
	 */
	function defer(timeout: number, object: string, method: string, args: Message, done: unknown): object | null {
		process.step(`ubus defer ${object} ${method}`);
		const callback = typeof done === 'function' ? done : () => {};
		if (surroundings.unreachable()) {
			callback(10);
			return failed(10, '');
		}
		let completed = false;
		let sent = false;
		let forget = () => {};
		const abort = bus.defer(object, method, args, timeout, ({ code, data }) => {
			completed = true;
			if (!sent) return;
			forget();
			process.enter(() => {
				try {
					callback(code, data ?? null);
				} catch (failure) {
					surroundings.lost(failure);
				}
			});
		});
		// The bus answers at once only when there is no such object.
		sent = true;
		if (completed) return failed(UBUS.NOT_FOUND, `Failed to resolve object name '${object}'`);
		forget = process.own(abort);
		const deferred = resource({
			completed: () => completed,
			abort() {
				if (completed) return false;
				abort();
				forget();
				completed = true;
				return true;
			}
		});
		deferreds.add(deferred);
		lastError = { code: 0, words: '' };
		return deferred;
	}

	function connection(timeout: number): Record<string, unknown> {
		const checked = (task: (object: string, method: string, args: Message) => unknown) => {
			return (object: unknown, method: unknown, args: unknown = null): unknown => {
				if (typeof object !== 'string')
					return failed(UBUS.INVALID_ARGUMENT, 'Argument object is not a string value');
				if (typeof method !== 'string')
					return failed(UBUS.INVALID_ARGUMENT, 'Argument method is not a string value');
				if (args !== null && !isMessage(args))
					return failed(UBUS.INVALID_ARGUMENT, 'Argument data is not an object');
				return task(object, method, toMessage(args ?? {}));
			};
		};
		return resource({
			call: checked((...call_) => call(timeout, ...call_)),
			defer: (object: unknown, method: unknown, args: unknown, done: unknown) =>
				checked((...call_) => defer(timeout, ...call_, done))(object, method, args),
			list(pattern: unknown = null): unknown {
				process.check();
				const found = bus.list(pattern === null ? '*' : String(pattern));
				if (!found.length) return failed(UBUS.NOT_FOUND, '');
				if (pattern === null) return found.map(({ name }) => name);
				return found.map(({ name, methods }) => {
					const known = surroundings.signature(name);
					return Object.fromEntries(methods.map(method => [method, { ...known[method] }]));
				});
			},
			event(type: unknown, message: unknown = {}): true | null {
				process.step(`ubus event ${String(type)}`);
				if (typeof type !== 'string' || (message !== null && !isMessage(message)))
					return failed(UBUS.INVALID_ARGUMENT, 'Argument event id is not a string value') as null;
				bus.event(type, toMessage(message ?? {}));
				return true;
			},
			listener(pattern: unknown, callback: unknown): object | null {
				process.check();
				if (typeof pattern !== 'string' || typeof callback !== 'function')
					return failed(UBUS.INVALID_ARGUMENT, '');
				// An event reaches the process through its socket, never within the call that caused it.
				const pending = new Set<() => void>();
				const stop = bus.listen(pattern, (type, message) => {
					const copy = structuredClone(message);
					const cancel = bus.clock.after(0, () => {
						pending.delete(cancel);
						process.enter(() => {
							try {
								callback(type, copy);
							} catch (failure) {
								surroundings.crash(failure);
							}
						});
					});
					pending.add(cancel);
				});
				const release = () => {
					stop();
					for (const cancel of pending) cancel();
				};
				const forget = process.own(release);
				return resource({
					remove() {
						release();
						forget();
						return true;
					}
				});
			},
			publish(name: unknown, methods: unknown): object | null {
				process.check();
				if (typeof name !== 'string' || !isMessage(methods)) return failed(UBUS.INVALID_ARGUMENT, '');
				const served = Object.entries(methods as Record<string, PublishedMethod>).map(
					([method, { args = {}, call: answer }]): [string, Method] => [
						method,
						given => {
							if (process.dead) return { code: UBUS.NOT_FOUND };
							const misfit = Object.entries(given).some(
								([key, value]) => key in args && kindOf(value) !== kindOf(args[key])
							);
							if (misfit) return { code: UBUS.INVALID_ARGUMENT };
							const result = process.enter(() => {
								try {
									return answer(resource({ args: given }));
								} catch (failure) {
									surroundings.crash(failure);
									return null;
								}
							});
							return isMessage(result)
								? { code: UBUS.OK, data: toMessage(result) }
								: { code: UBUS.NO_DATA };
						}
					]
				);
				if (bus.publish(name, Object.fromEntries(served)) === null)
					return failed(UBUS.INVALID_ARGUMENT, 'Failed to publish object');
				const forget = process.own(() => bus.remove(name));
				return resource({
					remove() {
						forget();
						bus.remove(name);
						return true;
					}
				});
			},
			error,
			disconnect: () => true
		});
	}

	return {
		...(!surroundings.old && { guard: () => true }),
		error,
		connect(_socket: unknown = null, timeout: unknown = 30): unknown {
			process.check();
			if (surroundings.unreachable()) return failed(UBUS.UNKNOWN_ERROR, 'Unable to connect to ubus socket');
			const seconds = typeof timeout === 'number' && timeout >= 0 ? Math.trunc(timeout) : 30;
			return connection(seconds * 1000);
		},
		STATUS_OK: UBUS.OK,
		STATUS_NOT_FOUND: UBUS.NOT_FOUND
	};
}

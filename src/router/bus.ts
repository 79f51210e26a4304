import * as ubus from 'ubus';
import * as uloop from 'uloop';
import { now } from './time';

/** The ubus codes that decide something (ubusmsg.h). */
export const OK = 0;
export const METHOD_NOT_FOUND = 3;
export const NOT_FOUND = 4;
export const TIMED_OUT = 7;
export const NOT_SUPPORTED = 8;
export const UNKNOWN_ERROR = 9;

export interface Call {
	object: string;
	method: string;
	args?: object;
}

/** The ubus code, and what was answered; anything may be missing from it. */
export interface Reply {
	code: number;
	data: any;
}

// One connection for good: one that is collected takes its pending requests along.
const connection = ubus.connect(null, 1) ?? die('ubus');

/**
 * Whether rpcd stands still until an answer is there. Before May 2025 the garbage collection of ucode, which rpcd runs after
 * each call, may free the answer of a deferred request on its way, and rpcd dies (99ee75a); `guard` came in July.
 */
export const WAITS = !exists(ubus, 'guard');

let latest: ubus.Deferred | null = null;

// Kept: a listener that is collected hears nothing.
const listeners: (ubus.Listener | null)[] = [];

/** The last request that was sent. rpcd waits for a method's answer when the method returns one of these. */
export function pending(): ubus.Deferred | null {
	return latest;
}

/**
 * Runs what the event loop calls back: an exception out of here would end rpcd (uloop_end in ucode's lib/uloop.c). False when
 * there was one.
 */
export function guarded(run: () => void): boolean {
	try {
		run();
		return true;
	} catch (e) {
		warn(`luci.wps: ${e.message}\n${e.stacktrace[0]?.context ?? ''}\n`);
		return false;
	}
}

/** Asks and waits for the answer, unless it is too late. */
function askNow(call: Call, deadline: number): Reply {
	if (now().monotonic >= deadline) return { code: TIMED_OUT, data: null };

	const data = connection.call(call.object, call.method, call.args ?? {});

	return { code: connection.error(true) ?? OK, data };
}

/**
 * Asks all at once and without blocking rpcd; where that is not safe, one after the other.
 * @param deadline  milliseconds since boot; whatever has not answered by then counts as TIMED_OUT
 * @param done      gets the replies in the order of the calls
 */
export function ask(calls: Call[], deadline: number, done: (replies: Reply[]) => void): void {
	if (WAITS) {
		guarded(() => done(map(calls, call => askNow(call, deadline))));
		return;
	}

	const replies: Reply[] = [];
	// One more than there are calls: nothing is done before all are sent.
	let missing = length(calls) + 1;
	let timer: uloop.Timer | null = null;

	const arrived = () => {
		missing--;
		if (missing > 0) return;
		timer?.cancel?.();
		guarded(() => done(replies));
	};
	const take = (i: number, code: number, data: any) => {
		if (replies[i]) return;
		replies[i] = { code, data: data ?? null };
		arrived();
	};

	const requests = map(calls, (call, i) => {
		const request = connection.defer(call.object, call.method, call.args ?? {}, (code, data) =>
			take(i, code, data)
		);
		// Nothing was sent, mostly because there is no such object: nobody calls back then.
		if (request === null) take(i, connection.error(true) ?? NOT_FOUND, null);
		else latest = request;
		return request;
	});

	if (missing > 1)
		timer = uloop.timer(max(1, deadline - now().monotonic), () =>
			map(requests, (request, i) => {
				request?.abort?.();
				take(i, TIMED_OUT, null);
			})
		);
	arrived();
}

/** Asks for something whose answer changes nothing. */
export function send(call: Call): void {
	ask([call], now().monotonic + 5000, () => null);
}

/** Tells whoever listens on the bus. */
export function announce(event: string, message: object): void {
	connection.event(event, message);
}

/** Calls back when an object whose name starts with `prefix` comes or goes; `name` is without it. */
export function watchObjects(prefix: string, changed: (name: string, there: boolean) => void): void {
	const listener = connection.listener('ubus.object.*', (event, message) => {
		if (index(message.path, prefix) === 0)
			guarded(() => changed(substr(message.path, length(prefix)), event === 'ubus.object.add'));
	});
	push(listeners, listener);
}

/** Calls back at each event of this name. */
export function listen(event: string, happened: (message: any) => void): void {
	push(
		listeners,
		connection.listener(event, (_name, message) => guarded(() => happened(message)))
	);
}

// Kept: an object that is collected is gone from the bus.
const objects: (ubus.Published | null)[] = [];

/** Serves an object of its own; false when the bus has one of that name. */
export function serve(name: string, methods: ubus.Methods): boolean {
	const object = connection.publish(name, methods);
	push(objects, object);

	return object !== null;
}

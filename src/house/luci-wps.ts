import type { Device } from '../contract/device';
import type { Network } from '../contract/status';
import { ask, OK, type Reply } from '../router/bus';
import { now } from '../router/time';

/*
 * luci.wps on this router.
 */

/** luci.wps answers within two seconds (docs/api.md), milliseconds. */
const PATIENCE = 4000;

function call(method: string, args: object, done: (reply: Reply) => void): void {
	ask([{ object: 'luci.wps', method, args }], now().monotonic + PATIENCE, replies => done(replies[0]));
}

/** Why it did not do what it was asked to; null: it did. Without a word from it, as while rpcd starts anew, it was not in time. */
function refusalOf(reply: Reply): string | null {
	return reply.code === OK ? null : (reply.data?.error?.code ?? 'timeout');
}

/**
 * Opens the window of a network.
 * @param by    the router at which somebody pressed
 * @param done  gets why it did not, or null
 */
export function open(ssid: string, by: string, done: (code: string | null) => void): void {
	call('start', { network: ssid, origin: 'house', by }, reply => done(refusalOf(reply)));
}

/** Closes it, because another router took the device or somebody cancelled there. */
export function close(ssid: string, by: string, done: (closed: boolean) => void): void {
	call('cancel', { network: ssid, origin: 'house', by }, reply => done(reply.code === OK));
}

/** Somebody asks this router, in the topics, to cancel. */
export function cancel(ssid: string, done: (code: string | null) => void): void {
	call('cancel', { network: ssid }, reply => done(refusalOf(reply)));
}

/** How its networks are; null: it does not answer. */
export function readNetworks(done: (networks: Network[] | null) => void): void {
	call('status', {}, reply => done(reply.code === OK ? (reply.data?.networks ?? []) : null));
}

export function readDevices(done: (devices: Device[] | null) => void): void {
	call('devices', {}, reply => done(reply.code === OK ? (reply.data?.devices ?? []) : null));
}

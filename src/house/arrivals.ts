import { MARKS } from './limits';
import type { Effect, HouseWindow } from './model';
import type { WindowReport } from './report';

/*
 * The router that a device came to gives it the keys, and the device goes with them to the one that it hears best: with SSID and
 * key the same it does not care who gave them. Only the others can tell that it is in. They know it by a mark, since addresses
 * are told to nobody.
 */

/** How long it is looked for, and how often, milliseconds: luci.wps waits for it for 30 s (core/window.ts, JOIN_GRACE). */
const EXPECTED = 35000;
const PACE = 1000;

/** A number that is made of an address, and that many addresses have. */
export function markOf(mac: string): number {
	let mark = 0;
	for (let i = 0; i < length(mac); i++) mark = (mark * 31 + (ord(mac, i) ?? 0)) % MARKS;

	return mark;
}

/** Another router has given the keys to a device, or has it back. */
export function expectDevice(window: HouseWindow, mark: number | null, at: number): void {
	if (mark === null) window.expected = null;
	else if (window.expected === null && !window.arrived) window.expected = { mark, next: at, until: at + EXPECTED };
}

/** Whether to look for it now; when that is next. */
export function isLookDue(window: HouseWindow, at: number): boolean {
	const expected = window.expected;
	if (expected === null || at < expected.next || at >= expected.until) return false;
	expected.next = at + PACE;

	return true;
}

/** Milliseconds until it is looked for; null: it is not. */
export function untilLook(window: HouseWindow, at: number): number | null {
	const expected = window.expected;

	return expected === null || at >= expected.until ? null : max(expected.next - at, 0);
}

/** Who is connected here; true: it is among them. */
export function findDevice(window: HouseWindow, macs: string[]): boolean {
	const mark = window.expected?.mark ?? null;
	if (mark === null || length(filter(macs, mac => markOf(mac) === mark)) === 0) return false;
	window.expected = null;
	window.arrived = true;

	return true;
}

/** Another router says that it has the device that was given the keys here. */
export function hearArrival(window: HouseWindow, name: string, told: WindowReport): Effect[] {
	const session = told.arrived ? (window.leaving?.session ?? null) : null;
	if (session === null) return [];
	window.leaving = null;

	return [{ kind: 'arrived', session, router: name }];
}

import type { ErrorCode } from '../contract/error';
import { readPin } from '../core/pin';
import { candidates, refusal } from '../core/target';
import { ask, METHOD_NOT_FOUND, NOT_FOUND, NOT_SUPPORTED, OK, send, TIMED_OUT } from '../router/bus';
import { BLANK, hostapdCall, isMac } from '../router/hostapd';
import { addPin, hasHostapdCli } from '../router/hostapd-cli';
import { linesCall, readLines } from '../router/journal';
import { runningTask } from './memory';
import { defineCommand, targetOf, type Request } from './request';
import { describe, lookFor } from './survey';
import * as sessions from './windows';

/** Only one start at a time: between the look at the router and hostapd's answer another one could slip in. */
let current: Request<'start'> | null = null;

/** Why hostapd opened no window. Code 8 says both "WPS is off" and "several devices asked": only the status tells which (facts 1.3). */
function tellRefusal(request: Request<'start'>, ifname: string, code: number): void {
	if (code === METHOD_NOT_FOUND) return request.fail('wps_not_supported');
	if (code === NOT_FOUND) return request.fail('not_on_air');
	if (code !== NOT_SUPPORTED) return request.fail('timeout');

	sessions.refresh(ifname, request.deadline, (at, seen) => {
		const overlap = seen.kind === 'answer' && seen.registrar.pbc === 'Overlap';

		if (overlap) sessions.refusedForOverlap(ifname, at);
		request.fail(overlap ? 'overlap' : 'wps_disabled');
	});
}

/** @param pin  of the device, null: by push button */
function open(request: Request<'start'>, pin: string | null, mac: string | null): void {
	lookFor(request, survey => {
		const meant = candidates(describe(survey).access_points, targetOf(request));
		const error = refusal(meant);
		if (error !== null) return request.fail(error);

		const network = filter(survey.networks, one => one.ifname === meant[0].ifname)[0];
		const ifname = network.ifname ?? '';
		const seen = survey.seen[ifname];
		const before = seen?.kind === 'answer' ? seen.registrar : BLANK;
		const cancel = hostapdCall(ifname, 'wps_cancel');
		// hostapd_cli ends well when hostapd refuses (facts §5); taking an earlier PIN back tells.
		const calls = pin === null ? [hostapdCall(ifname, 'wps_start')] : [cancel, linesCall(1)];

		ask(calls, request.deadline, replies => {
			const code = replies[0].code;
			const logged = pop(readLines(replies[1]))?.id ?? null;

			// A daemon that was only slow would open the window when nobody expects it any more.
			if (code === TIMED_OUT) send(cancel);
			if (code !== OK) tellRefusal(request, ifname, code);
			else if (pin !== null && !addPin(ifname, pin, mac, request.deadline)) request.fail('timeout');
			else {
				const method = pin === null ? 'pbc' : 'pin';
				request.answer({ session: sessions.opened(network, method, 'luci.wps', before, logged, request.who) });
			}
		});
	});
}

/** What is wrong with the arguments that name a device, if anything. */
function objectionTo(typed: string | null, pin: string | null, mac: string | null): ErrorCode | null {
	if (mac !== null && (typed === null || !isMac(mac))) return 'invalid_argument';
	if (typed === null) return null;
	if (pin === null) return 'pin_invalid';

	return hasHostapdCli() ? null : 'pin_unavailable';
}

/** `start`: opens the window on exactly one access point, by push button or for the device with this PIN. */
export const startMethod = defineCommand<'start'>({ ifname: '', section: '', pin: '', mac: '' }, request => {
	const typed: string | null = request.args.pin ?? null;
	const pin = readPin(typed ?? '');
	const mac = request.args.mac ? lc(request.args.mac) : null;
	const busy = current?.isPending?.() || runningTask() !== null;
	const objection = busy ? 'busy' : objectionTo(typed, pin, mac);

	if (objection === null) {
		current = request;
		open(request, pin, mac);
	} else request.fail(objection);
});

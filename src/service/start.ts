import type { ErrorCode } from '../contract/error';
import type { Network } from '../contract/network';
import type { Registrar } from '../contract/observation';
import type { Session } from '../contract/session';
import { cleanPin, isValidPin } from '../core/pin';
import { chooseTarget, refusal } from '../core/target';
import { ask, METHOD_NOT_FOUND, NOT_FOUND, NOT_SUPPORTED, OK, TIMED_OUT } from '../router/bus';
import { BLANK, hostapdCall, readObservation } from '../router/hostapd';
import { addPin, hasHostapdCli } from '../router/hostapd-cli';
import { now } from '../router/time';
import { defineCommand, textArgument, type Request } from './request';
import { runningTask } from './memory';
import { describe, lookAround, type Survey } from './survey';
import * as sessions from './windows';

/**
 * Only one start at a time: between the look at the router and hostapd's answer another one could slip in.
 * Milliseconds since boot until which one may be under way.
 */
let busy_until = 0;

/** What a refusal of `wps_start` means, but for code 8 (facts §13). */
function meaningOf(code: number): ErrorCode {
	switch (code) {
		case METHOD_NOT_FOUND:
			return 'wps_not_supported';
		case NOT_FOUND:
			return 'not_on_air';
		default:
			return 'timeout';
	}
}

/** Where to open, and what hostapd said there before. */
interface Spot {
	network: Network;
	ifname: string;
	before: Registrar;
}

interface DeviceKey {
	pin: string;
	mac: string | null;
}

type Done = (error: ErrorCode | null, session: Session | null) => void;

function spotOf(survey: Survey, ifname: string): Spot {
	const seen = survey.seen[ifname];

	return {
		network: filter(survey.networks, network => network.ifname === ifname)[0],
		ifname,
		before: seen?.kind === 'answer' ? seen.registrar : BLANK
	};
}

/** Code 8 says both "WPS is off" and "several devices asked": only the status tells which (facts 1.3). */
function tellOverlapFromOff(request: Request<'start'>, ifname: string, done: Done): void {
	ask([hostapdCall(ifname, 'wps_status')], request.deadline, replies => {
		const seen = readObservation(replies[0], null);
		const overlap = seen.kind === 'answer' && seen.registrar.pbc === 'Overlap';

		if (overlap) sessions.refusedForOverlap(ifname, now());
		done(overlap ? 'overlap' : 'wps_disabled', null);
	});
}

/** Opens by push button. */
function pushButton(request: Request<'start'>, spot: Spot, done: Done): void {
	ask([hostapdCall(spot.ifname, 'wps_start')], request.deadline, replies => {
		const code = replies[0].code;

		if (code === OK) {
			done(null, sessions.opened(spot.network, 'pbc', spot.before, now(), request.who));
		} else if (code === NOT_SUPPORTED) {
			tellOverlapFromOff(request, spot.ifname, done);
		} else {
			// A daemon that was only slow would open the window when nobody expects it any more.
			if (code === TIMED_OUT) ask([hostapdCall(spot.ifname, 'wps_cancel')], now().monotonic + 30000, () => null);
			done(meaningOf(code), null);
		}
	});
}

/** Opens for the device that shows this PIN. */
function enterPin(request: Request<'start'>, spot: Spot, key: DeviceKey, done: Done): void {
	if (addPin(spot.ifname, key.pin, key.mac))
		done(null, sessions.opened(spot.network, 'pin', spot.before, now(), request.who));
	else done('timeout', null);
}

function startOn(request: Request<'start'>, key: DeviceKey | null, done: Done): void {
	lookAround(request.deadline, survey => {
		if (survey === null) {
			done('timeout', null);
			return;
		}

		const choice = chooseTarget(describe(survey).access_points, {
			ifname: textArgument(request.args.ifname),
			section: textArgument(request.args.section)
		});
		const ap = choice.access_point;
		const error = ap === null ? choice.error : refusal(ap);

		if (ap === null || error !== null) {
			done(error, null);
			return;
		}

		const spot = spotOf(survey, ap.ifname ?? '');
		if (key === null) pushButton(request, spot, done);
		else enterPin(request, spot, key, done);
	});
}

/** What is wrong with the arguments that name a device, if anything. */
function objectionTo(pin: string | null, mac: string | null): ErrorCode | null {
	if (mac !== null && (pin === null || !match(mac, /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/s))) return 'invalid_argument';
	if (pin === null) return null;
	if (!isValidPin(cleanPin(pin))) return 'pin_invalid';

	return hasHostapdCli() ? null : 'pin_unavailable';
}

/** `start`: opens the window on exactly one access point, by push button or for the device with this PIN. */
export const startMethod = defineCommand<'start'>({ ifname: '', section: '', pin: '', mac: '' }, request => {
	const pin: string | null = request.args.pin ?? null;
	const mac = request.args.mac ? lc(request.args.mac) : null;
	const busy = now().monotonic < busy_until || runningTask() !== null;
	const objection = busy ? 'busy' : objectionTo(pin, mac);
	if (objection !== null) {
		request.fail(objection);
		return;
	}

	busy_until = request.deadline;
	startOn(request, pin === null ? null : { pin: cleanPin(pin), mac }, (error, session) => {
		busy_until = 0;
		if (session !== null) request.answer({ session });
		else request.fail(error ?? 'timeout');
	});
});

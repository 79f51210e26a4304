import type { ErrorCode } from '../contract/error';
import type { Network } from '../contract/network';
import type { Registrar } from '../contract/observation';
import { chooseTarget, refusal } from '../core/target';
import { ask, METHOD_NOT_FOUND, NOT_FOUND, NOT_SUPPORTED, OK, TIMED_OUT } from '../router/bus';
import { BLANK, hostapdCall, readObservation } from '../router/hostapd';
import { now } from '../router/time';
import { defineMethod, textArgument, type Request } from './request';
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

function networkOf(survey: Survey, ifname: string): Network {
	return filter(survey.networks, network => network.ifname === ifname)[0];
}

function registrarBefore(survey: Survey, ifname: string): Registrar {
	const seen = survey.seen[ifname];
	return seen?.kind === 'answer' ? seen.registrar : BLANK;
}

/** Code 8 says both "WPS is off" and "several devices asked": only the status tells which (facts 1.3). */
function tellOverlapFromOff(request: Request<'start'>, ifname: string, done: (error: ErrorCode) => void): void {
	ask([hostapdCall(ifname, 'wps_status')], request.deadline, replies => {
		const seen = readObservation(replies[0], null);
		const overlap = seen.kind === 'answer' && seen.registrar.pbc === 'Overlap';

		if (overlap) sessions.refusedForOverlap(ifname, now());
		done(overlap ? 'overlap' : 'wps_disabled');
	});
}

function openAt(
	request: Request<'start'>,
	survey: Survey,
	ifname: string,
	done: (error: ErrorCode | null) => void
): void {
	ask([hostapdCall(ifname, 'wps_start')], request.deadline, replies => {
		const code = replies[0].code;

		if (code === OK) {
			const session = sessions.opened(
				networkOf(survey, ifname),
				registrarBefore(survey, ifname),
				now(),
				request.who
			);
			request.answer({ session });
			done(null);
		} else if (code === NOT_SUPPORTED) {
			tellOverlapFromOff(request, ifname, done);
		} else {
			// A daemon that was only slow would open the window when nobody expects it any more.
			if (code === TIMED_OUT) ask([hostapdCall(ifname, 'wps_cancel')], now().monotonic + 30000, () => null);
			done(meaningOf(code));
		}
	});
}

function startOn(request: Request<'start'>, done: (error: ErrorCode | null) => void): void {
	lookAround(request.deadline, survey => {
		if (survey === null) {
			done('timeout');
			return;
		}

		const choice = chooseTarget(describe(survey).access_points, {
			ifname: textArgument(request.args.ifname),
			section: textArgument(request.args.section)
		});
		const ap = choice.access_point;
		const error = ap === null ? choice.error : refusal(ap);

		if (ap === null || error !== null) done(error);
		else if (ap.ifname === null) done('not_on_air');
		else openAt(request, survey, ap.ifname, done);
	});
}

/** `start`: opens the window on exactly one access point. */
export const startMethod = defineMethod<'start'>({ ifname: '', section: '', pin: '', mac: '' }, request => {
	if (now().monotonic < busy_until) {
		request.fail('busy');
		return;
	}

	busy_until = request.deadline;
	startOn(request, error => {
		busy_until = 0;
		if (error !== null) request.fail(error);
	});
});

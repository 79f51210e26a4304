import type { OpenWindow } from '../core/window';
import { matches, type Target } from '../core/target';
import { ask, METHOD_NOT_FOUND, NOT_FOUND, NOT_SUPPORTED, OK } from '../router/bus';
import { hostapdCall, readObservation } from '../router/hostapd';
import { now } from '../router/time';
import { defineCommand, textArgument, type Request } from './request';
import { lookAround, type Survey } from './survey';
import * as sessions from './windows';

/** Whether the caller's target exists at all. */
function isKnown(survey: Survey, target: Target): boolean {
	return (
		(target.ifname === null && target.section === null) ||
		length(filter(survey.networks, network => matches(target, network))) > 0
	);
}

/** hostapd tells in its status how the window really ended: a device may have been faster. */
function answerAsItIs(request: Request<'cancel'>, window: OpenWindow): void {
	ask([hostapdCall(window.ifname, 'wps_status')], request.deadline, replies => {
		const at = now();
		sessions.takeIn(window.ifname, readObservation(replies[0], null), at);
		sessions.settleDown();
		request.answer({ session: sessions.sessionOf(window.id, at) });
	});
}

function closeWindow(request: Request<'cancel'>, window: OpenWindow): void {
	ask([hostapdCall(window.ifname, 'wps_cancel')], request.deadline, replies => {
		const code = replies[0].code;

		if (code === OK) sessions.cancelling(window, request.who);
		if (index([OK, METHOD_NOT_FOUND, NOT_FOUND, NOT_SUPPORTED], code) >= 0) answerAsItIs(request, window);
		else request.fail('timeout');
	});
}

/** `cancel`: closes the window that is open, on the named access point or wherever it is. */
export const cancelMethod = defineCommand<'cancel'>({ ifname: '', section: '' }, request => {
	const target: Target = { ifname: textArgument(request.args.ifname), section: textArgument(request.args.section) };

	lookAround(request.deadline, survey => {
		if (survey === null) {
			request.fail('timeout');
			return;
		}

		const window = sessions.openMatching(target);
		if (window !== null) closeWindow(request, window);
		else if (isKnown(survey, target)) request.answer({ session: null });
		else request.fail('unknown_target');
	});
});

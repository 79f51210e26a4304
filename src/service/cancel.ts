import { matches } from '../core/target';
import type { Window } from '../core/window';
import { ask, METHOD_NOT_FOUND, NOT_FOUND, NOT_SUPPORTED, OK } from '../router/bus';
import { hostapdCall } from '../router/hostapd';
import { defineCommand, targetOf, type Request } from './request';
import { lookFor } from './survey';
import * as sessions from './windows';

function closeWindow(request: Request<'cancel'>, window: Window): void {
	const ifname = window.session.ifname;

	ask([hostapdCall(ifname, 'wps_cancel')], request.deadline, replies => {
		const code = replies[0].code;

		if (code === OK) sessions.cancelling(window, request.who);
		if (index([OK, METHOD_NOT_FOUND, NOT_FOUND, NOT_SUPPORTED], code) < 0) return request.fail('timeout');

		// hostapd tells in its status how the window really ended: a device may have been faster.
		sessions.refresh(ifname, request.deadline, at =>
			request.answer({
				session: filter(sessions.sessionsAt(at), session => session.id === window.session.id)[0] ?? null
			})
		);
	});
}

/** `cancel`: closes the window that is open, on the named access point or wherever it is. */
export const cancelMethod = defineCommand<'cancel'>({ ifname: '', section: '' }, request => {
	const target = targetOf(request);

	lookFor(request, survey => {
		const window = sessions.openOn(target);
		const named = target.ifname !== null || target.section !== null;

		if (window !== null) closeWindow(request, window);
		else if (named && length(filter(survey.networks, network => matches(target, network))) === 0)
			request.fail('unknown_target');
		else request.answer({ session: null });
	});
});

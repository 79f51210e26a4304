import type { Target } from '../core/target';
import type { Window } from '../core/window';
import { ask, METHOD_NOT_FOUND, NOT_FOUND, NOT_SUPPORTED, OK } from '../router/bus';
import type { Session } from '../contract/session';
import {
	askedOf,
	callerOf,
	cancelling,
	hostapdCall,
	isMeant,
	listening,
	lookFor,
	openOn,
	refresh,
	sessionOf,
	targetOf
} from './parts/look';
import type { AnyRequest, Request } from './request';
import type { Survey } from './survey';

/** A call that closes a window, whichever method it is of. */
export interface Closer extends AnyRequest {
	who: string;
	deadline: number;
	answer(data: { session: Session | null }): void;
}

/**
 * Closes it on every access point that still listens, and answers with what became of it.
 * @param reason  `house`: another router has taken the device; null: somebody wanted it
 */
export function closeWindow(request: Closer, window: Window, reason: 'house' | null): void {
	const parts = listening(window);
	const asked = askedOf(parts);

	ask(
		map(asked, part => hostapdCall(part.ifname, 'wps_cancel')),
		request.deadline,
		replies => {
			const codes = map(replies, reply => reply.code);

			if (index(codes, OK) >= 0) cancelling(window, request.who, reason);
			const unheard = filter(codes, code => index([OK, METHOD_NOT_FOUND, NOT_FOUND, NOT_SUPPORTED], code) < 0);
			if (length(unheard) > 0) return request.fail('timeout');

			// hostapd tells in its status how the window really ended: a device may have been faster.
			refresh(
				map(parts, part => part.ifname),
				request.deadline,
				at => request.answer({ session: sessionOf(window.session.id, at) })
			);
		}
	);
}

/** Whether this router has what is named. */
function isKnown(survey: Survey, target: Target): boolean {
	return length(filter(survey.networks, network => isMeant(target, network))) > 0;
}

/** `cancel`: closes the window that is open, on the named network or access point or wherever it is. */
export function cancel(request: Request<'cancel'>): void {
	const target = targetOf(request);
	const caller = target === null ? null : callerOf(request);
	if (target === null || caller === null) return;

	lookFor(request, survey => {
		const window = openOn(target);
		const named = target.network !== null || target.section !== null || target.ifname !== null;

		if (window !== null)
			closeWindow({ ...request, who: caller.by }, window, caller.origin === 'house' ? 'house' : null);
		else if (named && !isKnown(survey, target)) request.fail('unknown_target');
		else request.answer({ session: null });
	});
}

import { OVERLAP_TIME } from '../contract/limits';
import { markOf } from './arrivals';
import { end, networkNamed, runningWindow } from './house-window';
import type { Effect, Model, OwnNetwork } from './model';
import { causeOf, type Outcome } from './report';
import { windowEvent } from './window-events';

/** The parts of a session of luci.wps that matter here. */
export interface LocalSession {
	id: string;
	network: string;
	method: string;
	reason: string | null;
	peer: { mac: string; name: string | null } | null;
}

/**
 * Whether an overlap is that of this router alone: a device that another router has taken a moment ago was heard here as
 * well, and stands in the way of the next one here, but not there.
 */
function isStale(own: OwnNetwork, at: number): boolean {
	return own.joinedElsewhere !== null && at - own.joinedElsewhere < OVERLAP_TIME * 1000;
}

/** How a session of this router ended the house's window, if it did. */
function conclude(model: Model, own: OwnNetwork, type: string, session: LocalSession, at: number): boolean {
	const running = runningWindow(own);
	if (running === null) return false;
	const ending = type === 'success' ? 'joined' : (type as Outcome);
	const cause = causeOf(ending);

	if (cause !== null && (cause !== 'overlap' || !isStale(own, at))) {
		const mac = session.peer?.mac ?? null;
		if (type === 'success' && mac !== null) running.leaving = { session: session.id, mark: markOf(mac) };
		running.outcome = ending;
		running.cause = cause;
		running.router = model.name;
		running.device = session.peer?.name ?? null;
		end(model, own, running, at);
		return true;
	}
	running.outcome = type === 'timeout' ? 'timeout' : 'failed';
	running.code = type === 'timeout' ? null : (session.reason ?? type);
	// All have opened at once, so all of it is over; where they take turns others still listen.
	if (type === 'timeout' && length(running.order) === 0) end(model, own, running, at);

	return true;
}

/** A session of luci.wps has changed on this router. */
export function hearSession(model: Model, type: string, session: LocalSession, at: number): Effect[] {
	const own = networkNamed(model, session.network);
	if (own === null || session.method !== 'pbc') return [];

	own.busy = type === 'connecting';
	own.open = type === 'started' || type === 'connecting';
	if (type !== 'connecting') {
		own.asked = null;
		own.closingFor = null;
	}
	if (type === 'connecting') return [];
	// We have closed it ourselves: the house knows.
	const known = type === 'cancelled' && session.reason === 'house';
	if (known || type === 'started') {
		const running = runningWindow(own);
		if (!known && running !== null) {
			running.outcome = 'open';
			running.code = null;
		}
		return [{ kind: 'say', what: windowEvent(type, own, null, true, false) }];
	}

	const device = session.peer?.name ?? null;
	const window = own.window;
	const mine = window !== null && window.outcome === 'joined';
	// It was told when it got the keys; now it is in, and has a name perhaps.
	if (type === 'joined' && mine) {
		window.device = device ?? window.device;
		window.leaving = null;
	}
	const house = conclude(model, own, type, session, at) || (type === 'joined' && mine);
	// Who joins is told once, when it is in.
	const told = house && (type !== 'timeout' || window?.by === model.name);
	if (told && type === 'overlap' && window?.outcome === 'failed')
		return [
			{ kind: 'say', what: windowEvent(type, own, null, true, false) },
			{ kind: 'say', what: windowEvent('failed', own, null, false, true) }
		];

	return [{ kind: 'say', what: windowEvent(type, own, device, true, told) }];
}

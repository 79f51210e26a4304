import { HISTORY_LIMIT } from '../contract/limits';
import { now } from '../router/time';
import type { Request } from './request';
import { sessionsAt } from './windows';

/** `history`: the sessions since boot, newest first. */
export function tellHistory(request: Request<'history'>): void {
	const limit: number = request.args.limit ?? HISTORY_LIMIT;

	if (limit < 0) request.fail('invalid_argument', 'limit');
	else request.answer({ entries: sessionsAt(now(), min(limit, HISTORY_LIMIT)) });
}

import { HISTORY_LIMIT } from '../contract/limits';
import { now } from '../router/time';
import { defineMethod } from './request';
import { sessionsAt } from './windows';

/** `history`: the sessions since boot, newest first. */
export const historyMethod = defineMethod<'history'>({ limit: 0 }, request => {
	const limit: number = request.args.limit ?? HISTORY_LIMIT;

	if (limit < 0) request.fail('invalid_argument', 'limit');
	else request.answer({ entries: sessionsAt(now(), min(limit, HISTORY_LIMIT)) });
});

import type { Failure } from './error';
import type { Job } from './job';
import type { Session } from './session';
import type { Status } from './status';

/** The answers of `luci.wps` by method. */
export interface Answers {
	status: Status;
	start: { session: Session };
	cancel: { session: Session | null };
	enable: { job: Job };
	disable: { job: Job };
	history: { entries: Session[] };
	check_pin: { valid: true; pin: string } | { valid: false; code: 'pin_invalid' };
}

export type MethodName = keyof Answers;

export type Reply<M extends MethodName> = Answers[M] | Failure;

import type { Button } from './button';
import type { Device } from './device';
import type { Failure } from './error';
import type { ToldHouse } from './house';
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
	devices: { devices: Device[] };
	remove: { device: Device; for_good: boolean };
	rename: { device: Device };
	button: { button: Button };
	press: { session: Session | null };
	house: { house: ToldHouse | null };
	history: { entries: Session[] };
	check_pin: { valid: true; pin: string } | { valid: false; code: 'pin_invalid' };
}

export type MethodName = keyof Answers;

export type Reply<M extends MethodName> = Answers[M] | Failure;

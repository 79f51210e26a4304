import * as uloop from 'uloop';
import { guarded } from '../router/bus';

/** A clock that can be stopped, and set again: what uloop has cancelled never rings any more (ucode lib/uloop.c, uc_uloop_timeout_clear). */
export interface Alarm {
	timer: uloop.Timer | null;
	ring: () => void;
}

export function newAlarm(ring: () => void): Alarm {
	return { timer: null, ring };
}

export function stopAlarm(alarm: Alarm): void {
	alarm.timer?.cancel?.();
	alarm.timer = null;
}

/** Rings once, after so many milliseconds from now. */
export function setAlarm(alarm: Alarm, milliseconds: number): void {
	stopAlarm(alarm);
	alarm.timer = uloop.timer(milliseconds, () => {
		stopAlarm(alarm);
		guarded(alarm.ring);
	});
}

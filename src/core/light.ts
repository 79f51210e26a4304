import { OVERLAP_TIME } from '../contract/limits';
import type { Session } from '../contract/session';

/** What the WPS light on the case can say. */
export type Sign = 'progress' | 'error' | 'overlap' | 'success';

/** Milliseconds on and off; after `times` of both it is dark for `pause` more, and begins again. `off` 0: steadily on. */
export interface Pattern {
	on: number;
	off: number;
	times: number;
	pause: number;
}

/** The patterns of the specification (Wi-Fi Simple Configuration, user interface guidelines: LED indicators). */
export const PATTERNS: { [sign in Sign]: Pattern } = {
	progress: { on: 200, off: 100, times: 1, pause: 0 },
	error: { on: 100, off: 100, times: 1, pause: 0 },
	overlap: { on: 100, off: 100, times: 5, pause: 500 },
	success: { on: 100, off: 0, times: 1, pause: 0 }
};

/**
 * How long each stays, seconds: success as the specification has it, overlap for as long as hostapd refuses another start,
 * error long enough to walk to the router and look; null: until something happens.
 */
export const LASTING: { [sign in Sign]: number | null } = {
	progress: null,
	error: 60,
	overlap: OVERLAP_TIME,
	success: 300
};

const SIGNS: { [state in Session['state']]: Sign | null } = {
	waiting: 'progress',
	connecting: 'progress',
	success: 'success',
	joined: 'success',
	timeout: 'error',
	overlap: 'overlap',
	cancelled: null,
	failed: 'error',
	lost: 'error'
};

/** What the light says when this is the latest that happened; null: it is whose it was before. */
export function signOf(session: Session): Sign | null {
	return session.reason === 'not_connected' ? 'error' : SIGNS[session.state];
}

/** Brightness and milliseconds in the words of the kernel's `pattern` trigger, which fades unless it is told a jump of no time (ledtrig-pattern.c). */
export function patternText(pattern: Pattern, brightness: number): string {
	const steps: string[] = [];
	for (let i = 0; i < pattern.times; i++) {
		const dark = pattern.off + (i === pattern.times - 1 ? pattern.pause : 0);
		push(steps, `${brightness} ${pattern.on} ${brightness} 0 0 ${dark} 0 0`);
	}

	return join(' ', steps);
}

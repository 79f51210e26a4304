import type { Button } from './button';
import type { Device } from './device';
import type { Job } from './job';
import type { Session, SessionState } from './session';

/** What is told on the bus under `luci.wps` on every change: see "Events" in docs/api.md. */
export type Event =
	| { type: 'started' | Exclude<SessionState, 'waiting'>; session: Session }
	| { type: 'enabled' | 'disabled' | 'reverted' | 'job_failed'; job: Job }
	| { type: 'removed' | 'renamed'; device: Device }
	| { type: 'button'; button: Button };

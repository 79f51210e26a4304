import type { Moment } from '../contract/observation';

/** Now, on the clock that no time server moves and on the one that people read. */
export function now(): Moment {
	const monotonic = clock(true) ?? [0, 0];

	return { monotonic: monotonic[0] * 1000 + int(monotonic[1] / 1000000), epoch: time() };
}

import * as uloop from 'uloop';
import type { Session } from '../contract/session';
import { LASTING, PATTERNS, patternText, signOf, type Sign } from '../core/light';
import { guarded } from '../router/bus';
import { blink, canPlay, giveBack, light, play, readLight } from '../router/led';
import { now } from '../router/time';
import { keep, memory, touch } from './memory';
import { lookForLight } from './parts/look';

let timer: uloop.Timer | null = null;

/** The flashes of a pattern that the kernel can't play are over, and it is dark for a while. */
let pausing = false;

/** Shows a pattern from its beginning. Milliseconds until something has to be done for it; null: the kernel does it all. */
function begin(led: string, sign: Sign): number | null {
	const pattern = PATTERNS[sign];
	pausing = false;

	if (pattern.off === 0) light(led, true);
	else if (pattern.pause > 0 && canPlay(led)) play(led, brightness => patternText(pattern, brightness));
	else blink(led, pattern.on, pattern.off);

	// In the middle of the last darkness.
	return pattern.pause > 0 && !canPlay(led)
		? pattern.times * (pattern.on + pattern.off) - int(pattern.off / 2)
		: null;
}

/**
 * Comes back when the pattern needs a hand, or is over. What was set before may still ring, and finds nothing to do: a timer
 * that was cancelled could never be set again (ucode lib/uloop.c, uc_uloop_timeout_clear).
 */
function come(step: number | null): void {
	const until = memory.light.shown?.until ?? null;
	const left = until === null ? null : max(1, until - now().monotonic);

	if (step !== null || left !== null) timer?.set?.(min(step ?? left ?? 1, left ?? step ?? 1));
}

/** The LED is whose it was before. */
function release(): void {
	const shown = memory.light.shown;
	if (shown === null) return;

	giveBack(shown.led, shown.former);
	memory.light = { shown: null };
	touch();
	keep();
}

/** Shows this, from now on; what the LED did before is written down first, for whoever comes after us. */
function show(sign: Sign): void {
	const lasting = LASTING[sign];
	const until = lasting === null ? null : now().monotonic + lasting * 1000;
	const shown = memory.light.shown;
	// A pattern without an end goes on as it is.
	if (shown !== null && shown.sign === sign && until === null) return;

	const led = shown === null ? lookForLight() : shown.led;
	const former = shown?.former ?? (led === null ? null : readLight(led));
	if (led === null || former === null) return;

	memory.light = { shown: { led, former, sign, until } };
	touch();
	keep();
	come(begin(led, sign));
}

function isOpen(): boolean {
	return length(filter(memory.windows, window => window.session.open)) > 0;
}

/** The light follows what becomes of the sessions: as long as one is open it is that one's. */
export function followLight(session: Session, before: Session | null): void {
	if (before !== null && before.state === session.state && before.reason === session.reason) return;

	const sign = isOpen() ? 'progress' : signOf(session);

	if (sign === null) release();
	else show(sign);
}

/** Somebody pressed the button, and there was nothing to open. */
export function showError(): void {
	if (!isOpen()) show('error');
}

function tick(): void {
	const shown = memory.light.shown;
	if (shown === null) return;
	if (shown.until !== null && shown.until <= now().monotonic) return release();

	const pattern = PATTERNS[shown.sign];
	if (pattern.pause === 0 || canPlay(shown.led)) come(null);
	else if (pausing) come(begin(shown.led, shown.sign));
	else {
		pausing = true;
		light(shown.led, false);
		come(pattern.pause + int(pattern.off / 2));
	}
}

timer = uloop.timer(-1, () => guarded(tick));

/** Takes up what the last run of the handler showed: it goes on, or the LED is given back. */
export function resumeLight(): void {
	const shown = memory.light.shown;
	if (shown === null) return;

	// Another version may know other signs.
	if (!exists(LASTING, shown.sign) || (shown.until === null && !isOpen())) release();
	else come(begin(shown.led, shown.sign));
}

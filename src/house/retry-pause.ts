/** The longest pause before the broker is tried again, milliseconds: alone, and while a window is open. */
const LONGEST = 60000;
const LONGEST_OPEN = 4000;

/** How long to wait after so many failures in a row, milliseconds. */
export function pauseAfter(failures: number, open: boolean): number {
	let pause = 1000;
	for (let i = 1; i < failures && pause < LONGEST; i++) pause *= 2;

	return min(pause, open ? LONGEST_OPEN : LONGEST);
}

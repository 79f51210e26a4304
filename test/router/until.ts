/** How long a machine that has much else to do may take for what takes a moment, seconds. */
const PATIENCE = 150;

/** Waits in real time until something is so. Nothing is measured here: the limit only ends what would never end. */
export async function until(
	condition: () => boolean | Promise<boolean>,
	what: string,
	seconds = PATIENCE
): Promise<void> {
	const end = performance.now() + seconds * 1000;
	while (!(await condition())) {
		if (performance.now() > end) throw new Error(`Not within ${seconds} s: ${what}`);
		await pause(5);
	}
}

/** Lets real time pass. */
export function pause(milliseconds: number): Promise<void> {
	return new Promise(done => setTimeout(done, milliseconds));
}

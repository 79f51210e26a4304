/** Waits in real time until something is so. */
export async function until(condition: () => boolean | Promise<boolean>, seconds: number, what: string): Promise<void> {
	const end = performance.now() + seconds * 1000;
	while (!(await condition())) {
		if (performance.now() > end) throw new Error(`Not within ${seconds} s: ${what}`);
		await new Promise(done => setTimeout(done, 10));
	}
}

/** Lets real time pass. */
export function pause(milliseconds: number): Promise<void> {
	return new Promise(done => setTimeout(done, milliseconds));
}

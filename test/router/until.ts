import { availableParallelism, loadavg } from 'node:os';

/** How much longer everything takes here than on a machine that has nothing else to do. */
function slowness(): number {
	return Math.max(1, (1.5 * loadavg()[0]!) / availableParallelism());
}

/** Waits in real time until something is so; on a busy machine longer. */
export async function until(condition: () => boolean | Promise<boolean>, seconds: number, what: string): Promise<void> {
	const limit = seconds * slowness();
	const end = performance.now() + limit * 1000;
	while (!(await condition())) {
		if (performance.now() > end) throw new Error(`Not within ${limit.toFixed(1)} s: ${what}`);
		await new Promise(done => setTimeout(done, 10));
	}
}

/** Lets real time pass. */
export function pause(milliseconds: number): Promise<void> {
	return new Promise(done => setTimeout(done, milliseconds));
}

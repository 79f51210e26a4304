import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something is so, looking often; an error that says what for when it is not within the seconds. */
export async function until<T>(
	condition: () => T | Promise<T>,
	seconds: number,
	what: string,
	details: () => unknown = () => ''
): Promise<NonNullable<T>> {
	const end = performance.now() + seconds * 1000;
	for (;;) {
		const found = await condition();
		if (found) return found as NonNullable<T>;
		if (performance.now() >= end) {
			const more = details();
			throw new Error(
				`Waited ${seconds.toFixed(0)} s for ${what}${more ? `: ${typeof more === 'string' ? more : JSON.stringify(more)}` : ''}`
			);
		}
		await sleep(50);
	}
}

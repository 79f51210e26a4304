import type { Order } from '../control';
import { find, forget } from './places';

/** Which simulator is asked. */
let wanted: Parameters<typeof find> = [null];

export function choose(...chosen: Parameters<typeof find>): void {
	wanted = chosen;
}

async function send(order: Order): Promise<Response> {
	const place = find(...wanted);
	const response = await fetch(`http://127.0.0.1:${place.port}/simulator`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', 'X-Simulator': place.token },
		body: JSON.stringify(order)
	}).catch(() => null);
	if (response && response.status !== 403) return response;
	// its process lives, or somebody else's with that number, but the simulator does not
	forget(place);
	throw new Error(`The simulator on port ${place.port} is gone: npx wps-sim start`);
}

/** Asks the running simulator. */
export async function ask<T>(order: Order): Promise<T> {
	return (await (await send(order)).json()) as T;
}

/** Listens to the running simulator, line by line, until it ends. */
export async function listen(order: Order, onLine: (line: string) => void): Promise<void> {
	let rest = '';
	const decoder = new TextDecoder();
	for await (const chunk of (await send(order)).body as unknown as AsyncIterable<Uint8Array>) {
		const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
		rest = lines.pop()!;
		lines.forEach(onLine);
	}
}

/*
 * npx tsx test/bench/house.ts [routers]: one press of a house, with a real broker and the compiled bridges in this process
 * Says how long it takes from the press to the last router open, and from a join to the last one closed; then what is said and
 * what goes on while nothing happens.
 */
import { Home } from '../house/home';

const ROUNDS = 10;
/** Seconds of quiet that are looked at. */
const QUIET = 60;

const count = Number(process.argv[2] ?? 10);
const names = Array.from({ length: count }, (_none, number) => `router${number}`);
const home = await Home.start(names);

/** Milliseconds by the wall until something is so; looks all the time. */
async function measure(done: () => boolean): Promise<number> {
	const began = performance.now();
	while (!done()) await new Promise(setImmediate);
	return performance.now() - began;
}

const tell = (what: string, times: number[]) => {
	const sorted = times.toSorted((a, b) => a - b).map(Math.round);
	console.log(`${what}: median ${sorted[sorted.length >> 1]} ms, at most ${sorted.at(-1)} ms of ${times.length}`);
};

const opening: number[] = [];
const closing: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
	home.router(names[round % count]!).luci.press();
	opening.push(await measure(() => home.all.every(({ open }) => open)));
	await home.settled();
	home.router(names[(round + 1) % count]!).luci.join();
	closing.push(await measure(() => home.all.every(({ open }) => !open)));
	// a person does not press more often, and neither are more obeyed
	await home.clock.pass(10_000);
	await home.settled();
}
console.log(`${count} routers in one process, one broker`);
tell('press to last router open', opening);
tell('join to last router closed', closing);

await home.listen();
home.heard.length = 0;
const started = () => home.all.reduce((sum, { bridge }) => sum + bridge.outside.started.length, 0);
const [calls, before] = [home.all.reduce((sum, { bus }) => sum + bus.calls.length, 0), started()];
await home.clock.pass(QUIET * 1000);
const asked = home.all.reduce((sum, { bus }) => sum + bus.calls.length, 0) - calls;
console.log(`${QUIET} s of quiet: ${home.heard.length} messages, ${started() - before} processes, ${asked} calls`);
await home.end();

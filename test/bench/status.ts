/*
 * npm run bench: what one `status`, and one second of an open window, costs the compiled handler on the simulated router: calls,
 * files opened, bytes read, files asked about, and milliseconds of this machine. With an empty history, and with a full one.
 */
import { VirtualClock } from '../router/clock';
import { costOf, watched, type Cost } from './cost';

const LOOKS = 200;
/** A window is open for two minutes. */
const TICKS = 100;

const WIDTHS = [16, 14, 9, 6, 7, 7, 6, 13];
const print = (...cells: (string | number)[]) =>
	console.log(cells.map((cell, i) => String(cell).padStart(WIDTHS[i]!)).join(' '));

/** Milliseconds that it takes, on the average. */
function timed(rounds: number, what: () => void): string {
	const began = performance.now();
	for (let round = 0; round < rounds; round++) what();
	return ((performance.now() - began) / rounds).toFixed(2);
}

const row = (what: string, count: number, sessions: number, { calls, opened, bytes, asked }: Cost, time: string) =>
	print(what, count, sessions, calls, opened, bytes, asked, time);

print('', 'access points', 'sessions', 'calls', 'opened', 'bytes', 'asked', 'milliseconds');
for (const count of [2, 8, 64])
	for (const [sessions, devices] of [
		[0, 0],
		[50, 20]
	] as const) {
		const clock = new VirtualClock();
		const router = watched(count, sessions, devices, clock);
		const look = () => router.call('luci.wps', 'status');
		for (let i = 0; i < 4; i++) {
			clock.advance(11_000);
			look();
		}
		row('status', count, sessions, costOf(router, look), timed(LOOKS, look));

		router.call('luci.wps', 'start', { section: 'net0' });
		clock.advance(3_500);
		const tick = () => clock.advance(1_000);
		row('window, a second', count, sessions, costOf(router, tick), timed(TICKS, tick));
	}

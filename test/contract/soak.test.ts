import { deepEqual, equal, ok } from 'node:assert/strict';
import { twoAtOnce } from '../router/devices';
import type { Session } from '../../src/contract/session';
import { house, onSimulator, type TestRouter } from './target';

/** More of them by hand, before a release: SOAK_WINDOWS=5000. The history is full after 50. */
const WINDOWS = Number(process.env['SOAK_WINDOWS'] ?? 250);
/** What a window may take, milliseconds: eight times what it takes on a quiet machine of 2 cores. */
const PATIENCE = 500;
const SEED = Number(process.env['SOAK_SEED'] ?? 1);
const PIN = '12345670';
const STATE_FILE = '/var/run/luci-wps.json';

/** mulberry32 */
function dice(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** What devices, people and services do with one window. */
const STORIES: Record<string, (router: TestRouter, ifname: string) => void> = {
	'nobody comes': () => {},
	'one is out of range': router => void router.press('doorbell', 'never come'),
	joins: router => void router.press('printer', 'join'),
	'joins and forgets': router => void router.press('lamp', 'join then forget'),
	fails: router => void router.press('scanner', 'fail'),
	'fails, then another joins': router => {
		router.press('scanner', 'fail');
		router.advance(8);
		router.press('printer', 'join');
	},
	'two at once': router => twoAtOnce(router.device('television'), router.device('camera')),
	'cancelled by us': router => void router.cancel(),
	'cancelled by a shell': (router, ifname) => void router.bus.call(`hostapd.${ifname}`, 'wps_cancel'),
	'started again by a shell': (router, ifname) => void router.bus.call(`hostapd.${ifname}`, 'wps_start'),
	'the button of the router': router => router.pressStockButton()
};

const RESTARTS: Record<string, (router: TestRouter) => void> = {
	rpcd: router => router.rpcd.restart(),
	hostapd: router => router.hostapd.restart(),
	netifd: router => router.netifd.restart(),
	'one access point': router => void router.hostapd.restartBss('phy0-ap0')
};

describe('soak', () => {
	onSimulator(
		`${WINDOWS} windows with restarts in between: each ends once, and nothing grows`,
		function () {
			const random = dice(SEED);
			const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
			const router = house();
			router.setOptions('home', { wpa_psk_file: '/etc/hostapd-wps-home.psk' });
			router.advance(5);

			const ended = new Map<string, Session>();
			const told = new Map<string, string[]>();
			let opened = 0;
			let largest = 0;
			let pending = 0;
			const story: string[] = [];

			const look = (): void => {
				const entries = router.history();
				equal(new Set(entries.map(({ id }) => id)).size, entries.length);
				for (const session of entries) if (!session.open) ended.set(session.id, session);
				largest = Math.max(largest, router.files.text(STATE_FILE)?.length ?? 0);
				pending = Math.max(pending, router.clock.pending);
			};

			try {
				while (opened < WINDOWS) {
					const ifname = pick(['phy0-ap0', 'phy1-ap0']);
					const way = random() < 0.2 ? 'pin' : 'pbc';
					const result = router.call('start', { ifname, ...(way === 'pin' && { pin: PIN }) });
					if (result.code !== 0) {
						// Somebody still remembers the last story.
						ok(
							['overlap', 'not_on_air', 'already_open', 'unknown_target'].includes(
								result.data.error.code
							),
							JSON.stringify(result)
						);
						router.advance(30);
						look();
						continue;
					}
					opened++;
					story.splice(0, story.length - 5);
					const what = pick(Object.keys(STORIES));
					story.push(`${opened} ${ifname} ${way} ${what}`);
					router.advance(random() * 20);
					if (way === 'pin' && what === 'joins') router.device('printer').joinByPin(PIN);
					else STORIES[what]?.(router, ifname);
					if (random() < 0.15) {
						const restart = pick(Object.keys(RESTARTS));
						story.push(`restart of ${restart}`);
						router.advance(random() * 5);
						RESTARTS[restart]?.(router);
					}
					router.advance(1 + random() * 170);
					if (random() < 0.3) router.status();
					look();
					for (const { type, session } of router.handlerEvents as any[]) {
						if (!session) continue;
						const events = told.get(session.id) ?? [];
						told.set(session.id, [...events, type]);
					}
					for (const device of router.devices.values()) device.leave();
					// What a router does not keep either.
					router.events.length = 0;
					router.bus.calls.length = 0;
					router.log.length = 0;
				}
				router.advance(400);
				look();
				for (const { type, session } of router.handlerEvents as any[])
					if (session) told.set(session.id, [...(told.get(session.id) ?? []), type]);

				const open = router.history().filter(session => session.open);
				deepEqual(open, []);
				ok(told.size >= WINDOWS);
				for (const [id, events] of told) {
					const ends = events.filter(type => !['started', 'connecting', 'joined'].includes(type));
					deepEqual([events[0], ends.length], ['started', 1], `${id}: ${events.join(', ')}`);
					ok(events.filter(type => type === 'joined').length <= 1);
					const session = ended.get(id);
					ok(session, `${id} is in no history: ${events.join(', ')}`);
					equal(session.state, events.at(-1), JSON.stringify(session));
				}
				deepEqual(
					[...ended.keys()].filter(id => !told.has(id)),
					[]
				);
				const states = new Set([...ended.values()].map(({ state }) => state));
				for (const state of ['success', 'joined', 'timeout', 'overlap', 'cancelled', 'lost'] as const)
					ok(states.has(state), `${state} never came`);
				ok(largest < 40_000, `state file of ${largest} bytes`);
				ok(pending < 40, `${pending} timers`);
				ok(router.clock.pending < 10, `${router.clock.pending} timers at the end`);
				equal(router.rpcd.running, true);
			} catch (error) {
				console.error(`SOAK_SEED=${SEED}: ${story.join('; ')}`);
				throw error;
			}
		},
		WINDOWS * PATIENCE
	);
});

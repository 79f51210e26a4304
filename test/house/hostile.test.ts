import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { Home } from './home';
import { atOnce } from './scenes';
import { until } from '../router/until';

const HOME = 'n486f6d65';
const HOUSE = 'wps/1/house/command';

const start = (home: Home, id: string, more: object = {}) =>
	JSON.stringify({ id, command: 'start', network: 'Home', at: home.epoch, ...more });

/** What a router says whom the test plays. */
function document(seq: number, window: object | null, more: object = {}): string {
	const told = window && { ids: ['ghost.1'], by: 'ghost', age: 0, order: [], outcome: 'open', ...window };
	const network = { ssid: 'Home', ready: true, problem: null, open: told !== null, window: told };
	return JSON.stringify({
		version: 1,
		name: 'ghost',
		run: 'r1',
		seq,
		there: true,
		networks: { [HOME]: network },
		...more
	});
}
const GHOST = 'wps/1/router/ghost/state';

/** As much of it as is looked at here. */
interface Told {
	networks: Record<string, { window: { ids: string[]; outcome: string } | null }>;
}

const sessions = (home: Home) => home.all.map(({ luci }) => luci.sessions.length);
const replies = (home: Home, name: string) =>
	home.on(`wps/1/router/${name}/reply`) as { id: string; ok: boolean; error?: { code: string } }[];

describe('What the broker brings', function () {
	this.timeout(300_000);
	const scene = atOnce(['attic', 'cellar', 'hall']);

	scene('a command for the house is obeyed once by each router, and answered by one', async home => {
		await home.listen();
		const order = start(home, 'order-1');
		await home.say(HOUSE, order);
		await home.opened();
		await home.say(HOUSE, order);
		home.router('cellar').luci.join();
		await home.closed();
		await home.say(HOUSE, order);
		await home.settled();
		await home.clock.pass(2500);
		deepEqual(sessions(home), [1, 1, 1]);
		deepEqual(
			['attic', 'cellar', 'hall'].map(name => replies(home, name)),
			[[{ id: 'order-1', ok: true }], [], []]
		);
	});

	scene('a command for the house is obeyed by another router when the first is deaf', async home => {
		for (const pid of home.router('attic').bridge.outside.pids) process.kill(pid, 'SIGSTOP');
		await home.listen();
		await home.say(HOUSE, start(home, 'order-1'));
		await home.opened(['cellar', 'hall']);
		await until(() => replies(home, 'cellar').length + replies(home, 'hall').length > 0, 'one answers');
	});

	scene('a command for one router is obeyed by that one, and a cancel', async home => {
		await home.say('wps/1/router/hall/command', start(home, 'order-2'));
		await home.opened(['hall']);
		await home.settled();
		deepEqual(sessions(home), [0, 0, 1]);
		await home.say('wps/1/router/hall/command', start(home, 'order-3', { command: 'cancel' }));
		await home.closed(['hall']);
	});

	scene('a cancel for the house closes all', async home => {
		home.router('hall').luci.press();
		await home.opened();
		await home.say(HOUSE, start(home, 'order-4', { command: 'cancel', network: undefined, key: HOME }));
		await home.closed();
	});

	scene('a command that is old, of tomorrow, or without a time is not obeyed, and told', async home => {
		await home.listen();
		await home.say(HOUSE, start(home, 'old', { at: home.epoch - 35 }));
		await home.say(HOUSE, start(home, 'new', { at: home.epoch + 35 }));
		await home.say(HOUSE, start(home, 'none', { at: undefined }));
		await home.say(HOUSE, start(home, 'guest', { network: 'Guest' }));
		await until(() => replies(home, 'attic').length === 4, 'four answers');
		deepEqual(
			replies(home, 'attic').map(({ id, error }) => [id, error?.code]),
			[
				['old', 'too_old'],
				['new', 'clock'],
				['none', 'malformed'],
				['guest', 'unknown_network']
			]
		);
		await home.settled();
		deepEqual(sessions(home), [0, 0, 0]);
	});

	scene('what it had kept is not obeyed, by nobody who comes to it later', async home => {
		await home.listen();
		await home.say(GHOST, document(1, {}), '-r');
		await home.opened();
		for (const { luci } of home.all) luci.change('cancelled');
		await home.closed();
		await home.say(HOUSE, start(home, 'kept'), '-r');
		await home.opened();
		for (const { luci } of home.all) luci.change('timeout');
		// it is the last that they say
		const last = (name: string) => (home.on(`wps/1/router/${name}/state`).at(-1) as Told).networks[HOME]?.window;
		const isOver = ({ name }: { name: string }) =>
			last(name)?.ids.join() === 'kept' && last(name)?.outcome === 'timeout';
		await until(() => home.all.every(isOver), 'all have said that it is over');
		const shed = home.add('shed');
		await home.connected();
		await home.settled();
		await home.clock.pass(1200);
		equal(shed.luci.sessions.length, 0);
		ok(shed.other('ghost')?.there);
	});

	scene('messages that come twice, or in another order, change nothing', async home => {
		await home.say(GHOST, document(1, null));
		await home.say(GHOST, document(3, {}));
		await home.opened();
		await home.say(GHOST, document(5, { outcome: 'joined', device: 'lamp' }));
		await home.closed();
		for (const seq of [3, 4, 5, 3]) await home.say(GHOST, document(seq, {}));
		// another life of that router, and a late word of the one before
		await home.say(GHOST, document(1, null, { run: 'r2' }));
		await home.say(GHOST, document(9, { ids: ['ghost.2'] }));
		// the same press once more
		await home.say(GHOST, document(2, {}, { run: 'r2' }));
		await home.say(GHOST, document(4, null, { run: 'r2' }));
		await home.say(GHOST, document(3, {}, { run: 'r2' }));
		await home.settled();
		deepEqual(sessions(home), [1, 1, 1]);
		equal(home.router('attic').other('ghost')?.networks[0]?.open, false);
	});

	scene('an old press of another router is not obeyed, an old end is', async home => {
		await home.say(GHOST, document(1, { age: 16 }));
		await home.settled();
		deepEqual(sessions(home), [0, 0, 0]);
		await home.say(GHOST, document(2, { ids: ['ghost.2'], age: 14 }));
		await home.opened();
		await home.say(GHOST, document(3, { ids: ['ghost.2'], age: 500, outcome: 'overlap' }));
		await home.closed();
	});

	scene('nonsense, of any size and on every topic, opens nothing and breaks nothing', async home => {
		const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
		const big = JSON.stringify({ ...JSON.parse(start(home, 'big')), more: 'x'.repeat(1 << 20) });
		const document_ = JSON.parse(document(1, {})) as { networks: Record<string, object> };
		const nonsense = [
			'',
			'{',
			'null',
			'[]',
			'"start"',
			'0',
			'{}',
			deep,
			big,
			'\n0 7b7d wps/1/house/command\n',
			`\u0000${start(home, 'nul')}`,
			start(home, 'a'.repeat(65)),
			start(home, '../../etc'),
			start(home, 'x', { command: 'restart' }),
			start(home, 'y', { command: ['start'] }),
			start(home, 'z', { network: ['Home'] }),
			start(home, 'w', { at: String(home.epoch) }),
			start(home, 'v', { network: '__proto__' }),
			start(home, 'u', { network: null, key: '__proto__' }),
			document(1, {}, { run: 7 }),
			document(1, {}, { seq: -1 }),
			document(1, {}, { seq: '1' }),
			document(1, {}, { there: 'yes' }),
			document(1, { ids: [] }),
			document(1, { ids: ['a b'] }),
			document(1, { ids: Array.from({ length: 9 }, (_none, id) => `i${id}`) }),
			document(1, { by: '<script>' }),
			document(1, { age: -1 }),
			document(1, { age: 86_401 }),
			document(1, { outcome: 'opened' }),
			document(1, { order: ['ghost', 5] }),
			document(1, { order: ['hall', 'ghost', 'hall'] }),
			document(1, { order: Array.from({ length: 13 }, (_none, router) => `r${router}`) }),
			JSON.stringify({ ...document_, networks: { Home: document_.networks[HOME] } }),
			JSON.stringify({ ...document_, networks: [document_.networks[HOME]] })
		];
		for (const payload of nonsense) {
			for (const topic of [HOUSE, 'wps/1/router/hall/command', 'wps/1/house/uuid'])
				await home.say(topic, payload || ' ');
			await home.say('wps/1/router/odd/state', payload || ' ');
		}
		await home.say('wps/1/router/a b/state', document(1, {}));
		await home.say(`wps/1/router/${'n'.repeat(33)}/state`, document(1, {}));
		await home.say('wps/1/router/odd/odd/state', document(1, {}));
		await home.settled();
		deepEqual(sessions(home), [0, 0, 0]);
		for (const { bridge, house, files } of home.all) {
			deepEqual(bridge.stderr, []);
			deepEqual(
				house?.routers.filter(({ name }) => !['attic', 'cellar', 'hall', 'odd'].includes(name)),
				[]
			);
			const uuid = () => /^\toption uuid '(.*)'$/m.exec(files.text('/etc/config/wps') ?? '')?.[1];
			await until(() => uuid() !== undefined, 'the house has a UUID');
			match(uuid() ?? '', /^77707300-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
		}
		home.router('hall').luci.press();
		await home.opened();
	});

	scene('hostile texts are shown as texts', async home => {
		const evil = '<img src=x onerror=alert(1)>\u0007\u202e';
		home.router('hall').luci.press();
		await home.opened();
		await home.say(GHOST, document(1, { ids: ['ghost.9'] }));
		await home.say(
			GHOST,
			document(2, { ids: ['ghost.9'], outcome: 'joined', device: `${evil}\nluci.wps: all is well` })
		);
		await home.closed();
		const attic = home.router('attic');
		ok(attic.log.some(line => line.includes('<img src=x onerror=alert(1)>?')));
		ok(attic.log.every(line => !/\p{Cc}/u.test(line)));
	});
});

describe('A flood', function () {
	this.timeout(300_000);
	const scene = atOnce(['attic', 'cellar', 'hall']);

	scene('of commands opens no more than one person could, and nobody else is kept waiting', async home => {
		await home.listen();
		const lines = Array.from({ length: 400 }, (_none, number) =>
			start(home, `flood-${number}`, { command: number % 2 ? 'cancel' : 'start' })
		);
		await home.flood(HOUSE, lines);
		await home.flood(
			'wps/1/router/hall/command',
			lines.map(line => line.replace('flood', 'more'))
		);
		await home.settled();
		await home.clock.pass(2500);
		for (const count of sessions(home)) ok(count <= 7, `${count} windows`);
		for (const { luci } of home.all) {
			const cancels = luci.bus.calls.filter(({ object, method }) => object === 'luci.wps' && method === 'cancel');
			ok(cancels.length < 25, `${cancels.length} times asked to cancel`);
		}
		for (const { name, bridge } of home.all) {
			const posts = bridge.outside.started.filter(({ env }) => env['XDG_CONFIG_HOME']?.endsWith('/post'));
			ok(posts.length < 40, `${posts.length} messages`);
			const answers = posts.length && home.on(`wps/1/router/${name}/reply`).length;
			ok(answers < 12, `${answers} answers`);
		}
		for (const { luci } of home.all) if (luci.open) luci.change('cancelled');
		await home.closed();
		home.router('cellar').luci.press();
		await home.opened(['cellar']);
	});
});

describe('More than a person does', function () {
	this.timeout(300_000);
	const scene = atOnce(['attic', 'hall']);

	scene('is refused with a word, and a minute later the next one is obeyed', async home => {
		const order = 'wps/1/router/hall/command';
		const { luci } = home.router('hall');
		await home.listen();
		for (const id of ['one', 'two', 'three']) {
			await home.say(order, start(home, id));
			await home.opened(['hall']);
			luci.change('cancelled');
		}
		await home.say(order, start(home, 'four'));
		await until(() => replies(home, 'hall').length === 4, 'four answers');
		deepEqual(replies(home, 'hall').at(-1)?.error, { code: 'busy' });
		equal(luci.sessions.length, 3);
		await home.say(HOUSE, start(home, 'five'));
		await home.settled();
		equal(luci.sessions.length, 4, 'attic has opened, and hall follows it');
		for (const router of home.all) if (router.open) router.luci.change('cancelled');

		await home.clock.pass(60_000);
		await home.say(order, start(home, 'six'));
		await until(() => luci.sessions.length === 5, 'it opens once more');
	});

	scene('said as another router, opens ten windows at once and one every ten seconds', async home => {
		const { luci } = home.router('hall');
		for (let number = 1; number <= 14; number++) {
			await home.say(GHOST, document(number, { ids: [`ghost.${number}`] }));
			await home.settled();
			for (const router of home.all) if (router.open) router.luci.change('timeout');
		}
		const most = 10 + Math.ceil((home.clock.monotonic() - 60_000) / 10_000);
		ok(luci.sessions.length >= 10 && luci.sessions.length <= most, `${luci.sessions.length} windows, not ${most}`);
		ok(luci.sessions.length < 14);
	});

	scene('of the same, while it is open, opens nothing', async home => {
		for (let number = 1; number <= 30; number++)
			await home.say(GHOST, document(number, { ids: [`ghost.${number}`] }));
		await home.settled();
		deepEqual(sessions(home), [1, 1]);
	});
});

describe('A house', function () {
	this.timeout(300_000);
	let home: Home;
	afterEach(() => home.end());

	it('may have a hundred routers', async () => {
		home = await Home.start(['attic', 'cellar', 'hall']);
		const names = Array.from({ length: 150 }, (_none, number) => `r${number}`);
		for (const name of names) {
			const topic = `wps/1/router/${name}/state`;
			await home.say(topic, document(1, null, { name }), '-r');
		}
		await until(() => home.router('attic').house?.routers.length === 128, 'as many as a house has are known');
		const shed = home.add('shed');
		await until(() => shed.connected && shed.house?.routers.length === 128, 'a new one knows them as well');
		home.router('attic').luci.press();
		await home.opened(['attic', 'cellar', 'hall']);
		await home.say(
			'wps/1/router/r50/state',
			document(2, { ids: [home.router('attic').idOfPress()], outcome: 'joined' })
		);
		await home.closed(['attic', 'cellar', 'hall']);
	});

	it('may have clocks that are two minutes apart', async () => {
		home = await Home.start(['attic', 'cellar']);
		home.add('hall', { skew: -120 });
		home.add('shed', { skew: 86_400 });
		await home.connected();
		home.router('hall').luci.press();
		await home.opened();
		home.router('shed').luci.join();
		await home.closed();
		// a command is of one clock: who has another one follows whoever believes it
		await home.say(HOUSE, start(home, 'order'));
		await home.opened();
	});
});

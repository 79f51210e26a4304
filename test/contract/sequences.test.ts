import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Message } from '../router/bus';
import type { Behaviour, Device } from '../router/devices';
import { reboot } from '../router/power';
import type { Release } from '../router/release';
import { meaning } from './switching';
import { HOME, onSimulator, RADIO0, RADIO1, STATUS, TestRouter, wireless } from './target';

/*
 * Whatever people, devices and accidents do, in whatever order: what holds at every moment, and what holds once all is quiet.
 * SEQUENCES and SEED play others, so many from a number on. Those that are played always come, among others, to keys of which
 * nobody knows whether they were handed over, and to clocks that jump while a window is open.
 */
const { SEQUENCES, SEED } = process.env;
const SEEDS = SEQUENCES
	? Array.from({ length: Number(SEQUENCES) }, (_none, number) => Number(SEED ?? 1) + number)
	: [2, 36, 63, 90, 112, 118, 119];
const STEPS = 30;
const RELEASES: Release[] = ['25.12', '24.10', '22.03'];

const PIN = '12345670';
const NAMES = ['printer', 'lamp', 'scanner'];
const BEHAVIOURS: Behaviour[] = ['join', 'join', 'join then forget', 'fail'];
const OWN_KEY = /^[0-9a-f]{64}$/;

/** What `enable` and `disable` are there for; all else in the configuration is somebody's. */
const OURS = ['wps_pushbutton', 'wps_independent', 'wpa_psk_file'];
const OUR_LINE = /^(skip_cred_build=1$|extra_cred=\/etc\/hostapd-wps-|uuid=77707300-)/;

/** The same numbers for the same seed (mulberry32). */
function numbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};
}

/** A router in such a life, and what is known of it besides what it says. */
class Life {
	readonly router: TestRouter;
	readonly devices: Device[];
	/** The last key of each device, and those that were taken away for good. */
	readonly keys = new Map<string, string>();
	readonly withdrawn = new Set<string>();
	readonly remaining = new Map<string, number>();
	readonly secrets = new Set<string>([HOME.key, PIN, 'theirPassphrase']);
	readonly theirs: unknown;
	staged: string | null = null;

	constructor(release: Release) {
		const home = { ...HOME, wps_device_name: 'Attic', hostapd_bss_options: ['wpa_passphrase=theirPassphrase'] };
		this.router = new TestRouter({
			release,
			config: wireless({
				radio0: RADIO0,
				home,
				radio1: RADIO1,
				home5: { ...HOME, device: 'radio1', isolate: '1' }
			})
		});
		this.router.mayCrash = true;
		this.devices = NAMES.map(name => this.router.device(name, { autoReconnect: true }));
		this.theirs = this.others();
	}

	device(number: number): Device {
		return this.devices[number % this.devices.length]!;
	}

	/** The configuration without what is ours. */
	others(): unknown {
		return meaning(this.router.files).map(section =>
			Object.entries(section)
				.filter(([name]) => !OURS.includes(name))
				.map(([name, value]) => [name, [value].flat().filter(line => !OUR_LINE.test(String(line)))])
				.filter(([, lines]) => lines!.length > 0)
				.sort()
		);
	}

	call(method: string, args: Message = {}): any {
		if (!this.router.rpcd.running) return null;
		const { code, data } = this.router.call('luci.wps', method, args);
		if (!this.router.rpcd.running) return null;
		if (code !== 0) equal(code, STATUS[data?.error?.code], `${method}: ${JSON.stringify(data)}`);
		this.holdsNoSecret(JSON.stringify(data), method);
		return code === 0 ? data : null;
	}

	wait(seconds: number): void {
		for (let second = 0; second < seconds; second++) {
			this.router.advance(1);
			this.look();
		}
	}

	/** No two devices have one key of their own, and what was taken away for good does not come back. */
	look(): void {
		for (const { mac, credential } of this.devices) {
			if (credential === null || !OWN_KEY.test(credential.key)) continue;
			this.keys.set(mac, credential.key);
			this.secrets.add(credential.key);
		}
		equal(new Set(this.keys.values()).size, this.keys.size, 'two devices have one key');
		if (!this.router.rpcd.running) return;
		const text = this.router.files.text('/etc/hostapd-wps-home.psk') ?? '';
		for (const key of this.withdrawn) ok(!text.includes(key), 'a key that was withdrawn is back');
	}

	holdsNoSecret(text: string, where: string): void {
		for (const secret of this.secrets) ok(!text.includes(secret), `${secret} in ${where}`);
	}

	check(): void {
		this.look();
		const { router, staged } = this;
		const { files, log, handlerEvents, rpcd } = router;
		deepEqual([rpcd.stderr, rpcd.lost], [[], []]);
		// It may wait for a hostapd that hangs, up to 23.05.
		rpcd.blocked.splice(0);
		this.holdsNoSecret(
			JSON.stringify([log.filter(line => !line.includes(' hostapd: ')), handlerEvents]),
			'what is told'
		);
		for (const path of ['/etc/config/wps', '/var/run/luci-wps.json'])
			this.holdsNoSecret(files.text(path) ?? '', path);
		deepEqual(this.others(), this.theirs, 'what others wrote');
		if (staged !== null) equal(files.text('/tmp/.uci/wireless'), staged, 'what others staged');

		for (const { session } of this.call('status')?.networks ?? []) {
			if (!session || session.remaining === null) continue;
			ok(session.remaining <= (this.remaining.get(session.id) ?? 120), `more remains of ${session.id}`);
			this.remaining.set(session.id, session.remaining);
		}
	}

	/** Two minutes later nothing is open and nothing runs, and the next device gets a key that nobody has had. */
	end(): void {
		const { router } = this;
		Object.assign(router.hostapd, { hung: false, slow: 0 });
		router.files.readOnly = [];
		router.files.drop('/tmp/.uci/wireless');
		this.staged = null;
		router.rpcd.spare();
		this.wait(2);
		router.rpcd.start();
		this.wait(130);
		this.check();
		for (const { ifname, registrar } of router.hostapd.bssList)
			deepEqual([registrar?.pbc ?? false, registrar?.pins.size ?? 0], [false, 0], ifname);
		for (const { session, job } of this.call('status').networks)
			deepEqual([session?.open ?? false, job?.state === 'running'], [false, false]);

		this.call('start', { network: 'Home' });
		const { mac } = router.press('newcomer');
		this.wait(10);
		const key = router.device('newcomer').credential?.key ?? '';
		ok(
			!OWN_KEY.test(key) || ![...this.keys.values(), ...this.withdrawn].includes(key),
			`${mac} gets a key of others`
		);
	}
}

const HOME_NET = { network: 'Home' };

const DEEDS: Record<string, (life: Life, number: number) => unknown> = {
	start: (life, n) => life.call('start', [{}, HOME_NET, { ifname: 'phy0-ap0' }, { ...HOME_NET, pin: PIN }][n % 4]),
	join: (life, n) => {
		life.call('start', HOME_NET);
		life.device(n).pressButton(BEHAVIOURS[(n >> 3) % 4]);
		life.wait(4 + (n % 6));
	},
	device: (life, n) => life.device(n).pressButton(BEHAVIOURS[(n >> 3) % 4]),
	pin: (life, n) => life.device(n).joinByPin(n % 3 ? PIN : '12345678'),
	comes: (life, n) => life.device(n).reconnect(),
	cancel: life => life.call('cancel'),
	press: life => life.call('press'),
	enable: (life, n) => life.call('enable', { ...HOME_NET, keys: n % 4 ? 'own' : 'shared', force: n % 5 === 0 }),
	disable: (life, n) => life.call('disable', { ...HOME_NET, force: n % 5 === 0 }),
	rename: (life, n) => life.call('rename', { mac: life.device(n).mac, name: `n'${n}` }),
	remove: (life, n) => {
		const { mac } = life.device(n);
		const key = life.keys.get(mac);
		if (life.call('remove', { mac })?.for_good && key !== undefined) life.withdrawn.add(key);
	},
	'two calls at once': (life, n) => {
		if (!life.router.rpcd.running) return;
		life.router.send('start', n % 2 ? HOME_NET : { ...HOME_NET, pin: PIN });
		if (n % 3) life.router.advance((n % 5) / 20);
		life.call(['cancel', 'start', 'press', 'enable', 'disable'][n % 5]!, n % 5 > 2 ? HOME_NET : {});
	},
	seconds: (life, n) => life.wait(n % 10),
	minute: (life, n) => life.wait(20 + (n % 50)),
	clock: ({ router }, n) => router.clock.setEpoch(router.clock.epoch() + ((n % 7) - 3) * 100_000),
	'rpcd restarts': ({ router }) => router.rpcd.restart(),
	'rpcd dies': ({ router }, n) => router.rpcd.kill(1 + (n % 40)),
	'rpcd starts': ({ router }) => (router.rpcd.spare(), router.rpcd.start()),
	'hostapd restarts': ({ router }) => router.hostapd.restart(),
	'hostapd hangs': ({ router }, n) => (router.hostapd.hung = n % 3 === 0),
	'netifd reloads': ({ router }) => router.netifd.reload(),
	'the power goes': life => {
		reboot(life.router);
		life.staged = null;
		life.wait(40);
	},
	'nothing can be written': ({ router }, n) => (router.files.readOnly = n % 2 ? ['/etc'] : []),
	'the log is gone': ({ router }) => router.logd.forget(),
	staged: (life, n) => {
		const { router } = life;
		if (n % 2) router.stage([{ command: 'set', section: 'radio0', option: 'country', value: 'DE' }]);
		else router.files.drop('/tmp/.uci/wireless');
		life.staged = router.files.text('/tmp/.uci/wireless');
	}
};

/** What is done more often than the rest. */
const OFTEN = ['start', 'join', 'join', 'join', 'join', 'seconds', 'seconds', 'rpcd starts', 'remove', 'remove'];
const ALL = [...Object.keys(DEEDS), ...OFTEN];

describe('any order of calls, devices and accidents', () => {
	for (const seed of SEEDS)
		onSimulator(`number ${seed}`, () => {
			const next = numbers(seed);
			const life = new Life(RELEASES[seed % RELEASES.length]!);
			const done: string[] = [];
			const act = (name: string, number: number): void => {
				done.push(`${name} ${number}`);
				DEEDS[name]?.(life, number);
				life.check();
			};
			try {
				act('enable', 1);
				act('minute', 0);
				for (let step = 0; step < STEPS; step++) act(ALL[next() % ALL.length]!, next() % 1000);
				life.end();
			} catch (error) {
				throw new Error(done.join(', '), { cause: error });
			}
		});
});

import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ToldHouse } from '../../src/contract/house';
import { Bridge } from '../router/bridge';
import { Bus } from '../router/bus';
import type { Clock } from '../router/clock';
import { Files } from '../router/files';
import { Broker } from '../router/broker';
import { until } from '../router/until';
import { CountingClock, HouseClock, SkewedClock } from './clock';
import { LuciWps } from './luci-wps';

/** What follows from a message is done within, milliseconds: luci.wps takes 5 here. */
const SETTLING = 400;

export interface RouterOptions {
	/** Seconds. */
	skew?: number;
	/** More of `config house`. */
	options?: Record<string, string>;
	ssid?: string;
	/** Files of the router's. */
	files?: Record<string, string>;
}

/** A router of the house: bus, files and luci.wps around the real bridge. */
export class Router {
	readonly clock: Clock;
	readonly bus: Bus;
	readonly files: Files;
	readonly luci: LuciWps;
	readonly bridge: Bridge;
	/** What wakes the bridge. */
	readonly alarms: CountingClock;
	readonly log: string[] = [];

	constructor(
		readonly name: string,
		port: number,
		time: Clock,
		{ skew = 0, options = {}, ssid = 'Home', files = {} }: RouterOptions = {}
	) {
		this.clock = skew === 0 ? time : new SkewedClock(time, skew);
		this.bus = new Bus(this.clock);
		this.files = new Files(this.clock);
		this.luci = new LuciWps(this.bus, this.clock, ssid);
		const { bus } = this;
		this.alarms = new CountingClock(this.clock);
		const lines = Object.entries({ broker: '127.0.0.1', port: String(port), name, ...options }).map(
			([option, value]) => `\toption ${option} '${value}'`
		);
		this.files.put('/etc/config/wps', ["config house 'house'", ...lines, ''].join('\n'));
		this.files.put('/proc/sys/kernel/hostname', 'OpenWrt\n');
		for (const [path, text] of Object.entries(files)) this.files.put(path, text, { mode: 0o600 });
		this.bridge = new Bridge({
			clock: this.alarms,
			bus,
			files: this.files,
			syslog: line => void this.log.push(line)
		});
		this.bridge.start();
	}

	get house(): ToldHouse | null {
		return this.bridge.picture as ToldHouse | null;
	}

	get connected(): boolean {
		return this.house?.connected ?? false;
	}

	/** What it knows of another router. */
	other(name: string): ToldHouse['routers'][number] | undefined {
		return this.house?.routers.find(router => router.name === name);
	}

	get open(): boolean {
		return this.luci.open;
	}

	/** The name of the press that runs, as its bridge made it. */
	idOfPress(): string {
		return `${this.name}.${this.luci.session?.id}`;
	}
}

export interface Heard {
	topic: string;
	payload: string;
	retained: boolean;
}

/** A broker, routers, and somebody who hears all that is said. */
export class Home {
	readonly routers = new Map<string, Router>();
	readonly heard: Heard[] = [];
	readonly clock = new HouseClock();
	#strangers = 0;
	readonly #listeners: ChildProcess[] = [];

	private constructor(readonly broker: Broker) {}

	static async start(names: string[], options: RouterOptions = {}, broker?: Broker): Promise<Home> {
		const home = new Home(broker ?? (await Broker.start()));
		for (const name of names) home.add(name, options);
		try {
			await home.connected();
		} catch (failure) {
			await home.end();
			throw failure;
		}
		return home;
	}

	add(name: string, options: RouterOptions = {}): Router {
		const router = new Router(name, this.broker.port, this.clock, options);
		this.routers.set(name, router);
		return router;
	}

	router(name: string): Router {
		return this.routers.get(name)!;
	}

	get all(): Router[] {
		return [...this.routers.values()];
	}

	/** Every router is connected and knows the others, with their networks. */
	async connected(): Promise<void> {
		const isThere = (other: ReturnType<Router['other']>) => other?.there && other.networks.length > 0;
		const know = (router: Router) =>
			router.connected && this.all.every(({ name }) => name === router.name || isThere(router.other(name)));
		await until(() => this.all.every(know), 'all routers know each other');
	}

	async opened(names = [...this.routers.keys()]): Promise<void> {
		await until(() => names.every(name => this.router(name).open), `${names.join(', ')} open`);
	}

	async closed(names = [...this.routers.keys()]): Promise<void> {
		await until(() => names.every(name => !this.router(name).open), `${names.join(', ')} closed`);
	}

	/** All that was said until now has been heard by every router that is connected, and done. */
	async settled(): Promise<void> {
		const who = this.all.filter(({ connected }) => connected);
		// Messages of one topic and another come in the order in which the broker got them.
		const name = `stranger${++this.#strangers}`;
		const topic = `wps/0/router/${name}/state`;
		// Again, because a client that does not know yet that the broker was away misses it.
		const saying = (payload: string | null, done: (router: Router) => boolean) => async () => {
			await this.say(topic, payload);
			return who.every(done);
		};
		await until(
			saying('{}', router => router.other(name) !== undefined),
			'all have heard a stranger'
		);
		await this.clock.pass(SETTLING);
		await until(
			saying(null, router => router.other(name) === undefined),
			'all have forgotten the stranger'
		);
	}

	/** Says something as anybody might; null: nothing at all. */
	async say(topic: string, payload: string | null, ...options: string[]): Promise<void> {
		const to = ['-h', '127.0.0.1', '-p', String(this.broker.port), '-q', '1', '-t', topic];
		const child = spawn('mosquitto_pub', [...to, payload === null ? '-n' : '-s', ...options], {
			stdio: ['pipe', 'ignore', 'inherit']
		});
		child.stdin.on('error', () => {});
		child.stdin.end(payload ?? '');
		const code = await new Promise(done => child.on('exit', done));
		if (code !== 0) throw new Error(`mosquitto_pub ends with ${code}`);
	}

	/** Says a line a message, as fast as the broker takes them. */
	async flood(topic: string, lines: string[]): Promise<void> {
		const child = spawn('mosquitto_pub', ['-h', '127.0.0.1', '-p', String(this.broker.port), '-t', topic, '-l']);
		child.stdin.end(`${lines.join('\n')}\n`);
		await new Promise(done => child.on('exit', done));
	}

	/** Writes down what is said from now on, and what the broker has kept. */
	async listen(): Promise<void> {
		const options = ['-h', '127.0.0.1', '-p', String(this.broker.port), '-q', '1', '-t', '#', '-F', '%r %t %p'];
		const child = spawn('mosquitto_sub', options, { stdio: ['ignore', 'pipe', 'inherit'] });
		this.#listeners.push(child);
		createInterface(child.stdout).on('line', line => {
			const [, retained, topic, payload] = /^([01]) (\S+) (.*)$/.exec(line) ?? [];
			if (topic) this.heard.push({ topic, payload: payload!, retained: retained === '1' });
		});
		const ask = async () => {
			await this.say('listening', '1');
			return this.heard.some(({ topic }) => topic === 'listening');
		};
		await until(ask, 'the listener hears');
		await this.heardAll();
	}

	/** Whoever listens has heard all that was said until now. */
	async heardAll(): Promise<void> {
		const mark = `mark${++this.#strangers}`;
		await this.say('listening', mark);
		await until(() => this.heard.some(({ payload }) => payload === mark), 'the listener hears');
		for (let at = this.heard.length - 1; at >= 0; at--)
			if (this.heard[at]!.topic === 'listening') this.heard.splice(at, 1);
	}

	/** By the clock of a router that is not off, seconds. */
	get epoch(): number {
		return this.clock.epoch();
	}

	/** The messages of a topic. */
	on(topic: string): unknown[] {
		return this.heard.filter(message => message.topic === topic).map(({ payload }) => JSON.parse(payload));
	}

	/** What is worth knowing when a test has failed. */
	describe(): string {
		return this.all
			.map(({ name, log, house, luci, bridge }) => {
				const states = luci.sessions.map(({ state, reason }) => `${state}(${reason})`).join(' ');
				return [name, `connected ${house?.connected}`, states, ...log, ...bridge.stderr].join('\n\t');
			})
			.join('\n');
	}

	async end(): Promise<void> {
		for (const child of this.#listeners) child.kill('SIGKILL');
		for (const router of this.all) router.bridge.end();
		this.clock.stop();
		await this.broker.end();
		const crashed = this.all.find(({ bridge }) => bridge.crashed !== null);
		if (crashed) throw crashed.bridge.crashed;
	}
}

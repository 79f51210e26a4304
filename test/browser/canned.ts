import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import type { BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';
import type { Device } from '../../src/contract/device';
import type { Job } from '../../src/contract/job';
import type { MethodName } from '../../src/contract/methods';
import { PROBLEMS } from '../../src/contract/problem';
import type { Problem, ProblemCode } from '../../src/contract/problem';
import type { Session, SessionState } from '../../src/contract/session';
import type { AccessPoint, Band, Network, Status } from '../../src/contract/status';
import { compiledFile } from '../router/http';
import { pages } from '../router/page/index';
import { launch, LIMIT, look, LUCI_DIR } from './stage';

/*
 * A router that says what it is told to say: states that are hard to bring a simulated one into, and many of them quickly.
 */

/** The router's clock. */
export const NOW = 1_795_700_100;

export const ADDRESS = 'http://canned.test';

/** Any part of a reply, with the rest as usual. */
type Some<T> = Partial<T>;

export function problem(code: ProblemCode, rest: Some<Problem> = {}): Problem {
	const { fix, refusal } = PROBLEMS[code];
	return { code, severity: refusal ? 'error' : 'warning', option: null, fix, seconds: null, sections: [], ...rest };
}

export function accessPoint(section: string, band: Band, rest: Some<AccessPoint> = {}): AccessPoint {
	const number = band === '2g' ? 0 : 1;
	return {
		ifname: `phy${number}-ap${section.includes('guest') ? 1 : 0}`,
		section,
		radio: `radio${number}`,
		bssid: `02:00:00:00:0${number}:00`,
		band,
		channel: number ? 36 : 6,
		enabled: true,
		ready: true,
		on_air: true,
		problems: [],
		...rest
	};
}

/** A network on these bands, ready unless told; with problems it is not, if one of them is an error. */
export function network(ssid: string, bands: Band[], rest: Some<Network> = {}): Network {
	const base = ssid.toLowerCase().replace(/\W+/g, '_');
	const aps = bands.map(band => accessPoint(`${base}_${band}`, band));
	const stopped = rest.problems?.some(({ severity }) => severity === 'error') ?? false;
	const off = rest.problems?.some(({ code }) => code === 'wps_disabled') ?? false;
	return {
		ssid,
		sections: aps.map(({ section }) => section),
		bands: stopped ? [] : bands,
		enabled: !off,
		ready: !stopped,
		keys: 'shared',
		problems: [],
		session: null,
		job: null,
		access_points: aps,
		...rest
	};
}

export function device(name: string | null, rest: Some<Device> = {}): Device {
	return {
		mac: '02:00:5e:00:53:10',
		name,
		own_name: null,
		network: 'Home',
		section: 'home_5g',
		joined: NOW - 86_400 * 3,
		key: 'shared',
		kept: true,
		online: true,
		ifname: 'phy1-ap0',
		band: '5g',
		signal: -48,
		ip: '192.168.1.42',
		...rest
	};
}

/** A session on the network, in this state. */
export function session(state: SessionState, rest: Some<Session> = {}): Session {
	const open = state === 'waiting' || state === 'connecting';
	const peer = { mac: '02:00:5e:00:53:10', name: 'printer', ip: '192.168.1.42', signal: -48, authorized: true };
	return {
		id: `${NOW}-${state}`,
		network: 'Home',
		ifnames: ['phy0-ap0', 'phy1-ap0'],
		ifname: open ? null : 'phy1-ap0',
		section: open ? null : 'home_5g',
		method: 'pbc',
		origin: 'luci.wps',
		by: 'root',
		state,
		open,
		started: NOW - 13,
		ended: open ? null : NOW - 1,
		duration: 120,
		remaining: open ? 107 : 0,
		attempts_failed: 0,
		reason: null,
		peer: ['connecting', 'success', 'joined'].includes(state) ? peer : null,
		...rest
	} as Session;
}

export function job(state: Job['state'], rest: Some<Job> = {}): Job {
	const ended = state === 'running' ? null : NOW - 1;
	return {
		id: `${NOW}-job`,
		network: 'Home',
		sections: ['home_2g', 'home_5g'],
		kind: 'enable',
		state,
		code: null,
		started: NOW - 5,
		ended,
		...rest
	};
}

export function status(networks: Network[], rest: Some<Status> = {}): Status {
	return {
		supported: true,
		daemon: {
			package: 'wpad-mbedtls',
			installed_has_wps: true,
			running_has_wps: true,
			pin_available: true,
			package_manager: 'apk',
			remedy: null
		},
		networks,
		button: { present: true, action: 'network', network: 'Home' },
		light: 'green:wps',
		guard: null,
		house: null,
		now: NOW,
		...rest
	};
}

const BOTH: Band[] = ['2g', '5g'];

/** A house as most are: its own network on both bands, and one for guests without a password. */
export const home = (rest: Some<Network> = {}): Network => network('Home', BOTH, rest);
export const guests = (): Network => network('Guests', ['2g'], { enabled: false, problems: [problem('open_network')] });

export const DEVICES: Device[] = [
	device('printer'),
	device('Television', {
		mac: '02:00:5e:00:53:11',
		key: 'own',
		band: '2g',
		ifname: 'phy0-ap0',
		signal: -67,
		ip: '192.168.1.50'
	}),
	device(null, {
		mac: '02:00:5e:00:53:12',
		online: false,
		signal: null,
		ip: null,
		key: 'lost',
		kept: false,
		ifname: null,
		band: null
	})
];

export interface Call {
	object: string;
	method: string;
	args: Record<string, unknown>;
}

interface Message {
	id: number;
	params: [session: string, object: string, method: string, args: Record<string, unknown>];
}

/** Who comes, with what. */
export interface Visitor {
	theme?: string;
	/** A folder of po/: the page is in that language. */
	language?: string;
	context?: BrowserContextOptions;
}

/** A router that answers what it is told to answer, and what it was asked. */
export class Canned {
	status: Status;
	devices: Device[] = [];
	history: Session[] = [];
	mayWrite = true;
	mayReadKeys = true;
	readonly calls: Call[] = [];
	/** By method: what it does, and a body or a ubus code that it answers with. */
	readonly answers: Partial<Record<MethodName, (args: Record<string, unknown>) => unknown>> = {};
	/** What the pages complained about. */
	readonly complaints: string[] = [];
	/** What objects other than luci.wps answer. */
	others: (call: Call) => unknown[] = () => [0, {}];
	#language = 'en';
	readonly #contexts: BrowserContext[] = [];
	readonly #pages = pages(LUCI_DIR ? { luciDir: LUCI_DIR } : {});

	constructor(networks: Network[], rest: Some<Status> = {}) {
		this.status = status(networks, rest);
	}

	/** From now on the router says this; who has the page open looks. */
	say(networks: Network[], rest: Some<Status> = {}): void {
		this.status = status(networks, { ...this.status, ...rest, networks });
		for (const page of this.#contexts.flatMap(context => context.pages())) look(page).catch(() => {});
	}

	/** What was asked of luci.wps by this method, newest last. */
	asked(method: MethodName): Record<string, unknown>[] {
		return this.calls.filter(call => call.object === 'luci.wps' && call.method === method).map(({ args }) => args);
	}

	#answer(call: Call): unknown[] {
		const { object, method, args } = call;
		if (object === 'session' && method === 'access') {
			const access = args['scope'] === 'uci' ? this.mayReadKeys : this.mayWrite;
			return [0, { access }];
		}
		if (object !== 'luci.wps') return this.others(call);
		const answer = this.answers[method as MethodName]?.(args);
		if (answer !== undefined) return typeof answer === 'number' ? [answer] : [0, answer];
		switch (method) {
			case 'status':
				return [0, this.status];
			case 'devices':
				return [0, { devices: this.devices }];
			case 'history':
				return [0, { entries: this.history }];
			default:
				return [0, { [method]: {} }];
		}
	}

	#reply({ id, params: [, object, method, args] }: Message): object {
		const call = { object, method, args };
		this.calls.push(call);
		return { jsonrpc: '2.0', id, result: this.#answer(call) };
	}

	/** The answer to a request of the browser. */
	reply(request: Request): { status: number; contentType?: string; body: string } {
		const { pathname, searchParams: query } = new URL(request.url());
		if (pathname.startsWith('/ubus')) {
			const message = JSON.parse(request.postData()!) as Message | Message[];
			const reply = Array.isArray(message) ? message.map(one => this.#reply(one)) : this.#reply(message);
			return { status: 200, contentType: 'application/json', body: JSON.stringify(reply) };
		}
		const cookies = { sysauth_http: 'canned', simulator_language: this.#language };
		const page = this.#pages({ method: request.method(), path: pathname, query, cookies, body: '' });
		if (page) return { status: page.status, contentType: page.type, body: String(page.body) };
		const file = compiledFile(pathname);
		return file
			? { status: 200, contentType: 'text/javascript', body: readFileSync(file, 'utf8') }
			: { status: 404, body: '' };
	}

	/** Opens the tab in a browser of its own. */
	async open({ theme = 'bootstrap', language = 'en', context = {} }: Visitor = {}): Promise<Page> {
		const opened = await (await launch()).newContext({ viewport: { width: 1100, height: 900 }, ...context });
		this.#contexts.push(opened);
		const page = await opened.newPage();
		page.setDefaultTimeout(LIMIT);
		page.on('pageerror', error => this.complaints.push(String(error.stack)));
		page.on('dialog', dialog => this.complaints.push(`dialog: ${dialog.message()}`));
		this.#language = language;
		await page.route(`${ADDRESS}/**`, route => route.fulfill(this.reply(route.request())));
		await page.goto(`${ADDRESS}/cgi-bin/luci/admin/network/wireless/wps?theme=${theme}`);
		await page.locator('.wps h2').waitFor();
		await page.addStyleTag({ content: '#simulator { display: none }' });
		return page;
	}

	async close(): Promise<void> {
		await Promise.all(this.#contexts.map(context => context.close()));
		assert.deepEqual(this.complaints, []);
	}
}

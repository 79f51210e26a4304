import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Message } from '../router/bus';
import { fromBytes, toBytes } from '../router/ucode/bytes';
import { VirtualClock } from '../router/clock';
import { JsonRpc } from '../router/jsonrpc';
import { since as isSince, USUAL, type Release } from '../router/release';
import { SimulatedRouter, type RouterOptions } from '../router/router';
import { PATIENCE, REMOTE } from '../live/remote';
import type { Session } from '../../src/contract/session';

/** The real interpreter is a process of its own: calls to and fro take their time. */
const SLOWNESS = process.env['UCODE'] ? 10 : 1;

/** Every call answers within a second. */
const ANSWER_WITHIN = 1000;

export interface Result {
	code: number;
	data: any;
}

/** Whatever answers as `luci.wps`. */
export interface Target {
	call(method: string, args?: Message): Result;
}

/** What each failed call carries beside its body. */
export const STATUS: Record<string, number> = {
	invalid_argument: 2,
	ambiguous_target: 2,
	unknown_target: 4,
	unknown_device: 4,
	not_on_air: 4,
	not_saved: 9,
	already_open: 6,
	wps_not_supported: 3,
	wps_disabled: 8,
	overlap: 8,
	unsuitable_network: 8,
	devices_would_go: 8,
	button_absent: 8,
	pin_invalid: 2,
	pin_unavailable: 8,
	busy: 6,
	timeout: 7
};

export const SESSION_FIELDS = [
	'id',
	'network',
	'ifnames',
	'ifname',
	'section',
	'method',
	'origin',
	'by',
	'state',
	'open',
	'started',
	'ended',
	'duration',
	'remaining',
	'attempts_failed',
	'reason',
	'peer'
];

/** A failed call: the ubus code, and a body with the contract's code and a sentence. */
export function refused(result: Result, code: string): void {
	deepEqual([result.data?.error?.code, result.code], [code, STATUS[code]], JSON.stringify(result));
	deepEqual(Object.keys(result.data), ['error']);
	const fields = code === 'invalid_argument' ? ['argument', 'code', 'message'] : ['code', 'message'];
	deepEqual(Object.keys(result.data.error).sort(), fields);
	ok(/^[A-Z].*\.$/.test(result.data.error.message), result.data.error.message);
}

/** A call that was answered. */
export function accepted(result: Result): any {
	equal(result.code, 0, JSON.stringify(result));
	return result.data;
}

const routers: TestRouter[] = [];

/** A simulated router, and the words for what the tests do with it. */
export class TestRouter extends SimulatedRouter implements Target {
	declare readonly clock: VirtualClock;
	/** How the test expects rpcd to end, if at all. */
	mayCrash = false;

	constructor(options: RouterOptions = {}) {
		if (REMOTE) throw new Error('This test would change a real router');
		super(options);
		routers.push(this);
	}

	// A name without an object is one of luci.wps.
	override call(object: string, method?: string | Message, args: Message = {}): Result & { milliseconds: number } {
		const own = typeof method !== 'string';
		const result = own ? super.call('luci.wps', object, method ?? {}) : super.call(object, method, args);
		if (own) ok(result.milliseconds <= ANSWER_WITHIN, `${object} took ${result.milliseconds} ms`);
		return { ...result, data: result.data };
	}

	/** Sends a call and does not wait; the answer stands in the object once the clock has run. */
	send(method: string, args: Message = {}): { result: Result } {
		const sent = { result: { code: -1, data: undefined } as Result };
		this.bus.defer('luci.wps', method, args, 30_000, ({ code, data }) => (sent.result = { code, data }));
		return sent;
	}

	/** Lets time pass until this method of whatever object is called. */
	untilCalled(method: string): void {
		const { calls } = this.bus;
		const before = calls.length;
		const called = () => calls.slice(before).some(call => call.method === method);
		ok(this.until(called, 2), `${method} is never called`);
	}

	/** The same through uhttpd, as a LuCI page does with this login's session. */
	async post(sid: string, method: string, args: Message = {}): Promise<Result> {
		const body = { jsonrpc: '2.0', id: 1, method: 'call', params: [sid, 'luci.wps', method, args] };
		const answer = new JsonRpc(this.bus, this.rpcd).answer(JSON.stringify(body));
		this.clock.advance(ANSWER_WITHIN);
		const { result, error } = JSON.parse(String(await answer));
		return { code: error ? error.code : result[0], data: result?.[1] };
	}

	login(name: string): string {
		return this.rpcd.sessions.login(name) ?? '';
	}

	status(): any {
		return accepted(this.call('status'));
	}

	/** The network in `status` that a section belongs to. */
	network(section = 'home'): any {
		const found = this.status().networks.filter((each: any) => each.sections.includes(section));
		equal(found.length, 1, `networks of ${section}`);
		return found[0];
	}

	/** All access points in `status`, in its order. */
	get aps(): any[] {
		return this.status().networks.flatMap(({ ssid, session, job, keys, access_points }: any) =>
			access_points.map((ap: any) => ({ ...ap, ssid, session, job, keys }))
		);
	}

	/** One access point in `status`, with what its network is at. */
	ap(section = 'home'): any {
		const found = this.aps.filter((each: any) => each.section === section);
		equal(found.length, 1, `access points of ${section}`);
		return found[0];
	}

	/** Codes of an access point's problems. */
	problems(section = 'home'): string[] {
		return this.ap(section).problems.map((problem: any) => problem.code);
	}

	/** What OpenWrt's own button does: opens every access point that has WPS, past the handler (40-wps_ap of wifi-scripts). */
	pressStockButton(): void {
		for (const { name } of this.bus.list('hostapd.*')) this.bus.call(name, 'wps_start');
	}

	/** Opens a window that is accepted. */
	open(args: Message = {}): Session {
		return accepted(this.call('start', args)).session;
	}

	cancel(args: Message = {}): Session | null {
		return accepted(this.call('cancel', args)).session;
	}

	history(args: Message = {}): Session[] {
		return accepted(this.call('history', args)).entries;
	}

	/** The newest session; never asks hostapd. */
	get session(): Session {
		const [newest] = this.history({ limit: 1 });
		if (!newest) throw new Error('No session yet');
		return newest;
	}

	/** Whether `status` shows a window that is open. */
	get anyOpen(): boolean {
		return this.status().networks.some((network: any) => network.session?.open);
	}

	/** Types of the handler's events since boot. */
	get told(): string[] {
		return this.handlerEvents.map(({ type }) => String(type));
	}

	/** Lines of syslog by the handler. */
	get lines(): string[] {
		return this.log.filter(line => line.includes('luci.wps: '));
	}

	/** Lets time pass until the newest session is in that state. */
	reach(state: string, seconds = 200): Session {
		ok(
			this.until(() => this.handlerEvents.at(-1)?.['type'] === state, seconds),
			`${state} expected, told: ${this.told.join(', ')}`
		);
		return this.session;
	}

	/** pbc_status of hostapd itself. */
	pbc(ifname = 'phy0-ap0'): string {
		return String(this.bus.call(`hostapd.${ifname}`, 'wps_status').data?.['pbc_status']);
	}

	/** Calls on the bus while something happens, but for those of luci.wps itself. */
	counted(what: () => void): string[] {
		const before = this.bus.calls.length;
		what();
		return this.bus.calls
			.slice(before)
			.filter(({ object }) => object !== 'luci.wps')
			.map(({ object, method }) => `${object} ${method}`);
	}
}

/** UCI text from sections by name; a section with `band` is a radio, one with `iface` a station's. */
export function wireless(sections: Record<string, Record<string, string | string[]>>): string {
	return Object.entries(sections)
		.map(([name, options]) => {
			const lines = Object.entries(options).flatMap(([option, value]) =>
				Array.isArray(value)
					? value.map(item => `\tlist ${option} '${item}'`)
					: [`\toption ${option} '${value}'`]
			);
			const type = 'band' in options ? 'wifi-device' : 'iface' in options ? 'wifi-station' : 'wifi-iface';
			return `config ${type} '${name}'\n${lines.join('\n')}\n`;
		})
		.join('\n');
}

export const KEY = 'correct horse battery';
export const RADIO0 = { type: 'mac80211', band: '2g', channel: '6' };
export const RADIO1 = { type: 'mac80211', band: '5g', channel: '36' };
export const HOME = {
	device: 'radio0',
	mode: 'ap',
	ssid: 'Home',
	encryption: 'psk2',
	key: KEY,
	wps_pushbutton: '1'
};

/** The network's password is handed over: without these lines every network has `not_persistent` as well. */
export const KEPT = { hostapd_bss_options: ['skip_cred_build=1', 'extra_cred=/etc/hostapd-wps-home.cred'] };

/** What hostapd hands over then: a WPS Credential with the key as text (WSC 2.0.2 §12). */
export function credentialText(ssid: string, key: string): string {
	const attribute = (kind: number, value: Buffer) => {
		const head = Buffer.alloc(4);
		head.writeUInt16BE(kind);
		head.writeUInt16BE(value.length, 2);
		return Buffer.concat([head, value]);
	};
	const parts = [
		attribute(0x1026, Buffer.from([1])),
		attribute(0x1045, toBytes(ssid)),
		attribute(0x1003, Buffer.from([0, 0x20])),
		attribute(0x100f, Buffer.from([0, 8])),
		attribute(0x1027, toBytes(key)),
		attribute(0x1020, Buffer.alloc(6, 0xff))
	];
	return fromBytes(attribute(0x100e, Buffer.concat(parts)));
}

/** A router with one network, on which WPS works; `home` changes its options, `radio0` those of its radio. */
export function small(
	home: Record<string, string | string[]> = {},
	options: RouterOptions = {},
	radio0: Record<string, string> = {}
): TestRouter {
	return new TestRouter({
		config: wireless({ radio0: { ...RADIO0, ...radio0 }, home: { ...HOME, ...home } }),
		...options
	});
}

/** Two networks with WPS on two radios, and a third without. */
export function house(options: RouterOptions = {}): TestRouter {
	return new TestRouter({
		config: wireless({
			radio0: RADIO0,
			home: HOME,
			guest: { ...HOME, ssid: 'Guests', wps_pushbutton: '0' },
			radio1: RADIO1,
			home5: { ...HOME, device: 'radio1', ssid: 'Home5' }
		}),
		...options
	});
}

/** A test that only looks, or is refused: it may run on anybody's router. */
export function safeOnRouter(title: string, run: (target: Target) => void): void {
	it(title, () => run(REMOTE ?? new TestRouter())).timeout(PATIENCE);
}

/** Real milliseconds for a test that plays one story again and again: a machine with other things to do is no failure. */
const LONG = 240_000;

/** A test that needs the simulated router; left out where the target is a real one. */
export function onSimulator(title: string, run: () => void | Promise<void>, patience = LONG): void {
	if (REMOTE) REMOTE.leftOut++;
	else it(title, run).timeout(patience * SLOWNESS);
}

/** Tests of what came with this release: left out where the routers run an earlier one. */
export function since(first: Release): void {
	before(function () {
		if (!isSince(USUAL, first)) this.skip();
	});
}

// Whatever a test was about: no exception, nothing that makes rpcd stand still.
afterEach(() => {
	for (const { rpcd, mayCrash } of routers.splice(0)) {
		deepEqual(rpcd.stderr, []);
		deepEqual(rpcd.lost, []);
		deepEqual(rpcd.blocked, []);
		if (!mayCrash) equal(rpcd.crashed, null);
		rpcd.stop();
	}
});

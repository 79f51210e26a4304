import type { Device } from '../../src/contract/device';
import type { Network } from '../../src/contract/status';
import type { Session } from '../../src/contract/session';
import { UBUS, type Answer, type Bus, type Message } from '../router/bus';
import type { Clock } from '../router/clock';

/** As much of `luci.wps` as the bridge sees: one network, and sessions on it. */
export class LuciWps {
	ready = true;
	/** What `start` answers with; null: it opens. */
	refusal: string | null = null;
	/** So often `start` is not answered, and does nothing. */
	deaf = 0;
	/** Milliseconds that it takes. */
	slow = 5;
	/** Newest first. */
	devices: Device[] = [];
	session: Session | null = null;
	readonly sessions: Session[] = [];
	#count = 0;

	constructor(
		readonly bus: Bus,
		readonly clock: Clock,
		readonly ssid = 'Home'
	) {
		const later = (task: (args: Message) => Answer) => (args: Message, reply: (answer: Answer) => void) =>
			void clock.after(this.slow, () => reply(task(args)));
		bus.publish('luci.wps', {
			status: later(() => ({ code: UBUS.OK, data: { networks: [this.network()] } as unknown as Message })),
			devices: later(() => ({ code: UBUS.OK, data: { devices: this.devices as unknown as Message[] } })),
			start: (args, reply) => (this.deaf-- > 0 ? undefined : later(this.#start.bind(this))(args, reply)),
			cancel: later(args => this.#cancel(args))
		});
	}

	get open(): boolean {
		return this.session?.open ?? false;
	}

	/** A person presses at this router. */
	press(house = true): void {
		this.#start({ network: this.ssid, house });
	}

	/** A device joins here. */
	join(name = 'printer'): void {
		const peer = { mac: '02:00:5e:00:53:10', name, ip: null, signal: -50, authorized: false };
		this.change('connecting', { peer });
		this.change('success', { open: false, peer });
		this.change('joined', { open: false, peer });
	}

	/** Sessions change; the bus is told. */
	change(state: Session['state'], more: Partial<Session> = {}): void {
		if (!this.session) throw new Error('No session');
		Object.assign(this.session, { state, open: state === 'connecting', ...more });
		this.#tell(state);
	}

	network(): Partial<Network> {
		const problem = { code: 'wps_disabled', severity: 'error', option: null, fix: 'enable', seconds: null };
		return {
			ssid: this.ssid,
			ready: this.ready,
			problems: this.ready ? [] : [{ ...problem, sections: ['home'] } as Network['problems'][number]],
			session: this.session
		};
	}

	#tell(type: string): void {
		this.bus.event('luci.wps', { type, session: structuredClone(this.session) as unknown as Message });
	}

	#start({ network, house, origin, by }: Message): Answer {
		const fail = (code: string, status: number): Answer => ({
			code: status,
			data: { error: { code, message: '' } }
		});
		if (network !== this.ssid) return fail('unknown_target', 4);
		if (this.open) return fail('already_open', 6);
		if (!this.ready) return fail('wps_disabled', 8);
		if (this.refusal) return fail(this.refusal, 8);
		this.session = {
			id: `${this.clock.epoch()}-${++this.#count}`,
			network: this.ssid,
			ifnames: ['phy0-ap0'],
			ifname: null,
			section: null,
			method: 'pbc',
			origin: origin === 'house' ? 'house' : 'luci.wps',
			by: typeof by === 'string' ? by : 'root',
			state: 'waiting',
			open: true,
			started: this.clock.epoch(),
			ended: null,
			duration: 120,
			remaining: 120,
			attempts_failed: 0,
			reason: null,
			peer: null
		};
		this.sessions.push(this.session);
		this.#tell('started');
		if (house === true)
			this.bus.defer('luci.wps.house', 'start', { network: this.ssid, session: this.session.id }, 1000, () => {});
		return { code: UBUS.OK, data: { session: structuredClone(this.session) as unknown as Message } };
	}

	#cancel({ origin }: Message): Answer {
		if (!this.open) return { code: UBUS.OK, data: { session: null } };
		this.change('cancelled', { reason: origin === 'house' ? 'house' : null });
		return { code: UBUS.OK, data: { session: structuredClone(this.session) as unknown as Message } };
	}
}

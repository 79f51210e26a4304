import { strict as assert } from 'node:assert';
import type { Answers, MethodName, Reply } from '../../src/contract/methods';
import type { Session } from '../../src/contract/session';
import type { AccessPoint } from '../../src/contract/status';
import { UBUS, type Answer, type Message } from '../router/bus';
import { WallClock } from '../router/clock';
import { SimulatedRouter } from '../router/router';
import { RealHostapd } from './bridge';
import type { Guest } from './guest/guest';
import { until } from './wait';

/** The passphrase of every network here. */
export const PASSPHRASE = 'correct horse battery';

/** One network of a router under test. */
export interface NetworkOptions {
	ssid: string;
	encryption: string;
	/** `option name 'value'` beyond these. */
	more?: Record<string, string>;
}

/** A router with the compiled handler, whose access points are real. */
export class Household {
	readonly router: SimulatedRouter;
	readonly hostapd: RealHostapd;

	private constructor(
		readonly guest: Guest,
		readonly phy: string,
		channel: number,
		networks: Record<string, NetworkOptions>
	) {
		const config = uci(phy, channel, networks);
		this.router = new SimulatedRouter({ clock: new WallClock(), config, booted: false });
		this.hostapd = new RealHostapd(this.router, guest, phy);
	}

	/** A router on one of the guest's radios; resolves when its networks are on the air. */
	static async open(
		guest: Guest,
		networks: Record<string, NetworkOptions>,
		{ phy = 'phy0', channel = 1 } = {}
	): Promise<Household> {
		const household = new Household(guest, phy, channel, networks);
		await household.waitOnAir();
		return household;
	}

	async close(): Promise<void> {
		this.router.rpcd.stop();
		await this.hostapd.close();
	}

	waitOnAir(): Promise<unknown> {
		return until(
			() => this.hostapd.onAir,
			20,
			'the access point to be on the air',
			() => this.hostapd.log.slice(-5)
		);
	}

	// The handler

	/** The emulated machine may be too slow for the handler's patience: whoever is told so asks again. */
	async call(method: MethodName, args: Message = {}): Promise<Answer> {
		for (let tries = 0; ; tries++) {
			const reply = await this.router.request('luci.wps', method, args, 5_000);
			if (reply.code !== UBUS.TIMEOUT || tries === 4) return reply;
			this.guest.note(`${method} was too slow`);
			await this.guest.idle();
		}
	}

	/** A call that has to succeed. */
	async ask<M extends MethodName>(method: M, args: Message = {}): Promise<Answers[M]> {
		const { code, data } = await this.call(method, args);
		assert.equal(code, 0, `${method} answers ${code} ${JSON.stringify(data)}`);
		return data as unknown as Answers[M];
	}

	/** A call that has to fail; answers the error's code. */
	async refusal(method: MethodName, args: Message = {}): Promise<{ status: number; code: string | null }> {
		const { code, data } = await this.call(method, args);
		const reply = data as unknown as Reply<MethodName> | undefined;
		return { status: code, code: reply && 'error' in reply ? reply.error.code : null };
	}

	/** Opens the window of one network. */
	async start(section: string, args: Message = {}): Promise<Session> {
		const { session } = await this.ask('start', { section, ...args });
		assert.equal(session.state, 'waiting');
		return session;
	}

	/** A session as the handler knows it now. */
	async session(id: string): Promise<Session> {
		const { entries } = await this.ask('history');
		return entries.find(entry => entry.id === id) ?? assert.fail(`No session ${id}`);
	}

	/** The session once it is in this state; fails when it ends in another. */
	async waitFor(id: string, state: Session['state'], seconds = 30): Promise<Session> {
		const ends = ['joined', 'timeout', 'overlap', 'cancelled', 'failed', 'lost'];
		if (state !== 'joined') ends.push('success');
		let session = await this.session(id);
		await until(
			async () => {
				session = await this.session(id);
				return session.state === state || ends.includes(session.state) || session.reason !== null;
			},
			seconds,
			`the session to be ${state}`,
			() => session
		);
		assert.equal(session.state, state, JSON.stringify(session));
		return session;
	}

	async accessPoint(section: string): Promise<AccessPoint> {
		const { access_points } = await this.ask('status');
		return access_points.find(ap => ap.section === section) ?? assert.fail(`No access point ${section}`);
	}

	/** Lets the handler look at hostapd so many times more. */
	async looks(count: number): Promise<void> {
		const seen = () => this.router.bus.calls.filter(({ method }) => method === 'wps_status').length;
		const before = seen();
		await until(() => seen() >= before + count, 5 + count * 2, 'the handler to look at hostapd');
	}

	/** The kinds of the handler's events about one session. */
	story(id: string): string[] {
		return this.router.handlerEvents
			.filter(event => (event['session'] as Message | undefined)?.['id'] === id)
			.map(event => String(event['type']));
	}

	// hostapd

	/** `wps_status` as hostapd gives it. */
	wpsStatus(ifname: string): Promise<Message> {
		return this.hostapd.status(ifname);
	}

	/** Is this device on the network, as hostapd sees it? */
	async serves(ifname: string, mac: string): Promise<boolean> {
		const { data } = await this.router.request(`hostapd.${ifname}`, 'get_clients');
		const clients = data?.['clients'] as Record<string, Message> | undefined;
		return clients?.[mac]?.['authorized'] === true && clients[mac]['wps'] === false;
	}

	/** hostapd's own word on a command that somebody types in a shell. */
	async shell(ifname: string, command: string): Promise<string> {
		return (await this.guest.run(`hostapd_cli -i ${ifname} ${command}`)).text;
	}

	/** The access point is gone and comes back as after a crash or a reboot: the scripts write its files anew. */
	async restart(): Promise<void> {
		await this.hostapd.kill();
		await until(() => !this.hostapd.onAir, 5, 'hostapd to be gone');
		await this.waitOnAir();
	}
}

/** The text of /etc/config/wireless. */
export function uci(phy: string, channel: number, networks: Record<string, NetworkOptions>): string {
	const section = (type: string, name: string, options: Record<string, string>) =>
		[
			`config ${type} '${name}'`,
			...Object.entries(options).map(([option, value]) => `\toption ${option} '${value}'`)
		]
			.concat('')
			.join('\n');
	const radio = { type: 'mac80211', phy, band: '2g', channel: String(channel), htmode: 'HT20' };
	const interfaces = Object.entries(networks).map(([name, { ssid, encryption, more }]) =>
		section('wifi-iface', name, {
			device: 'radio0',
			network: 'lan',
			mode: 'ap',
			ssid,
			encryption,
			key: PASSPHRASE,
			wps_pushbutton: '1',
			...more
		})
	);
	return [section('wifi-device', 'radio0', radio), ...interfaces].join('\n');
}

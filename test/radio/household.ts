import { strict as assert } from 'node:assert';
import type { Answers, MethodName, Reply } from '../../src/contract/methods';
import type { Session } from '../../src/contract/session';
import type { AccessPoint, Network } from '../../src/contract/status';
import { UBUS, type Answer, type Message } from '../router/bus';
import type { CliResult } from '../router/hostapd/index';
import type { HostEntry } from '../router/hosts';
import type { Guest } from './guest/guest';
import type { RouterState } from './orders';
import { until } from './wait';

/** The passphrase of every network here. */
export const PASSPHRASE = 'correct horse battery';

/** A radio of a router under test; it is one of the guest's. */
export interface RadioOptions {
	phy: string;
	band?: '2g' | '5g';
	channel: number;
}

export const ONE_BAND: RadioOptions[] = [{ phy: 'phy0', channel: 1 }];
export const TWO_BANDS: RadioOptions[] = [...ONE_BAND, { phy: 'phy5', band: '5g', channel: 36 }];

/** How a device knows one of these bands only: see `Habits`. */
export const LOW = { freq_list: '2412', disallow_aps: 'bssid 02:00:00:00:05:00 bssid 42:00:00:00:05:00' };
export const HIGH = { freq_list: '5180', disallow_aps: 'bssid 02:00:00:00:00:00 bssid 42:00:00:00:00:00' };
export const BOTH = { freq_list: '2412 5180', disallow_aps: '' };

/** One access point (or uplink) of a router under test. */
export interface NetworkOptions {
	ssid: string;
	encryption: string;
	/** The number of its radio; the first unless told. */
	radio?: number;
	/** `false`: the owner has not switched it on. */
	wps?: boolean;
	/** `option name 'value'` beyond these. */
	more?: Record<string, string>;
}

/** An LED of the guest, as its kernel shows it. */
export class RealLed {
	constructor(
		readonly guest: Guest,
		readonly folder: string
	) {}

	/** What drives it. */
	async trigger(): Promise<string> {
		return /\[(.*)\]/.exec(await this.guest.must(`cat ${this.folder}/trigger`))?.[1] ?? '';
	}

	/** One of its files. */
	async read(attribute: string): Promise<string> {
		return (await this.guest.must(`cat ${this.folder}/${attribute}`)).trim();
	}

	/** Writes into one of its files, as the owner or a boot script would. */
	async write(attribute: string, text: string): Promise<void> {
		await this.guest.must(`echo ${text} >${this.folder}/${attribute}`);
	}
}

/** A router in the guest, with the compiled handler, whose access points are real. */
export class Household {
	private constructor(
		readonly guest: Guest,
		readonly number: number
	) {}

	/** A router on some of the guest's radios; resolves when its networks are on the air. */
	static async open(
		guest: Guest,
		networks: Record<string, NetworkOptions>,
		radios: RadioOptions[] = ONE_BAND
	): Promise<Household> {
		const household = new Household(guest, await guest.order('open', uci(radios, networks)));
		await household.waitOnAir();
		return household;
	}

	close(): Promise<void> {
		return this.guest.order('close', this.number);
	}

	/** Makes it a router of the house that all are that do this. */
	joinHouse(name: string): Promise<void> {
		return this.guest.order('joinHouse', this.number, name);
	}

	look(): Promise<RouterState> {
		return this.guest.order('look', this.number);
	}

	/** Lines of hostapd that match. */
	async said(pattern: RegExp): Promise<string[]> {
		return (await this.look()).log.filter(line => pattern.test(line));
	}

	async waitOnAir(): Promise<void> {
		let last: string[] = [];
		await until(
			async () => {
				const { onAir, log } = await this.look();
				last = log.slice(-5);
				return onAir;
			},
			30,
			'the access points to be on the air',
			() => last
		);
	}

	/** A call on the router's bus. */
	request(object: string, method: string, args: Message = {}, timeout = 30_000): Promise<Answer> {
		return this.guest.order('request', this.number, object, method, args, timeout);
	}

	/** Its web server, here. */
	async serve(): Promise<string> {
		await this.guest.order('serve', this.number);
		return this.guest.url;
	}

	/** Somebody changes options of a section by hand, commits and reloads; null deletes. */
	setOptions(section: string, options: Record<string, string | string[] | null>): Promise<void> {
		return this.guest.order('setOptions', this.number, section, options);
	}

	addHost(host: HostEntry): Promise<void> {
		return this.guest.order('addHost', this.number, host);
	}

	/** An LED of the guest's keyboard is the WPS light of its case. Debian's kernel has no LEDs for programs (uleds). */
	async lendLed(): Promise<RealLed> {
		const led = 'input0::scrolllock';
		await this.guest.order('lendLed', this.number, led);
		return new RealLed(this.guest, `/sys/class/leds/${led}`);
	}

	// The handler

	/** The emulated machine may be too slow for the handler's patience: whoever is told so asks again. */
	async call(method: MethodName, args: Message = {}): Promise<Answer> {
		for (let tries = 0; ; tries++) {
			const reply = await this.request('luci.wps', method, args, 5_000);
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

	/** The network of a section. */
	async network(section: string): Promise<Network> {
		const { networks } = await this.ask('status');
		return networks.find(({ sections }) => sections.includes(section)) ?? assert.fail(`No network ${section}`);
	}

	async accessPoint(section: string): Promise<AccessPoint> {
		const { access_points } = await this.network(section);
		return access_points.find(ap => ap.section === section) ?? assert.fail(`No access point ${section}`);
	}

	/** Has WPS of a network switched; resolves when the access points are back as the handler sees them. */
	async switchWps(kind: 'enable' | 'disable', args: Message, section: string): Promise<void> {
		await this.ask(kind, args);
		let last: unknown;
		const done = async () => {
			const { job } = await this.network(section);
			last = job;
			return job?.state !== 'running';
		};
		await until(done, 60, 'the job to end', () => last);
		const { job } = await this.network(section);
		assert.equal(job?.state, 'done', JSON.stringify(job));
	}

	/** Lets the handler look at hostapd so many times more. */
	async looks(count: number): Promise<void> {
		const before = (await this.look()).looks;
		const seen = async () => (await this.look()).looks >= before + count;
		await until(seen, 5 + count * 2, 'the handler to look at hostapd');
	}

	/** The kinds of the handler's events about one session. */
	async story(id: string): Promise<string[]> {
		return (await this.look()).events
			.filter(event => (event['session'] as Message | undefined)?.['id'] === id)
			.map(event => String(event['type']));
	}

	// hostapd

	/** `wps_status` as hostapd gives it. */
	wpsStatus(ifname: string): Promise<Message> {
		return this.guest.order('wpsStatus', this.number, ifname);
	}

	/** Is this device on the network, as hostapd sees it? */
	async serves(ifname: string, mac: string): Promise<boolean> {
		const { data } = await this.request(`hostapd.${ifname}`, 'get_clients');
		const clients = data?.['clients'] as Record<string, Message> | undefined;
		return clients?.[mac]?.['authorized'] === true && clients[mac]['wps'] === false;
	}

	/** `hostapd_cli` as the handler would run it. */
	cli(...argv: string[]): Promise<CliResult> {
		return this.guest.order('cli', this.number, argv);
	}

	/** hostapd's own word on a command that somebody types in a shell. */
	async shell(ifname: string, command: string): Promise<string> {
		return (await this.guest.run(`hostapd_cli -i ${ifname} ${command}`)).text;
	}

	/** The access points are gone and come back as after a crash or a reboot: the scripts write hostapd's files anew. */
	async restart(): Promise<void> {
		const before = (await this.said(/AP-ENABLED/)).length;
		await this.guest.order('kill', this.number);
		await until(async () => (await this.said(/AP-ENABLED/)).length > before, 20, 'hostapd to be back');
		await this.waitOnAir();
	}
}

/** The text of /etc/config/wireless. */
export function uci(radios: RadioOptions[], networks: Record<string, NetworkOptions>): string {
	const section = (type: string, name: string, options: Record<string, string>) =>
		[
			`config ${type} '${name}'`,
			...Object.entries(options).map(([option, value]) => `\toption ${option} '${value}'`)
		]
			.concat('')
			.join('\n');
	const devices = radios.map(({ phy, band = '2g', channel }, index) =>
		section('wifi-device', `radio${index}`, {
			type: 'mac80211',
			phy,
			band,
			channel: String(channel),
			htmode: 'HT20'
		})
	);
	const interfaces = Object.entries(networks).map(([name, { ssid, encryption, radio = 0, wps = true, more }]) =>
		section('wifi-iface', name, {
			device: `radio${radio}`,
			network: 'lan',
			mode: 'ap',
			ssid,
			encryption,
			key: PASSPHRASE,
			...(wps ? { wps_pushbutton: '1' } : {}),
			...more
		})
	);
	return [...devices, ...interfaces].join('\n');
}

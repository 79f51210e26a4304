import type { Message } from '../router/bus';
import { SimulatedRouter } from '../router/router';
import { type Household } from './household';
import { until } from './wait';
import { theWorld } from './world';

export type Player = 'printer' | 'scanner';

/** One place where a script of calls and hands can be played, and what is written down there. */
export interface Stage {
	/** Calls, and each answer of wps_status that differs from the one before, by interface. */
	readonly record: string[];
	/** A call of a `hostapd.<ifname>` object. */
	call(ifname: string, method: string): Promise<void>;
	/** hostapd_cli. */
	shell(ifname: string, ...words: string[]): Promise<void>;
	press(player: Player): Promise<void>;
	showPin(player: Player, pin: string): Promise<void>;
	/** Switched off and on again: it has forgotten everything. */
	forget(player: Player): Promise<void>;
	/** Lets seconds pass, where hostapd itself does nothing else. */
	pass(seconds: number): Promise<void>;
	/** The device is connected with a key that it was given. */
	waitJoined(player: Player): Promise<void>;
	/** Until wps_status of an interface says so. */
	waitStatus(ifname: string, wanted: Message): Promise<void>;
}

/** Writes down changes. */
class Recorder {
	readonly record: string[] = [];
	readonly #last = new Map<string, string>();

	/** The answers without the fields' order. */
	see(ifname: string, { pbc_status, last_wps_result, reason, peer_address }: Message): void {
		const text = JSON.stringify({ pbc_status, last_wps_result, reason, peer_address });
		if (this.#last.get(ifname) === text) return;
		this.#last.set(ifname, text);
		this.record.push(`${ifname} ${text}`);
	}

	says(ifname: string, wanted: Message): boolean {
		const said = JSON.parse(this.#last.get(ifname) ?? '{}') as Message;
		return Object.entries(wanted).every(([field, value]) => said[field] === value);
	}
}

/** The guest's hostapd and devices. */
export class RealStage extends Recorder implements Stage {
	constructor(
		readonly household: Household,
		readonly ifnames: string[]
	) {
		super();
	}

	async call(ifname: string, method: string): Promise<void> {
		const { code } = await this.household.request(`hostapd.${ifname}`, method);
		this.record.push(`${ifname} ${method}: ${code}`);
		await this.#look();
	}

	async shell(ifname: string, ...words: string[]): Promise<void> {
		const { stdout } = await this.household.cli('-i', ifname, ...words);
		this.record.push(`${ifname} ${words[0]}: ${stdout.trim()}`);
		await this.#look();
	}

	async press(player: Player): Promise<void> {
		await theWorld()[player].press();
	}

	async showPin(player: Player, pin: string): Promise<void> {
		await theWorld()[player].showPin(pin);
	}

	async forget(player: Player): Promise<void> {
		await theWorld()[player].reset();
	}

	async pass(seconds: number): Promise<void> {
		const end = performance.now() + seconds * 1000;
		await until(() => performance.now() >= end, seconds + 1, 'time to pass');
	}

	async waitJoined(player: Player): Promise<void> {
		const joined = async () => {
			await this.#look();
			return theWorld()[player].isConnected();
		};
		await until(joined, 30, `the ${player} to join`, () => this.record);
		await this.#look();
	}

	async waitStatus(ifname: string, wanted: Message): Promise<void> {
		const reached = async () => {
			await this.#look();
			return this.says(ifname, wanted);
		};
		await until(reached, 30, JSON.stringify(wanted), () => this.record);
	}

	async #look(): Promise<void> {
		for (const ifname of this.ifnames) this.see(ifname, await this.household.wpsStatus(ifname));
	}
}

/** The simulated ones, on a clock that does not wait. */
export class SimulatedStage extends Recorder implements Stage {
	readonly router: SimulatedRouter;

	constructor(
		config: string,
		readonly ifnames: string[]
	) {
		super();
		this.router = new SimulatedRouter({ config, plugin: null });
	}

	async call(ifname: string, method: string): Promise<void> {
		const { code } = this.router.call(`hostapd.${ifname}`, method);
		this.record.push(`${ifname} ${method}: ${code}`);
		this.#look();
	}

	async shell(ifname: string, ...words: string[]): Promise<void> {
		const { stdout } = this.router.shell('-i', ifname, ...words);
		this.record.push(`${ifname} ${words[0]}: ${stdout.trim()}`);
		this.#look();
	}

	async press(player: Player): Promise<void> {
		this.#device(player).pressButton();
	}

	async showPin(player: Player, pin: string): Promise<void> {
		this.#device(player).joinByPin(pin);
	}

	async forget(player: Player): Promise<void> {
		this.#device(player).leave();
		this.router.devices.delete(player);
	}

	async pass(seconds: number): Promise<void> {
		this.router.advance(seconds);
	}

	async waitJoined(player: Player): Promise<void> {
		this.#wait(() => this.#device(player).connected !== null, `the ${player} to join`);
	}

	async waitStatus(ifname: string, wanted: Message): Promise<void> {
		this.#wait(() => this.says(ifname, wanted), JSON.stringify(wanted));
	}

	#wait(condition: () => boolean, what: string): void {
		const reached = () => {
			this.#look();
			return condition();
		};
		if (!this.router.until(reached, 30))
			throw new Error(`Simulated: waited for ${what}: ${this.record.join('\n')}`);
	}

	#device(player: Player) {
		return this.router.device(player, { mac: theWorld()[player].mac });
	}

	#look(): void {
		for (const ifname of this.ifnames)
			this.see(ifname, this.router.bus.call(`hostapd.${ifname}`, 'wps_status').data ?? {});
	}
}

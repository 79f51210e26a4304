import type { Clock } from './clock';
import type { Bss, Credential, Hostapd } from './hostapd/index';
import { WALK_TIME } from './hostapd/index';

/** What a device does with a window: take the key, take it and never return, break off (NACK), or nothing at all. */
export type Behaviour = 'join' | 'join then forget' | 'fail' | 'never come';

/** Where the device stands. The last six are ends. */
export type DeviceState =
	| 'idle'
	| 'scanning'
	| 'exchanging'
	| 'reassociating'
	| 'joined'
	| 'has key'
	| 'not connected'
	| 'overlap'
	| 'failed'
	| 'gave up';

/** Milliseconds that a device takes: looking at all channels, pause between looks, EAP-WSC, return with the key. */
const SCAN = 1_000;
const PAUSE = 4_000;
const ASSOCIATE = 200;
const EXCHANGE = 1_500;
const RETURN = 1_000;
/** When a thrown-out device that reconnects on its own tries. */
const RETRIES = [3_000, 5_000, 10_000, 20_000, 40_000];

type Password = { pin: string } | 'pbc';

let serial = 0;

/** A simulated enrollee: a printer, a lamp, a television set. */
export class Device {
	readonly clock: Clock;
	readonly hostapd: Hostapd;
	readonly mac: string;
	readonly uuid: string;
	readonly name: string;
	signal: number;
	/** Has the Display bit in its Config Methods (facts 2.5 (b)). */
	readonly display: boolean;
	/** Turns a WPA2 passphrase into SAE on its own (facts 2.4, "WPA3 only"). */
	readonly sae: boolean;
	/** Comes back on its own when the access point threw it out. */
	autoReconnect: boolean;
	state: DeviceState = 'idle';
	/** What it has stored. */
	credential: Credential | null = null;
	/** The BSS it is authorized on. */
	connected: Bss | null = null;
	onState: (state: DeviceState) => void = () => {};
	#stop = () => {};

	constructor(options: {
		clock: Clock;
		hostapd: Hostapd;
		mac: string;
		uuid?: string;
		name?: string;
		signal?: number;
		display?: boolean;
		sae?: boolean;
		autoReconnect?: boolean;
	}) {
		this.clock = options.clock;
		this.hostapd = options.hostapd;
		this.mac = options.mac.toLowerCase();
		this.uuid = options.uuid ?? uuidOf(this.mac);
		this.name = options.name ?? `device ${++serial}`;
		this.signal = options.signal ?? -30;
		this.display = options.display ?? true;
		this.sae = options.sae ?? false;
		this.autoReconnect = options.autoReconnect ?? false;
	}

	/** Somebody presses the button on the device: it looks for an access point in PBC mode for two minutes. */
	pressButton(behaviour: Behaviour = 'join', { bssid }: { bssid?: string } = {}): void {
		if (behaviour === 'never come') return;
		this.#begin('pbc', behaviour, bssid ?? null);
	}

	/** The device shows this PIN and looks for an access point that waits for one. */
	joinByPin(pin: string, { bssid, behaviour = 'join' }: { bssid?: string; behaviour?: Behaviour } = {}): void {
		if (behaviour === 'never come') return;
		this.#begin({ pin }, behaviour, bssid ?? null);
	}

	/** Tries the key it has, on the spot. */
	reconnect(): boolean {
		this.#stop();
		this.#leave();
		const { credential } = this;
		const target = this.hostapd.bssList
			.filter(bss => bss.onAir && bss.config.ssid === credential?.ssid)
			.find(bss => bss.admits(this.mac));
		if (!credential || credential.invented || !target) return false;
		return this.#associate(target, credential);
	}

	/** Stores a key as if typed in by hand. */
	learn(ssid: string, key: string): void {
		this.credential = { ssid, key, invented: false };
	}

	/** Switched off, or carried away. */
	leave(): void {
		this.#stop();
		this.#leave();
		this.#enter('idle');
	}

	#begin(password: Password, behaviour: Behaviour, bssid: string | null): void {
		this.#stop();
		this.#leave();
		this.#scan(password, behaviour, bssid, this.clock.monotonic() + WALK_TIME);
	}

	/** Every BSS in the air hears the probes, whomever they are meant for (facts 2.1). */
	#scan(password: Password, behaviour: Behaviour, bssid: string | null, until: number): void {
		this.#enter('scanning');
		const heard = this.hostapd.bssList.filter(bss => bss.probe(this, this.signal, password === 'pbc'));
		this.#later(SCAN, () => {
			const asking = heard.filter(
				bss => bss.onAir && (password === 'pbc' ? bss.registrar?.pbc : bss.registrar?.pinSelected)
			);
			const seen = bssid ? heard.filter(bss => bss.onAir && bss.address === bssid.toLowerCase()) : asking;
			// wps_supplicant.c: two access points of different UUID in PBC mode (facts 2.2).
			if (password === 'pbc' && !bssid && new Set(asking.map(bss => bss.uuid)).size > 1)
				return this.#enter('overlap');
			const target = seen.find(bss => asking.includes(bss)) ?? (password === 'pbc' ? undefined : seen[0]);
			if (target?.registrar) return this.#approach(target, password, behaviour);
			if (this.clock.monotonic() + PAUSE >= until) return this.#enter('gave up');
			this.#later(PAUSE, () => this.#scan(password, behaviour, bssid, until));
		});
	}

	#approach(bss: Bss, password: Password, behaviour: Behaviour): void {
		this.#later(ASSOCIATE, () => {
			if (!bss.associate(this.mac, this.signal, true, () => this.#dropped())) return this.#enter('failed');
			this.#enter('exchanging');
			const offer = bss.offer(this, password);
			if (offer !== 'proceed') {
				bss.leave(this.mac);
				return this.#enter(offer === 'overlap' ? 'overlap' : 'failed');
			}
			this.#later(EXCHANGE, () => {
				const credential = bss.conclude(this, password, behaviour !== 'fail', this.display);
				if (!credential) return this.#enter('failed');
				this.credential = credential;
				this.#enter('has key');
				if (behaviour === 'join') this.#return(bss);
			});
		});
	}

	#return(bss: Bss): void {
		this.#enter('reassociating');
		this.#later(RETURN, () => {
			const { credential } = this;
			if (!bss.onAir || !credential || credential.invented || !this.#associate(bss, credential))
				this.#enter('not connected');
		});
	}

	#associate(bss: Bss, credential: Credential): boolean {
		const station = bss.associate(this.mac, this.signal, false, () => this.#dropped());
		if (!station || !bss.authorize(this.mac, credential.key, this.sae)) return false;
		this.connected = bss;
		this.#enter('joined');
		return true;
	}

	/** The access point threw the device out. */
	#dropped(): void {
		const wasConnected = this.connected !== null;
		this.#stop();
		this.connected = null;
		this.#enter(wasConnected ? 'not connected' : 'failed');
		if (wasConnected && this.autoReconnect) this.#retry(0);
	}

	#retry(attempt: number): void {
		const delay = RETRIES[attempt];
		if (delay === undefined) return;
		this.#later(delay, () => {
			if (!this.reconnect()) this.#retry(attempt + 1);
		});
	}

	#leave(): void {
		for (const bss of this.hostapd.bssList) bss.leave(this.mac);
		this.connected = null;
	}

	#later(delay: number, task: () => void): void {
		this.#stop = this.clock.after(delay, task);
	}

	#enter(state: DeviceState): void {
		this.state = state;
		this.onState(state);
	}
}

/** Two people press two devices at the same moment: session overlap. */
export function twoAtOnce(first: Device, second: Device): void {
	first.pressButton('join');
	second.pressButton('join');
}

function uuidOf(mac: string): string {
	const digits = mac.replaceAll(':', '');
	return `22210203-0405-0607-0809-${digits}`;
}

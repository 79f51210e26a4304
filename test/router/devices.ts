import { chooseWindow, type Band, type Software } from './choice';
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
/** How long it goes on asking an access point that has ended the exchange without a word. */
const NO_ANSWER = 30_000;
const RETURN = 1_000;
/** When a thrown-out device that reconnects on its own tries. */
const RETRIES = [3_000, 5_000, 10_000, 20_000, 40_000];
/** One that was connected by SAE is back so soon. */
const SAE_RETRY = 1_000;

type Password = { pin: string } | 'pbc';

let serial = 0;

export interface DeviceOptions {
	mac?: string;
	uuid?: string;
	name?: string;
	signal?: number;
	display?: boolean;
	sae?: boolean;
	protectsFrames?: boolean;
	bands?: Band[];
	software?: Software;
	prefers?: Band | null;
	returns?: Band | null;
	autoReconnect?: boolean;
}

/** A simulated enrollee: a printer, a lamp, a television set. */
export class Device {
	readonly clock: Clock;
	readonly hostapd: Hostapd;
	readonly mac: string;
	readonly uuid: string;
	readonly name: string;
	signal: number;
	/** Has the Display bit in its Config Methods: decides which key it is given (wps_build_cred, hostap). */
	readonly display: boolean;
	/** Turns a WPA2 passphrase into SAE on its own (wps_cred_add_sae of wpa_supplicant); iwd always does. */
	readonly sae: boolean;
	/** Does what an access point with required frame protection wants (802.11w), where it uses WPA2. */
	readonly protectsFrames: boolean;
	/** What it can hear. */
	readonly bands: readonly Band[];
	readonly software: Software;
	/** Where it joins when it hears one network on several bands; null: the first that it hears. */
	prefers: Band | null;
	/** Where it comes back with the key; null: where it was given it. */
	returns: Band | null;
	/** Comes back on its own when the access point threw it out. */
	autoReconnect: boolean;
	state: DeviceState = 'idle';
	/** What it has stored. */
	credential: Credential | null = null;
	/** The BSS it is authorized on. */
	connected: Bss | null = null;
	onState: (state: DeviceState) => void = () => {};
	#bySae = false;
	#stop = () => {};

	constructor(options: { clock: Clock; hostapd: Hostapd; mac: string } & DeviceOptions) {
		this.clock = options.clock;
		this.hostapd = options.hostapd;
		this.mac = options.mac.toLowerCase();
		this.uuid = options.uuid ?? uuidOf(this.mac);
		this.name = options.name ?? `device ${++serial}`;
		this.signal = options.signal ?? -30;
		this.display = options.display ?? true;
		this.software = options.software ?? 'wpa_supplicant';
		this.sae = options.sae ?? this.software === 'iwd';
		this.protectsFrames = options.protectsFrames ?? this.software === 'iwd';
		this.bands = options.bands ?? ['2g', '5g', '6g'];
		this.prefers = options.prefers ?? null;
		this.returns = options.returns ?? null;
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
		const target = this.#home().find(bss => bss.admits(this.mac));
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

	/** Every BSS in the air hears the probes on its band, whomever they are meant for. */
	#scan(password: Password, behaviour: Behaviour, bssid: string | null, until: number): void {
		this.#enter('scanning');
		const again = () => {
			if (this.clock.monotonic() + PAUSE >= until) return this.#enter('gave up');
			this.#later(PAUSE, () => this.#scan(password, behaviour, bssid, until));
		};
		const heard = this.#reached().filter(bss => bss.probe(this, this.signal, password === 'pbc'));
		this.#later(SCAN, () => {
			const open = heard.filter(
				bss =>
					bss.onAir &&
					(password === 'pbc' ? bss.registrar?.pbc : bss.registrar?.expects(this.mac)) &&
					(!bssid || bss.address === bssid.toLowerCase())
			);
			const choice = password === 'pbc' ? chooseWindow(open, this.software, this.prefers) : (open[0] ?? 'none');
			if (choice === 'overlap') return this.#enter('overlap');
			if (choice !== 'none') return this.#approach(choice, password, behaviour, again);
			again();
		});
	}

	/** Access points that it can hear. */
	#reached(): Bss[] {
		return this.hostapd.bssList.filter(bss => bss.onAir && this.bands.includes(bss.radio.band));
	}

	/** Those of its network, the band that it likes first. */
	#home(): Bss[] {
		const mine = this.#reached().filter(bss => bss.config.ssid === this.credential?.ssid);
		const liked = (bss: Bss) => Number(bss.radio.band !== this.returns);
		return mine.toSorted((left, right) => liked(left) - liked(right));
	}

	/** @param again  goes on looking, when it is not let in */
	#approach(bss: Bss, password: Password, behaviour: Behaviour, again: () => void): void {
		this.#later(ASSOCIATE, () => {
			if (!bss.associate(this.mac, this.signal, true, () => this.#dropped())) return again();
			this.#enter('exchanging');
			const offer = bss.offer(this, password);
			if (offer !== 'proceed') {
				bss.leave(this.mac);
				return this.#enter(offer === 'overlap' ? 'overlap' : 'failed');
			}
			this.#later(EXCHANGE, () => {
				const outcome = bss.conclude(this, password, behaviour !== 'fail', this.display);
				if (outcome === 'refused') return this.#enter('failed');
				if (outcome === 'no answer') return this.#later(NO_ANSWER, () => this.#enter('failed'));
				this.credential = outcome;
				this.#enter('has key');
				if (behaviour === 'join') this.#return(bss);
			});
		});
	}

	#return(bss: Bss): void {
		this.#enter('reassociating');
		this.#later(RETURN, () => {
			const { credential } = this;
			const home = this.#home();
			const target = this.returns || !home.includes(bss) ? home[0] : bss;
			if (!target || !credential || credential.invented || !this.#associate(target, credential))
				this.#enter('not connected');
		});
	}

	#associate(bss: Bss, credential: Credential): boolean {
		const way = this.#way(bss, credential.key);
		const station = way && bss.associate(this.mac, this.signal, false, () => this.#dropped());
		if (!station || !bss.authorize(this.mac, credential.key, way === 'sae')) return false;
		this.connected = bss;
		this.#bySae = way === 'sae';
		this.#enter('joined');
		return true;
	}

	/**
	 * How it proves this key there; null: not at all, and the access point hears nothing of it. A key of 64 digits is no
	 * password for SAE: then it is WPA2, except with iwd, which insists on SAE where both sides can.
	 */
	#way(bss: Bss, key: string): 'sae' | 'psk' | null {
		const { sae, psk } = bss.offers;
		if (sae && this.sae) {
			if (!/^[0-9a-f]{64}$/i.test(key)) return 'sae';
			if (this.software === 'iwd') return null;
		}
		if (!psk) return null;
		return bss.config.ieee80211w === 2 && !this.protectsFrames ? null : 'psk';
	}

	/** The access point threw the device out. */
	#dropped(): void {
		const wasConnected = this.connected !== null;
		this.#stop();
		this.connected = null;
		this.#enter(wasConnected ? 'not connected' : 'failed');
		if (wasConnected && this.autoReconnect) this.#retry(0, this.#bySae ? SAE_RETRY : RETRIES[0]);
	}

	#retry(attempt: number, delay = RETRIES[attempt]): void {
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

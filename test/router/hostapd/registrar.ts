import type { Clock } from '../clock';
import { Pins } from './pins';
import type { WpsStats } from './stats';

/** WPS_PBC_WALK_TIME: how long a window stays open, and how far back probes are remembered. */
export const WALK_TIME = 120_000;

/** Probes of the device that just joined are not remembered for so long (wps_registrar_probe_req_rx). */
const GRACE = 5_000;

/** How an enrollee identifies itself in an exchange. */
export interface Enrollee {
	mac: string;
	uuid: string;
}

/** What the enrollee proves to know: the pressed button, or a PIN. */
export type Password = { pin: string } | 'pbc';

/** hostapd's answer to M1: the exchange goes on, or ends here. */
export type Offer = 'proceed' | 'overlap' | 'no password';

/** The WSC registrar of one BSS (hostap src/wps/wps_registrar.c). It lives from one set-up of the BSS to the next. */
export class Registrar {
	readonly pins: Pins;
	/** PBC is selected: a window is open, even when `pbc_status` says Overlap. */
	pbc = false;
	/** A PIN was entered less than the walk time ago: beacons ask enrollees to come. */
	pinSelected = false;
	/** AuthorizedMACs of the PIN in the beacon; null: everybody. */
	#authorized: string | null = null;
	#overlap = false;
	readonly #heard = new Map<string, number>();
	#joined: { uuid: string; at: number } | null = null;
	readonly #running = new Map<string, string>();
	#stopWalk = () => {};
	#stopSelected = () => {};

	constructor(
		readonly clock: Clock,
		readonly stats: WpsStats,
		readonly log: (line: string) => void
	) {
		this.pins = new Pins(clock);
	}

	/** wps_start: false means session overlap (-2). */
	pushButton(): boolean {
		if (this.#overlapping()) {
			this.#reportOverlap();
			return false;
		}
		this.#overlap = false;
		this.pbc = true;
		this.pinSelected = false;
		this.stats.pbc = 'Active';
		this.log('WPS-PBC-ACTIVE ');
		this.#stopSelected();
		this.#stopWalk();
		this.#stopWalk = this.clock.after(WALK_TIME, () => this.#timeOut());
		return true;
	}

	/** wps_cancel: true when there was something to cancel. Remembered probes stay (wps_registrar_wps_cancel). */
	cancel(): boolean {
		if (this.pbc) {
			this.#stopWalk();
			this.#timeOut();
		} else if (this.pinSelected) {
			this.#endPin();
			this.pins.dropWildcard();
		} else return false;
		this.log('WPS-CANCEL ');
		return true;
	}

	/** `addr`: whom the PIN is for. hostapd itself asks nobody for his address, it only tells all (AuthorizedMACs). */
	addPin(uuid: string | null, pin: string, timeout: number, addr: string | null = null): void {
		this.pins.add(uuid, pin, timeout);
		this.#authorized = addr;
		// The walk time of an open PBC window runs on and will still say Timed-out.
		this.pbc = false;
		this.#stopSelected();
		this.pinSelected = true;
		this.#stopSelected = this.clock.after(WALK_TIME, () => (this.pinSelected = false));
	}

	/** Do its beacons ask the device with this address to come with a PIN (wps_is_addr_authorized on the device)? */
	expects(mac: string): boolean {
		return this.pinSelected && (this.#authorized === null || this.#authorized === mac);
	}

	/**
	 * A probe request with a WPS element and the password id PBC. One that is not remembered counts at this
	 * moment all the same (wps_registrar_probe_req_rx, measured with 2.10): beside another device that asked it
	 * is an overlap, yet the next start is accepted.
	 */
	hear(uuid: string): void {
		const now = this.clock.monotonic();
		const grace = this.#joined?.uuid === uuid && now - this.#joined.at < GRACE;
		if (!grace) this.#heard.set(uuid, now);
		if (this.#overlapping(uuid)) {
			this.#overlap = true;
			this.#reportOverlap();
		}
	}

	/** M1. The enrollee now either gets the key (`accept`), or the exchange fails (`refuse`). */
	begin(enrollee: Enrollee, password: Password): Offer {
		if (password === 'pbc') {
			if (this.#overlap || this.#overlapping(enrollee.uuid)) {
				this.#overlap = true;
				this.#reportOverlap();
				this.#fail(enrollee, 'msg=4 config_error=12');
				return 'overlap';
			}
			return this.pbc ? 'proceed' : 'no password';
		}
		const pin = this.pins.take(enrollee.uuid);
		if (pin === null) {
			this.log(`WPS-PIN-NEEDED ${enrollee.uuid} ${enrollee.mac}`);
			return 'no password';
		}
		this.#running.set(enrollee.uuid, pin);
		return 'proceed';
	}

	/** M2 to M8: does the password hold to the end? A PBC window that closed or overlapped meanwhile refuses. */
	holds(enrollee: Enrollee, password: Password): boolean {
		if (password === 'pbc') return this.pbc && !this.#overlap;
		return this.#running.get(enrollee.uuid) === password.pin;
	}

	/** WSC_Done: one call chain, so all changes show at the same instant (wps_process_wsc_done). */
	accept(enrollee: Enrollee): void {
		this.log(`WPS-REG-SUCCESS ${enrollee.mac} ${enrollee.uuid}`);
		this.complete(enrollee.uuid, this.#running.get(enrollee.uuid) ?? null);
		this.#running.delete(enrollee.uuid);
		this.stats.succeeded(enrollee.mac);
		this.log('WPS-SUCCESS ');
	}

	/**
	 * The enrollee gave up (WSC_NACK) or the exchange failed. No reason: a wrong PIN is noticed by the
	 * enrollee first (wps_process_wsc_nack), by its halves in M4 and M6; where it was right M8 was what he
	 * refused. An open window stays open.
	 */
	refuse(enrollee: Enrollee, password: Password): void {
		const known = this.#running.get(enrollee.uuid);
		this.#running.delete(enrollee.uuid);
		const revealed = password !== 'pbc' && known?.slice(0, 4) === password.pin.slice(0, 4);
		this.pins.release(enrollee.uuid, revealed);
		const wrong = `msg=${revealed ? 10 : 8} config_error=18`;
		if (password === 'pbc') this.#fail(enrollee, 'msg=14 config_error=0');
		else this.#fail(enrollee, known === password.pin ? 'msg=12 config_error=0' : wrong);
	}

	/** wps_registrar_complete, also called on siblings when wps_independent is 0 (wps_stop_registrar). */
	complete(uuid: string, pin: string | null): void {
		if (this.pbc) {
			this.#heard.delete(uuid);
			this.#stopWalk();
			this.pbc = false;
			this.stats.pbc = 'Disabled';
			this.log('WPS-PBC-DISABLE ');
			this.#joined = { uuid, at: this.clock.monotonic() };
		} else this.#endPin();
		if (pin !== null) this.pins.complete(pin);
	}

	/** The BSS goes away. No event tells of it: the statistics keep whatever they say. */
	dispose(): void {
		this.#stopWalk();
		this.#stopSelected();
	}

	#timeOut(): void {
		this.stats.pbc = 'Timed-out';
		this.log('WPS-TIMEOUT ');
		this.pbc = false;
		this.pinSelected = false;
	}

	#endPin(): void {
		this.#stopSelected();
		this.pinSelected = false;
	}

	#fail(enrollee: Enrollee, detail: string): void {
		this.stats.failed(enrollee.mac, null);
		this.log(`WPS-FAIL ${detail}`);
	}

	#reportOverlap(): void {
		this.stats.pbc = 'Overlap';
		this.log('WPS-OVERLAP-DETECTED ');
	}

	/** Two different UUIDs, this one included, within the walk time. MAC addresses do not matter (wps_registrar_pbc_overlap). */
	#overlapping(uuid: string | null = null): boolean {
		const now = this.clock.monotonic();
		for (const [each, at] of [...this.#heard]) if (now - at >= WALK_TIME) this.#heard.delete(each);
		const uuids = new Set(this.#heard.keys());
		if (uuid) uuids.add(uuid);
		return uuids.size > 1;
	}
}

import type { Clock } from '../clock';

interface Pin {
	/** Null: any enrollee. */
	uuid: string | null;
	digits: string;
	/** Monotonic; null: never. */
	expires: number | null;
	locked: boolean;
	/** How often a wildcard PIN was handed to an exchange. */
	uses: number;
	/** The enrollee that a wildcard PIN is bound to at the moment. */
	user: string | null;
}

/** The enrollee PINs a registrar knows (hostap src/wps/wps_registrar.c, wps_registrar_add_pin to _unlock_pin). */
export class Pins {
	#pins: Pin[] = [];

	constructor(readonly clock: Clock) {}

	get size(): number {
		this.#expire();
		return this.#pins.length;
	}

	/** A new wildcard PIN replaces one that was never used. `timeout` in seconds, 0: valid for ever. */
	add(uuid: string | null, digits: string, timeout: number): void {
		if (!uuid) {
			const unused = this.#pins.find(pin => !pin.uuid && !pin.uses && !pin.locked);
			this.#pins = this.#pins.filter(pin => pin !== unused);
		}
		const expires = timeout > 0 ? this.clock.monotonic() + timeout * 1000 : null;
		this.#pins.unshift({ uuid, digits, expires, locked: false, uses: 0, user: null });
	}

	/** Takes the PIN for an exchange with this enrollee and locks it; null when there is none or it is in use. */
	take(uuid: string): string | null {
		this.#expire();
		const pin = this.#pins.find(each => each.uuid === uuid) ?? this.#pins.find(each => !each.uuid && each.uses < 2);
		if (!pin || pin.locked) return null;
		pin.locked = true;
		pin.user = uuid;
		if (!pin.uuid) pin.uses++;
		return pin.digits;
	}

	/** The exchange failed. Once all digits were revealed the PIN is void; a wildcard PIN stands two tries at most. */
	release(uuid: string, revealed: boolean): void {
		const pin = this.#pins.find(each => each.locked && each.user === uuid);
		if (!pin) return;
		pin.locked = false;
		if (revealed || (!pin.uuid && pin.uses >= 2)) this.#pins = this.#pins.filter(each => each !== pin);
	}

	/** The exchange succeeded: a wildcard PIN is used up, one for a known device stays. */
	complete(digits: string): void {
		const used = this.#pins.find(pin => !pin.uuid && pin.digits === digits);
		this.#pins = this.#pins.filter(pin => pin !== used);
		for (const pin of this.#pins) if (pin.digits === digits) pin.locked = false;
	}

	/** Cancelling takes the wildcard PIN away. */
	dropWildcard(): void {
		const wildcard = this.#pins.find(pin => !pin.uuid);
		this.#pins = this.#pins.filter(pin => pin !== wildcard);
	}

	#expire(): void {
		const now = this.clock.monotonic();
		this.#pins = this.#pins.filter(pin => pin.expires === null || pin.expires >= now);
	}
}

/** WSC checksum over the first seven digits of an eight-digit PIN. */
export function pinChecksum(digits: string): boolean {
	const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 ? 1 : 3), 0);
	return digits.length === 8 && sum % 10 === 0;
}

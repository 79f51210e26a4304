import { randomInt } from 'node:crypto';
import type { Device, DeviceOptions } from './devices';
import { pinChecksum } from './hostapd/pins';
import type { SimulatedRouter } from './router';

/** The devices of a house, and how they differ. */
export const HOUSEHOLD: Record<string, { about: string; options: DeviceOptions }> = {
	printer: { about: '2.4 GHz only, no display', options: { bands: ['2g'], display: false } },
	lamp: { about: '2.4 GHz only, no display', options: { bands: ['2g'], display: false } },
	scanner: { about: '2.4 GHz only', options: { bands: ['2g'] } },
	camera: { about: '2.4 GHz only', options: { bands: ['2g'] } },
	television: { about: 'both bands', options: {} },
	gadget: { about: 'both bands, iwd', options: { software: 'iwd' } },
	phone: { about: 'both bands, WPA3, knows the password', options: { sae: true, protectsFrames: true } },
	thermostat: { about: '2.4 GHz only, shows a PIN', options: { bands: ['2g'] } },
	doorbell: { about: 'out of range', options: {} }
};

/** The device of that name, as it is in this house; it comes back when an access point was away. */
export function inHouse(router: SimulatedRouter, name: string): Device {
	return router.device(name, { autoReconnect: true, ...HOUSEHOLD[name]?.options });
}

/** What a device shows that wants to join by PIN: seven digits and their checksum. */
export function freshPin(): string {
	const seven = String(randomInt(1_000_000, 10_000_000));
	return [...'0123456789'].map(digit => seven + digit).find(pinChecksum) ?? seven;
}

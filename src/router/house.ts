import * as fs from 'fs';
import type { ToldHouse } from '../contract/house';
import { send } from './bus';
import { settingsOf } from './own-settings';

/** What the house bridge (src/house) tells of the house: it replaces the file whenever something changes, and takes it away when it stops. */
const TOLD = '/var/run/luci-wps-house.json';

/** The same as it stands there, or null. */
export function houseText(): string | null {
	return fs.readfile(TOLD);
}

/** The house as the bridge knows it; null: none is set up. */
export function readHouse(): ToldHouse | null {
	const text = houseText();
	if (text === null) return null;

	try {
		const house: any = json(text);
		return type(house?.routers) === 'array' && type(house.connected) === 'bool' ? house : null;
	} catch {
		return null;
	}
}

/** The UUID that all routers of the house give to a network, or null. */
export function houseUuid(): string | null {
	return settingsOf('house')[0]?.options?.uuid ?? null;
}

/** Asks the other routers of the house to open this network as well; nothing happens where there is no bridge. */
export function openHouse(network: string, session: string): void {
	send({ object: 'luci.wps.house', method: 'start', args: { network, session } });
}

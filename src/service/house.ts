import type { House } from '../contract/house';
import { readHouse } from '../router/house';
import type { Request } from './request';

/** What `status` tells of the house: why somebody does not listen is for the method to say. */
export function houseNow(): House | null {
	const told = readHouse();
	if (told === null) return null;

	return {
		connected: told.connected,
		name: told.name,
		routers: map(told.routers, router => ({
			name: router.name,
			there: router.there,
			networks: map(router.networks, network => ({
				ssid: network.ssid,
				ready: network.ready,
				open: network.open
			}))
		}))
	};
}

/** `house`: the other routers of the house and what is with them, or null where none is set up. */
export function tellHouse(request: Request<'house'>): void {
	request.answer({ house: readHouse() });
}

import type { House } from '../contract/house';
import { readHouse } from '../router/house';
import { defineMethod } from './request';

/** What `status` tells of the house. */
export function houseNow(): House | null {
	return readHouse();
}

/** `house`: the other routers of the house, or null where none is set up. */
export const houseMethod = defineMethod<'house'>({}, request => request.answer({ house: houseNow() }));

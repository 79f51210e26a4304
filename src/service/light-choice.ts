import { caseLights } from '../router/case-led';
import { settingsOf } from '../router/own-settings';
import { memory } from './memory';
import { findLight } from './parts/light';

/** Looked for when it is needed; what `status` says of it in between. Undefined as long as nobody has asked. */
let found: { led: string | null } | null = null;

/** The LED that the owner has named, or null. */
function namedLight(): string | null {
	return settingsOf('light')[0]?.options?.led ?? null;
}

/** Whether this router may have a light to show WPS on: most have none. */
export function hasLight(): boolean {
	return memory.light.shown !== null || namedLight() !== null || length(caseLights()) > 0;
}

/** Looks again which LED it is: the owner may have changed his mind. */
export function lookForLight(): string | null {
	found = { led: hasLight() ? findLight(namedLight()) : null };

	return found.led;
}

/** The LED that shows WPS, or null. */
export function lightName(): string | null {
	return memory.light.shown?.led ?? (found === null ? lookForLight() : found.led);
}

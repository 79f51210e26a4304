import { readFileSync, writeFileSync } from 'node:fs';
import { FileError, type Files } from '../router/files';

/** Where the handler finds it. */
const PLACE = '/sys/class/leds/green:wps';

const ATTRIBUTES = ['trigger', 'brightness', 'max_brightness', 'delay_on', 'delay_off', 'pattern'];

/** Puts an LED of this machine's kernel in the place of the simulated WPS light: what is written and read there is its own. */
export function lendLed(files: Files, led: string): void {
	for (const attribute of ATTRIBUTES) {
		const real = `/sys/class/leds/${led}/${attribute}`;
		files.onRead(`${PLACE}/${attribute}`, () => attempt('ENOENT', () => readFileSync(real, 'utf8')));
		files.onWrite(`${PLACE}/${attribute}`, text => attempt('EINVAL', () => writeFileSync(real, text)));
	}
}

function attempt<T>(errno: 'ENOENT' | 'EINVAL', task: () => T): T {
	try {
		return task();
	} catch {
		throw new FileError(errno);
	}
}

import type { Network } from '../contract/status';
import { join } from './paint';

/** LuCI's language, for numbers and dates. */
const LANGUAGE = document.documentElement.lang.replace('_', '-') || undefined;

/** A name from outside, fit for the middle of a sentence: letters that run from right to left do not turn it around. */
export function quote(name: string): string {
	return /[^\0-\u04ff]/.test(name) ? '\u2068%s\u2069'.format(name) : name;
}

/** Several as one: `a, b, and c`. */
export function listText(names: Iterable<string>): string {
	return new Intl.ListFormat(LANGUAGE).format(names);
}

/** Bands in words: `2.4 GHz and 5 GHz`. */
export function bandsText(bands: (string | null)[]): string {
	const names = bands.map(
		band => band && '%s GHz'.format((band === '2g' ? 2.4 : parseInt(band)).toLocaleString(LANGUAGE))
	);

	return listText(new Set(names.filter(name => name !== null)));
}

/** A network as people tell it from others: name and bands. */
export function placeText({ ssid, access_points: aps }: Network): string {
	const on = bandsText(aps.map(({ band }) => band));

	return join([quote(ssid), on && '(%s)'.format(on)]);
}

/** How well a device is heard, in dBm, for people. */
export function signalText(signal: number): string {
	return signal >= -60 ? _('good signal') : signal >= -72 ? _('fair signal') : _('weak signal');
}

/** A moment on the router's clock, seconds since the epoch. */
export function dateText(seconds: number): string {
	return new Date(seconds * 1000).toLocaleString(LANGUAGE, { dateStyle: 'medium', timeStyle: 'short' });
}

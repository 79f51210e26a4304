/** Channels on which an access point listens for radar before it sends, and those of the weather radars among them. */
const FIRST = 52;
const LAST = 144;
const WEATHER_FIRST = 120;
const WEATHER_LAST = 128;

/**
 * How long an access point listens for radar on a channel of 5 GHz before it may send, milliseconds (ETSI EN 301 893: a minute,
 * ten for the weather radars'); 0: there it need not.
 * @param channel  null: not known, then perhaps it does
 */
export function radarTime(channel: number | null): number {
	const number = channel ?? FIRST;
	if (number < FIRST || number > LAST) return 0;

	return number >= WEATHER_FIRST && number <= WEATHER_LAST ? 600000 : 60000;
}

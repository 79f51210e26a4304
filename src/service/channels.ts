import type { Bss, Radio } from '../contract/bss';
import type { Observation } from '../contract/observation';
import { radarTime } from '../core/radar';
import type { Reply } from '../router/bus';
import { now } from '../router/time';

/** The channel that a radio was last found on: its configuration may say `auto`. */
const channels: { [radio: string]: number } = {};

/** Milliseconds since boot until which a radio probably listens for radar: hostapd can't be asked meanwhile. */
const radar_checks: { [radio: string]: number } = {};

/** hostapd shows an access point only after the radar check: one that is up and missing is probably in it. */
export function noteRadar(radio: Radio, seen: Observation, at: number): void {
	if (seen.kind === 'answer' || radio.band !== '5g' || radio.up !== true) delete radar_checks[radio.name];
	else if (seen.kind === 'gone') radar_checks[radio.name] ??= at + radarTime(radio.channel);
}

/** Whether a radio may be listening for radar. */
export function isRadarChecked(): boolean {
	return length(radar_checks) > 0;
}

/** Seconds for which a radio still listens for radar before it may send; 0 when it does not. */
export function radarLeft(radio: Radio, at: number): number {
	return max(0, int(((radar_checks[radio.name] ?? 0) - at) / 1000));
}

/** How often a channel that is known is asked for again, milliseconds, and when that was last done. */
const FRESH = 10000;
let asked_at = 0;
let turn = 0;

function isUnknown(bss: Bss): boolean {
	return !exists(channels, bss.radio.name);
}

/** One of a radio whose channel is not known yet; now and then any, in turn: a radio may be told to move. */
export function channelQuestion(running: Bss[]): Bss[] {
	const at = now().monotonic;
	let choice = at - asked_at < FRESH ? [] : running;
	for (const bss of running) if (isUnknown(bss)) choice = filter(running, isUnknown);
	if (length(choice) === 0) return [];

	asked_at = at;
	turn++;
	return [choice[turn % length(choice)]];
}

/** Access points came or went: their radios may be on other channels. */
export function forgetChannels(): void {
	for (const radio of keys(channels)) delete channels[radio];
}

/** Takes in what `get_status` answered about one access point of this radio. */
export function learnChannel(radio: string, reply: Reply | null): void {
	if (type(reply?.data?.channel) === 'int') channels[radio] = reply!.data.channel;
}

/** The channel that a radio is on, as far as it is known. */
export function channelOf(radio: Radio): number | null {
	return channels[radio.name] ?? radio.channel;
}

import type { Bss, Radio } from '../contract/bss';
import type { Observation } from '../contract/observation';
import type { Reply } from '../router/bus';
import { now } from '../router/time';

/** The channel that a radio was last found on: its configuration may say `auto`. */
const channels: { [radio: string]: number } = {};

/** Milliseconds since boot until which a radio probably listens for radar: hostapd can't be asked meanwhile. */
const radar_checks: { [radio: string]: number } = {};

/** How long listening for radar takes, milliseconds: the weather radars' channels (120 to 128) need ten minutes (ETSI EN 301 893). */
function radarTime(channel: number | null): number {
	const number = channel ?? 52;
	return number < 52 || number > 144 ? 0 : number >= 120 && number <= 128 ? 600000 : 60000;
}

/** hostapd shows an access point only after the radar check: one that is up and missing is probably in it. */
export function noteRadar(radio: Radio, seen: Observation, at: number): void {
	if (seen.kind === 'answer' || radio.band !== '5g' || radio.up !== true) delete radar_checks[radio.name];
	else if (seen.kind === 'gone') radar_checks[radio.name] ??= at + radarTime(radio.channel);
}

/** Seconds for which a radio still listens for radar before it may send; 0 when it does not. */
export function radarLeft(radio: Radio, at: number): number {
	return max(0, int(((radar_checks[radio.name] ?? 0) - at) / 1000));
}

/** A radio whose channel is not known yet, else any: one question a look keeps the channels fresh (a radio may be told to move). */
export function channelQuestion(running: Bss[]): Bss[] {
	const unknown = filter(running, bss => !exists(channels, bss.radio.name));
	const choice = length(unknown) > 0 ? unknown : running;
	const turn = now().epoch % max(1, length(choice));

	return slice(choice, turn, turn + 1);
}

/** Takes in what `get_status` answered about one access point of this radio. */
export function learnChannel(radio: string, reply: Reply): void {
	if (type(reply.data?.channel) === 'int') channels[radio] = reply.data.channel;
}

/** The channel that a radio is on, as far as it is known. */
export function channelOf(radio: Radio): number | null {
	return channels[radio.name] ?? radio.channel;
}

import type { MethodName } from '../contract/methods';
import type { Bss, Radio } from '../contract/bss';
import type { Moment, Observation } from '../contract/observation';
import type { AccessPoint, Daemon, Status } from '../contract/status';
import { remedyFor } from '../core/remedy';
import { obstacle, problemsOf } from '../core/suitability';
import { matches } from '../core/target';
import { ask, NOT_FOUND, OK, type Reply } from '../router/bus';
import { hostapdCall, readObservation } from '../router/hostapd';
import { daemonInstalled, readPackages } from '../router/packages';
import { now } from '../router/time';
import { bssidOf, readBsses } from '../router/wireless';
import { isPersistent, tendKeyFiles } from './keyfiles';
import { memory, runningTask } from './memory';
import type { Request } from './request';
import * as sessions from './windows';

/** One look at the whole router. */
export interface Survey {
	networks: Bss[];
	seen: { [ifname: string]: Observation };
	at: Moment;
}

/** The channel that a radio was last found on: its configuration may say `auto`. */
const channels: { [radio: string]: number } = {};

/** Milliseconds since boot until which a radio probably listens for radar: hostapd can't be asked meanwhile. */
const radar_checks: { [radio: string]: number } = {};

/** How long listening for radar takes, milliseconds: the weather radars' channels (120 to 128) need ten minutes (ETSI EN 301 893). */
function radarTime(channel: number | null): number {
	const number = channel ?? 52;
	return number < 52 || number > 144 ? 0 : number >= 120 && number <= 128 ? 600000 : 60000;
}

/** hostapd shows an access point only after the radar check (facts 1.1): one that is up and missing is probably in it. */
function noteRadar(radio: Radio, seen: Observation, at: number): void {
	if (seen.kind === 'answer' || radio.band !== '5g' || radio.up !== true) delete radar_checks[radio.name];
	else if (seen.kind === 'gone') radar_checks[radio.name] ??= at + radarTime(radio.channel);
}

/** A radio whose channel is not known yet, else any: one question a look keeps the channels fresh (a radio may be told to move). */
function channelQuestion(running: Bss[]): Bss[] {
	const unknown = filter(running, network => !exists(channels, network.radio.name));
	const choice = length(unknown) > 0 ? unknown : running;
	const turn = now().epoch % max(1, length(choice));

	return slice(choice, turn, turn + 1);
}

function learnChannel(radio: string, reply: Reply): void {
	if (type(reply.data?.channel) === 'int') channels[radio] = reply.data.channel;
}

function lookCloser(networks: Bss[], deadline: number, done: (survey: Survey | null) => void): void {
	tendKeyFiles(networks);

	const running = filter(networks, network => network.ifname !== null);
	const asked = channelQuestion(running);
	const calls = [
		...map(running, network => hostapdCall(network.ifname ?? '', 'wps_status')),
		...map(asked, network => hostapdCall(network.ifname ?? '', 'get_status'))
	];

	ask(calls, deadline, replies => {
		const survey: Survey = { networks, seen: {}, at: now() };
		let silent = false;
		map(asked, network => learnChannel(network.radio.name, replies[length(running)]));

		map(running, (network, i) => {
			const ifname = network.ifname ?? '';
			const seen = readObservation(replies[i], null, []);
			survey.seen[ifname] = seen;
			silent ||= seen.kind === 'silent';
			noteRadar(network.radio, seen, survey.at.monotonic);
			sessions.takeIn(ifname, seen, survey.at);
			sessions.recognise(network, seen);
		});
		sessions.settleDown();

		done(silent ? null : survey);
	});
}

/**
 * Looks at every access point: one call of netifd, one of each access point's hostapd, one for a channel.
 * All sessions are up to date afterwards.
 * @param deadline  milliseconds since boot
 * @param done      gets null when a daemon did not answer in time
 */
export function lookAround(deadline: number, done: (survey: Survey | null) => void): void {
	ask([{ object: 'network.wireless', method: 'status' }], deadline, replies => {
		const reply = replies[0];
		if (reply.code === OK || reply.code === NOT_FOUND) lookCloser(readBsses(reply.data), deadline, done);
		else done(null);
	});
}

/** The same for a request, which fails when a daemon does not answer in time. */
export function lookFor<M extends MethodName>(request: Request<M>, done: (survey: Survey) => void): void {
	lookAround(request.deadline, survey => {
		if (survey === null) request.fail('timeout');
		else done(survey);
	});
}

/** hostapd answers for this network, with WPS. */
export function isAnswering(survey: Survey, network: Bss): boolean {
	return survey.seen[network.ifname ?? '']?.kind === 'answer';
}

/** null: nobody on the air can be asked. */
function runningHasWps(survey: Survey): boolean | null {
	const kinds = map(values(survey.seen), seen => seen.kind);
	if (index(kinds, 'answer') >= 0) return true;

	return index(kinds, 'no_wps') >= 0 ? false : null;
}

function accessPointOf(survey: Survey, network: Bss, daemon: Daemon): AccessPoint {
	const ifname = network.ifname;
	const radio = network.radio;
	const all = sessions.sessionsAt(survey.at);
	const persistent = isPersistent(network);
	const problems = problemsOf({
		network,
		daemon,
		daemon_installed: daemonInstalled(),
		on_air: index(['answer', 'no_wps'], survey.seen[ifname ?? '']?.kind) >= 0,
		open: filter(all, session => session.open)[0] ?? null,
		overlap_left: sessions.overlapLeft(ifname ?? '', survey.at),
		radar_left: max(0, int(((radar_checks[radio.name] ?? 0) - survey.at.monotonic) / 1000)),
		persistent,
		flagged: length(filter(survey.networks, other => other.wps && !other.disabled))
	});

	return {
		ifname,
		section: network.section,
		radio: radio.name,
		ssid: network.ssid,
		bssid: ifname === null ? null : bssidOf(ifname),
		band: radio.band,
		channel: channels[radio.name] ?? radio.channel,
		enabled: network.wps,
		persistent,
		ready: obstacle(problems) === null && runningTask() === null,
		problems,
		session: filter(all, session => matches({ ifname, section: network.section }, session))[0] ?? null,
		job: memory.tasks[network.section]?.job ?? null
	};
}

/** The look at the router in the words of the contract. */
export function describe(survey: Survey): Status {
	const packages = { ...readPackages(), running_has_wps: runningHasWps(survey) };
	const daemon: Daemon = { ...packages, remedy: remedyFor(packages) };

	return {
		supported: daemon.running_has_wps === true,
		daemon,
		access_points: map(survey.networks, network => accessPointOf(survey, network, daemon)),
		now: survey.at.epoch
	};
}

import type { Network } from '../contract/network';
import type { Moment, Observation } from '../contract/observation';
import type { AccessPoint, Daemon, Status } from '../contract/status';
import { remedyFor } from '../core/remedy';
import { obstacle, problemsOf } from '../core/suitability';
import { ask, NOT_FOUND, OK, type Call, type Reply } from '../router/bus';
import { hostapdCall, readObservation } from '../router/hostapd';
import { daemonInstalled, readPackages } from '../router/packages';
import { now } from '../router/time';
import { bssidOf, readNetworks } from '../router/wireless';
import { isPersistent, tendKeyFiles } from './keyfiles';
import { memory, runningTask } from './memory';
import * as sessions from './windows';

/** One look at the whole router. */
export interface Survey {
	networks: Network[];
	seen: { [ifname: string]: Observation };
	at: Moment;
}

/** The channel that a radio was last found on: its configuration may say `auto`. */
const channels: { [radio: string]: number } = {};

/** Milliseconds since boot until which a radio listens for radar, as hostapd says, or as long as that takes when it can't be asked. */
const radar_checks: { [radio: string]: number } = {};

/** How long listening for radar takes, milliseconds: the weather radars' channels (120 to 128) need ten minutes (ETSI EN 301 893). */
function radarTime(channel: number | null): number {
	if (channel === null) return 60000;
	return channel >= 120 && channel <= 128 ? 600000 : channel >= 52 && channel <= 144 ? 60000 : 0;
}

/** hostapd shows an access point only after the radar check (facts 1.1): one that is up and missing is probably in it. */
function noteRadar(network: Network, seen: Observation | null, at: number): void {
	const radio = network.radio;

	if (seen?.kind === 'answer' || radio.band !== '5g' || radio.up !== true) delete radar_checks[radio.name];
	else if (seen?.kind === 'gone') radar_checks[radio.name] ??= at + radarTime(radio.channel);
}

function onAir(survey: Survey, network: Network): Observation | null {
	return network.ifname === null ? null : (survey.seen[network.ifname] ?? null);
}

/** A radio whose channel is not known yet, else any: one question a look keeps the channels fresh (a radio may be told to move). */
function channelQuestion(networks: Network[]): Network | null {
	const running = filter(networks, network => network.ifname !== null);
	const unknown = filter(running, network => !exists(channels, network.radio.name));
	const choice = length(unknown) > 0 ? unknown : running;

	return choice[now().epoch % max(1, length(choice))] ?? null;
}

function learnChannel(network: Network | null, reply: Reply | null): void {
	if (network === null || reply?.code !== OK) return;

	if (type(reply.data.channel) === 'int') channels[network.radio.name] = reply.data.channel;
	if (reply.data.dfs?.cac_active)
		radar_checks[network.radio.name] = now().monotonic + reply.data.dfs.cac_seconds_left * 1000;
}

function lookCloser(networks: Network[], deadline: number, done: (survey: Survey | null) => void): void {
	tendKeyFiles(networks);

	const running = filter(networks, network => network.ifname !== null);
	const asked = channelQuestion(networks);
	const calls: Call[] = map(running, network => hostapdCall(network.ifname ?? '', 'wps_status'));
	if (asked !== null) push(calls, hostapdCall(asked.ifname ?? '', 'get_status'));

	ask(calls, deadline, replies => {
		const survey: Survey = { networks, seen: {}, at: now() };
		let silent = false;
		if (asked !== null) learnChannel(asked, pop(replies));

		map(running, (network, i) => {
			const ifname = network.ifname ?? '';
			const seen = readObservation(replies[i], null);
			survey.seen[ifname] = seen;
			noteRadar(network, seen, survey.at.monotonic);
			silent ||= seen.kind === 'silent';
			sessions.takeIn(ifname, seen, survey.at);
			sessions.recognise(network, seen, survey.at);
		});
		sessions.refreshIdentities();
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
	ask([{ object: 'network.wireless', method: 'status', args: {} }], deadline, replies => {
		if (replies[0].code === OK || replies[0].code === NOT_FOUND)
			lookCloser(readNetworks(replies[0].data), deadline, done);
		else done(null);
	});
}

/** null: nobody on the air can be asked. */
function runningHasWps(survey: Survey): boolean | null {
	const kinds = map(values(survey.seen), seen => seen.kind);
	if (index(kinds, 'answer') >= 0) return true;

	return index(kinds, 'no_wps') >= 0 ? false : null;
}

function daemonOf(survey: Survey): Daemon {
	const daemon = { ...readPackages(), running_has_wps: runningHasWps(survey) };

	return { ...daemon, remedy: remedyFor(daemon) };
}

function accessPointOf(survey: Survey, network: Network, daemon: Daemon): AccessPoint {
	const kind = onAir(survey, network)?.kind;
	const on_air = kind === 'answer' || kind === 'no_wps';
	const persistent = isPersistent(network);
	const radar_left = max(0, int(((radar_checks[network.radio.name] ?? 0) - survey.at.monotonic) / 1000));
	const problems = problemsOf({
		network,
		daemon,
		daemon_installed: daemonInstalled(),
		on_air,
		window_open: sessions.openOn(null) !== null,
		window_left: sessions.windowLeft(survey.at),
		overlap_left: sessions.overlapLeft(network.ifname, survey.at),
		radar_check: radar_left > 0,
		radar_left,
		persistent,
		flagged: length(filter(survey.networks, other => other.wps && !other.disabled))
	});

	return {
		ifname: network.ifname,
		section: network.section,
		radio: network.radio.name,
		ssid: network.ssid,
		bssid: network.ifname === null ? null : bssidOf(network.ifname),
		band: network.radio.band,
		channel: channels[network.radio.name] ?? network.radio.channel,
		enabled: network.wps,
		persistent,
		ready: obstacle(problems) === null && runningTask() === null,
		problems,
		session: sessions.latestSession(network.section, network.ifname, survey.at),
		job: memory.tasks[network.section]?.job ?? null
	};
}

/** The look at the router in the words of the contract. */
export function describe(survey: Survey): Status {
	const daemon = daemonOf(survey);

	return {
		supported: daemon.running_has_wps === true,
		daemon,
		access_points: map(survey.networks, network => accessPointOf(survey, network, daemon)),
		now: survey.at.epoch
	};
}

import * as uloop from 'uloop';
import type { Bss } from '../contract/bss';
import type { House } from '../contract/house';
import type { MethodName } from '../contract/methods';
import type { Moment, Observation } from '../contract/observation';
import type { Daemon } from '../contract/status';
import { networksOf } from '../core/network';
import { obstacle, problemsOf } from '../core/suitability';
import { wholeOf, type Place, type Whole } from '../core/whole';
import type { Round } from '../core/window';
import { remedyFor } from '../core/remedy';
import { hasCarrier } from '../router/beacon';
import { ask, guarded, NOT_FOUND, OK } from '../router/bus';
import { hostapdCall, readObservation } from '../router/hostapd';
import { readHouse } from '../router/house';
import { daemonInstalled, readPackages } from '../router/packages';
import { now } from '../router/time';
import { readBsses } from './bsses';
import { channelQuestion, learnChannel, noteRadar, radarLeft } from './channels';
import { keysOf, tendFiles } from './handovers';
import { runningTask } from './memory';
import type { Request } from './request';
import * as sessions from './windows';

/** One look at the whole router: its networks, each as its access points, and what hostapd says of these. */
export interface Survey {
	networks: Bss[][];
	bsses: Bss[];
	round: Round;
	at: Moment;
}

/** Interfaces that can take only so many devices. */
function limited(running: Bss[]): Bss[] {
	return filter(running, bss => bss.capacity !== null);
}

function lookCloser(bsses: Bss[], deadline: number, done: (survey: Survey | null) => void): void {
	tendFiles(bsses);

	const running = filter(bsses, bss => bss.ifname !== null);
	const counted = limited(running);
	const asked = channelQuestion(running);
	const calls = [
		...map(running, bss => hostapdCall(bss.ifname ?? '', 'wps_status')),
		...map(counted, bss => hostapdCall(bss.ifname ?? '', 'get_clients')),
		...map(asked, bss => hostapdCall(bss.ifname ?? '', 'get_status'))
	];

	ask(calls, deadline, replies => {
		const networks = networksOf(bsses);
		const survey: Survey = { networks, bsses, round: {}, at: now() };
		let silent = false;

		map(running, (bss, i) => {
			const place = index(counted, bss);
			const clients = place < 0 ? null : replies[length(running) + place];
			const seen = readObservation(replies[i], clients, []);
			survey.round[bss.ifname ?? ''] = seen;
			silent ||= seen.kind === 'silent';
			noteRadar(bss.radio, seen, survey.at.monotonic);
		});
		map(asked, bss => learnChannel(bss.radio.name, replies[length(running) + length(counted)]));
		sessions.takeIn(survey.round, survey.at);
		for (const network of networks) sessions.recognise(network, bsses, survey.round);
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

/** How long the radios may take to settle after something has changed, milliseconds. */
const SETTLED = 3000;

const look = uloop.timer(-1, () => guarded(() => lookAround(now().monotonic + SETTLED, () => null)));

/** Looks once more a little later, though nobody asks: files that hostapd reads may have to follow. */
export function lookSoon(): void {
	look?.set?.(SETTLED);
}

/** The same for a request, which fails when a daemon does not answer in time. */
export function lookFor<M extends MethodName>(request: Request<M>, done: (survey: Survey) => void): void {
	lookAround(request.deadline, survey => {
		if (survey === null) request.fail('timeout');
		else done(survey);
	});
}

/** What was seen of an access point; null: it is not on the air. */
export function seenOf(survey: Survey, bss: Bss): Observation | null {
	return survey.round[bss.ifname ?? ''] ?? null;
}

/** hostapd answers for it, with WPS. */
export function isAnswering(survey: Survey, bss: Bss): boolean {
	return seenOf(survey, bss)?.kind === 'answer';
}

/** hostapd has it, with or without WPS. */
export function isThere(survey: Survey, bss: Bss): boolean {
	return index(['answer', 'no_wps'], seenOf(survey, bss)?.kind) >= 0;
}

/** The uplink of its radio is not connected, so hostapd may not send yet. */
export function isUplinkAway(bss: Bss): boolean {
	return length(bss.uplinks) > 0 && length(filter(bss.uplinks, ifname => hasCarrier(ifname) === true)) === 0;
}

/** A person's device can hear it: hostapd has it, and it is not known to be without beacons. */
export function isOnAir(survey: Survey, bss: Bss): boolean {
	return isThere(survey, bss) && hasCarrier(bss.ifname ?? '') !== false;
}

/** null: nobody on the air can be asked. */
function runningHasWps(survey: Survey): boolean | null {
	const kinds = map(values(survey.round), seen => seen?.kind);
	if (index(kinds, 'answer') >= 0) return true;

	return index(kinds, 'no_wps') >= 0 ? false : null;
}

/** The access point software, on disk and in memory. */
export function daemonOf(survey: Survey): Daemon {
	const packages = { ...readPackages(), running_has_wps: runningHasWps(survey) };

	return { ...packages, remedy: remedyFor(packages) };
}

function isFull(survey: Survey, bss: Bss): boolean {
	const seen = seenOf(survey, bss);
	const clients = seen?.kind === 'answer' ? seen.clients : null;

	return bss.capacity !== null && clients !== null && length(clients) >= bss.capacity;
}

/** Networks that have WPS on: the button of the case may open all of them. */
function flaggedOf(survey: Survey): Bss[][] {
	return filter(survey.networks, network => length(filter(network, bss => bss.wps && !bss.disabled)) > 0);
}

/** Whether another router of the house has a network of this name. */
function isInHouse(house: House | null, ssid: string): boolean {
	const there = filter(house?.routers ?? [], router => router.there);
	return length(filter(there, router => length(filter(router.networks, one => one.ssid === ssid)) > 0)) > 0;
}

/** What each network comes to, in the order of the configuration. */
export function judge(survey: Survey, daemon: Daemon): Whole[] {
	const installed = daemonInstalled();
	const open = sessions.openSession(survey.at);
	const flagged = length(flaggedOf(survey));
	const busy = runningTask() !== null;
	const house = readHouse();

	return map(survey.networks, network => {
		const handed = keysOf(network);
		const exclusive = sessions.isExclusive(network, survey.bsses);

		return wholeOf(
			map(network, bss => {
				const there = isThere(survey, bss);
				const problems = problemsOf({
					bss,
					daemon,
					daemon_installed: installed,
					answers: there,
					beacons: there ? hasCarrier(bss.ifname ?? '') : null,
					uplink_away: isUplinkAway(bss),
					full: isFull(survey, bss),
					open,
					overlap_left: sessions.overlapLeft(bss, survey.at),
					radar_left: radarLeft(bss.radio, survey.at.monotonic),
					persistent: handed !== 'lost',
					flagged,
					grouped: !bss.independent && !exclusive,
					elsewhere: handed === 'own' && isInHouse(house, network[0].ssid)
				});
				const place: Place = { bss, problems, ready: obstacle(problems) === null && !busy };
				return place;
			})
		);
	});
}
